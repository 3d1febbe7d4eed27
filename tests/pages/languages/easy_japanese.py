"""The rules of やさしい日本語 that a machine can check, after the guideline of the Immigration Services Agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_SENTENCE_LENGTH = (
    40  # characters of a sentence without readings, spaces and placeholders; the guideline asks for short ones
)
KANJI = re.compile(r"[々〆㐀-䶿一-鿿]")
READING = re.compile(r"(?:｜[^《》｜]+|[々〆ヶ㐀-䶿一-鿿]+)《([^《》]*)》")
KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
KNOWN = {  # words that residents meet every day, or for which there is no easier one
    *(
        "アドレス",
        "インターネット",
        "カード",
        "キーボード",
        "コード",
        "コピー",
        "サイト",
        "サーバー",
        "サービス",
        "ソフト",
        "データ",
    ),
    *("テスト", "ピン", "ファイル", "ブラウザー", "プログラム", "ページ", "ホームページ", "マウス", "マップ", "メール"),
    *("スマホ", "メールアドレス", "ホイール", "リンク", "レベル"),
}
PATTERNS = {
    "double negative": r"ないことはな|なくはな|ないわけでは|ないとは限ら|ざるを|なければな[らり]|なくてはな[らり]",
    "honorific": r"いただ|くださいませ|ございま|いたしま|おりま|られる場合",
    "Japanese era": r"令和|平成|昭和",
    "formal negative": r"ません(?:の)?で(?:は)?ありません",
}


def list_faults(text: str) -> Iterator[str]:
    """Yield what a text in the catalogue's notation does against the rules."""
    if bare := KANJI.findall(READING.sub("", text)):
        yield f"kanji without a reading: {''.join(bare)}"
    for reading in READING.findall(text):
        if not re.fullmatch(r"[ぁ-ゖー]+", reading):
            yield f"a reading is hiragana: {reading!r}"
    plain = re.sub(r"《[^《》]*》|｜", "", text)
    for sentence in re.split(r"[。？！：:]|\. ", re.sub(r"\{\w+\}|https?://\S+|[\w.-]+\.[a-z]{2,}\S*|\s", "", plain)):
        if len(sentence) > MAX_SENTENCE_LENGTH:
            yield f"{len(sentence)} characters in a sentence, at most {MAX_SENTENCE_LENGTH}: {sentence}"
    for word in KATAKANA.findall(plain):
        if word not in KNOWN:
            yield f"a katakana word that is not on the list: {word}"
    for name, pattern in PATTERNS.items():
        if found := re.search(pattern, plain):
            yield f"{name}: {found[0]}"
