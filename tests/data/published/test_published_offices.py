"""The published associations and counters, read back by csv and frictionless."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import frictionless
from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.offices import Counter, Offices, Source
from data.published.csv_format import write_associations, write_counters, write_csv
from data.published.office_columns import ASSOCIATION_COLUMNS, COUNTER_COLUMNS
from data.published.package_format import write_package
from data.table.offices import read_offices
from tests.data.published.samples import TEXT, part_values, read_shipped

KNOWN, _ = read_offices(locate_files({}))
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
HOSTILE_COUNTERS = st.builds(
    lambda name, address, hours, note: replace(KNOWN.counters[0], name=name, address=address, hours=hours, note=note),
    *(TEXT, TEXT, TEXT, TEXT),
)


def read_cells(text: str) -> list[list[str]]:
    """Read a CSV's cells as they stand."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def read_rows(text: str) -> list[dict[str, str]]:
    """Read a CSV's rows, one apostrophe at the beginning of a cell removed."""
    names, *rows = read_cells(text)
    return [dict(zip(names, (cell.removeprefix("'") for cell in row), strict=True)) for row in rows]


def read_counter(row: dict[str, str], like: Counter) -> Counter:
    """Build a counter from a published row; its place and line are those of another."""
    assert row["code"] == like.code

    def part(key: str) -> tuple[str, ...]:
        return tuple(part_values(row[key], row[key].count(" | ") + 1)) if row[key] else ()

    dates = part("source_dates") or ("",) * len(part("sources"))
    return replace(
        like,
        name=row["name_ja"],
        name_en=row["name_en"],
        address=row["address_ja"],
        phones=part("phones"),
        days=row["days"],
        hours=row["hours"],
        closed=row["closed"],
        languages=part("languages"),
        phone_languages=part("phone_languages"),
        note=row["note"],
        url=row["url"] or None,
        sources=tuple(Source(where, date) for where, date in zip(part("sources"), dates, strict=True)),
    )


def test_every_counter_comes_back() -> None:
    """All 67, in the table's order, with the code's leading zero."""
    rows = read_rows(write_counters(KNOWN))
    assert [read_counter(row, counter) for row, counter in zip(rows, KNOWN.counters, strict=True)] == [*KNOWN.counters]
    assert [row["phone_kind"] for row in rows] == [counter.phone_kind or "" for counter in KNOWN.counters]


def test_every_association_comes_back() -> None:
    """All 65, each with address, source and how sure that is."""
    found = [
        (row["code"], row["name_ja"], row["url"], row["other_address"], row["sure"], row["source"], row["source_date"])
        for row in read_rows(write_associations(KNOWN))
    ]
    assert found == [
        (row.code, row.name, row.url, row.other_address, row.sure, row.source.where, row.source.date)
        for row in KNOWN.associations
    ]


@given(st.lists(HOSTILE_COUNTERS, min_size=1, max_size=2).map(tuple))
def test_hostile_text_comes_back_and_no_cell_is_a_formula(counters: tuple[Counter, ...]) -> None:
    """Whatever a cell holds, it stays text, and no spreadsheet takes it for a formula."""
    text = write_counters(Offices(counters=counters))
    assert [cell for row in read_cells(text) for cell in row if cell.startswith(FORMULA_STARTS)] == []
    rows = read_rows(text)
    assert [read_counter(row, counter) for row, counter in zip(rows, counters, strict=True)] == list(counters)


def test_no_row_is_still_a_table() -> None:
    """Where nothing is found there is the header."""
    assert read_cells(write_associations(Offices())) == [[column.key for column in ASSOCIATION_COLUMNS]]
    assert read_cells(write_counters(Offices())) == [[column.key for column in COUNTER_COLUMNS]]


def test_frictionless_finds_the_package_of_three_files_valid(tmp_path: Path) -> None:
    """Schemas, constraints, sizes and hashes fit; every column has words."""
    cities = read_shipped()
    files = {"cities": write_csv(cities), "associations": write_associations(KNOWN), "counters": write_counters(KNOWN)}
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    package = tmp_path / "datapackage.json"
    package.write_text(write_package(cities, KNOWN), encoding="utf-8")
    report = frictionless.validate(str(package))
    assert (report.valid, report.flatten(["type", "note"])) == (True, [])
    resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
    assert [resource["name"] for resource in resources] == list(files)
    assert all(field["description"] for resource in resources for field in resource["schema"]["fields"])


def test_a_citys_own_formats_have_its_counter_and_association() -> None:
    """Sapporo's have its own; Osaka's prefecture has others, which stay in the files of the offices."""
    cities = {city.slug: city for city in read_shipped()}
    [counter], [association] = cities["sapporo"].counters, cities["sapporo"].associations
    assert (counter.phones, counter.phone_kind, association.name) == (("011-211-3678",), "yes", "札幌国際プラザ")
    assert (len(cities["kawasaki"].counters), cities["sakai"].associations) == (2, ())
