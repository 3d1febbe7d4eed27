"""Browsers that lack what the app needs, or refuse what it asks for: the first view or the app, never a red box."""

import re

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from pages.languages.language import load_language
from tests.browser.map_page import choose_language
from tests.browser.profiles import PageLog
from tests.browser.server import RunningApp
from tests.browser.visitor import PageOpener

FIRST = "#first-view"
TOO_OLD = "#first-view .fv-old"
LOST = "#first-view [data-lost]"
MAIN_SCRIPT = re.compile(r"/static/js/index\.[^/]+\.js$")
PAGE_SCRIPT = re.compile(r"/page\.[0-9a-f]+\.js$")

NEEDED = {
    "ResizeObserver": "delete window.ResizeObserver",
    "matchMedia": "delete Window.prototype.matchMedia; delete window.matchMedia",
    "hasOwn": "delete Object.hasOwn",
    "replaceAll": "delete String.prototype.replaceAll",
    "at": "delete Array.prototype.at",
    "toSorted": "delete Array.prototype.toSorted",
    "AbortController": "delete window.AbortController",
    "CSS.escape": "delete CSS.escape",
}
SPARED = {
    "IntersectionObserver": "delete window.IntersectionObserver",
    "structuredClone": "delete window.structuredClone",
    "WebAssembly": "delete window.WebAssembly",
    "segmenter and idle callbacks": "delete Intl.Segmenter; delete window.requestIdleCallback",
}
REFUSE = "{ throw new DOMException('refused', 'SecurityError'); }"
GETTER = "Object.defineProperty({owner}, '{name}', {{ get() {body}, set() {body}, configurable: true }});"


def forbid(owner: str, name: str) -> str:
    """Make a property throw whenever it is touched."""
    return GETTER.format(owner=owner, name=name, body=REFUSE)


def remove(owner: str, name: str) -> str:
    """Make a property look as where the browser has none."""
    return GETTER.format(owner=owner, name=name, body="{ return undefined; }")


CLIPBOARD = "Navigator.prototype", "clipboard"
GEOLOCATION = "Navigator.prototype", "geolocation"
NO_SHARING = f"Navigator.prototype.share = () => {REFUSE};"
NO_COPYING = "document.execCommand = () => false;"
NO_COOKIES = forbid("Document.prototype", "cookie") + (
    "Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get() { return false; } });"
)
ABSENT = "".join(
    [
        remove("window", "localStorage"),
        remove("window", "sessionStorage"),
        remove("window", "indexedDB"),
        remove(*CLIPBOARD),
        remove(*GEOLOCATION),
        "delete Navigator.prototype.share;",
        NO_COOKIES,
    ]
)
THROWING = "".join(
    [
        forbid("window", "localStorage"),
        forbid("window", "sessionStorage"),
        forbid("window", "indexedDB"),
        forbid(*CLIPBOARD),
        forbid(*GEOLOCATION),
        NO_SHARING,
        NO_COPYING,
        NO_COOKIES,
    ]
)


def open_with(open_page: PageOpener, app: RunningApp, script: str, path: str = "/") -> tuple[Page, PageLog]:
    """Open an address on a phone whose browser the script has made poorer; return when its HTML is there."""
    page, log = open_page("", viewport="phone")
    page.add_init_script(script)
    page.goto(f"{app.url}{path}")
    return page, log


def spoil_scripts(page: Page) -> None:
    """Make every script of a later year a syntax error, as for a browser of 2016, which knows no modules either."""

    def spoil(route: Route) -> None:
        response = route.fetch()
        html = response.text().replace("static {", "static !{").replace('type="module"', 'type="text/unknown"')
        html = html.replace("if (window.madoguchiPage) return;", "if (window?.!madoguchiPage) return;")
        route.fulfill(response=response, body=html)

    page.route(re.compile(r"/(\?.*)?$"), spoil)
    page.route(PAGE_SCRIPT, lambda route: route.fulfill(body="?.", content_type="text/javascript"))


def check_first_view(page: Page) -> None:
    """The first view is what the reader sees and uses: rows open, the form asks, nothing red lies above."""
    expect(page.locator(FIRST)).to_be_visible()
    row = page.locator(".fv-row > summary").filter(has_text="Sapporo")
    row.click()
    expect(page.get_by_role("link", name="Website: Sapporo").first).to_be_visible()
    assert page.locator("#root [role=alert]:visible").count() == 0
    page.locator("#fv-q").fill("kobe")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?q=kobe"))
    expect(page.locator(f"{FIRST} .mm-card")).to_have_count(1)


@pytest.mark.parametrize("script", NEEDED.values(), ids=NEEDED)
def test_a_browser_without_what_the_app_needs_keeps_the_first_view(
    open_page: PageOpener, app: RunningApp, script: str
) -> None:
    """No script of Streamlit's runs, nothing fails, and the page says calmly why there is no interactive map."""
    page, log = open_with(open_page, app, script)
    expect(page.locator(TOO_OLD)).to_be_visible()
    expect(page.locator(LOST)).to_be_hidden()
    expect(page.locator("#root > *")).to_have_count(0)
    check_first_view(page)
    assert log.page_errors == []


def test_it_says_so_in_the_readers_language(open_page: PageOpener, app: RunningApp) -> None:
    """In words of their own, on every page; a browser that has everything never shows them."""
    text = "Your browser is too old for the interactive map. Everything is on this page."
    page, _ = open_with(open_page, app, NEEDED["ResizeObserver"], "/cities?lang=vi")
    expect(page.locator(TOO_OLD)).to_have_text(load_language("vi").gettext(text))
    new, _ = open_page("", java_script_enabled=False)
    new.goto(f"{app.url}/?lang=vi")
    expect(new.locator(TOO_OLD)).to_be_hidden()


def test_a_browser_that_cannot_read_newer_scripts_gets_the_page_without_scripts(
    open_page: PageOpener, app: RunningApp
) -> None:
    """Modules unknown, our newer scripts syntax errors: what noscript holds is there, dead buttons are not."""
    page, _ = open_page("", viewport="phone")
    spoil_scripts(page)
    page.goto(f"{app.url}/?city=kobe")
    expect(page.locator(TOO_OLD)).to_be_visible()
    page.locator("[data-asking] summary", has_text="Show this at the counter").first.click()
    expect(page.locator(".mm-said-plain").first).to_be_visible()
    page.get_by_text("Share this page").click()
    for button in ("Copy", "Near me", "Show this at the counter", "Open the map"):
        assert page.get_by_role("button", name=button).count() == 0
    check_first_view(page)


def test_an_app_that_breaks_while_it_starts_leaves_the_first_view(open_page: PageOpener, app: RunningApp) -> None:
    """Streamlit's script is a syntax error, as a newer one would be here: the reader is told at once, and reads on."""
    page, _ = open_page("", viewport="phone")
    page.route(MAIN_SCRIPT, lambda route: route.fulfill(body="class { static {", content_type="text/javascript"))
    page.goto(f"{app.url}/")
    expect(page.locator(LOST)).to_be_visible(timeout=10_000)
    expect(page.locator(TOO_OLD)).to_be_hidden()
    check_first_view(page)


def test_an_error_box_of_the_apps_never_takes_the_pages_place(open_page: PageOpener, app: RunningApp) -> None:
    """What is missing only while Streamlit draws ends in its red box: nobody sees it, the first view stays."""
    page, _ = open_page("", viewport="phone")
    page.add_init_script("""document.addEventListener("DOMContentLoaded", () => { delete window.ResizeObserver; })""")
    page.goto(f"{app.url}/")
    expect(page.locator('#root [data-testid="stErrorElementStack"]').first).to_be_attached()
    expect(page.locator(LOST)).to_be_visible(timeout=10_000)
    check_first_view(page)


@pytest.mark.parametrize("script", SPARED.values(), ids=SPARED)
def test_the_app_runs_without_what_it_can_spare(open_page: PageOpener, app: RunningApp, script: str) -> None:
    """What is not needed keeps nobody from the interactive map."""
    page, log = open_with(open_page, app, script)
    page.locator(FIRST).wait_for(state="detached")
    assert log.page_errors == []


@pytest.mark.parametrize("script", [ABSENT, THROWING], ids=["absent", "throwing"])
def test_nothing_kept_nothing_shared_and_no_position(open_page: PageOpener, app: RunningApp, script: str) -> None:
    """Without cookies, storage, clipboard, sharing and position the app runs; its buttons answer or are not there."""
    page, log = open_with(open_page, app, script, "/cities?city=kobe")
    page.locator(FIRST).wait_for(state="detached")
    page.locator("#root").get_by_text("Share this page").click()
    offered: list[str] = []

    def note(dialog: Dialog) -> None:
        offered.append(dialog.default_value)
        dialog.dismiss()

    page.on("dialog", note)
    copy = page.locator("#root .mm-share [data-copy-address]")
    copy.click()
    if script is ABSENT:  # the older way to copy is still there
        expect(copy).to_have_text("Copied")
        expect(page.locator("#root .mm-share [data-share]")).to_be_hidden()
    else:
        page.locator("#root .mm-share [data-share]").click()
        expect(copy).to_have_text("Copy the link")
        assert (
            offered == [page.url.replace("?", "?lang=en&")] * 2
        )  # to be copied by hand; what cannot be shared can be copied
    page.locator("#root [data-near-me]").click()
    expect(page.locator("#root [data-near-said]")).to_contain_text("Type a place")
    choose_language(page, "vi")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    assert log.page_errors == []
