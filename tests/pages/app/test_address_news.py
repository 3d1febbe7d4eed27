"""An address that comes along with a choice: left already, or a link that was followed as well."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.address.view import View
from pages.app.address_news import KEPT_ADDRESSES, merge_news, remember_address

BEFORE = View(prefectures=("osaka",), query="", city="sapporo", lang="vi")
MAIN = str(Path(__file__).parents[3] / "pages" / "main.py")


@pytest.mark.parametrize(
    ("choice", "link", "merged"),
    [
        ({"city": None}, {"city": "sendai"}, {"city": "sendai"}),  # a popup closed, then a row of the list pressed
        ({"city": None}, {"prefectures": ()}, {"city": None, "prefectures": ()}),
        ({"query": "kobe"}, {"city": "sendai"}, {"query": "kobe", "city": "sendai"}),
        ({"query": "kobe"}, {"query": "chiba"}, {"query": "chiba"}),
        ({"city": "kobe"}, {"lang": "ja"}, {"city": "kobe", "lang": "ja"}),
        ({}, {"city": None}, {"city": None}),
    ],
)
def test_a_choice_and_a_link_both_count(
    choice: dict[str, object], link: dict[str, object], merged: dict[str, object]
) -> None:
    """Of what both changed the link's counts: it was followed when the choice was made already."""
    views = [replace(BEFORE, **changes) for changes in (choice, link, merged)]  # type: ignore[arg-type]
    assert merge_news(BEFORE, views[0], views[1]) == views[2]


def test_the_latest_addresses_are_remembered() -> None:
    """As many as choices are made before the first is answered; of a session that begins there is none."""
    addresses = [{"city": [str(number)]} for number in range(KEPT_ADDRESSES + 1)]
    past = remember_address((), None)
    for address in addresses:
        past = remember_address(past, address)
    assert past == tuple(addresses[1:])


def open_map() -> AppTest:
    """The map with its filters."""
    app = AppTest.from_file(MAIN, default_timeout=30)
    app.query_params["lang"] = "en"
    return app.run()


def test_a_city_chosen_while_a_choice_was_under_way_is_opened() -> None:
    """The browser's address names it, and no earlier address did: both count, and the address says so."""
    app = open_map()
    app.query_params["city"] = "sendai"
    app.text_input[0].set_value("sendai").run()
    assert (app.query_params["city"], app.query_params["q"]) == ("sendai", "sendai")
    assert app.text_input[0].value == "sendai"


def test_an_address_that_was_left_takes_nothing_back() -> None:
    """On a slow line a second choice comes with the address from before the first."""
    app = open_map()
    app.text_input[0].set_value("hyogo").run()
    del app.query_params["q"]
    app.multiselect[0].set_value(["hyogo"]).run()
    assert (app.query_params["prefecture"], app.query_params["q"]) == ("hyogo", "hyogo")
