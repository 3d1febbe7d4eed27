"""Records in few bytes are the same records."""

import json

from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.languages.language import load_language
from pages.maps.features import build_features
from pages.maps.record_code import encode_records
from pages.markup.rendering import dump_json
from tests.pages.maps.records import decode_records

VALUES = st.text() | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
RECORDS = st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(RECORDS)
def test_records_come_back_the_same(records: object) -> None:
    """Kinds of values and the order of keys included."""
    assert repr(decode_records(encode_records(records))) == repr(records)


def test_the_shipped_cities_are_sent_in_two_thirds_of_the_bytes() -> None:
    """Words that stand on every card are sent once."""
    atlas = load_atlas(locate_files({}))
    features = build_features(atlas.cities, atlas.coordinates, load_language(), atlas.offices)
    encoded = encode_records(features)
    assert decode_records(encoded) == json.loads(json.dumps(features))
    assert len(dump_json(encoded)) * 3 < len(dump_json(features)) * 2
