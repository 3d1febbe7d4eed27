"""The frozen records that cross the floors: what is known of a place, a link, a city, a problem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PlaceKind = Literal["city", "town", "village", "ward", "prefecture"]
LinkKind = Literal["website", "class"]
Ending = Literal["whole", "open", "cut"]  # a file's last line: with a line end; without; without, and cells are missing
FieldName = Literal["department", "website", "email", "class"]
# What a link did when it was last looked at; what each means stands in data/SOURCES.md.
LinkClass = Literal[
    "ok",
    "moved",
    "front page",
    "soft 404",
    "refused",
    "gone",
    "server trouble",
    "tls",
    "name not found",
    "timed out",
]
CheckedField = FieldName | Literal["all"]  # "all": the city's whole line
CheckAnswer = Literal["right", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Prefecture:
    """One of the 47 prefectures. Source: japancode (localgovjp, CC0)."""

    code: str  # JIS X 0401, two digits: "01".."47"
    en: str  # "Osaka"
    ja: str  # "大阪府"
    kana: str  # "おおさかふ"

    @property
    def slug(self) -> str:
        """Its name in an address: the English name in lower case."""
        return self.en.lower()


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality, ward or prefectural government of the gazetteer.

    `latitude` and `longitude` (degrees WGS84) are those of its office; a prefectural government has none in the
    gazetteer, so both are None there.
    """

    code: str  # six-digit local-government code, check digit included
    kind: PlaceKind
    prefecture: Prefecture
    ja: str  # "横浜市"; of a ward with its city: "横浜市中区"; of a prefectural government "大阪府"
    kana: str  # "よこはまし"
    en: str  # Hepburn, without the word for city, town or village: "Yokohama"; "Osaka Prefecture"
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Look:
    """A row of links.csv: what a link did when `python -m data links` last looked at it.

    What may be said of it in public is for `data.links.policy.tell_publicly` to decide.
    """

    address: str  # as `Link.original`
    found: LinkClass
    looked: date  # day of the last look
    answered: date | None = None  # last day on which the page answered
    failed: tuple[date, ...] = ()  # days of the failures in a row since, the earliest first
    moved_to: str = ""  # proposed new address, safe to link to
    detail: str = ""  # for whoever mends it, English
    row: int | None = None  # line of links.csv, 1-based


@dataclass(frozen=True, slots=True)
class Link:
    """A web address that is safe to link to (http or https, no user info).

    `published` is the address as the table has it. `original` is the page itself: the same address, or the one that
    a translation gateway (`via`, such as "Google Translate") was wrapped around.
    """

    kind: LinkKind
    published: str
    original: str
    label: str | None  # as published, without the outer brackets
    via: str | None  # the gateway's name, None where `published` is the page itself
    front_page: bool  # leads to a site's front page, not to a page about the subject
    language: str | None  # BCP 47, of the original page, only where its address gives evidence
    look: Look | None = None  # None where nobody has looked at it

    @property
    def host(self) -> str:
        """The original page's host, to tell unlabelled links apart."""
        return self.original.split("//", 1)[1].split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of a cell that is not a usable link or address; shown as text, never as a link."""

    field: FieldName
    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of corrections.csv: what is doubted or read differently, why, and where that is known from."""

    code: str  # six-digit code of the city
    field: FieldName
    source_value: str  # exactly as it stands in the table's cell
    better_value: str  # empty if none is known; " | " separates several
    applied: bool  # the better value is shown in place of the source value (which stays visible in the note)
    reason: str  # English
    source: str  # where this is known from
    row: int | None = None  # line of corrections.csv, 1-based


@dataclass(frozen=True, slots=True)
class Check:
    """A row of checks.csv: the city itself has confirmed a cell, or withdrawn it, when, in what role, how known.

    A confirmation counts while the map shows the same; a withdrawal also when the cell changes, until the city says
    otherwise. Only a withdrawal can be of the whole line ("all"); then it has no value.
    """

    code: str  # six-digit code of the city
    field: CheckedField
    value: str  # the whole cell as the map showed it then, with the corrections that are applied
    date: str  # "2026-04-01"
    role: str  # who confirmed it, never a person's name
    evidence: str  # how that is known
    row: int | None = None  # line of checks.csv, 1-based
    answer: CheckAnswer = "right"


@dataclass(frozen=True, slots=True)
class DepartmentName:
    """A row of department_names.csv: what a listed department is called in Japanese, as a page of that year has it."""

    code: str  # six-digit code of the city
    department: str  # exactly as the map shows it, in English
    name: str  # Japanese
    year: int  # of the page
    source: str  # its address
    row: int | None = None  # line of department_names.csv, 1-based

    @property
    def field(self) -> FieldName:
        """The field of its cell."""
        return "department"


@dataclass(frozen=True, slots=True)
class City:
    """A row of the table: a city hall or a prefectural government, and what the source lists for it."""

    number: str  # "No." as published
    row: int  # line of the table's file, 1-based
    place: Place
    slug: str  # unique in the table
    listed_name: str  # "City" as published, "" for a prefectural government
    departments: tuple[str, ...]
    websites: tuple[Link, ...]
    emails: tuple[str, ...]  # real addresses, "a@b.jp"
    classes: tuple[Link, ...]
    leftovers: tuple[Leftover, ...] = ()
    corrections: tuple[Correction, ...] = ()
    checks: tuple[Check, ...] = ()
    department_names: tuple[DepartmentName, ...] = ()

    @property
    def code(self) -> str:
        """The six-digit local-government code."""
        return self.place.code

    @property
    def prefecture(self) -> Prefecture:
        """The prefecture it lies in."""
        return self.place.prefecture


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a shipped or handed-over file, told so that an editor can mend it."""

    file: str  # the file's name
    row: int | None  # 1-based line of the file; None where the whole file is meant
    column: str | None
    value: str  # what was found
    message: str  # what is wrong and what is allowed
    remedy: str
    fatal: bool = True  # the row (or file) cannot be used; False: used, but somebody should look
    whole_file: bool = False  # the file, or a column in all its rows, is meant and not only a row
    about: str = ""  # what a person knows the row by: "No. 15, Kobe"

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file}, line {self.row}"
        place += f" ({self.about})" if self.about else ""
        column = f", column {self.column}" if self.column else ""
        return f"{place}{column}: found {self.value!r}. {self.message} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Table:
    """All usable rows, in the table's order, and everything that is wrong with the rest."""

    cities: tuple[City, ...]
    problems: tuple[Problem, ...] = ()
    ending: Ending = "whole"
