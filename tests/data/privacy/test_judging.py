"""What is a person's own is refused in the words about an answer; an office, a post and how it answered are not."""

from __future__ import annotations

import re

import pytest

from data.places.gazetteer import find_place, list_places
from data.privacy.contacts import is_mobile, is_private_host
from data.privacy.judging import judge_public_text, judge_role, judge_text
from data.privacy.masking import LONGEST, mask_text
from tests.data.privacy.samples import HARMLESS_EVIDENCE, HARMLESS_ROLES, PRIVATE

CHIBA = find_place("121002")


@pytest.mark.parametrize("text", PRIVATE)
def test_what_is_a_persons_own_is_found(text: str) -> None:
    """Names, private numbers, addresses and names in networks; each finding is told with its remedy."""
    findings = list(judge_text(text, CHIBA))
    assert findings
    assert all(finding.found and finding.message and finding.remedy for finding in findings)
    assert list(judge_role(text, CHIBA))


def test_there_are_fifty_samples() -> None:
    """The table of private ones is as long as was promised, without doubles."""
    assert len(set(PRIVATE)) >= 50


@pytest.mark.parametrize("text", HARMLESS_EVIDENCE)
def test_what_tells_of_an_answer_is_harmless(text: str) -> None:
    """Days, numbers of letters, offices, pages, and everybody with an honorific."""
    assert list(judge_text(text, CHIBA)) == []


@pytest.mark.parametrize("text", HARMLESS_ROLES)
def test_an_office_and_a_post_are_roles(text: str) -> None:
    """Departments in either language, posts, and both."""
    assert list(judge_role(text, find_place("271403"))) == []


@pytest.mark.parametrize("kind", ["city", "town", "village"])
def test_no_place_is_taken_for_a_person(kind: str) -> None:
    """Hundreds of places are called as people are; an answer of theirs can be noted all the same."""
    places = [place for place in list_places() if place.kind == kind][::20] + [
        place for place in list_places() if place.ja in {"古殿町", "青ヶ島村", "吉野ヶ里町", "一戸町", "大和市"}
    ]
    wrong = [
        place.ja
        for place in places
        if [*judge_role(f"{place.ja}国際課 担当者", place), *judge_text(f"{place.ja}からの返信", place)]
        or [*judge_text(f"Reply from {place.en} City, International Division", place)]
    ]
    assert wrong == []


@pytest.mark.parametrize("text", ["はい", "Kim", "太郎", "x", "2026-04-01"])
def test_what_names_no_office_is_no_role(text: str) -> None:
    """A name that no list knows is refused where only an office or a post can stand."""
    assert [finding.message for finding in judge_role(text, CHIBA)][-1] == "It names no office and no post."


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("gmail.com", True),
        ("Yahoo.co.jp", True),
        ("outlook.com", True),
        ("icloud.com", True),
        ("docomo.ne.jp", True),
        ("t.vodafone.ne.jp", True),
        ("qq.com", True),
        ("city.chiba.jp", False),
        ("city.sakai.lg.jp", False),
        ("ne.jp", False),
        ("docomo.ne.jp.example.jp", False),
    ],
)
def test_private_hosts_are_known(host: str, private: bool) -> None:
    """Free-mail providers and carriers, with what is below them; no city."""
    assert is_private_host(host) is private


@pytest.mark.parametrize("text", PRIVATE)
def test_a_public_text_holds_nothing_private_either(text: str) -> None:
    """Of all that is a person's own only the number of a fixed telephone may stand in the words about an offer."""
    findings = list(judge_public_text(text, CHIBA))
    assert bool(findings) is not text.startswith("03-")


@pytest.mark.parametrize("text", PRIVATE)
def test_what_is_masked_cannot_be_read(text: str) -> None:
    """The first sign and the marks stay, so that a cell is found again."""
    masked = mask_text(text)
    assert masked[0] == text[0]
    assert len(masked) <= LONGEST + 1
    assert re.sub(r"[^\w]", "", masked[1:]) == ""


@pytest.mark.parametrize(
    ("number", "mobile"),
    [
        ("090-1234-5678", True),
        ("０８０（１２３４）５６７８", True),
        ("+81 70 1234 5678", True),
        ("9012345678", True),
        ("09012345678", True),
        ("060-1234-5678", True),
        ("0800-123-4567", False),
        ("050-1234-5678", False),
        ("044-123-4567", False),
        ("312345678", False),
        ("", False),
    ],
)
def test_mobile_numbers_are_known_however_they_are_written(number: str, mobile: bool) -> None:
    """In any width, with the country's prefix or without the zero; free calls are an office's."""
    assert is_mobile(number) is mobile
