"""Workbooks (.xlsx) for tests, written by openpyxl as a spreadsheet would keep them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook


def make_workbook(sheets: Mapping[str, Iterable[Sequence[object]]], *, hidden: Sequence[str] = ()) -> Workbook:
    """Make a workbook with the rows of each sheet; those named are hidden."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if title in hidden else "visible"
    return book


def write_workbook(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """Write rows into the only sheet of a workbook."""
    make_workbook({"Sheet1": rows}).save(path)
    return path


def pack(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def replace_part(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook with a piece of one of its parts replaced."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        assert name in before.namelist()
        for part in before.namelist():
            text = before.read(part)
            if part == name:
                assert old in text
                text = text.replace(old, new)
            after.writestr(part, text)
    return stream.getvalue()
