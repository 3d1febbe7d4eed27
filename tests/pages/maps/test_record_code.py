"""Records in few bytes are the same records."""

import json
import zlib

from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.languages.language import list_languages
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


def test_the_shipped_cities_take_less_room_packed_or_not() -> None:
    """By two fifths as they are, and by something where a line packs them as uvicorn does what a session is sent."""
    atlas = load_atlas(locate_files({}))
    for language in list_languages():
        features = build_features(atlas.cities, atlas.coordinates, language, atlas.offices)
        encoded = encode_records(features)
        assert decode_records(encoded) == json.loads(json.dumps(features))
        before, after = (dump_json(written).encode() for written in (features, encoded))
        assert len(after) < len(before) * 2 / 3
        assert count_packed(after) < count_packed(before)


def count_packed(content: bytes) -> int:
    """Count the bytes of a message that is packed by the server of WebSockets."""
    packer = zlib.compressobj(wbits=-12, memLevel=5)
    return len(packer.compress(content) + packer.flush())
