"""What a client refuses it does not get, from whatever part of the server."""

import asyncio
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware  # what Streamlit's compression does its work by

from pages.delivery import stack
from pages.delivery.negotiation import choose_encoding, hide_refused_gzip
from tests.pages.delivery.asgi import ask, make_scope

REFUSALS = ("gzip;q=0", "gzip; q=0.000, br;q=0", "identity, gzip;q=0", "GZIP;Q=0")
ITEMS = st.builds(
    "{}{}".format,
    st.sampled_from(["br", "gzip", "*", "identity", ""]),
    st.sampled_from(["", ";q=0", " ; q=0.5", ";q=x"]),
)


@pytest.mark.parametrize(("path", "header"), [*product(("/sheet", "/data/cities.json"), (*REFUSALS, "gzip"))])
def test_gzip_comes_to_whom_does_not_refuse_it(path: str, header: str) -> None:
    """Our routes lie behind Streamlit's compression, which would send it to whoever names it."""
    gzip = Middleware(GZipMiddleware)
    app = Starlette(routes=stack.build_routes(), middleware=[*stack.build_middleware(), gzip])
    response = asyncio.run(ask(app, make_scope(path, {"accept-encoding": header})))
    assert response.status == 200
    assert response.headers.get("content-encoding") == (None if header in REFUSALS else "gzip")


@given(st.lists(ITEMS).map(", ".join))
def test_what_is_left_means_the_same(header: str) -> None:
    """Gzip is not named where it is refused, and what we choose ourselves stays what it was."""
    left = hide_refused_gzip(header)
    assert choose_encoding(left) == choose_encoding(header)
    assert "gzip" not in left or choose_encoding(f"{left}, br;q=0, identity;q=0.0001") == "gzip"
