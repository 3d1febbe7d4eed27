"""`python -m data import-counters`: a list in the Agency's columns becomes rows of counters.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
import pytest

from data.table.counters import COUNTERS, read_counters
from tests.data.bringing.lists import COUNTER_COLUMNS, read_rows, write_list
from tests.data.commands import Command, Done
from tests.hostile import FORMULAS, TEXTS

LIST = "https://example.org/list.pdf"
SOURCE = ("--source", LIST, "--date", "2024-07")
OPEN = dict.fromkeys("月火水木金", "○")
SAPPORO = OPEN | {
    "都道府県": "北海道",
    "設置主体": "札幌市",
    "窓口名": "例：さっぽろ外国人相談窓口",
    "所在地": "札幌市中央区例町1-1",
    "電話": "011-000-0000",
    "時間": "9:30〜17:00 (注記)水曜日 9:30〜19:00",
    "対応言語": "英語・中国語・ベトナム語 その他、電話通訳",
    "URL": "https://example.org/sapporo",
}
ROW = {
    "code": "011002",
    "city": "札幌市",
    "name": "例：さっぽろ外国人相談窓口",
    "address": "札幌市中央区例町1-1",
    "phones": "011-000-0000",
    "phone_kind": "yes",
    "days": "月火水木金",
    "hours": "9:30-17:00; 水 9:30-19:00",
    "languages": "en zh vi",
    "language_notes": "more; interpreting",
    "url": "https://example.org/sapporo",
    "sure": "good",
    "source": LIST,
    "date": "2024-07",
}


def bring(command: Command, rows: Iterable[Mapping[str, str]], *options: str) -> Done:
    """Bring counters in."""
    path = write_list(command.folder / "list.csv", rows, COUNTER_COLUMNS)
    return command.run("import-counters", path, *SOURCE, *options)


def test_a_row_is_shown_then_written_then_known(command: Command) -> None:
    """Place by name, days by circles, hours, languages by tag; written once, and a second run has nothing to do."""
    path = command.folder / "counters.csv"
    shown = bring(command, [SAPPORO])
    assert (shown.code, shown.err, path.exists()) == (0, "", False)
    assert "+ 011002 札幌市 例：さっぽろ外国人相談窓口, from line 2" in shown.out
    assert bring(command, [SAPPORO], "--write").code == 0
    assert read_rows(path) == [ROW]
    assert (len(read_counters(path)[0]), read_counters(path)[1]) == (1, ())
    before = path.read_bytes()
    assert bring(command, [SAPPORO], "--write").out.endswith("There is nothing to write into counters.csv.\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", ["utf-8", "cp932", "tsv", "xlsx"])
def test_a_list_is_read_in_any_form_below_two_header_lines(command: Command, form: str) -> None:
    """With a title, 対応日 over the days, a prefecture and a body said once for the rows below: text or a workbook."""
    second = SAPPORO | {
        "窓口名": "例：第二窓口",
        "電話": "",
        "URL": "",
        "都道府県": "",
        "設置主体": "",
        "土": "第2・第4",
    }
    rows = [[row.get(column, "") for column in COUNTER_COLUMNS] for row in (SAPPORO, second)]
    upper = [
        column if column not in [*"月火水木金土日祝"] else "対応日" * (column == "月") for column in COUNTER_COLUMNS
    ]
    lower = [column if column in [*"月火水木金土日祝"] else "" for column in COUNTER_COLUMNS]
    path = command.folder / "list"
    if form == "xlsx":
        book = openpyxl.Workbook()
        for cells in (["例：一覧"], upper, lower, *rows):
            book.active.append(cells)  # type: ignore[union-attr]
        book.save(path)
    else:
        separator = "\t" if form == "tsv" else ","
        lines = [separator.join(cells) for cells in (["例：一覧"], upper, lower, *rows)]
        text = "\r\n".join(lines).replace("〜", "～")  # cp932 has the full-width one alone
        path.write_bytes(text.encode("utf-8" if form == "tsv" else form))
    done = command.run("import-counters", path, *SOURCE, "--write")
    assert (done.code, done.err) == (0, "")
    first, other = read_rows(command.folder / "counters.csv")
    assert first == ROW
    assert (other["code"], other["days"]) == ("011002", "月火水木金 第2・第4土")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"設置主体": "北海道"}, {"code": "010006", "city": "北海道"}),
        ({"時点": "令和6年7月1日"}, {"date": "2024-07-01"}),
        ({"時点": "2021年3月"}, {"date": "2021-03", "sure": "fair", "phone_kind": "may have changed"}),
        ({"時点": "2019年"}, {"date": "2019", "sure": "poor", "phones": "", "days": "", "languages": ""}),
        ({"時間": "9:00〜12:00 13:00〜17:00"}, {"hours": "9:00-12:00 13:00-17:00"}),
        ({"時間": "午前8時45分から午後5時半まで"}, {"hours": "8:45-17:30"}),
        ({"時間": "月～木 9:00～17:00、金 9:00～12:00"}, {"hours": "月-木 9:00-17:00; 金 9:00-12:00"}),
        ({"時間": "曜日ごとに異なります"}, {"hours": "曜日ごとに異なります"}),
        ({"祝": "○", "土": "◯", "日": "×"}, {"days": "月火水木金土祝"}),
        ({"備考": "祝日、年末年始を除く"}, {"closed": "holidays; New Year"}),
        (
            {"対応言語": "英・中・韓、タガログ語(電話通訳) 曜日により異なる"},
            {"languages": "en zh ko", "phone_languages": "fil"},
        ),
        ({"対応言語": "やさしい日本語、韓国・朝鮮語"}, {"languages": "ko", "language_notes": "easy Japanese"}),
        ({"電話": "０１１（０００）００００／011-000-0001(代表)"}, {"phones": "011-000-0000; 011-000-0001"}),
    ],
)
def test_cells_are_read_as_offices_write_them(
    command: Command, cells: dict[str, str], expected: dict[str, str]
) -> None:
    """What can be read becomes what the table has, the rest stays as written; of an old source only name and page."""
    done = bring(command, [SAPPORO | cells], "--write")
    assert (done.code, done.err) == (0, "")
    [row] = read_rows(command.folder / "counters.csv")
    assert {column: row.get(column, "") for column in expected} == expected


@pytest.mark.parametrize(
    ("column", "value", "told", "is_kept"),
    [
        ("設置主体", "沖縄市", "No city or prefecture is called so in 北海道.", False),
        ("窓口名", "", "The counter has no name.", False),
        ("窓口名", "=1+1", "A spreadsheet would run such a cell.", False),
        ("時点", "きのう", "It is no date that can be read.", False),
        ("時点", "2030年1月", "It has yet to come: today is 2026-11-27.", False),
        ("電話", "090-1234-5678", "found '0××-××××-××××'. A mobile number, which is a person's.", True),
        ("対応言語", "英語、ウズベク語", "found 'ウズベク語'. No language is known by this name here.", True),
        ("水", "△", "This is no circle, so that it is not known whether it is open; no days are taken.", True),
        ("URL", "javascript:alert(1)", "This is no safe web address.", True),
        ("所在地", "山田太郎様方", "This may be a person's name.", True),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    command: Command, column: str, value: str, told: str, *, is_kept: bool
) -> None:
    """Row, column, value and remedy; a row that can be used is brought without that cell."""
    done = bring(command, [SAPPORO | {column: value}], "--write")
    assert done.code == 1
    assert done.err.startswith(f"list.csv, line 2, column {column}: found ")
    assert told in done.err
    assert (command.folder / "counters.csv").exists() == is_kept


def test_what_a_table_knows_better_stays(tmp_path: Path) -> None:
    """Of the shipped counters a newer source, parted languages and a remark in English outlast the list."""
    command = Command.on_shipped(tmp_path / "tables")
    path = command.folder / "counters.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    aomori = SAPPORO | {"都道府県": "青森県", "設置主体": "青森県", "電話": "017-718-5147", "窓口名": "例：青森"}
    sakai = SAPPORO | {
        "都道府県": "大阪府",
        "設置主体": "堺市",
        "電話": "072-228-7499",
        "対応言語": "英語・中国語",
        "URL": "",
    }
    known = SAPPORO | {
        "窓口名": "さっぽろ外国人相談窓口",
        "所在地": "",
        "電話": "011-211-3678",
        "URL": "",
        "対応言語": "英語",
    }
    done = bring(command, [aomori, sakai, known], "--write")
    assert done.code == 0, done.err
    changed = [(old, new) for old, new in zip(before, path.read_text("utf-8").splitlines(), strict=True) if old != new]
    assert [old.split(",")[1] for old, _ in changed] == ["青森県", "堺市"]
    rows = {row.code: row for row in read_counters(path)[0]}
    assert rows["271403"].languages == ("en", "zh", "ko", "pt", "es", "vi", "th", "fil", "id", "ne")
    assert (rows["271403"].note[:12], rows["271403"].sources[0].where) == ("By telephone", LIST)
    assert rows["271403"].sources[1].where.endswith("20240404.html")
    newer = SAPPORO | {"都道府県": "大阪府", "設置主体": "堺市", "電話": "072-228-7499", "時点": "2019年"}
    assert bring(command, [newer], "--write").out.endswith("There is nothing to write into counters.csv.\n")


def test_two_lines_of_one_counter_are_told(command: Command) -> None:
    """The first is taken; a source has to be named."""
    done = bring(command, [SAPPORO, SAPPORO])
    assert (done.code, "Line 2 is this counter as well; the first is taken." in done.err) == (1, True)
    nameless = command.run("import-counters", command.folder / "list.csv")
    assert (nameless.code, "--source" in nameless.err) == (2, True)


def test_hostile_cells_do_no_harm(command: Command) -> None:
    """Whatever stands in whatever cell: no crash, no sign that moves a cursor, no cell that a spreadsheet runs."""
    texts = (*TEXTS, *FORMULAS)
    columns = [column for column in COUNTER_COLUMNS if column not in {"都道府県", "設置主体"}]
    rows = [
        SAPPORO | {"窓口名": f"例：{number} {column}"} | {column: text}
        for number, text in enumerate(texts)
        for column in columns
    ]
    done = bring(command, rows, "--write")
    assert (done.code, "Traceback" in done.err) == (1, False)
    assert all(char.isprintable() or char == "\n" for char in done.out + done.err)
    rows = read_rows(command.folder / "counters.csv")
    assert len(rows) > len(texts) * 10
    text_columns = set(COUNTERS.columns) - {"phones"}
    cells = [cell for row in rows for column, cell in row.items() if column in text_columns]
    assert [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠'\t\r"))] == []
