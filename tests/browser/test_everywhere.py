"""Outside the listed cities: the place on the map, what helps there, and counters by language."""

import re

from playwright.sync_api import expect

from tests.browser.map_page import MARKERS, await_map, expect_card, expect_markers, find_app
from tests.browser.staying import Stay

# The names of cities that the name of a place lies over.
COVERED = """() => {
  const place = document.querySelector(".mm-place-name").getBoundingClientRect();
  const isCovered = ({ left, right, top, bottom }) => (
    place.left < right && left < place.right && place.top < bottom && top < place.bottom
  );
  const names = [...document.querySelectorAll(".mm-marker-name")];
  return names.filter((name) => isCovered(name.getBoundingClientRect())).map((name) => name.textContent);
}"""


def test_a_place_without_a_row_is_on_the_map_with_the_nearest_halls(stay: Stay) -> None:
    """松本市: its dot and name, no marker of its own, three city halls; its prefecture's association first of all."""
    page, log = stay("/?lang=en&q=%E6%9D%BE%E6%9C%AC%E5%B8%82")
    frame = await_map(page)
    expect_markers(frame, ["Sagamihara, Kanagawa", "Shizuoka, Shizuoka", "Nagoya, Aichi"])
    expect(frame.locator(".mm-place")).to_have_count(1)
    expect(frame.locator(".mm-place-name")).to_have_text("Matsumoto")
    expect(frame.locator(".mm-chosen")).to_have_count(1)
    answer = find_app(page).locator(".mm-answer")
    expect(answer.get_by_role("link", name="長野県国際化協会", exact=True)).to_have_attribute(
        "href", "http://www.anpie.or.jp/"
    )
    assert (log.page_errors, log.console_errors) == ([], [])


def test_the_name_of_a_place_covers_no_city(stay: Stay) -> None:
    """Kawaguchi lies between city halls: its name stands at a side of its dot where it leaves theirs to be read."""
    page, _ = stay("/?lang=en&q=Kawaguchi", viewport="phone")
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(3)
    expect(frame.locator(".mm-place-name")).to_be_visible()
    assert frame.evaluate(COVERED) == []


def test_the_answer_stands_beside_the_map_of_a_wide_page(stay: Stay) -> None:
    """Neither pushes the other from the first screen."""
    page, _ = stay("/?lang=en&q=Kawaguchi")
    frame = page.locator(".st-key-map-frame iframe")
    await_map(page)
    answer, map_box = find_app(page).locator(".mm-answer").first.bounding_box(), frame.bounding_box()
    assert answer
    assert map_box
    assert answer["x"] >= map_box["x"] + map_box["width"]
    assert max(answer["y"], map_box["y"]) < 400


def test_a_language_at_the_counter_filters_and_can_be_taken_back(stay: Stay) -> None:
    """The address says it, the map shows the cities, the answer names the counters; reset shows all again."""
    page, log = stay("/?lang=en")
    frame = await_map(page)
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_text("Language spoken at the counter").click()
    sidebar.get_by_role("link", name="Nepali").click()
    expect(page).to_have_url(re.compile("speaks=ne"))
    expect(find_app(page).get_by_text("Nepali is spoken at these counters:")).to_be_visible()
    expect(frame.locator(MARKERS)).not_to_have_count(20)
    find_app(page).locator(".mm-answer").get_by_role("link", name="Sendai (Miyagi)").click()
    expect_card(page, "Sendai")
    page.go_back()
    sidebar.get_by_role("button", name="Reset filters").click()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(page).not_to_have_url(re.compile("speaks"))
    assert (log.page_errors, log.console_errors) == ([], [])


def test_a_card_has_the_counter_with_its_number(stay: Stay) -> None:
    """Pressing it calls; beside it stands where the number is from, and that nobody has called."""
    page, _ = stay("/?lang=en&city=sapporo")
    card = find_app(page).locator(".st-key-card")
    number = card.get_by_role("link", name="011-211-3678")
    expect(number).to_have_attribute("href", "tel:0112113678")
    expect(card.locator('[data-field="counter"] .mm-source')).to_contain_text("moj.go.jp, 2024-07")
    expect(card.locator('[data-field="counter"]')).to_contain_text(
        re.compile("Open now|Closed now|Ask whether it is open today")
    )
