"""Who keeps the map on a phone: by a button at the foot, and never a page that is part of another."""

from playwright.sync_api import BrowserContext, expect

from tests.browser.server import RunningApp
from tests.browser.visitor import SIZES

REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def test_what_is_part_of_another_page_keeps_nothing(phone: BrowserContext, app: RunningApp) -> None:
    """Neither an embedded view nor a page in a frame of its own host; nothing is asked for before a page rests."""
    page = phone.new_page()
    workers: list[str] = []
    page.on("request", lambda request: workers.append(request.url) if request.url.endswith("/sw.js") else None)
    page.goto(f"{app.url}/?embed=true")
    page.wait_for_function("() => window.madoguchiKeep?.hasBegun()")
    page.goto(f"{app.url}/robots.txt")
    page.evaluate("""async () => {
      const frame = Object.assign(document.createElement("iframe"), { src: "./about?lang=en" });
      document.body.append(frame);
      await new Promise((done) => { frame.onload = done; });
    }""")
    page.wait_for_function("() => document.querySelector('iframe').contentWindow.madoguchiKeep?.hasBegun()")
    assert page.evaluate(REGISTERED) == 0
    assert workers == []
    page.goto(f"{app.url}/?lang=en", wait_until="load")
    assert page.evaluate("() => window.madoguchiKeep.hasBegun()") is False


def test_the_button_puts_the_map_beside_other_apps(phone: BrowserContext, app: RunningApp) -> None:
    """By the browser's own installation where it offers one, else a sentence says how; at the foot, 44 px high."""
    page = phone.new_page()
    page.goto(f"{app.url}/?lang=en")
    page.locator("#first-view").wait_for(state="detached")
    button = page.get_by_role("button", name="Keep on this phone")
    expect(button).to_be_visible()
    box, frame = button.bounding_box(), page.locator(".st-key-map-frame").bounding_box()
    assert box is not None
    assert frame is not None
    assert box["height"] >= 44
    assert box["y"] > frame["y"] + frame["height"]
    assert box["x"] + box["width"] <= SIZES["phone"]["width"]
    button.tap()
    expect(page.locator(".mm-keep [role=status]")).to_have_text("Open the browser's menu, then “Add to Home screen”.")
    page.evaluate("""() => {
      const offer = new Event("beforeinstallprompt", { cancelable: true });
      offer.prompt = async () => { window.prompted = true; };
      dispatchEvent(offer);
      window.prevented = offer.defaultPrevented;
    }""")
    button.tap()
    page.wait_for_function("() => window.prompted && window.prevented")
    for agent, touches, kind in (
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", 5, "apple"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, "apple"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, "other"),
        ("Mozilla/5.0 (Linux; Android 15)", 5, "other"),
    ):
        assert page.evaluate("told => madoguchiKeep.nameDevice(told)", {"agent": agent, "touches": touches}) == kind
