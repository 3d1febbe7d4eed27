"""Days in the words of a language."""

import datetime
from dataclasses import replace

import pytest

from pages.languages.dates import write_date
from pages.languages.language import load_language
from pages.languages.ruby import show_brackets

DAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "November 26, 2026"),
        ("ja", "2026年11月26日"),
        ("vi", "26 tháng 11, 2026"),
        ("pt-BR", "26 de novembro de 2026"),
        ("ko", "2026년 11월 26일"),
    ],
)
def test_a_day_is_written_as_the_language_does(code: str, text: str) -> None:
    """As the Unicode locale data has it."""
    assert write_date(DAY, load_language(code)) == text


@pytest.mark.parametrize(("day", "text"), [(26, "26日（にち）"), (1, "1日（ついたち）"), (20, "20日（はつか）")])
def test_easy_japanese_has_readings(day: int, text: str) -> None:
    """Some days of a month are words."""
    written = write_date(DAY.replace(day=day), load_language("ja-easy"))
    assert show_brackets(written) == f"2026年（ねん）11月（がつ）{text}"


def test_an_unknown_language_has_the_day_in_figures() -> None:
    """A catalogue of somebody's own may have any tag."""
    assert write_date(DAY, replace(load_language("en"), tag="zz")) == "2026-11-26"
