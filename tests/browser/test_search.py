"""What the search box answers: rows in many spellings, nearest cities, and never an empty page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.map_page import (
    MARKERS,
    await_map,
    expect_card,
    expect_markers,
    expect_popup,
    find_app,
    find_search,
    search,
)
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener


@pytest.mark.parametrize("query", ["Tokyo", "Kawasaki", "qqqq"])
def test_a_search_with_any_answer_keeps_the_map(stay: Stay, query: str) -> None:
    """Whatever a search says above the map, the map's frame stays, and so it does when the search is taken back."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    frame.evaluate("window.kept = 1")
    search(page, query)
    expect(find_app(page).get_by_text(re.compile(r"^[01] of 20 cit"))).to_be_visible()
    find_app(page).get_by_role("button", name="Reset filters").click()
    expect(find_app(page).get_by_text("20 cities", exact=True)).to_be_visible()
    assert not frame.is_detached()
    expect(frame.locator(MARKERS)).to_have_count(20)
    assert frame.evaluate("window.kept") == 1


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("Tokyo", "Sagamihara"), ("川口市", "Saitama"), ("kawaguchi", "Saitama"), ("Naha", "Kumamoto")],
)
def test_a_place_without_a_row_names_the_nearest_cities(stay: Stay, query: str, nearest: str) -> None:
    """The answer offers listed cities, nearest first, with km, and the map shows them."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    search(page, query)
    expect(find_app(page).get_by_text("The nearest listed city halls:").first).to_be_visible()
    expect(frame.locator(MARKERS)).to_have_count(3)
    offers = page.locator("#root .mm-offer")
    expect(offers.first).to_have_text(re.compile(rf"^{nearest} \(\w+\): \d+ km$"))
    offers.first.click()
    expect_card(page, nearest)
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect_popup(frame, nearest)
    expect(page).to_have_url(re.compile(rf"/\?city={nearest.lower()}#near$"))


def test_nonsense_offers_all_cities(stay: Stay) -> None:
    """A query that means nothing says so and has one button that shows everything again."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    search(page, "qqqq zzzz")
    expect(find_app(page).get_by_text(re.compile("^Nothing found"))).to_be_visible()
    find_app(page).get_by_role("link", name="Show all cities").click()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(find_search(page)).to_have_value("")
    expect(page).to_have_url(re.compile(r"/$"))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Osaka", ["Osaka, Osaka"]),
        ("ōsaka", ["Osaka, Osaka"]),
        ("大阪", ["Osaka, Osaka"]),
        ("おおさか", ["Osaka, Osaka"]),
        ("kanagawa", ["Yokohama, Kanagawa", "Kawasaki, Kanagawa", "Sagamihara, Kanagawa"]),
        ("Lifelong Education", ["Osaka, Osaka"]),
    ],
)
def test_a_city_is_found_in_many_spellings(stay: Stay, query: str, names: list[str]) -> None:
    """English, macrons, Japanese, kana, a prefecture and words of a department find their rows."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    search(page, query)
    expect_markers(frame, names)


def test_a_single_row_found_shows_its_card(stay: Stay) -> None:
    """Where only one city is left its card is there without another press, and is not claimed to be chosen."""
    page, _ = stay("/?q=sapporo", reduced_motion=True)
    expect_card(page, "Sapporo")
    expect(page).to_have_url(re.compile(r"/\?q=sapporo$"))


@pytest.mark.parametrize(
    ("query", "said", "chosen"),
    [
        ("府中市", "More than one place has this name. Which one?", "Fuchu (Tokyo)"),
        ("498-0000", "2 prefectures", "Kisosaki"),
    ],
)
def test_an_ambiguous_query_asks_which(stay: Stay, query: str, said: str, chosen: str) -> None:
    """A press on one of the choices asks for exactly that place, and answers."""
    page, _ = stay("/", reduced_motion=True)
    await_map(page)
    search(page, query)
    expect(page.locator("#root .mm-said").filter(has_text=said)).to_be_visible()
    page.locator("#root .mm-offer").filter(has_text=chosen).click()
    expect(find_app(page).get_by_text("The nearest listed city halls:")).to_be_visible()
    expect(page.locator("#root .mm-offer").first).to_have_text(re.compile(r"\d+ km$"))


def test_a_slip_is_asked_about_and_an_address_understood(stay: Stay) -> None:
    """A press on what was meant searches for it and stays in the box; a pasted address shows its city at once."""
    page, _ = stay("/", reduced_motion=True)
    frame = await_map(page)
    search(page, "Saporo")
    expect(page.locator("#root .mm-said").filter(has_text="Did you mean one of these?")).to_be_visible()
    expect(frame.locator(MARKERS)).to_have_count(20)
    page.locator("#root .mm-offer").filter(has_text="Sapporo (Hokkaido)").click()
    expect_card(page, "Sapporo")
    expect(find_search(page)).to_have_value("Sapporo, Hokkaido")
    search(page, "〒650-8570 神戸市中央区加納町6丁目5番1号")
    expect_card(page, "Kobe")
    expect_markers(frame, ["Kobe, Hyogo"])


def test_a_link_to_what_is_not_there_says_so(open_page: PageOpener) -> None:
    """An unknown city is named as such, not by its value; a prefecture without a row is answered and stays chosen."""
    page, _ = open_page("/?city=nope&prefecture=nagano")
    await_map(page)
    expect(page.locator("#root .mm-said").filter(has_text="a city that is not in the table")).to_be_visible()
    expect(page.locator("#root .mm-answer").filter(has_text="The nearest listed city halls")).to_contain_text("Nagano")
    expect(find_app(page).get_by_text("0 of 20 cities")).to_be_visible()
    find_app(page).get_by_role("button", name="Reset filters").click()
    expect(find_app(page).get_by_text("20 cities", exact=True)).to_be_visible()
    expect(page.locator("#root .mm-answer")).to_have_count(0)
