"""From kana to Latin letters, and one comparison key in which all spellings of a name meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from data.kana import to_hiragana
from data.places.hanzi import unify_variants

_ROWS = {
    "あいうえお": "a i u e o",
    "かきくけこ": "ka ki ku ke ko",
    "がぎぐげご": "ga gi gu ge go",
    "さしすせそ": "sa shi su se so",
    "ざじずぜぞ": "za ji zu ze zo",
    "たちつてと": "ta chi tsu te to",
    "だぢづでど": "da ji zu de do",
    "なにぬねの": "na ni nu ne no",
    "はひふへほ": "ha hi fu he ho",
    "ばびぶべぼ": "ba bi bu be bo",
    "ぱぴぷぺぽ": "pa pi pu pe po",
    "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo",
    "らりるれろ": "ra ri ru re ro",
    "わゐゑをゔ": "wa i e o vu",
    "ぁぃぅぇぉ": "a i u e o",
    "ゃゅょゎ": "ya yu yo wa",
    "ゕゖ": "ka ke",  # the small ヶ of 龍ヶ崎 is spelled like the large one of 龍ケ崎
}
_SYLLABLES = {kana: latin for row, spelled in _ROWS.items() for kana, latin in zip(row, spelled.split(), strict=True)}
_STEMS = {"し": "sh", "じ": "j", "ち": "ch", "ぢ": "j"}  # these take a plain vowel: しゃ is "sha", but きゃ is "kya"
_SYLLABLES |= {
    first + small: _STEMS.get(first, _SYLLABLES[first][0] + "y") + vowel
    for first in "きぎしじちぢにひびぴみり"
    for small, vowel in zip("ゃゅょ", "auo", strict=True)
}
_SYLLABLE = re.compile("|".join(sorted(_SYLLABLES, key=len, reverse=True)))
_LONG = dict(zip("aiueo", "āīūēō", strict=True))
_SHORT = str.maketrans({long: short for short, long in _LONG.items()})
_SEAM = "・"
_LATIN = re.compile("[a-z]")
# Kunrei and Nihon-shiki spell some syllables otherwise: Hirosima, Kitakyusyu, Hukuoka, Tiba, Zyoetu, Numadu.
_HEPBURN = (
    (re.compile("sy(?=[auo])|s(?=i)"), "sh"),
    (re.compile("(?<!ci)ty(?=[auo])|t(?=i)"), "ch"),  # the words "city" and "prefecture" stay
    (re.compile("[zj]y(?=[auo])|z(?=i)"), "j"),
    (re.compile("(?<!prefec)t(?=u)"), "ts"),
    (re.compile("d[dz]*(?=u)"), "z"),
    (re.compile("(?<![sc])h(?=u)"), "f"),
)
_KUNREI = re.compile("|".join(pattern.pattern for pattern, _ in _HEPBURN))  # most names have nothing of it
_M_FOR_N = re.compile("m(?=[bmp])")
_LONG_OH, _LONG_O, _LONG_U = re.compile("oh(?![aiueoy])"), re.compile("o[ou]+"), re.compile("uu+")
_ENDS_IN_TCH, _DOUBLED = re.compile("っ(?=ch)"), re.compile("っ([a-z]?)")


def romanize_kana(kana: str, *, macrons: bool = False) -> str:
    """Spell kana in modified Hepburn, with a capital: おおさか is "Osaka", with macrons "Ōsaka".

    お段 + う or お, and う段 + う, are long vowels unless a middle dot parts them because they belong to two characters
    (とよ・おか); ー lengthens any vowel. ん before a vowel or y gets its apostrophe only beside macrons. っち is tchi.
    What is not kana stays as it is.
    """
    spelled = _spell_syllables(unicodedata.normalize("NFKC", kana))
    spelled = re.sub("o[ou]", "ō", spelled.replace("uu", "ū"))
    spelled = re.sub("([aiueo])ー", lambda match: _LONG[match[1]], spelled)
    spelled = re.sub("ん(?=[aiueoyāīūēō])", "n'" if macrons else "n", spelled).replace("ん", "n")
    spelled = re.sub(f"[{_SEAM}ー]", "", spelled)
    if not macrons:
        spelled = spelled.translate(_SHORT)
    return spelled[:1].upper() + spelled[1:]


def fold_name(text: str) -> str:
    """Return the comparison key of a name: equal for all its spellings, "" if it holds no letter or digit.

    Width, case, kana or Latin letters, macrons and other diacritics, spaces, hyphens and apostrophes make no
    difference; nor do long vowels (Ōsaka, Oosaka, Ohsaka), m for n (Gumma), cch for tch and Kunrei (Hirosima).
    Japanese, traditional and simplified characters are one; Hangul becomes its letters.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _fold(folded if folded.isascii() else unify_variants(folded))


def fold_spelling(text: str) -> str:
    """Return the same key but for Japanese, traditional and simplified characters, which stay what they are.

    The static edition's pages have these keys; pages/edition/static_fold.js, which has no table of characters, makes
    them of what a visitor types.
    """
    return _fold(unicodedata.normalize("NFKC", text).casefold())


def list_syllables() -> Mapping[str, str]:
    """List how each kana syllable is spelled, those of two kana included."""
    return MappingProxyType(_SYLLABLES)


def _fold(folded: str) -> str:
    if not folded.isascii():
        folded = _spell_syllables(folded).replace("ん", "n")
    if not folded.isascii():
        folded = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    if not folded.isalnum() or "ー" in folded:
        folded = "".join(char for char in folded if char.isalnum() and char != "ー")
    if not _LATIN.search(folded):
        return folded  # written in kanji or Hangul: nothing of what follows is about it
    if _KUNREI.search(folded):
        for kunrei, hepburn in _HEPBURN:
            folded = kunrei.sub(hepburn, folded)
    folded = _M_FOR_N.sub("n", folded.replace("cch", "tch"))
    folded = _LONG_OH.sub("o", folded)
    return _LONG_U.sub("u", _LONG_O.sub("o", folded))


def join_keys(first: str, second: str) -> str:
    """Return the key of two names in a row, from their keys: Yao, Osaka has one long vowel where they meet."""
    seam = first[-1:] + second[:1]
    return fold_name(first + second) if seam in {"oo", "ou", "uu"} else first + second


def _spell_syllables(text: str) -> str:
    """Spell every kana syllable; ん, ー and seams stay, because they depend on what follows."""
    spelled = _SYLLABLE.sub(lambda match: _SYLLABLES[match[0]], to_hiragana(text))
    if "っ" not in spelled:
        return spelled
    spelled = _ENDS_IN_TCH.sub("t", spelled)
    return _DOUBLED.sub(lambda match: match[1] if match[1] in "aiueon" else match[1] * 2, spelled)
