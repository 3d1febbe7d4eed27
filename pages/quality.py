"""How well the facts are known: who has looked at them, and when."""

from __future__ import annotations

from pages.app.frame import draw, draw_title
from pages.app.saving import draw_facts_button
from pages.app.session import get_scene
from pages.markup.fact_list import describe_facts

scene = get_scene()

draw_title(scene)
draw("quality.html", scene.language, **describe_facts(scene))
draw_facts_button(scene)
