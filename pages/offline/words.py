"""What the worker says in each language: that a page is a copy, and from which day."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from pages.languages.dates import MONTH, YEAR, write_day_with_reading
from pages.languages.language import Language
from pages.languages.ruby import show_brackets, show_ruby

DATE = f"{{year}}{YEAR}{{month}}{MONTH}{{day}}"
MAX_DAYS = 31  # of a month


def list_words(languages: Sequence[Language]) -> dict[str, dict[str, object]]:
    """List them by the language's code, as HTML: `note` with {day} in it, `nothing` and `all` for attributes.

    `tag` is what browsers write a day by. Where kanji have readings `date` has {year}, {month} and {day} in it, and
    `days` holds each day of a month with its own.
    """
    return {language.code: _describe(language) for language in languages}


def _describe(language: Language) -> dict[str, object]:
    _ = language.gettext
    words: dict[str, object] = {
        "tag": language.tag,
        "note": show_ruby(_("No connection: copy of {day}.")),
        "nothing": Markup.escape(show_brackets(_("This is not in the copy."))),
        "all": Markup.escape(show_brackets(_("Show all cities"))),
    }
    if language.readings:
        days = [show_ruby(write_day_with_reading(day)) for day in range(1, MAX_DAYS + 1)]
        words |= {"date": show_ruby(DATE), "days": days}
    return words
