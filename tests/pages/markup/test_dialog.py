"""The screen that cards open, and what a card offers behind "more"."""

import re
from datetime import date

import pytest
from markupsafe import escape

from data.folder import locate_files
from data.records import Check
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import load_atlas
from pages.answers.scene import Scene
from pages.card.card import describe_card
from pages.languages.bilingual import Bilingual
from pages.languages.language import Language, list_languages, load_language
from pages.letters import report, request
from pages.letters.answering import ANSWERS
from pages.letters.asking import Asking
from pages.markup.desk import list_desks, name_desk
from pages.markup.dialog import render_dialog
from pages.markup.plain_page import render_page
from pages.markup.rendering import render_template, share_words
from tests.hostile import HOSTILE
from tests.pages.parsed_html import Document, read_html
from tests.pages.samples import SAKAI, make_city, render_card

VARIABLE = "MADOGUCHI_REPORT_TO"
LANGUAGES = list_languages()
ENGLISH, VIETNAMESE = load_language("en"), load_language("vi")


@pytest.fixture(autouse=True)
def _nobody_receives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


def list_asked(document: Document) -> list[str]:
    """List what the buttons of a card open."""
    return [button.attributes["data-ask"] for button in document.find("button") if "data-ask" in button.attributes]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_all_sentences_are_in_the_screen(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every choice is answered by what is there already; each sentence says its language; all is closed."""
    monkeypatch.setenv(VARIABLE, "r@b.jp")
    document = read_html(render_dialog(language))
    assert document.unclosed == []
    letters = (*request.SUBJECTS, *request.LETTER, *report.SUBJECTS, *report.LETTER)
    sentences = (*request.COUNTER, *ANSWERS.values(), *letters)
    shown = document.find("span", class_="mm-ja", lang="ja")
    assert len(shown) == len(sentences)
    assert len(document.find("span", class_="mm-native")) == (0 if language.code == "ja" else len(sentences))
    entries = " ".join(pair.attributes.get("data-when", "") for pair in document.find("p"))
    values = {field.attributes["value"] for field in document.find("input") if "value" in field.attributes}
    given = {*request.OPTIONAL, *request.OPTIONAL.values(), "days"} - {"lives"}
    assert set(re.split("[ +]+", entries.strip())) - values == given  # what is given rather than chosen
    assert len(document.find("dialog")) == 1
    assert "open" not in document.find("dialog")[0].attributes


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_first_views_screen_leaves_its_tools_to_a_file(language: Language) -> None:
    """The very first answer holds where they are; the file has all that the app's screen has besides, and its style."""
    brief, whole = render_dialog(language, "./x/desk.html"), render_dialog(language)
    rest = list_desks()[name_desk(language)].decode()
    tools = (
        "data-aloud=ja",
        "data-letters",
        "data-turn",
        "data-page",
        "<canvas",
        *(pair.ja for pair in ANSWERS.values()),
    )
    plain = {text: text.replace('"', "") for text in (brief, whole, rest)}
    assert [tool for tool in tools if tool in plain[brief]] == []
    assert [tool for tool in tools if tool not in plain[whole] or tool not in plain[rest]] == []
    assert read_html(rest).unclosed == []
    assert rest.startswith("<style>")
    assert read_html(brief).find("dialog")[0].attributes["data-desk"] == "./x/desk.html"
    assert "data-desk" not in whole


def test_what_a_form_of_a_page_could_confuse_is_named_our_own_way() -> None:
    """Streamlit takes names away that a form or a document has itself, such as children."""
    names = {
        field.attributes["name"]
        for field in read_html(render_dialog(ENGLISH)).find("input")
        if "name" in field.attributes
    }
    assert all(name.startswith("mm-ask-") for name in names)


@pytest.mark.parametrize(
    ("receiver", "base", "target"),
    [
        ("r@b.jp", "mailto:r@b.jp?", None),
        ("https://t.example.org/new", "https://t.example.org/new?", "_blank"),
        ("", None, None),
    ],
)
def test_reports_go_to_whom_the_setting_names(
    monkeypatch: pytest.MonkeyPatch, receiver: str, base: str | None, target: str | None
) -> None:
    """Nothing configured: the screen has no part for reports, and links to nobody."""
    monkeypatch.setenv(VARIABLE, receiver)
    document = read_html(render_dialog(ENGLISH))
    (dialog,) = document.find("dialog")
    assert dialog.attributes.get("data-receiver") == base
    links = [link for link in document.find("a") if "data-report-link" in link.attributes]
    assert [link.attributes.get("target") for link in links] == ([target] if base else [])
    assert ("Which line?" in dialog.text) is bool(base)
    assert "data/corrections.csv" not in dialog.text


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_card_offers_what_to_do(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts come first; then buttons: the counter, a letter to each address, reports if anybody reads them."""
    city = make_city("271004", emails=("a@b.jp", "c@d.jp"))
    document = read_html(render_card(describe_card(city, language), language))
    assert document.unclosed == []
    assert [section.attributes.get("data-field") for section in document.find("section")] == [
        "class",
        "department",
        "email",
        "website",
    ]
    (more,) = [part for part in document.find("div") if "data-asking" in part.attributes]
    assert (more.attributes["data-city-ja"], more.attributes["data-code"]) == ("大阪市", "271004")
    letters = document.find("a", data_ask="letter")
    assert [link.attributes["href"] for link in letters] == ["mailto:a@b.jp", "mailto:c@d.jp"]
    assert list_asked(document) == ["counter"]
    monkeypatch.setenv(VARIABLE, "r@b.jp")
    assert list_asked(read_html(render_card(describe_card(city, language), language))) == ["counter", "report"]
    assert not read_html(render_card(describe_card(SAKAI, language), language)).find("a", data_ask="letter")


def test_what_a_city_confirmed_stands_on_the_card() -> None:
    """The day, the role and the evidence are told, as text."""
    check = Check("271403", "email", "x", "2026-04-01", "Staff", HOSTILE)
    city = make_city("271403", emails=("a@b.jp",), checks=(check,))
    html = render_card(describe_card(city, ENGLISH, today=date(2026, 11, 27)), ENGLISH)
    assert "Confirmed by the city on April 1, 2026." in html
    assert f"Staff · {escape(HOSTILE)}" in html
    assert "<script" not in html


def test_a_hostile_name_is_only_text() -> None:
    """A city's name, should it ever hold markup, stays inside its attribute."""
    asking = Asking("271403", Bilingual(HOSTILE, HOSTILE), ())
    html = render_template("more.html", card=type("Card", (), {"asking": asking}), level=2, **share_words(ENGLISH))
    (more,) = [part for part in read_html(html).find("div") if "data-asking" in part.attributes]
    assert more.attributes["data-city"] == more.attributes["data-city-ja"] == HOSTILE
    assert "<script" not in html


def test_the_page_without_scripts_has_it_once() -> None:
    """One screen for all cities; the opened card says the usual request as text, the others link to theirs."""
    atlas = load_atlas(locate_files({}))
    for view in (View(), View(city="sakai")):
        html = str(render_page(Scene(atlas, view, Links("map"), VIETNAMESE)))
        document = read_html(html)
        assert document.unclosed == []
        assert len(document.find("dialog")) == 1
        letters = document.find("a", data_ask="letter")
        assert len(letters) == 21
        assert all("?subject=日" in letter.attributes["href"] for letter in letters)
        plain = [part.text for part in document.find("noscript")]
        assert sum("わたしが通える日本語教室はありますか。" in text for text in plain) == (view.city is not None)
    assert read_html(render_page(Scene(atlas, View(), Links("about"), VIETNAMESE))).find("dialog") == []
