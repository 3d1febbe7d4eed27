"""What the worker says in each language: that a page is a copy, and from which day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from markupsafe import Markup

from pages.languages.dates import write_date, write_day_with_reading
from pages.languages.language import Language
from pages.languages.ruby import show_ruby

SAMPLE_YEAR, SAMPLE_DAY = 2345, 27  # whose numbers stand nowhere else in a date
MONTHS, MAX_DAYS = 12, 31


def list_words(languages: Sequence[Language]) -> dict[str, dict[str, object]]:
    """List them by the language's code, as HTML: `note` with {day} in it, and what a page in another's place says.

    `dates` are a date of each month as `write_date` writes it, with {year} and {day} in it. Where kanji have readings
    `days` holds each day of a month with its own.
    """
    return {language.code: _describe(language) for language in languages}


def _describe(language: Language) -> dict[str, object]:
    _ = language.gettext
    words: dict[str, object] = {
        "note": show_ruby(_("No connection: copy of {day}.")),
        "nothing": show_ruby(_("This is not in the copy.")),
        "all": show_ruby(_("Show all cities")),
        "dates": [_write_pattern(month, language) for month in range(1, MONTHS + 1)],
    }
    if language.readings:
        words["days"] = [show_ruby(write_day_with_reading(day)) for day in range(1, MAX_DAYS + 1)]
    return words


def _write_pattern(month: int, language: Language) -> Markup:
    written = write_date(datetime.date(SAMPLE_YEAR, month, SAMPLE_DAY), language)
    day = write_day_with_reading(SAMPLE_DAY) if language.readings else str(SAMPLE_DAY)
    return show_ruby(written.replace(str(SAMPLE_YEAR), "{year}").replace(day, "{day}"))
