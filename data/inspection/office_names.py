"""Names of offices: of their own place, in the language of their column, and whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.inspection.cells import InspectedFile, InspectedFiles, Oddity, Told
from data.inspection.words import list_names
from data.places.gazetteer import find_place, list_prefectures
from data.records import Place, Prefecture
from data.table.sheets import SheetRow

_LOOK = "Compare the row with its source; cells of two rows may be swapped."
_UNIT = re.compile("(?:[都府県市]|けん|[とふし])$")
_CUT_NAME = re.compile("(?:国際|交流|外国人|観光|総合|多文化|共生|日本|文化|の|と|・)$")
_SHORTEST_KANA = 3  # of a prefecture: shorter ones begin many words
_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def inspect_names(files: InspectedFiles) -> Iterator[Told]:
    """Yield names of another place, in the other language, or cut off."""
    places = {
        place.ja: place
        for file in (files.associations, files.counters)
        for row in file.rows
        if (place := find_place(row.cells["code"]))
    }
    for file in (files.associations, files.counters):
        for row in file.rows:
            if place := find_place(row.cells["code"]):
                oddities = (
                    ("name", _find_lost_unit(row.cells["name"], place)),
                    ("name", _find_name_of_other(row, place, places)),
                    ("name_en", _find_english_of_other(row, place, places)),
                )
                yield from (file.tell(row, column, oddity) for column, oddity in oddities if oddity)
            yield from _find_other_language(file, row)


def _find_name_of_other(row: SheetRow, place: Place, places: dict[str, Place]) -> Oddity | None:
    """Return what is odd about a Japanese name that names another place of the tables and not its own."""
    name = row.cells["name"]
    if name in list_names(place.prefecture.code) or _CUT_NAME.search(name):
        return Oddity("It looks cut off: no office is called so.", "Write the whole name of the office.")
    if place.ja in name:
        return None
    cities = [one for one in places.values() if one.kind != "prefecture"]
    other = next((one.ja for one in cities if one.ja in name), None)
    if place.kind != "prefecture" and name.startswith(place.prefecture.ja):
        other = other or place.prefecture.ja
    if not name.startswith((*_list_stems(place), *_list_stems(place.prefecture))):
        prefectures = [one for one in list_prefectures() if len(_list_stems(one)[1]) >= _SHORTEST_KANA]
        begun = (one.ja for one in cities if name.startswith(_list_stems(one)))
        written = (one.ja for one in prefectures if name.startswith(_list_stems(one)[1]))
        other = other or next(iter((*begun, *written)), None)
    return Oddity(f"It names {other}; the row is about {place.ja}.", _LOOK) if other else None


def _find_lost_unit(name: str, place: Place) -> Oddity | None:
    """Return what is odd about a prefecture's office that is called after the place alone: 奈良 for 奈良県."""
    stem = _list_stems(place)[0]
    if place.kind != "prefecture" or stem == place.ja or not name.startswith(stem) or place.ja in name:
        return None
    return Oddity(f"It begins with {stem}, not with {place.ja}.", "Compare it with its page.", notice=True)


def _list_stems(place: Place | Prefecture) -> tuple[str, str]:
    """Return a name and its kana without the word for city or prefecture."""
    return _UNIT.sub("", place.ja), _UNIT.sub("", place.kana)


def _find_english_of_other(row: SheetRow, place: Place, places: dict[str, Place]) -> Oddity | None:
    """Return what is odd about an English name that begins with another city of the tables."""
    words = row.cells["name_en"].split()
    if row.cells["name_en"] in {place.en, place.prefecture.en, f"{place.prefecture.en} Prefecture", f"{place.en} City"}:
        return Oddity("It is only the name of a place.", "Write the whole name of the office.")
    cities = {one.en: one.ja for one in places.values() if one.kind != "prefecture" and one.en != place.prefecture.en}
    other = cities.get(words[0]) if words and words[0] != place.en else None
    is_own = words and place.en in words
    if words and place.kind == "prefecture" and words[:2] == [place.prefecture.en, "City"]:
        other = f"{place.prefecture.en} City"
    return Oddity(f"It names {other}; the row is about {place.ja}.", _LOOK) if other and not is_own else None


def _find_other_language(file: InspectedFile, row: SheetRow) -> Iterator[Told]:
    if row.cells["name"] and not _JAPANESE.search(row.cells["name"]):
        yield file.tell(row, "name", Oddity("It is no Japanese name.", "Write the Japanese one here."))
    if _JAPANESE.search(row.cells["name_en"]):
        yield file.tell(row, "name_en", Oddity("It is no English name.", "Write the English one here, or none."))
