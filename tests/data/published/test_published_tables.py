"""The published CSV and its description, read back by csv, pandas and frictionless."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import frictionless
import pandas as pd
import pytest
from frictionless.resources import TableResource
from hypothesis import given
from hypothesis import strategies as st

from data.published.columns import COLUMNS
from data.published.csv_format import write_csv, write_standard_csv
from data.published.package_format import write_package
from data.published.record import PublishedCity
from pages.address.view import View
from tests.data.published.samples import CITIES, forget_untold, read_shipped, read_table_row

FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def read_cells(text: str) -> list[list[str]]:
    """Read a CSV's cells as they stand."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def read_rows(text: str) -> list[dict[str, str]]:
    """Read a CSV's rows, one apostrophe at the beginning of a cell removed."""
    names, *rows = read_cells(text)
    return [dict(zip(names, (cell.removeprefix("'") for cell in row), strict=True)) for row in rows]


def test_csv_gives_back_every_city_and_every_field() -> None:
    """The twenty, in the table's order, each fact as it was."""
    cities = read_shipped()
    assert len(cities) == 20
    assert [read_table_row(row) for row in read_rows(write_csv(cities))] == forget_untold(cities)


def test_pandas_reads_the_same() -> None:
    """With the codes as text, as the description says they are; the coordinates come as numbers by themselves."""
    cities = read_shipped()
    text = {"code": str, "prefecture_code": str}
    table = pd.read_csv(io.BytesIO(write_csv(cities).encode()), dtype=text, keep_default_na=False, encoding="utf-8-sig")
    assert list(table["code"])[:2] == ["011002", "041009"]
    assert list(table["prefecture_code"])[:2] == ["01", "04"]
    assert list(table["latitude"]) == [city.latitude for city in cities]
    assert list(table["emails"])[12] == "ga0030@city.osaka.lg.jp | ua0012@city.osaka.lg.jp"
    assert list(table["departments"])[12].count(" | ") == 1


def test_text_is_quoted_and_numbers_are_not() -> None:
    """LibreOffice, told that quoted cells are text, then keeps leading zeros and can still count with degrees."""
    line = write_csv(read_shipped()).splitlines()[1]
    assert line.startswith('"011002","sapporo"')
    assert ",43.062089,141.354389," in line


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_keeps_leading_zeros(tmp_path: Path) -> None:
    """Opened with its choice "Format quoted field as text", the codes are what they were and degrees are numbers."""
    (tmp_path / "in.csv").write_text(write_csv(read_shipped()), encoding="utf-8", newline="")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    quoted_is_text = "--infilter=CSV:44,34,76,1,,0,true"
    command = ["soffice", profile, "--headless", quoted_is_text, "--convert-to", "csv", "--outdir", "out", "in.csv"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    table = pd.read_csv(tmp_path / "out" / "in.csv", dtype={"code": str}, encoding="utf-8-sig")
    assert list(table["code"]) == [city.code for city in read_shipped()]
    assert list(table["latitude"]) == pytest.approx([city.latitude for city in read_shipped()])


def test_a_filter_gives_its_cities_only() -> None:
    """Two prefectures, three cities."""
    rows = read_rows(write_csv(read_shipped(View(prefectures=("osaka", "hyogo")))))
    assert [row["slug"] for row in rows] == ["osaka", "sakai", "kobe"]


def test_no_row_is_still_a_table() -> None:
    """Where nothing is found there is the header."""
    assert read_cells(write_csv([])) == [[column.key for column in COLUMNS]]


@given(st.lists(CITIES, max_size=2))
def test_hostile_text_comes_back_and_no_cell_is_a_formula(cities: list[PublishedCity]) -> None:
    """Whatever a cell holds, it comes back as it was, and no spreadsheet takes it for a formula."""
    text = write_csv(cities)
    assert [cell for row in read_cells(text) for cell in row if cell.startswith(FORMULA_STARTS)] == []
    assert [read_table_row(row) for row in read_rows(text)] == forget_untold(cities)
    assert write_csv(cities) == text


def test_the_standard_variant_has_the_standard_names() -> None:
    """The columns that the municipal standard has too bear its names, the rest and all cells are the same."""
    ours, standard = read_rows(write_csv(read_shipped()))[0], read_rows(write_standard_csv(read_shipped()))[0]
    assert standard["全国地方公共団体コード"] == "011002"
    assert (standard["名称"], standard["名称_カナ"], standard["名称_英字"]) == ("札幌市", "サッポロシ", "Sapporo")
    assert (standard["所在地_都道府県"], standard["緯度"], standard["経度"]) == ("北海道", "43.062089", "141.354389")
    assert standard["連絡先メールアドレス"] == "kokusai@city.sapporo.jp"
    assert standard["URL"] == "https://www.city.sapporo.jp/"
    kana = [column.key for column in COLUMNS].index("name_kana")
    assert [cell for place, cell in enumerate(ours.values()) if place != kana] == [
        cell for place, cell in enumerate(standard.values()) if place != kana
    ]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The shipped table and its description in a folder."""
    cities = read_shipped()
    (tmp_path / "cities.csv").write_text(write_csv(cities), encoding="utf-8", newline="")
    (tmp_path / "datapackage.json").write_text(write_package(cities), encoding="utf-8")
    return tmp_path / "datapackage.json"


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    """Schema, types, constraints, size and hash all fit the file."""
    report = frictionless.validate(str(package))
    assert (report.valid, report.flatten(["type", "note"])) == (True, [])


def test_frictionless_reads_the_same_cities(package: Path) -> None:
    """Codes come as text, coordinates as numbers."""
    table = frictionless.Package(str(package)).get_resource("cities")
    assert isinstance(table, TableResource)
    rows = table.read_rows()
    cities = read_shipped()
    assert [row["code"] for row in rows] == [city.code for city in cities]
    assert [float(row["longitude"]) for row in rows] == [city.longitude for city in cities]


def test_frictionless_sees_a_changed_table(package: Path) -> None:
    """A code that lost its zero breaks the schema, and any change breaks the hash."""
    table = package.with_name("cities.csv")
    table.write_text(table.read_text(encoding="utf-8").replace("011002", "11002"), encoding="utf-8", newline="")
    found = {kind for (kind,) in frictionless.validate(str(package)).flatten(["type"])}
    assert {"constraint-error", "hash-count"} & found


def test_the_package_describes_every_column_and_claims_no_licence() -> None:
    """Each column of the CSV has words; licences there are none to name."""
    package = json.loads(write_package(read_shipped()))
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == [column.key for column in COLUMNS]
    assert all(field["description"] for field in fields)
    assert "licenses" not in package
    assert "No licence is claimed" in package["description"]
