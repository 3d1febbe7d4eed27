"""Nothing is cut or sticks out on the narrowest screen, with wider text, or on paper."""

from playwright.sync_api import expect

from tests.browser.accessible_views import LIST_TOO_WIDE, NARROWEST, SPACING, VIEWS, await_rest, leave_counter
from tests.browser.staying import follow
from tests.browser.visitor import PageOpener


def test_wider_text_is_not_cut(open_page: PageOpener) -> None:
    """With the spacing that WCAG 2.2, 1.4.12 names, nothing at 320 px sticks out, in the longest of the languages."""
    page, _ = open_page(VIEWS[0][0].format("vi"), viewport={"width": NARROWEST, "height": 640}, reduced_motion=True)
    for path, show in VIEWS:
        follow(page, path.format("vi"))
        show(page)
        for frame in page.frames:
            frame.add_style_tag(content=SPACING)
        await_rest(page)
        for frame in page.frames:
            assert frame.evaluate(LIST_TOO_WIDE) == [], (path, frame.name)
        leave_counter(page)


def test_on_paper_there_are_facts_and_no_controls(open_page: PageOpener) -> None:
    """Printed, a page has its cards with their addresses; sidebar, links to pages and buttons stay on the screen."""
    page, _ = open_page("/cities")
    page.emulate_media(media="print")
    expect(page.locator("#root .mm-cards .mm-card").first).to_be_visible()
    for selector in ("[data-testid=stSidebar]", "#root .mm-pages", "#root .mm-languages", "#root .mm-copy >> nth=0"):
        expect(page.locator(selector)).to_be_hidden()
    link = page.locator('#root .mm-card a[href^="http"]').first
    assert "http" in link.evaluate("link => getComputedStyle(link, '::after').content")
