"""What may be said of a link in public, and when it is looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.links.policy import LinkWord, is_same_page, tell_publicly
from data.links.schedule import is_due, note_finding
from data.links.trouble import LinkFinding
from data.records import LinkClass, Look
from data.table.looks import ANSWERED, CLASSES, FAILED

URL = "https://city.example.jp/a"
D = [date(2026, 3, 1) + timedelta(days=number) for number in range(60)]


@pytest.mark.parametrize(
    ("look", "word"),
    [
        (None, None),
        (Look(URL, "ok", D[9], D[9]), LinkWord("answered", D[9])),
        (
            Look(URL, "moved", D[9], D[9], moved_to="https://b.example.jp/"),
            LinkWord("moved", D[9], (), "https://b.example.jp/"),
        ),
        (Look(URL, "moved", D[9], D[9], moved_to="http://www.city.example.jp/a/"), LinkWord("answered", D[9])),
        (Look(URL, "refused", D[9], D[2]), LinkWord("answered", D[2])),
        (Look(URL, "refused", D[9]), LinkWord("unknown")),
        (Look(URL, "gone", D[9], None, (D[9],)), LinkWord("unknown")),
        (Look(URL, "gone", D[9], D[0], (D[3], D[9])), LinkWord("answered", D[0])),
        (Look(URL, "gone", D[9], D[0], (D[7], D[8], D[9])), LinkWord("answered", D[0])),
        (Look(URL, "gone", D[9], D[0], (D[4], D[7], D[9])), LinkWord("answered", D[0])),
        (Look(URL, "gone", D[9], D[0], (D[3], D[6], D[9])), LinkWord("dead", D[0], (D[3], D[6], D[9]))),
        (Look(URL, "tls", D[20], None, (D[1], D[9], D[15], D[20])), LinkWord("dead", None, (D[9], D[15], D[20]))),
        (Look(URL, "refused", D[20], None, (D[1], D[9], D[15])), LinkWord("unknown")),
    ],
)
def test_what_may_be_said(look: Look | None, word: LinkWord | None) -> None:
    """Never "dead" before three failures on three days at least three days apart; a refusal is never dead."""
    assert tell_publicly(look) == word


@pytest.mark.parametrize(
    ("known", "today", "due"),
    [
        (None, D[0], True),
        (Look(URL, "ok", D[0], D[0]), D[6], False),
        (Look(URL, "moved", D[0], D[0]), D[7], True),
        (Look(URL, "gone", D[0], None, (D[0],)), D[2], False),
        (Look(URL, "gone", D[0], None, (D[0],)), D[3], True),
        (Look(URL, "refused", D[0]), D[3], True),
        (Look(URL, "ok", D[9], D[9]), D[0], False),
    ],
)
def test_a_link_that_answered_is_left_in_peace_for_a_week(known: Look | None, today: date, due: bool) -> None:
    """What failed is looked at again after three days, since sooner does not count."""
    assert is_due(known, today) is due


def replay(findings: list[tuple[int, LinkClass]]) -> list[LinkWord | None]:
    """Return what is said after each look, days after the first."""
    look: Look | None = None
    words = []
    for day, found in findings:
        moved_to = "https://new.example.jp/x" if found == "moved" else ""
        look = note_finding(URL, LinkFinding(found, "", moved_to), look, D[0] + timedelta(days=day))
        words.append(tell_publicly(look))
    return words


@pytest.mark.parametrize("failing", sorted(FAILED))
def test_no_failure_is_dead_before_the_third_day(failing: LinkClass) -> None:
    """A link that fails whenever it is looked at, every day, is dead on the sixth day after the first and no sooner."""
    words = replay([(0, "ok"), *((day, failing) for day in range(1, 9))])
    assert [word.kind for word in words if word] == [*["answered"] * 7, "dead", "dead"]


@pytest.mark.parametrize("between", ["ok", "moved", "refused"])
def test_one_answer_ends_the_row(between: LinkClass) -> None:
    """Two failures, an answer or a refusal, two failures: nobody is told that it is dead."""
    words = replay([(0, "gone"), (3, "gone"), (6, between), (9, "gone"), (12, "gone")])
    assert all(word is None or word.kind != "dead" for word in words)


def test_a_failure_on_the_day_of_an_answer_is_not_noted() -> None:
    """Of a day on which it answered that is told, whatever comes later."""
    good = note_finding(URL, LinkFinding("ok"), None, D[0])
    assert note_finding(URL, LinkFinding("gone"), good, D[0]) == good


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(CLASSES)), min_size=1, max_size=40))
def test_whatever_happens_dead_means_three_failures_in_a_row(steps: list[tuple[int, LinkClass]]) -> None:
    """In any history: where "dead" is said, nothing but failures lies between its first day and now."""
    look, day, since = None, D[0], D[0]
    for gap, found in steps:
        day += timedelta(days=gap)
        moved_to = "https://new.example.jp/x" if found == "moved" else ""
        look = note_finding(URL, LinkFinding(found, "", moved_to), look, day)
        if found in ANSWERED or found == "refused":
            since = day
        word = tell_publicly(look)
        if word and word.kind == "dead":
            first, second, third = word.failed
            assert found in FAILED
            assert since <= first
            assert min(second - first, third - second) >= timedelta(days=3)


def test_what_a_look_adds_is_what_the_file_allows() -> None:
    """A moved link with its proposal, and nothing of the failures before it, stands in the row."""
    failed = Look(URL, "gone", D[6], D[0], (D[3], D[6]), detail="Status 404.", row=7)
    moved = note_finding(URL, LinkFinding("moved", "It redirects for good.", "https://b.example.jp/"), failed, D[9])
    assert moved == replace(
        Look(URL, "moved", D[9], D[9]), moved_to="https://b.example.jp/", detail="It redirects for good."
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("http://city.example.jp/a/", True),
        ("https://www.city.example.jp/a", True),
        ("https://city.example.jp/b", False),
        ("https://city.example.jp/a?x=1", False),
    ],
)
def test_a_reader_need_not_know_of_some_differences(other: str, same: bool) -> None:
    """Scheme, www. and a slash at the end are nothing that a reader should write down anew."""
    assert is_same_page(URL, other) is same
