"""Open the app in Chromium as a visitor would, with the network closed and everything that happens noted."""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, ViewportSize, WebSocket

from tests.browser.server import RunningApp

TILE_HOSTS = ("cyberjapandata.gsi.go.jp", "tile.openstreetmap.org")
TILE = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PATIENCE_MS = 30_000

Viewport = Literal["phone", "desktop"]
SIZES: Mapping[Viewport, ViewportSize] = {
    "phone": {"width": 360, "height": 780},
    "desktop": {"width": 1280, "height": 900},
}


@dataclass(frozen=True)
class PageLog:
    """What a page asked for and complained about, in order; a refused tile is no complaint."""

    tile_requests: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)  # to any other host than the app's; all refused
    page_errors: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)


class OpenedPage(NamedTuple):
    """A page and its log."""

    page: Page
    log: PageLog


class PageOpener:
    """Opens pages, each in a fresh browser profile: `page, log = open_page("/cities", viewport="phone")`."""

    def __init__(self, browser: Browser, get_app: Callable[[], RunningApp]) -> None:
        """Take the browser, and what gives the app to open where a test names none."""
        self.browser = browser
        self.get_app = get_app
        self.opened: list[OpenedPage] = []

    def __call__(
        self,
        path: str = "/",
        *,
        app: RunningApp | None = None,
        viewport: Viewport | ViewportSize = "desktop",
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: bool = False,
        java_script_enabled: bool = True,
        tiles: Literal["answered", "blocked"] = "answered",
        locale: str = "en-US",
    ) -> OpenedPage:
        """Open the path (without one: a blank page) and return once the first view has given way to the app."""
        context = self.browser.new_context(
            viewport=SIZES[viewport] if isinstance(viewport, str) else viewport,
            has_touch=viewport == "phone",
            is_mobile=viewport == "phone",
            color_scheme=color_scheme,
            reduced_motion="reduce" if reduced_motion else "no-preference",
            java_script_enabled=java_script_enabled,
            locale=locale,
            timezone_id="Asia/Tokyo",
            service_workers="block",  # their requests would pass by the closed network
            permissions=["clipboard-read", "clipboard-write"],
        )
        context.set_default_timeout(PATIENCE_MS)
        origin = (app or self.get_app()).url
        log = close_network(context, origin, tiles_blocked=tiles == "blocked")
        opened = OpenedPage(context.new_page(), log)
        self.opened.append(opened)
        if path:
            opened.page.goto(origin + path)
        if path and java_script_enabled:
            opened.page.locator("#first-view").wait_for(state="detached")
        return opened


def close_network(context: BrowserContext, origin: str, *, tiles_blocked: bool) -> PageLog:
    """Let only the app's own requests through, answer or refuse tiles, refuse the rest; return the log of it all."""
    log = PageLog()
    own = urlsplit(origin).netloc

    def answer(route: Route) -> None:
        url = route.request.url
        (log.tile_requests if _is_tile(url) else log.foreign_requests).append(url)
        if tiles_blocked or not _is_tile(url):
            route.abort()
        else:
            route.fulfill(body=TILE, content_type="image/png", headers={"Access-Control-Allow-Origin": "*"})

    def note_web_socket(socket: WebSocket) -> None:
        if urlsplit(socket.url).netloc != own:
            log.foreign_requests.append(socket.url)

    def note_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not _is_tile(message.location["url"]):
            log.console_errors.append(f"{message.text} ({message.location['url']})")

    # a pattern, not a function: the app's own requests then never wait for Python
    context.route(re.compile(rf"^https?://(?!{re.escape(own)}(/|$))"), answer)
    context.on("page", lambda page: page.on("websocket", note_web_socket))
    context.on("console", note_console)
    context.on("weberror", lambda error: log.page_errors.append(str(error.error)))
    return log


def _is_tile(url: str) -> bool:
    return urlsplit(url).hostname in TILE_HOSTS
