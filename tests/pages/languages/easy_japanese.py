"""The rules of やさしい日本語 that a machine can check, after the guideline of the Immigration Services Agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_SENTENCE_LENGTH = (
    40  # characters of a sentence without readings, spaces and placeholders; the guideline asks for short ones
)
KANJI = re.compile(r"[々〆㐀-䶿一-鿿]")
READING = re.compile(r"(?:｜[^《》｜]+|[々〆ヶ㐀-䶿一-鿿]+)《([^《》]*)》")
LONG = re.compile(r"([々〆㐀-䶿一-鿿]{5,})《")
KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?![ァ-ヺー語])")  # names of languages are those that readers speak
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
    *("テスト", "ファイル", "ブラウザー", "プログラム", "ページ", "ホームページ", "マウス", "マップ", "メール"),
    *("スマホ", "メールアドレス", "ホイール", "リンク", "レベル"),
    *("グループ", "コンピューター", "センター", "リスト", "ローマ"),
    *("ホーム", "メニュー"),  # what phones and browsers call them
}
HARD = {  # words over N4, or that readers at N4 take for something else, and what is easier or says what is meant
    "一覧": "リスト",
    "距離": "遠さ",
    "団体": "グループ",
    "写し": "コピー",
    "機械": "コンピューター",
    "言葉": "ことば",
    "検索": "さがす",
    "表示": "見せる",
    "入力": "書く",
    "拡大": "大きくする",
    "利用": "使う",
    "確認": "見る, 聞く",
    "絞り込": "選ぶ",
    "ピン": "しるし",
    "絵": "画像 (a drawing is 絵)",
    "住所": "アドレス, 番号 (住所 is where somebody lives)",
    "読み方をして": "書き方 (with ふりがな in view, 読み方 is how a word sounds)",
    "ここにはな": "この 地図に ない",
    "ここにはありません": "この 地図には ありません",
    "全部のページ": "ページ 全体 (全部の ページ are all pages)",
    "この仕事": "日本語の 勉強の ことを 聞く ところ (a heading has nothing before it that この means)",
    "を取る": "選ばない (取る is to take)",
    "できている文": "サイトに ある 文 (できている is finished, or well made)",
    "ページの名前": "ページに ある 名前 (ページの 名前 is what a page is called)",
    "まだだれも開いて": "わたしたちは まだ 開いていません (others may have)",
    "全部消す": "選んだ ことを 取り消す (全部 消す is to delete everything)",
}
READINGS = {"日本郵便": "にっぽんゆうびん"}  # names whose owners read them otherwise than a dictionary
# Words that say all by themselves: on a button, or as the answer to the question above them.
COMPLETE = {"閉じる", "さがす", "コピーする", "印刷する", "ぜんぶ", "相談する", "間違っている"}
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
    if re.search(r"\d[一-鿿]+《いち", text):
        yield "the number stands before the kanji already: 1年《ねん》"
    for base in LONG.findall(text):
        yield f"a reading over {len(base)} kanji, of which a narrow line may show half: a reading for each word of it"
    plain = re.sub(r"《[^《》]*》|｜", "", text)
    for sentence in re.split(r"[。？！：:]|\. ", re.sub(r"\{\w+\}|https?://\S+|[\w.-]+\.[a-z]{2,}\S*|\s", "", plain)):
        if len(sentence) > MAX_SENTENCE_LENGTH:
            yield f"{len(sentence)} characters in a sentence, at most {MAX_SENTENCE_LENGTH}: {sentence}"
    for word in KATAKANA.findall(plain):
        if word not in KNOWN:
            yield f"a katakana word that is not on the list: {word}"
    for name, pattern in PATTERNS.items():
        if found := re.search(pattern, re.sub(r"\s", "", plain)):
            yield f"{name}: {found[0]}"
    if re.search(r"人[かやはが、][^。]*ありますか", plain):
        yield "for a 人 is いますか, for a thing ありますか"
    yield from _list_hard_words(text, plain)
    yield from _list_bad_spaces(plain)
    if plain not in COMPLETE and re.fullmatch(r"[^\s。？：（、をがはのにでへ]*[うくすつぬふむるぐずぶ]", plain):
        yield f"a label that does not say what, or where: {plain}"


def _list_hard_words(text: str, plain: str) -> Iterator[str]:
    joined = re.sub(r"\s", "", plain)
    yield from (f"{word} is hard or misleads; say {easy}" for word, easy in HARD.items() if word in joined)
    for word, reading in READINGS.items():
        if word in plain and f"{word}《{reading}》" not in text:
            yield f"{word} is read {reading}"


def _list_bad_spaces(plain: str) -> Iterator[str]:
    if found := re.search(r"(?<![ぁ-ゖ])[こそどあ]の(?=[^\s。、])", plain):
        yield f"no space behind {found[0]}"
    if re.search(r"[ぁ-ゖ一-鿿ァ-ー] かもしれません", plain):
        yield "かもしれません stands at the word before it"
    if found := re.search(r"(?<=[るいたうくすむぶ])(?:こと|とき|ところ|もの)(?=[がをはにもでの、。（）：]|$)", plain):
        yield f"no space before {found[0]}"
    if re.search(r"[てで] (?:い(?:る|ない|ます|ました|ません)|ください|あります)|て もら", plain):
        yield "what follows て stands at it: 書いています"
    if re.search(r"[うくすつぬふむるぐずぶ] まで", plain):
        yield "まで stands at the word before it"
    if found := re.search(r"く(?:する|なる)", plain):
        yield f"no space before {found[0][1:]}"
