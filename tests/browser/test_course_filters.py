"""Saturday evening, free, and my child comes along: in the sidebar, in the form without scripts, in the edition."""

import datetime
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from tests.browser.axe import check_frames
from tests.browser.edition_site import Site, serve_folder, visit
from tests.browser.hand import Fingers, Point
from tests.browser.map_page import await_map, choose_language, expect_markers, find_app
from tests.browser.server import RunningApp, SettingsChanger
from tests.browser.visitor import PageOpener
from tests.taught import write_taught

WISHES = ("Sat", "Evening", "Free of charge", "My child comes along")
ASKED = {"day": ["sat"], "time": ["evening"], "free": ["yes"], "children": ["yes"]}
FOUND = ["土曜にほんご", "夜のにほんご", "おやこのにほんご"]
COUNT = "3 classes in 2 cities"
FINGER_PX = 43.99


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped tables with classes."""
    return write_taught(tmp_path_factory.mktemp("taught"))


@pytest.fixture
def taught(set_app: SettingsChanger, data: Path) -> RunningApp:
    """The app on them."""
    return set_app(MADOGUCHI_DATA=data)


def read_asked(page: Page) -> dict[str, list[str]]:
    """The parameters of the address."""
    return parse_qs(urlsplit(page.url).query)


def tap(page: Page, target: Locator) -> None:
    """Tap the middle of a target that a finger can hit, by its place on the screen, once it is in view."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= FINGER_PX
    Fingers(page).tap(Point(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))


def expect_pressed(page: Page, names: tuple[str, ...]) -> None:
    """Wait until exactly these pills are pressed."""
    pressed = page.locator(".stButtonGroup button[aria-pressed=true], .stButtonGroup [aria-checked=true]")
    expect(pressed).to_have_text(list(names))


def test_a_hand_filters_in_the_sidebar(open_page: PageOpener, taught: RunningApp) -> None:
    """Four taps on a phone: list, map, count and address follow; Back, chips, links, pages and reset keep in step."""
    page, log = open_page("/", app=taught, viewport="phone")
    frame = await_map(page)
    tap(page, find_app(page).get_by_role("button", name="Filter", exact=True))
    for number, name in enumerate(WISHES, start=1):
        tap(page, page.locator(".stButtonGroup").get_by_text(name, exact=True).locator("xpath=ancestor::button"))
        expect(page.locator("#root .mm-chip")).to_have_count(number)
    expect(page.locator("#root #filters")).to_have_text(COUNT)
    expect_pressed(page, WISHES)
    assert [violation for checked in check_frames(page) for violation in checked.violations] == []
    tap(page, page.get_by_role("button", name="Show the result"))
    expect(find_app(page).get_by_role("button", name="Filter (4)")).to_be_in_viewport()
    expect(page.locator("#root .mm-asked-count")).to_be_in_viewport()
    expect(page.locator("#root .mm-courses > .mm-founds > .mm-found")).to_have_count(len(FOUND))
    expect(page.locator("#root .mm-unsure > summary")).to_have_text("1 more where this is not known: Day. Ask.")
    expect_markers(frame, ["Osaka, Osaka", "Sakai, Osaka"])
    assert read_asked(page) == ASKED

    page.go_back()  # the last tap
    expect_pressed(page, WISHES[:3])
    expect(page.locator("#root .mm-chip")).to_have_count(3)
    page.go_forward()
    expect_pressed(page, WISHES)
    choose_language(page, "vi")  # whose pills have other words
    expect_pressed(page, ("Th 7", "Buổi tối", "Miễn phí", "Dẫn con theo"))
    choose_language(page, "en")
    expect_pressed(page, WISHES)
    page.locator("#root .mm-chip", has_text="Sat").click()
    expect_pressed(page, WISHES[1:])
    expect(page).to_have_url(re.compile(r"/\?lang=en&time=evening&free=yes&children=yes$"))
    page.locator("#root .mm-pages").get_by_role("link", name="List", exact=True).click()
    expect(page.locator("#root .mm-cards .mm-card").first).to_be_visible()
    expect_pressed(page, WISHES[1:])
    find_app(page).get_by_role("button", name=re.compile("^Filter")).click()
    tap(page, page.get_by_role("button", name="Reset filters"))
    expect_pressed(page, ())
    expect(page.locator("#root .mm-chip")).to_have_count(0)
    expect(page.locator("#root #filters")).to_have_text("20 cities")
    assert read_asked(page) == {"lang": ["en"]}
    assert (log.foreign_requests, log.page_errors, log.console_errors) == ([], [], [])


def test_without_scripts_a_form_asks(open_page: PageOpener, taught: RunningApp) -> None:
    """The same four in the plain page, each a target; what they leave, and a press that drops one."""
    page, _ = open_page("/?lang=en&speaks=vi", app=taught, viewport="phone", java_script_enabled=False)
    page.locator(".fv-filter > summary").click()
    page.locator("summary", has_text="Japanese classes").click()
    for name in WISHES:
        choice = page.locator("label.fv-choice").filter(has=page.get_by_text(name, exact=True))
        box = choice.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= FINGER_PX
        choice.click()
    page.get_by_role("button", name="Show the result").click()
    expect(page.locator(".mm-asked-count")).to_have_text(COUNT)
    asked = read_asked(page)
    assert asked == {"lang": ["en"], "speaks": ["vi"], **ASKED}
    expect(page.locator(".mm-courses > .mm-founds > .mm-found")).to_have_count(len(FOUND))
    expect(page.locator(".fv-opened #card-sakai")).to_be_visible()  # the only row where that is spoken too
    page.get_by_role("link", name="Remove Evening").click()
    expect(page.locator(".mm-courses > .mm-founds > .mm-found")).to_have_count(len(FOUND) + 1)
    expect(page.get_by_label("Any", exact=True).first).to_be_checked()
    page.goto(f"{taught.url}/?lang=en&day=mon&free=yes&prefecture=osaka")
    page.get_by_role("link", name="Without “Mon”: 4 classes").click()
    expect(page.locator(".mm-courses .mm-found")).to_have_count(4)


def test_an_edition_filters_in_the_browser(open_page: PageOpener, data: Path, tmp_path: Path) -> None:
    """Without scripts all classes are there; with them the address filters, and what is chosen goes into it."""
    atlas = load_atlas(locate_files({"MADOGUCHI_DATA": str(data)}))
    write_edition(tmp_path / "site", Edition(atlas, "", datetime.date(2026, 4, 1), ("en", "vi")))
    with serve_folder(tmp_path) as url:
        site = f"{url}/site"
        page, log = visit(open_page, site, "/?lang=vi&day=sat&time=evening&free=yes&children=yes")
        expect(page).to_have_url(f"{site}/vi/?day=sat&time=evening&free=yes&children=yes")
        shown = page.locator(".mm-courses > .mm-founds > .mm-found:visible")
        expect(shown).to_have_count(len(FOUND))
        expect(page.locator("[data-count]")).to_have_text("3 lớp")
        expect(page.locator("[data-unsure] > summary")).to_have_text("Thêm 1 lớp chưa rõ: Ngày trong tuần. Hãy hỏi.")
        page.locator(".mm-languages a[hreflang=en]").click()
        expect(page).to_have_url(f"{site}/en/?day=sat&time=evening&free=yes&children=yes")
        page.get_by_label("Evening", exact=True).locator("xpath=ancestor::fieldset").get_by_label("Any").check()
        expect(shown).to_have_count(len(FOUND) + 1)
        expect(page).to_have_url(f"{site}/en/?day=sat&free=yes&children=yes")
        page.reload()
        expect(shown).to_have_count(len(FOUND) + 1)
        assert [violation for checked in check_frames(page) for violation in checked.violations] == []
        page.locator("[data-reset]").click()
        expect(shown).to_have_count(7)
        expect(page).to_have_url(f"{site}/en/")
        page.goto(f"{site}/cities/?prefecture=osaka&day=sun")
        expect(page).to_have_url(f"{site}/en/prefecture/osaka/?day=sun")
        expect(shown).to_have_text([re.compile("おやこのにほんご")])
        assert (log.foreign_requests, log.page_errors) == ([], [])
        plain, _ = open_page("", java_script_enabled=False, app=Site(site))
        plain.goto(f"{site}/en/?day=sat")
        expect(plain.locator(".mm-found:visible")).to_have_count(7)
