"""The parts of a plain page that only classes bring: the filters, what they leave, and the style of both."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from data.courses.records import Course
from pages.answers.course_choices import list_questions
from pages.answers.course_list import list_courses
from pages.answers.course_summary import summarize_courses
from pages.answers.scene import Scene
from pages.card.courses import CourseCard, describe_course
from pages.languages.trusted import read_plainly
from pages.markup.bundles import COURSE_STYLE
from pages.markup.static_courses import list_static_courses


def describe_course_parts(scene: Scene) -> dict[str, object]:
    """Describe the questions to ask of classes, and the classes that the view leaves; nothing where none is listed.

    In an edition a script asks the questions.
    """
    described: dict[str, object] = {"describe_course": partial(describe_found, scene=scene)}
    if scene.links.is_static:
        return described | {"questions": (), "summary": None, "courses": list_static_courses(scene)}
    return described | {
        "questions": list_questions(scene.view, scene.language) if scene.atlas.courses else (),
        "summary": summarize_courses(scene),
        "courses": list_courses(scene),
    }


def describe_found(course: Course, scene: Scene) -> CourseCard:
    """Describe a class of a list that names its place itself."""
    return describe_course(course, scene, course.place)


def read_course_style(scene: Scene) -> Markup:
    """Return what the style sheet of a page has besides where classes are listed."""
    return read_plainly(COURSE_STYLE) if scene.atlas.courses else Markup()
