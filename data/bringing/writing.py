"""A table's file with brought rows in it: whatever else stands there stays byte for byte, in its form."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from data.bringing.merging import Cells, RowChange, Target
from data.places.codes import read_code
from data.table.forms import Form, read_form


@dataclass(frozen=True, slots=True)
class _Record:
    """A row as it stands in the file, with its line end, and its cells in order."""

    text: str
    cells: list[str]


@dataclass(frozen=True, slots=True)
class TableText:
    """A file's text in records, blank ones too; `header` counts them."""

    form: Form
    records: tuple[_Record, ...]
    header: int

    def list_rows(self) -> list[Cells]:
        """List the rows below the header by column; a row that ends early has its last cells empty."""
        return [dict(zip(self.form.header.names, record.cells, strict=False)) for record in self._list_below()]

    def _list_below(self) -> list[_Record]:
        return [record for record in self.records[self.header + 1 :] if "".join(record.cells).strip()]


def read_text(content: bytes, target: Target) -> TableText:
    """Read a file, an empty one as if it had a header alone. Raises UnwritableError."""
    content = content if content.strip() else f"{','.join(target.columns)}\n".encode()
    form = read_form(content, target.columns, target.aliases)
    records = tuple(_list_records(content.decode(form.encoding), form.separator))
    filled = [place for place, record in enumerate(records) if "".join(record.cells).strip("\ufeff \t")]
    return TableText(form, records, filled[form.header.place])


def write_changes(table: TableText, changes: Sequence[RowChange], target: Target) -> bytes:
    """Return the file with each changed row in its place and each new one behind those of its code.

    Columns that the file lacks, and a row needs, are added at the end of its header. Raises UnwritableError.
    """
    form = table.form
    written = [change for change in changes if change.kind != "unchanged"]
    written.sort(key=lambda change: change.place is None)  # a changed row takes its place before others follow it
    names = form.header.names
    lacking = [name for name in target.columns if name not in names and any(one.cells.get(name) for one in written)]
    records = list(table.records)
    if lacking:
        records[table.header] = _lengthen(records[table.header], lacking, table, target)
    texts = [record.text if record.text.endswith(("\n", "\r")) else record.text + form.line_end for record in records]
    below = [place for place, record in enumerate(records) if place > table.header and "".join(record.cells).strip()]
    codes = [(place, _read_code(dict(zip(names, records[place].cells, strict=False)))) for place in below]
    for change in written:
        is_new = change.place is None
        place = _find_place(codes, _read_code(change.cells), table.header) if is_new else below[change.place or 0]
        before = () if is_new else records[place].cells
        row = form.write_row(_list_cells(change.cells, (*names, *lacking), before, target))
        texts[place] = texts[place] + row if is_new else row
    return form.encode("".join(texts))


def _list_records(text: str, separator: str) -> Iterator[_Record]:
    lines = list(StringIO(text, newline=""))
    reader, start = csv.reader(lines, delimiter=separator), 0
    for cells in reader:
        yield _Record("".join(lines[start : reader.line_num]), cells)
        start = reader.line_num


def _lengthen(record: _Record, lacking: Sequence[str], table: TableText, target: Target) -> _Record:
    """Add columns to the header, named in Japanese where the others are."""
    form = table.form
    is_japanese = not "".join(form.header.written).isascii()
    more = [target.headings.get(name, name) if is_japanese else name for name in lacking]
    text = form.separator.join((record.text.rstrip("\r\n"), *more)) + form.line_end
    return _Record(text, [*record.cells, *more])


def _list_cells(cells: Cells, names: Sequence[str], before: Sequence[str], target: Target) -> list[str]:
    """List a row's cells in the file's order; what stands in columns that are not known stays."""
    old = [*before, *[""] * len(names)]
    return [cells.get(name, "") if name in target.columns else old[place] for place, name in enumerate(names)]


def _read_code(cells: Cells) -> str:
    return read_code(cells.get("code", "")) or ""


def _find_place(codes: Sequence[tuple[int, str]], code: str, header: int) -> int:
    """Return the record that a new row of a code stands behind: the last of its code, else of those before it."""
    same = [place for place, other in codes if other == code]
    before = [place for place, other in codes if other <= code]
    return same[-1] if same else before[-1] if before else header
