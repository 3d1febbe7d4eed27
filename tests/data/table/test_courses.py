"""Classes: a row is read whole, a wrong cell costs only itself, and each is named where it stands."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from data.courses.records import Breaks, Course, Weeks
from data.japan_time import get_today
from data.offices import Source
from data.records import Problem
from data.table.courses import read_courses
from tests.courses import ROW, read_made

NEXT_YEAR = f"{get_today().year + 1}-01-01"


def list_places(problems: tuple[Problem, ...]) -> list[tuple[int | None, str | None]]:
    """List the row and column of each problem, each of which says what is wrong and what to do."""
    assert all(one.file == "classes.csv" and one.message and one.remedy and not one.fatal for one in problems)
    return [(one.row, one.column) for one in problems]


def test_a_class_is_read_whole(tmp_path: Path) -> None:
    """Every cell has its place in the record."""
    (found,), problems = read_made(tmp_path, ROW)
    assert problems == ()
    assert found == Course(
        place=found.place,
        id="fri-am",
        name="にほんごクラス 午前",
        source=Source("https://example.org/nihongo", "2026-04"),
        organizer="まどぐち日本語の会",
        organizer_kind="volunteers",
        mode="in person",
        venue="見本市民館 2階",
        address="川崎市川崎区見本町1-2",
        latitude=35.5308,
        longitude=139.7030,
        weekdays=("火", "金"),
        weeks=Weeks("every"),
        start=time(9, 50),
        end=time(11, 50),
        valid_from=date(2026, 4, 1),
        valid_until=date(2027, 3, 31),
        breaks=Breaks("8月・第5週・祝日", (8,), (5,), on_holidays=True),
        levels=("beginner", "intermediate"),
        audience="adult",
        area="市内在住・在勤・在学",
        fee_yen=1000,
        fee_unit="month",
        fee_note="教材費は別",
        childcare=True,
        childcare_note="1歳以上",
        accepting="open",
        joining="contact first",
        languages=("en", "vi"),
        url="https://example.org/nihongo",
        phone="044-000-0000",
        email="office@example.org",
        volunteers_wanted=True,
        checked_on=date(2026, 10, 3),
        checked_by="市の担当課",
        row=2,
    )
    assert (found.place.ja, found.code) == ("川崎市", "141305")


def test_what_is_needed_is_enough_and_the_rest_is_not_known(tmp_path: Path) -> None:
    """Of a row with place, ID, organiser, name and source nothing else is said, and nothing is wrong."""
    needed = ("code", "id", "organizer", "name", "source_url")
    (found,), problems = read_made(tmp_path, {column: ROW[column] for column in needed})
    assert problems == ()
    assert (found.weekdays, found.weeks, found.start, found.breaks, found.levels, found.languages) == (
        (),
        None,
        None,
        None,
        (),
        (),
    )
    assert (found.fee_yen, found.is_free, found.childcare, found.audience, found.mode, found.accepting) == (None,) * 6
    assert (found.url, found.latitude, found.volunteers_wanted, found.phone, found.email) == (None, None, None, "", "")


LEFT_OUT = [  # cells of a row that cannot be used, and the columns that are named
    ({"code": ""}, ["code"]),
    ({"code": "141306"}, ["code"]),
    ({"code": "999999"}, ["code"]),
    ({"code": "川崎"}, ["code"]),
    ({"city": "横浜市"}, ["city"]),
    ({"name": ""}, ["name"]),
    ({"source_url": ""}, ["source_url"]),
    ({"source_url": "javascript:alert(1)"}, ["source_url"]),
    ({"source_url": "https://user:pw@example.org/"}, ["source_url"]),
    ({"code": "", "name": "", "source_url": "", "fee_yen": "?1"}, ["code", "name", "fee_yen", "source_url"]),
]


@pytest.mark.parametrize(("cells", "columns"), LEFT_OUT)
def test_a_row_that_cannot_be_used_is_left_out_and_told(
    tmp_path: Path, cells: dict[str, str], columns: list[str]
) -> None:
    """Without a place, a name or a source a row is none; all that is wrong in it is told; the next one is used."""
    courses, problems = read_made(tmp_path, ROW | cells, ROW | {"id": "sat"})
    assert list_places(problems) == [(2, column) for column in columns]
    assert [course.row for course in courses] == [3]


WRONG: list[tuple[dict[str, str], str, dict[str, Any]]] = [  # cells, the column that is named, what is read of the row
    ({"id": ""}, "id", {}),
    ({"id": "a b"}, "id", {}),
    ({"id": "<x>"}, "id", {}),
    ({"organizer": ""}, "organizer", {"organizer": ""}),
    ({"organizer_kind": "クラブ?"}, "organizer_kind", {"organizer_kind": None}),
    ({"mode": "たぶん"}, "mode", {"mode": None}),
    ({"level": "N4・初級"}, "level", {"levels": ("beginner",)}),
    ({"for_whom": "外国人"}, "for_whom", {"audience": None}),
    ({"accepting": "たぶん"}, "accepting", {"accepting": None}),
    ({"how_to_join": "さあ"}, "how_to_join", {"joining": None}),
    ({"fee_unit": "人"}, "fee_unit", {"fee_unit": None}),
    ({"volunteers_wanted": "少し"}, "volunteers_wanted", {"volunteers_wanted": None}),
    ({"latitude": "35.6895", "longitude": "135.0"}, "latitude", {"latitude": None, "longitude": None}),
    ({"latitude": "139.7030", "longitude": "35.5308"}, "latitude", {"latitude": None, "longitude": None}),
    ({"latitude": "0", "longitude": "0"}, "latitude", {"latitude": None}),
    ({"latitude": "35.5308", "longitude": ""}, "longitude", {"latitude": None, "longitude": None}),
    ({"latitude": "", "longitude": "139.7030"}, "latitude", {"latitude": None, "longitude": None}),
    ({"latitude": "北"}, "latitude", {"latitude": None, "longitude": None}),
    ({"mode": "オンライン"}, "latitude", {"mode": "online", "latitude": None, "longitude": None}),
    ({"weekdays": "毎日"}, "weekdays", {"weekdays": ()}),
    ({"weekdays": "祝"}, "weekdays", {"weekdays": ()}),
    ({"weeks": "2026-02-04"}, "weeks", {"weeks": None}),
    ({"start": "夕方"}, "start", {"start": None, "end": time(11, 50)}),
    ({"end": "25:00"}, "end", {"start": time(9, 50), "end": None}),
    ({"start": "18:30", "end": "8:00"}, "end", {"start": time(18, 30), "end": None}),
    ({"start": "20:30-18:30", "end": ""}, "start", {"start": time(20, 30), "end": None}),
    ({"start": "9:00 10:00"}, "start", {"start": None}),
    ({"valid_from": "4/1/2026"}, "valid_from", {"valid_from": None, "valid_until": date(2027, 3, 31)}),
    ({"valid_until": "2025-03-31"}, "valid_until", {"valid_from": date(2026, 4, 1), "valid_until": None}),
    ({"valid_from": "2026-04〜2025-03", "valid_until": ""}, "valid_from", {"valid_until": None}),
    ({"valid_until": "2207-03-31"}, "valid_until", {"valid_until": None}),
    ({"fee_yen": "-100"}, "fee_yen", {"fee_yen": None}),
    ({"fee_yen": "100円/回"}, "fee_yen", {"fee_yen": None}),
    ({"childcare": "たぶん"}, "childcare", {"childcare": None, "childcare_note": "たぶん"}),
    ({"languages": "vn en"}, "languages", {"languages": ("en",)}),
    ({"url": "www.example.org"}, "url", {"url": None}),
    ({"url": "javascript:alert(1)"}, "url", {"url": None}),
    ({"contact_phone": "内線 21"}, "contact_phone", {"phone": ""}),
    ({"contact_phone": "044-000-0000、044-000-0001"}, "contact_phone", {"phone": "044-000-0000"}),
    ({"contact_email": "office"}, "contact_email", {"email": ""}),
    ({"source_date": NEXT_YEAR}, "source_date", {"source": Source(ROW["source_url"])}),
    ({"source_date": "soon"}, "source_date", {"source": Source(ROW["source_url"])}),
    ({"checked_on": NEXT_YEAR}, "checked_on", {"checked_on": None}),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "column", "expected"), WRONG)
def test_a_wrong_cell_is_named_and_costs_only_itself(
    tmp_path: Path, cells: dict[str, str], column: str, expected: dict[str, Any]
) -> None:
    """Row and column are told with what was found; the row stays, the cell counts as not known."""
    courses, problems = read_made(tmp_path, ROW | {"id": "other"}, ROW | cells)
    assert list_places(problems) == [(3, column)]
    assert [course.row for course in courses] == [2, 3]
    assert {name: getattr(courses[1], name) for name in expected} == expected


def test_everything_wrong_is_told_at_once_in_the_order_of_the_columns(tmp_path: Path) -> None:
    """A row with ten faults is mended in one go."""
    singles = {**dict(one for cells, _, _ in WRONG if len(cells) == 1 for one in cells.items())}
    courses, problems = read_made(tmp_path, ROW | singles)
    assert len(courses) == 1
    columns = [column or "" for _, column in list_places(problems)]
    assert set(columns) >= {"id", "organizer_kind", "weekdays", "start", "fee_yen", "languages", "checked_on"}
    assert columns == sorted(columns, key=list(ROW).index)


def test_an_id_is_one_classs_alone_in_its_city(tmp_path: Path) -> None:
    """The second of the same gets another, which is told; in another city the same one is fine; each stays as it is."""
    yokohama = {"code": "141003", "city": "横浜市"}
    rows = (
        ROW,
        ROW | {"name": "夜"},
        ROW | yokohama,
        ROW | {"id": "", "name": "朝"},
        ROW | {"id": ""},
        ROW | {"id": ""},
    )
    courses, problems = read_made(tmp_path, *rows)
    assert list_places(problems) == [(3, "id"), (5, "id"), (6, "id"), (7, "id")]
    assert len({(course.code, course.id) for course in courses}) == len(rows)
    assert [course.id for course in read_made(tmp_path, *rows)[0]] == [course.id for course in courses]


def test_no_file_and_a_header_alone_mean_no_classes(tmp_path: Path) -> None:
    """As the shipped file has it, nothing is there and nothing is wrong."""
    assert read_courses(tmp_path / "classes.csv") == ((), ())
    assert read_made(tmp_path) == ((), ())
