"""Every word goes through the catalogues, and every catalogue has every word."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from pages.languages.language import CATALOGUES, list_languages, read_catalogue
from pages.languages.texts import check_catalogue, extract_texts, list_catalogues, list_strings, update_catalogue

PAGES = CATALOGUES.parent
TEMPLATES = PAGES / "markup" / "templates"
WORDS = re.compile(r"[^\W\d_]{2,}")
QUIET = {
    "key",
    "type",
    "width",
    "layout",
    "gap",
    "on_change",
    "on_click",
    "url_path",
    "position",
}  # arguments nobody reads
OWN_NAMES = {"OpenStreetMap", "地理院タイル", "出典：気象庁ホームページを加工して作成"}  # credits, as their owners ask
READ = {"aria-label", "title", "placeholder", "alt", "data-copied", "data-loading"}
READ |= {"data-asking", "data-found", "data-item", "data-refused"}


def list_ids(message: Message) -> list[str]:
    """List the English texts of a message: one, or singular and plural."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


@pytest.fixture(scope="module")
def template() -> Catalog:
    """All texts of the program."""
    return extract_texts()


@pytest.mark.parametrize("file", list_catalogues(), ids=lambda file: file.stem)
def test_each_catalogue_is_complete(file: Path, template: Catalog) -> None:
    """No text is missing, fuzzy, left over or has other placeholders; the remedy is `make texts`, then translating."""
    assert check_catalogue(file, template) == []


@pytest.mark.parametrize("file", list_catalogues(), ids=lambda file: file.stem)
def test_a_sentence_ends_where_the_english_one_does(file: Path) -> None:
    """Another may follow on the same line: without its full stop the two would run together."""
    sentences = [message for message in read_catalogue(file) if message.id and list_ids(message)[-1].endswith(".")]
    assert len(sentences) > 50
    assert [text for message in sentences for text in list_strings(message) if text[-1] not in ".?。।။"] == []


def test_each_language_has_a_heading_of_its_own() -> None:
    """Each says in its own words what this is; no two languages say it alike."""
    headings = {language.gettext("Find your city office and a Japanese class") for language in list_languages()}
    assert len(headings) == len(list_catalogues()) + 1  # and English, the program's own


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('msgstr "Karte"', 'msgstr ""'), "no translation of 'Map'"),
        (('msgid "Map"', '#, fuzzy\nmsgid "Map"'), "fuzzy: 'Map'"),
        (('msgid "Map"', 'msgid "Mop"'), "not in the program any more: 'Mop'"),
        (("{a} und {b}", "{a} und {c}"), "has not exactly the placeholders ['a', 'b']"),
    ],
)
def test_what_a_catalogue_lacks_is_named(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    """Each kind of fault is found; a whole catalogue has none."""
    wanted = Catalog()
    wanted.add("Map")
    wanted.add("{a} and {b}")
    file = tmp_path / "de.po"
    text = 'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Map"\nmsgstr "Karte"\n\n'
    text += 'msgid "{a} and {b}"\nmsgstr "{a} und {b}"\n'
    file.write_text(text, encoding="utf-8")
    assert check_catalogue(file, wanted) == []
    file.write_text(text.replace(*change), encoding="utf-8")
    assert any(problem in found for found in check_catalogue(file, wanted))


def test_an_update_keeps_what_is_translated(tmp_path: Path) -> None:
    """New texts come in empty, old ones go, the rest and the comments at the top stay."""
    file = tmp_path / "de.po"
    head = (
        '# Name: Deutsch\nmsgid ""\nmsgstr ""\n"Language: de\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    file.write_text(head + 'msgid "Map"\nmsgstr "Karte"\n\nmsgid "Old"\nmsgstr "Alt"\n', encoding="utf-8")
    wanted = Catalog()
    wanted.add("Map")
    wanted.add("List")
    update_catalogue(file, wanted)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Name: Deutsch\n")
    assert 'msgid "Map"\nmsgstr "Karte"' in text
    assert 'msgid "List"\nmsgstr ""' in text
    assert "Old" not in text
    update_catalogue(file, wanted)
    assert file.read_text(encoding="utf-8") == text


def list_drawn_literals(tree: ast.Module) -> Iterator[str]:
    """Yield the words that a module hands to Streamlit as they stand."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("st."):
            values = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg not in QUIET)]
            yield from (
                str(value.value) for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)
            )


def test_no_literal_text_is_drawn() -> None:
    """Every call that draws gets its words from a catalogue."""
    keys = {
        "query",
        "page",
        "seen",
        "view",
        "written",
        "features",
        "opening",
        "taken",
        "drawn",
    }  # of what a session keeps
    found = {
        (file.name, words)
        for file in PAGES.rglob("*.py")
        for words in list_drawn_literals(ast.parse(file.read_text(encoding="utf-8")))
        if WORDS.search(words)
        and words not in {*keys, "Accept-Language"}
        and not words.startswith(("theme.", "server.", "browser."))
    }
    assert found == set()


def test_the_reader_of_the_syntax_tree_sees_literals() -> None:
    """The check above would notice."""
    assert list(list_drawn_literals(ast.parse('st.button("Press", key="x")'))) == ["Press"]


class _Reader(HTMLParser):
    """Collects what a template says without its expressions."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"style", "script"}
        self.words += [value for name, value in attrs if name in READ and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "script"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def list_own_words(template: Path) -> list[str]:
    """List the words that stand in a template outside of its expressions, our own names left out."""
    reader = _Reader()
    reader.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{\w+\}", "", template.read_text("utf-8"), flags=re.DOTALL))
    words = " ".join(reader.words)
    for name in OWN_NAMES:
        words = words.replace(name, "")
    return WORDS.findall(words)


def test_no_template_has_words_of_its_own() -> None:
    """Outside of its expressions a template has tags and signs only."""
    templates = sorted(TEMPLATES.glob("*.html"))
    assert templates
    assert {file.name: words for file in templates if (words := list_own_words(file))} == {}
