"""Which changes a view is told, and in which parts."""

from dataclasses import replace

import pytest

from data.history.records import Difference
from data.records import Check
from pages.address.view import View
from pages.history.selection import (
    CHANGES_PER_PAGE,
    choose_changes,
    choose_part,
    count_change_parts,
    list_change_steps,
    list_changed_prefectures,
)
from tests.pages.history.samples import HOKKAIDO, SAKAI, SAPPORO, edit_email, make_atlas, show

BEGUN = Difference("begun", "city", new="20")
ATLAS = make_atlas(BEGUN, edit_email(SAPPORO), edit_email(SAKAI), edit_email(HOKKAIDO))


@pytest.mark.parametrize(
    ("view", "codes"),
    [
        (View(), [HOKKAIDO, SAKAI, SAPPORO, ""]),
        (View(prefectures=("hokkaido",)), [HOKKAIDO, SAPPORO]),
        (View(prefectures=("hokkaido", "osaka")), [HOKKAIDO, SAKAI, SAPPORO]),
        (View(prefectures=("okinawa",)), []),
        (View(city="sapporo"), [SAPPORO]),
        (View(city="sapporo", prefectures=("osaka",)), [SAPPORO]),
        (View(city="kobe"), []),
        (View(query="kobe"), [HOKKAIDO, SAKAI, SAPPORO, ""]),
    ],
)
def test_a_view_is_told_its_changes_newest_first(view: View, codes: list[str]) -> None:
    """Of the opened city, else of the chosen prefectures with their own offices, else all."""
    assert [change.what.code for change in choose_changes(ATLAS, view)] == codes


def test_what_a_city_has_withdrawn_is_told_no_more() -> None:
    """Neither page nor feeds hold an address that is not to be shown; that it was withdrawn they tell."""
    withdrawn = Check(SAPPORO, "email", "", "2026-04-05", "国際部", "letter", answer="withdrawn")
    cities = tuple(replace(city, checks=(withdrawn,)) if city.code == SAPPORO else city for city in ATLAS.cities)
    told = Difference("added", "withdrawal", SAPPORO, "", "email", "", "2026-04-05")
    other = Difference("changed", "city", SAPPORO, "", "class", "https://a.example/", "https://b.example/")
    atlas = make_atlas(edit_email(SAPPORO), edit_email(SAKAI), other, told)
    changes = choose_changes(replace(atlas, cities=cities), View())
    assert [change.what for change in changes] == [told, other, edit_email(SAKAI)]


def test_only_prefectures_with_a_change_are_offered() -> None:
    """From north to south."""
    assert [prefecture.slug for prefecture in list_changed_prefectures(ATLAS)] == ["hokkaido", "osaka"]


@pytest.mark.parametrize(
    ("page", "size", "texts"),
    [
        (1, CHANGES_PER_PAGE, ["Next: page 2 of 3"]),
        (2, CHANGES_PER_PAGE, ["Previous", "Next: page 3 of 3"]),
        (3, 1, ["Previous"]),
        (9999, 1, ["Previous"]),
    ],
)
def test_a_long_list_has_parts(page: int, size: int, texts: list[str]) -> None:
    """A hundred each; what lies beyond the last is the last."""
    atlas = make_atlas(*(edit_email(SAPPORO, f"{n}@a.jp", f"{n + 1}@a.jp") for n in range(2 * CHANGES_PER_PAGE + 1)))
    view = View(city="sapporo", page=page, lang="en")
    changes = choose_changes(atlas, view)
    assert (count_change_parts(changes), len(choose_part(changes, view))) == (3, size)
    steps = list_change_steps(changes, show(atlas, view))
    assert [step.text for step in steps] == texts
    assert all(step.url.startswith("?lang=en&city=sapporo") for step in steps)


def test_an_empty_list_is_one_part() -> None:
    """And has no steps."""
    assert count_change_parts(()) == 1
    assert list_change_steps((), show(ATLAS)) == ()
