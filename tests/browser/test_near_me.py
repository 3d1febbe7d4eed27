"""The button "Near me": the device is asked at the press only, and the position leaves the browser nowhere."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Geolocation, Locator, Page, expect

from tests.browser.map_page import CITIES, LIST, await_map, expect_card, find_search
from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

Hall = list[str | float]  # slug, name, latitude, longitude
KAWAGUCHI = (35.8077, 139.7242)
SAO_PAULO = (-23.5505, -46.6333)
WITHIN_40_KM = (
    "Saitama (Saitama)",
    "Kawasaki (Kanagawa)",
    "Yokohama (Kanagawa)",
    "Chiba (Chiba)",
    "Sagamihara (Kanagawa)",
)
OFFERS = "#root .mm-near .mm-offer"
SAID = "#root .mm-near [role=status]"
# Counts how often the page asks the device.
COUNT = """
window.asked = 0;
const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
navigator.geolocation.getCurrentPosition = (...rest) => { window.asked += 1; ask(...rest); };
"""
BROKEN = {
    "absent": "Object.defineProperty(navigator, 'geolocation', { value: undefined });",
    "throwing": "navigator.geolocation.getCurrentPosition = () => { throw new Error('not here'); };",
    "refused": "",
}
JUDGE = "([position, halls]) => window.madoguchiNearMe.judgePosition(position, halls)"
# The ends of a row of halls on one meridian, 0.1 degrees (11.12 km) apart; one hall a little beside the first.
HALLS: list[Hall] = [["a", "A", 35.0, 139.0], ["b", "B", 35.1, 139.0], ["c", "C", 35.2, 139.0], ["d", "D", 35.3, 139.0]]
TWINS: list[Hall] = [["a", "A", 35.0, 139.0], ["e", "E", 35.01, 139.0]]


@dataclass(frozen=True)
class Case:
    """A position, its accuracy in m, and what is to be said of it among which halls."""

    latitude: float
    longitude: float
    accuracy: float
    kind: str
    slugs: str
    within: int | None = None
    halls: tuple[Hall, ...] = tuple(HALLS)


CASES = (
    Case(35.0, 139.0, 20, "found", "abc"),
    Case(35.26, 139.0, 2000, "found", "dcb"),
    Case(35.0, 139.0, 0, "found", "a", halls=tuple(HALLS[:1])),
    # a coarse position: all that it may be
    Case(35.0, 139.0, 2001, "coarse", "a", 3),
    Case(35.0, 139.0, 12_000, "coarse", "ab", 12),
    Case(35.04, 139.0, 3000, "coarse", "ab", 3),
    Case(35.0, 139.0, 1_000_000, "coarse", "abcd", 1000),
    Case(35.0, 139.0, 50_000, "coarse", "a", 50, halls=tuple(HALLS[:1])),
    # as near to one as to the other, as far as the device knows
    Case(35.049, 139.0, 600, "coarse", "ab", 1),
    Case(35.049, 139.0, 400, "found", "abc"),
    Case(35.0, 139.0, 1200, "coarse", "ae", 2, halls=tuple(TWINS)),
    Case(35.0, 139.0, 1000, "found", "ae", halls=tuple(TWINS)),
    # far from every hall, but in Japan: Naha, Wakkanai, Yonaguni, Minamitorishima; or just beside it
    Case(26.21, 127.68, 20, "found", "abc"),
    Case(45.41, 141.67, 20, "found", "dcb"),
    Case(24.45, 122.95, 20, "found", "abc"),
    Case(24.28, 153.98, 20, "found", "abc"),
    # outside Japan, however well that is known; near to a hall nobody is abroad
    Case(*SAO_PAULO, 20, "abroad", ""),
    Case(25.03, 121.56, 90_000, "abroad", ""),
    Case(0.0, 0.0, 20, "abroad", ""),
    Case(25.03, 121.56, 20, "found", "t", halls=(["t", "T", 25.0, 121.5],)),
)


def allow_position(page: Page, place: tuple[float, float] = KAWAGUCHI, accuracy: float = 20) -> None:
    """Let the device be there, in Kawaguchi if nothing else is said."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(Geolocation(latitude=place[0], longitude=place[1], accuracy=accuracy))


def press_button(page: Page, root: str = "#root") -> None:
    """Press the button."""
    page.locator(f"{root} [data-near-me]").click()


def find_rows(page: Page) -> Locator:
    """Find the lines of the list."""
    return page.locator(f"#root {LIST}")


def test_what_is_said_of_a_position(stay: Stay) -> None:
    """The nearest three; all that it may be where the device knows it badly; abroad none at all."""
    page, _ = stay("/about")
    page.wait_for_function("() => window.madoguchiNearMe")
    for case in CASES:
        position = {"latitude": case.latitude, "longitude": case.longitude, "accuracy": case.accuracy}
        found = page.evaluate(JUDGE, [position, list(case.halls)])
        slugs = "".join(hall["slug"] for hall in found["halls"])
        assert (found["kind"], slugs, found.get("withinKm")) == (case.kind, case.slugs, case.within), case
    assert page.evaluate(JUDGE, [{"latitude": None, "longitude": 0}, HALLS])["kind"] == "refused"


def test_near_me_shows_the_nearest_city_halls(open_page: PageOpener, app: RunningApp) -> None:
    """By keyboard: links with km, announced, first in the list; kept with another language, sent nowhere."""
    page, log = open_page("", viewport="phone")
    page.add_init_script(COUNT)
    allow_position(page)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    await_map(page)
    assert page.evaluate("window.asked") == 0
    button = page.locator("#root [data-near-me]")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.focus()
    page.keyboard.press("Enter")
    nearest = ("Saitama", "Kawasaki", "Yokohama")
    expect(page.locator(SAID)).to_have_text(re.compile("nearest listed city halls"))
    expect(page.locator(OFFERS)).to_have_text([re.compile(rf"^{city}.*: about \d+ km$") for city in nearest])
    rest = [name.split(",")[0] for name in CITIES if not name.startswith(nearest)]
    expect(find_rows(page)).to_have_text(
        [re.compile(rf"^{city} .* · about \d+ km$") for city in nearest] + [re.compile(rf"^{city} ") for city in rest]
    )
    assert page.evaluate("window.asked") == 1
    page.locator("#root .mm-more > summary").click()
    page.locator("#root #go-vi").click()
    expect(page.locator(OFFERS)).to_have_text([re.compile(rf"^{city}.*: khoảng \d+ km$") for city in nearest])
    expect(find_rows(page).first).to_have_text(re.compile(r"^Saitama .* · khoảng \d+ km$"))
    page.locator(OFFERS).first.click()
    expect_card(page, "Saitama")
    expect(find_rows(page).first).to_have_text(re.compile(r"^Saitama .* · khoảng \d+ km$"))
    assert page.evaluate("window.asked") == 1
    assert not any("35.8" in url or "139.7" in url for url in requests)
    assert log.page_errors == []


def test_near_me_shows_the_place_on_the_map(open_page: PageOpener) -> None:
    """The map goes there, with a dot that says so and the three cities; from abroad the dot goes."""
    page, log = open_page("/", viewport="phone")
    frame = await_map(page)
    allow_position(page)
    press_button(page)
    expect(frame.locator("path.mm-you")).to_have_count(1)
    expect(frame.get_by_text("You are here")).to_be_visible()
    frame.wait_for_function("() => map.getBounds().contains([35.8077, 139.7242]) && map.getZoom() > 8")
    allow_position(page, SAO_PAULO)
    press_button(page)
    expect(page.locator(SAID)).to_have_text("You seem to be outside Japan.")
    expect(page.locator(OFFERS)).to_have_count(0)
    expect(find_rows(page)).to_have_text([re.compile(rf"^{name.split(',')[0]} [^·]+ · [^·]+$") for name in CITIES])
    expect(frame.locator("path.mm-you")).to_have_count(0)
    press_search(page)
    assert log.page_errors == []


def test_a_coarse_position_is_said_and_leaves_the_choice(open_page: PageOpener) -> None:
    """A device that knows its place to 40 km only says so, and every city that it may be is offered."""
    page, _ = open_page("/", viewport={"width": 768, "height": 1024})
    await_map(page)
    allow_position(page, accuracy=40_000)
    press_button(page)
    expect(page.locator(SAID)).to_have_text(re.compile("^Your device knows its place only to within 40 km"))
    expect(page.locator(OFFERS)).to_have_text(WITHIN_40_KM)
    expect(find_rows(page).first).to_have_text(re.compile(r"^Saitama [^·]+ · Saitama$"))
    page.locator(OFFERS).nth(1).click()
    expect_card(page, "Kawasaki")


def press_search(page: Page) -> None:
    """Press what the answer offers in place of the device: the search, with the focus in its field."""
    page.locator("#root .mm-near").get_by_role("button", name="Search").click()
    field = find_search(page)
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


def test_near_me_works_in_the_first_view(open_page: PageOpener, app: RunningApp) -> None:
    """It does before the interactive page is there, which then waits; refused it leads to the field there."""
    page, _ = open_page("", viewport="phone")
    allow_position(page)
    page.route_web_socket(re.compile("_stcore/stream"), lambda _: None)
    page.goto(app.url)
    press_button(page, "#first-view")
    offers = page.locator("#first-view .mm-near .mm-offer")
    expect(offers.first).to_have_text(re.compile(r"^Saitama.*: about \d+ km$"))
    rows = page.locator("#first-view .fv-list > .fv-row > summary")
    expect(rows.first).to_have_text(re.compile(r"^Saitama .* · about \d+ km$"))
    allow_position(page, SAO_PAULO)
    press_button(page, "#first-view")
    expect(rows.first).to_have_text(re.compile(r"^Sapporo "))
    page.locator("#first-view .mm-near").get_by_role("button", name="Search").click()
    expect(page.locator("#fv-q")).to_be_focused()


@pytest.mark.parametrize("why", BROKEN)
def test_a_refused_position_is_said_and_search_is_offered(open_page: PageOpener, app: RunningApp, why: str) -> None:
    """Refused, not there at all or broken: a plain message, no links, and a button that leads into the search."""
    page, log = open_page("", viewport={"width": 768, "height": 1024})
    page.context.clear_permissions()
    page.add_init_script(BROKEN[why])
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    press_button(page)
    expect(page.locator(SAID)).to_have_text(re.compile("Type a place or a postal code"))
    expect(page.locator(OFFERS)).to_have_count(0)
    press_search(page)
    assert log.page_errors == []


def test_without_javascript_there_is_no_button(open_page: PageOpener) -> None:
    """What cannot work is not shown."""
    page, _ = open_page("/", java_script_enabled=False)
    expect(page.locator("#first-view [data-near-me]")).to_be_hidden()
