"""The page about the map: source, doubts, licences, privacy."""

from __future__ import annotations

from pages.app.frame import draw, draw_title
from pages.app.session import get_scene
from pages.card.remarks import list_doubts
from pages.markup.privacy import list_traces

scene = get_scene()
cities = scene.atlas.cities

draw_title(scene)
doubts, traces = list_doubts(cities, scene.language), list_traces(scene.language)
quality_url = scene.links.link_page("quality", scene.view)
values = {"doubts": doubts, "traces": traces, "quality_url": quality_url, "looked": bool(scene.atlas.looks)}
draw("about.html", scene.language, count=len(cities), **values)
