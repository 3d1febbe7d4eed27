"""Any table of the same columns works; a row that cannot be used is named while the rest is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.folder import locate_files
from data.places.gazetteer import list_places, list_prefectures
from data.table.table import read_table
from data.table.table_columns import COLUMNS
from tests.data.tables import HEADER, write_table, write_text
from tests.hostile import TEXTS

SAPPORO = ("1", "Hokkaido", "Sapporo", "Section", "https://a.jp/", "a[at]b.jp", "https://c.jp/ (Class)")
EMPTY = ("", "", "", "")


def test_every_shape_of_row_is_read(tmp_path: Path) -> None:
    """Prefectural governments, core cities, towns, villages, wards of Tokyo and of cities, in English or Japanese."""
    rows = [
        ("1", "Osaka", "", *EMPTY),
        ("2", "Tokyo", "", *EMPTY),
        ("3", "Saitama", "Kawagoe City", *EMPTY),
        ("4", "広島県", "府中町", *EMPTY),
        ("5", "Tokyo", "Hachijo Town", *EMPTY),
        ("6", "Tokyo", "Chiyoda City", *EMPTY),
        ("7", "Kanagawa", "横浜市 中区", *EMPTY),
        ("8", "とうきょう", "Hinohara-mura", *EMPTY),
    ]
    table = read_table(write_table(tmp_path, rows))
    assert table.problems == ()
    assert [(city.place.kind, city.place.ja) for city in table.cities] == [
        ("prefecture", "大阪府"),
        ("prefecture", "東京都"),
        ("city", "川越市"),
        ("town", "府中町"),
        ("town", "八丈町"),
        ("ward", "千代田区"),
        ("ward", "横浜市中区"),
        ("village", "檜原村"),
    ]
    assert [city.slug for city in table.cities][:3] == ["osaka-prefecture", "tokyo-prefecture", "kawagoe"]
    assert [city.listed_name for city in table.cities][:3] == ["", "", "Kawagoe City"]


def test_40_cities_and_47_governments_with_half_of_the_cells_empty(tmp_path: Path) -> None:
    """A table of another kind is read whole, its empty cells as nothing."""
    cells = ("Section", "https://a.jp/", "a[at]b.jp", "https://c.jp/")
    cities = [place for place in list_places() if place.kind == "city" and place.en != place.prefecture.en][::18][:40]
    named = [(place.prefecture.en, place.ja) for place in cities]
    named += [(prefecture.en, "") for prefecture in list_prefectures()]
    rows = [
        (str(number), *names, *(cell if (number + column) % 2 else "" for column, cell in enumerate(cells)))
        for number, names in enumerate(named, start=1)
    ]
    table = read_table(write_table(tmp_path, rows))
    assert table.problems == ()
    assert len(table.cities) == 87
    assert sum(len(city.departments) + len(city.websites) for city in table.cities) == 87
    assert sum(len(city.emails) + len(city.classes) for city in table.cities) == 87
    assert len({city.slug for city in table.cities}) == 87


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (("2", "Atlantis", "Osaka", *EMPTY), "Prefecture"),
        (("2", "", "Osaka", *EMPTY), "Prefecture"),
        (("2", "Osaka", "Atlantis", *EMPTY), "City"),
        (("2", "Osaka", "Yokohama", *EMPTY), "City"),
        (("2", "Osaka", "Kita Ward", *EMPTY), "City"),
        (("2", "Hokkaido", "札幌市", *EMPTY), "City"),
        (("2", "Osaka"), None),
        (("2", "Osaka", "Osaka", *EMPTY, "more"), None),
    ],
    ids=["prefecture", "no prefecture", "city", "other prefecture", "ambiguous", "twice", "too few", "too many"],
)
def test_an_unusable_row_is_named_and_the_rest_is_shown(
    tmp_path: Path, row: tuple[str, ...], column: str | None
) -> None:
    """The problem tells file, line, column, what was found, what is allowed and what to do; the other rows stay."""
    table = read_table(write_table(tmp_path, [SAPPORO, row, ("3", "Hyogo", "Kobe", *EMPTY)]))
    assert [city.place.ja for city in table.cities] == ["札幌市", "神戸市"]
    (problem,) = table.problems
    assert (problem.file, problem.row, problem.column, problem.fatal) == ("cities.tsv", 3, column, True)
    assert column is None or problem.value == row[COLUMNS.index(column)]
    assert problem.message
    assert problem.remedy


@pytest.mark.parametrize("number", ["", "x", "1", "①", "-1", "{{7*7}}"])
def test_an_odd_number_costs_no_row(tmp_path: Path, number: str) -> None:
    """A number that is none, or stands there twice, is told; the row is used."""
    table = read_table(write_table(tmp_path, [SAPPORO, (number, "Hyogo", "Kobe", *EMPTY)]))
    assert [city.number for city in table.cities] == ["1", number]
    (problem,) = table.problems
    assert (problem.row, problem.column, problem.fatal) == (3, "No.", False)


@pytest.mark.parametrize("hostile", TEXTS)
def test_hostile_cells_stay_text(tmp_path: Path, hostile: str) -> None:
    """In every cell but number, prefecture and city hostile text costs no row and makes no link, and is all there."""
    table = read_table(write_table(tmp_path, [SAPPORO, ("2", "Hyogo", "Kobe", hostile, hostile, hostile, hostile)]))
    kobe = table.cities[1]
    assert kobe.departments == (hostile,)
    assert (kobe.websites, kobe.emails, kobe.classes) == ((), (), ())
    assert [(text.field, text.text) for text in kobe.leftovers] == [
        ("website", hostile),
        ("email", hostile),
        ("class", hostile),
    ]
    assert [(problem.row, problem.fatal) for problem in table.problems] == [(3, False)] * 3


@pytest.mark.parametrize("column", range(3))
def test_hostile_names_are_told_as_text(tmp_path: Path, column: int) -> None:
    """Hostile text for a number, prefecture or city is told with what was found; the other rows are shown."""
    for hostile in TEXTS:
        row = ["2", "Hyogo", "Kobe", *EMPTY]
        row[column] = hostile
        table = read_table(write_table(tmp_path, [SAPPORO, row]))
        assert table.cities[0].place.ja == "札幌市"
        (problem,) = table.problems
        assert (problem.row, problem.column, problem.value) == (3, COLUMNS[column], hostile)
        assert len(table.cities) == (2 if column == 0 else 1)


def test_a_long_value_is_shortened_only_in_the_message(tmp_path: Path) -> None:
    """A cell of a million signs does not drown the message."""
    table = read_table(write_table(tmp_path, [("1", "x" * 1_000_000, "Kobe", *EMPTY)]))
    assert len(str(table.problems[0])) < 600


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "\n" + "\t".join(SAPPORO),
        "\n \n\t\n" + HEADER + "\n\n" + "\t".join(SAPPORO) + "\n\n",
        "\ufeff" + HEADER + "\n" + "\t".join(SAPPORO),
        HEADER + "\r\n" + "\t".join(SAPPORO) + "\r\n",
        "\t".join(reversed(COLUMNS)) + "\n" + "\t".join(reversed(SAPPORO)),
        HEADER.replace("\t", " \t ") + "\n" + "\t".join(SAPPORO),
    ],
    ids=["no last line end", "blank lines", "byte order mark", "CRLF", "other order", "spaces in header"],
)
def test_forms_of_the_same_file_read_the_same(tmp_path: Path, text: str) -> None:
    """Blank lines, a byte order mark, line ends and the order of columns make no difference."""
    table = read_table(write_text(tmp_path, text))
    assert table.problems == ()
    (city,) = table.cities
    assert (city.number, city.listed_name, city.departments, city.emails) == ("1", "Sapporo", ("Section",), ("a@b.jp",))
    assert [(link.published, link.label) for link in city.classes] == [("https://c.jp/", "Class")]


def test_quotation_marks_are_text(tmp_path: Path) -> None:
    """A lone quotation mark swallows nothing."""
    row = ("1", "Hyogo", "Kobe", '"Section', "", "", '"https://c.jp/"')
    table = read_table(write_table(tmp_path, [row, ("2", "Hokkaido", "Sapporo", *EMPTY)]))
    assert table.cities[0].departments == ('"Section',)
    assert len(table.cities) == 2


def test_other_columns_are_told_and_ignored(tmp_path: Path) -> None:
    """A column of one's own costs nothing but a hint."""
    table = read_table(write_text(tmp_path, f"Fee\t{HEADER}\n0\t" + "\t".join(SAPPORO)))
    assert len(table.cities) == 1
    assert [(problem.value, problem.fatal) for problem in table.problems] == [("Fee", False)]


@pytest.mark.parametrize("missing", COLUMNS)
def test_a_missing_column_is_told(tmp_path: Path, missing: str) -> None:
    """Without Prefecture or City no row can be told apart; without another column its cells are empty."""
    kept = [place for place, name in enumerate(COLUMNS) if name != missing]
    text = "\n".join("\t".join(row[place] for place in kept) for row in (COLUMNS, SAPPORO))
    table = read_table(write_text(tmp_path, text))
    assert len(table.cities) == (0 if missing in ("Prefecture", "City") else 1)
    assert any(missing in problem.message and problem.fatal for problem in table.problems)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "must name the columns"),
        (b"\n\n", "must name the columns"),
        ("\t".join(SAPPORO).encode(), "must name the columns"),
        (HEADER.encode("utf-16-le"), "NUL"),
        (HEADER.encode() + "\n1\t北海道\n2\t東京都\n".encode() + "3\t大阪府".encode("shift_jis"), "not UTF-8"),
        (HEADER.encode() + b"\n1\tOsaka\t\0\t\t\t\t\n", "NUL"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (HEADER.encode() + b"\n", "no row"),
    ],
    ids=["empty", "blank", "no header", "UTF-16 without its mark", "two encodings", "NUL", "picture", "only a header"],
)
def test_a_broken_file_is_told(tmp_path: Path, content: bytes, part: str) -> None:
    """A file that is no table gives an empty table and one fatal problem that says why."""
    files = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    files.cities.write_bytes(content)
    table = read_table(files)
    assert table.cities == ()
    (problem,) = table.problems
    assert problem.fatal
    assert part in problem.message


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """No file, or a folder in its place, is a problem and no exception."""
    files = locate_files({"MADOGUCHI_DATA": str(tmp_path)})
    assert "no such file" in read_table(files).problems[0].message
    files.cities.mkdir()
    assert "cannot be read" in read_table(files).problems[0].message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=12), max_size=9), max_size=5))
def test_no_table_fails(tmp_path: Path, rows: list[list[str]]) -> None:
    """Whatever text stands under the header, each row is a city or a problem, or is blank."""
    table = read_table(write_table(tmp_path, [SAPPORO, *rows]))
    if all("\0" not in cell for row in rows for cell in row):
        assert table.cities[0].place.ja == "札幌市"
        named = {city.row for city in table.cities} | {problem.row for problem in table.problems}
        text = (tmp_path / "cities.tsv").read_text(encoding="utf-8")
        assert named >= {line for line, row in enumerate(text.split("\n"), start=1) if line > 1 and row.strip()}
