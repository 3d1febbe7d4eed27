"""Opening hours as Japanese offices word them, put into the plain notation that data/hours.py reads.

"9:30〜17:00 (注記)水曜日 9:30〜19:00" becomes "9:30-17:00 ;水 9:30-19:00". What is not understood stays as it is, so
that the hours cannot be read and are shown as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DASHES = re.compile(r"\s*[-‐‑–—―−~〜～ー]\s*")
_CLOCK = re.compile(
    r"(?P<half>午前|午後)?\s*(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})|時(?:(?P<spelt>[0-9]{1,2})分|(?P<by>半))?)"
)
_FROM_TO = re.compile(r"([0-9]{1,2}:[0-9]{2})(?:\s*(?:から|より)\s*|-)([0-9]{1,2}:[0-9]{2})(?:まで)?")
_WORDS = {"正午": "12:00", "平日": "月-金", "毎日": "", "祝日": "祝", "及び": " ", "および": " ", "/": ";"}
_NOTE = re.compile(r"\((?:注記?)\)|※|(?:ただし|但し)、?")
_DAY = re.compile(r"(?<=[月火水木金土日祝])曜日?")
_AFTER_DAY = re.compile(r"(?<=[月火水木金土日祝])(?:のみ|だけ)?(?:は、?|[、:])?(?=\s*[0-9])")
_UNTIL = re.compile(r"\(([月火水木金土日・]+)は?\s*([0-9]{1,2}:[0-9]{2})まで\)")
_TIMES = r"([0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2})"
_PAUSE = re.compile(rf"\((?:昼休み:?\s*{_TIMES}|{_TIMES}(?:を除く|は昼?休み))\)")
_CLOSED = re.compile(r"\((?:祝日|祝休日|年末年始)(?:[・、](?:祝日|祝休日|年末年始))*(?:を除く|は?休み)\)")


@dataclass(frozen=True, slots=True)
class PlainHours:
    """Hours in plain notation, the spans in which it is closed on each day, and the closing days named among them."""

    hours: str
    pauses: str
    closed: str


def tidy(text: str) -> str:
    """Return a text with plain digits, and one kind of dash without spaces round it."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()


def write_plainly(text: str) -> PlainHours:
    """Put hours into plain notation, as far as they are worded in a known way."""
    text = tidy(text)
    closed = ";".join(re.findall("祝日|祝休日|年末年始", " ".join(found[0] for found in _CLOSED.finditer(text))))
    text = _write_clocks(_CLOSED.sub("", text))
    for word, plain in _WORDS.items():
        text = text.replace(word, plain)
    text = _FROM_TO.sub(r"\1-\2", _DAY.sub("", text))
    pauses = " ".join(before or behind for before, behind in _PAUSE.findall(text))
    text = _write_until(_PAUSE.sub("", text))
    return PlainHours(_AFTER_DAY.sub(" ", _NOTE.sub(";", text)), pauses, closed)


def _write_clocks(text: str) -> str:
    """Write times of day as 13:00; behind 午後 and a dash an early hour is one of the afternoon, too."""
    parts, end, afternoon = [], 0, False
    for found in _CLOCK.finditer(text):
        hour = int(found["hour"])
        goes_on = afternoon and not found["half"] and text[end : found.start()] in {"-", "から"}
        afternoon = found["half"] == "午後" or goes_on
        if hour > 12 and found["half"]:
            return text
        hour = hour % 12 + 12 if afternoon and hour <= 12 else hour
        minute = found["minute"] or found["spelt"] or ("30" if found["by"] else "0")
        parts += [text[end : found.start()], f"{hour}:{int(minute):02}"]
        end = found.end()
    return "".join([*parts, text[end:]])


def _write_until(text: str) -> str:
    """Write "(水は19:00まで)" as that day's own hours, which begin as those before it do."""
    first = re.search(r"([0-9]{1,2}:[0-9]{2})-", text)
    return _UNTIL.sub(rf";\1 {first[1]}-\2", text) if first else text
