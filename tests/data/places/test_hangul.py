"""Kana in Hangul: the official rule, and where a vowel is long."""

import re

import pytest

from data.places.gazetteer import list_places
from data.places.hangul import transcribe_kana
from data.places.spellings import find_reading, mark_seams
from data.records import Place

# The readings with a long vowel of the characters in names, each looked at. Where the rule drops a vowel, it is in one.
LONG_READINGS = """
い:いい 飯:いい 新:にい 椎:しい お:おお 大:おお 太:おお 邑:おお,おう 遠:とお 十:とお,じゅう 通:どおり,つう
郡:こおり,ごおり 面:のお 直:のお 真:もお の:のう 中:ちゅう 央:おう 夕:ゆう 当:とう 京:きょう,ぎょう 共:きょう
竜:りゅう 龍:りゅう 湧:ゆう 雄:おう 壮:そう 洞:とう 東:とう,どう 郷:ごう 奥:おう 州:しゅう 城:じょう 王:おう,のう
荘:じょう,しょう 庄:じょう,しょう 峰:ほう,ぽう 郎:ろう 童:どう 陽:よう 相:そう 昭:しょう 結:ゆう 常:じょう 総:そう
光:こう 生:りゅう,にゅう 条:じょう 條:じょう 行:ぎょう 能:のう 鴻:こう 草:そう 銚:ちょう 道:どう 房:ぼう 匝:そう
神:こう,ごう 長:ちょう 江:こう,ごう 近:おう 調:ちょう 青:おう 丈:じょう 港:こう 高:こう 妙:みょう 上:じょう,こう
籠:ろう 入:にゅう 宝:ほう 甲:こう 養:よう 老:ろう 宗:そう 立:りゅう 桑:そう 幸:こう 向:むこう 正:しょう 兵:ひょう
穂:こう 粟:そう 用:よう 広:こう 陵:りょう 坊:ぼう 宮:ぐう 伯:ほう 勝:しょう 防:ほう,おう 周:しゅう 河:ごう 小:しょう
香:こう 洋:よう 九:きゅう 任:とう 島:とう 合:こう 日:ひゅう
"""
LONG = dict(pair.split(":") for pair in LONG_READINGS.split())
PAIRS = re.compile(
    "[おこごそぞとどのほぼぽもよろょ][うお]|[うくぐすずつづぬふぶむゆるゅ]う|[いきぎしじちにひびみり]い|[あかがさただなはばまやらわ]あ"
)


@pytest.mark.parametrize(
    ("kana", "korean"),
    [
        ("さっぽろ", "삿포로"),
        ("せんだい", "센다이"),
        ("ちば", "지바"),
        ("かわさき", "가와사키"),
        ("にいがた", "니가타"),
        ("はままつ", "하마마쓰"),
        ("きょうと", "교토"),
        ("おおさか", "오사카"),
        ("きたきゅうしゅう", "기타큐슈"),
        ("くまもと", "구마모토"),
        ("とうきょう", "도쿄"),
        ("ほっかいどう", "홋카이도"),
        ("とっとり", "돗토리"),
        ("ぐんま", "군마"),
        ("とよ・おか", "도요오카"),
        ("トヨタ", "도요타"),
        ("", ""),
        ("Kobe", "Kobe"),
    ],
)
def test_kana_becomes_hangul(kana: str, korean: str) -> None:
    """The official rule: plain at the beginning, aspirated within, finals for ん and っ, no long vowels."""
    assert transcribe_kana(kana) == korean


def test_a_long_vowel_goes_only_within_a_reading() -> None:
    """A vowel that the rule drops from a Korean name lengthens one character's reading, and never begins one."""
    for ja, kana in sorted({split_ward(place) for place in list_places() if place.kind != "prefecture"}):
        stem = mark_seams(ja, kana.removesuffix(find_reading(ja, kana)))
        readings = [reading for sign in ja for reading in LONG.get(sign, "").split(",") if reading]
        covered = {
            place
            for reading in readings
            for match in re.finditer(f"(?={reading})", stem)
            for place in range(match.start(), match.start() + len(reading))
        }
        # the first sign of a pair may end a long vowel itself: う of すおうおおしま
        pairs = [match.start() for match in PAIRS.finditer(stem)]
        assert all({start, start + 1} <= covered for start in pairs), (ja, stem)


def split_ward(place: Place) -> tuple[str, str]:
    """Return the written and the read name of a place; of a ward without its city's."""
    for city in list_places():
        if city.kind == "city" and city.prefecture == place.prefecture and re.match(f"{city.ja}.", place.ja):
            return place.ja.removeprefix(city.ja), place.kana.removeprefix(city.kana)
    return place.ja, place.kana
