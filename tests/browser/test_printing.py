"""A page printed from the browser: all of it on paper, from the first page on, whatever was open on the screen."""

import io
import unicodedata
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

APART_PX = 8  # between the card and the list
PAPER_PX, HALF_PAGE_PX = 695, 561  # the width of A4 between its margins, and half its height
# What stands with a code on a sheet, and begins a line below it.
BELOW_CODES = """[...document.querySelectorAll(".sh-cities li:has(.sh-qr) :is(a, b, small)")].filter(text => {
  const { right } = text.closest("li").querySelector(".sh-qr").getBoundingClientRect();
  return [...text.getClientRects()].some(({ left }) => left < right);
}).map(text => text.textContent)"""
SCREEN_ONLY = {
    "en": ("Filter", "Copy", "Share", "Tiếng Việt", "Write to this", "Show this", "Loading"),
    "ja": (
        "翻訳の改善に協力する",
        "絞り込み",
        "コピー",
        "共有",
        "Tiếng Việt",
        "窓口で見せる",
        "English",
        "Copied",
        "Not an official",
        "List",
    ),
}


@dataclass(frozen=True)
class Printed:
    """What stands on each page of paper."""

    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, without line breaks."""
        return "".join("".join(self.pages).split())


def print_page(page: Page) -> Printed:
    """Print as the browser does."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return Printed(tuple(unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages))


def check_paper(printed: Printed, language: str, most_pages: int, *first_page: str) -> None:
    """No page is empty, the first begins with these, nothing that can only be pressed stands there."""
    assert 1 <= len(printed.pages) <= most_pages
    assert [number for number, text in enumerate(printed.pages) if len(text) < 100] == []
    assert [text for text in first_page if "".join(text.split()) not in "".join(printed.pages[0].split())] == []
    assert [text for text in SCREEN_ONLY[language] if "".join(text.split()) in printed.text] == []


@pytest.mark.parametrize("viewport", ["phone", "desktop"])
def test_the_list_prints_every_card(stay: Stay, viewport: str) -> None:
    """Twenty cards in full from page 1 on, each address once and whole, and who does not stand behind it."""
    page, _ = stay("/cities", viewport="phone" if viewport == "phone" else "desktop")
    printed = print_page(page)
    check_paper(printed, "en", 7, "All listed cities", "Sapporo")
    assert "078-742-8705" in printed.text
    assert printed.text.count("Wehavenotcalledoropenedit") == 40
    assert printed.text.count("https://www.city.kobe.lg.jp/") == 1
    assert "Kumamoto" in printed.text
    assert "https://www.kicc.jp/en/living_guide/education/school/jpclass" in printed.text
    assert "kicc.jp/en/living_guide/education/school…" not in printed.text
    assert "Thisisnotanofficialsite." in printed.text
    assert "listofmunicipaldivisions" in printed.text
    assert "Nearme" not in printed.text


def test_the_map_page_prints_the_city_and_offers_the_sheet(open_page: PageOpener, app: RunningApp) -> None:
    """In Japanese, in the dark, with the counter's screen open: card and list on one page, and where the sheet is."""
    page, _ = open_page("/?city=kobe&lang=ja", color_scheme="dark")
    page.locator(".st-key-card [data-ask=counter]").click()
    expect(page.locator("dialog[open]")).to_be_visible()
    printed = print_page(page)
    check_paper(printed, "ja", 2, "市役所の窓口と日本語教室を探す", "chiikikyousei@city.kobe.lg.jp")
    assert f"{app.url}/sheet?lang=ja&city=kobe" in printed.text
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.locator(".st-key-card .mm-card-name").evaluate(
        "node => [getComputedStyle(node).color, getComputedStyle(node.closest('.stApp')).backgroundColor]"
    )
    assert colours == ["rgb(27, 36, 41)", "rgb(255, 255, 255)"]
    card, heading = (page.locator(one).bounding_box() for one in (".st-key-card", ".mm-list-head"))
    assert card
    assert heading
    assert heading["y"] >= card["y"] + card["height"] + APART_PX
    assert (
        page.locator(".st-key-map-frame iframe, [data-testid=stSidebar], dialog").locator("visible=true").count() == 0
    )


def test_about_prints_from_its_heading_on(stay: Stay) -> None:
    """A page without cards; of the filters it says no more than that the browser keeps how wide they stand."""
    page, _ = stay("/about", viewport="phone")
    printed = print_page(page)
    check_paper(Printed(tuple(text.replace("· Filters ·", "") for text in printed.pages)), "en", 3, "About this map")


@pytest.mark.parametrize("code", ["en", "ja", "ja-easy", "vi", "my"])
@pytest.mark.parametrize(("query", "most"), [("prefecture=kanagawa", 1), ("", 4)], ids=["three", "all"])
def test_a_sheet_takes_few_pages(open_page: PageOpener, app: RunningApp, code: str, query: str, most: int) -> None:
    """Three cities on one page (as one is), twenty on four, each page with cities; no line begins below a code."""
    page, _ = open_page("", java_script_enabled=False)
    page.goto(f"{app.url}/sheet?lang={code}&{query}")
    assert page.evaluate(BELOW_CODES) == []
    printed = print_page(page)
    assert len(printed.pages) <= most
    assert [text for text in printed.pages if "@city." not in text] == []


@pytest.mark.parametrize("query", ["", "prefecture=kanagawa"])
def test_the_map_of_a_sheet_takes_half_a_page_at_most(open_page: PageOpener, app: RunningApp, query: str) -> None:
    """Of any number of cities."""
    page, _ = open_page("", java_script_enabled=False)
    page.goto(f"{app.url}/sheet?{query}")
    page.set_viewport_size({"width": PAPER_PX, "height": PAPER_PX})
    page.emulate_media(media="print")
    box = page.locator(".sh-map").bounding_box()
    assert box
    assert box["height"] <= HALF_PAGE_PX


@pytest.mark.parametrize("path", ["/", "/?city=kobe&lang=ja"])
def test_the_first_view_prints_its_map_and_every_card(open_page: PageOpener, app: RunningApp, path: str) -> None:
    """Closed rows, too: paper has nothing to press."""
    page, _ = open_page("", viewport="phone", color_scheme="dark", java_script_enabled=False)
    page.goto(f"{app.url}{path}")
    printed = print_page(page)
    language = "ja" if "ja" in path else "en"
    check_paper(
        printed, language, 8, "20 市" if language == "ja" else "20 cities", "兵庫県" if language == "ja" else "Sapporo"
    )
    assert "https://www.city.kobe.lg.jp/" in printed.text
    assert "ga0030@city.osaka.lg.jp" in printed.text
