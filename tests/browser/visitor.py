"""Open the app in Chromium as a visitor would, with the network closed and everything that happens noted."""

import base64
import contextlib
import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, Protocol

from playwright.sync_api import Error, Page, Route, ViewportSize

from tests.browser.profiles import TILE_HOSTS, PageLog, Profile, Profiles
from tests.browser.server import ROOT

SCREENSHOTS = ROOT / ".test-output"

TILE = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TILES = re.compile(rf"^https://({'|'.join(map(re.escape, TILE_HOSTS))})/")

Viewport = Literal["phone", "desktop"]
Scheme = Literal["light", "dark"]
SIZES: Mapping[Viewport, ViewportSize] = {
    "phone": {"width": 360, "height": 780},
    "desktop": {"width": 1280, "height": 900},
}


class Site(Protocol):
    """What has an address (without a slash at the end): a running app, or the files of a static edition."""

    @property
    def url(self) -> str:
        """The address."""


class OpenedPage(NamedTuple):
    """A page and its log."""

    page: Page
    log: PageLog


class PageOpener:
    """Opens pages, each for a visitor who was never here: `page, log = open_page("/cities", viewport="phone")`."""

    def __init__(self, profiles: Profiles, get_app: Callable[[], Site]) -> None:
        """Take where profiles come from, and what gives the app to open where a test names none."""
        self.profiles = profiles
        self.get_app = get_app
        self.opened: list[OpenedPage] = []
        self._taken: list[tuple[Profile, dict[str, object]]] = []

    def __call__(
        self,
        path: str = "/",
        *,
        app: Site | None = None,
        viewport: Viewport | ViewportSize = "desktop",
        color_scheme: Scheme = "light",
        reduced_motion: bool = False,
        java_script_enabled: bool = True,
        tiles: Literal["answered", "blocked"] = "blocked",
        locale: str = "en-US",
    ) -> OpenedPage:
        """Open the path (without one: a blank page) and return once the first view has given way to the app.

        With tiles answered the browser keeps no file from page to page: it does not where requests are looked at.
        """
        options: dict[str, object] = {
            "has_touch": viewport == "phone",
            "is_mobile": viewport == "phone",
            "java_script_enabled": java_script_enabled,
            "locale": locale,
            "timezone_id": "Asia/Tokyo",
            "service_workers": "block",  # their requests would pass unseen
        }
        profile = self.profiles.take(**options)
        self._taken.append((profile, options))
        origin = (app or self.get_app()).url
        profile.begin(origin)
        if tiles == "answered":
            profile.context.route(TILES, _answer_tile)
        opened = OpenedPage(profile.context.new_page(), profile.log)
        dress_page(opened.page, viewport, color_scheme, reduced_motion=reduced_motion)
        self.opened.append(opened)
        if path:
            opened.page.goto(origin + path)
        if path and java_script_enabled:
            opened.page.locator("#first-view").wait_for(state="detached")
        return opened

    def begin_anew(self, page: Page) -> OpenedPage:
        """Return an opened page with a new log, its cookies forgotten, for another test."""
        [profile] = [profile for profile, _ in self._taken if profile.context is page.context]
        profile.begin(profile.origin)
        profile.context.clear_cookies()
        return OpenedPage(page, profile.log)

    def take_pictures(self, name: str) -> None:
        """Leave a picture of each opened page, called after a test."""
        for number, (page, _) in enumerate(self.opened, start=1):
            with contextlib.suppress(Error):  # a page that crashed or was closed has no picture
                page.screenshot(path=SCREENSHOTS / f"{name}-{number}.png")

    def close(self) -> None:
        """Close every page that was opened."""
        self.opened.clear()
        while self._taken:
            profile, options = self._taken.pop()
            self.profiles.put_back(profile, **options)


def dress_page(
    page: Page, viewport: Viewport | ViewportSize = "desktop", color_scheme: Scheme = "light", *, reduced_motion: bool
) -> None:
    """Give a page a window of this size, and the reader's wishes."""
    page.set_viewport_size(SIZES[viewport] if isinstance(viewport, str) else viewport)
    page.emulate_media(color_scheme=color_scheme, reduced_motion="reduce" if reduced_motion else "no-preference")


def read_clipboard(page: Page) -> str:
    """Read what was copied, in a document of the same host that may do so: our pages may not."""
    reader = page.context.new_page()
    reader.goto(f"{page.evaluate('location.origin')}/robots.txt")
    text = str(reader.evaluate("navigator.clipboard.readText()"))
    reader.close()
    return text


def save_data(page: Page) -> None:
    """Have the browser tell pages that its owner saves data, as a phone's settings do."""
    page.context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})


def _answer_tile(route: Route) -> None:
    route.fulfill(body=TILE, content_type="image/png", headers={"Access-Control-Allow-Origin": "*"})
