"""The classes of a place that is no city of the table, drawn for the answer that names it."""

from __future__ import annotations

from markupsafe import Markup

from data.records import Place
from pages.answers.scene import Scene
from pages.card.course_list import describe_courses
from pages.markup.rendering import choose_renderer, share_words


def draw_classes(place: Place, scene: Scene) -> Markup:
    """Draw the classes of a place with their heading; empty where there is none."""
    found = describe_courses(place, scene)
    draw = choose_renderer(lean=scene.links.is_static)
    return draw("place_classes.html", list=found, level=3, **share_words(scene.language)) if found else Markup()
