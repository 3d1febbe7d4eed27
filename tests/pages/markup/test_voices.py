"""Reading aloud: which voice speaks, what of a text is spoken, and in which pieces."""

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.languages.language import list_languages, load_language
from pages.languages.ruby import annotate, read_notation
from pages.letters.request import COUNTER
from pages.letters.sentences import translate
from pages.markup.bundles import PAGE
from tests.browser.voices import MANY
from tests.hostile import TEXTS
from tests.tools.javascript import run_scripts

LONGEST, LONGEST_DENSE = 140, 60  # signs of a piece, of the last in kana, kanji or hangul


def ask(function: str, value: object) -> Any:
    """Ask one of the script's functions, each time with the arguments of a row."""
    return run_scripts([PAGE / "voices.js"], f"all => all.map(row => madoguchiVoices.{function}(...row))", value)


def choose(cases: Sequence[tuple[Sequence[str], str, Sequence[str]]]) -> list[str | None]:
    """Choose among voices, written `ja-JP`, of a server `ja-JP@`, or with a name `en-US=Albert`."""
    rows = [([_describe(voice) for voice in voices], wanted, own) for voices, wanted, own in cases]
    return [found and found["written"] for found in ask("chooseVoice", rows)]


def _describe(written: str) -> dict[str, object]:
    lang, _, name = written.rstrip("@").partition("=")
    return {"lang": lang, "name": name or lang, "localService": written[-1:] != "@", "written": written}


CASES: Sequence[tuple[Sequence[str], str, Sequence[str], str | None]] = (
    ((), "ja", (), None),
    (("en-US",), "ja", (), None),
    (("en-US",), "en", (), "en-US"),
    (MANY, "ja", (), "ja_JP"),
    (MANY, "vi", (), "vi-VN"),
    (MANY, "my", (), None),
    (MANY, "id", (), "in_ID"),
    (("tl-PH",), "fil", (), "tl-PH"),
    # the tag itself, else the same language; what the device speaks before another country's
    (("pt-PT", "pt-BR"), "pt-BR", ("pt-PT",), "pt-BR"),
    (MANY, "pt-BR", (), "pt-PT"),
    (("es-ES", "es-PE", "es-MX"), "es", ("es-PE", "en"), "es-PE"),
    (("nep", "new-NP"), "ne", (), None),
    # Mandarin for both scripts, Cantonese for nobody who reads the new signs
    (("zh-HK", "zh-TW", "zh-CN"), "zh-Hans", (), "zh-CN"),
    (("zh-HK", "zh-TW", "zh-CN"), "zh-Hant", (), "zh-TW"),
    (("zh-HK", "zh-TW", "zh-CN"), "zh-Hant", ("zh-HK",), "zh-HK"),
    (("zh-HK",), "zh-Hant", (), "zh-HK"),
    (("zh-HK", "yue-HK", "zh-MO"), "zh-Hans", ("zh-HK",), None),
    (("yue-HK", "cmn-Hans-CN"), "zh-Hans", (), "cmn-Hans-CN"),
    (MANY, "zh-Hans", (), "zh-TW"),
    (("zh_CN_#Hans",), "zh-Hant", (), "zh_CN_#Hans"),
    # a voice in the device before one of a server, and jokes last
    (("ja-JP@", "ja-JP=Kyoko"), "ja", (), "ja-JP=Kyoko"),
    (("ja-JP@",), "ja", (), "ja-JP@"),
    (("en-US@", "en-GB"), "en-US", (), "en-GB"),
    (("ja-JP=Eddy (日本語)", "ja-JP=Kyoko"), "ja", (), "ja-JP=Kyoko"),
    (("en-US=Albert",), "en", (), "en-US=Albert"),
)


def test_the_voice_that_fits_a_language() -> None:
    """Of none, one and thirteen voices: the reader's language or nothing, never another."""
    chosen = choose([case[:3] for case in CASES])
    assert [(*case[:3], found) for case, found in zip(CASES, chosen, strict=True)] == list(CASES)


def test_every_language_finds_its_own_voice_among_all() -> None:
    """Whatever the device calls them, no language of ours is spoken by another's voice."""
    tags = [language.tag for language in list_languages()]
    chosen = choose([(tags, tag, ()) for tag in tags])
    assert chosen == tags


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (read_notation("市役所《しやくしょ》は どこですか。"), ["しやくしょは どこですか。"]),
        (f"{annotate('1人', 'ひとり')}で来ました。", ["ひとりで来ました。"]),
        ("I have time. It is 9.30 a.m. Come!", ["I have time.", "It is 9.30 a.m.", "Come!"]),
        ("म नेपाली बोल्छु। धन्यवाद।", ["म नेपाली बोल्छु।", "धन्यवाद।"]),
        ("ဘယ်မှာလဲ။ ကျေးဇူးပါ။", ["ဘယ်မှာလဲ။", "ကျေးဇူးပါ။"]),
        ("用件：＿＿＿＿＿＿", ["用件："]),
        ("？！ 🦊 …", []),
        ("", []),
    ],
)
def test_a_text_is_spoken_sentence_by_sentence(text: str, pieces: list[str]) -> None:
    """A reading is said once, in place of its kanji; a blank line is not said at all."""
    assert ask("splitText", [[text]]) == [pieces]


def test_the_sentences_for_the_counter_are_short_enough() -> None:
    """In easy Japanese no kanji that has a reading is left."""
    easy = load_language("ja-easy")
    sentences = translate(COUNTER, easy)
    for pieces in ask("splitText", [[sentence.native] for sentence in sentences]):
        assert pieces
        assert all(len(piece) <= LONGEST_DENSE and not re.search(r"[一-鿿]", piece) for piece in pieces), pieces


@settings(max_examples=3, deadline=None)
@given(
    st.lists(st.text(alphabet=st.sampled_from("あ漢a .。、,1🦊\u0301 \n「」"), max_size=400), min_size=40, max_size=40)
)
def test_no_piece_is_too_long_and_nothing_is_lost(texts: list[str]) -> None:
    """Whatever is to be said: every letter once, in its order, in pieces that a voice ends."""
    for text, pieces in zip([*texts, *TEXTS], ask("splitText", [[text] for text in [*texts, *TEXTS]]), strict=True):
        assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST for piece in pieces)
        assert all(len(piece) <= LONGEST_DENSE for piece in pieces if re.search("[あ漢]", piece))
        assert re.findall(r"[^\W_]", "".join(pieces)) == re.findall(r"[^\W_]", text)


def test_a_cards_lines_have_no_address_in_them() -> None:
    """Nothing is spelled letter by letter but a number to call; what no voice speaks is left out."""
    lines = [
        ("text", "Sakai", "en"),
        ("text", "Website", "en"),
        ("text", "www.city.example.jp/a_b", "en"),
        ("text", "https://city.example.jp", "en"),
        ("text", "kokusai@city.example.jp", "en"),
        ("phone", "072-000-0000", "en"),
        ("text", "文化国際部", "ja"),
        ("text", "Mon. to Fri., 9:00 to 17:00", "en"),
        ("text", " ", "en"),
    ]
    rows = [{"kind": kind, "text": text, "lang": lang} for kind, text, lang in lines]
    function = "lines => madoguchiVoices.sayLines(lines, lang => lang === 'en')"
    said = run_scripts([PAGE / "voices.js"], function, rows)
    expected = ["Sakai", "Website", "0 7 2, 0 0 0, 0 0 0 0", "Mon. to Fri., 9:00 to 17:00"]
    assert [line["text"] for line in said] == expected, json.dumps(said)
