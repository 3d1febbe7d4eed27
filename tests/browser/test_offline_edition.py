"""The static edition without a signal: kept in its folder, and given up when its operator says so."""

import functools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from pages.markup.privacy import COPIES
from pages.offline.worker import write_retirement
from tests.browser.edition_site import FolderHandler
from tests.browser.map_page import CITIES
from tests.browser.phone import COPIES_KEPT, IS_KEPT, MAX_BYTES, NOTE, await_truth, take_phone, visit
from tests.local_server import serve
from tests.pages.edition.sample import DAY

HAS_NONE = "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length"


class HeldHandler(FolderHandler):
    """A handler that answers nobody while it is cut off, and whose answers wait while it may not go on."""

    goes_on = threading.Event()
    is_cut_off = threading.Event()  # of phone and worker alike, where a browser's emulation is told each by itself

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """Answer once it may, or hang up."""
        if self.is_cut_off.is_set():
            raise ConnectionAbortedError
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
        HeldHandler.is_cut_off.clear()


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
    HeldHandler.is_cut_off.set()
    for asked, reached in {
        "/?city=kobe&lang=vi&utm_source=a": "/en/#card-kobe",
        "/en/city/kobe/": "/en/#card-kobe",
        "/en/city/sakai/": "/en/city/sakai/",
        "/vi/about/": "/en/",
        "/cities/": "/en/cities/",
        "/en/sheet/city/kobe/": "/en/sheet/#kobe",
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
    HeldHandler.is_cut_off.clear()
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
