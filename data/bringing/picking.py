"""Which events are Japanese classes, by what their names say, and why: a person can see it and decide otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

_JAPANESE = re.compile("日本語|にほんご|ニホンゴ|japanese", re.IGNORECASE)
_CLASS = re.compile(
    "教室|クラス|講座|講習|ひろば|広場|サロン|サークル|コース|レッスン|学習|勉強|入門|初級|中級|上級|会話|カフェ|塾|スクール|読み書き"
    "|学ぼう|学ぶ|習う|はじめて|class|lesson|course|circle|beginner",
    re.IGNORECASE,
)
_OTHERWISE = (  # names that speak of Japanese and mean no class for those who learn it
    ("やさしい日本語|やさしいにほんご(?!(教室|クラス|ひろば))", "about plain Japanese, for people who speak Japanese"),
    (
        "支援者|サポーター|指導者|教師|教員|養成|教え|教育入門|支援(講座|を?したい|入門)|ボランティア(?!.{0,4}(教室|クラス|ひろば))",
        "for people who teach Japanese",
    ),
    ("スピーチ|コンテスト|弁論|発表会|大会", "a contest"),
    ("字幕|吹替|吹き替え|上映|映画", "a film"),
    ("検定(?!.*対策)|試験(?!.*対策)", "an examination"),
    ("説明会|見学会|相談|交流会|パーティー|まつり|フェス|展示", "about a class at most, no class"),
    ("日本語で(?!学)", "held in Japanese, not about it"),
)
_LEARNS = re.compile(
    "(日本語|にほんご)(を|の|が)?(基礎|初歩|話せ)?(教室|クラス|講座|学|習|勉強|会話|読み書き|レッスン|指導|サロン)"
)


@dataclass(frozen=True, slots=True)
class Pick:
    """Whether an event is a class, and why; None where a person has to say."""

    is_class: bool | None
    why: str


def pick_event(name: str, about: str, take: Collection[str] = (), leave: Collection[str] = ()) -> Pick | None:
    """Judge an event by its name, and where that says nothing by its description; None where neither speaks of it.

    `take` and `leave` are pieces of names that a person has decided of.
    """
    folded = unicodedata.normalize("NFKC", name)
    for pieces, is_class in ((leave, False), (take, True)):
        if piece := next((piece for piece in pieces if unicodedata.normalize("NFKC", piece) in folded), None):
            return Pick(is_class, f"--{'take' if is_class else 'leave'} {piece}")
    japanese, lesson = _JAPANESE.search(folded), _CLASS.search(_JAPANESE.sub(" ", folded))
    if japanese:
        for pattern, why in _OTHERWISE:
            if found := re.search(pattern, folded):
                return Pick(is_class=False, why=f"{why} ({found[0]})")
        if lesson:
            return Pick(is_class=True, why=f"its name says {japanese[0]} and {lesson[0]}")
        return Pick(None, f"its name says {japanese[0]}, but not that it is a class")
    if learns := _LEARNS.search(unicodedata.normalize("NFKC", about)):
        return Pick(None, f"its description says {learns[0]}, its name does not")
    return None
