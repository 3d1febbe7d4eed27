"""Cells of published lists: what may be carried over as it is, telephone numbers, places, and what is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from data.places.codes import read_code
from data.places.gazetteer import find_place, find_prefecture, identify_places, search_places
from data.privacy.contacts import find_private_contacts, is_mobile
from data.privacy.findings import Finding
from data.privacy.judging import judge_public_text
from data.privacy.masking import mask_text
from data.records import Place, Problem
from data.table.course_contacts import is_private_email, read_emails, read_numbers
from data.table.days import read_day
from data.table.links import is_safe_url

_NOTHING = re.compile(r"[-‐–—―−ー－*/／.・\s]*|(?:なし|無し|無|未定|不明|該当なし|特になし)")
_FORMULA = re.compile(r"[=+\-@＝＋－＠'\t\r]")
_PHONE = re.compile(r"(?<![\d-])\(?(0\d{1,4})\)?[-\s(]{0,2}(\d{1,4})[-\s)]{1,2}(\d{3,4})(?!\d)")
_DASHES = re.compile("[‐‑‒–—―−ー]")
_MONTH = re.compile(
    r"(?:(?P<year>[0-9]{4})年?[-/.]?|(?:令和|R)(?P<reiwa>[0-9]{1,2}|元)[年./-])(?P<month>[0-9]{1,2})月?"
)
_REIWA = 2018  # the year before its first
_MAX_LETTERS = 500  # of a cell; more is a text, which nobody reads on a card
_PRIVATE = "It is left out: write an office's, by hand."
CONSENT = "It is left out. With its owner's consent write it by hand, and the day of that into contact_consent."

Teller = Callable[[str, str, str, str], Problem]  # of column, value, message and remedy


@dataclass(slots=True)
class Carrier:
    """Carries the cells of one row over, and collects what of it is refused."""

    cells: dict[str, str]
    tell: Teller
    problems: list[Problem] = field(default_factory=list)
    private: str = _PRIVATE  # what to do about a number or an address that may be a person's

    def take(self, column: str) -> str:
        """Return a cell on one line; empty where it says nothing, or may not be carried over."""
        text = " ".join(self.cells.get(column, "").split())
        if _NOTHING.fullmatch(unicodedata.normalize("NFKC", text)):
            return ""
        if _FORMULA.match(text):
            self.refuse(column, text, "A spreadsheet would run such a cell.", "Delete the first sign in the list.")
            return ""
        if len(text) > _MAX_LETTERS:
            self.refuse(column, text, f"It has more than {_MAX_LETTERS} letters.", "Say it in fewer words in the list.")
            return ""
        return text

    def take_text(self, column: str, place: Place | None = None) -> str:
        """Return a cell for readers; one that holds what may be a person's own is left out."""
        text = self.take(column)
        return "" if self._refuse_all(column, judge_public_text(text, place) if text else ()) else text

    def take_name(self, column: str) -> str:
        """Return a cell that may be named after anybody, without private numbers and addresses."""
        text = self.take(column)
        return "" if self._refuse_all(column, find_private_contacts(text)) else text

    def take_url(self, column: str) -> str:
        """Return a cell that is an address to link to."""
        text = self.take(column)
        if text and not is_safe_url(text):
            self.refuse(column, text, "This is no safe web address.", "Write https://…, or leave it empty.")
            return ""
        return text

    def take_phones(self, column: str) -> tuple[str, ...]:
        """Return the telephone numbers of an office, with hyphens; a mobile number is a person's."""
        text = _DASHES.sub("-", unicodedata.normalize("NFKC", self.cells.get(column, "")))
        found = tuple(dict.fromkeys("-".join(match.groups()) for match in _PHONE.finditer(text)))
        found = found or read_numbers(text) or ()
        for phone in filter(is_mobile, found):
            self.refuse(column, mask_text(phone), "A mobile number, which is a person's.", self.private)
        if not found and not _NOTHING.fullmatch(text):
            self.refuse(column, text, "No telephone number can be read there.", "Write it as 011-211-3678.")
        return tuple(phone for phone in found if not is_mobile(phone))

    def take_email(self, column: str) -> str:
        """Return an office's e-mail address; one of a private person's mail provider is refused."""
        text = unicodedata.normalize("NFKC", self.take(column))
        found = read_emails(text) if text else ()
        if found is None:
            self.refuse(column, mask_text(text), "This is no e-mail address.", "Write name@host, or leave it empty.")
        elif any(map(is_private_email, found)):
            self.refuse(column, mask_text(text), "A private person's mail provider.", self.private)
            return ""
        return found[0] if found else ""

    def refuse(self, column: str, value: str, message: str, remedy: str) -> None:
        """Note what is not carried over, and why."""
        self.problems.append(self.tell(column, value, message, remedy))

    def _refuse_all(self, column: str, findings: Iterable[Finding]) -> bool:
        for finding in findings:
            self.refuse(column, mask_text(finding.found), finding.message, self.private)
            return True
        return False


def find_municipality(code: str, prefecture: str, city: str) -> Place | None:
    """Return the place that a list's cells name: by code, else by prefecture and city; None where they name none."""
    place = find_place(read_code(code) or "")
    if place and not (place.kind == "prefecture" and city):
        return place
    named = list(_identify(prefecture or (place.prefecture.ja if place else ""), city))
    return named[0] if len(named) == 1 else place


def _identify(prefecture: str, city: str) -> Iterator[Place]:
    found = find_prefecture(prefecture) if prefecture and city else None
    if found is None:
        yield from (place for place in search_places(city) if place.ja == city)
    else:
        name = city.removeprefix(found.ja).strip() if city != found.ja else ""
        yield from identify_places(found, name)


def read_date(text: str) -> str:
    """Return a date as tables of offices have it, 2024-07-01 or 2024-07; "" for anything that can mean another."""
    if day := read_day(re.sub("(?:時点|現在)$", "", text.strip())):
        return day.isoformat()
    tidy = re.sub(r"\s|(?:末|時点|現在)$", "", unicodedata.normalize("NFKC", text))
    if re.fullmatch("(?:19|20)[0-9]{2}年?", tidy):
        return tidy[:4]
    found = _MONTH.fullmatch(tidy)
    if found is None or not 1 <= int(found["month"]) <= 12:
        return ""
    reiwa = found["reiwa"]
    year = _REIWA + (1 if reiwa == "元" else int(reiwa)) if reiwa else int(found["year"])
    return f"{year}-{int(found['month']):02}"
