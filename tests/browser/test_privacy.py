"""The page about the map names every host, cookie and key that a visit asks for or leaves, and none besides."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import Geolocation, Page, expect

from pages.languages.language import ENGLISH
from pages.markup.privacy import REPLICA_COOKIE, Trace, list_traces
from tests.browser.asking_screen import open_screen
from tests.browser.edition_site import visit
from tests.browser.hand import Point, drag
from tests.browser.map_page import await_map, choose_language, choose_prefecture, find_app
from tests.browser.staying import Stay, follow
from tests.browser.visitor import PageOpener

STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
ELSEWHERE = """async () => [
  ...await caches.keys(),
  ...await indexedDB.databases(),
  ...await navigator.serviceWorker.getRegistrations(),
]"""
TOKYO = Geolocation(latitude=35.68, longitude=139.77)


def see_stored(page: Page) -> set[str]:
    """See the keys of both storages; nothing is kept in any other."""
    assert page.evaluate(ELSEWHERE) == []
    return set(page.evaluate(STORED))


def expect_named(traces: Iterable[Trace], seen: dict[str, set[str]]) -> None:
    """Each name that was seen is covered by a row of its kind, and each row covers one."""
    rows = list(traces)
    for kind, names in seen.items():
        of_kind = [trace for trace in rows if trace.kind == kind]
        assert {name for name in names if not any(trace.covers(name) for trace in of_kind)} == set(), kind
        assert {trace.name for trace in of_kind if not any(map(trace.covers, names))} == set(), kind


def test_a_visit_leaves_what_is_named_and_nothing_else(open_page: PageOpener) -> None:
    """Start, filter, near me, copy, other tiles, the sidebar, list, about, languages, readings: both ways."""
    page, log = open_page("/")
    page.context.grant_permissions(["geolocation", "clipboard-read", "clipboard-write"])
    page.context.set_geolocation(TOKYO)
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    frame = await_map(page)
    frame.locator(".leaflet-control-layers").hover()
    frame.locator(".leaflet-control-layers-base label", has_text="OpenStreetMap").click()
    choose_prefecture(page, "Osaka")
    page.locator("#root [data-near-me]").click()
    expect(page.locator("#root .mm-near [role=status]")).not_to_be_empty()
    find_app(page).get_by_text("Share", exact=False).first.click()
    find_app(page).locator(".mm-share [data-copy-address]").click()
    box = page.get_by_test_id("stSidebar").bounding_box()
    assert box is not None
    edge = Point(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2)
    drag(page, edge, Point(edge.x + 40, edge.y))
    page.get_by_test_id("stSidebar").get_by_role("button", name="Hide the filters").click()
    follow(page, "/cities")
    choose_language(page, "ja-easy")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    find_app(page).locator("[data-readings]").first.click()
    follow(page, "/?lang=ja-easy&city=sakai")
    open_screen(page, "counter").locator('[data-letters="1"]').click()
    page.keyboard.press("Escape")
    page.wait_for_function("() => !history.state?.madoguchiDialog")
    follow(page, "/about?lang=ja-easy")
    hosts |= {urlsplit(url).hostname or "" for url in log.tile_requests}
    cookies = {cookie["name"] for cookie in page.context.cookies() if "name" in cookie}
    seen = {"host": hosts - {"127.0.0.1"}, "cookie": cookies, "storage": see_stored(page)}
    assert log.foreign_requests == []
    here = [trace for trace in list_traces(ENGLISH) if trace.name != REPLICA_COOKIE]  # no proxy is in front
    expect_named(here, seen)


def test_the_page_about_it_says_each_by_name(stay: Stay) -> None:
    """What is kept stands there in code, before and within the app, with what for and how long."""
    page, _ = stay("/about")
    find_app(page).locator("summary", has_text="Privacy").click()
    for trace in list_traces(ENGLISH):
        row = find_app(page).locator("li", has=page.locator("code", has_text=trace.name))
        expect(row).to_be_visible()
        expect(row).to_contain_text(f"· {trace.said} · {trace.purpose} · {trace.kept}")


def test_the_static_edition_leaves_less(open_page: PageOpener, site: str) -> None:
    """No cookie at all; its page about the map names what there is."""
    page, log = visit(open_page, site, "/en/")
    choose_language(page, "vi", within="#first-view")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.locator(".fv-row > summary").first.click()
    page.locator('[data-ask="counter"]').first.click()
    page.locator('[data-letters="1"]').click()
    traces = list_traces(ENGLISH, static=True)
    assert page.context.cookies() == []
    kept = [trace for trace in traces if trace.kind == "storage"]
    expect_named(kept, {"storage": see_stored(page)})
    assert log.foreign_requests == []
    page.goto(f"{site}/en/about/")
    texts = page.locator("li:has(> code)").all_text_contents()
    assert [text.split(" · ")[0].strip().removesuffix("…") for text in texts] == [trace.name for trace in traces]
