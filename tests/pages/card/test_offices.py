"""Counters and associations on a card: what is known of them in the reader's words, and where it is from."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import pytest

from data.folder import locate_files
from data.offices import Counter, Offices
from data.places.gazetteer import find_place
from data.records import Place
from data.table.offices import read_offices
from pages.answers.japan_time import JAPAN_TIME
from pages.answers.offices import choose_offices
from pages.card.card import Section
from pages.card.offices import describe_briefly, describe_offices
from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import drop_readings

KNOWN, _ = read_offices(locate_files({}))
WEDNESDAY = datetime(2026, 6, 17, 18, 30, tzinfo=JAPAN_TIME)
SUNDAY = datetime(2026, 6, 21, 12, 0, tzinfo=JAPAN_TIME)
LANGUAGES = pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)


def get_place(code: str) -> Place:
    """Return the place of a code."""
    place = find_place(code)
    assert place is not None
    return place


def describe(code: str, language: str = "en", now: datetime | None = None) -> tuple[Section, ...]:
    """Describe what helps at a place."""
    return describe_offices(choose_offices(KNOWN, get_place(code)), load_language(language), now)


def list_texts(section: Section) -> list[str]:
    """List the lines of a section as plain text."""
    return [drop_readings(f"{item.text} {item.detail or ''}".strip()) for item in section.items]


def test_sapporos_counter_has_number_hours_and_languages() -> None:
    """The number can be pressed, the late Wednesday stands by itself, the reader's language comes first."""
    counter, association = describe("011002", "vi", WEDNESDAY)
    assert [item.url for item in counter.items if item.kind == "phone"] == ["tel:0112113678"]
    lines = list_texts(counter)
    assert any("Th 2" in line and "9:30–17:00" in line and "9:30–19:00" in line for line in lines), lines
    assert any("tiếng Việt, tiếng Anh" in line for line in lines), lines
    assert association.items[0].url == "https://www.plaza-sapporo.or.jp/"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (WEDNESDAY, "Open now, until 19:00 in Japan."),
        (SUNDAY, "Closed now. Opens: Mon 9:30 in Japan."),
        (datetime(2026, 1, 1, 12, 0, tzinfo=JAPAN_TIME), "Ask whether it is open today."),
        (None, ""),
    ],
)
def test_whether_it_is_open_is_said_where_the_time_is_known(now: datetime | None, said: str) -> None:
    """On paper and in files, which are read later, nothing is said of it."""
    found = [line for line in list_texts(describe("011002", "en", now)[0]) if "now" in line or "today" in line]
    assert found == ([said] if said else [])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("111007", "048-887-1506 This number may have changed."),
        ("370002", "087-837-5908 This is an office's line: ask for the counter."),
        ("140007", "045-316-2770"),
    ],
)
def test_a_number_is_shown_with_what_is_known_of_it(code: str, said: str) -> None:
    """As its source lets it be shown."""
    assert said in list_texts(describe(code)[0])


def test_hours_that_cannot_be_read_stand_as_written() -> None:
    """Nothing is made of them."""
    assert any("by appointment" in line for line in list_texts(describe("400009")[0]))


@pytest.mark.parametrize(
    ("lang", "note"),
    [("en", "en: Vietnamese on Wednesdays."), ("ja", "ベトナム語は水曜日です。"), ("vi", "Tiếng Việt vào thứ Tư.")],
)
def test_a_note_is_in_the_readers_words(lang: str, note: str) -> None:
    """The shipped ones are in the catalogues; one that is not stands in English, and says so."""
    assert note in list_notes(KNOWN.counters, "370002", lang)
    own = [replace(counter, note="Ring twice.") for counter in KNOWN.counters]
    assert "en: Ring twice." in list_notes(own, "370002", lang)


def list_notes(counters: Iterable[Counter], code: str, lang: str) -> list[str]:
    """List the lines of a place's counter, those in English marked."""
    [counter] = [counter for counter in counters if counter.place.code == code]
    [section] = describe_offices(Offices((), (counter,)), load_language(lang))
    return [f"{item.lang}: {item.text}" if item.lang == "en" else item.text for item in section.items]


@pytest.mark.parametrize(
    ("lang", "days"),
    [
        ("en", "Mon–Fri 10:00–17:00; 2nd and 4th Saturday of the month 10:00–13:00"),
        ("es", "lun–vie 10:00–17:00; sábado (2.ª y 4.ª vez del mes) 10:00–13:00"),
        ("fil", "Lun–Biy 10:00–17:00; ika-2 at ika-4 na Sabado ng buwan 10:00–13:00"),
    ],
)
def test_days_of_a_month_are_counted_not_its_weeks(lang: str, days: str) -> None:
    """The first Tuesday may lie in the second week that a calendar shows."""
    assert any(line.startswith(days) for line in list_texts(describe("141003", lang)[0]))


def test_conflicting_addresses_are_told() -> None:
    """Both stand there; only one is a link."""
    [association] = [section for section in describe("240001") if section.field == "association"]
    assert "Another source has another address: www.miefweb.org" in list_texts(association)


def test_a_prefectures_office_says_whose_it_is() -> None:
    """A city's own does not need it."""
    assert describe("202029")[0].heading == "Counter for foreign residents (Nagano)"
    assert describe("281000")[0].heading == "Counter for foreign residents"


@LANGUAGES
def test_every_office_is_described_with_its_source(language: Language) -> None:
    """Name, source and date, and that nobody has called; no number that its row does not have."""
    for counter in KNOWN.counters:
        for section in (
            *describe_offices(Offices((), (counter,)), language, WEDNESDAY),
            *describe_briefly(Offices((), (counter,)), language),
        ):
            check_counter(counter, section)
    for association in KNOWN.associations:
        [section] = describe_offices(Offices((association,), ()), language)
        assert (section.items[0].url, bool(section.source)) == (association.url, True)


def check_counter(counter: Counter, section: Section) -> None:
    """Check what is said of a counter."""
    assert drop_readings(section.items[0].text) in {counter.name, counter.name_en}
    assert section.source
    assert (counter.sources[0].date.removeprefix("FY").removesuffix(" or later") or "") in section.source
    assert tuple(item.text for item in section.items if item.kind == "phone") == counter.phones
    said = " ".join(item.text for item in section.items if item.kind == "text" and item.lang != "en")
    assert not re.search(r"0\d{1,4}-\d{1,4}-\d{3,4}", said)
