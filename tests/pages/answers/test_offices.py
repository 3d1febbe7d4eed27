"""Whoever asks, from wherever in Japan, finds an office that can be asked, the nearest first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.folder import locate_files
from data.offices import Association, Counter, Offices
from data.places.gazetteer import find_government, find_place, list_places, list_prefectures
from data.records import Place
from data.table.offices import read_offices
from pages.answers.atlas import AtlasKeeper, load_atlas
from pages.answers.offices import find_offices, split_by_language

FORMER_WARDS = ("221317", "221325", "221333", "221341", "221350", "221368", "221376")  # Hamamatsu's until 2023
KNOWN, _ = read_offices(locate_files({}))


def get_place(code: str) -> Place:
    """Return the place of a code."""
    place = find_place(code)
    assert place is not None
    return place


def name_places(offices: tuple[Association, ...] | tuple[Counter, ...]) -> list[str]:
    """Name whose the offices are."""
    return [office.place.ja for office in offices]


@pytest.mark.parametrize(
    ("code", "counters", "associations"),
    [
        ("011002", ["札幌市", "北海道"], ["札幌市", "北海道"]),
        ("141305", ["川崎市", "川崎市", "神奈川県"], ["川崎市", "神奈川県"]),
        ("141038", ["横浜市", "神奈川県"], ["横浜市", "神奈川県"]),  # a ward of Yokohama
        ("271403", ["堺市", "大阪府"], ["大阪府"]),
        ("202029", ["長野県"], ["長野県"]),  # 松本市
        ("112038", ["埼玉県"], ["埼玉県"]),  # 川口市
        ("131016", ["東京都"], ["東京都"]),  # 千代田区 is a city of its own
        ("270008", ["大阪府"], ["大阪府"]),  # the prefecture itself, not its cities
        ("190004", [], ["山梨県"]),  # no counter is known
    ],
)
def test_the_nearest_office_comes_first(code: str, counters: list[str], associations: list[str]) -> None:
    """Its own, of a ward its city's, then its prefecture's; no neighbour's."""
    found = find_offices(KNOWN, get_place(code))
    assert (name_places(found.counters), name_places(found.associations)) == (counters, associations)


def test_every_place_in_japan_has_somebody_to_ask() -> None:
    """Each municipality and ward, also one that is no more, has a counter or an association that can be reached."""
    places = [place for place in list_places() if place.kind != "prefecture"] + [*map(get_place, FORMER_WARDS)]
    wards = [place for place in places if place.kind == "ward" and not place.code.startswith("131")]
    found = {place.code: find_offices(KNOWN, place) for place in places}
    by_counter = {code for code, offices in found.items() if any(c.is_reachable for c in offices.counters)}
    by_association = {code for code, offices in found.items() if any(a.url for a in offices.associations)}
    reached = by_counter | by_association
    print(f"{len(reached)} of {len(places)} places, {len(wards)} of them wards; {len(by_counter)} have a counter")
    assert (len(places) - len(wards), len(wards)) == (1741, 171 + len(FORMER_WARDS))
    assert reached == set(found)


def test_every_prefecture_has_an_association() -> None:
    """47, each with an address to open."""
    for prefecture in list_prefectures():
        own, *_ = find_offices(KNOWN, find_government(prefecture)).associations
        assert own.url
        assert own.place.prefecture == prefecture


def test_nothing_is_found_among_nothing() -> None:
    """Without tables there are no offices, and no error."""
    assert find_offices(Offices(), get_place("011002")) == Offices()


def test_a_broken_table_costs_no_city(tmp_path: Path) -> None:
    """What cannot be read of the offices is named; the cities, and the other table, are there all the same."""
    for file in (locate_files({}).cities, locate_files({}).associations):
        shutil.copy(file, tmp_path)
    (tmp_path / "counters.csv").write_bytes(b"\x00\xff code;,\n\x80")
    atlas = load_atlas(locate_files({"MADOGUCHI_DATA": str(tmp_path)}))
    assert (len(atlas.cities), len(atlas.offices.associations), atlas.offices.counters) == (20, 65, ())
    assert "counters.csv" in {problem.file for problem in atlas.problems}


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    """Whoever saves a counter sees it without starting anew."""
    shipped = locate_files({})
    for file in (shipped.cities, shipped.coordinates):
        shutil.copy(file, tmp_path)
    keeper = AtlasKeeper(locate_files({"MADOGUCHI_DATA": str(tmp_path)}))
    before = keeper.get()
    shutil.copy(shipped.counters, tmp_path)
    after = keeper.get()
    assert (before.offices, len(after.offices.counters)) == (Offices(), 67)
    assert before.version != after.version


@pytest.mark.parametrize(
    ("language", "spoken", "interpreted"),
    [
        ("vi", ["北海道", "札幌市", "鹿児島県"], []),
        ("zh-Hant", ["北海道", "札幌市"], ["鹿児島県"]),
        ("th", ["北海道"], ["鹿児島県"]),
        ("my", ["北海道"], []),
        ("mn", [], []),
    ],
)
def test_a_language_parts_the_counters(language: str, spoken: list[str], interpreted: list[str]) -> None:
    """People first, then by telephone; of the others it is not known, which is not no."""
    wanted = {"010006", "011002", "460001", "040002"}
    counters = [counter for counter in KNOWN.counters if counter.code in wanted]
    speakers = split_by_language(counters, language)
    assert name_places(speakers.spoken) == spoken
    assert name_places(speakers.interpreted) == interpreted
    assert len(speakers.spoken) + len(speakers.interpreted) + len(speakers.unknown) == len(counters)
    assert "宮城県" in name_places(speakers.unknown)
