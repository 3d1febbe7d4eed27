"""What `python -m data import-events` does not take: it says where it stands, and brings the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.bringing.brought_events import WEEKLY, bring
from tests.data.bringing.lists import OFFICE, read_rows, write_list
from tests.data.commands import Command
from tests.hostile import FORMULAS, SEPARATORS, TEXTS, UNWRITABLE


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("連絡先電話番号", "(090)1234-5678", "found '0××-××××-××××'. A mobile number, which is a person's."),
        ("連絡先電話番号", "なんでも", "No telephone number can be read there."),
        ("主催者", "山田太郎", "This may be a person's name."),
        ("イベント名", "=cmd()日本語教室", "A spreadsheet would run such a cell."),
        ("全国地方公共団体コード", "271404", "No place has this code"),
        ("開始日", "4/4/2026", "This day can mean another. Write the day as 2026-04-01"),
        ("開始日", "", "The event has no day, so that it is left out."),
        ("終了日", "2026-04-01", "It ends before it begins, 2026-04-04."),
        ("開始時間", "夕方", "This is no time of day."),
        ("終了時間", "9:00", "It does not end after it begins, 18:30."),
        ("緯度", "135.5", "This does not lie in Japan."),
        ("URL", "javascript:alert(1)", "This is no safe web address."),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(command: Command, column: str, value: str, told: str) -> None:
    """Row, column, value and remedy; the rest is brought all the same, and the exit code tells of it."""
    name = {"イベント名": value} if column == "イベント名" else {"地方公共団体名": ""}
    rows = [WEEKLY[0] | name | {column: value}, WEEKLY[0] | {"イベント名": "例：日本語クラス"}]
    done = bring(command, rows, "--write")
    assert done.code == 1
    assert done.err.startswith(f"events.csv, line 2, column {column}: found ")
    assert told in done.err
    assert "例：日本語クラス" in [row["name"] for row in read_rows(command.folder / "classes.csv")]
    assert "0000-0000" not in done.out + done.err + (command.folder / "classes.csv").read_text().replace(
        "072-000-0000", ""
    )


def test_hostile_cells_do_no_harm(command: Command) -> None:
    """Whatever stands in whatever cell: no crash, no sign that moves a cursor, no cell that a spreadsheet runs."""
    rows = []
    for number, text in enumerate((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE)):
        rows.append(WEEKLY[0] | {"イベント名": f"例：日本語教室{text}", "ID": str(number)})
        columns = [*OFFICE, "日時備考", "料金(詳細)", "対象者"][1:]
        rows += [WEEKLY[0] | {column: text, "イベント名": f"例：日本語教室 {number} {column}"} for column in columns]
    done = bring(command, [row for row in rows if "\0" not in "".join(row.values())], "--write")
    assert done.code == 1, done.err
    assert all(char.isprintable() or char == "\n" for char in done.out + done.err)
    cells = [cell for row in read_rows(command.folder / "classes.csv") for cell in row.values()]
    assert len(cells) > 1000
    assert [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠'\t\r"))] == []
    assert "Traceback" not in done.err


def test_a_class_whose_source_is_not_known_stays_out(command: Command) -> None:
    """Without --source each event's own page is the source; one without a page is told, the others are brought."""
    rows = [WEEKLY[0] | {"URL": ""}, WEEKLY[0] | {"イベント名": "例：日本語クラス"}]
    done = command.run("import-events", write_list(command.folder / "events.csv", rows), "--write")
    assert (done.code, "line 2, column URL: found ''. It is not known where this is from." in done.err) == (1, True)
    [row] = read_rows(command.folder / "classes.csv")
    assert (row["name"], row["source_url"]) == ("例：日本語クラス", "https://example.org/nihongo")


def test_a_list_or_a_table_that_cannot_be_used_is_told(command: Command, tmp_path: Path) -> None:
    """No such file, no header, a workbook to be written into, a wrong source or date: exit code 2, nothing written."""
    missing = command.run("import-events", tmp_path / "none.csv")
    assert (missing.code, "No such file" in missing.err) == (2, True)
    headless = command.run("import-events", write_list(tmp_path / "other.csv", [], ("a", "b")))
    assert (headless.code, "No line names the columns イベント名, 開始日." in headless.err) == (2, True)
    refused = command.run("import-events", tmp_path / "x.csv", "--source", "file:///x", "--date", "2027-01")
    assert (refused.code, refused.err.count("found")) == (2, 2)
    (command.folder / "classes.csv").write_bytes(b"PK\x03\x04 xl/workbook.xml")
    workbook = bring(command, WEEKLY, "--write")
    assert (workbook.code, "an Excel workbook" in workbook.err, "Nothing was written" in workbook.err) == (
        2,
        True,
        True,
    )
