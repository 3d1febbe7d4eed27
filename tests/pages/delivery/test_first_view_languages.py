"""The first view in every language: its own tag and heading, all facts, nothing left in English."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.delivery.first_view import FirstView, read_request, render_first_view
from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import drop_readings
from pages.languages.texts import extract_texts
from tests.pages.parsed_html import READING, VOID, read_html

LANGUAGES = [language for language in list_languages() if language.code != "en"]
PATHS = ("/", "/cities", "/about", "/changes", "/quality")
HEADING = "Find your city office and a Japanese class"
NAMED = ("aria-label", "title", "placeholder", "alt")
ATLAS = load_atlas(locate_files({}))


class _Said(HTMLParser):
    """Collects what a reader reads or hears, in the parts that are said to be in the reader's language."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._tag = tag
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in READING:
            self._end_reading()
        values = dict(attrs)
        lang = values.get("lang") or (self._open[-1][1] if self._open else self._tag)
        if lang == self._tag:
            self.texts += [text for name in NAMED if (text := values.get(name))]
        if tag not in VOID:
            self._open.append((tag, lang))

    def _end_reading(self) -> None:
        if self._open and self._open[-1][0] in READING:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "ruby":
            self._end_reading()
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, lang = self._open[-1] if self._open else ("", self._tag)
        if lang == self._tag and tag not in {"script", "style", *READING} and data.strip():
            self.texts.append(" ".join(data.split()))


@cache
def get_view(path: str, language: Language) -> FirstView:
    """Render the first view of an address in a language."""
    asked = read_request(path, {"lang": [language.code]}, {}, "https://map.example.jp")
    assert asked
    return render_first_view(asked)


@cache
def list_texts() -> tuple[str, ...]:
    """List the program's texts."""
    return tuple(message.id for message in extract_texts() if isinstance(message.id, str) and message.id)


def list_english(language: Language) -> set[str]:
    """List the English texts that this language says otherwise."""
    return {text for text in list_texts() if language.gettext(text) != text}


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_the_page_says_its_language_and_has_its_own_heading(language: Language) -> None:
    """The tag of the page is the language's; its heading is said by no other language."""
    view = get_view("/", language)
    assert (view.language, view.direction) == (language.tag, language.direction)
    [heading] = read_html(re.sub(r"<rp>.*?</ruby>", "</ruby>", view.body)).find("h1")
    assert heading.text.strip() == drop_readings(language.gettext(HEADING))
    assert sum(other.gettext(HEADING) == language.gettext(HEADING) for other in list_languages()) == 1


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_nothing_is_left_in_english(language: Language, path: str) -> None:
    """No text of the program stands there untranslated, neither seen nor only heard."""
    said = _Said(language.tag)
    said.feed(get_view(path, language).body)
    assert len(said.texts) > 20
    english = list_english(language)
    assert [text for text in said.texts if text in english] == []


def test_the_search_for_english_finds_it() -> None:
    """The check above would notice: an English page is full of English."""
    said = _Said("en")
    said.feed(get_view("/", load_language("en")).body)
    assert len(set(said.texts) & list_english(load_language("vi"))) > 20


@pytest.mark.parametrize("path", ["/", "/cities"])
@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_every_fact_is_there_in_every_language(language: Language, path: str) -> None:
    """Departments, addresses and links of all twenty, the originals of translated ones too."""
    document = read_html(get_view(path, language).body)
    text, hrefs = document.find("main")[0].text, {link.attributes["href"] for link in document.find("a")}
    for city in ATLAS.cities:
        links = (*city.websites, *city.classes)
        wanted = {link.original for link in links} | {link.published for link in links if link.via}
        assert wanted | {f"mailto:{email}" for email in city.emails} <= hrefs
        said = (city.place.ja, *city.emails, *city.departments)
        assert [words for words in said if words not in text] == []
