"""Korean spellings of Japanese kana, by the official rule.

Source: 외래어 표기법 (National Institute of Korean Language), table 4 and chapter 3, section 6: the rows of か, た and
ちゃ are plain at the beginning of a word and aspirated elsewhere, つ is 쓰, ん ends a syllable in ㄴ, っ in ㅅ, long
vowels are not written.
"""

from __future__ import annotations

import re
import unicodedata

from data.kana import to_hiragana

_PLAIN = {
    "あいうえお": "아이우에오",
    "かきくけこ": "가기구게고",
    "がぎぐげご": "가기구게고",
    "さしすせそ": "사시스세소",
    "ざじずぜぞ": "자지즈제조",
    "たちつてと": "다지쓰데도",
    "だぢづでど": "다지즈데도",
    "なにぬねの": "나니누네노",
    "はひふへほ": "하히후헤호",
    "ばびぶべぼ": "바비부베보",
    "ぱぴぷぺぽ": "파피푸페포",
    "まみむめも": "마미무메모",
    "やゆよ": "야유요",
    "らりるれろ": "라리루레로",
    "わゐゑを": "와이에오",
}
_PLAIN_PAIRS = {
    "き": "갸규교",
    "ぎ": "갸규교",
    "し": "샤슈쇼",
    "じ": "자주조",
    "ち": "자주조",
    "ぢ": "자주조",
    "に": "냐뉴뇨",
    "ひ": "햐휴효",
    "び": "뱌뷰뵤",
    "ぴ": "퍄퓨표",
    "み": "먀뮤묘",
    "り": "랴류료",
}
_ASPIRATED = {"かきくけこ": "카키쿠케코", "たちてと": "타치테토"}  # within a word
_ASPIRATED_PAIRS = {"き": "캬큐쿄", "ち": "차추초"}
_N, _S = 4, 19  # places of ㄴ and ㅅ among the final consonants of Unicode's syllables
_SEAM = "・"  # parts two vowels that belong to two characters


def _join(rows: dict[str, str], pairs: dict[str, str]) -> dict[str, str]:
    single = {kana: hangul for row, spelled in rows.items() for kana, hangul in zip(row, spelled, strict=True)}
    double = {
        first + small: hangul
        for first, spelled in pairs.items()
        for small, hangul in zip("ゃゅょ", spelled, strict=True)
    }
    return single | double


_FIRST = _join(_PLAIN, _PLAIN_PAIRS)
_LATER = _FIRST | _join(_ASPIRATED, _ASPIRATED_PAIRS)
_SYLLABLE = re.compile("[きぎしじちぢにひびぴみり][ゃゅょ]|.", re.DOTALL)
_SMALL = str.maketrans("ぁぃぅぇぉゕゖ", "あいうえおかけ")
_LONG = re.compile(
    "(?<=[おこごそぞとどのほぼぽもよょろを])[うお]|(?<=[うくぐすずつづぬふぶぷむゆゅる])う|(?<=[いきぎしじちぢにひびぴみり])い"
    "|(?<=[あかがさざただなはばぱまやゃらわ])あ|ー"
)


def transcribe_kana(kana: str) -> str:
    """Spell kana in Hangul: とうきょう is 도쿄, with a middle dot between two vowels とよ・おか is 도요오카.

    What is not kana stays as it is.
    """
    text = to_hiragana(unicodedata.normalize("NFKC", kana)).translate(_SMALL)
    spelled = ""
    for match in _SYLLABLE.finditer(_LONG.sub("", text).replace(_SEAM, "")):
        sign = match[0]
        if sign in "んっ" and spelled and _is_open(spelled[-1]):
            spelled = spelled[:-1] + chr(ord(spelled[-1]) + (_N if sign == "ん" else _S))
        else:
            spelled += (_LATER if spelled else _FIRST).get(sign, sign)
    return spelled


def _is_open(syllable: str) -> bool:
    """Tell whether a Hangul syllable has no final consonant yet."""
    return "가" <= syllable <= "힣" and (ord(syllable) - ord("가")) % 28 == 0
