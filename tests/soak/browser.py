"""A browser behind the recipe: the page over HTTP/2 and TLS, and its replica killed under it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psutil
from playwright.sync_api import Locator, Page, expect

from tests.bench.visits import start_chromium
from tests.browser.server import RunningApp
from tests.soak.recipe import Recipe
from tests.soak.rows import Row, judge_most

QUERY = "lang=vi&prefecture=osaka&prefecture=hyogo"
MARKERS = ".leaflet-marker-pane .leaflet-marker-icon"
CONNECTION = "data-test-connection-state"
AGAIN_SECONDS = 10.0
PATIENCE_MS = 60_000
PROTOCOL = "() => performance.getEntriesByType('navigation')[0].nextHopProtocol"


def measure_browser(recipe: Recipe) -> Iterator[Row]:
    """Open a filtered page with a city, kill its replica, and search."""
    with start_chromium() as browser:
        context = browser.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        page = context.new_page()
        page.goto(f"{recipe.url}/?{QUERY}&city=sakai")
        page.locator("#first-view").wait_for(state="detached")
        protocol = page.evaluate(PROTOCOL)
        yield Row("a browser behind nginx: protocol", "h2", str(protocol), protocol == "h2")
        expect(_find_markers(page)).to_have_count(3)
        _find_own(recipe).process.kill()
        killed = time.monotonic()
        expect(page.locator(f"[{CONNECTION}]")).not_to_have_attribute(CONNECTION, "CONNECTED")
        expect(page.locator(f"[{CONNECTION}]")).to_have_attribute(CONNECTION, "CONNECTED")
        yield judge_most("its replica killed: connected again within", time.monotonic() - killed, AGAIN_SECONDS, "s")
        yield _judge(page, "its replica killed: markers, language, card", 3)
        page.locator('[data-testid="stTextInput"] input').first.fill("kobe")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=kobe**")
        yield _judge(page, "its first action after that: markers, language, card", 1)


def _judge(page: Page, promise: str, markers: int) -> Row:
    expect(_find_markers(page)).to_have_count(markers)
    language = page.locator("html").get_attribute("lang")
    card = page.locator("#card-sakai-name").count()
    found = f"{markers}, {language}, {'open' if card else 'gone'}"
    return Row(promise, f"{markers}, vi, open", found, language == "vi" and card == 1)


def _find_markers(page: Page) -> Locator:
    return page.frame_locator(".st-key-map-frame iframe").locator(MARKERS)


def _find_own(recipe: Recipe) -> RunningApp:
    """Find the replica that the one open socket leads to."""
    return max(recipe.replicas, key=_count_connections)


def _count_connections(replica: RunningApp) -> int:
    connections = psutil.Process(replica.process.pid).net_connections()
    return sum(one.status == psutil.CONN_ESTABLISHED for one in connections)
