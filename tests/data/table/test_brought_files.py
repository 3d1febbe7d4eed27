"""Files as people bring them: saved by a spreadsheet, an editor, a browser. Each reads as a person would read it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from data.folder import locate_files
from data.records import Table
from data.table.table import read_table
from data.table.table_columns import COLUMNS

OFFICE = "Intercultural Section"
KOBE = ("1", "Hyogo", "Kobe City", OFFICE, "https://k.jp/", "k[at]k.jp", "https://k.jp/class (Kobe class)")
SAKAI = (
    "2",
    "大阪府",
    "堺市",
    "国際課、文化観光局",
    "https://s.jp/",
    "s[at]s.jp",
    "https://s.jp/kyoshitsu （日本語教室）",
)
LAST = ("3", "Osaka", "Osaka", "", "https://o.jp/", "", "")
ROWS = (KOBE, SAKAI, LAST)
JAPANESE = ("番号", "都道府県", "市町村名", "担当部署", "ホームページ", "メールアドレス", "日本語教室")
WESTERN = (
    "1",
    "Hyogo",
    "Kobe City",
    "Citizens’ Bureau – “Café”",
    "https://k.jp/",
    "k[at]k.jp",
    "https://k.jp/class (K)",
)


def join(rows: Sequence[Sequence[str]] = (COLUMNS, *ROWS), separator: str = "\t", end: str = "\n") -> str:
    """Write rows as text, unquoted."""
    return "".join(separator.join(row) + end for row in rows)


def quote(rows: Sequence[Sequence[str]], separator: str = ",", end: str = "\r\n") -> str:
    """Write rows as a spreadsheet does: a cell with a comma, a quotation mark or a break is put in quotation marks."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def trim(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as an editor leaves them that cuts white space off at the ends of lines."""
    return "".join("\t".join(row).rstrip() + "\n" for row in rows)


def read(folder: Path, content: bytes) -> Table:
    """Read content as cities.tsv."""
    files = locate_files({"MADOGUCHI_DATA": str(folder)})
    files.cities.write_bytes(content)
    return read_table(files)


def describe(table: Table) -> list[tuple[str, ...]]:
    """What a person reads of each row: number, place, department, addresses, classes with their labels."""
    return [
        (
            city.number,
            city.place.ja,
            *city.departments,
            *(link.published for link in city.websites),
            *city.emails,
            *(f"{link.published} {link.label}" for link in city.classes),
            *(text.text for text in city.leftovers),
        )
        for city in table.cities
    ]


EXPECTED = [
    ("1", "神戸市", OFFICE, "https://k.jp/", "k@k.jp", "https://k.jp/class Kobe class"),
    ("2", "堺市", "国際課、文化観光局", "https://s.jp/", "s@s.jp", "https://s.jp/kyoshitsu 日本語教室"),
    ("3", "大阪市", "https://o.jp/"),
]
WIDE = tuple((*row, "", "", "") for row in (COLUMNS, *ROWS))
SHIFTED = tuple(("", *row) for row in (COLUMNS, *ROWS))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (join().encode(), ()),
        (b"\xef\xbb\xbf" + join(end="\r\n").encode(), ()),
        (join().encode("utf-16"), ("UTF-16",)),
        (b"\xfe\xff" + join(end="\r\n").encode("utf-16-be"), ("UTF-16",)),
        (join(end="\r\n").encode("cp932"), ("cp932",)),
        (join().encode("euc_jp"), ("EUC-JP",)),
        (join().encode("iso2022_jp"), ("ISO-2022-JP",)),
        (join(end="\r").encode(), ()),
        (("日本語教育の担当部署一覧（令和8年4月1日現在）\n\n" + join()).encode(), ("above the header",)),
        (("List of divisions\t\t\t\t\t\t\nCity: 20\t\t\t\t\t\t\n" + join()).encode(), ("above the header",)),
        (join().replace("\n", "\n\n \n\t\t\n").encode(), ()),
        (join((JAPANESE, *ROWS)).encode(), ()),
        (join((tuple(map(str.upper, COLUMNS)), *ROWS)).replace("E-MAIL", "ｅ－ｍａｉｌ").encode(), ()),
        (quote((COLUMNS, *ROWS)).encode(), ("commas",)),
        (quote((COLUMNS, *ROWS)).encode("cp932"), ("cp932", "commas")),
        (b"\xef\xbb\xbf" + quote((COLUMNS, *ROWS), ";").encode(), ("semicolons",)),
        (quote((JAPANESE, *ROWS), "\t").encode("utf-16"), ("UTF-16",)),
        (join(WIDE).encode(), ()),
        (join((COLUMNS, *((*row, "", "") for row in ROWS))).encode(), ()),
        (join(SHIFTED).encode(), ()),
        (trim((COLUMNS, *ROWS)).encode(), ()),
        (trim(WIDE).encode(), ()),
        (join().rstrip("\n").encode(), ()),
        (join().replace(OFFICE, f'"{OFFICE}"').encode(), ()),
    ],
    ids=[
        *("as published", "UTF-8 with its mark and CRLF", "UTF-16 LE", "UTF-16 BE", "Shift JIS", "EUC-JP", "JIS"),
        *("old Mac", "Japanese title", "two title lines", "blank lines", "Japanese header", "header in capitals"),
        *("CSV named .tsv", "CSV from Excel in Japan", "semicolons", "Unicode text from Excel", "trailing columns"),
        *("trailing tabs", "empty first column", "trimmed", "trimmed all over", "no last line end", "quoted cells"),
    ],
)
def test_a_file_reads_the_same_however_it_was_saved(tmp_path: Path, content: bytes, told: tuple[str, ...]) -> None:
    """Three rows come out whole; what was assumed is told, each once, and nothing is called broken."""
    table = read(tmp_path, content)
    assert describe(table) == EXPECTED
    messages = [problem.message for problem in table.problems]
    assert len(messages) == len(told), messages
    assert all(part in message for part, message in zip(told, messages, strict=True)), messages
    assert not any(problem.fatal for problem in table.problems)
    assert table.ending in ("whole", "open")


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ('Division "Tabunka", 2F', 'Division "Tabunka", 2F'),
        ("Culture, Sports", "Culture, Sports"),
        ("国際課\n多文化共生係", "国際課 多文化共生係"),
        ('"', '"'),
        ('2" pipe', '2" pipe'),
        ('"Tabunka" Section', '"Tabunka" Section'),
        ('"Tabunka" and "Kokusai"', '"Tabunka" and "Kokusai"'),
    ],
)
@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_spreadsheets_quotation_marks_are_not_the_departments(
    tmp_path: Path, cell: str, read_as: str, separator: str
) -> None:
    """Marks put round a cell go, doubled ones are one, a line break in a cell is a space, and no row is swallowed."""
    rows = [(*KOBE[:3], cell, *KOBE[4:]), SAKAI]
    table = read(tmp_path, quote((COLUMNS, *rows), separator).encode())
    assert [city.departments for city in table.cities] == [(read_as,), ("国際課、文化観光局",)]
    assert not any(problem.fatal for problem in table.problems)


def test_lines_are_told_as_an_editor_counts_them(tmp_path: Path) -> None:
    """A cell of two lines moves the lines below it: the broken row is told where it stands."""
    rows = [(*KOBE[:3], "Section\nBureau", *KOBE[4:]), ("2", "Atlantis", "Sakai", "", "", "", "")]
    table = read(tmp_path, quote((COLUMNS, *rows), "\t", "\n").encode())
    (problem,) = table.problems
    assert str(problem).startswith("cities.tsv, line 4 (No. 2, Sakai), column Prefecture: found 'Atlantis'.")


def test_typographic_marks_of_western_windows_are_read(tmp_path: Path) -> None:
    """A table saved in Western Europe keeps its dashes and quotation marks; they do not become Chinese letters."""
    table = read(tmp_path, join((COLUMNS, WESTERN)).encode("cp1252"))
    assert table.cities[0].departments == ("Citizens’ Bureau – “Café”",)
    assert "Windows-1252" in table.problems[0].message


XLSX = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml \xa2\x04\x02\0xl/workbook.xml"
PAGE = "<!DOCTYPE html>\n<html lang=ja><title>503 Service Unavailable</title><p>しばらくお待ちください"


@pytest.mark.parametrize(
    ("content", "message", "remedy"),
    [
        (XLSX, "Excel workbook (.xlsx)", "save it as UTF-8 text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel workbook (.xls)", "save it as UTF-8 text"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "LibreOffice", "save it as UTF-8 text"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF", "save it as UTF-8 text"),
        (PAGE.encode(), "web page", "Fetch or export"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "web page", "Fetch or export"),
        (PAGE.encode("cp932"), "web page", "Fetch or export"),
        (join().encode().replace(b"Kobe", b"Ko\0be"), "NUL", "Save it as UTF-8"),
        (join().encode("utf-16-le"), "NUL", "Save it as UTF-8"),
        (b"", "must name the columns", "Put the header line back"),
        (b"\xef\xbb\xbf", "must name the columns", "Put the header line back"),
        (b'{"cities": []}\n', "must name the columns", "Put the header line back"),
        (bytes(range(128, 256)) * 9, "is not UTF-8", "Save the file as UTF-8"),
        (join().encode().replace("堺".encode(), b"\xe5\xa0"), "Byte", "Save the file as UTF-8"),
        (b"\xff\xfe" + join().encode("utf-16-le")[:-1], "is not UTF-16", "Save the file as UTF-8"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Git's pointer", "save it as UTF-8 text"),
        (join((COLUMNS,)).encode(), "no row below the header", "Add a row"),
    ],
    ids=[
        *("xlsx", "xls", "ods", "PDF", "error page", "error page with mark", "error page in Shift JIS", "a NUL"),
        *("UTF-16 without mark", "empty", "only a mark", "JSON", "binary", "one broken byte", "half of a letter"),
        *("git lfs", "only a header"),
    ],
)
def test_what_is_no_table_is_told_in_one_message(tmp_path: Path, content: bytes, message: str, remedy: str) -> None:
    """One message says what the file is and what to do; no row is invented."""
    table = read(tmp_path, content)
    assert table.cities == ()
    (problem,) = table.problems
    assert (problem.fatal, problem.whole_file) == (True, True)
    assert message in problem.message
    assert remedy in problem.remedy


def test_a_half_written_file_is_seen(tmp_path: Path) -> None:
    """Cut within its last row and without a line end, a file may be half written; cut off cells alone are not that."""
    text = join((COLUMNS, KOBE, SAKAI))
    assert read(tmp_path, text[: -len("\thttps://s.jp/kyoshitsu （日本語教室）\n")].encode()).ending == "cut"
    assert read(tmp_path, text[: text.index("大阪府")].encode()).ending == "cut"
    assert read(tmp_path, text[:-3].encode()).ending == "open"
    assert read(tmp_path, trim((COLUMNS, KOBE, LAST)).encode()).ending == "whole"
