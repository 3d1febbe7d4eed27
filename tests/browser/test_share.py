"""What is handed on shows the same again: the copied address, the code, the frame, the paper."""

import io
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from pages.languages.language import list_languages
from tests.browser.axe import check_frames
from tests.browser.map_page import await_map, expect_card, expect_markers, find_app
from tests.browser.profiles import Profiles
from tests.browser.server import RunningApp
from tests.browser.staying import Stay, follow
from tests.browser.visitor import SIZES, PageOpener, read_clipboard

Printer = Callable[[str], list[str]]
OSAKA = ["Osaka, Osaka", "Sakai, Osaka"]


def open_share(page: Page) -> None:
    """Open the block that hands the page on."""
    find_app(page).locator(".mm-share > summary").click()


@pytest.fixture(scope="module")
def print_sheet(profiles: Profiles, app: RunningApp) -> Iterator[Printer]:
    """`print_sheet(address)` prints a sheet as a browser does and returns each page's text without spaces."""
    opener = PageOpener(profiles, lambda: app)
    page, _ = opener("")

    def run(address: str) -> list[str]:
        _, log = opener.begin_anew(page)
        page.goto(app.url + address)
        pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])
        return [re.sub(r"\s", "", page.extract_text()) for page in pages]

    yield run
    opener.close()


def test_the_copied_address_shows_the_same_view(stay: Stay, open_page: PageOpener) -> None:
    """Filter, opened city and language come along, the fragment does not."""
    page, _ = stay("/?lang=vi&prefecture=osaka&city=sakai", reduced_motion=True)
    page.evaluate("history.replaceState(history.state, '', `${location.href}#list`)")
    open_share(page)
    button = find_app(page).locator(".mm-share [data-copy-address]")
    button.click()
    expect(button).to_have_text("Đã sao chép")
    copied = read_clipboard(page)
    assert urlsplit(copied).fragment == ""
    again, _ = open_page(urlsplit(copied)._replace(scheme="", netloc="").geturl())
    expect_markers(await_map(again), OSAKA)
    expect_card(again, "Sakai")
    expect(again.locator("html")).to_have_attribute("lang", "vi")


def test_a_card_can_be_handed_on_from_where_it_stands(stay: Stay) -> None:
    """Beside what one does with it; on a phone on the second screen at the latest, and not where no card is opened."""
    page, _ = stay("/?city=sakai", viewport="phone", reduced_motion=True)
    button = find_app(page).locator(".st-key-card").get_by_role("button", name="Copy the link")
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 2 * SIZES["phone"]["height"]
    button.click()
    expect(find_app(page).locator(".st-key-card [data-copy-address]")).to_have_text("Copied")
    assert urlsplit(read_clipboard(page)).query == "lang=en&city=sakai"
    follow(page, "/cities")
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(20)
    expect(find_app(page).locator(".mm-card [data-copy-address]")).to_have_count(0)


def test_the_frame_for_another_site_comes_in_sizes(stay: Stay) -> None:
    """A press writes width and height into what is copied, and says so."""
    page, _ = stay("/?city=kobe", reduced_motion=True)
    open_share(page)
    share = find_app(page).locator(".mm-share")
    expect(share.locator("textarea")).to_have_value(re.compile(' width="100%" height="900" '))
    share.get_by_role("button", name="320 × 480").click()
    expect(share.get_by_role("button", name="320 × 480")).to_have_attribute("aria-pressed", "true")
    expect(share.get_by_role("button", name="100% × 900")).to_have_attribute("aria-pressed", "false")
    share.get_by_role("button", name="Copy", exact=True).click()
    expect(share.get_by_role("button", name="Copied")).to_be_visible()
    assert ' width="320" height="480" ' in read_clipboard(page)


def test_the_code_is_loaded_when_somebody_looks(open_page: PageOpener) -> None:
    """It costs nothing before; then it is there."""
    page, log = open_page("/?prefecture=osaka")
    await_map(page)
    picture = find_app(page).locator("img.mm-qr")
    asked = "performance.getEntriesByType('resource').filter(entry => entry.name.includes('qr.svg')).length"
    assert page.evaluate(asked) == 0
    open_share(page)
    expect(picture).to_be_visible()
    page.wait_for_function("() => document.querySelector('#root img.mm-qr').naturalWidth > 0")
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


def test_a_code_that_is_not_served_leaves_no_hole(open_page: PageOpener) -> None:
    """A host without our addresses answers with its page; the broken picture goes, and the sheet's link with it."""
    page, _ = open_page("/?prefecture=osaka")
    await_map(page)
    for address in ("**/qr.svg*", "**/favicon.svg"):
        page.route(address, lambda route: route.fulfill(body="<p>page</p>", content_type="text/html"))
    open_share(page)
    expect(find_app(page).locator("img.mm-qr")).to_be_hidden()
    expect(find_app(page).locator(".mm-share a")).to_be_hidden()


def test_the_frame_shows_map_and_list_alone(open_page: PageOpener) -> None:
    """No header, no filters, no footer; a city opens and stays in the frame; one link leads out."""
    page, log = open_page("/?embed=true&prefecture=osaka")
    frame = await_map(page)
    expect_markers(frame, OSAKA)
    root = page.locator("#root")
    expect(root.locator(".mm-list-row")).to_have_count(2)
    for gone in (".mm-head", ".mm-share", "[data-open-filters]", "[data-testid=stSidebar] input"):
        expect(root.locator(gone)).to_have_count(0)
    root.locator("#row-sakai").click()
    expect_card(page, "Sakai")
    assert parse_qs(urlsplit(page.url).query) == {"prefecture": ["osaka"], "city": ["sakai"], "embed": ["true"]}
    back = root.locator(".mm-back a")
    expect(back).to_have_attribute("target", "_blank")
    assert "embed" not in (back.get_attribute("href") or "embed")
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


@pytest.mark.parametrize(
    ("city", "code"),
    [*(("kyoto", language.code) for language in list_languages()), ("osaka", "ja-easy"), ("osaka", "my")],
)
def test_a_city_fits_on_one_page(print_sheet: Printer, city: str, code: str) -> None:
    """Those with the most to say do."""
    assert len(print_sheet(f"/sheet?city={city}&lang={code}")) == 1


def test_a_list_has_every_city_once(print_sheet: Printer) -> None:
    """Each address stands once on its pages, and each city's heading with a part of its facts."""
    pages = print_sheet("/sheet?lang=en")
    for email, site in (("kokusai@city.kyoto.lg.jp", "online.kcif.or.jp"), ("kokusai@city.sapporo.jp", "id=43")):
        assert ("".join(pages).count(email), "".join(pages).count(site)) == (1, 1)
    [kyoto] = [text for text in pages if "Kyoto京都市" in text]
    assert "www.kcif.or.jp/web/en/classes/japaneseclasses/" in kyoto


def test_the_sheet_on_the_screen_is_accessible(open_page: PageOpener, app: RunningApp) -> None:
    """axe finds nothing, on a phone nothing is cut off, and the button is there."""
    page, _ = open_page("", viewport="phone")
    page.goto(f"{app.url}/sheet?lang=vi")
    expect(page.locator("[data-print]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [frame.violations for frame in check_frames(page)] == [()]
