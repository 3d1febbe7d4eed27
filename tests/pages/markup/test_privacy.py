"""What the page about the map names of a visit depends on how the map is run."""

import re

import pytest

from pages.languages.language import ENGLISH, list_languages
from pages.markup.privacy import Trace, list_traces
from tests.source import ROOT


@pytest.mark.parametrize(
    ("tiles", "host"),
    [
        ("https://tiles.example.jp:8443/{z}/{x}/{y}.png", "tiles.example.jp"),
        ("https://{s}.a.example/{z}/{x}/{y}", "*.a.example"),
    ],
)
def test_the_operators_tiles_are_named(monkeypatch: pytest.MonkeyPatch, tiles: str, host: str) -> None:
    """Their server comes before the built-in ones, each once, in the app and in the static edition."""
    monkeypatch.setenv("MADOGUCHI_TILES", tiles)
    for static in (False, True):
        hosts = [trace.name for trace in list_traces(ENGLISH, static=static) if trace.kind == "host"]
        assert hosts == [host, "cyberjapandata.gsi.go.jp", "tile.openstreetmap.org"]


def test_the_cookie_of_the_proxy_is_named() -> None:
    """Whoever follows the recipe sets it, for as long as the browser is open; a static edition has nobody who does."""
    recipe = (ROOT / "pages/delivery/nginx.conf").read_text(encoding="utf-8")
    [cookie] = set(re.findall(r'"(\w+)=\$request_id; Path=/; Secure; HttpOnly; SameSite=Lax"', recipe))
    assert [trace.name for trace in list_traces(ENGLISH) if trace.name == cookie] == [cookie]
    assert cookie not in {trace.name for trace in list_traces(ENGLISH, static=True)}


def test_names_are_the_same_in_every_language() -> None:
    """Only what is said of them is translated."""
    names = {tuple(trace.name for trace in list_traces(language)) for language in list_languages()}
    assert len(names) == 1


@pytest.mark.parametrize(
    ("name", "asked", "covered"),
    [
        ("stActiveTheme-", "stActiveTheme-/cities-v2", True),
        ("sidebarWidth", "sidebarWidth", True),
        ("sidebarWidth", "sidebarWidth2", False),
        ("stActiveTheme-", "stActive", False),
    ],
)
def test_a_row_covers_its_name_or_all_that_begin_so(name: str, asked: str, covered: bool) -> None:
    """A hyphen at the end is a beginning; all else is whole."""
    assert Trace("storage", name, "", "", "").covers(asked) == covered
