"""What a reader sees otherwise after an edit: one thing for one cell, and nothing for what is not shown."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.folder import DataFiles
from data.history.compare import MANY, compare_facts, describe_beginning
from data.history.facts import Facts, read_facts
from data.history.records import Difference
from tests.data.history.samples import SHIPPED, copy_tables, edit

BEFORE = read_facts(SHIPPED)
Edit = Callable[[DataFiles], object]


def compare(folder: Path, *edits: Edit) -> tuple[Difference, ...]:
    """Edit a copy of the shipped tables and compare."""
    files = copy_tables(folder)
    for change in edits:
        change(files)
    return compare_facts(BEFORE, read_facts(files))


def put(file: str, old: str, new: str) -> Edit:
    """Put a text in place of another in a file of the tables."""
    return lambda files: edit(getattr(files, file), old, new)


def drop_line(file: str, beginning: str) -> Edit:
    """Take the one line out of a file that begins so."""

    def drop(files: DataFiles) -> None:
        path = getattr(files, file)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        left = [line for line in lines if not line.startswith(beginning)]
        assert len(left) == len(lines) - 1
        path.write_text("".join(left), encoding="utf-8")

    return drop


def rewrite(file: str, make: Callable[[list[str]], list[str]]) -> Edit:
    """Make other lines of a file's lines."""

    def write(files: DataFiles) -> None:
        path = getattr(files, file)
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(make(lines)) + "\n", encoding="utf-8")

    return write


SAPPORO, SENDAI, KAWASAKI, HOKKAIDO = "011002", "041009", "141305", "010006"
HELP_DESK = "さっぽろ外国人相談窓口"
ONE: list[tuple[str, Edit, Difference]] = [
    (
        "an e-mail address",
        put("cities", "kokusai[at]city.sapporo.jp", "new[at]city.sapporo.jp"),
        Difference("changed", "city", SAPPORO, "", "email", "kokusai@city.sapporo.jp", "new@city.sapporo.jp"),
    ),
    (
        "a telephone number",
        put("counters", "011-211-3678", "011-211-9999"),
        Difference("changed", "counter", SAPPORO, HELP_DESK, "phones", "011-211-3678", "011-211-9999"),
    ),
    (
        "a counter's name",
        put("counters", f"札幌市,{HELP_DESK}", "札幌市,札幌の窓口"),
        Difference("changed", "counter", SAPPORO, "札幌の窓口", "name", HELP_DESK, "札幌の窓口"),
    ),
    (
        "a language more",
        put(
            "counters",
            "en zh vi,,interpreting,,https://www.sapporolife.info/",
            "en zh vi ne,,interpreting,,https://www.sapporolife.info/",
        ),
        Difference("changed", "counter", SAPPORO, HELP_DESK, "languages", "", "ne"),
    ),
    (
        "an association's page",
        put("associations", "http://www.hiecc.or.jp/,", "https://www.hiecc.or.jp/,"),
        Difference(
            "changed",
            "association",
            HOKKAIDO,
            "北海道国際交流・協力総合センター",
            "url",
            "http://www.hiecc.or.jp/",
            "https://www.hiecc.or.jp/",
        ),
    ),
    (
        "a doubt that is applied",
        put(
            "corrections",
            "www.int.senia-sendai.jp,int.sentia-sendai.jp,no",
            "www.int.senia-sendai.jp,int.sentia-sendai.jp,yes",
        ),
        Difference(
            "changed",
            "doubt",
            SENDAI,
            "",
            "class",
            "www.int.senia-sendai.jp → int.sentia-sendai.jp ?",
            "www.int.senia-sendai.jp → int.sentia-sendai.jp",
        ),
    ),
    (
        "a doubt that is settled",
        drop_line("corrections", SENDAI),
        Difference("removed", "doubt", SENDAI, "", "class", "www.int.senia-sendai.jp → int.sentia-sendai.jp ?"),
    ),
    (
        "a department's Japanese name",
        put("department_names", "文化観光局交流企画課,2019", "文化観光局国際課,2019"),
        Difference(
            "changed",
            "department name",
            SENDAI,
            "",
            "department",
            "文化観光局交流企画課 (2019)",
            "文化観光局国際課 (2019)",
        ),
    ),
    (
        "a confirmation",
        rewrite(
            "checks",
            lambda lines: [*lines, f"{SAPPORO},札幌市,email,kokusai[at]city.sapporo.jp,2026-04-01,課,mail"][:2],
        ),
        Difference("added", "confirmation", SAPPORO, "", "email", "", "2026-04-01: kokusai[at]city.sapporo.jp"),
    ),
    (
        "a withdrawal, without what is no longer shown",
        rewrite(
            "checks",
            lambda lines: [
                lines[0],
                f"{SAPPORO},札幌市,email,kokusai[at]city.sapporo.jp,2026-04-01,課,mail,withdrawn",
            ],
        ),
        Difference("added", "withdrawal", SAPPORO, "", "email", "", "2026-04-01"),
    ),
    (
        "a row that goes",
        drop_line("cities", "1\t"),
        Difference("removed", "city", SAPPORO),
    ),
]


@pytest.mark.parametrize(("change", "difference"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_edit_is_one_difference(tmp_path: Path, change: Edit, difference: Difference) -> None:
    """It says of what, in which field, what stood there and what stands there now; of several parts only those."""
    assert compare(tmp_path, change) == (difference,)


NONE: list[tuple[str, Edit]] = [
    ("rows in another order", rewrite("counters", lambda lines: [lines[0], *lines[:0:-1]])),
    ("the number of a row", put("cities", "\n1\tHokkaido", "\n99\tHokkaido")),
    ("white space", put("cities", "kokusai[at]city.sapporo.jp", "  kokusai[at]city.sapporo.jp ")),
    ("how an address is veiled", put("cities", "kokusai[at]city.sapporo.jp", "kokusai@city.sapporo.jp")),
    (
        "the wording of a reason",
        put("corrections", "probably a typing error: the association", "a typing error, perhaps: the association"),
    ),
    (
        "the page of a source on the same site",
        put("associations", "https://www.spira.or.jp/en/work,", "https://www.spira.or.jp/,"),
    ),
    (
        "how sure a row is",
        put(
            "associations",
            "http://www.spira.or.jp/,,consultation,yes,good",
            "http://www.spira.or.jp/,,consultation,yes,fair",
        ),
    ),
    (
        "another encoding",
        lambda files: files.counters.write_bytes(files.counters.read_bytes().decode().encode("utf-16")),
    ),
    ("line ends", lambda files: files.cities.write_bytes(files.cities.read_bytes().replace(b"\n", b"\r\n"))),
    ("a heading in Japanese", put("cities", "\tE-mail\t", "\tメール\t")),
]


@pytest.mark.parametrize("change", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_what_no_reader_sees_is_no_difference(tmp_path: Path, change: Edit) -> None:
    """Order, spaces, encoding, how a doubt is worded: the pages show the same."""
    assert compare(tmp_path, change) == ()


BROKEN: list[tuple[str, Edit]] = [
    ("a heading that nobody knows", put("cities", "\tE-mail\t", "\tContact\t")),
    ("a column without a heading", put("counters", ",hours,", ",opening,")),
    ("a web page", lambda files: files.cities.write_text("<!DOCTYPE html><p>Not found", encoding="utf-8")),
    ("a broken byte", lambda files: files.counters.write_bytes(files.counters.read_bytes().replace(b",", b"\xff,", 1))),
    ("no table", lambda files: files.cities.unlink()),
    ("an empty table", lambda files: files.cities.write_text("", encoding="utf-8")),
]


@pytest.mark.parametrize("change", [case[1] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_file_that_cannot_be_read_is_not_compared(tmp_path: Path, change: Edit) -> None:
    """Twenty cities do not go and come again with a heading; what is wrong is named, and the other files count."""
    files = copy_tables(tmp_path)
    change(files)
    edit(files.department_names, "文化観光局交流企画課,2019", "文化観光局国際課,2019")
    facts = read_facts(files)
    assert len(facts.unreadable) == 1
    assert [difference.subject for difference in compare_facts(BEFORE, facts)] == ["department name"]


def test_many_rows_at_once_are_a_number(tmp_path: Path) -> None:
    """Of more rows than a person reads only the number is told, whether they come or go."""
    shutil.copy(SHIPPED.cities, tmp_path / "cities.tsv")
    few = read_facts(replace(copy_tables(tmp_path), counters=tmp_path / "none", associations=tmp_path / "none"))
    counters, associations = (len(BEFORE.statements[kind]) for kind in ("counter", "association"))
    assert min(counters, associations) > MANY
    assert compare_facts(few, BEFORE) == (
        Difference("added", "counter", new=str(counters)),
        Difference("added", "association", new=str(associations)),
    )
    assert compare_facts(BEFORE, few) == (
        Difference("removed", "counter", old=str(counters)),
        Difference("removed", "association", old=str(associations)),
    )


def test_the_first_version_is_one_thing() -> None:
    """Not twenty cities with all their fields: the record begins with twenty. Without a city it has not begun."""
    assert describe_beginning(BEFORE) == (Difference("begun", "city", new="20"),)
    assert describe_beginning(Facts()) == ()
