"""The page about the map: source, doubts, licences, privacy."""

from __future__ import annotations

from pages.app.frame import draw, draw_title
from pages.app.session import get_scene
from pages.card.remarks import list_doubts

scene = get_scene()
cities = scene.atlas.cities

draw_title(scene)
draw("about.html", scene.language, count=len(cities), doubts=list_doubts(cities, scene.language))
