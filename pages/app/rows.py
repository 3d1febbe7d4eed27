"""The rows of a page in the app: what is said above them, the opened card, the list, the cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from data.records import City
from pages.address.view import MAX_QUERY_LENGTH
from pages.answers.answers import list_answers, list_notes, list_prefecture_offices
from pages.answers.course_list import list_courses
from pages.answers.course_summary import summarize_courses
from pages.answers.listing import choose_rows, list_steps
from pages.answers.near_me import list_halls
from pages.answers.scene import Scene
from pages.app.frame import SEARCH_ID, draw
from pages.app.root import find_public_url
from pages.app.session import is_led
from pages.card.city_cards import describe_brief_card, describe_whole_card
from pages.card.offices import describe_offices
from pages.languages.names import Name, name_place, name_prefecture
from pages.markup.classes import draw_classes
from pages.markup.course_parts import describe_found
from pages.markup.dialog import render_dialog
from pages.markup.share import build_share


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list: a link that opens the city's card and its popup."""

    slug: str
    name: Name
    prefecture: str
    url: str
    opened: bool


def draw_tools(scene: Scene) -> None:
    """Draw the search, the filters' button and "Near me", how many classes are left, and the answers to a question."""
    view, language = scene.view, scene.language
    if not view.embed:
        with st.container(key="top"):
            draw("search.html", language, view=view, field_id=SEARCH_ID, longest_query=MAX_QUERY_LENGTH)
            draw("top.html", language, filter_count=view.filter_count)
            if halls := list_halls(scene.atlas, language):  # by itself: it stays when only the answers change
                draw("near_me.html", language, halls=halls)
    if summary := summarize_courses(scene):
        draw("course_summary.html", language, summary=summary)
    if answers := list_answers(scene):
        draw(
            "answers.html",
            language,
            answers=answers,
            describe=partial(describe_offices, language=language, now=scene.moment),
            draw_classes=partial(draw_classes, scene=scene),
        )


def draw_offices(scene: Scene) -> None:
    """Draw the counters and associations of the chosen prefectures."""
    if offices := list_prefecture_offices(scene):
        describe = partial(describe_offices, language=scene.language, now=scene.moment)
        draw("prefecture_offices.html", scene.language, prefecture_offices=offices, describe=describe)


def draw_courses(scene: Scene) -> None:
    """Draw the classes that the filters leave."""
    if courses := list_courses(scene):
        draw(
            "course_results.html", scene.language, courses=courses, describe_course=partial(describe_found, scene=scene)
        )


def draw_opened(scene: Scene) -> None:
    """Draw the card of the opened city, or of the only row found."""
    if scene.opened is None:
        return
    view = scene.view
    with st.container(key="card", border=True):
        draw(
            "opened.html",
            scene.language,
            card=describe_whole_card(scene.opened, scene),
            notes=list_notes(scene),
            led=is_led(scene.view),
            shared=None if view.embed else build_share(scene, find_public_url(), draw=False),
            close_url=scene.links.link_view(replace(view, city=None)) if view.city else None,
        )


def draw_dialog(scene: Scene) -> None:
    """Draw the screen that the cards of the page open; it stays closed till then."""
    st.html(render_dialog(scene.language))


def draw_list(scene: Scene) -> None:
    """Draw one line a row, in the table's order."""
    if cities := scene.result.cities:
        rows = [_describe(city, scene) for city in choose_rows(cities, scene.view)]
        draw("list.html", scene.language, rows=rows, steps=list_steps(cities, scene))


def draw_cards(scene: Scene) -> None:
    """Draw the cards of the rows in full; the opened city's stands above them."""
    cities = choose_rows(scene.result.cities, scene.view)
    cards = [
        describe_brief_card(city, scene, scene.links.link_view(replace(scene.view, city=city.slug, choices=())))
        for city in cities
        if city.slug != scene.view.city
    ]
    draw("cards.html", scene.language, cards=cards, level=2, steps=list_steps(scene.result.cities, scene))


def draw_share(scene: Scene) -> None:
    """Draw the ways to hand this view on; the page that a frame stands in has its own."""
    if not scene.view.embed:
        share = build_share(scene, find_public_url(), draw=False)
        draw("share.html", scene.language, share=share)


def _describe(city: City, scene: Scene) -> ListLine:
    view, language = scene.view, scene.language
    url = scene.links.link_view(replace(view, city=city.slug, choices=()))
    prefecture = name_prefecture(city.prefecture, language)
    return ListLine(city.slug, name_place(city.place, language), prefecture, url, city.slug == view.city)
