"""What changed on the map, the newest first, and the feeds that tell of it."""

from __future__ import annotations

from pages.app.frame import draw, draw_title
from pages.app.session import get_scene
from pages.markup.change_list import describe_changes

scene = get_scene()

draw_title(scene)
draw("changes.html", scene.language, **describe_changes(scene))
