"""A row of classes.csv while it is read: what its cells mean, what is wrong in them, and what must not be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from data.privacy.contacts import find_private_contacts
from data.privacy.findings import Finding
from data.privacy.judging import judge_public_text
from data.privacy.masking import mask_text
from data.records import Place, Problem
from data.table.course_columns import list_usual_words, read_word
from data.table.sheets import SheetRow, shorten

_NOTHING = re.compile(r"[-‐‑–—―−ー?？]*|不明|未定|未確認|わからない|unknown|n/?a", re.IGNORECASE)
_ALWAYS_MASKED = frozenset(("contact_phone", "contact_email", "contact_consent"))
MAX_LETTERS = 1000  # of a text; a longer one is no cell but a page, and looking for names in it would take long
_EMPTY = "or leave it empty where it is not known"
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A row with tidy cells; a cell that says "not known" is empty. Reading adds to `problems` and `refused`."""

    file: str
    line: int
    cells: dict[str, str]
    place: Place | None = None  # None where it is not known
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)  # columns whose cells are shown nowhere

    @property
    def about(self) -> str:
        """What a person knows the row by."""
        name = self.cells["id"]
        return f"ID {name}" if is_plain_id(name) else ""

    def tell(self, column: str, message: str, remedy: str) -> None:
        """Note what is wrong with a cell; what may be a person's own is masked."""
        cell = self.cells[column]
        value = mask_text(cell) if self._is_private(column) else shorten(cell)
        self.problems.append(
            Problem(self.file, self.line, column, value, message, remedy, fatal=False, about=self.about)
        )

    def refuse(self, column: str, message: str, remedy: str) -> None:
        """Note that a cell is shown nowhere, and why."""
        self.refused.add(column)
        self.tell(column, message, remedy)

    def read(self, column: str, reader: Callable[[str], Value | None], allowed: str) -> Value | None:
        """Return what a cell means; None for an empty one, and for what cannot be read, which is told."""
        cell = self.cells[column]
        value = reader(cell) if cell else None
        if cell and value is None:
            self.tell(
                column,
                f"It cannot be read, so it counts as not known. Allowed is {allowed}.",
                f"Write it so, {_EMPTY}.",
            )
        return value

    def read_word(self, column: str) -> str | None:
        """Return which of a few words a cell means, in Japanese or English."""
        return self.read(column, lambda cell: read_word(column, cell), f"one of {list_usual_words(column)}")

    def read_flag(self, column: str) -> bool | None:
        """Return whether a cell says yes or no; None where it says neither."""
        return {"yes": True, "no": False}.get(self.read_word(column) or "")

    def read_text(self, column: str) -> str:
        """Return a text; "" where it holds what is a person's own, which is told."""
        return self._refuse_all(column, lambda cell: judge_public_text(cell, self.place))

    def read_name(self, column: str) -> str:
        """Return a text that may be named after anybody; "" where it holds a private number or address."""
        return self._refuse_all(column, find_private_contacts)

    def hide(self) -> SheetRow:
        """Return the row as it may be shown: refused cells masked, and what consent rests on."""
        masked = {column: mask_text(self.cells[column]) for column in (*self.refused, "contact_consent")}
        return SheetRow(self.line, self.cells | masked)

    def _refuse_all(self, column: str, judge: Callable[[str], Iterable[Finding]]) -> str:
        """Return a cell, "" where a judge finds anything in it or it is too long to be judged."""
        cell = self.cells[column]
        if len(cell) > MAX_LETTERS:
            self.refuse(column, f"A text has at most {MAX_LETTERS:,} letters, so it is shown nowhere.", "Shorten it.")
            return ""
        if finding := next(iter(judge(cell) if cell else ()), None):
            self.refuse(column, f"{finding.message} So the cell is shown nowhere.", _find_remedy(column))
            return ""
        return cell

    def _is_private(self, column: str) -> bool:
        cell = self.cells[column]
        if column in self.refused | _ALWAYS_MASKED or len(cell) > MAX_LETTERS or any(find_private_contacts(cell)):
            return True
        return not cell.isascii() and column != "city" and any(judge_public_text(cell, self.place))


def open_row(file: str, row: SheetRow) -> CourseRow:
    """Return a row that is to be read, its cells without line breaks and outer white space."""
    tidy = {column: " ".join(cell.split()) for column, cell in row.cells.items()}
    cells = {
        column: "" if _NOTHING.fullmatch(unicodedata.normalize("NFKC", cell)) else cell for column, cell in tidy.items()
    }
    return CourseRow(file, row.line, cells)


def locate_row(row: CourseRow, place: Place) -> CourseRow:
    """Return a row of which the place is known now."""
    return replace(row, place=place)


def is_plain_id(text: str) -> bool:
    """Tell whether a text may be an ID: letters, digits, hyphens, underscores and full stops, at most 60."""
    return re.fullmatch(r"[\w.-]{1,60}", text) is not None


def _find_remedy(column: str) -> str:
    if column == "organizer":
        return "Name the office, or the group with its kind, such as さくら日本語クラブ; never a person."
    if column == "checked_by_role":
        return "Write the office or the post alone, such as 市の担当課."
    return (
        "Leave out names and private numbers; an office's number and address belong in contact_phone and contact_email."
    )
