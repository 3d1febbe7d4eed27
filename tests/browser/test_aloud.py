"""Reading aloud by the device's voices, and what else the screen for the counter does: it stays awake, turns, grows."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from data.folder import locate_files
from data.table.table import read_table
from pages.languages.language import load_language
from pages.letters.answering import ANSWERS
from pages.letters.asking import write_counter
from pages.letters.request import Choices
from tests.browser.accessible_views import LIST_TOO_WIDE
from tests.browser.asking_screen import open_screen
from tests.browser.axe import check_frames
from tests.browser.edition_site import visit
from tests.browser.map_page import CARD, await_map
from tests.browser.server import RunningApp
from tests.browser.visitor import PageOpener, save_data
from tests.browser.voices import MANY, give_voices, hear

CITIES = {city.slug: city for city in read_table(locate_files({})).cities}
READ = re.compile("Read aloud|Đọc to|声で 聞く")
HELD = "() => window.locks.held === {}"


def open_card(open_page: PageOpener, app: RunningApp, path: str, voices: Sequence[str]) -> tuple[Page, Locator]:
    """Open a page of the app on a phone that has these voices, which have not arrived; return it and its card."""
    page, _ = open_page("", viewport="phone")
    give_voices(page, voices)
    page.goto(f"{app.url}{path}")
    page.locator("#first-view").wait_for(state="detached")
    expect(page.locator(CARD).locator('[data-ask="counter"]')).to_be_visible()
    return page, page.locator(CARD)


def list_heights(buttons: Locator) -> list[float]:
    """List the heights of those that can be seen."""
    measure = "all => all.map(one => one.getBoundingClientRect().height)"
    return list(map(float, buttons.filter(visible=True).evaluate_all(measure)))


@pytest.mark.parametrize(
    ("voices", "spoken"), [(("ja-JP",), ("ja",)), (MANY, ("ja", "native"))], ids=["one voice", "thirteen"]
)
def test_what_has_a_voice_is_read_aloud(
    open_page: PageOpener, app: RunningApp, voices: Sequence[str], spoken: Sequence[str]
) -> None:
    """A button for each language that has a voice, once it arrives; each sentence by the right one, and marked."""
    page, card = open_card(open_page, app, "/?lang=vi&city=sakai", voices)
    expect(page.get_by_role("button", name=READ)).to_have_count(0)
    page.evaluate("() => window.arrive()")
    expect(card.get_by_role("button", name=READ)).to_have_count(int("native" in spoken))
    screen = open_screen(page, "counter")
    expect(screen.get_by_role("button", name=READ)).to_have_count(len(spoken))
    usual = write_counter(CITIES["sakai"], Choices(), load_language("vi"))
    texts = {"ja": [sentence.ja for sentence in usual], "native": [sentence.native for sentence in usual]}
    for which in spoken:
        page.evaluate("() => { window.said.length = 0; }")
        button = screen.locator(f'[data-aloud="{which}"]')
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(screen.locator("[aria-current]")).to_have_text([texts[which][0]])
        assert page.evaluate("window.said.length") == 1  # the next when this one has ended
        said = hear(page)
        assert {lang for lang, _ in said} == {"ja-JP" if which == "ja" else "vi-VN"}
        assert "".join(text for _, text in said).replace(" ", "") == "".join(texts[which]).replace(" ", "")
        expect(button).to_have_attribute("aria-pressed", "false")
        expect(screen.locator("[aria-current]")).to_have_count(0)
    for stop in (
        lambda: screen.locator('[data-aloud="ja"]').click(),
        lambda: page.evaluate("() => window.endSaying(true)"),  # the engine fails
        lambda: page.keyboard.press("Escape"),
    ):
        screen.locator('[data-aloud="ja"]').click()
        expect(screen.locator("[aria-current].mm-voiced")).to_have_count(1)
        stop()
        expect(page.locator("[aria-current].mm-voiced")).to_have_count(0)
        assert page.evaluate("speechSynthesis.speaking") is False
    assert page.evaluate("window.cancelled") >= len(spoken)


def test_a_card_is_read_in_easy_japanese(open_page: PageOpener, app: RunningApp, site: str) -> None:
    """Readings once, headings and names but no address; Esc and leaving stop it. So it is in the static edition."""
    page, card = open_card(open_page, app, "/?lang=ja-easy&city=sakai", MANY)
    page.evaluate("() => window.arrive()")
    card.locator("[data-aloud]").click()
    said = [text for _, text in hear(page)]
    assert said[0] == "さかいし"
    assert "メール" in "".join(said)
    assert not re.search(r"@|https?:|\.jp|堺市（?さかい", "".join(said))
    card.locator("[data-aloud]").click()
    page.keyboard.press("Escape")
    expect(card.locator("[data-aloud]")).to_have_attribute("aria-pressed", "false")
    card.locator("[data-aloud]").click()
    page.locator(".mm-close a").first.click()  # the card goes
    expect(card).to_have_count(0)
    page.wait_for_function("() => !speechSynthesis.speaking")
    edition, log = visit(open_page, site, "/robots.txt")
    give_voices(edition, MANY)
    edition.goto(f"{site}/ja-easy/city/sakai/")
    expect(edition.locator('[data-ask="counter"]').first).to_be_visible()
    edition.evaluate("() => window.arrive()")
    edition.locator(".mm-card [data-aloud]").click()
    assert hear(edition)[0][1] == "さかいし"
    edition.locator('[data-ask="counter"]').first.click()
    edition.locator('[data-dialog] [data-aloud="native"]').click()
    easy = write_counter(CITIES["sakai"], Choices(), load_language("ja-easy"))
    last = hear(edition)[-1][1]
    assert not re.search("[一-鿿]", last)
    assert len(easy[-1].native) > len(last)  # without the kanji that the readings stand above
    assert (log.page_errors, log.foreign_requests) == ([], [])


def test_the_screen_is_turned_enlarged_and_written_on_by_keyboard(open_page: PageOpener, app: RunningApp) -> None:
    """The device stays awake till it closes; text turns and grows; answers are typed or drawn, and gone afterwards."""
    page, card = open_card(open_page, app, "/?lang=vi&city=sakai", ("ja-JP",))
    await_map(page)
    page.evaluate("() => window.arrive()")
    page.set_viewport_size({"width": 320, "height": 568})
    screen = open_screen(page, "counter")
    page.wait_for_function(HELD.format(1))
    assert (
        page.evaluate("""async () => {
      const before = window.locks.asked;
      document.dispatchEvent(new Event("visibilitychange"));
      await null;
      return window.locks.asked - before;
    }""")
        == 0
    )  # it is awake already
    text = screen.locator('[data-text="counter"] .mm-ja').first
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    usual = text.evaluate(size)
    larger = screen.locator('[data-letters="1"]')
    for _ in range(5):
        larger.press("Enter")
    expect(larger).to_have_attribute("aria-disabled", "true")
    assert text.evaluate(size) > 2.5 * usual
    assert page.evaluate(LIST_TOO_WIDE) == []
    screen.locator('[data-letters="-1"]').press("Enter")
    kept = text.evaluate(size)
    turn = screen.locator("[data-turn]")
    turn.press("Space")
    expect(turn).to_have_attribute("aria-pressed", "true")
    expect(text).to_be_in_viewport()
    assert (
        screen.locator('[data-text="counter"]')
        .evaluate("node => getComputedStyle(node).transform")
        .startswith("matrix(-1")
    )
    expect(turn).to_be_in_viewport()
    turn.press("Space")
    screen.locator('[data-page="answers"]').press("Enter")
    expect(screen.locator("h2")).to_be_focused()
    asked = screen.locator('[data-text="answers"] .mm-ja')
    expect(asked).to_have_text([sentence.ja for sentence in ANSWERS.values()])
    expect(screen.locator('[data-text="counter"]')).to_be_hidden()
    assert min(list_heights(screen.locator("button, input, textarea"))) >= 44
    assert page.evaluate(LIST_TOO_WIDE) == []
    assert check_frames(page)[0].violations == ()
    fields = screen.locator('[data-text="answers"] :is(input, textarea)')
    fields.first.focus()
    page.keyboard.type("3F & <b>")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(fields.nth(1)).to_be_focused()
    page.keyboard.type("000-0000")
    page.keyboard.press("Enter")  # sends nothing
    canvas = screen.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 70)
    page.mouse.up()
    inked = (
        "node => node.width > 0 && node.getContext('2d').getImageData(0, 0, node.width, node.height).data.some(Boolean)"
    )
    assert canvas.evaluate(inked)
    screen.locator("[data-clear]").press("Enter")
    assert not canvas.evaluate(inked)
    page.set_viewport_size({"width": 640, "height": 360})
    assert page.evaluate(LIST_TOO_WIDE) == []
    page.keyboard.press("Escape")
    expect(screen).to_be_hidden()
    page.wait_for_function(HELD.format(0))
    card.locator('[data-ask="counter"]').click()
    assert fields.evaluate_all("all => all.map(one => one.value)") == [""] * len(ANSWERS)
    expect(screen.locator('[data-text="counter"]')).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 568})
    assert text.evaluate(size) == kept


def test_the_first_views_screen_asks_for_its_tools(open_page: PageOpener, app: RunningApp) -> None:
    """They are a file that comes when it opens; where that does not come the screen is as it is."""
    page, log = open_page("", viewport="phone")
    save_data(page)
    give_voices(page, MANY)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{app.url}/?lang=my&city=sakai")
    screen, button = page.locator("#first-view [data-dialog]"), page.locator('#first-view [data-ask="counter"]').first
    page.wait_for_function("() => window.madoguchiAloud")
    page.evaluate("() => window.arrive()")
    expect(screen.locator("[data-letters]")).to_have_count(0)
    page.context.set_offline(True)
    button.click()
    expect(screen).to_be_visible()
    page.keyboard.press("Escape")
    page.context.set_offline(False)
    button.click()
    expect(screen.locator("[data-letters]")).to_have_count(2)
    expect(screen.locator("[data-turn]")).to_be_visible()
    expect(screen.locator('[data-aloud="native"]')).to_be_hidden()  # no voice for it
    screen.locator('[data-aloud="ja"]').click()
    assert hear(page)[0] == ("ja-JP", "堺市に住んでいます。")
    screen.locator('[data-page="answers"]').click()
    expect(screen.locator('[data-text="answers"]')).to_be_visible()
    assert check_frames(page)[0].violations == ()
    assert [url for url in asked if "/desk-" in url] == [url for url in asked if "/desk-my." in url]
    assert (log.page_errors, log.foreign_requests) == ([], [])
