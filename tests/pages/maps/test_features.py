"""The data of the map's layer: the same facts, and nothing that can become code."""

import json

from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.records import Check
from geocache.coordinates import read_coordinates
from pages.languages.language import load_language
from pages.maps.features import build_features
from pages.markup.rendering import dump_json
from tests.hostile import OPENINGS, TEXTS, UNWRITABLE
from tests.pages.samples import make_city

HOSTILE = st.text() | st.sampled_from((*TEXTS, *OPENINGS, *UNWRITABLE))
JSON = st.recursive(
    HOSTILE | st.none() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(HOSTILE, inner),
)


@given(JSON)
def test_json_reads_back_the_same_and_has_no_sign_that_begins_code(value: object) -> None:
    """Escaping changes no value, and neither Jinja nor HTML nor a template literal finds a beginning in it."""
    text = dump_json(value)
    assert json.loads(text) == value
    assert not any(sign in text for sign in ("{{", "{%", "{#", "<", ">", "&", "`", "$", "'", "\u2028", "\u2029"))


@given(JSON)
def test_layer_renders_its_data_unchanged_through_folium(value: object) -> None:
    """folium's second compilation of the script leaves the data as it was."""
    from folium import Map  # here, so that no other test waits for it
    from streamlit_folium import generate_leaflet_string

    from pages.app.folium_map import CityLayer

    base, layer = Map(tiles=None), CityLayer(dump_json(value), {"open": value})
    layer.add_to(base)
    page = base.get_root().render()
    script = generate_leaflet_string(layer, base_id="feature_group_0")
    arguments = script.split("CityLayer(Madoguchi.readRecords(", 1)[1]
    features, end = json.JSONDecoder().raw_decode(arguments)
    settings, _end = json.JSONDecoder().raw_decode(arguments[end:].removeprefix("), "))
    assert features == value
    assert settings == {"open": value}
    assert dump_json(settings) in page


def test_what_only_the_card_says_is_not_sent_to_the_map() -> None:
    """Letters, counter texts and confirmations would double what each change of a filter sends."""
    check = Check("271403", "email", "x", "2026-04-01", "Staff", "A mail.")
    city = make_city("271403", emails=("a@b.jp",), checks=(check,))
    coordinates = read_coordinates(locate_files({}).coordinates).coordinates
    (feature,) = build_features([city], coordinates, load_language())
    assert "asking" not in feature
    assert [set(section) for section in feature["sections"]] == [{"field", "heading", "items", "doubts"}] * 4
