"""`python -m data import-events`: a municipality's dated rows become classes with a weekly pattern, or stay out."""

from __future__ import annotations

from data.table.courses import read_courses
from tests.courses import write_courses
from tests.data.bringing.brought_events import EVEN, MONTHLY, WEEKLY, bring
from tests.data.bringing.lists import list_days, make_events, read_rows
from tests.data.commands import Command


def test_nineteen_dates_are_two_classes(command: Command) -> None:
    """Twelve Saturdays and seven second and fourth Wednesdays, August off, are a row each; other events stay out."""
    others = make_events("例：子どもおはなし会", list_days("2026-04-01", "2026-04-30", 1), "10:30", "11:00")
    rows = [*WEEKLY, *others, *MONTHLY]
    assert len(WEEKLY) + len(MONTHLY) == 19
    shown = bring(command, rows)
    assert (shown.code, shown.err, (command.folder / "classes.csv").exists()) == (0, "", False)
    assert "New in classes.csv: 2 rows" in shown.out
    assert "4 other events of the list speak of no such thing." in shown.out
    assert shown.out.endswith(
        f"Nothing was written. The same with --write puts 2 rows into {command.folder}/classes.csv.\n"
    )
    written = bring(command, rows, "--write")
    assert (written.code, written.err) == (0, "")
    weekly, monthly = read_rows(command.folder / "classes.csv")
    assert weekly == {
        "code": "271403",
        "id": "event-ee1624dd",
        "city": "堺市",
        "organizer": "例：堺市の国際課",
        "name": "例：土曜にほんご教室",
        "mode": "対面",
        "venue": "例：あおぞら会館",
        "address": "大阪府堺市堺区例町1-1",
        "weekdays": "土",
        "weeks": "毎週",
        "start": "18:30",
        "end": "20:00",
        "valid_from": "2026-04-04",
        "valid_until": "2026-06-20",
        "url": "https://example.org/nihongo",
        "contact_phone": "072-000-0000",
        "source_url": "https://example.org/events.csv",
        "source_date": "2026-04",
    }
    assert [monthly[column] for column in ("weekdays", "weeks", "breaks", "fee_yen")] == [
        "水",
        "第2・第4",
        "8月",
        "100",
    ]
    courses, problems = read_courses(command.folder / "classes.csv")
    assert (len(courses), problems) == (2, ())


def test_a_second_run_finds_nothing_to_do(command: Command) -> None:
    """The same list again, in whatever order, leaves the file byte for byte, and says so."""
    bring(command, [*WEEKLY, *MONTHLY], "--write")
    before = (command.folder / "classes.csv").read_bytes()
    done = bring(command, [*reversed(WEEKLY), *MONTHLY], "--write")
    assert "2 rows of classes.csv say the same already.\nThere is nothing to write into classes.csv.\n" in done.out
    assert (command.folder / "classes.csv").read_bytes() == before


def test_rows_that_are_there_stay(command: Command) -> None:
    """A class that somebody wrote by hand keeps its id and what the list does not say; all others stay as they are."""
    path = command.folder / "classes.csv"
    mine = {"code": "271403", "id": "mine", "city": "堺市", "name": "例：土曜にほんご教室", "venue": "例：あおぞら会館"}
    mine |= {"weekdays": "土曜日", "weeks": "毎週", "start": "18時30分", "end": "午後8時", "level": "はじめて"}
    mine |= {"valid_from": "2026-01-10", "valid_until": "2026-05-30", "source_url": "https://example.org/mine"}
    other = {"code": "141305", "id": "kian", "name": '例：朝の日本語, a "b"', "source_url": "https://example.org/x"}
    write_courses(path, [mine, other])
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    done = bring(command, WEEKLY, "--write")
    assert "Changed in classes.csv: 1 row" in done.out
    assert "    valid_until: 2026-05-30 -> 2026-06-20\n" in done.out
    assert [line.split(":")[0].strip() for line in done.out.splitlines() if " -> " in line] == [
        "organizer",
        "mode",
        "address",
        "valid_until",
        "url",
        "contact_phone",
        "source_url",
        "source_date",
    ]
    after = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert (after[0], after[2], len(after)) == (lines[0], lines[2], 3)
    row = read_rows(path)[0]
    assert [row[name] for name in ("id", "start", "level", "valid_from")] == [
        "mine",
        "18時30分",
        "はじめて",
        "2026-01-10",
    ]


def test_new_rows_stand_behind_those_of_their_city(command: Command) -> None:
    """Behind a changed one too, in the list's order; the order of the codes stays."""
    source = {"source_url": "https://example.org/x"}
    codes = [("141305", "a"), ("271403", "event-ee1624dd"), ("401307", "z")]
    write_courses(
        command.folder / "classes.csv", [source | {"code": code, "id": name, "name": "例"} for code, name in codes]
    )
    bring(command, [*MONTHLY, *make_events("例：日本語ひろば", EVEN, "13:00", "15:00"), *WEEKLY], "--write")
    rows = read_rows(command.folder / "classes.csv")
    assert [row["name"] for row in rows] == [
        "例",
        "例：土曜にほんご教室",
        "例：日本語クラス 午前コース",
        "例：日本語ひろば",
        "例",
    ]


def test_a_table_with_japanese_headings_keeps_its_form(command: Command) -> None:
    """Its encoding, separators and order of columns stay; a column that it lacks is added in Japanese."""
    path = command.folder / "classes.csv"
    header = "教室名;全国地方公共団体コード;ID;曜日;自分のメモ;出典"
    path.write_bytes(f"{header}\r\n例：朝の教室;271403;asa;月;覚え書き;https://example.org/x\r\n".encode("cp932"))
    assert bring(command, WEEKLY, "--write").code == 0
    lines = path.read_bytes().decode("cp932").split("\r\n")
    assert lines[0].startswith(header + ";地方公共団体名;主催者;形態;会場;住所;週;開始時刻;")
    assert lines[1] == "例：朝の教室;271403;asa;月;覚え書き;https://example.org/x"
    assert lines[2].startswith("例：土曜にほんご教室;271403;event-ee1624dd;土;;https://example.org/events.csv;堺市;")
    assert [course.id for course in read_courses(path)[0]] == ["asa", "event-ee1624dd"]


def test_words_tell_what_dates_do_not(command: Command) -> None:
    """A class from one day to another has its days and times in words; two times a day are two classes."""
    said = "毎週木曜日開催(8月は休み)。午後2時~4時、午後6時30分~8時30分\n開始日: 2026/5/13"
    cells = {"日時備考": said, "終了日": "2027-03-31", "連絡先名称": "例：中央公民館", "主催者": ""}
    rows = make_events("例：日本語教室", list_days("2026-05-13", "2026-05-13", 2), "", "", **cells)
    assert "    (the list names no organizer, so its contact is taken for it)\n" in bring(command, rows, "--write").out
    rows = read_rows(command.folder / "classes.csv")
    when = ("weekdays", "weeks", "breaks", "start", "end", "valid_from", "valid_until", "organizer")
    assert [[row[name] for name in when] for row in rows] == [
        ["木", "毎週", "8月", start, end, "2026-05-13", "2027-03-31", "例：中央公民館"]
        for start, end in (("14:00", "16:00"), ("18:30", "20:30"))
    ]


def test_lessons_of_several_names_and_times_are_parted(command: Command) -> None:
    """A number in the name makes no class of its own; another time or venue does; a cancelled lesson is none."""
    days = list_days("2026-04-01", "2026-05-31", 6)
    numbered = [
        make_events(f"例：日本語ひろば 第{number}回【5月号】", [day], "13:00", "15:00")[0]
        for number, day in enumerate(days, 1)
    ]
    numbered[3] |= {"状態": "中止"}
    elsewhere = make_events("例：日本語ひろば", days[:4], "13:00", "15:00", 場所名称="オンライン(Zoom)")
    done = bring(command, [*numbered, *elsewhere], "--write")
    assert "Cancelled, so left out: line 5." in done.out
    first, second = read_rows(command.folder / "classes.csv")
    assert [first[name] for name in ("name", "weekdays", "weeks", "breaks", "mode")] == [
        "例：日本語ひろば",
        "日",
        "毎週",
        "2026年4月26日",
        "対面",
    ]
    assert (second["mode"], "venue" in second) == ("オンライン", False)


def test_each_name_that_speaks_of_japanese_is_told_with_its_reason(command: Command) -> None:
    """What is taken, what is left, and what a person has to decide, who does it with --take and --leave."""
    day = list_days("2026-04-04", "2026-04-04", 5)
    names = [
        "例：日本語ボランティア養成講座",
        "例：やさしい日本語講座",
        "例：日本語の夕べ",
        "例：土曜クラス",
        "例：日本語教室",
    ]
    rows = [make_events(name, day, "10:00", "12:00", 説明="日本語を学びます")[0] for name in names]
    done = bring(command, rows)
    assert done.out.splitlines()[:9] == [
        "Taken as Japanese classes:",
        "  例：日本語教室 (line 6): its name says 日本語 and 教室",
        "Left out, and for you to decide (--take NAME, --leave NAME):",
        "  例：日本語の夕べ (line 4): its name says 日本語, but not that it is a class",
        "  例：土曜クラス (line 5): its description says 日本語を学, its name does not",
        "Left out:",
        "  例：日本語ボランティア養成講座 (line 2): for people who teach Japanese (ボランティア)",
        "  例：やさしい日本語講座 (line 3): about plain Japanese, for people who speak Japanese (やさしい日本語)",
        "New in classes.csv: 1 row",
    ]
    bring(command, rows, "--take", "土曜", "--leave", "日本語教室", "--write")
    assert [row["name"] for row in read_rows(command.folder / "classes.csv")] == ["例：土曜クラス"]
