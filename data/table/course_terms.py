"""On what terms a class is held: levels, for whom, childcare, languages, and how its organiser is reached."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import cast, get_args

from data.courses.records import Audience, Level
from data.privacy.judging import judge_role
from data.table.course_columns import list_usual_words, read_word
from data.table.course_contacts import is_private_email, is_private_number, read_emails, read_numbers, says_how
from data.table.course_row import CourseRow
from data.table.language_names import read_language_names
from data.table.links import is_safe_url

_LEVELS: tuple[Level, ...] = get_args(Level)
_PARTS = re.compile(r"[・、,;/\s]+|と|\bto\b")
_RANGE = re.compile(r"(.+?)(?:[-~〜～ー–]|から)(.+)")
_NOTED = re.compile(r"(?P<word>[^(（:：、。]+?)\s*[(（:：、。]\s*(?P<note>.*?)\s*[)）]?")
_ON_REQUEST = ("要相談", "応相談", "相談", "要予約", "ask")
_NONE = ("なし", "無し", "無", "none")
_CONSENT = "say in contact_consent when or how consent was given, such as 同意書 2026-04-01; a bare はい is not enough"


def read_levels(row: CourseRow) -> tuple[Level, ...]:
    """Return the levels of a cell, which may hold several or a range; what is none is told, the others count."""
    found: set[str | None] = set()
    for part in filter(None, _PARTS.split(unicodedata.normalize("NFKC", row.cells["level"]))):
        span = _RANGE.fullmatch(part)
        ends = [read_word("level", end) for end in span.groups()] if span else []
        if len(ends) == 2 and set(ends) <= set(_LEVELS[:4]):
            first, last = (_LEVELS.index(cast("Level", end)) for end in ends)
            found.update(_LEVELS[first : last + 1])
        else:
            found.add(read_word("level", part))
    if None in found:
        usual = list_usual_words("level")
        row.tell("level", f"Not all of it can be read. Allowed are {usual}.", "Write one of them, or several.")
    return tuple(level for level in _LEVELS if level in found)


def read_audience(row: CourseRow) -> tuple[Audience | None, str]:
    """Return for whom it is, and what stands in brackets behind it."""
    word, note = _part_note(row.cells["for_whom"], "for_whom")
    audience = row.read("for_whom", lambda _: read_word("for_whom", word), f"one of {list_usual_words('for_whom')}")
    return cast("Audience | None", audience), note if audience and row.read_text("for_whom") else ""


def read_childcare(row: CourseRow) -> tuple[bool | None, str]:
    """Return whether children are looked after, and what is said of it; あり(1歳以上), なし, 要相談."""
    cell = row.read_text("childcare")
    word, note = _part_note(cell, "childcare")
    found = read_word("childcare", word)
    if found:
        return found == "yes", note
    if cell and not cell.startswith(_ON_REQUEST):
        message = "It says neither yes nor no, so it is shown as written, as not known."
        row.tell("childcare", message, "Begin with あり or なし; more may follow in brackets, such as あり(1歳以上).")
    return None, cell


def read_course_languages(row: CourseRow) -> tuple[str, ...]:
    """Return the languages of a cell; what is none is told, the others count."""
    languages, unknown = read_language_names(row.cells["languages"])
    if unknown:
        message = "Not all of it is a language that is known here."
        row.tell("languages", message, "Write tags such as en zh vi, or names such as 英語・中国語・ベトナム語.")
    return languages


def read_url(row: CourseRow) -> str | None:
    """Return the address of a class's page; None where it is not safe to link to, which is told."""
    if row.cells["url"] in _NONE:
        return None
    allowed = "an address that begins with http:// or https:// and has no space, quotation mark or user name in it"
    return row.read("url", lambda cell: cell if is_safe_url(cell) else None, allowed)


def read_phone(row: CourseRow) -> str:
    """Return the telephone number; "" for one that may be a person's, unless consent is noted."""
    allowed = "a telephone number such as 044-435-7000, alone: no name, no extension"
    return _read_contact(row, "contact_phone", read_numbers, is_private_number, allowed)


def read_email(row: CourseRow) -> str:
    """Return the e-mail address; "" for one that may be a person's, unless consent is noted."""
    allowed = "an e-mail address such as office@example.jp, alone: no name"
    return _read_contact(row, "contact_email", read_emails, is_private_email, allowed)


def read_checker(row: CourseRow) -> str:
    """Return in what role somebody has checked the row; "" where that may be a name."""
    cell, place = row.cells["checked_by_role"], row.place
    if not cell or (place and cell in (place.ja, place.prefecture.ja)):
        return cell
    if any(judge_role(cell, place)):
        message = "It may be a person's name, or names no office and no post, so it is shown nowhere."
        row.refuse("checked_by_role", message, "Write the office or the post alone, such as 市の担当課.")
        return ""
    return cell


def _read_contact(
    row: CourseRow,
    column: str,
    read: Callable[[str], tuple[str, ...] | None],
    is_private: Callable[[str], bool],
    allowed: str,
) -> str:
    cell = row.cells[column]
    if not cell or cell in _NONE:
        return ""
    found = read(cell)
    if found is None:
        row.refuse(column, "It is not alone or cannot be read, so it is shown nowhere.", f"Write {allowed}.")
        return ""
    if any(map(is_private, found)) and not says_how(row.cells["contact_consent"]):
        message = "This may be a person's own, and no consent is noted, so it is shown nowhere."
        row.refuse(column, message, f"Write an office's, or {_CONSENT}.")
        return ""
    if len(found) > 1:
        row.tell(column, "It holds several; the first is shown.", "Keep one.")
    return found[0]


def _part_note(cell: str, column: str) -> tuple[str, str]:
    """Part a cell into its word and what stands in brackets behind it."""
    found = _NOTED.fullmatch(cell)
    if read_word(column, cell) or not found:
        return cell, ""
    return found["word"], found["note"]
