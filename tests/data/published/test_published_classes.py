"""The published classes, read back by our own reader of classes.csv, csv, frictionless, json and the KML schema."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import frictionless
from fastkml import KML
from fastkml.validator import validate
from hypothesis import given
from hypothesis import strategies as st

from data.courses.cells import read_breaks, read_weeks
from data.courses.records import Course
from data.published.course_columns import COURSE_COLUMNS
from data.published.course_record import describe_course
from data.published.csv_format import write_associations, write_classes, write_counters, write_csv
from data.published.geojson_format import write_geojson
from data.published.json_format import write_json
from data.published.kml_format import NAMESPACE, NOT_XML, write_kml
from data.published.package_format import write_package
from data.published.record import PublishedCity, describe_city
from data.table.courses import read_courses
from tests.courses import make_course
from tests.data.published.samples import TEXT, TODAY, part_values
from tests.data.published.test_published_offices import FORMULA_STARTS, KNOWN, read_cells, read_rows
from tests.pages.samples import SAKAI

FULL = make_course(
    organizer="堺国際協会",
    organizer_kind="association",
    name_kana="ドヨウニホンゴ",
    name_en="Saturday Japanese",
    mode="both",
    venue="市民会館",
    address="堺市堺区1-1",
    latitude=34.573397,
    longitude=135.483028,
    weekdays=("火", "金"),
    weeks=read_weeks("第2・第4"),
    start=time(9, 50),
    end=time(11, 50),
    valid_from=date(2026, 4, 1),
    valid_until=date(2027, 3, 31),
    breaks=read_breaks("8月・第5週・祝日"),
    levels=("beginner",),
    audience="anyone",
    area="市内在住・在勤",
    fee_yen=1200,
    fee_unit="month",
    fee_note="教科書は別",
    childcare=True,
    childcare_note="1歳から",
    accepting="full",
    joining="contact first",
    languages=("en", "vi"),
    url="https://example.org/class",
    phone="072-000-0000",
    email="class@example.org",
    volunteers_wanted=False,
    checked_on=date(2026, 10, 3),
    checked_by="市の担当課",
)
SPARSE = make_course("011002", id="sparse", fee_yen=None, weeks=read_weeks("月2回"), end=None)
WARD = make_course("271411", id="ward", latitude=34.55, longitude=135.5)  # 堺市堺区


def describe_sakai(*courses: Course) -> PublishedCity:
    """Sakai as it is published, with these classes."""
    return describe_city(SAKAI, (34.573397, 135.483028), TODAY, courses=courses)


def test_classes_can_be_read_as_the_table_that_they_are(tmp_path: Path) -> None:
    """The keys and the words are those of classes.csv: who takes the file can lay it beside a table of their own."""
    path = tmp_path / "classes.csv"
    path.write_text(write_classes([FULL, SPARSE]), encoding="utf-8", newline="")
    read, _ = read_courses(path)
    assert [replace(course, row=None) for course in read] == [FULL, SPARSE]


def test_every_column_has_words_and_a_cell() -> None:
    """A number is one, what is not known is empty, and free of charge is 0."""
    full, sparse, free = read_rows(write_classes([FULL, SPARSE, make_course()]))
    assert [key for key, cell in full.items() if not cell] == ["url_state", "url_answered", "url_moved_to"]
    assert (full["languages"], full["childcare"], full["volunteers_wanted"]) == ("en vi", "yes(1歳から)", "no")
    assert (full["fee_yen"], sparse["fee_yen"], free["fee_yen"]) == ("1200", "", "0")
    assert (full["place_ja"], full["prefecture_en"], sparse["weeks"]) == ("堺市", "Osaka", "月2回")
    assert ',1200,"month"' in write_classes([FULL])
    assert all(column.description for column in COURSE_COLUMNS)


def test_no_class_is_still_a_table() -> None:
    """Where there is none there is the header."""
    assert read_cells(write_classes([])) == [[column.key for column in COURSE_COLUMNS]]


@given(st.lists(TEXT, min_size=7, max_size=7))
def test_hostile_text_stays_text_in_every_file(texts: list[str]) -> None:
    """No cell is a formula, every cell comes back, and the XML holds."""
    names = ("name", "venue", "address", "area", "fee_note", "organizer", "id")
    changes: dict[str, Any] = dict(zip(names, texts, strict=True))
    course = replace(FULL, **changes)
    text = write_classes([course])
    assert [cell for row in read_cells(text) for cell in row if cell.startswith(FORMULA_STARTS)] == []
    [row] = read_rows(text)
    assert {name: row[name] for name in names} == changes
    city = describe_sakai(course)
    assert json.loads(write_json([city]))["cities"][0]["courses"][0]["name"] == texts[0]
    [folder] = ElementTree.fromstring(write_kml([city])).iter(f"{{{NAMESPACE}}}Folder")
    data = {one.get("name"): one[0].text or "" for one in folder.iter(f"{{{NAMESPACE}}}Data")}
    assert part_values(data.get("organizer", ""), 1) == [NOT_XML.sub("\ufffd", texts[5])]


def list_features(text: str) -> dict[str, Any]:
    """Read what a KML's document holds, by the ids."""
    document: Any = KML.parse(io.BytesIO(text.encode())).features[0]
    return {feature.id: feature for feature in document.features}


def test_a_city_has_its_classes_as_properties() -> None:
    """One feature for each city, as before: whoever reads only cities finds them all."""
    city = describe_sakai(FULL, WARD)
    [feature] = json.loads(write_geojson([city]))["features"]
    assert feature["properties"]["courses"] == json.loads(
        json.dumps([asdict(c) for c in map(describe_course, (FULL, WARD))])
    )
    assert json.loads(write_json([describe_sakai()]))["cities"][0]["courses"] == []


def test_venues_are_placemarks_of_their_own(tmp_path: Path) -> None:
    """In a folder, each place once with all its classes; without any place there is no folder."""
    file = tmp_path / "cities.kml"
    file.write_text(write_kml([describe_sakai(FULL, replace(FULL, id="2", name="夜"), WARD, make_course())]), "utf-8")
    assert validate(file_to_validate=file) is True
    features = list_features(file.read_text("utf-8"))
    hall, ward = features["venues"].features
    assert (hall.name, ward.name, hall.geometry.x) == ("市民会館", "土曜にほんご", 135.483028)
    assert {one.name: one.value for one in hall.extended_data.elements}["name"] == "土曜にほんご | 夜"
    assert ({*features}, {*list_features(write_kml([describe_sakai(make_course())]))}) == (
        {"city-271403", "venues"},
        {"city-271403"},
    )


def test_frictionless_finds_the_package_with_classes_valid(tmp_path: Path) -> None:
    """Schema, constraints, size and hash; Japanese names stand beside the keys."""
    city = describe_sakai(FULL)
    files = {
        "cities": write_csv([city]),
        "associations": write_associations(KNOWN),
        "counters": write_counters(KNOWN),
        "classes": write_classes([FULL, SPARSE]),
    }
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    package = tmp_path / "datapackage.json"
    package.write_text(write_package([city], KNOWN, courses=[FULL, SPARSE]), encoding="utf-8")
    report = frictionless.validate(str(package))
    assert (report.valid, report.flatten(["type", "note"])) == (True, [])
    described = json.loads(package.read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in described["resources"][3]["schema"]["fields"]}
    assert (fields["venue"]["title"], fields["fee_yen"]["type"]) == ("会場", "integer")
    assert "of last year: ask" in described["description"]
