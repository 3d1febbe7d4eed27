"""Browser profiles lent to one test after the other: nothing but the HTTP cache is kept between them.

A page loads about a hundred scripts of Streamlit; a browser that has compiled them before does half of the work, and
a process that has run them before two thirds of the rest: so an empty page keeps that of a profile alive.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, WebError, WebSocket

TILE_HOSTS = ("cyberjapandata.gsi.go.jp", "tile.openstreetmap.org")
PATIENCE_MS = 30_000
ALLOWED = ["clipboard-read", "clipboard-write"]
PLAIN_TEXT = "/_stcore/health"  # of every app, one without our addresses too, whose answer to any other is a page
MAX_IDLE = 4  # profiles kept for the next test; each holds a process or two
STORED = "local_storage,indexeddb,cache_storage,service_workers"


@dataclass(frozen=True)
class PageLog:
    """What a page asked for and complained about, in order; a refused tile is no complaint."""

    tile_requests: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)  # to any other host than the app's; all refused
    page_errors: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)


class Profile:
    """A browser profile whose pages are watched: what they do goes into `log`."""

    def __init__(self, context: BrowserContext) -> None:
        """Take a new context and watch it."""
        self.context = context
        self.origin = ""
        self.log = PageLog()
        self._keeper: Page | None = None
        context.on("page", lambda page: page.on("websocket", self._note_web_socket))
        context.on("request", self._note_request)
        context.on("console", self._note_console)
        context.on("weberror", self._note_page_error)

    def begin(self, origin: str) -> None:
        """Begin anew, as a visitor of the app at that address."""
        self.origin = origin
        if self._keeper is None:
            self._keeper = self.context.new_page()
            self._keeper.goto(origin + PLAIN_TEXT)
        self.log = PageLog()
        self.context.grant_permissions(ALLOWED)

    def forget(self) -> None:
        """Close all pages and forget all that they stored, but not the HTTP cache nor the process they ran in."""
        parts = urlsplit(self.origin)
        origin = f"{parts.scheme}://{parts.netloc}"
        assert self._keeper is not None
        for page in self.context.pages:
            if page is not self._keeper:
                page.close()
        session = self.context.new_cdp_session(self._keeper)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": STORED})
        session.detach()
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.context.unroute_all()
        self.context.set_offline(offline=False)

    def _is_own(self, url: str) -> bool:
        return urlsplit(url).netloc == urlsplit(self.origin).netloc

    def _note_request(self, request: Request) -> None:
        if is_tile(request.url):
            self.log.tile_requests.append(request.url)
        elif request.url.startswith("http") and not self._is_own(request.url):
            self.log.foreign_requests.append(request.url)

    def _note_web_socket(self, socket: WebSocket) -> None:
        if not self._is_own(socket.url):
            self.log.foreign_requests.append(socket.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.page is not self._keeper and message.type == "error" and not is_tile(message.location["url"]):
            self.log.console_errors.append(f"{message.text} ({message.location['url']})")

    def _note_page_error(self, error: WebError) -> None:
        self.log.page_errors.append(str(error.error))


class Profiles:
    """Lends profiles of a browser and takes them back; two at once are never the same."""

    def __init__(self, browser: Browser) -> None:
        """Lend none yet."""
        self.browser = browser
        self._idle: list[tuple[str, Profile]] = []

    def take(self, **options: object) -> Profile:
        """Return a profile with those options of `Browser.new_context` that remembers nothing."""
        wanted = repr(sorted(options.items()))
        for number, (kind, profile) in enumerate(self._idle):
            if kind == wanted:
                del self._idle[number]
                return profile
        context = self.browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        return Profile(context)

    def put_back(self, profile: Profile, **options: object) -> None:
        """Take a profile back; one that cannot forget is closed, as is the one that was idle for longest."""
        try:
            profile.forget()
        except Error:
            with contextlib.suppress(Error):
                profile.context.close()
            return
        self._idle.append((repr(sorted(options.items())), profile))
        if len(self._idle) > MAX_IDLE:
            self._idle.pop(0)[1].context.close()


def is_tile(url: str) -> bool:
    """Tell whether an address is one of a background tile."""
    return urlsplit(url).hostname in TILE_HOSTS
