"""Each listed city is found by every form of its name, and its near-namesakes are kept apart."""

import pytest

from data.folder import locate_files
from data.places.names import translate_name
from data.places.romaji import romanize_kana
from data.records import City
from pages.address.view import View
from pages.answers.atlas import load_atlas
from pages.answers.filters import filter_cities

CITIES = load_atlas(locate_files({})).cities
STEM = slice(None, -1)


def list_forms(city: City) -> dict[str, str]:
    """List the forms of a city's name, each by what it is."""
    place = city.place
    stem = place.kana.removesuffix("し")
    macrons = romanize_kana(stem, macrons=True)
    chinese = [str(translate_name(place, tag)) for tag in ("zh-Hans", "zh-Hant")]
    korean = str(translate_name(place, "ko"))
    return {
        "English": place.en,
        "capitals": place.en.upper(),
        "City": f"{place.en} City",
        "of": f"City of {place.en}",
        "hyphen": f"{place.en}-shi",
        "macrons": f"{macrons}-shi",
        "kanji": place.ja,
        "kanji alone": place.ja[STEM],
        "kana": place.kana,
        "kana alone": stem,
        "katakana": "".join(chr(ord(sign) + 0x60) for sign in stem),
        "simplified": chinese[0],
        "simplified alone": chinese[0][STEM],
        "traditional": chinese[1],
        "traditional alone": chinese[1][STEM],
        "Korean": korean,
        "Korean alone": korean[STEM],
        "code": place.code,
        "with prefecture": f"{city.prefecture.ja}{place.ja}",
    }


@pytest.mark.parametrize("city", CITIES, ids=lambda city: city.slug)
def test_each_city_is_found_by_each_form_of_its_name(city: City) -> None:
    """The city and no other, whatever the script."""
    found = {kind: filter_cities(CITIES, View(query=text)).cities for kind, text in list_forms(city).items()}
    assert {kind: [one.slug for one in cities] for kind, cities in found.items() if cities != (city,)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "北広島市",
        "北广岛",
        "北廣島市",
        "기타히로시마",
        "東大阪市",
        "东大阪",
        "히가시오사카시",
        "坂井市",
        "사카이미나토",
    ],
)
def test_near_namesakes_are_not_listed(text: str) -> None:
    """A longer name is another city: it has no row, and is answered as a place that is not listed."""
    result = filter_cities(CITIES, View(query=text))
    assert result.cities == ()
    assert result.unlisted != ()


@pytest.mark.parametrize(
    ("text", "slug"), [("広", "hiroshima"), ("广", "hiroshima"), ("삿포", "sapporo"), ("横", "yokohama")]
)
def test_beginnings_are_enough(text: str, slug: str) -> None:
    """The first characters of a name find it in every script."""
    assert slug in [found.slug for found in filter_cities(CITIES, View(query=text)).cities]
