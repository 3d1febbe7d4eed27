"""Visits in a real Chromium: what a page costs and when it shows what, counted through the DevTools protocol."""

import base64
import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.bench.cdn import hand_over
from tests.bench.servers import Server
from tests.tools.chromium import get_chromium

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
PATIENCE_MS = 120_000
QUIET_MS = 1500  # what comes this long after the page is ready still belongs to its first load
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]


@dataclass(frozen=True)
class Profile:
    """A connection: bit/s down and up, latency in ms; zeros are no limit."""

    name: str
    down: int = 0
    up: int = 0
    latency: int = 0


LOCAL = Profile("local")
SLOW = Profile("slow", down=1_600_000, up=750_000, latency=150)


@dataclass(frozen=True)
class Wanted:
    """What a page shall show: words (none: the first marker is enough), and how many cities on a map.

    `ready` is the selector of a map that says itself when it can be used.
    """

    words: tuple[str, ...] = ()
    cities: int = 0
    ready: str = ""


@dataclass
class Traffic:
    """What went over the wire since the page was opened, in bytes; frames are those of WebSockets."""

    requests: int = 0
    loaded: int = 0
    frames_in: int = 0
    frames_out: int = 0
    reruns: int = 0  # asked for by the page
    handed: int = 0  # requests to other hosts, answered at no cost
    refused: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All bytes from and to the page's own server, without request headers."""
        return self.loaded + self.frames_in + self.frames_out


@contextlib.contextmanager
def start_chromium() -> Iterator[Browser]:
    """A headless Chromium that reaches nothing but this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=FLAGS)
        yield browser
        browser.close()


@contextlib.contextmanager
def open_visit(
    browser: Browser, server: Server, profile: Profile, wanted: Wanted, query: str = ""
) -> Iterator[tuple[Page, Traffic]]:
    """Open a subject's page with an empty cache; yield it when it shows what is wanted and has gone quiet."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-US", timezone_id="Asia/Tokyo", service_workers="block"
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.add_init_script(f"({WATCH})({json.dumps(wanted.__dict__)})")
    try:
        traffic = _observe(page, profile, server.url)
        page.goto(server.url + server.path + query, wait_until="commit")
        await_noted(page, "cities" if wanted.cities else "useful")
        watch_quietly(page)
        yield page, traffic
    finally:
        context.close()


def watch_quietly(page: Page, share: float = 1) -> None:
    """Watch the page for a fixed while and count what still comes; the time itself is part of the measure."""
    page.wait_for_timeout(QUIET_MS * share)  # no condition tells that nothing more will be sent


def await_noted(page: Page, what: str) -> float:
    """Wait until the page has noted it; return the ms."""
    page.wait_for_function("what => bench.noted[what] !== null", arg=what)
    return float(page.evaluate("what => bench.noted[what]", what))


def choose_prefecture(page: Page, name: str, cities: int) -> float:
    """Add a prefecture to the filter; return the ms from Enter until the map has that many cities."""
    box = page.get_by_role("combobox").first
    box.click()
    box.press_sequentially(name)
    page.evaluate("cities => bench.arm(cities, 'Enter')", cities)
    box.press("Enter")
    return await_noted(page, "answered")


def drop_prefecture(page: Page, cities: int) -> float:
    """Take the last prefecture out of the filter; return the ms from Backspace until the map has that many cities."""
    box = page.get_by_role("combobox").first
    page.evaluate("cities => bench.arm(cities, 'Backspace')", cities)
    box.press("Backspace")
    return await_noted(page, "answered")


def move_map(page: Page) -> None:
    """Drag the map three times and zoom twice, with time for the app to answer each."""
    box = page.locator("iframe").first.bounding_box()
    if box is None:
        raise RuntimeError("The map's frame is not visible.")
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] - 120
    for step in (40, -60, 30):
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + step, y + step / 2, steps=5)
        page.mouse.up()
        watch_quietly(page)
    for wheel in (-240, 240):
        page.mouse.wheel(0, wheel)
        watch_quietly(page)


def _observe(page: Page, profile: Profile, origin: str) -> Traffic:
    """Count the page's traffic, slow it down, and answer for other hosts.

    Raw DevTools calls: Playwright's own routes would switch the browser's cache off.
    """
    traffic = Traffic()
    ours: set[str] = set()
    session = page.context.new_cdp_session(page)

    def begin(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith(origin):
            ours.add(event["requestId"])
            traffic.requests += 1

    def finish(event: dict[str, Any]) -> None:
        if event["requestId"] in ours:
            traffic.loaded += int(event["encodedDataLength"])

    def receive(event: dict[str, Any]) -> None:
        traffic.frames_in += len(_read_frame(event))

    def send(event: dict[str, Any]) -> None:
        frame = _read_frame(event)
        traffic.frames_out += len(frame)
        traffic.reruns += BackMsg.FromString(frame).WhichOneof("type") == "rerun_script"

    def answer(event: dict[str, Any]) -> None:
        request, url = event["requestId"], event["request"]["url"]
        handed = hand_over(url)
        if handed is None:
            traffic.refused.append(url)
            session.send("Fetch.failRequest", {"requestId": request, "errorReason": "AddressUnreachable"})
            return
        traffic.handed += 1
        headers = {"Content-Type": handed.content_type, "Access-Control-Allow-Origin": "*"}
        answer = {"requestId": request, "responseCode": 200, "body": base64.b64encode(handed.body).decode()}
        listed = [{"name": name, "value": value} for name, value in headers.items()]
        session.send("Fetch.fulfillRequest", answer | {"responseHeaders": listed})

    session.on("Network.requestWillBeSent", begin)
    session.on("Network.loadingFinished", finish)
    session.on("Network.webSocketFrameReceived", receive)
    session.on("Network.webSocketFrameSent", send)
    session.on("Fetch.requestPaused", answer)
    session.send("Network.enable")
    session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})
    if profile.down:
        rate = {"downloadThroughput": profile.down / 8, "uploadThroughput": profile.up / 8, "latency": profile.latency}
        session.send("Network.emulateNetworkConditions", {"offline": False, **rate})
    return traffic


def _read_frame(event: dict[str, Any]) -> bytes:
    response = event["response"]
    data = str(response["payloadData"])
    return base64.b64decode(data) if response["opcode"] == 2 else data.encode()
