"""やさしい日本語: the catalogue keeps the rules, and the checker of the rules sees what breaks them."""

import pytest

from pages.languages.language import CATALOGUES, read_catalogue
from tests.pages.languages.easy_japanese import MAX_SENTENCE_LENGTH, list_faults


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("市役所《しやくしょ》に 聞《き》いてください。", None),
        ("メールを 書《か》いてください。", None),
        ("{city}の 市《し》です。2026年《ねん》です。", None),
        ("市役所に 聞《き》いてください。", "kanji without a reading"),
        ("市《シ》です。", "a reading is hiragana"),
        ("あ" * (MAX_SENTENCE_LENGTH + 1), "characters in a sentence"),
        ("あ" * MAX_SENTENCE_LENGTH + "。" + "い" * MAX_SENTENCE_LENGTH, None),
        ("コンサルテーションです。", "a katakana word"),
        ("インドネシア語《ご》です。", None),
        ("1年《いちねん》です。", "the number stands before"),
        ("1年《ねん》です。", None),
        ("できない ことは ないです。", "double negative"),
        ("見《み》なければなりません。", "double negative"),
        ("ご説明《せつめい》いたします。", "honorific"),
        ("令和《れいわ》です。", "Japanese era"),
        ("一覧《いちらん》を 見《み》てください。", "is hard or misleads; say リスト"),
        ("あなたの インターネットの 住所《じゅうしょ》です。", "is hard or misleads; say アドレス"),
        ("違《ちが》う 読《よ》み方《かた》を しています。", "is hard or misleads; say 書き方"),
        ("全部《ぜんぶ》の ページを 開《ひら》く", "is hard or misleads; say ページ 全体"),
        ("郵便番号《ゆうびんばんごう》：日本郵便《にほんゆうびん》", "日本郵便 is read にっぽんゆうびん"),
        ("郵便番号《ゆうびんばんごう》：日本郵便《にっぽんゆうびん》", None),
        ("選《えら》ぶ", "a label that does not say what"),
        ("市《し》を 選《えら》ぶ", None),
        ("さがす", None),
        ("この地図《ちず》です。", "no space behind この"),
        ("この 地図《ちず》です。", None),
        ("使《つか》いにくい かもしれません。", "かもしれません stands at"),
        ("{better} かもしれません。", None),
        ("書《か》いて あります。", "what follows て"),
        ("日《ひ》が 書《か》いて いない とき", "what follows て"),
        ("あなたが 消《け》す まで", "まで stands at"),
        ("字《じ》を 大《おお》きくする", "no space before する"),
        ("国際交流協会《こくさいこうりゅうきょうかい》です。", "a reading over 6 kanji"),
        ("国際《こくさい》交流《こうりゅう》協会《きょうかい》です。", None),
        ("正《ただ》しいことです。", "no space before こと"),
        ("忙《いそが》しいときに すみません。", "no space before とき"),
        ("話《はな》す ことが できます。", None),
        ("通訳《つうやく》の 人《ひと》か、コンピューターは ありますか。", "for a 人 is いますか"),
        ("通訳《つうやく》の 人《ひと》は いますか。", None),
        ("担当《たんとう》の 課《か》（この 仕事《しごと》を する ところ）", "is hard or misleads; say 日本語の 勉強"),
        ("できている 文《ぶん》を 使《つか》います。", "is hard or misleads; say サイトに ある 文"),
        ("市《し》の ページの 名前《なまえ》です。", "is hard or misleads; say ページに ある 名前"),
        ("まだ だれも 開《ひら》いていません。", "is hard or misleads; say わたしたちは"),
        ("大阪府《おおさかふ》を 取《と》る", "is hard or misleads; say 選ばない"),
    ],
)
def test_the_checker_sees_what_breaks_the_rules(text: str, fault: str | None) -> None:
    """Each rule has a text that breaks it; good texts pass."""
    found = list(list_faults(text))
    assert [fault in problem for problem in found] == ([True] if fault else []) if fault else found == []


def test_the_catalogue_keeps_the_rules() -> None:
    """Every text in easy Japanese is short, has its readings, and says one thing at a time."""
    catalogue = read_catalogue(CATALOGUES / "ja-easy.po")
    strings = [message.string for message in catalogue if message.id]
    texts = [text for string in strings for text in ([string] if isinstance(string, str) else string or ())]
    assert len(texts) > 100
    assert [(text, fault) for text in texts for fault in list_faults(text)] == []
