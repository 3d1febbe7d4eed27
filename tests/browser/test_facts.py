"""What the table says of a city is what the popup says, and the card, and both as links that work."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.facts import Facts, read_cards, read_facts, read_popups
from tests.browser.map_page import (
    CARD,
    CITIES,
    POPUP,
    await_map,
    expect_card,
    expect_popup,
    find_app,
    find_marker,
    find_search,
    press_marker,
)
from tests.browser.server import ROOT
from tests.browser.staying import Stay

NEAREST_PX = 6  # from a button that copies to the next
SOURCE = (ROOT / "data" / "cities.tsv").read_text(encoding="utf-8")
URLS = re.findall(r"(?<!\S)https?://\S+", SOURCE)  # an address inside a gateway's address begins none
EMAILS = [match.replace("[at]", "@") for match in re.findall(r"\S+\[at\]\S+", SOURCE)]


@pytest.fixture(scope="module")
def popups(stayer: Stay) -> dict[str, Facts]:
    """What the twenty popups say."""
    page, _ = stayer("/", reduced_motion=True)
    return read_popups(page, await_map(page))


@pytest.fixture(scope="module")
def cards(stayer: Stay) -> dict[str, Facts]:
    """What the twenty cards of the list say."""
    return read_cards(stayer("/cities").page)


def test_kobe_has_its_department_email_website_and_class(stay: Stay) -> None:
    """A click on Kobe shows all that the source lists, in the popup and in the card beside the map."""
    page, _ = stay("/")
    frame = await_map(page)
    press_marker(page, find_marker(frame, "Kobe, Hyogo"))
    expect_popup(frame, "Kobe")
    expect_card(page, "Kobe")
    for shown in (frame.locator(POPUP), page.locator(CARD)):
        facts = read_facts(shown)
        assert (facts.name, facts.prefecture) == ("Kobe 神戸市", "Hyogo")
        assert facts.pin.startswith("The pin marks the city hall.")
        lines = [(line.text, line.href) for section in facts.sections for line in section.lines]
        department = "Community Engagement Division, Community Engagement and Development Bureau"
        assert (department, None) in lines
        assert ("chiikikyousei@city.kobe.lg.jp", "mailto:chiikikyousei@city.kobe.lg.jp") in lines
        assert "https://www.city.kobe.lg.jp/" in facts.links
        assert "https://www.kicc.jp/en/living_guide/education/school/jpclass" in facts.links


def test_every_listed_address_is_a_link(popups: dict[str, Facts], cards: dict[str, Facts]) -> None:
    """The 47 web addresses and 21 e-mail addresses of the table are links in some popup, and in the list."""
    assert (len(URLS), len(EMAILS)) == (47, 21)
    wanted = {*URLS, *(f"mailto:{email}" for email in EMAILS)}
    for shown in (popups, cards):
        assert wanted - {link for facts in shown.values() for link in facts.links} == set()


def test_popup_and_card_say_the_same(popups: dict[str, Facts], cards: dict[str, Facts]) -> None:
    """Of every city both have the same headings, texts, links, details and doubts in the same order."""
    assert (list(popups), list(cards)) == (list(CITIES), list(CITIES))
    for name in CITIES:
        popup, card = popups[name], cards[name]
        assert card.pin.startswith(popup.pin), name  # the card adds that this is no official site
        assert replace(popup, pin="") == replace(card, pin=""), name


def test_links_open_beside_the_map_and_tell_nothing(popups: dict[str, Facts], cards: dict[str, Facts]) -> None:
    """A web link opens in a tab of its own that knows nothing of this one; an e-mail link stays and can be copied."""
    lines = [
        line
        for facts in (*popups.values(), *cards.values())
        for section in facts.sections
        for line in section.lines
        if line.href
    ]
    web = {(line.target, line.rel, line.copies) for line in lines if (line.href or "").startswith("http")}
    mail = {(line.target, line.rel, line.copies) for line in lines if (line.href or "").startswith("mailto:")}
    assert web == {("_blank", "noopener noreferrer", 0)}
    assert mail == {(None, None, 1)}


def test_links_of_a_city_can_be_told_apart(cards: dict[str, Facts]) -> None:
    """No two links of a section have the same text, labelled by the source or not."""
    for name, card in cards.items():
        for section in card.sections:
            texts = [(line.text, line.detail) for line in section.lines if line.href]
            assert len(set(texts)) == len(texts), (name, section.heading)


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("Kawasaki, Kanagawa", "https://www.city.kawasaki.jp/250/soshiki/4-1-8-0-0.html"),
        ("Kawasaki, Kanagawa", "https://www.city.kawasaki.jp/880/page/0000042877.html"),
        ("Osaka, Osaka", "https://www.city.osaka.lg.jp/kyoiku/page/0000643355.html"),
        ("Kumamoto, Kumamoto", "https://www.city.kumamoto.jp/list00616.html"),
    ],
)
def test_the_original_comes_before_its_translation(
    popups: dict[str, Facts], cards: dict[str, Facts], name: str, original: str
) -> None:
    """Of a page listed through a translation gateway the page itself comes first, the address as listed follows."""
    for facts in (popups[name], cards[name]):
        place = facts.links.index(original)
        gateway = facts.links[place + 1]
        assert gateway in URLS
        assert gateway != original


def test_doubts_stand_beside_the_published_link(popups: dict[str, Facts], cards: dict[str, Facts]) -> None:
    """Sendai's class link stays as published, with the doubt below it; nothing is replaced in silence."""
    for facts in (popups["Sendai, Miyagi"], cards["Sendai, Miyagi"]):
        classes = facts.sections[0]
        assert [line.href for line in classes.lines] == ["https://www.int.senia-sendai.jp/nihongo/"]
        assert [summary for summary, _ in classes.doubts] == ["Doubtful: perhaps int.sentia-sendai.jp."]
        assert "www.int.senia-sendai.jp" in classes.doubts[0][1]


def test_copy_buttons_put_the_address_on_the_clipboard(stay: Stay) -> None:
    """The button in the popup and the one in the card each copy their address, as pasting shows, and touch no other."""
    page, _ = stay("/")
    frame = await_map(page)
    press_marker(page, find_marker(frame, "Osaka, Osaka"))
    expect_popup(frame, "Osaka")
    expect_card(page, "Osaka")
    for shown, email in (
        (frame.locator(POPUP), "ga0030@city.osaka.lg.jp"),
        (page.locator(CARD), "ua0012@city.osaka.lg.jp"),
    ):
        press_copy(shown, email)
        assert paste(page) == email
        upper, lower = (button.bounding_box() for button in shown.locator("[data-copy]").all())
        assert upper
        assert lower
        assert lower["y"] >= upper["y"] + upper["height"] + NEAREST_PX


def test_copy_buttons_of_the_list_work(stay: Stay) -> None:
    """On the page without a map the copy buttons work as well."""
    page, _ = stay("/cities")
    press_copy(find_app(page).locator("#card-sapporo"), "kokusai@city.sapporo.jp")
    assert paste(page) == "kokusai@city.sapporo.jp"


def press_copy(shown: Locator, email: str) -> None:
    """Press the copy button of an address and wait until it says so."""
    button = shown.get_by_role("button", name=f"Copy {email}")
    button.click()
    expect(button).to_have_text("Copied")


def paste(page: Page) -> str:
    """What pasting puts into the search box, which is left empty: else leaving it would search."""
    box = find_search(page)
    box.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+v")
    pasted = box.input_value()
    box.fill("")
    return pasted
