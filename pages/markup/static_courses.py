"""The classes of a static edition: on the page with the map and on those of prefectures, filtered in the browser.

Each has its facts in few letters: days, time, for whom; then whether it is free, online, for children, with childcare
(1, 0, or nothing where that is not known); then its prefecture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from data.courses.records import Course
from pages.address.view import DAYS, View
from pages.answers.course_choices import list_questions, name_matters
from pages.answers.course_list import CourseGroup, CourseListing, list_found
from pages.answers.courses import takes_children
from pages.answers.offers import Offer
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.names import name_prefecture
from pages.languages.ruby import show_brackets
from pages.languages.trusted import read_plainly
from pages.markup.bundles import PLAIN
from pages.markup.rendering import embed_json, render_lean, render_template, share_words
from pages.markup.shared_files import SharedFiles
from pages.markup.static_parts import is_city_page

MAX_COURSES = 100  # on the page with the map; of more the prefectures' pages have theirs
SCRIPTS = (PLAIN / "course_judging.js", PLAIN / "course_filters.js")
SIGNS = {True: "1", False: "0", None: ""}
PARAMETERS = {"learner": "for", "fee": "free"}  # of an address, where what is asked has another name


def list_static_courses(scene: Scene) -> CourseListing | None:
    """List the classes that a page of the edition shows; None where it shows none."""
    view, links = scene.view, scene.links
    if links.page != "map" or is_city_page(view, links) or view.page > 1 or not scene.atlas.courses:
        return None
    found = scene.course_result.fitting
    pages: tuple[Offer, ...] = ()
    if view.prefectures:
        found = tuple(course for course in found if course.place.prefecture.slug in view.prefectures)
    elif len(found) > MAX_COURSES:
        pages = _offer_prefectures(found, scene)
        found = tuple(course for course in found if not _has_page(course, scene))
    lines = tuple(replace(line, facts=code_facts(line.course)) for line in list_found(found, scene))
    return CourseListing((CourseGroup("", lines),), pages=pages) if lines or pages else None


def code_facts(course: Course) -> str:
    """Write what decides whether a class meets the filters, for a script."""
    days = " ".join(day for day, sign in DAYS.items() if sign in course.weekdays)
    is_online = course.is_online if course.mode else None
    known = (course.is_free, is_online, takes_children(course), course.childcare)
    signs = (SIGNS[fact] for fact in known)
    words = (days, course.time_of_day or "", course.audience or "", *signs, course.place.prefecture.slug)
    return "|".join(words)


def link_course_script(shared: SharedFiles, scene: Scene) -> str | None:
    """Return the address of the script that filters the page's classes, if it has any."""
    if not list_static_courses(scene):
        return None
    language = scene.language
    return scene.links.link_script(shared.add(f"courses-{language.code}.js", partial(_write_script, language)))


def _write_script(language: Language) -> str:
    _, words = language.gettext, share_words(language)
    many = partial(language.ngettext, "{count} class", "{count} classes")
    more = partial(
        language.ngettext,
        "{count} more where this is not known: {matters}. Ask.",
        "{count} more where this is not known: {matters}. Ask.",
    )
    texts = {
        "number": language.enclose("{count}"),
        "one": many(1),
        "many": many(2),
        "none": _("No class fits all of this."),
        "more": more(1),
        "mores": more(2),
    }
    told = {
        "html": render_lean("course_controls.html", **words, questions=list_questions(View(), language)),
        "comma": language.comma,
        "texts": {name: show_brackets(text) for name, text in texts.items()},
        "matters": {PARAMETERS.get(key, key): show_brackets(name) for key, name in name_matters(language).items()},
    }
    return f"{render_template('courses.js', told=embed_json(told))}\n{read_plainly(*SCRIPTS)}"


def _has_page(course: Course, scene: Scene) -> bool:
    return course.mode != "online" and scene.atlas.rows_by_prefecture[course.place.prefecture] > 0


def _offer_prefectures(courses: Sequence[Course], scene: Scene) -> tuple[Offer, ...]:
    """Offer the prefectures' pages that have classes, with the number of these."""
    language, offers = scene.language, []
    for prefecture in scene.atlas.list_prefectures():
        count = sum(course.place.prefecture == prefecture for course in courses if _has_page(course, scene))
        if count:
            url = scene.links.link_view(View(prefectures=(prefecture.slug,), lang=scene.view.lang))
            offers.append(Offer(name_prefecture(prefecture, language) + language.enclose(str(count)), url))
    return tuple(offers)
