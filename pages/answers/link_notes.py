"""Notes on links: when a page last answered, or what is wrong with it and what to do. Nothing where nobody looked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.links.policy import LinkWord, tell_publicly
from data.records import Look
from pages.languages.dates import write_date
from pages.languages.language import Language


@dataclass(frozen=True, slots=True)
class LinkNote:
    """A note on a link, and the new address that its site gives, if it does."""

    text: str
    url: str | None = None
    is_calm: bool = False  # nothing is wrong


def describe_look(look: Look | None, language: Language, *, by_mail: bool | None) -> LinkNote | None:
    """Say what a link did when it was last looked at, and what to do where it fails; None where there is no word of it.

    `by_mail` tells whether the office has an e-mail address; None where there is no office to ask.
    """
    _ = language.gettext
    word = tell_publicly(look)
    if word is None or word.kind == "unknown":
        return None
    if word.kind == "dead":
        days = language.join_names(write_date(day, language) for day in word.failed)
        text = _("This page did not open when we looked on {days}.").format(days=days)
        if by_mail is None:
            return LinkNote(text)
        return LinkNote(text + language.gap + (_("Ask the office by e-mail.") if by_mail else _("Ask the office.")))
    if word.kind == "moved":
        return LinkNote(_("The site gives a new address for this page:"), word.moved_to)
    return LinkNote(_("It answered on {date}.").format(date=_write_answered(word, language)), is_calm=True)


def describe_all(looks: Iterable[Look | None], language: Language) -> str | None:
    """Say once that all links answered, if they did on one day; None where each has something else to say."""
    words = [tell_publicly(look) for look in looks]
    days = {word.answered if word and word.kind == "answered" else None for word in words}
    day = days.pop() if len(days) == 1 else None
    if len(words) < 2 or day is None:
        return None
    return language.gettext("The pages linked here answered on {date}.").format(date=write_date(day, language))


def _write_answered(word: LinkWord, language: Language) -> str:
    return write_date(word.answered or date.min, language)
