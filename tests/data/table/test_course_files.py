"""classes.csv as cities and teachers save it: in any encoding, with any headings, as text or as a workbook."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import DataFiles, choose_variant, locate_files
from data.table.counters import COUNTERS, read_counters
from data.table.course_columns import ALIASES, COLUMNS
from data.table.courses import read_courses, read_shown_rows
from data.table.headers import fold_column
from tests.courses import JAPANESE, ROW, write_courses
from tests.data.table.test_offices import COUNTER
from tests.hostile import FORMULAS, SEPARATORS, TEXTS, UNWRITABLE
from tests.workbooks import make_workbook, pack, write_workbook

HEADER = [JAPANESE[column] for column in COLUMNS]
CELLS = [ROW.get(column, "") for column in COLUMNS]
EVENING = ROW | {"id": "fri-pm", "start": "18:30", "end": "20:30"}


def write(separator: str = ",", rows: Sequence[Sequence[str]] = (HEADER, CELLS)) -> str:
    """Write rows as a spreadsheet does."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("classes.csv", write().encode(), ""),
        ("classes.csv", b"\xef\xbb\xbf" + write().encode(), ""),
        ("classes.csv", write(rows=(COLUMNS, CELLS)).encode(), ""),
        ("classes.csv", write(rows=(HEADER[::-1], CELLS[::-1])).encode(), ""),
        ("classes.csv", write().encode("cp932"), "Shift_JIS"),
        ("classes.csv", write().encode("utf-16"), "UTF-16"),
        ("classes.csv", write("\t").encode("utf-16"), "UTF-16"),
        ("classes.csv", write(";").encode(), "semicolons"),
        ("classes.tsv", write("\t").encode(), ""),
        ("classes.tsv", write("\t").encode("cp932"), "Shift_JIS"),
        ("classes.tsv", write(",").encode(), "commas"),
        ("classes.csv", ("日本語教室一覧（令和8年度）\r\n\r\n" + write()).encode(), "above the header"),
        ("classes.xlsx", pack(make_workbook({"Sheet1": [HEADER, CELLS]})), ""),
        ("classes.xlsx", pack(make_workbook({"表紙": [["日本語教室"]], "一覧": [HEADER[::-1], CELLS[::-1]]})), ""),
        ("classes.xlsx", pack(make_workbook({"一覧": [["日本語教室一覧"], [], HEADER, CELLS]})), "above the header"),
        ("classes.csv", pack(make_workbook({"一覧": [HEADER, CELLS]})), "sheet 一覧 was read"),
        ("classes.xlsx", write().encode(), ""),
    ],
)  # fmt: skip
def test_a_class_reads_the_same_however_it_was_saved(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    """Encoding, order, headings, separators, titles above and the kind of file make no difference; guesses are told."""
    write_courses(tmp_path / "plain.csv", [ROW])
    (expected,) = read_courses(tmp_path / "plain.csv")[0]
    (tmp_path / name).write_bytes(content)
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert replace(found, row=2) == expected
    messages = [problem.message for problem in problems]
    assert (bool(messages), told in " ".join(messages)) == (bool(told), True)
    assert not any(problem.fatal for problem in problems)


def test_cells_that_a_spreadsheet_has_changed_mean_what_was_typed(tmp_path: Path) -> None:
    """Times, days, months and numbers as a spreadsheet keeps them, and a code whose leading zero it has dropped."""
    changed = ROW | {
        "code": 11002,
        "city": "札幌市",
        "latitude": 43.06,
        "longitude": 141.35,
        "start": datetime.time(9, 50),
        "end": 0.770833,
        "valid_from": datetime.datetime(2026, 4, 1),
        "valid_until": 46477,
        "fee_yen": 1000.0,
        "contact_phone": 110000000,
        "source_date": datetime.date(2026, 4, 1),
        "checked_on": datetime.datetime(2026, 10, 3),
        "volunteers_wanted": True,
    }
    write_workbook(tmp_path / "classes.xlsx", [HEADER, [changed.get(column) for column in COLUMNS]])
    (found,), problems = read_courses(tmp_path / "classes.csv")
    assert [(one.row, one.column, "011002" in one.message) for one in problems] == [
        (2, f"{JAPANESE['code']} (code)", True)
    ]
    assert (found.code, found.start, found.end) == ("011002", datetime.time(9, 50), datetime.time(18, 30))
    assert (found.valid_from, found.valid_until) == (datetime.date(2026, 4, 1), datetime.date(2027, 3, 31))
    assert (found.fee_yen, found.phone, found.volunteers_wanted) == (1000, "0110000000", True)
    assert (found.source.date, found.checked_on) == ("2026-04-01", datetime.date(2026, 10, 3))


@pytest.mark.parametrize(
    ("content", "message", "remedy"),
    [
        (b"PK\x03\x04 xl/workbook.xml", "damaged", "save it again"),
        (pack(make_workbook({"一覧": [HEADER, CELLS]}))[:-99], "damaged", "save it again"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", "without"),
        (pack(make_workbook({"一覧": [["x", "y"]]})), "must name the columns", "header"),
    ],
    ids=["cut off early", "cut off late", "with a password", "without a header"],
)
def test_a_workbook_that_cannot_be_read_is_told_in_one_message(
    tmp_path: Path, content: bytes, message: str, remedy: str
) -> None:
    """What it is and what to do, once, for classes and counters alike."""
    for read, name in ((read_courses, "classes"), (read_counters, "counters")):
        (tmp_path / f"{name}.xlsx").write_bytes(content)
        found, (problem,) = read(tmp_path / f"{name}.csv")
        assert found == ()
        assert (problem.file, problem.fatal, problem.whole_file) == (f"{name}.xlsx", True, True)
        assert message in problem.message
        assert remedy in problem.remedy


def test_formulas_that_nobody_has_computed_are_named(tmp_path: Path) -> None:
    """The cell counts as not known, and is told by the name that the spreadsheet gives it."""
    cells = ["=1000*2" if column == "fee_yen" else cell for column, cell in zip(COLUMNS, CELLS, strict=True)]
    write_workbook(tmp_path / "classes.xlsx", [HEADER, cells])
    (found,), (problem,) = read_courses(tmp_path / "classes.csv")
    assert (found.fee_yen, problem.value, problem.fatal) == (None, "Y2", False)


def test_of_several_files_one_is_read_and_all_are_told(tmp_path: Path) -> None:
    """As it is named before other suffixes; without it text before a workbook."""
    write_workbook(tmp_path / "classes.xlsx", [HEADER, CELLS])
    (tmp_path / "classes.tsv").write_text(write("\t", (HEADER, CELLS, [EVENING.get(column, "") for column in COLUMNS])))
    courses, (problem,) = read_courses(tmp_path / "classes.csv")
    assert len(courses) == 2
    assert (problem.value, problem.file, problem.fatal) == ("classes.tsv, classes.xlsx", "classes.tsv", False)
    assert "classes.tsv was read" in problem.message
    write_courses(tmp_path / "classes.csv", [ROW])
    courses, (problem,) = read_courses(tmp_path / "classes.csv")
    assert len(courses) == 1
    assert problem.value == "classes.csv, classes.tsv, classes.xlsx"


def test_the_counters_are_found_under_each_suffix_with_japanese_headings(tmp_path: Path) -> None:
    """窓口名, 所在地, 対応言語 … in any order, languages by tag or by name."""
    names = {
        "code": "全国地方公共団体コード",
        "city": "設置主体",
        "name": "窓口名",
        "address": "所在地",
        "phones": "電話",
    }
    names |= {
        "days": "曜日",
        "hours": "時間",
        "languages": "対応言語",
        "note": "備考",
        "source": "出典",
        "date": "時点",
    }
    row = COUNTER | {"languages": "英語・中国語", "phone_languages": "ベトナム語、韓国・朝鮮語"}
    columns = list(row)[::-1]
    header, cells = [names.get(column, column) for column in columns], [row[column] for column in columns]
    for path in (tmp_path / "counters.csv", tmp_path / "counters.tsv"):
        path.write_bytes(write("\t" if path.suffix == ".tsv" else ",", (header, cells)).encode())
        (found,), problems = read_counters(tmp_path / "counters.csv")
        assert (problems, found.languages, found.phone_languages) == ((), ("en", "zh"), ("vi", "ko"))
        path.unlink()
    write_workbook(tmp_path / "counters.xlsx", [header, cells])
    (found,), problems = read_counters(tmp_path / "counters.csv")
    assert (problems, found.name, found.languages) == ((), COUNTER["name"], ("en", "zh"))
    wrong = ["ドイツ" if column == "languages" else cell for column, cell in zip(columns, cells, strict=True)]
    write_workbook(tmp_path / "counters.xlsx", [header, wrong])
    none, (problem,) = read_counters(tmp_path / "counters.csv")
    assert (len(none), problem.row, problem.column) == (0, 2, "対応言語 (languages)")


def test_a_change_of_any_file_that_may_be_read_is_seen(tmp_path: Path) -> None:
    """What is watched holds each suffix of classes and counters, there or not, and each shipped file once."""
    files: DataFiles = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    watched = [path.name for path in files.list_watched()]
    assert len(watched) == len(set(watched))
    assert set(watched) == {path.name for path in files.list_paths()} | {
        f"{name}{suffix}" for name in ("classes", "counters") for suffix in (".csv", ".tsv", ".xlsx")
    }
    assert choose_variant(files.classes) == files.classes
    (tmp_path / "classes.xlsx").touch()
    assert choose_variant(files.classes) == tmp_path / "classes.xlsx"


def test_every_heading_means_one_column() -> None:
    """No name is given to two columns, however it is written."""
    for aliases, columns in ((ALIASES, COLUMNS), (COUNTERS.aliases, COUNTERS.columns)):
        meant = {
            (fold_column(name), column) for name, column in (*aliases.items(), *zip(columns, columns, strict=True))
        }
        assert len(meant) == len({name for name, _ in meant})
        assert set(aliases.values()) <= set(columns)


HOSTILE = st.one_of(st.text(max_size=20), st.sampled_from((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE)))


@given(st.dictionaries(st.sampled_from(COLUMNS), HOSTILE, min_size=1, max_size=5))
def test_hostile_cells_never_raise(tmp_path_factory: pytest.TempPathFactory, cells: dict[str, str]) -> None:
    """Whatever cells hold, the other row stays, and what is kept of them is text from the cell."""
    path = tmp_path_factory.mktemp("hostile") / "classes.csv"
    text = write(rows=(COLUMNS, CELLS, [(ROW | {"id": "x"} | cells).get(column, "") for column in COLUMNS]))
    path.write_bytes(text.encode("utf-8", "replace"))
    courses, _ = read_courses(path)
    rows = read_shown_rows(path)
    if len(rows) == 2:  # a NUL makes the file none, a line break may make two rows
        assert courses[0].id == ROW["id"]


@given(content=st.one_of(st.binary(max_size=200), st.binary(max_size=100).map(lambda rest: write().encode() + rest)))
def test_any_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """A file of anything is read or told, as classes and as counters, under each suffix."""
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("classes.csv", "counters.tsv", "counters.xlsx"):
        path = folder / name
        path.write_bytes(content)
        read = read_courses if name.startswith("classes") else read_counters
        found, problems = read(path.with_suffix(".csv"))
        assert found or problems or not content.strip() or b"\n" not in content
        path.unlink()
