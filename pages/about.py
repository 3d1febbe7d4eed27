"""The page about the map: source, doubts, licences, privacy."""

from __future__ import annotations

from pages.app.frame import draw, draw_title
from pages.app.session import get_scene
from pages.markup.about import describe_about

scene = get_scene()

draw_title(scene)
draw("about.html", scene.language, **describe_about(scene))
