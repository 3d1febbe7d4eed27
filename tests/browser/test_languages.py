"""The reader's language: from the first byte, through every link, changed in one step, with readings or without."""

import http.client
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.folder import locate_files
from data.records import Place
from pages.answers.atlas import load_atlas
from pages.languages.language import Language, list_languages, load_language
from pages.languages.names import name_place
from pages.languages.ruby import drop_readings
from tests.browser.lines import READ_LINES
from tests.browser.map_page import CARD, MARKERS, POPUP, await_map, choose_language, expect_popup, find_app, find_search
from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

ATLAS = load_atlas(locate_files({}))
HEADING = "Find your city office and a Japanese class"
READ_PLAIN = """element => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("rt, rp").forEach(reading => reading.remove());
  return copy.textContent.trim();
}"""


def find_city(slug: str) -> Place:
    """Find a listed city's place."""
    city = ATLAS.find_city(slug)
    assert city
    return city.place


def fetch(app: RunningApp, path: str, **headers: str) -> str:
    """Ask for a page as a browser without scripts does."""
    connection = http.client.HTTPConnection(urlsplit(app.url).netloc, timeout=30)
    connection.request("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def expect_language(page: Page, language: Language) -> None:
    """Wait until heading, page and map are in that language."""
    heading = find_app(page).locator("h1")
    expect(heading).to_be_visible()
    wanted = drop_readings(language.gettext(HEADING))
    page.wait_for_function(f"wanted => ({READ_PLAIN})(document.querySelector('#root h1')) === wanted", arg=wanted)
    expect(page.locator("html")).to_have_attribute("lang", language.tag)
    expect(page).to_have_title(re.compile(re.escape(drop_readings(language.gettext("Map")))))
    frame = await_map(page)
    frame.wait_for_function("tag => document.documentElement.lang === tag", arg=language.tag)
    assert frame.title() == drop_readings(language.gettext("Map of Japan with the listed cities"))


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_the_first_byte_is_in_the_readers_language(app: RunningApp, language: Language) -> None:
    """Address, then last choice, then browser: heading, tag of the page and of the first view."""
    accepted = "ja" if language.tag == "ja" else language.code
    asked = [
        fetch(app, f"/?lang={language.code}", Accept_Language="xx"),
        fetch(app, "/", Cookie=f"madoguchi-lang={language.code}", Accept_Language="xx"),
    ]
    if language.code != "ja-easy":
        asked.append(fetch(app, "/", Accept_Language=f"{accepted};q=0.9,xx"))
    for html in asked:
        assert f'<html lang="{language.tag}" dir="ltr"' in html
        [heading] = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        plain = re.sub(r"<rp>.*?</ruby>|<[^>]+>", "", heading).strip()
        assert plain == drop_readings(language.gettext(HEADING))


def test_a_switch_keeps_filter_city_and_page(stay: Stay) -> None:
    """One press: everything is in the other language, and the address says it; the next page and a reload keep it."""
    page, log = stay("/?prefecture=osaka&city=sakai", reduced_motion=True)
    frame = await_map(page)
    frame.evaluate("window.kept = 1")
    choose_language(page, "vi")
    expect_language(page, load_language("vi"))
    expect(page).to_have_url(re.compile(r"/\?lang=vi&prefecture=osaka&city=sakai$"))
    expect(frame.locator(MARKERS)).to_have_count(2)
    expect_popup(frame, "Sakai")
    assert frame.evaluate("window.kept") == 1
    page.locator("#root #go-cities").click()
    expect(page).to_have_url(re.compile(r"/cities\?lang=vi&prefecture=osaka&city=sakai$"))
    expect(find_app(page).locator(".mm-cards .mm-card")).to_have_count(1)
    page.locator("#root").get_by_role("link", name="日本語", exact=True).click()
    expect(page).to_have_url(re.compile(r"/cities\?lang=ja&prefecture=osaka&city=sakai$"))
    page.reload()
    page.locator("#first-view").wait_for(state="detached")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator(CARD).locator(".mm-card-name")).to_have_text("堺市")
    assert (log.page_errors, log.console_errors) == ([], [])


def test_the_last_choice_is_remembered(open_page: PageOpener) -> None:
    """An address without a language opens in the one that was chosen last; one with a language opens in that."""
    page, _ = open_page("/", locale="ja-JP")
    expect_language(page, load_language("ja"))
    choose_language(page, "vi")
    expect_language(page, load_language("vi"))
    page.goto(open_page.get_app().url)
    page.locator("#first-view").wait_for(state="detached")
    expect_language(page, load_language("vi"))
    page.goto(f"{open_page.get_app().url}/?lang=en")
    page.locator("#first-view").wait_for(state="detached")
    expect_language(page, load_language("en"))


def test_without_scripts_the_language_is_a_link(open_page: PageOpener) -> None:
    """Every language is one press away, and the links of the page that comes keep it."""
    page, _ = open_page("/?city=kobe", java_script_enabled=False)
    for language in list_languages():
        choose_language(page, language.code, "#first-view")
        expect(page.locator("html")).to_have_attribute("lang", language.tag)
        expect(page).to_have_url(re.compile(rf"\?lang={language.code}&city=kobe$"))
        assert page.locator("h1").evaluate(READ_PLAIN) == drop_readings(language.gettext(HEADING))
    page.locator("#first-view #go-about").click()
    expect(page).to_have_url(re.compile(rf"/about\?lang={list_languages()[-1].code}&city=kobe$"))


@pytest.mark.parametrize("path", ["/", "/sheet"])
@pytest.mark.parametrize("width", [360, 1280])
def test_languages_behind_the_globe_stand_beside_each_other(
    stay: Stay, open_page: PageOpener, width: int, path: str
) -> None:
    """Opened, they take a few lines and not one each, and nothing sticks out."""
    page, _ = (stay if path == "/" else open_page)(path, viewport={"width": width, "height": 800})
    more = page.locator("#root .mm-more" if path == "/" else ".sh-tools details")
    more.locator("summary").click()
    links = more.locator("a[hreflang]")
    lines = links.evaluate_all("all => new Set(all.map(link => Math.round(link.getBoundingClientRect().top))).size")
    assert (links.count(), lines <= 4) == (len(list_languages()) - 3, True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["/", "/cities", "/about"])
def test_a_wide_page_begins_with_the_languages(stay: Stay, path: str) -> None:
    """Nothing empty stands above them, also with the sidebar closed."""
    page, _ = stay(f"{path}?lang=en", viewport={"width": 1280, "height": 800})
    languages = find_app(page).locator(".mm-languages")
    expect(languages).to_be_visible()
    box = languages.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 30
    if path == "/about":
        return
    page.get_by_test_id("stSidebar").hover()
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    opener = find_app(page).get_by_role("button", name="Filter", exact=True)
    expect(opener).to_be_visible()
    again = languages.bounding_box()
    assert again is not None
    assert again["y"] == box["y"]
    opener.click()
    expect(page.get_by_test_id("stSidebar")).to_be_in_viewport()


def test_readings_can_be_hidden(open_page: PageOpener) -> None:
    """Readings stand above the kanji in the page and in the map; a button hides both, and the browser remembers."""
    page, _ = open_page("/?lang=ja-easy&city=kobe")
    frame = await_map(page)
    expect(frame.locator(POPUP).locator("rt").first).to_be_visible()
    button = page.locator("#root [data-readings]")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#root rt").first).to_be_hidden()
    expect(frame.locator(POPUP).locator("rt").first).to_be_hidden()
    page.reload()
    page.locator("#first-view").wait_for(state="detached")
    expect(page.locator("#root [data-readings]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#root rt").first).to_be_hidden()


def test_streamlits_own_words_are_in_the_readers_language(stay: Stay) -> None:
    """No English label or hint is left in the sidebar of a Vietnamese page."""
    page, _ = stay("/?lang=vi&prefecture=osaka", reduced_motion=True)
    vietnamese = load_language("vi")
    box = page.get_by_role("combobox").first
    box.click()
    page.keyboard.type("zzz")
    expect(page.get_by_text(vietnamese.gettext("Nothing found"), exact=True)).to_be_visible()
    labels = page.locator("[data-testid=stSidebar] [aria-label]")
    said = set(labels.evaluate_all("all => all.map(label => label.getAttribute('aria-label'))"))
    assert vietnamese.gettext("Remove {name}").format(name="Osaka (2)") in said
    assert not said & {"Sidebar", "Clear all", "Collapse sidebar", "Selected values", "Open", "Remove Osaka (2)"}
    find_search(page, vietnamese.gettext("Search")).fill("kob")
    expect(page.get_by_text(vietnamese.gettext("Press Enter to search"))).to_be_visible()


def test_a_japanese_page_names_places_in_japanese(stay: Stay) -> None:
    """Markers, list and card say 神戸市, and with readings their kana too."""
    page, _ = stay("/?lang=ja&city=kobe", reduced_motion=True)
    frame = await_map(page)
    expect(frame.locator(MARKERS).nth(14)).to_have_text("神戸市")
    expect(page.locator("#root #row-kobe")).to_contain_text("神戸市")
    choose_language(page, "ja-easy")
    expect(frame.locator(MARKERS).nth(14)).to_have_text("こうべ")
    assert page.locator("#root #row-kobe strong ruby").evaluate("ruby => ruby.textContent") == "神戸市(こうべし)"
    label = "日本語で 読む（コンピューターの 翻訳）: 日本語教室：神戸市"  # no sign that carries a reading
    expect(frame.locator(POPUP).locator(".mm-translation").first).to_have_accessible_name(label)


@pytest.mark.parametrize(("code", "between"), [("ja", ""), ("ja-easy", " ")])
def test_japanese_lines_end_between_words(stay: Stay, code: str, between: str) -> None:
    """A verb stays whole on a phone of any width; easy Japanese has spaces between phrases, and breaks there only."""
    heading = drop_readings(load_language(code).gettext(HEADING))
    page, _ = stay(f"/?lang={code}", viewport="phone")
    title = find_app(page).locator("h1")
    expect(title).to_be_visible()
    for width in range(300, 430, 10):
        page.set_viewport_size({"width": width, "height": 740})
        lines = title.evaluate(READ_LINES)
        assert between.join(lines) == heading
        assert lines[-1].endswith(("探す", "さがす"))


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_a_shared_address_and_a_search_work_in_every_language(stay: Stay, language: Language) -> None:
    """The filter, the opened city and its facts come with the address; a name that is typed leads to its city."""
    page, log = stay(f"/?lang={language.code}&prefecture=osaka&city=sakai", reduced_motion=True)
    frame = await_map(page)
    expect(frame.locator(MARKERS)).to_have_count(2)
    expect(frame.locator(POPUP).locator('a[href^="mailto:"]').first).to_be_visible()
    expect(page.locator(CARD).locator(".mm-card-name")).to_contain_text(name_place(find_city("sakai"), language).label)
    box = find_search(page, language.get_label("Search"))
    box.fill(drop_readings(name_place(find_city("osaka"), language).text))
    box.press("Enter")
    expect(frame.locator(MARKERS)).to_have_count(1)
    expect(page.locator("#root #row-osaka")).to_be_visible()
    assert (log.page_errors, log.console_errors) == ([], [])
