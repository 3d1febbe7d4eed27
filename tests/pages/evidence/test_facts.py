"""Facts: each link, address and department once, with the row it stands in and what vouches for it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from data.folder import locate_files
from data.records import Check, City, Look
from pages.address.links import Links
from pages.address.view import Lack, View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.evidence.facts import choose_facts, list_facts, narrow_to_facts
from pages.evidence.summary import summarize
from pages.evidence.table_file import COLUMNS, write_facts
from pages.languages.language import load_language
from pages.markup.fact_list import describe_facts, say_summary
from pages.markup.plain_page import render_page

ATLAS = load_atlas(locate_files({}))


def look_at(atlas: Atlas, *days: date) -> Atlas:
    """Let the websites of the first cities have answered, one a day."""
    cities: list[City] = list(atlas.cities)
    for number, day in enumerate(days):
        link = cities[number].websites[0]
        seen = replace(link, look=Look(link.original, "ok", day, day))
        cities[number] = replace(cities[number], websites=(seen,))
    return replace(atlas, cities=tuple(cities))


def test_each_fact_is_listed_once() -> None:
    """The shipped table has 47 links, 21 e-mail addresses and 20 departments."""
    kinds = Counter(fact.field for fact in list_facts(ATLAS))
    assert kinds["website"] + kinds["class"] == 47
    assert (kinds["email"], kinds["department"], kinds.total()) == (21, 20, 88)


@pytest.mark.parametrize(
    ("view", "count"),
    [
        (View(), 88),
        (View(city="kobe"), 4),
        (View(prefectures=("osaka",)), 11),
        (View(missing="certainty"), 6),
        (View(missing="answer"), 47),
        (View(missing="confirmation"), 88),
        (View(missing="certainty", prefectures=("miyagi", "chiba")), 2),
        (View(city="kobe", missing="certainty"), 0),
    ],
)
def test_a_view_chooses_facts(view: View, count: int) -> None:
    """Prefecture, city and what is missing narrow together."""
    assert len(choose_facts(ATLAS, view)) == count


def test_what_is_missing_is_read_from_the_address() -> None:
    """Only what decides which facts are shown stays of a view."""
    view = View(prefectures=("osaka",), query="x", missing="answer", lang="ja", page=3)
    assert narrow_to_facts(view) == View(prefectures=("osaka",), missing="answer", lang="ja")


def test_the_summary_counts_what_is_shipped() -> None:
    """Nothing has been opened or confirmed; six doubts; the points have a day."""
    summary = summarize(list_facts(ATLAS))
    assert (summary.facts, summary.links, summary.answered, summary.lines) == (88, 47, 0, 20)
    assert (summary.confirmed, summary.doubted, summary.oldest) == (0, 6, None)
    assert summary.placed_since == date(2026, 11, 22)


def test_answers_and_confirmations_are_counted_with_their_days() -> None:
    """Two links answered; a line counts as confirmed when each of its facts is."""
    atlas = look_at(ATLAS, date(2026, 11, 1), date(2026, 11, 20))
    kobe = next(city for city in atlas.cities if city.slug == "kobe")
    checks = tuple(
        Check(kobe.code, field, "", "2026-10-05", "the department", "a mail")
        for field in ("department", "website", "email", "class")
    )
    cities = tuple(replace(city, checks=checks) if city == kobe else city for city in atlas.cities)
    summary = summarize(list_facts(replace(atlas, cities=cities)))
    assert (summary.answered, summary.last_answer, summary.oldest) == (2, date(2026, 11, 20), date(2026, 10, 5))
    assert summary.confirmed == 1
    said = say_summary(summary, load_language("en"))
    assert said[0] == "2 of 47 links answered, the last on November 20, 2026."
    assert said[1] == "Lines that the city itself has confirmed: 1 of 20."


def test_the_file_says_where_each_fact_is_from() -> None:
    """A row for each fact: its line and column in the source, doubt, geocoder, query and day."""
    rows = list(csv.DictReader(io.StringIO(write_facts(list_facts(ATLAS)).removeprefix("\ufeff"))))
    assert len(rows) == 88
    assert tuple(rows[0]) == COLUMNS
    sendai = next(row for row in rows if row["code"] == "041009" and row["field"] == "class")
    assert (sendai["source_line"], sendai["source_column"]) == ("5", "Japanese Class Information")
    assert (sendai["doubt_line"], sendai["doubt_better_value"]) == ("2", "int.sentia-sendai.jp")
    assert (sendai["geocoder"], sendai["geocoder_query"]) == ("gazetteer", "仙台市, 宮城県")
    assert sendai["geocoded_on"] == "2026-11-22"


@pytest.mark.parametrize("missing", [None, "answer", "certainty"])
def test_the_page_keeps_its_filters_in_its_links(missing: Lack | None) -> None:
    """Download and filters have the address's parameters; the chosen ones are marked."""
    view = View(prefectures=("osaka",), missing=missing, lang="en")
    told = describe_facts(Scene(ATLAS, view, Links("quality"), load_language("en")))
    (_, download) = told["download"] if isinstance(told["download"], tuple) else ("", "")
    assert download == "./data/quality.csv?prefecture=osaka" + (f"&missing={missing}" if missing else "")
    lacks = told["lacks"]
    assert isinstance(lacks, list)
    assert [chosen for _, _, chosen in lacks] == [lack == missing for lack in ("answer", "confirmation", "certainty")]


@pytest.mark.parametrize(
    ("view", "shown"), [(View(), 0), (View(prefectures=("osaka",)), 8), (View(missing="answer"), 0)]
)
def test_a_long_table_shows_the_facts_of_chosen_places_alone(view: View, shown: int) -> None:
    """All of Japan's on one page would be over a megabyte; the file has them."""
    twins = tuple(replace(city, slug=f"{city.slug}-{number}") for number in range(4) for city in ATLAS.cities)
    scene = Scene(replace(ATLAS, cities=twins), view, Links("quality"), load_language("en"))
    told = describe_facts(scene)
    groups = told["groups"]
    assert isinstance(groups, (list, tuple))
    assert (len(groups), told["is_brief"]) == (shown, shown == 0)
    page = str(render_page(scene, ""))
    assert ("<tbody>" in page, "Nothing found" in page, "quality.csv" in page) == (shown > 0, False, True)
