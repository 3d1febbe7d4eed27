"""The languages that a visitor may say to speak: what they are called in Japanese and in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from babel import Locale, UnknownLocaleError

from pages.languages.bilingual import Bilingual
from pages.languages.language import Language
from pages.languages.ruby import drop_readings, read_notation

# By the first part of the tag, in the catalogues' notation: the planned languages of the interface, except Japanese.
JAPANESE_NAMES: Mapping[str, str] = {
    "en": "英語《えいご》",
    "vi": "ベトナム語《ご》",
    "zh": "中国語《ちゅうごくご》",
    "ko": "韓国語《かんこくご》",
    "pt": "ポルトガル語《ご》",
    "es": "スペイン語《ご》",
    "fil": "フィリピノ語《ご》（タガログ語《ご》）",  # lists of interpreters in city halls have the second name
    "ne": "ネパール語《ご》",
    "id": "インドネシア語《ご》",
    "my": "ミャンマー語《ご》",
}
# Where residents say it otherwise than the Unicode locale data: the country's name of today, the spoken language in
# place of the written one (文), no capital letter inside a sentence. By tag.
NATIVE_NAMES: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "en": "tiếng Anh",
        "vi": "tiếng Việt",
        "zh": "tiếng Trung",
        "ko": "tiếng Hàn",
        "pt": "tiếng Bồ Đào Nha",
        "es": "tiếng Tây Ban Nha",
        "fil": "tiếng Philippines",
        "ne": "tiếng Nepal",
        "id": "tiếng Indonesia",
        "my": "tiếng Myanmar",
    },
    "zh-Hans": {"fil": "菲律宾语（他加禄语）"},
    "zh-Hant": {
        "en": "英語",
        "vi": "越南語",
        "ko": "韓語",
        "pt": "葡萄牙語",
        "es": "西班牙語",
        "fil": "菲律賓語（他加祿語）",
        "ne": "尼泊爾語",
        "id": "印尼語",
        "my": "緬甸語",
    },
    "ko": {"my": "미얀마어"},
    "fil": {"uk": "Ukrainian"},
    "ne": {"pt": "पोर्चुगिज", "es": "स्पेनिस", "my": "म्यानमारी (बर्मेली)"},
    "id": {"zh": "Mandarin", "my": "Myanmar"},
}


def list_spoken(language: Language) -> dict[str, Bilingual]:
    """List the languages' names by their codes, the reader's native one first."""
    native = find_native(language)
    return {code: name_spoken(code, language) for code in sorted(JAPANESE_NAMES, key=lambda code: code != native)}


def name_spoken(code: str, language: Language) -> Bilingual:
    """Name a language of the list in both ways; for the reader the name may carry readings."""
    name = read_notation(JAPANESE_NAMES[code])
    ja = drop_readings(name)
    if language.tag == "ja":
        return Bilingual(name if language.readings else ja, ja)
    native = NATIVE_NAMES.get(language.tag, {}).get(code) or _read_names(language.tag).get(code)
    return Bilingual(native or ja, ja)


def name_language(tag: str, language: Language) -> str:
    """Name any language, by its tag, for the reader; as the Unicode locale data has it where it is not in the list."""
    code = tag.partition("-")[0]
    if code in JAPANESE_NAMES:
        return name_spoken(code, language).native
    name = NATIVE_NAMES.get(language.tag, {}).get(code) or _read_names(language.tag).get(code) or tag
    if language.readings:
        return read_notation(name.replace("語", "語《ご》"))
    if language.tag == "zh-Hant":
        return re.sub("文$", "語", name)
    return name[:1].lower() + name[1:] if language.tag == "vi" else name


def name_languages(tags: Iterable[str], language: Language) -> list[str]:
    """Name languages in a row; the word that most of them end with has its reading where it comes first."""
    ending, known, names = read_notation("語《ご》"), False, []
    for name in (name_language(tag, language) for tag in tags):
        names.append(name.replace(ending, "語") if known else name)
        known = known or ending in name
    return names


def put_own_first(tags: Iterable[str], language: Language) -> list[str]:
    """Return languages, by their tags, with the reader's own first."""
    own = language.tag.partition("-")[0]
    return sorted(tags, key=lambda tag: tag.partition("-")[0] != own)


def find_native(language: Language) -> str | None:
    """Find the reader's native language in the list; None where it is not there: nothing is assumed then."""
    code = language.tag.split("-")[0]
    return code if code in JAPANESE_NAMES else None


def _read_names(tag: str) -> Mapping[str, str]:
    """Return the names of languages in a language, as the Unicode locale data has them; English where it has none."""
    try:
        return Locale.parse(tag, sep="-").languages
    except (ValueError, UnknownLocaleError):
        return Locale("en").languages
