"""やさしい日本語: the catalogue keeps the rules, and the checker of the rules sees what breaks them."""

import pytest

from pages.languages.language import CATALOGUES, read_catalogue
from tests.pages.languages.easy_japanese import MAX_SENTENCE_LENGTH, list_faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("市役所《しやくしょ》に 聞《き》いてください。", None),
        ("メールを 書《か》いてください。", None),
        ("{city}の 市《し》です。2026年《ねん》です。", None),
        ("市役所に 聞《き》いてください。", "kanji without a reading"),
        ("市《シ》です。", "a reading is hiragana"),
        ("あ" * (MAX_SENTENCE_LENGTH + 1), "characters in a sentence"),
        ("あ" * MAX_SENTENCE_LENGTH + "。" + "い" * MAX_SENTENCE_LENGTH, None),
        ("コンサルテーションです。", "a katakana word"),
        ("できないことはないです。", "double negative"),
        ("見《み》なければなりません。", "double negative"),
        ("ご説明《せつめい》いたします。", "honorific"),
        ("令和《れいわ》です。", "Japanese era"),
    ],
)
def test_the_checker_sees_what_breaks_the_rules(text: str, fault: str | None) -> None:
    """Each rule has a text that breaks it; good texts pass."""
    found = list(list_faults(text))
    assert [fault in one for one in found] == ([True] if fault else []) if fault else found == []


def test_the_catalogue_keeps_the_rules() -> None:
    """Every text in easy Japanese is short, has its readings, and says one thing at a time."""
    catalogue = read_catalogue(CATALOGUES / "ja-easy.po")
    strings = [one.string for one in catalogue if one.id]
    texts = [text for one in strings for text in ([one] if isinstance(one, str) else one or ())]
    assert len(texts) > 100
    assert [(text, fault) for text in texts for fault in list_faults(text)] == []
