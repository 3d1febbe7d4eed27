"""Counters.csv as a table that rows are brought into: which rows are the same counter, and what of both is kept."""

from __future__ import annotations

from data.bringing.merging import Cells, Target, fold_cell
from data.hours import read_days
from data.places.codes import read_code
from data.table.counters import COUNTERS
from data.table.language_names import read_language_names
from data.table.office_cells import part_words, read_phones

_SURENESS = ("", "poor", "fair", "good")
_OF_ITS_SOURCE = {"source", "date", "sure", "phone_kind"}


def _match(row: Cells, brought: Cells) -> int:
    """Tell how surely a row is the brought counter: of the same body, and of its name, or of its page or number."""
    if read_code(row.get("code", "")) != brought["code"]:
        return 0
    if fold_cell(row.get("name", "")) == fold_cell(brought["name"]):
        return 2
    phones = set(read_phones(row.get("phones", ""))) & set(read_phones(brought.get("phones", "")))
    by_page = fold_cell(row.get("url", "")).rstrip("/") == fold_cell(brought.get("url", "")).rstrip("/") != ""
    return int(bool(phones) or by_page)


def _combine(row: Cells, brought: Cells) -> Cells:
    """Return the cells that the row gets: those that the list has, unless the row's own source is newer.

    Languages that the row has already, perhaps parted into those spoken there and by telephone, stay as they are.
    """
    if _read_month(row.get("date", "")) > _read_month(brought["date"]):
        return {}
    kept = {column: cell for column, cell in brought.items() if cell and column not in _OF_ITS_SOURCE}
    if _list_languages(kept) <= _list_languages(row):
        kept.pop("languages", None)
        kept.pop("phone_languages", None)
    if part_words(kept.get("language_notes", "")) and row.get("language_notes", "").strip():
        kept["language_notes"] = "; ".join(part_words(f"{row['language_notes']}; {kept['language_notes']}"))
    return kept | _combine_sources(
        row, brought, says_more=any(_differs(row, name, cell) for name, cell in kept.items())
    )


def _combine_sources(row: Cells, brought: Cells, *, says_more: bool) -> dict[str, str]:
    """Return the source's cells, where it says more or is newer; the one before becomes the second if there is none."""
    is_newer = _read_month(row.get("date", "")) < _read_month(brought["date"])
    if not (says_more or is_newer):
        return {}
    cells = {"source": brought["source"], "date": brought["date"]}
    before = row.get("source", "").strip()
    if before and before != brought["source"] and not row.get("source2", "").strip():
        cells |= {"source2": before, "date2": row.get("date", "")}
    if _SURENESS.index(brought["sure"]) > _SURENESS.index(_read_sureness(row)):
        cells["sure"] = brought["sure"]
    if brought.get("phones"):
        cells["phone_kind"] = brought["phone_kind"]
    return cells


def _list_languages(row: Cells) -> set[str]:
    return {tag for name in ("languages", "phone_languages") for tag in read_language_names(row.get(name, ""))[0]}


def _differs(row: Cells, column: str, cell: str) -> bool:
    return fold_cell(row.get(column, "")) != fold_cell(cell)


def _read_sureness(row: Cells) -> str:
    sure = row.get("sure", "").strip().lower()
    return sure if sure in _SURENESS else ""


def _read_month(date: str) -> str:
    """Return a date so that dates can be compared, no more exact than to the month."""
    text = date.strip().removesuffix(" or later")
    return f"{text[2:]}-04" if text.startswith("FY") else text[:7]


def _mean(column: str, cell: str) -> object:
    """Return what a cell means, where it may be written in several ways; None where it is a text."""
    if column == "days":
        return read_days(cell)
    if column == "phones":
        return read_phones(cell)
    if column in {"languages", "phone_languages"}:
        return frozenset(read_language_names(cell)[0])
    return read_code(cell) if column == "code" else None


_HEADINGS = {column: name for name, column in reversed([*COUNTERS.aliases.items()])}
COUNTER_TABLE = Target(COUNTERS.columns, COUNTERS.aliases, _HEADINGS, _match, _combine, _mean)
