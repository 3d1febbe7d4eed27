"""Days as people write them in tables."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_FORMS = (
    re.compile(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
    re.compile(r"(?:令和|R)(?P<reiwa>\d{1,2}|元)(?:年|\.|/)(?P<month>\d{1,2})(?:月|\.|/)(?P<day>\d{1,2})日?"),
)
_BEHIND = re.compile(
    r"(?:\([月火水木金土日]\)|0{1,2}:00(?::00)?|T00:00(?::00)?)$"
)  # a weekday, a spreadsheet's midnight
_REIWA = 2018  # its first year was 2019
FORM = "Write the day as 2026-04-01: year, month, day. Other orders, such as 4/1/2026, can mean two days."


def read_day(text: str) -> date | None:
    """Return the day a cell means, the year first, in Western years or Reiwa; None for anything that can mean another.

    4/1/2026 is the first of April here and the fourth of January there, so it is none.
    """
    tidy = _BEHIND.sub("", re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lstrip("'"))
    found = next((match for form in _FORMS if (match := form.fullmatch(tidy))), None)
    if found is None:
        return None
    parts = found.groupdict()
    reiwa = parts.get("reiwa")
    year = _REIWA + (1 if reiwa == "元" else int(reiwa)) if reiwa else int(parts["year"])
    try:
        return date(year, int(parts["month"]), int(parts["day"]))
    except ValueError:
        return None
