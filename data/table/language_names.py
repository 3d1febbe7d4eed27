"""Languages as tables name them: by tag (BCP 47), or as lists in Japan call them (英語・ベトナム語)."""

from __future__ import annotations

import re
import unicodedata

from data.table.office_cells import LANGUAGES

_NAMES = {  # the usual name first
    "ar": "アラビア語 / arabic",
    "bn": "ベンガル語 / bengali",
    "de": "ドイツ語 / 独語 / german",
    "en": "英語 / 英 / english",
    "es": "スペイン語 / 西語 / 西 / spanish",
    "fa": "ペルシア語 / ペルシャ語 / persian",
    "fil": "フィリピノ語 / フィリピン語 / タガログ語 / tagalog / filipino / tl",
    "fr": "フランス語 / 仏語 / 仏 / french",
    "hi": "ヒンディー語 / ヒンディ語 / hindi",
    "id": "インドネシア語 / インドネシア / indonesian",
    "it": "イタリア語 / 伊語 / italian",
    "ja": "日本語 / やさしい日本語 / 和 / japanese",
    "km": "クメール語 / カンボジア語 / khmer",
    "ko": "韓国語 / 韓国朝鮮語 / 韓国・朝鮮語 / 朝鮮語 / ハングル / 韓 / korean",
    "lo": "ラオ語 / ラオス語 / lao",
    "mn": "モンゴル語 / mongolian",
    "ms": "マレー語 / マレーシア語 / malay",
    "my": "ミャンマー語 / ビルマ語 / burmese",
    "ne": "ネパール語 / nepali",
    "pt": "ポルトガル語 / 葡語 / 葡 / portuguese",
    "pt-BR": "ポルトガル語(ブラジル) / ブラジルポルトガル語",
    "ru": "ロシア語 / 露語 / russian",
    "si": "シンハラ語 / sinhala",
    "ta": "タミル語 / tamil",
    "th": "タイ語 / thai",
    "tr": "トルコ語 / turkish",
    "uk": "ウクライナ語 / ukrainian",
    "ur": "ウルドゥー語 / ウルドゥ語 / urdu",
    "vi": "ベトナム語 / ヴェトナム語 / 越語 / 越 / vietnamese",
    "zh": "中国語 / 北京語 / 普通話 / 中 / chinese",
    "zh-Hans": "中国語(簡体字) / 中国語(簡体) / 簡体字 / 簡体中国語",
    "zh-Hant": "中国語(繁体字) / 中国語(繁体) / 繁体字 / 繁体中国語",
}
_TAGS = {name: tag for tag, names in _NAMES.items() for name in names.split(" / ")} | {
    tag.lower(): tag for tag in (*LANGUAGES, "ja")
}
_LONG = re.compile("|".join(re.escape(name) for name in _TAGS if "・" in name))  # names that hold a separator
_SEPARATORS = re.compile(r"[\s・、,;/]+|と|及び|および")


def read_language_names(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that a cell means, each once and in its order, and what in it is no language known here."""
    folded = unicodedata.normalize("NFKC", cell).lower()
    folded = _LONG.sub(lambda found: f" {_TAGS[found[0]]} ", folded)
    parts = [part for part in _SEPARATORS.split(folded) if part]
    words = [word for part in parts for word in ([part] if part in _TAGS else re.split("[()]", part)) if word]
    tags = [_TAGS.get(word.replace("_", "-")) for word in words]
    known = tuple(dict.fromkeys(tag for tag in tags if tag))
    return known, tuple(word for word, tag in zip(words, tags, strict=True) if tag is None)
