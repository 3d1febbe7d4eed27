"""Workbooks: cells read as a person meant them, the sheet with the table is found, and what is no workbook is told."""

from __future__ import annotations

import datetime
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from data.table.decoding import NotText
from data.table.workbook_cells import write_cell
from data.table.workbooks import MAX_BYTES, MAX_ROWS, WorkbookSheet, is_workbook, read_workbook
from tests.workbooks import make_workbook, pack, replace_part

ROOT = Path(__file__).resolve().parents[3]
SHEET = "xl/worksheets/sheet1.xml"
NOON = datetime.datetime(2026, 4, 1, 12, 30)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "", ""),
        ("9:50", "", "9:50"),
        ("two\r\nlines_x000D_\n", "", "two\nlines\n\n"),
        (9.0, "", "9"),
        (0.770833, "", "0.770833"),
        (141305, "", "141305"),
        (True, "", "TRUE"),
        (datetime.time(9, 50), "h:mm", "9:50"),
        (datetime.time(18, 29, 59, 971000), "h:mm", "18:30"),
        (datetime.timedelta(hours=18, minutes=30), "[h]:mm", "18:30"),
        (datetime.datetime(1899, 12, 31, 9, 50), "h:mm", "9:50"),
        (datetime.datetime(2026, 4, 1), "yyyy/m/d", "2026-04-01"),
        (datetime.datetime(2026, 4, 1), 'yyyy"年"m"月"d"日"', "2026-04-01"),
        (datetime.datetime(2026, 4, 1), 'yyyy"年"m"月"', "2026-04"),
        (datetime.datetime(2026, 4, 1), "mmm-yy", "2026-04"),
        (datetime.datetime(2026, 4, 1), "[$-411]ge.m.d", "2026-04-01"),
        (NOON, "yyyy/m/d h:mm", "2026-04-01 12:30"),
        (datetime.date(2026, 4, 1), "", "2026-04-01"),
    ],
)
def test_a_cell_is_what_a_person_meant(value: object, number_format: str, text: str) -> None:
    """Times, days, months and whole numbers are written as they were typed, whatever the spreadsheet keeps."""
    assert write_cell(value, number_format) == text


def read(content: bytes) -> tuple[WorkbookSheet, ...]:
    """Read a workbook that is fine."""
    sheets = read_workbook(content)
    assert not isinstance(sheets, NotText)
    return sheets


def refuse(content: bytes) -> NotText:
    """Read what is refused."""
    found = read_workbook(content)
    assert isinstance(found, NotText)
    return found


def test_lines_have_the_numbers_of_the_spreadsheet_and_hidden_sheets_are_not_read() -> None:
    """Blank rows are left out and counted, empty cells at the end are cut, what somebody hid stays hidden."""
    book = make_workbook(
        {"notes": [["x"]], "secret": [["y"]], "table": [["a", "b", None], [], [None, 1.0]]}, hidden=["secret"]
    )
    notes, table = read(pack(book))
    assert (notes.title, table.title) == ("notes", "table")
    assert table.lines == ((1, ["a", "b"]), (3, ["", "1"]))


def test_formulas_without_values_and_errors_are_named() -> None:
    """A table written by a program has formulas that nobody has computed: their cells are empty, and told."""
    book = make_workbook({"table": [["a", "b"], ["x", "=1+1"], ["=1/0", "y"]]})
    content = pack(book)
    assert read(content)[0].valueless == ("B2", "A3")
    error = replace_part(content, SHEET, b'r="A3"><f>', b'r="A3" t="e"><v>#DIV/0!</v><f>')
    assert read(error)[0].valueless == ("B2", "A3")
    assert read(error)[0].lines[2] == (3, ["", "y"])
    empty_text = replace_part(content, SHEET, b'r="B2"><f>', b'r="B2" t="str"><f>')
    assert read(empty_text)[0].valueless == ("A3",)
    assert read(empty_text)[0].lines[1] == (2, ["x"])


def test_readings_above_a_word_are_no_part_of_it() -> None:
    """A spreadsheet in Japan keeps how a cell was typed beside its text."""
    content = pack(make_workbook({"table": [["word"]]}))
    content = replace_part(content, SHEET, b"<t>word</t>", b'<t>word</t><rPh sb="0" eb="3"><t>reading</t></rPh>')
    assert read(content)[0].lines == ((1, ["word"]),)


def test_a_workbook_that_would_unpack_to_too_much_is_refused() -> None:
    """The sizes are looked at before anything is unpacked."""
    content = pack(make_workbook({"table": [["a"]]}))
    stream = BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/x.bin", bytes(MAX_BYTES))
    found = refuse(stream.getvalue())
    assert "MB" in found.message
    assert len(stream.getvalue()) < MAX_BYTES / 100


def test_a_size_that_lies_is_no_way_round() -> None:
    """A part that says it is small is not unpacked further than it says."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * MAX_BYTES)
    content = stream.getvalue().replace(struct.pack("<L", MAX_BYTES), struct.pack("<L", 9))
    assert "damaged" in refuse(content).message


def test_more_rows_than_are_read_are_told() -> None:
    """A row far below is as one too many; the gap is not filled in memory."""
    book = Workbook()
    book.worksheets[0].cell(row=MAX_ROWS + 1, column=1, value="x")
    assert "rows" in refuse(pack(book)).message
    book.worksheets[0].cell(row=1_048_576, column=16_384, value="x")
    assert "rows" in refuse(pack(book)).message


def test_entities_of_a_files_own_are_refused() -> None:
    """A document type could multiply a few letters to gigabytes, or name a file of this machine."""
    content = pack(make_workbook({"table": [["a"]]}))
    bomb = b'<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'
    content = replace_part(content, SHEET, b"<worksheet", bomb)
    assert "damaged" in refuse(content).message


@given(st.integers(min_value=4), st.binary(min_size=1, max_size=9), st.booleans())
def test_a_damaged_workbook_never_raises(place: int, piece: bytes, cut: bool) -> None:
    """Whatever is overwritten or cut off, it is read or told."""
    place = 4 + place % (len(WHOLE) - 4)
    content = WHOLE[:place] if cut else WHOLE[:place] + piece + WHOLE[place + len(piece) :]
    found = read_workbook(content)
    assert isinstance(found, NotText) or all(sheet.title for sheet in found)


WHOLE = pack(make_workbook({"table": [["a", "b"], [NOON, "=1+1"]]}))


def test_what_a_workbook_is_shows_in_its_first_bytes() -> None:
    """Other archives, and text that begins alike, are none."""
    assert is_workbook(WHOLE)
    assert not any(map(is_workbook, (b"", b"PK", b"xl/", b"PK\x03\x04word/document.xml")))


def test_without_a_workbook_its_reader_is_not_loaded() -> None:
    """It takes a third of a second, which no start without a workbook has to wait for."""
    script = (
        "import sys; from data.folder import locate_files; from data.table.courses import read_courses;"
        " from data.table.table import read_table; files = locate_files({}); read_table(files);"
        " read_courses(files.classes); sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
