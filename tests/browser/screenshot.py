"""Take README's picture of the running app: `python -m tests.browser.screenshot`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import get_chromium
from tests.browser.profiles import Profiles
from tests.browser.server import start_app
from tests.browser.visitor import PageOpener

PICTURE = Path(__file__).parents[2] / ".github" / "map.png"


def take_picture(target: Path) -> None:
    """Save the opening view with Kobe's popup open, as a visitor with a wide screen sees it."""
    with start_app() as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=["--no-sandbox"])
        page, _log = PageOpener(Profiles(browser), lambda: app)("/?city=kobe", reduced_motion=True)
        frame = page.frame_locator(".st-key-map-frame iframe")
        frame.locator("[data-ready]").wait_for()
        frame.locator("path.mm-prefecture").nth(46).wait_for(state="attached")
        frame.locator(".leaflet-popup-content").get_by_text("chiikikyousei@city.kobe.lg.jp").wait_for()
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    take_picture(PICTURE)
    print(PICTURE)
