"""International associations (associations.csv): of each prefecture, and of designated cities that have their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from data.offices import Association, AssociationKind, Offer, Sureness
from data.places.gazetteer import find_place
from data.records import Place, Problem
from data.table.notes import NoteFile, check_filled, check_words, read_notes
from data.table.office_cells import check_date, check_list, check_url, part_words, read_sources
from data.table.sheets import SheetRow

_COLUMNS = "code city kind name name_en url other_address offers in_list sure source date"
_KINDS, _OFFERS, _SURE = get_args(AssociationKind), get_args(Offer), get_args(Sureness)


def read_associations(path: Path) -> tuple[tuple[Association, ...], tuple[Problem, ...]]:
    """Read the associations and what is wrong with the rest of them; no file means none. Never raises."""
    return read_notes(path, ASSOCIATIONS)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_words(file, row, "kind", _KINDS)
    yield from check_words(file, row, "in_list", ("yes", "no"))
    yield from check_words(file, row, "sure", _SURE)
    yield from check_filled(file, row, ("name", "url", "source"), "who it is, where, and where that is known from")
    yield from check_url(file, row, "url")
    yield from check_list(file, row, "offers", _OFFERS)
    yield from check_date(file, row, "date")


def _make_association(row: SheetRow) -> Association:
    """Make the record of a row that has been checked."""
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    return Association(
        place=cast("Place", find_place(cells["code"])),
        kind=cast("AssociationKind", cells["kind"]),
        name=cells["name"],
        name_en=cells["name_en"],
        url=cells["url"],
        other_address=cells["other_address"],
        offers=cast("tuple[Offer, ...]", part_words(cells["offers"])),
        in_list=cells["in_list"] == "yes",
        sure=cast("Sureness", cells["sure"]),
        source=read_sources(cells)[0],
        row=row.line,
    )


ASSOCIATIONS = NoteFile(
    tuple(_COLUMNS.split()),
    worded=("kind", "in_list", "sure"),
    check=_check_row,
    make=_make_association,
)
