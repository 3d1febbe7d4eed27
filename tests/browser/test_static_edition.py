"""The static edition from a plain file server, with every other host blocked."""

import contextlib
import datetime
import functools
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr

import pytest
from playwright.sync_api import Frame, Page, expect
from pypdf import PdfReader

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from tests.browser.axe import check_frames
from tests.browser.hand import Fingers, find_middles, press
from tests.browser.map_page import CITIES, MARKERS, POPUP, choose_language, find_marker
from tests.browser.profiles import PageLog
from tests.browser.visitor import PageOpener

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """The handler of `python -m http.server`, without its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""

    def copyfile(self, source: "SupportsRead[AnyStr]", outputfile: "SupportsWrite[AnyStr]") -> None:
        """Send as much as the browser waits for."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition's folder."""
    folder = tmp_path_factory.mktemp("server") / "sub"
    write_edition(folder, Edition(load_atlas(locate_files({})), "", datetime.date(2026, 4, 1)))
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of an edition that lies below the server's root; no slash at the end."""
    handler = functools.partial(QuietHandler, directory=str(folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sub"
    server.shutdown()
    thread.join()
    server.server_close()


def visit(open_page: PageOpener, site: str, path: str) -> tuple[Page, PageLog]:
    """Open a page of the edition on a phone, with no other host but tiles."""
    page, log = open_page("", viewport="phone", app=_Site(site), tiles="answered")
    page.goto(f"{site}{path}")
    return page, log


class _Site:
    def __init__(self, url: str) -> None:
        self.url = url


def await_frame(page: Page) -> Frame:
    """Return the map's frame once it has taken the drawn map's place."""
    expect(page.locator(".st-map[data-shown]")).to_have_count(1)
    frame = page.locator(".st-map iframe").element_handle().content_frame()
    assert frame is not None
    return frame


@pytest.mark.parametrize("path", ["/", "/vi/", "/en/city/kobe/", "/ja-easy/cities/", "/ja/about/"])
def test_axe_finds_nothing(open_page: PageOpener, site: str, path: str) -> None:
    """In the page and in the map's frame; nothing fails and no other host is asked."""
    page, log = visit(open_page, site, path)
    if page.locator(".st-map").count():
        await_frame(page)
    assert [frame for frame in check_frames(page) if frame.violations] == []
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


def test_markers_open_their_popups(open_page: PageOpener, site: str) -> None:
    """Twenty of them; Kobe's popup opens at a press, on Kobe's own page by itself."""
    page, _ = visit(open_page, site, "/en/")
    frame = await_frame(page)
    expect(frame.locator(MARKERS)).to_have_count(len(CITIES))
    find_marker(frame, "Kobe, Hyogo").press("Enter")
    expect(frame.locator(POPUP)).to_contain_text("神戸市")
    page.goto(f"{site}/en/city/kobe/")
    expect(await_frame(page).locator(POPUP)).to_contain_text("神戸市")


def test_the_first_press_opens_a_marker(open_page: PageOpener, site: str) -> None:
    """With the map half below the fold, by mouse and by finger, and the page stays where it is; "All" leads back."""
    page, log = visit(open_page, site, "/en/")
    page.set_viewport_size({"width": 360, "height": 560})
    frame = await_frame(page)
    for hand in (lambda at: press(page, at), Fingers(page).tap):
        name, at = next(iter(find_middles(page, frame).items()))
        hand(at)
        expect(frame.locator(POPUP)).to_contain_text(name.split(",")[0])
        assert page.evaluate("scrollY") == 0
        page.keyboard.press("Escape")
        expect(frame.locator(POPUP)).to_have_count(0)
        frame.evaluate("document.activeElement.blur()")
        page.evaluate("document.activeElement.blur()")
    expect(frame.get_by_role("button", name="All", exact=True)).to_be_visible()
    assert log.page_errors == []


def test_search_and_links_lead_to_a_city(open_page: PageOpener, site: str) -> None:
    """Kana finds its row; the row's link opens the city's page, and its language link the same in another."""
    page, _ = visit(open_page, site, "/")
    page.locator("#fv-q").fill("コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.locator(".fv-row:visible summary").first.click()
    page.locator(".fv-row:visible .fv-link").click()
    expect(page.locator(".fv-opened .fv-row")).to_have_attribute("data-city", "kobe")
    choose_language(page, "vi", "body")
    expect(page).to_have_url(f"{site}/vi/city/kobe/")
    expect(page.locator("html")).to_have_attribute("lang", "vi")


ADDRESSES = [  # what somebody has of the app, and where it leads
    ("/?lang=vi&city=sakai", "/vi/city/sakai/"),
    ("/?lang=vi", "/vi/"),
    ("/?lang=zh-TW", "/zh-Hant/"),
    ("/?lang=nope", "/"),
    ("/?city=281000", "/en/city/kobe/"),
    ("/?city=%E7%A5%9E%E6%88%B8%E5%B8%82", "/en/city/kobe/"),
    ("/?city=nope", "/"),
    ("/?city=constructor&lang=__proto__", "/"),
    ("/?city=//example.org/", "/"),
    ("/?lang=//example.org/&city=..%2F..%2F", "/"),
    ("/?prefecture=osaka&lang=ja", "/ja/prefecture/osaka/"),
    ("/?prefecture=nope", "/"),
    ("/?prefecture=osaka&prefecture=hyogo&lang=ko", "/ko/?prefecture=osaka&prefecture=hyogo"),
    ("/?q=kobe&lang=ja-easy", "/ja-easy/?q=kobe"),
    ("/cities/?lang=es&q=Osaka&page=7", "/es/cities/?q=Osaka"),
    ("/about?lang=my", "/my/about/"),
    ("/vi/city/kobe/?lang=ja", "/ja/city/kobe/"),
    ("/vi/city/kobe/?city=sakai#list", "/vi/city/sakai/#list"),
    ("/vi/city/kobe/index.html?city=kobe", "/vi/city/kobe/index.html?city=kobe"),
]


def test_an_address_meant_for_the_app_leads_to_its_page(open_page: PageOpener, site: str) -> None:
    """Language, city, prefectures and search, at the root and on any page; what is unknown is ignored."""
    page, log = visit(open_page, site, "/en/about/")
    for path, target in ADDRESSES:
        page.goto(f"{site}{path}", wait_until="commit")
        expect(page).to_have_url(f"{site}{path if target == '/' else target}")
        expect(page.locator("footer")).to_be_attached()
    assert (log.foreign_requests, log.page_errors) == ([], [])


def test_a_search_of_the_address_runs_and_several_prefectures_filter(open_page: PageOpener, site: str) -> None:
    """The field holds the words, the rows are theirs; the prefectures are named, with the way back to all."""
    page, _ = visit(open_page, site, "/?q=%E3%82%B3%E3%82%A6%E3%83%99&lang=vi")
    expect(page.locator("#fv-q")).to_have_value("コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.goto(f"{site}/?prefecture=osaka&prefecture=hyogo")
    expect(page.locator(".fv-row:visible")).to_have_count(3)
    expect(page.locator("[data-chosen]")).to_contain_text("Osaka · Hyogo")
    page.locator("[data-chosen] a").click()
    expect(page).to_have_url(f"{site}/en/")
    expect(page.locator(".fv-row:visible")).to_have_count(len(CITIES))


def test_back_leaves_a_page_that_was_led_to(open_page: PageOpener, site: str) -> None:
    """The address that led on is no step of its own."""
    page, _ = visit(open_page, site, "/ja/about/")
    page.goto(f"{site}/?lang=vi&city=sakai", wait_until="commit")
    expect(page).to_have_url(f"{site}/vi/city/sakai/")
    page.go_back()
    expect(page).to_have_url(f"{site}/ja/about/")


@pytest.mark.parametrize(
    ("locale", "target"), [("vi-VN", "/vi/"), ("zh-HK", "/zh-Hant/"), ("pt-PT", "/pt-BR/"), ("de-DE", "/")]
)
def test_the_root_is_in_the_readers_language(open_page: PageOpener, site: str, locale: str, target: str) -> None:
    """As the app chooses it from what the browser asks for; without scripts it is in English."""
    page, _ = open_page("", viewport="phone", app=_Site(site), locale=locale)
    page.goto(f"{site}/", wait_until="commit")
    expect(page).to_have_url(f"{site}{target}")


def test_the_language_a_reader_chose_is_kept(open_page: PageOpener, site: str) -> None:
    """At the root it goes before the browser's; where nothing can be kept the page works all the same."""
    page, _ = open_page("", viewport="phone", app=_Site(site), locale="vi-VN")
    page.goto(f"{site}/vi/")
    choose_language(page, "en", "body")
    expect(page).to_have_url(f"{site}/en/")
    page.goto(f"{site}/", wait_until="commit")
    expect(page.locator("footer")).to_be_attached()
    expect(page).to_have_url(f"{site}/")
    forgetful, log = visit(open_page, site, "/")
    forgetful.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    forgetful.goto(f"{site}/vi/")
    choose_language(forgetful, "en", "body")
    expect(forgetful).to_have_url(f"{site}/en/")
    assert log.page_errors == []


def test_it_prints_its_map_and_every_card(open_page: PageOpener, site: str) -> None:
    """The drawn map stands in for the interactive one, whole."""
    page, _ = visit(open_page, site, "/en/")
    await_frame(page)
    page.emulate_media(media="print")
    expect(page.locator(".st-map iframe")).to_be_hidden()
    expect(page.locator(".sm-map")).to_be_visible()
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert "ga0030@city.osaka.lg.jp" in text


def test_from_a_folder_of_files(open_page: PageOpener, site: str, folder: Path) -> None:
    """Opened without any server, links and addresses lead to files."""
    page, _ = open_page("", app=_Site(site), locale="vi-VN")
    root = folder.as_uri()
    page.goto(f"{root}/index.html?city=sakai", wait_until="commit")
    expect(page).to_have_url(f"{root}/vi/city/sakai/index.html")
    choose_language(page, "ja", "body")
    expect(page).to_have_url(f"{root}/ja/city/sakai/index.html")


def test_a_citys_page_searches_the_list(open_page: PageOpener, site: str) -> None:
    """By Enter and by the button; the list then shows what was found, and another city's page is a link away."""
    page, log = visit(open_page, site, "/vi/city/kobe/")
    page.locator("#fv-q").fill("sakai")
    page.locator("#fv-q").press("Enter")
    expect(page).to_have_url(f"{site}/vi/?q=sakai")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.go_back()
    page.locator("#fv-q").fill("コウベ")
    page.locator("[data-search-all]").click()
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.goto(f"{site}/vi/city/kobe/")
    page.locator(".st-others").get_by_role("link", name="Sakai").click()
    expect(page).to_have_url(f"{site}/vi/city/sakai/")
    assert log.page_errors == []


def test_the_dialog_opens_from_its_own_file(open_page: PageOpener, site: str, folder: Path) -> None:
    """From a server and from a folder; where its file does not come, the card says it without."""
    page, log = visit(open_page, site, "/en/city/kobe/")
    for address in (f"{site}/en/city/kobe/", f"{folder.as_uri()}/en/city/kobe/index.html"):
        page.goto(address)
        page.get_by_role("button", name="Show this at the counter").click()
        expect(page.locator("dialog[open] .mm-ja:visible").first).to_contain_text("神戸市")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !history.state?.madoguchiDialog")  # the way back would stop the next address
    assert log.page_errors == []
    page.route("**/dialog-*.js", lambda route: route.abort())
    page.goto(f"{site}/en/city/kobe/")
    expect(page.get_by_role("button", name="Show this at the counter")).to_be_hidden()
    page.get_by_text("More: write, report").click()
    expect(page.locator(".mm-said-plain").first).to_be_visible()
