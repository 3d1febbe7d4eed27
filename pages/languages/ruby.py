"""Readings above kanji: how a catalogue writes them, how text carries them, how each place shows them.

A catalogue writes 市役所《しやくしょ》, and ｜ where the base does not begin with the run of kanji. Text carries the
signs that Unicode has for annotations, so that nothing in data is mistaken for a reading.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from pages.languages.trusted import read_markup

BASE, READING, END = "\ufff9", "\ufffa", "\ufffb"
WRITTEN = re.compile(r"(?:｜([^《》｜]+)|([々〆ヶ\u3400-\u4dbf\u4e00-\u9fff]+))《([^《》]+)》")
CARRIED = re.compile(f"{BASE}([^{BASE}{READING}{END}]*){READING}([^{BASE}{READING}{END}]*){END}")
SIGNS = re.compile(f"[{BASE}{READING}{END}]")
TEMPLATES = Path(__file__).parent / "templates"


def read_notation(text: str) -> str:
    """Turn a catalogue's notation into text that carries its readings."""
    return WRITTEN.sub(lambda match: annotate(match[1] or match[2], match[3]), text)


def annotate(base: str, reading: str) -> str:
    """Return a text that carries its reading."""
    return f"{BASE}{base}{READING}{reading}{END}"


def show_ruby(text: str, *, brackets: bool = True) -> Markup:
    """Return HTML with each reading above its base, in brackets where ruby is unknown; everything else escaped.

    Its inner elements have no end tags, which HTML lets one leave out: a page has a thousand readings.
    """
    parts: list[Markup] = []
    end, ruby = 0, _ruby("ruby.html" if brackets else "ruby_alone.html")
    for match in CARRIED.finditer(text):
        parts += [Markup.escape(drop_readings(text[end : match.start()])), ruby.format(base=match[1], text=match[2])]
        end = match.end()
    return Markup().join([*parts, Markup.escape(drop_readings(text[end:]))])


def show_brackets(text: str) -> str:
    """Return plain text with each reading in brackets behind its base, for places that can hold nothing else."""
    return SIGNS.sub("", CARRIED.sub(r"\1（\2）", text))


def drop_readings(text: str) -> str:
    """Return plain text without readings, for machines and for voices, which have their own."""
    return SIGNS.sub("", CARRIED.sub(r"\1", text))


@cache
def _ruby(template: str) -> Markup:
    return read_markup(TEMPLATES / template).strip()
