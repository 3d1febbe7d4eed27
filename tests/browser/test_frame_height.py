"""The frame that the snippet under "Share this page" makes on a host page: as high as what it shows."""

import pytest
from playwright.sync_api import Frame, Page, expect

from data.folder import locate_files
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import load_atlas
from pages.answers.scene import Scene
from pages.languages.language import load_language
from pages.markup.share import build_snippet
from tests.browser.edition_site import Site
from tests.browser.hand import Fingers, find_middles
from tests.browser.map_page import FRAME, POPUP
from tests.browser.server import RunningApp
from tests.browser.test_embedding import serve_page
from tests.browser.visitor import PageOpener

HOST = """<!DOCTYPE html><html lang="en"><title>Host</title><meta name="viewport" content="width=device-width">
<body style="margin: 0"><a id="before" href="#">before</a>
<div style="width: {}px">{}</div><a id="after" href="#">after</a>"""
SIZES = [("320", "480"), ("600", "500")]
# The frame is as high as was told, and all that could be scrolled in it.
SCROLLED = """() => [...document.querySelectorAll("*")].filter((part) => part.scrollHeight > part.clientHeight + 1
  && (part === document.documentElement || /auto|scroll/.test(getComputedStyle(part).overflowY))
  && part.clientHeight > 1).map((part) => part.outerHTML.slice(0, 80))"""
FITTED = f"() => window.innerHeight > 600 && !({SCROLLED})().length"
# The host has given it the height that it has; read at once, since both may change while the app is drawn.
TOLD = """() => {
  const { height, clientHeight } = document.querySelector("iframe");
  return clientHeight > 600 && height === String(clientHeight);
}"""
WIDE = "() => document.documentElement.scrollWidth > window.innerWidth"
KEPT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(Boolean)"
# What has the focus is seen: it, or what is seen of it, has a ring.
RINGED = """() => [document.activeElement, document.activeElement.firstElementChild].some((part) => part
  && [getComputedStyle(part).outlineStyle, getComputedStyle(part).boxShadow].some((ring) => ring !== "none"))"""
MAX_TABS = 60


def write_snippet(view: View, root: str, size: tuple[str, str]) -> str:
    """Write what a host copies for a view, at one of the sizes that are offered."""
    scene = Scene(load_atlas(locate_files({})), view, Links("map"), load_language(view.lang or "en"))
    width, height = size
    return build_snippet(scene, root).replace('width="100%" height="900"', f'width="{width}" height="{height}"')


def visit_host(page: Page, url: str) -> Frame:
    """Go to a host page, and return our page's frame in it."""
    page.context.clear_cookies()  # the profile has been here
    page.route(url, lambda route: route.continue_())
    page.goto(url)
    return page.frames[1]


def walk_through(page: Page, ours: Frame) -> list[Frame]:
    """Tab from the host's link before the frame to the one behind it; return where each stop was, each with a ring."""
    stops: list[Frame] = []
    page.locator("#before").focus()
    for _ in range(MAX_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "after":
            return stops
        in_map = ours.evaluate("document.activeElement.tagName") == "IFRAME"
        at = ours.child_frames[0] if in_map else ours
        assert at.evaluate(RINGED), at.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        stops.append(at)
    raise AssertionError("the keyboard does not come out of the frame")


@pytest.mark.parametrize("size", SIZES, ids="x".join)
def test_a_host_page_gives_the_frame_its_height(open_page: PageOpener, app: RunningApp, size: tuple[str, str]) -> None:
    """Nothing scrolls in it, nothing is kept, a tap opens a city whose card can be reached, the keyboard comes through.

    The host is of the same site as the app, where a cookie would be taken.
    """
    view = View(("osaka",), lang="vi", embed=True)
    with serve_page(HOST.format(size[0], write_snippet(view, app.url, size))) as url:
        page, log = open_page("", viewport="phone" if size == SIZES[0] else {"width": 700, "height": 633})
        ours = visit_host(page, url.replace("localhost", "127.0.0.1"))
        ours.locator("#first-view").wait_for(state="detached")
        ours.wait_for_function(FITTED)
        page.wait_for_function(TOLD)
        frame = ours.locator(FRAME).element_handle().content_frame()
        assert frame is not None
        frame.locator("[data-ready]").wait_for()
        name, at = next(iter(find_middles(page, frame).items()))
        before = ours.evaluate("innerHeight")
        Fingers(page).tap(at) if size == SIZES[0] else page.mouse.click(*at)
        expect(frame.locator(POPUP).locator(".mm-card-name")).to_contain_text(name.split(",")[0])
        expect(ours.locator(".st-key-card .mm-card-name")).to_contain_text(name.split(",")[0])
        ours.wait_for_function(f"before => ({FITTED})() && window.innerHeight > before", arg=before)
        page.mouse.move(2, 2)
        page.mouse.wheel(0, 400)  # it is the host page that scrolls
        page.wait_for_function("() => scrollY > 0")
        assert ours.evaluate("document.featurePolicy.allowsFeature('screen-wake-lock')")
        ours.locator(".st-key-card [data-ask=counter]").first.click()
        expect(ours.locator("#root [data-dialog] h2").first).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(ours.locator("#root [data-dialog]")).to_be_hidden()  # else the keyboard would stay in it
        ours.wait_for_function("() => !history.state?.madoguchiDialog")
        assert {ours.child_frames[0], ours} == set(walk_through(page, ours))
        assert not any(one.evaluate(WIDE) for one in (ours, page))
        assert ours.locator("html").get_attribute("lang") == "vi"
        assert "prefecture=osaka" in ours.url
        assert ours.locator(".mm-language, [data-choose-language]").count() == 0
        assert (page.context.cookies(), ours.evaluate(KEPT)) == ([], [])
        assert log.page_errors == []


def test_the_editions_pages_tell_their_height(open_page: PageOpener, site: str) -> None:
    """Those of files too; a language that is chosen there is not kept."""
    snippet = write_snippet(View(), site, SIZES[1]).replace("/?lang=en&amp;embed=true", "/vi/prefecture/osaka/")
    with serve_page(HOST.format(SIZES[1][0], snippet)) as url:
        page, log = open_page("", app=Site(site))
        ours = visit_host(page, url)
        ours.wait_for_function(FITTED)
        ours.locator("#go-en").click()
        expect(page.frame_locator("iframe").locator("html")).to_have_attribute("lang", "en")
        assert page.frames[1].evaluate(KEPT) == []
        assert log.page_errors == []


def test_without_scripts_the_frame_shows_the_first_view(open_page: PageOpener, app: RunningApp) -> None:
    """Map and list are there and scroll in the frame, and a row opens to its card."""
    with serve_page(HOST.format("320", write_snippet(View(lang="vi"), app.url, SIZES[0]))) as url:
        page, log = open_page("", viewport="phone", java_script_enabled=False)
        page.route(url, lambda route: route.continue_())
        page.goto(url)
        first = page.frame_locator("iframe").locator("#first-view")
        expect(first.locator(".sm-mark")).to_have_count(20)
        row = first.locator("details[data-city=sakai]")
        row.locator("summary").first.click()
        expect(row.locator(".mm-card [href^='mailto:']").first).to_be_visible()
        assert page.locator("iframe").get_attribute("height") == "480"
        assert (log.foreign_requests, log.page_errors) == ([url], [])
