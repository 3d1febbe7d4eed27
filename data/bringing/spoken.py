"""Languages as Japanese offices write them, 英語・中国語・ベトナム語 その他、電話通訳, by BCP 47 and as notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from data.offices import LanguageNote
from data.table.language_names import read_language_names

_NOTES: Mapping[LanguageNote, re.Pattern[str]] = {
    "by day": re.compile(
        r"曜日(?:により|によって|ごと|別|限定)|[月火水木金土日]曜|\((?:[月火水木金土日][・,、~-]?)+\)"
    ),
    "more": re.compile("その他|ほか|他(?:に|[0-9]|$)|など|等|[0-9]+(?:[かカヶ]国|言)"),
    "interpreting": re.compile("通訳|翻訳機|翻訳アプリ|音声翻訳|タブレット"),
    "easy Japanese": re.compile("やさしい(?:日本語|にほんご)"),
}
_BRACKET = re.compile(r"\([^()]*\)")
_APART = re.compile(r"[・、,，;；/／\s]+|及び|および|並びに|と(?=.*語)")
_AND_MORE = re.compile("(?:対応|など|等|ほか|他)$")
_WORDS = (  # that say something of languages and name none
    "その他 ほか 他 に 以上 上記 以外 など 等 電話 映像 テレビ 遠隔 オンライン 三者 多言語 音声 通訳 翻訳 機 アプリ"
    " タブレット コールセンター による により によって を で の も にて 対応 可能 可 利用 使用 あり 有"
    " やさしい にほんご 日本語 曜日 異なります 異なる ごと 別"
)
_PHRASE = re.compile(rf"(?:{'|'.join(_WORDS.split())}|[0-9]+(?:[かカヶ]国語?|言語)|[月火水木金土日]曜?)+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Languages of a counter: spoken there, only by telephone or interpreter, what is noted, words not understood."""

    languages: tuple[str, ...] = ()
    by_phone: tuple[str, ...] = ()
    notes: tuple[LanguageNote, ...] = ()
    unknown: tuple[str, ...] = ()


def read_spoken(text: str) -> Spoken:
    """Return the languages that a cell names, each once in its order."""
    folded = re.sub("韓国[・/]朝鮮語", "韓国語", unicodedata.normalize("NFKC", text))
    here: dict[str, None] = {}
    by_phone: dict[str, None] = {}
    unknown = []
    for part, brackets in _part(folded):
        name = _AND_MORE.sub("", part)
        if tags := _read_tags(name) or _read_tags(f"{name}語"):
            spoken = by_phone if re.search("電話|通訳", brackets) else here
            spoken.update(dict.fromkeys(tag for tag in tags if tag != "ja"))
        elif not _PHRASE.fullmatch(part):
            unknown.append(part)
    notes = [note for note, pattern in _NOTES.items() if pattern.search(folded)]
    if "more" not in notes and any(word.endswith("語") for word in unknown):
        notes.insert(notes.index("by day") + 1 if "by day" in notes else 0, "more")
    return Spoken(tuple(here), tuple(tag for tag in by_phone if tag not in here), tuple(notes), tuple(unknown))


def _read_tags(name: str) -> tuple[str, ...]:
    """Return the language that a word names; () if it says anything else."""
    tags, unknown = read_language_names(name)
    return () if unknown else tags


def _part(text: str) -> list[tuple[str, str]]:
    """Part a text into words, each with what stands in brackets behind it."""
    brackets = _BRACKET.findall(text)
    marked = _BRACKET.sub("\0", text)
    parts = []
    for part in filter(None, _APART.split(re.sub(r"[。:]", " ", marked))):
        word, held = part.replace("\0", ""), part.count("\0")
        parts.append((word, " ".join(brackets[:held])))
        brackets = brackets[held:]
    return [(word, bracket) for word, bracket in parts if word]
