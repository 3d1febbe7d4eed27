"""Where there is no signal: what was looked at once opens again, says from which day it is, and needs no server."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from data.folder import locate_files
from tests.browser.axe import check_frames
from tests.browser.map_page import CITIES
from tests.browser.phone import COPIES_KEPT, MAX_BYTES, NOTE, await_truth, visit
from tests.browser.server import RunningApp, start_app

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
HAS_TEXT = "async ([url, text]) => (await (await caches.match(url))?.text())?.includes(text)"


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
        *("", "cities", "sheet", "favicon.svg", "page.js", "kept.js", "desk-en.html", "sw.js")
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
    page.locator("dialog[open] [data-page=answers]").tap()
    expect(page.locator("dialog[open] canvas")).to_be_visible()
    page.keyboard.press("Escape")
    assert [frame for frame in check_frames(page) if frame.violations] == []
    page.goto(f"{town.url}/cities/")
    expect_copy(page, len(CITIES))
    assert page.evaluate(READ_CARDS) == online
    page.locator("#fv-q").fill("コウベ")
    page.get_by_role("button", name="Search", exact=True).tap()
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
    expect(page.locator(".sh-cities #kobe h2")).to_be_in_viewport()
    expect(page.locator(NOTE)).to_contain_text("No connection: copy of ")
    expect(page.locator(f"{NOTE} :is(a, span)")).to_have_count(2)
    expect(page.locator(f"{NOTE} :is(a, span):visible")).to_have_count(0)
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
