"""Where there is no signal: what was looked at once opens again, says from which day it is, and needs no server."""

import contextlib
import functools
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from pages.markup.privacy import COPIES
from pages.offline.worker import write_retirement
from tests.browser.axe import check_frames
from tests.browser.edition_site import FolderHandler
from tests.browser.map_page import CITIES
from tests.browser.profiles import PATIENCE_MS
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import SIZES
from tests.local_server import serve
from tests.pages.edition.sample import DAY

MAX_BYTES = 3_000_000
NOTE = "[data-kept-note]"
# The addresses of all copies, with their bytes, and what the browser counts for them.
COPIES_KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) kept[url] = (await (await cache.match(url)).arrayBuffer()).byteLength;
  }
  return [kept, (await navigator.storage.estimate()).usage];
}"""
IS_KEPT = """async (urls) => {
  const found = await Promise.all(urls.map((url) => caches.match(url)));
  return found.every(Boolean);
}"""
SPOIL = """async ([half, other]) => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const copy = await cache.match(half);
  const text = await copy.text();
  await cache.put(half, new Response(text.slice(0, text.length / 2), { headers: copy.headers }));
  await cache.put(other, new Response("<html>", { headers: { "content-type": "text/html" } }));
}"""
# What each card of a page says, by its id: of one that the server sends now, or of the one that is shown.
READ_CARDS = """async (url) => {
  const sent = url && new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  return Object.fromEntries([...(sent || document).querySelectorAll("article.mm-card")].map((card) => {
    const copy = card.cloneNode(true);
    for (const part of copy.querySelectorAll(".mm-more-card, button")) part.remove();
    return [card.id, copy.textContent.replace(/\\s+/gu, " ").trim()];
  }));
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
HAS_TEXT = "async ([url, text]) => (await (await caches.match(url))?.text())?.includes(text)"
HAS_NONE = "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length"


UNTIL = """async (arg) => {
  const holds = CONDITION;
  const end = performance.now() + PATIENCE;
  while (!(await holds(arg))) {
    if (performance.now() > end) throw new Error(`never: ${holds}`);
    await new Promise((done) => { setTimeout(done, 50); });
  }
}"""


@contextlib.contextmanager
def take_phone(browser: Browser) -> Iterator[BrowserContext]:
    """Take a phone that was never here, whose browser keeps what it is told to, until the block ends."""
    context = browser.new_context(
        viewport=SIZES["phone"], is_mobile=True, has_touch=True, timezone_id="Asia/Tokyo", service_workers="allow"
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that was never here."""
    with take_phone(browser) as context:
        yield context


def await_truth(page: Page, condition: str, arg: object = None) -> None:
    """Wait until an asynchronous function, of which `wait_for_function` sees a promise only, says so."""
    page.evaluate(UNTIL.replace("CONDITION", condition).replace("PATIENCE", str(PATIENCE_MS)), arg)


def visit(page: Page, url: str, *kept: str) -> None:
    """Open a page and stay until the copies of these addresses are there."""
    page.goto(url)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    await_truth(page, IS_KEPT, list(kept))


def expect_copy(page: Page, visible: int) -> None:
    """The page says that it is a copy and of which day; the app does not start, and so many rows are shown."""
    expect(page.locator(NOTE)).to_contain_text(re.compile(r"^No connection: copy of [A-Z][a-z]+ \d{1,2}, 20\d\d\."))
    expect(page.locator(".fv-row:visible")).to_have_count(visible)
    assert page.locator("#first-view template[data-app], head template[data-app]").count() == 1
    expect(page.locator("[data-handover]")).to_be_hidden()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of one's own, the shipped one."""
    files, place = locate_files({}), tmp_path_factory.mktemp("data")
    for file in (files.cities, files.coordinates):
        shutil.copy(file, place / file.name)
    return place


@pytest.fixture(scope="module")
def town(folder: Path) -> Iterator[RunningApp]:
    """The app on that table, below a base path."""
    with start_app(environment={"MADOGUCHI_DATA": str(folder)}, base_path="/town/map") as running:
        yield running


def test_one_visit_is_enough(phone: BrowserContext, town: RunningApp) -> None:
    """City, counter screen, sheet and search work without a connection; with one again the app comes at a press."""
    page = phone.new_page()
    visit(page, f"{town.url}/", *(f"{town.url}/{path}?lang=en" for path in ("", "cities", "sheet")))
    online = page.evaluate(READ_CARDS, f"{town.url}/cities?lang=en")
    assert len(online) == len(CITIES)
    kept, usage = page.evaluate(COPIES_KEPT)
    assert usage <= MAX_BYTES
    paths = {urlsplit(url).path.removeprefix("/town/map/") for url in kept}
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", path.rpartition("/")[2]) for path in paths} == {
        *("", "cities", "sheet", "favicon.svg", "page.js", "kept.js", "sw.js")
    }
    asked: list[str] = []
    page.on("websocket", lambda socket: asked.append(socket.url))
    phone.set_offline(True)
    page.goto(f"{town.url}/?city=kobe&utm_source=mail&fbclid=1")
    expect_copy(page, len(CITIES))
    opened = page.locator(".fv-opened article")
    expect(opened).to_have_attribute("id", "card-kobe")
    assert opened.evaluate("card => card.getBoundingClientRect().top < innerHeight")
    page.locator(".fv-opened [data-ask=counter]").tap()
    expect(page.locator("dialog[open] .mm-ja:visible").first).to_contain_text("神戸市")
    page.keyboard.press("Escape")
    assert [frame for frame in check_frames(page) if frame.violations] == []
    page.goto(f"{town.url}/cities/")
    expect_copy(page, len(CITIES))
    assert page.evaluate(READ_CARDS) == online
    page.locator("#fv-q").fill("コウベ")
    page.get_by_role("button", name="Show", exact=True).tap()
    expect_copy(page, 1)
    expect(page.locator(".fv-row:visible")).to_have_attribute("data-city", "kobe")
    expect(page.locator("#fv-q")).to_have_value("コウベ")
    page.locator(f"{NOTE} a").tap()
    expect_copy(page, len(CITIES))
    page.goto(f"{town.url}/?lang=en&prefecture=osaka&prefecture=kyoto")
    expect_copy(page, 3)
    page.goto(f"{town.url}/?q=Wakkanai")
    expect_copy(page, 0)
    expect(page.locator(NOTE)).to_contain_text("This is not in the copy.")
    page.goto(f"{town.url}/sheet?lang=en&city=kobe")
    expect(page.locator(".sh-cities section")).to_have_count(len(CITIES))
    page.goto(f"{town.url}/?lang=en")
    expect_copy(page, len(CITIES))
    assert asked == []
    phone.set_offline(False)
    page.get_by_role("button", name="Open the map").tap()
    page.locator("#first-view").wait_for(state="detached")
    assert asked


def test_new_data_arrives_and_broken_copies_heal(phone: BrowserContext, town: RunningApp, folder: Path) -> None:
    """One visit brings all lists up to date; a copy that was cut or swapped is thrown away, and another one answers."""
    page = phone.new_page()
    lists = [f"{town.url}/{path}?lang=en" for path in ("", "cities", "sheet")]
    visit(page, f"{town.url}/cities?lang=en", *lists)
    table = folder / "cities.tsv"
    before = table.read_text(encoding="utf-8")
    try:
        table.write_text(before.replace("chiikikyousei[at]", "new-address[at]"), encoding="utf-8")
        page.goto(f"{town.url}/?lang=en")
        for url in lists:
            await_truth(page, HAS_TEXT, [url, "new-address@"])
        page.evaluate(SPOIL, [lists[0], lists[2]])
        phone.set_offline(True)
        page.goto(f"{town.url}/?lang=en")
        expect_copy(page, len(CITIES))
        expect(page).to_have_title(re.compile("^List"))
        assert "new-address@" in (page.locator("#card-kobe").text_content() or "")
        page.goto(f"{town.url}/sheet?lang=en")
        expect(page.locator(NOTE)).to_contain_text("This is not in the copy.")
    finally:
        table.write_text(before, encoding="utf-8")
    phone.set_offline(False)
    visit(page, f"{town.url}/about?lang=en", *lists)
    phone.set_offline(True)
    page.goto(lists[0])
    expect(page).to_have_title(re.compile("^Map"))


class HeldHandler(FolderHandler):
    """A handler whose answers wait while the event is not set."""

    goes_on = threading.Event()

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """Answer once it may."""
        self.goes_on.wait()
        super().do_GET()


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder and the address of an edition in two languages, below the root of its server."""
    write_edition(tmp_path / "sub", Edition(load_atlas(locate_files({})), "", DAY, ("en", "vi")))
    HeldHandler.goes_on.set()
    with serve(functools.partial(HeldHandler, directory=str(tmp_path))) as url:
        yield tmp_path / "sub", f"{url}/sub"
        HeldHandler.goes_on.set()


def test_an_edition_is_kept_in_its_folder(phone: BrowserContext, small_site: tuple[Path, str]) -> None:
    """Any address leads to what is there, and a server that takes its time is not waited for."""
    _, url = small_site
    page = phone.new_page()
    visit(page, f"{url}/", *(f"{url}/en/{path}" for path in ("", "cities/", "sheet/")))
    page.goto(f"{url}/en/city/sakai/")
    await_truth(page, IS_KEPT, [f"{url}/en/city/sakai/"])
    kept, usage = page.evaluate(COPIES_KEPT)
    assert usage <= MAX_BYTES
    assert [one for one in kept if not one.startswith(f"{url}/")] == []
    phone.set_offline(True)
    for asked, reached in {
        "/?city=kobe&lang=vi&utm_source=a": "/en/#card-kobe",
        "/en/city/kobe/": "/en/#card-kobe",
        "/en/city/sakai/": "/en/city/sakai/",
        "/vi/about/": "/en/",
        "/cities/": "/en/cities/",
    }.items():
        page.goto(url + asked)
        expect(page).to_have_url(url + reached)
        expect(page.locator(NOTE)).to_contain_text("No connection: copy of ")
    page.goto(f"{url}/en/city/kobe/")
    expect(page.locator("details[open] #card-kobe")).to_be_visible()
    page.locator("details[open] [data-ask=counter]").tap()
    expect(page.locator("dialog[open] .mm-ja:visible").first).to_contain_text("神戸市")
    page.goto(f"{url}/?q=コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.goto(f"{url}/en/sheet/")
    expect(page.locator(".sh-cities section")).to_have_count(len(CITIES))
    assert page.locator("img").evaluate_all("images => images.every(image => image.naturalWidth)")
    phone.set_offline(False)
    HeldHandler.goes_on.clear()
    page.goto(f"{url}/en/", wait_until="commit")
    expect(page.locator(NOTE)).to_contain_text("No connection: copy of ")
    HeldHandler.goes_on.set()


def test_an_operator_takes_the_copies_away(browser: Browser, small_site: tuple[Path, str]) -> None:
    """By MADOGUCHI_OFFLINE=no, or by a host without a worker: the next visit leaves nothing on the phone."""
    folder, url = small_site
    worker = folder / "sw.js"
    before = worker.read_text(encoding="utf-8")
    for instead in (write_retirement(), None):
        worker.write_text(before, encoding="utf-8")
        with take_phone(browser) as phone:
            page = phone.new_page()
            visit(page, f"{url}/en/", f"{url}/en/sheet/")
            assert [name.startswith(COPIES) for name in page.evaluate("() => caches.keys()")] == [True]
            worker.unlink()
            if instead:
                worker.write_text(instead, encoding="utf-8")
            page.goto(f"{url}/en/about/")
            await_truth(page, HAS_NONE)


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
