"""Five cities answer, and five days are told wherever a city is shown; a year later each says that it was long ago."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from data.folder import locate_files
from data.published.formats import CSV, GEOJSON, JSON, KML, STANDARD_CSV, TABLE, VCARD, Format
from data.records import City
from pages.address.links import Links, PageName
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.downloads import write_download
from pages.edition.pages import Edition, list_pages
from pages.edition.shared import begin_files
from pages.languages.dates import write_date
from pages.languages.language import load_language
from pages.maps.features import build_features
from pages.markup.plain_page import render_page
from pages.paper.sheet import render_sheet
from tests.data.commands import Command

ENGLISH = load_language("en")
DAYS = {slug: date(2026, 11, 20 + place) for place, slug in enumerate(("sakai", "kobe", "sendai", "kyoto", "osaka"))}
TODAY = date(2026, 11, 27)
A_YEAR_ON = max(DAYS.values()) + timedelta(366)
OLD = "That was more than a year ago: please ask."
ROLE, EVIDENCE = "国際課 担当者", "掲載アドレスからの返信"


@dataclass(frozen=True, slots=True)
class Answered:
    """The tables in which five cities have answered and one wants to be left out, before and after that."""

    before: Atlas
    atlas: Atlas


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Answered:
    """Take the answers with the command, as an editor does."""
    command = Command.on_shipped(tmp_path_factory.mktemp("answers") / "tables")
    files = locate_files({"MADOGUCHI_DATA": str(command.folder)})
    before = load_atlas(files)
    for slug, day in DAYS.items():
        command.confirm(slug, "all", day=day.isoformat())
    command.confirm("chiba", "all", "--withdraw")
    return Answered(before, load_atlas(files))


def draw(atlas: Atlas, page: PageName, today: date, view: View | None = None) -> str:
    """Draw a page without scripts, which is what the app shows first, of all rows or of a view."""
    return str(render_page(Scene(atlas, view or View(lang="en"), Links(page), ENGLISH, today=today)))


def draw_popups(atlas: Atlas, today: date) -> str:
    """Write what the map's popups are built from."""
    features = build_features(atlas.cities, atlas.coordinates, ENGLISH, atlas.offices, today)
    return json.dumps(features, ensure_ascii=False)


def draw_sheet(atlas: Atlas, today: date) -> str:
    """Draw the sheet of all cities."""
    scene = Scene(atlas, View(lang="en"), Links("map"), ENGLISH, today=today)
    return str(render_sheet(scene, "https://map.example.jp", today))


def draw_opened(atlas: Atlas, today: date) -> str:
    """Draw each answering city's page."""
    return "".join(draw(atlas, "map", today, View(city=slug, lang="en")) for slug in (*DAYS, "chiba"))


def draw_edition(atlas: Atlas, today: date) -> str:
    """Draw the edition's pages of the answering cities."""
    few = replace(atlas, cities=tuple(city for city in atlas.cities if city.slug in {*DAYS, "chiba"}))
    pages = list_pages(Edition(few, "", today, ("en",)), begin_files())
    return "".join(text for name, text in pages if name.endswith("index.html"))


SURFACES: Mapping[str, Callable[[Atlas, date], str]] = {
    "first page": lambda atlas, today: draw(atlas, "map", today),
    "list": lambda atlas, today: draw(atlas, "cities", today),
    "opened card": draw_opened,
    "popups": draw_popups,
    "sheet": draw_sheet,
    "edition": draw_edition,
}
FILES = (CSV, STANDARD_CSV, JSON, GEOJSON, KML, VCARD)


@pytest.mark.parametrize("surface", SURFACES)
def test_five_days_stand_on_every_surface(answered: Answered, surface: str) -> None:
    """Each with its city; none before; after 366 days each says that it was long ago, and not a day sooner."""
    show = SURFACES[surface]
    words = [f"Confirmed by the city on {write_date(day, ENGLISH)}." for day in DAYS.values()]
    before, now, later = (
        show(atlas, today)
        for atlas, today in ((answered.before, TODAY), (answered.atlas, TODAY), (answered.atlas, A_YEAR_ON))
    )
    assert [word for word in words if word in before] == []
    assert [word for word in words if word not in now] == []
    assert [word for word in words if f"{word} {OLD}" not in later] == []
    assert OLD not in now
    last = show(answered.atlas, min(DAYS.values()) + timedelta(365)) if surface != "edition" else now
    assert OLD not in last


def test_the_page_of_how_well_facts_are_known_says_what_is_old(answered: Answered) -> None:
    """Beside each fact that was confirmed, as the cards do: a day of more than a year ago is no news."""
    now, later = (draw(answered.atlas, "quality", today) for today in (TODAY, A_YEAR_ON))
    assert (now.count(OLD), later.count(OLD)) == (0, later.count("Confirmed by the city on"))
    assert later.count(OLD) >= len(DAYS)


def read_file(chosen: Format, atlas: Atlas, today: date) -> str:
    """Write a file of all rows, its folded lines joined."""
    return write_download(chosen, atlas, View(lang="en"), today).replace("\r\n ", "")


@pytest.mark.parametrize("chosen", FILES, ids=lambda chosen: chosen.file)
def test_five_days_stand_in_every_file(answered: Answered, chosen: Format) -> None:
    """With role and evidence; after 366 days each file says outdated, in its own words."""
    now, later = (read_file(chosen, answered.atlas, today) for today in (TODAY, A_YEAR_ON))
    old = "more than a year before this card was made" if chosen is VCARD else "outdated"
    for day in DAYS.values():
        assert day.isoformat() in now
        assert day.isoformat() not in read_file(chosen, answered.before, TODAY)
    assert ROLE in now
    assert EVIDENCE in now
    assert (old in now, later.count(old) >= 5) == (False, True)


def test_the_table_to_read_has_a_column_of_it(answered: Answered) -> None:
    """In the reader's words, as the cards say it."""
    now, later = (read_file(TABLE, answered.atlas, today) for today in (TODAY, A_YEAR_ON))
    for day in DAYS.values():
        assert f"Confirmed by the city on {write_date(day, ENGLISH)}.\n{ROLE} · {EVIDENCE}" in now
    assert (now.count(OLD), later.count(OLD)) == (0, 5)
    assert now.count("Not yet confirmed by the city.") == 14


def list_contacts(city: City) -> Iterator[str]:
    """Yield what the source lists of a city and nobody else does."""
    yield from (*city.departments, *city.emails)
    yield from (link.published for link in (*city.websites, *city.classes))


@pytest.mark.parametrize("surface", [*SURFACES, *(chosen.file for chosen in (*FILES, TABLE))])
def test_what_a_city_has_withdrawn_is_offered_nowhere(answered: Answered, surface: str) -> None:
    """Chiba's contacts and doubts stand nowhere any more, the city still does; where there are words, they say why."""
    written = {chosen.file: chosen for chosen in (*FILES, TABLE)}

    def show(atlas: Atlas) -> str:
        return read_file(written[surface], atlas, TODAY) if surface in written else SURFACES[surface](atlas, TODAY)

    chiba = next(city for city in answered.before.cities if city.slug == "chiba")
    others = {text for city in answered.before.cities if city is not chiba for text in list_contacts(city)}
    own = [text for text in list_contacts(chiba) if text not in others]
    now = show(answered.atlas)
    assert own
    assert [text for text in own if text in now] == []
    assert any(text in show(answered.before) for text in own)
    assert "volunteer/introduction" not in now
    assert "千葉市" in now
    assert "at the request of the city" in now or "withdrawn" in now or "not shown at the city" in now


def test_where_nobody_has_answered_one_calm_line_says_so(answered: Answered) -> None:
    """Once a card; on the sheet of many once at its foot."""
    told = "Not yet confirmed by the city."
    assert draw(answered.before, "cities", TODAY).count(told) == 20
    assert draw_popups(answered.before, TODAY).count(told) == 20
    sheet = draw_sheet(answered.before, TODAY)
    assert (sheet.count(told), sheet.count("Where no day is given, the city has not confirmed its line yet.")) == (0, 1)
