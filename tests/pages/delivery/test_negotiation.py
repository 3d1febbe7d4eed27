"""Which content coding a client gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.delivery.compression import ENCODINGS, Encoding
from pages.delivery.negotiation import choose_encoding


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", None),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("deflate, zstd", None),
        ("BR", "br"),
        ("*", "br"),
        ("*;q=0", None),
        ("br;q=0, *", "gzip"),
        ("br;q=0, gzip;q=0, *", None),
        ("identity", None),
        ("identity, br", "br"),
        ("identity;q=1, br;q=0.5", None),
        ("identity;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0.5, gzip;q=0.9", "gzip"),
        ("br;q=0.9 , gzip;q=0.9", "br"),
        ("br ; q=1.0", "br"),
        ("br;q=0", None),
        ("br;q=0.0, gzip;q=0.001", "gzip"),
        ("br;q=x, gzip", "gzip"),
        ("br;q=2, gzip", "gzip"),
        ("br;q=nan, gzip", "gzip"),
        ("br;q=", None),
        ("br;level=4, gzip;q=0.5", "br"),
        (",,br,", "br"),
        ("brotli, x-gzip", None),
    ],
)
def test_the_client_gets_what_it_prefers(header: str, chosen: Encoding | None) -> None:
    """The highest q wins, Brotli among equals; what is not named or refused is not sent."""
    assert choose_encoding(header) == chosen


@given(st.text())
def test_any_header_is_answered(header: str) -> None:
    """Nonsense is no error, and only codings that we have come out."""
    assert choose_encoding(header) in {None, *ENCODINGS}
