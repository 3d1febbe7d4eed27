"""The address is the whole state."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.gazetteer import list_prefectures
from pages.address.links import format_query
from pages.address.view import (
    DAYS,
    LACKS,
    LEARNERS,
    MAX_QUERY_LENGTH,
    SPOKEN,
    SWITCHES,
    TIMES_OF_DAY,
    View,
    clean_query,
    drop_class_filters,
    drop_filters,
    keep_filters,
    parse_view,
)
from tests.pages.samples import TEN, make_city

SAKAI_TWICE = (make_city("271403", slug="sakai-osaka"), make_city("182109", slug="sakai-fukui"))


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({}, View()),
        ({"prefecture": ["osaka"]}, View(prefectures=("osaka",))),
        ({"prefecture": ["OSAKA", "osaka", " kanagawa "]}, View(prefectures=("osaka", "kanagawa"))),
        ({"prefecture": ["atlantis", "kyoto"]}, View(("kyoto",), unknown=("prefecture",))),
        ({"q": ["  Sakai\n"]}, View(query="Sakai")),
        ({"city": ["sakai"]}, View(city="sakai")),
        ({"city": ["271403"]}, View(city="sakai")),
        ({"city": ["sakai-osaka"]}, View(city="sakai")),
        ({"city": ["<script>"], "colour": ["red"]}, View(unknown=("city",))),
        ({"embed": ["true"]}, View(embed=True)),
        ({"embed": ["yes"]}, View()),
        ({"prefecture": ["osaka"], "q": ["s"], "city": ["kobe"]}, View(("osaka",), "s", unknown=("city",))),
        ({"city": ["nope"], "prefecture": ["x"]}, View(unknown=("city", "prefecture"))),
        ({"city": [" "], "prefecture": [""]}, View()),
        ({"city": ["27140"]}, View(city="sakai")),
        ({"city": ["堺市"]}, View(city="sakai")),
        ({"city": ["Sakai-shi"]}, View(city="sakai")),
        ({"city": ["SAKAI"]}, View(city="sakai")),
        ({"city": ["ōsaka"]}, View(city="osaka")),
        ({"city": ["오사카"]}, View(city="osaka")),
        ({"city": ["北広島市"]}, View(unknown=("city",))),
        ({"prefecture": ["大阪府", "Osaka-fu", "ōsaka", "27"]}, View(("osaka",))),
        ({"prefecture": ["nagano"]}, View(("nagano",))),
        ({"prefecture": ["kanagawa", "Tokyo-to"]}, View(("kanagawa", "tokyo"))),
        ({"lang": ["zh-TW"]}, View(lang="zh-Hant")),
        ({"lang": ["xx", "en_US"]}, View(lang="en")),
        ({"lang": ["tlh"]}, View()),
        ({"day": ["SUN", "sat", "sun", "caturday"]}, View(days=("sat", "sun"))),
        ({"time": ["noon", "Evening", "morning"], "for": ["Child"]}, View(time="evening", learner="child")),
        ({"free": ["yes"], "online": ["YES"], "children": ["no"], "childcare": ["1"]}, View(free=True, online=True)),
    ],
)
def test_address_is_read_and_what_is_unknown_ignored(params: dict[str, list[str]], expected: View) -> None:
    """A link from anywhere gives a view, never an error."""
    assert parse_view(params, TEN) == expected


def test_bare_name_of_two_cities_offers_the_choice() -> None:
    """`?city=sakai` opens neither of two cities called Sakai but offers both."""
    view = parse_view({"city": ["sakai"]}, SAKAI_TWICE)
    assert view.city is None
    assert view.choices == ("sakai-osaka", "sakai-fukui")


VIEWS = st.builds(
    View,
    prefectures=st.lists(st.sampled_from([one.slug for one in list_prefectures()]), unique=True).map(tuple),
    query=st.text().map(clean_query),
    city=st.sampled_from([None, *(city.slug for city in TEN)]),
    page=st.integers(1, 9999),
    lang=st.sampled_from([None, "en", "ja-easy", "zh-Hant"]),
    embed=st.booleans(),
    speaks=st.sampled_from([None, *sorted(SPOKEN)]),
    missing=st.sampled_from([None, *LACKS]),
    days=st.sets(st.sampled_from([*DAYS])).map(lambda days: tuple(day for day in DAYS if day in days)),
    time=st.sampled_from([None, *TIMES_OF_DAY]),
    learner=st.sampled_from([None, *LEARNERS]),
    free=st.booleans(),
    online=st.booleans(),
    children=st.booleans(),
    childcare=st.booleans(),
)


@given(VIEWS)
def test_view_survives_its_address(view: View) -> None:
    """What is written into the address is read back the same, by whatever reads query strings."""
    assert parse_view(parse_qs(format_query(view).removeprefix("?"), keep_blank_values=True), TEN) == view


@given(VIEWS)
def test_filters_are_kept_and_dropped_as_a_whole(view: View) -> None:
    """What keeps them loses nothing that counts as one, and what drops them leaves none."""
    assert keep_filters(view).filter_count == view.filter_count
    assert keep_filters(drop_filters(view)) == View()
    assert drop_class_filters(view).filter_count == view.filter_count - view.class_filter_count
    assert drop_filters(view).city == view.city


@given(st.text())
def test_query_is_one_short_printable_line(text: str) -> None:
    """Whatever is typed or pasted, the query holds no control character and is not long."""
    query = clean_query(text)
    assert len(query) <= MAX_QUERY_LENGTH
    assert query == query.strip()
    assert query.isprintable()


PARAMETERS = ["prefecture", "q", "city", "lang", "embed", "day", "time", "for", *SWITCHES]


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.lists(st.text())))
def test_hostile_address_never_raises(params: dict[str, list[str]]) -> None:
    """Any text in the address gives a view whose parts are known ones."""
    view = parse_view(params, TEN)
    assert view.city is None or view.city in {city.slug for city in TEN}
    assert set(view.prefectures) <= {prefecture.slug for prefecture in list_prefectures()}
    assert set(view.days) <= set(DAYS)


def test_an_address_of_many_values_is_read_in_bounds() -> None:
    """Ten thousand prefectures, languages or letters cost no more than forty-seven."""
    many = [f"{number} 大阪" for number in range(10_000)]
    assert parse_view({"prefecture": [*many, "osaka"], "lang": [*many, "vi"], "city": ["大" * 60_000]}, TEN) == View(
        unknown=("city", "prefecture")
    )
