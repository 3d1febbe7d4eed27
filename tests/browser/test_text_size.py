"""The size of text that a reader has set in the browser holds in the first view and in the app alike."""

from tests.browser.accessible_views import LIST_TOO_WIDE
from tests.browser.map_page import await_map, expect_card
from tests.browser.server import RunningApp
from tests.browser.slow_line import hold_back
from tests.browser.visitor import PageOpener

DOUBLE = {"fontSizes": {"standard": 32, "fixed": 26}}  # px; 16 and 13 are what browsers come with
SIZE = "selector => getComputedStyle(document.querySelector(selector)).fontSize"
CITY = "/?lang=en&city=sakai"


def test_twice_the_size_is_kept_at_the_hand_over(open_page: PageOpener, app: RunningApp) -> None:
    """Headings and links are twice as large before and after, and nothing is cut or sticks out."""
    page, _ = open_page("", viewport={"width": 768, "height": 1024})
    page.context.new_cdp_session(page).send("Page.setFontSizes", DOUBLE)
    let_go = hold_back(page)
    page.goto(app.url + CITY)
    for root in ("#first-view", "#root"):
        if root == "#root":
            let_go()
            page.locator("#first-view").wait_for(state="detached")
            await_map(page)
            expect_card(page, "Sakai")
        found = [page.evaluate(SIZE, f"{root} {part}") for part in ("h1", ".mm-card .mm-link")]
        assert found == ["56px", "32px"]
        assert [wide for frame in page.frames for wide in frame.evaluate(LIST_TOO_WIDE)] == []
