"""What people do with a card: show it at the counter, write to the office."""

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.folder import locate_files
from data.table.table import read_table
from pages.languages.language import load_language
from pages.letters.asking import describe_asking, write_counter, write_letter
from pages.letters.mailto import write_mailto
from pages.letters.request import Choices
from pages.letters.sentences import join_japanese
from tests.browser.accessible_views import LIST_TOO_WIDE
from tests.browser.asking_screen import open_screen, read_shown
from tests.browser.axe import check_frames
from tests.browser.lines import READ_LINES
from tests.browser.map_page import CARD, await_map, expect_card, expect_popup
from tests.browser.server import RunningApp
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener, read_clipboard, save_data

CITIES = {city.slug: city for city in read_table(locate_files({})).cities}
NAME = "A & B? 50% 🦊"


def test_the_counter_screen_for_sakai_in_vietnamese(open_page: PageOpener) -> None:
    """On a phone it fills the screen, answers each choice without the network, and Esc leads back."""
    page, log = open_page("/?lang=vi&city=sakai", viewport="phone")
    screen = open_screen(page, "counter")
    vietnamese = load_language("vi")
    usual = write_counter(CITIES["sakai"], Choices(), vietnamese)
    assert read_shown(screen, "counter") == [sentence.ja for sentence in usual]
    native = screen.locator('[data-text="counter"] .mm-native').filter(visible=True).all_text_contents()
    assert native == [sentence.native for sentence in usual]
    box = screen.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 780)
    assert page.evaluate(LIST_TOO_WIDE) == []
    assert check_frames(page)[0].violations == ()
    page.context.set_offline(True)
    screen.locator(".mm-choices > summary").click()
    screen.get_by_text("Xin tư vấn", exact=True).click()
    screen.get_by_text("Buổi tối", exact=True).click()
    screen.locator("[data-spoken]").select_option("ne")
    changed = write_counter(CITIES["sakai"], Choices("help", days=("evenings",)), vietnamese, spoken="ne")
    assert read_shown(screen, "counter") == [sentence.ja for sentence in changed]
    page.keyboard.press("Escape")
    expect(screen).to_be_hidden()
    expect(page.locator(CARD).locator('[data-ask="counter"]')).to_be_focused()
    assert (log.page_errors, log.foreign_requests) == ([], [])


def test_the_clerk_reads_whole_words(stay: Stay) -> None:
    """The longest phrase, ゆっくり話していただけますか, fits a line of a narrow phone."""
    page, _ = stay("/?lang=vi&city=sakai", viewport="phone", reduced_motion=True)
    screen = open_screen(page, "counter")
    screen.locator(".mm-choices > summary").click()
    screen.get_by_text(load_language("vi").gettext("A little"), exact=True).click()
    said = screen.locator('[data-text="counter"] .mm-ja').filter(visible=True)
    for width in (320, 360, 390):
        page.set_viewport_size({"width": width, "height": 780})
        lines = [line for sentence in said.all() for line in sentence.evaluate(READ_LINES)]
        assert any(line.endswith("ゆっくり話していただけますか。") for line in lines), width
        assert [line for line in lines if len(line) < 3 or line.endswith(("ただけ", "ただけま", "ます"))] == [], width


@pytest.mark.parametrize("path", ["/", "/cities"])
def test_back_closes_the_screen_first(open_page: PageOpener, app: RunningApp, path: str) -> None:
    """Back closes it and the page stays; closed by its button or by Esc, it has left nothing behind."""
    page, _ = open_page("", viewport="phone")
    page.goto(f"{app.url}{path}")
    page.locator("#first-view").wait_for(state="detached")
    page.evaluate("history.pushState(null, '', '?city=sakai'); dispatchEvent(new PopStateEvent('popstate'))")
    expect_card(page, "Sakai")
    if path == "/":
        expect_popup(await_map(page), "Sakai")
    before = page.url
    screen = open_screen(page, "counter")
    page.go_back()
    expect(screen).to_be_hidden()
    expect(page.locator(CARD).locator('[data-ask="counter"]')).to_be_focused()
    closes: list[Callable[[], None]] = [lambda: page.keyboard.press("Escape"), screen.locator("[data-close]").click]
    for close in closes:
        page.locator(CARD).locator('[data-ask="counter"]').click()
        expect(screen).to_be_visible()
        close()
        expect(screen).to_be_hidden()
        page.wait_for_function("() => !history.state?.madoguchiDialog")
    assert page.url == before
    page.go_forward()  # nothing opens by itself
    page.wait_for_function("() => !history.state?.madoguchiDialog")
    page.go_back()
    expect_card(page, None)
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_back_closes_the_screen_of_the_first_view(open_page: PageOpener, app: RunningApp) -> None:
    """Also while the app has not been asked for, and in a browser that keeps no entries."""
    page, _ = open_page("", viewport="phone")
    save_data(page)
    page.goto(f"{app.url}/?city=sakai")
    screen, button = page.locator("#first-view [data-dialog]"), page.locator('#first-view [data-ask="counter"]').first
    button.click()
    expect(screen).to_be_visible()
    page.go_back()
    expect(screen).to_be_hidden()
    page.evaluate("() => { history.pushState = () => { throw new Error('not here'); }; }")
    button.click()
    expect(screen).to_be_visible()
    page.keyboard.press("Escape")
    expect(screen).to_be_hidden()
    assert page.url == f"{app.url}/?city=sakai"


def test_the_counter_text_is_saved_as_a_picture(stay: Stay, tmp_path: Path) -> None:
    """The press of a button downloads a PNG as wide as a phone's screen is sharp."""
    page, _ = stay("/?lang=vi&city=sakai", viewport="phone", reduced_motion=True)
    screen = open_screen(page, "counter")
    with page.expect_download() as download:
        screen.locator("[data-save-picture]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    content = file.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert (file.name, content[:4], width) == ("madoguchi.png", b"\x89PNG", 1080)
    assert height > 1000


@pytest.mark.parametrize("code", ["vi", "ja", "my"])
def test_a_letter_to_osaka_opens_with_either_address(stay: Stay, code: str) -> None:
    """Both links hold what is shown, as Python writes it, and whatever the name is made of."""
    page, _ = stay(f"/?lang={code}&city=osaka", reduced_motion=True)
    screen = open_screen(page, "letter")
    language = load_language(code)
    screen.locator("[data-name]").fill(NAME)
    screen.locator("[data-spoken]").select_option("vi")
    letter = write_letter(CITIES["osaka"], Choices(), language, spoken="vi", name=NAME)
    subject, body = letter.subject.ja, join_japanese(letter.body)
    expected = [write_mailto(address, subject, body) for address in CITIES["osaka"].emails]
    assert (
        screen.locator("[data-mails] a").evaluate_all("all => all.map(link => link.getAttribute('href'))") == expected
    )
    screen.locator('[data-copies="letter"]').click()
    assert read_clipboard(page) == body


def test_without_scripts_a_letter_is_a_link(open_page: PageOpener) -> None:
    """The opened card has the letter's address and the text for the counter."""
    page, _ = open_page("/?lang=vi&city=osaka", java_script_enabled=False)
    more = page.locator(".fv-opened [data-asking]")
    urls = more.locator('[data-ask="letter"]').evaluate_all("all => all.map(link => link.href)")  # as it is sent
    assert urls == [address.url for address in describe_asking(CITIES["osaka"], load_language("vi")).addresses]
    more.locator("summary").first.click()
    expect(more.locator(".mm-said-plain").first).to_be_visible()
    expect(more.locator(".mm-said-plain").first).to_contain_text("日本語を勉強したいです。")
    expect(more.locator('[data-ask="counter"]')).to_be_hidden()


def test_something_else_can_be_said_and_has_no_children_or_days(stay: Stay) -> None:
    """What it is about stands in the letter and at the counter; what does not fit such a visit is not offered."""
    page, _ = stay("/?city=osaka", viewport="phone", reduced_motion=True)
    screen = open_screen(page, "letter")
    expect(screen.locator("[data-topic]")).to_be_hidden()
    screen.get_by_text("I will bring my children", exact=True).click()
    screen.get_by_text("Something else", exact=True).click()
    expect(screen.get_by_text("I will bring my children", exact=True)).to_be_hidden()
    screen.locator("[data-topic]").fill("Gomi & <b>")
    choices = Choices("other", children=True)
    letter = write_letter(CITIES["osaka"], choices, load_language("en"), topic="Gomi & <b>")
    assert read_shown(screen, "letter") == [sentence.ja for sentence in letter.body]
    url = screen.locator("[data-mails] a").first.get_attribute("href") or ""
    assert url.endswith(write_mailto("", letter.subject.ja, join_japanese(letter.body)).partition("?")[2])


@pytest.mark.parametrize(
    ("path", "link", "ja"),
    [
        ("/?city=saitama", None, "さいたま市に住んでいます。"),
        ("/?q=Kawaguchi%2C+Saitama", ".mm-offer", "さいたま市の近くに住んでいます。"),
        ("/?city=saitama#near", None, "さいたま市の近くに住んでいます。"),
    ],
)
def test_who_was_led_to_the_nearest_hall_is_not_said_to_live_there(
    open_page: PageOpener, stay: Stay, path: str, link: str | None, ja: str
) -> None:
    """A city asks who lives there; the reader, who cannot read the sentence, can change it."""
    come = open_page if "#" in path else stay  # links of the app have none
    page, _ = come(path, reduced_motion=True)
    if link:
        page.locator("#root").locator(link).first.click()
        expect_card(page, "Saitama")
    screen = open_screen(page, "counter")
    assert read_shown(screen, "counter")[0] == ja
    screen.locator(".mm-choices > summary").click()
    screen.locator("[data-lives]").click()
    assert {read_shown(screen, "counter")[0], ja} == {"さいたま市に住んでいます。", "さいたま市の近くに住んでいます。"}


def test_readings_stand_above_what_is_filled_in(stay: Stay) -> None:
    """In easy Japanese the city's name in a sentence has its reading as every word has, clear of the line above."""
    page, _ = stay("/?lang=ja-easy&city=sakai", reduced_motion=True)
    screen = open_screen(page, "counter")
    native = screen.locator('[data-text="counter"] .mm-native [data-fill="city"]').first
    assert native.evaluate("node => node.innerHTML") == "<ruby>堺市<rp>(</rp><rt>さかいし</rt><rp>)</rp></ruby>"
    pair = screen.locator('[data-text="counter"] .mm-pair:has(rt)').filter(visible=True).first
    above, reading = (pair.locator(part).first.bounding_box() for part in (".mm-ja", "rt"))
    assert above
    assert reading
    assert reading["y"] >= above["y"] + above["height"]
