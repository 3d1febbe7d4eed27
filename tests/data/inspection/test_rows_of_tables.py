"""Cells that contradict other cells are told, in the shipped tables with one of them changed."""

# ruff: noqa: E501 (cells stand on one line, as in their files)

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from data.folder import DataFiles, locate_files
from data.inspection.ages import list_aged
from data.inspection.cells import read_files
from data.inspection.edits import compare_rows
from data.inspection.inspection import inspect_tables
from data.portals import PORTALS_FILE


def copy_tables(folder: Path) -> DataFiles:
    """Copy the shipped tables into a folder."""
    for path in (*locate_files({}).list_paths(), PORTALS_FILE):
        shutil.copy(path, folder)
    return locate_files({"MADOGUCHI_DATA": str(folder)})


@pytest.mark.parametrize(
    ("file", "right", "wrong", "column", "part"),
    [
        ("associations.csv", "札幌国際プラザ,Sapporo", "大阪府国際プラザ,Sapporo", "name", "names 大阪府"),
        ("associations.csv", "Hokkaido International Exchange", "Osaka International Exchange", "name_en", "names Osaka"),
        ("associations.csv", "https://plaza-sapporo.or.jp/service", "https://sia1.jp/service", "source", "another site"),
        ("associations.csv", "http://www.hiecc.or.jp/", "http://www.hicc.or.jp/", "url", "nearly"),
        ("counters.csv", "火水木金土,10:00-14:00", "火土水木金,10:00-14:00", "days", "order of the week"),
        ("counters.csv", "8:30-12:00 13:00-17:00,h", "8:30-12:00 13:00-71:00,h", "hours", "no office is open"),
        ("counters.csv", "10:00-14:00", "10:00-14:0", "hours", "neither hours"),
        ("counters.csv", "good,https://www.moj.go.jp/isa/content/001424630.pdf,2024-07", "good,https://www.moj.go.jp/isa/content/001424630.pdf,2014-07", "sure", "2023 or later"),
        ("counters.csv", "札幌市中央区北1条", "仙台市青葉区北1条", "address", "lies in"),
        ("cities.tsv", "kokusai[at]city.sapporo.jp", "kokusai[at]kokusai-sapporo.jp", "E-mail", "neither a site"),
        ("cities.tsv", "kokusai[at]city.sapporo.jp", "kokusai[at]gmail.com", "E-mail", "to anybody"),
        ("corrections.csv", ",int.sentia-sendai.jp,no", ",samenet.jp,no", "better_value", "nothing like it"),
        ("department_names.csv", "国際課,2017", "国際課,2019", "year", "bears"),
        ("associations.csv", ",札幌国際プラザ,", ",さいたま市国際プラザ,", "name", "names さいたま市"),
        ("associations.csv", ",札幌国際プラザ,", ",Sapporo Plaza,", "name", "no Japanese name"),
        ("counters.csv", "https://www.hiecc.or.jp/soudan/", "https://sia1.jp/", "url", "a site of Saitama"),
        ("counters.csv", "月火水木金,9:00-12:00 13:00-17:00,,en", "月火水木,9:00-12:00 13:00-17:00,,en", "days", "Friday"),
        ("portals.csv", "ja en zh-Hans pt", "ja een zh-Hans pt", "languages", "een"),
        ("portals.csv", "classes,13,ja en", "classes,31,ja en", "prefecture", "says Tokyo"),
        ("portals.csv", "（埼玉県《さいたまけん》）", "（埼玉県）", "name_ja", "no reading"),
        ("counters.csv", ",https://www.airyamagata.org/,good", ",,good", "url", "a site of the office itself"),
        ("counters.csv", ",,en zh vi,,interpreting,,", ",,en zh vi,,,interpreting,", "note", "words of the column language_notes"),
        ("counters.csv", ",en es zh ko fil vi th id my uk,", ",,", "languages", "none is named"),
        ("counters.csv", "plazamail/20240404.html,2024-04-04", "plazamail/20240404.html,", "date", "own address has 20240404"),
        ("counters.csv", "newsonjapan.com/article/126415.php,2020-02-20", "newsonjapan.com/article/126415.php,2021-02-20", "date", "has the date 2020-02-20"),
        ("counters.csv", "newsonjapan.com/article/126415.php", "newsonjapan.com/article/126115.php", "source", "nearly"),
        ("counters.csv", ",https://www.city.shizuoka.lg.jp/000_002142.html,poor", ",https://www.city.hamamatsu.lg.jp/,poor", "url", "office of Hamamatsu"),
        ("counters.csv", ",https://www.hiecc.or.jp/soudan/", ",https://www.sapporolife.info/", "url", "rows about 札幌市"),
        ("counters.csv", "さっぽろ外国人相談窓口,", "さっぽろ外国人,", "name", "cut off"),
        ("counters.csv", "011-200-9595,yes", "011-200-9595,may have changed", "phone_kind", "hardly changed"),
        ("counters.csv", "9:00-12:00 13:00-17:15", "9:00-21:00 13:00-17:15", "hours", "before the first end"),
        ("counters.csv", ",みやぎ外国人", ",いわて外国人", "name", "names 岩手県"),
        ("counters.csv", "holidays; 12/29-1/3", "holidays; 10/29-1/3", "closed", "many days"),
        ("counters.csv", ",holidays; New Year,", ",holidays;  New Year,", "closed", "space too many"),
        ("associations.csv", ",静岡県国際交流協会,", ",静岡県,", "name", "cut off"),
        ("associations.csv", ",鹿児島県国際交流協会,", ",鹿児島国際交流協会,", "name", "not with 鹿児島県"),
        ("associations.csv", "浜松市,association,浜松国際交流協会,Hamamatsu", "浜松市,association,浜松国際交流協会,Niigata", "name_en", "names"),
        ("associations.csv", "Chiba City International Association", "Chiba City", "name_en", "only the name of a place"),
        ("associations.csv", ",consultation; class list,yes,good,https://sia1.jp", ",consultation,yes,good,https://sia1.jp", "offers", "a list of classes"),
        ("associations.csv", "FY2025", "FY2002", "date", "long ago"),
        ("associations.csv", "kian.or.jp/blog/kian/cat5/", "kian.or.jp/blog/kian", "source", "cut off"),
        ("portals.csv", "https://tokyo-tsunagari.or.jp/multicultural\n", "https://tokyo-tsunagari.or.jp/mul\n", "source", "beginning of"),
        ("portals.csv", "http://www.tnvn.jp/inquiry/,classes", "https://tokyo-tsunagari.or.jp/multicultural,classes", "url", "rests on"),
        ("counters.csv", "article/2019/7/3/58888,2019-07-03", "article/2019/7/3/58888,2020-07-03", "date", "own address has 2019"),
        ("counters.csv", "Ukrainian by appointment.,", "Ukrainian by,", "note", "full stop"),
        ("corrections.csv", "stand at h-ircd.jp, and no public copy shows h-irocd.jp", "stand at samenet.jp", "reason", "no other cell"),
        ("corrections.csv", ",h-ircd.jp,no", ",h-ircd.jpp,no", "better_value", "ends in"),
    ],
)  # fmt: skip
def test_a_cell_that_another_contradicts_is_told(
    tmp_path: Path, file: str, right: str, wrong: str, column: str, part: str
) -> None:
    """Names, hosts, days, years and prefectures vouch for each other; the finding has its file and column."""
    files = copy_tables(tmp_path)
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = [told.problem for told in inspect_tables(files, tmp_path / PORTALS_FILE.name)]
    assert any(one.file == file and one.column == column and part in one.message for one in found), found


def test_hours_in_the_words_of_an_office_are_no_slip(tmp_path: Path) -> None:
    """They are read as they are."""
    files = copy_tables(tmp_path)
    text = files.counters.read_text(encoding="utf-8")
    worded = text.replace("9:30-17:00; 水 9:30-19:00", "9:30〜17:00 (注記)水曜日 9:30〜19:00", 1)
    assert worded != text
    files.counters.write_text(worded, encoding="utf-8")
    assert [told.problem.column for told in inspect_tables(files, PORTALS_FILE)] == []


def test_two_rows_of_one_place_that_say_the_same_are_told(tmp_path: Path) -> None:
    """A row pasted twice is named by both its lines."""
    files = copy_tables(tmp_path)
    lines = files.counters.read_text(encoding="utf-8").splitlines(keepends=True)
    files.counters.write_text("".join([*lines[:2], lines[1], *lines[2:]]), encoding="utf-8")
    (told,) = inspect_tables(files, PORTALS_FILE)
    assert (told.problem.row, told.problem.message) == (3, "Line 2 says nearly the same.")


def test_a_hostile_cell_breaks_nothing(tmp_path: Path) -> None:
    """Whatever stands in a cell, the inspection ends and says something."""
    files = copy_tables(tmp_path)
    for cell in ("http://[", "://", "{{7*7}}", "\ud7ff" * 300, "https://" + "a." * 300, "(" * 500, "国" * 500):
        text = files.associations.read_text(encoding="utf-8")
        files.associations.write_text(text.replace("札幌国際プラザ", cell, 1), encoding="utf-8")
        inspect_tables(files, PORTALS_FILE)
        files.associations.write_text(text, encoding="utf-8")


def test_edited_cells_are_told_with_what_stood_there(tmp_path: Path) -> None:
    """Each edited cell and each row that is gone is one notice."""
    files = copy_tables(tmp_path)
    old = read_files(files, PORTALS_FILE).counters
    text = files.counters.read_text(encoding="utf-8").replace("011-200-9595", "011-200-9596")
    files.counters.write_text("\n".join(text.splitlines()[:-1]) + "\n", encoding="utf-8")
    changed, gone = compare_rows(old, read_files(files, PORTALS_FILE).counters)
    assert (changed.row, changed.column, changed.value) == (2, "phones", "011-200-9596")
    assert "'011-200-9595'" in changed.message
    assert gone.value.startswith("470007 沖縄県")


def test_old_rows_are_told_by_a_day(tmp_path: Path) -> None:
    """What is old grows with the day; long ago nothing was."""
    files = copy_tables(tmp_path)
    assert list_aged(files, date(2005, 1, 1)) == ()
    later = {problem.file: problem.message for problem in list_aged(files, date(2040, 1, 1))}
    assert later["department_names.csv"].startswith("6 of 6 rows")
    assert later["counters.csv"].startswith("67 of 67 rows")
