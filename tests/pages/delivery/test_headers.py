"""What browsers are told to allow."""

import pytest

from pages.delivery.headers import list_origins
from pages.maps.tiles import list_tile_sources
from tests.browser.server import RunningApp
from tests.pages.delivery.client import request

COMPONENT = "/component/streamlit_folium.st_folium/index.html"


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://tile.openstreetmap.org/{z}/{x}/{y}.png", ("https://tile.openstreetmap.org",)),
        ("https://{s}.Tiles.example/{z}/{x}/{y}.png", ("https://*.tiles.example",)),
        ("http://127.0.0.1:8080/{z}/{x}/{y}.png?key=a", ("http://127.0.0.1:8080",)),
        ("http://[::1]:8080/{z}.png", ("http://[::1]:8080",)),
        ("https://user:secret@tiles.example/{z}.png", ()),
        ("https://tiles.example; script-src */{z}.png", ()),
        ("//tiles.example/{z}.png", ()),
        ("tiles/{z}.png", ()),
        ("data:image/png;base64,AAAA", ()),
        ("javascript:alert(1)", ()),
        ("", ()),
    ],
)
def test_tiles_are_named_by_their_origin(url: str, origins: tuple[str, ...]) -> None:
    """A policy names scheme, host and port, and nothing else can slip into it."""
    assert list_origins([url, url]) == origins


@pytest.mark.parametrize("path", ["/", "/cities", "/static/js/nothing.js", "/_stcore/health", "/robots.txt", COMPONENT])
def test_every_answer_is_taken_at_its_word(cold_app: RunningApp, path: str) -> None:
    """No type is guessed, and other hosts learn no more than ours; tile servers need that much."""
    headers = request(cold_app.url, path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_pages_may_be_embedded_but_not_changed(cold_app: RunningApp) -> None:
    """City offices embed the map; scripts come from here only."""
    headers = request(cold_app.url, "/").headers
    policy = headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    assert "frame-ancestors" not in policy
    assert "'unsafe-eval'" not in policy
    assert "http" not in policy


def test_the_maps_frame_may_load_tiles(cold_app: RunningApp) -> None:
    """The frame's policy names each tile server, and allows the eval that streamlit-folium needs."""
    policy = request(cold_app.url, COMPONENT).headers["Content-Security-Policy"]
    images = next(rule for rule in policy.split("; ") if rule.startswith("img-src"))
    assert set(list_origins(source.url for source in list_tile_sources({}))) < set(images.split())
    assert "'unsafe-eval'" in policy
