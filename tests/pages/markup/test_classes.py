"""Classes on every surface: first view, list, answer, sheet, popup, JSON-LD, edition; hostile cells stay text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.courses.records import Breaks, Course, Weeks
from data.offices import Source
from pages.address.view import View
from pages.answers.scene import Scene
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from pages.languages.language import list_languages
from pages.maps.features import describe_features
from pages.markup.head import render_head
from pages.markup.plain_page import render_page
from pages.markup.rendering import dump_json
from pages.paper.sheet import render_sheet
from tests.hostile import HOSTILE, TEXTS
from tests.pages.card.classes import TODAY, read_varied, show
from tests.pages.parsed_html import Document, read_html
from tests.soak.hostile_cells import judge_page

LANGUAGES = [language.code for language in list_languages()]
HERE = "https://map.example.jp"
VENUE = "みほん国際交流センター"
HEAD = "h4"


def draw(scene: Scene) -> Document:
    """Draw the page of a scene."""
    return read_html(render_page(scene, HERE))


def draw_sheet(scene: Scene) -> str:
    """Draw the sheet of a scene."""
    return str(render_sheet(scene, HERE, TODAY))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_citys_page_has_its_classes_first(code: str) -> None:
    """Three in full before the links to lists, the others behind a line; every element is closed."""
    document = draw(show(language=code))
    assert document.unclosed == []
    [card] = [one for one in document.find("article") if one.attributes["id"] == "card-kawasaki"]
    names = [one for one in document.find(HEAD, class_="mm-course-name") if card.start < one.start < (card.end or 0)]
    folds = document.find("details", class_="mm-course-fold")
    assert (len(names), len(folds)) == (9, 2)
    assert [one.start < folds[0].start for one in names] == [True] * 3 + [False] * 6
    link = next(one for one in document.find("a") if one.attributes["href"].endswith("0000042877.html"))
    assert folds[-1].start < link.start
    assert VENUE in card.text
    assert "Not listed" not in card.text


def test_a_list_has_them_in_brief() -> None:
    """Name, when and fee, and a link to the card."""
    document = draw(show(View(prefectures=("kanagawa",)), page="cities"))
    [card] = [one for one in document.find("article") if one.attributes["id"] == "card-kawasaki"]
    assert "Tue, Fri 9:50–11:50, every week · ¥13,200 per term" in card.text
    assert VENUE not in card.text
    [more] = document.find("p", class_="mm-course-more")
    assert more.text == "More classes (5)"


@pytest.mark.parametrize("code", ["en", "ja-easy", "my"])
def test_a_place_without_a_row_answers_with_its_classes(code: str) -> None:
    """Before its counter; on paper too."""
    scene = show(View(query="江戸川区"), code)
    for document in (draw(scene), read_html(draw_sheet(scene))):
        [answer] = document.find("div", class_="mm-note mm-answer")
        assert answer.text.index("見本江戸川にほんご") < answer.text.index("0120-142-142")
        assert document.unclosed == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_has_them_as_a_table(code: str) -> None:
    """With Japanese beside when they are; what is over is left out."""
    document = read_html(draw_sheet(show(language=code)))
    assert document.unclosed == []
    [table] = document.find("table", class_="sh-classes")
    assert len([row for row in document.find("tr") if row.start > table.start]) == 9
    assert "044-000-0000" in table.text
    assert "見本漢字クラス" not in table.text
    assert ("毎週 火、金" in table.text) != (code == "ja-easy")
    assert table.text.count("2026-04-01") == 1


def test_the_sheet_of_many_has_the_first_of_each() -> None:
    """In a line each."""
    document = read_html(draw_sheet(show(View(prefectures=("kanagawa",)))))
    assert document.find("table") == []
    lines = [line.text for line in document.find("p", class_="sh-class")]
    assert lines[0].startswith("Japanese class, mornings Tue, Fri 9:50–11:50, every week")
    assert lines[3] == "More classes 残りの教室 (4)"


def write_pages(scene: Scene) -> dict[str, bytes]:
    """Write the edition of two cities."""
    cities = tuple(city for city in scene.atlas.cities if city.slug in {"kawasaki", "kobe"})
    return dict(list_files(Edition(replace(scene.atlas, cities=cities), HERE, TODAY, ("en",))))


def test_the_edition_has_them_on_the_citys_page_in_full() -> None:
    """And elsewhere in brief; a city without classes is as heavy as ever."""
    with_classes, plain = (write_pages(show(courses=courses)) for courses in (read_varied(), ()))
    page = read_html(with_classes["en/city/kawasaki/index.html"].decode())
    assert len(page.find(HEAD, class_="mm-course-name")) == 9
    others = [files["en/city/kobe/index.html"].partition(b"<main")[2] for files in (with_classes, plain)]
    assert others[0] == others[1]
    assert b"mm-course" not in b"".join(html for name, html in plain.items() if name.endswith(".html"))
    assert read_html(with_classes["en/index.html"].decode()).find("div", class_="mm-course mm-course-brief")


@pytest.mark.parametrize("page", ["map", "cities", "about"])
def test_without_classes_a_page_says_nothing_of_them(page: Any) -> None:
    """Nor carries it their style; the sheet neither."""
    for view in (View(), View(city="kawasaki"), View(query="江戸川区")):
        scene = show(view, courses=(), page=page)
        assert "mm-course" not in str(render_page(scene, HERE))
        assert "sh-class" not in draw_sheet(scene)


def spoil(text: str) -> tuple[Course, ...]:
    """A class of Kawasaki with a text in every cell that may hold any, one in its ward, one online of elsewhere."""
    [usual] = [course for course in read_varied() if course.id == "am"]
    columns = "id name name_en name_kana organizer venue address area fee_note childcare_note checked_by email phone"
    cells: dict[str, Any] = dict.fromkeys(columns.split(), text)
    cells |= {"languages": (text,), "weeks": Weeks("as written", text=text), "source": Source(text, text)}
    spoiled = replace(usual, **cells, breaks=Breaks(text, is_read=False))
    online = replace(spoiled, mode="online", place=next(one.place for one in read_varied() if one.id == "net"))
    return spoiled, online


def draw_all(text: str) -> Iterator[tuple[str, str]]:
    """Draw every surface of the app with a text in the cells."""
    scene, courses = show(courses=spoil(text)), spoil(text)
    yield "page", f"{render_head(scene, HERE)}{render_page(scene, HERE)}"
    yield "list", str(render_page(show(View(), courses=courses, page="cities"), HERE))
    yield "sheet", draw_sheet(scene)
    yield "sheet of many", draw_sheet(show(View(prefectures=("kanagawa",)), courses=courses))


def test_hostile_cells_of_a_class_stay_text(tmp_path: Path) -> None:
    """On no surface does a cell bring an element, a handler, a scheme, a script or a picture; no template runs."""
    trace = tmp_path / "trace"
    usual = dict(draw_all("text"))
    for text in (*(text.replace("PATH", str(trace)) for text in TEXTS[::2]), HOSTILE):
        for surface, html in draw_all(text):
            assert list(judge_page(html, usual[surface])) == [], (surface, text)
    spoiled, plain = (write_pages(show(courses=spoil(text))) for text in (HOSTILE, "text"))
    for name in ("en/city/kawasaki/index.html", "en/index.html"):
        assert list(judge_page(spoiled[name].decode(), plain[name].decode())) == []
    assert not trace.exists()


def test_hostile_cells_of_a_class_stay_text_in_a_popup() -> None:
    """What goes to the map is JSON that neither a template nor a browser takes for anything else, and reads back."""
    for text in TEXTS:
        scene = show(courses=spoil(text))
        assert scene.opened
        features = describe_features([scene.opened], scene)
        written = dump_json(features)
        assert json.loads(written) == json.loads(json.dumps(features))
        assert not any(sign in written for sign in ("<", "{{", "{%", "{#", "${", "`"))
        assert text in [item["text"] for item in features[0]["sections"][0]["items"]]
