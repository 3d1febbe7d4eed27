"""Going on within the app as its links do, and pages that stay open from one test of a file to the next.

A page that is loaded costs a browser eight times what going on within it does.
"""

from playwright.sync_api import Page, ViewportSize

from tests.browser.visitor import OpenedPage, PageOpener, Scheme, Viewport, dress_page

FOLLOW = """address => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
IS_FOLLOWED = """() => {
  const state = document.querySelector('[data-testid="stApp"]').getAttribute("data-test-script-state");
  return state === "notRunning" && document.querySelector("#root .mm-pages [aria-current]")?.href === location.href;
}"""
IS_AT_REST = """() => {
  const state = document.querySelector('[data-testid="stApp"]').getAttribute("data-test-script-state");
  return state === "notRunning";
}"""
BETWEEN = "/about"  # has neither map nor filters, so that the next page has new ones


def follow(page: Page, address: str) -> None:
    """Go on to an address within the app, which loads nothing anew; return once it is drawn.

    The address is written as the app writes it: what its links say tells that it is drawn. What was done before is over
    by then: a run that ends later writes the address of its own view.
    """
    page.wait_for_function(IS_AT_REST)
    page.evaluate(FOLLOW, address)
    page.wait_for_function(IS_FOLLOWED)


class Stay:
    """A visitor who stays: `page, log = stay("/cities", viewport="phone")`, with options as of a PageOpener.

    The page may be that of a test before; map, filters, popup, card and scrolling are as if just loaded. What
    else a test does it must take back itself. Routes, scripts at load and clocks belong on a page of one's own.
    """

    def __init__(self, opener: PageOpener) -> None:
        """Have no page yet."""
        self.opener = opener
        self.pages: dict[bool, OpenedPage] = {}

    def __call__(
        self,
        address: str,
        *,
        viewport: Viewport | ViewportSize = "desktop",
        color_scheme: Scheme = "light",
        reduced_motion: bool = False,
    ) -> OpenedPage:
        """Return a page with those options at an address of the app on the shipped table, and a new log."""
        kind = viewport == "phone"  # by touch or by mouse
        if kind not in self.pages:
            self.pages[kind] = self.opener(
                address, viewport=viewport, color_scheme=color_scheme, reduced_motion=reduced_motion
            )
            return self.pages[kind]
        page = self.pages[kind].page
        follow(page, BETWEEN)
        dress_page(page, viewport, color_scheme, reduced_motion=reduced_motion)
        self.pages[kind] = self.opener.begin_anew(page)
        follow(page, address)
        return self.pages[kind]

    def leave(self) -> None:
        """Close all pages, so that the next test finds none of a failed one."""
        self.pages.clear()
        self.opener.close()
