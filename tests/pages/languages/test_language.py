"""The languages: which there are, which a reader gets, and that one file is enough for one more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from pages.health.broken import list_broken
from pages.languages import language
from pages.languages.language import CATALOGUES, list_languages, load_language, read_catalogues
from pages.languages.readers_language import choose_language, find_code

ESPERANTO = """# Name: Esperanto
# Reviewed: Zamenhof, 1887
# Direction: rtl
msgid ""
msgstr ""
"Language: eo\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Map"
msgstr "Mapo"

msgid "{total} city"
msgid_plural "{total} cities"
msgstr[0] "{total} urbo"
msgstr[1] "{total} urboj"
"""


@pytest.fixture
def esperanto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more catalogue, in a folder of its own."""
    (tmp_path / "eo.po").write_text(ESPERANTO, encoding="utf-8")
    monkeypatch.setenv("MADOGUCHI_LANGUAGES", str(tmp_path))
    read_catalogues.cache_clear()
    yield
    read_catalogues.cache_clear()


def test_a_catalogue_cut_between_two_texts_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads as a whole one, but has fewer texts than the others; once it is whole, nothing is told any more."""
    monkeypatch.setattr("pages.languages.language.CATALOGUES", tmp_path)
    whole, part = ESPERANTO.removesuffix("\n"), "texts of language io"
    (tmp_path / "eo.po").write_text(whole, encoding="utf-8")
    (tmp_path / "io.po").write_text(whole[: whole.index('\nmsgid "{total}')], encoding="utf-8")
    read_catalogues.cache_clear()
    try:
        assert [language.code for language in list_languages()] == ["en", "eo", "io"]
        assert "bring back the whole file" in list_broken()[part]
        (tmp_path / "io.po").write_text(whole, encoding="utf-8")
        assert len(list_languages()) == 3
        assert part not in list_broken()
    finally:
        read_catalogues.cache_clear()


def test_the_shipped_languages_name_themselves() -> None:
    """English first; each with its own name, its tag and who has read it."""
    shipped = {
        language.code: (language.tag, language.name, language.reviewed, language.readings)
        for language in list_languages()
    }
    assert next(iter(shipped)) == "en"
    assert shipped["en"] == ("en", "English", True, False)
    assert shipped["ja"] == ("ja", "日本語", False, False)
    assert shipped["ja-easy"] == ("ja", "やさしい日本語", False, True)
    assert shipped["vi"] == ("vi", "Tiếng Việt", False, False)
    assert shipped["zh-Hans"] == ("zh-Hans", "简体中文", False, False)
    assert shipped["my"] == ("my", "မြန်မာ", False, False)


@pytest.mark.parametrize(
    ("asked", "cookie", "accepted", "chosen"),
    [
        (None, None, None, "en"),
        ("vi", "ja", "en", "vi"),
        (None, "ja-easy", "vi", "ja-easy"),
        (None, None, "vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        (None, None, "de,ja-JP;q=0.5,en;q=0.4", "ja"),
        (None, None, "en;q=0.1,vi;q=0.2", "vi"),
        (None, None, "vi;q=0,de", "en"),
        ("xx", "yy", "zz", "en"),
        ("", "", "", "en"),
        ("JA-Easy", None, None, "ja-easy"),
        (None, None, "zh-CN,zh;q=0.9", "zh-Hans"),
        (None, None, "zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"),
        (None, None, "zh-HK", "zh-Hant"),
        (None, None, "pt-PT,en;q=0.5", "pt-BR"),
        (None, None, "my-MM", "my"),
        (None, None, "in,en;q=0.1", "id"),
        (None, None, "*", "en"),
        (None, None, ";;q=,,é", "en"),
        ("zh-TW", "ja", None, "zh-Hant"),
        ("zh-HK", None, "vi", "zh-Hant"),
        ("zh", None, "vi", "zh-Hans"),
        ("zh-CN", None, None, "zh-Hans"),
        ("zh-SG", None, None, "zh-Hans"),
        ("zh_TW", None, None, "zh-Hant"),
        ("pt", None, None, "pt-BR"),
        ("pt-PT", None, None, "pt-BR"),
        ("en-US", None, "vi", "en"),
        ("en_US", None, "vi", "en"),
        ("EN", None, "vi", "en"),
        ("es-419", None, None, "es"),
        ("tl", None, None, "fil"),
        ("in", None, None, "id"),
        ("my-MM", None, None, "my"),
        ("ja-JP", None, None, "ja"),
        ("ne-NP", None, None, "ne"),
        ("de", None, "vi", "vi"),
        (None, "zh-TW", "en", "zh-Hant"),
    ],
)
def test_the_address_goes_before_the_last_choice_and_the_browser(
    asked: str | None, cookie: str | None, accepted: str | None, chosen: str
) -> None:
    """What is unknown or broken counts for nothing; without anything it is English."""
    assert choose_language(asked, cookie, accepted).code == chosen


@given(st.text(), st.text(), st.text())
def test_any_text_chooses_some_language(asked: str, cookie: str, accepted: str) -> None:
    """No header and no cookie can break the page."""
    assert choose_language(asked, cookie, accepted) in list_languages()


def test_a_catalogue_is_all_a_language_needs(esperanto: None) -> None:
    """A file in the folder, and the language is offered, chosen and spoken."""
    language = choose_language(None, None, "eo")
    assert (language.code, language.name, language.direction) == ("eo", "Esperanto", "rtl")
    assert language.reviewed
    assert find_code("EO") == "eo"
    assert language.gettext("Map") == "Mapo"
    assert [language.ngettext("{total} city", "{total} cities", n) for n in (1, 2)] == ["{total} urbo", "{total} urboj"]
    assert language.gettext("List") == "List"
    assert language.translator == "https://translate.google.com/translate?sl=auto&tl=eo&u="


@pytest.mark.parametrize(
    ("code", "joined"),
    [
        ("en", "A, B, C"),
        ("ja-easy", "A、B、C"),
        ("zh-Hant", "A、B、C"),
        ("vi", "A, B, C"),
        ("ne", "A, B, C"),
        ("my", "A၊ B၊ C"),
    ],
)
def test_names_are_joined_as_the_language_does(code: str, joined: str) -> None:
    """Not every script has the comma."""
    assert load_language(code).join_names("ABC") == joined


@pytest.mark.parametrize(("code", "gap"), [("en", " "), ("ko", " "), ("ja", ""), ("ja-easy", ""), ("zh-Hans", "")])
def test_sentences_are_joined_as_the_language_does(code: str, gap: str) -> None:
    """A full stop as wide as a character has its space in itself."""
    assert load_language(code).gap == gap


@pytest.fixture
def three_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that holds some of the shipped catalogues, and is read in place of theirs."""
    for code in ("en", "vi", "ja"):
        (tmp_path / f"{code}.po").write_bytes((CATALOGUES / f"{code}.po").read_bytes())
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    read_catalogues.cache_clear()
    yield tmp_path
    read_catalogues.cache_clear()


BROKEN = {
    "empty": b"",
    "half": b'# Name: Half\nmsgid ""\nmsgstr ""\n"Language: vi\\n"\n\nmsgid "Map"\nmsgstr "Ban',
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_broken_catalogue_costs_its_language_only(code: str, content: bytes, three_languages: Path) -> None:
    """Its readers get English, the others theirs, the log its name; mended, it is offered without a restart."""
    file = three_languages / f"{code}.po"
    whole = file.read_bytes()
    file.write_bytes(content)
    assert [language.code for language in list_languages()] == [
        other for other in ("en", "ja", "vi") if other != code or other == "en"
    ]
    assert choose_language(code, None, None).gettext("Map") == "Map"
    assert choose_language("ja", None, None).gettext("Map") == "地図"
    assert str(file) in list_broken()[f"language {code}"]
    file.write_bytes(whole)
    assert [language.code for language in list_languages()] == ["en", "ja", "vi"]
    assert load_language("vi").gettext("Map") == "Bản đồ"
    assert list_broken() == {}


def test_an_unknown_code_is_english() -> None:
    """Nobody is left without words."""
    assert load_language("tlh").code == "en"


def test_widgets_get_readings_in_brackets() -> None:
    """What cannot hold ruby says the reading behind the word."""
    assert "（" in load_language("ja-easy").get_label("Prefecture")


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Nara (city): here"),
        ("vi", "Nara (city): here"),
        ("ko", "Nara(city): here"),
        ("ja", "Nara（city）：here"),
        ("ja-easy", "Nara（city）：here"),
        ("zh-Hans", "Nara（city）：here"),
        ("zh-Hant", "Nara（city）：here"),
    ],
)
def test_signs_between_words_are_as_wide_as_the_script(code: str, line: str) -> None:
    """Chinese and Japanese set colons and brackets in the width of a character, Korean its brackets at the word."""
    language = load_language(code)
    assert f"Nara{language.enclose('city')}{language.colon}here" == line


def test_brackets_leave_what_is_safe_and_escape_what_is_not() -> None:
    """HTML stays HTML between them, whatever the language."""
    assert load_language("ja").enclose(Markup("<b>x</b>")) == Markup("（<b>x</b>）")
    assert isinstance(load_language("en").enclose(Markup("<b>x</b>")), Markup)
