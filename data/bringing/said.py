"""What a list says of days in words (日時備考), 第2・第4土曜日 午後2時~4時 for one; read, or left as it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from data.courses.cells import read_time
from data.hours import WEEKDAYS

_REPEATED = re.compile(r"^(?:開始|終了|申込期限)(?:日|時刻|時間): *[\d/:-]+$", re.MULTILINE)  # cells said once more
_JOINT = r"(?:[・、,と及び&\s]|および)*"
_DAYS = rf"[{WEEKDAYS}](?:曜日?)?(?:{_JOINT}[{WEEKDAYS}](?:曜日?)?(?![間時分本付]))*"
_NUMBERS = re.compile(rf"第([1-5](?:(?:{_JOINT}|[-~〜])第?[1-5])*)週?の?(?P<days>{_DAYS})")
_EVERY = re.compile(rf"(?:毎週の?|毎(?=.曜))(?P<days>{_DAYS})")
_ALTERNATE = re.compile(rf"隔週の?(?P<days>{_DAYS})")
_ONLY = re.compile(rf"(?P<days>[{WEEKDAYS}]曜日?(?:{_JOINT}[{WEEKDAYS}]曜日?)*)")
_IN_KANJI = re.compile(rf"第[一二三四五](?:{_JOINT}第?[一二三四五])*")
_NUMERALS = str.maketrans("一二三四五", "12345")
_BREAK = r"(?:[0-9]{1,2}月|第[1-5]週|祝日|祝休日|年末年始|お盆)"
_BREAKS = re.compile(rf"(?P<breaks>{_BREAK}(?:{_JOINT}{_BREAK})*)(?:は|を|に)?(?:お?休|除)")
_CLOCK = r"(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:[0-9]{2}分|半)?)"
_SPAN = re.compile(rf"(?P<start>{_CLOCK})\s*(?:から|[-~〜～–—―−])\s*(?P<end>{_CLOCK})")


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of days: cells of classes.csv, empty where nothing of them can be read, and spans of time."""

    weekdays: str = ""
    weeks: str = ""
    breaks: str = ""
    times: tuple[tuple[time, time], ...] = ()


def read_said(text: str) -> Said:
    """Return what can be read of the words; a text of several patterns is left alone."""
    folded = unicodedata.normalize("NFKC", text)
    breaks = _BREAKS.search(folded)
    parts = re.findall(_BREAK, breaks["breaks"]) if breaks else ()
    return Said(*_read_days(folded), "・".join(parts), tuple(_read_times(folded)))


def clean_said(text: str) -> str:
    """Return the words without what only repeats other cells, on one line."""
    return " ".join(_REPEATED.sub("", unicodedata.normalize("NFKC", text)).split())


def _read_days(text: str) -> tuple[str, str]:
    text = _IN_KANJI.sub(lambda match: match[0].translate(_NUMERALS), text)
    rules = (_NUMBERS, _EVERY, _ALTERNATE)
    found = [match for rule in rules for match in rule.finditer(text)]
    if len(found) > 1:
        return "", ""
    if not found:
        only = list(_ONLY.finditer(text))
        return (_name_days(only[0]["days"]), "") if len(only) == 1 else ("", "")
    match = found[0]
    weekdays = _name_days(match["days"])
    if match.re is _NUMBERS:
        return weekdays, _name_weeks(match[1])
    return weekdays, "毎週" if match.re is _EVERY else "隔週"


def _name_weeks(text: str) -> str:
    """Write weeks of the month in order; a range names those between too: 第2~第4."""
    spans = re.findall(r"([1-5])(?:[-~〜]第?([1-5]))?", text)
    numbers = {number for first, last in spans for number in range(int(first), int(last or first) + 1)}
    return "・".join(f"第{number}" for number in sorted(numbers))


def _name_days(text: str) -> str:
    """Write weekdays in the week's order; the 日 of 曜日 is none."""
    signs = set(re.sub("曜日?", "", text)) & set(WEEKDAYS)
    return "・".join(sign for sign in WEEKDAYS if sign in signs)


def _read_times(text: str) -> Iterator[tuple[time, time]]:
    """Yield the spans of time; an end without 午後 takes it from its beginning: 午後2時~4時."""
    for match in _SPAN.finditer(text):
        end = match["end"]
        if match["start"].startswith("午後") and not end.startswith("午"):
            end = f"午後{end}" if int(re.split("[:時]", end)[0]) <= 12 else end
        start, finish = read_time(match["start"]), read_time(end)
        if start and finish and start < finish:
            yield start, finish
