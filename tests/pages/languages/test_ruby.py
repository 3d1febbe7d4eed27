"""Readings: from a catalogue's notation to ruby, to brackets, to nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.languages.ruby import BASE, END, READING, annotate, drop_readings, read_notation, show_brackets, show_ruby


@pytest.mark.parametrize(
    ("written", "plain", "brackets"),
    [
        ("市役所《しやくしょ》", "市役所", "市役所（しやくしょ）"),
        ("近《ちか》くの市《し》", "近くの市", "近（ちか）くの市（し）"),
        ("｜問い合わせ《といあわせ》る", "問い合わせる", "問い合わせ（といあわせ）る"),
        ("々《のま》", "々", "々（のま）"),
        ("かな《x》", "かな《x》", "かな《x》"),
        ("English", "English", "English"),
    ],
)
def test_notation_becomes_text(written: str, plain: str, brackets: str) -> None:
    """The reading belongs to the run of kanji before it, or to what follows the bar."""
    text = read_notation(written)
    assert (drop_readings(text), show_brackets(text)) == (plain, brackets)


def test_ruby_has_brackets_for_those_who_cannot_show_it() -> None:
    """Base, reading, and the brackets of an old browser."""
    html = show_ruby(f"<b> {annotate('市', 'し')}")
    assert html == "&lt;b&gt; <ruby>市<rp>(<rt>し<rp>)</ruby>"


@given(st.lists(st.sampled_from(["<i>", "&", "a", "市", BASE, READING, END, "し", '"'])).map("".join))
def test_hostile_text_stays_text(text: str) -> None:
    """Whatever signs come in whatever order: only ruby's own tags stand in the HTML, and no sign is left."""
    html = str(show_ruby(text))
    assert set(re.findall(r"<[^>]*>", html)) <= {"<ruby>", "<rp>", "<rt>", "</ruby>"}
    for shown in (html, drop_readings(text), show_brackets(text)):
        assert not set(shown) & {BASE, READING, END}
