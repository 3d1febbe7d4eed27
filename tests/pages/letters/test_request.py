"""What is asked: every choice gives a whole, polite text, and every sentence says the same in the reader's language."""

from itertools import product
from typing import get_args

import pytest

from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import drop_readings
from pages.languages.spoken import JAPANESE_NAMES, list_spoken, name_spoken
from pages.letters import report, request
from pages.letters.asking import choose_usual, write_counter, write_letter
from pages.letters.request import Choices, Day, Level, Purpose, Sentence
from tests.pages.samples import OSAKA, SAKAI, make_city

LANGUAGES = list_languages()
ALL = (*request.COUNTER, *request.SUBJECTS, *request.LETTER, *report.SUBJECTS, *report.LETTER)
CHOICES = [
    Choices(purpose, level, children=children, days=days)
    for purpose, level, children, days in product(
        get_args(Purpose), get_args(Level), (False, True), ((), ("evenings",), get_args(Day))
    )
]


def test_the_usual_request_at_the_counter_in_sakai() -> None:
    """Who speaks Vietnamese shows this, and reads the same beside it."""
    vietnamese = load_language("vi")
    pairs = write_counter(SAKAI, choose_usual(vietnamese), vietnamese)
    assert [(pair.ja, pair.own) for pair in pairs] == [
        ("堺市に住んでいます。", "Tôi sống ở Sakai."),
        ("日本語を勉強したいです。", "Tôi muốn học tiếng Nhật."),
        ("ベトナム語を話します。", "Ngôn ngữ tôi nói: tiếng Việt."),
        ("日本語は、まだほとんどわかりません。", "Tôi hầu như chưa hiểu tiếng Nhật."),
        ("日本語の教室はありますか。", "Có lớp tiếng Nhật không ạ?"),
        ("やさしい日本語で、ゆっくり話してください。", "Xin hãy nói chậm, bằng tiếng Nhật dễ hiểu."),
        (
            "大切なことを、紙に書いていただけますか。",
            "Xin anh/chị viết ra giấy những điều quan trọng giúp tôi được không?",
        ),
    ]


def test_the_letter_to_osaka() -> None:
    """A letter names the city, says who writes and what for, asks, thanks, and is signed."""
    choices = Choices(level="talk", children=True, days=("evenings", "weekends"))
    letter = write_letter(OSAKA, choices, load_language("en"), spoken="zh", name="Li Na")
    assert letter.subject.ja == "日本語教室についてのお尋ね（大阪市）"
    assert letter.subject.own == "Question about Japanese classes (Osaka)"
    assert [pair.ja for pair in letter.body] == [
        "大阪市　ご担当者様",
        "はじめてご連絡いたします。",
        "Li Naと申します。",
        "大阪市に住んでいます。",
        "日本語を勉強したいです。",
        "中国語を話します。",
        "日本語で会話ができます。",
        "子どもを連れて行きたいです。",
        "夜は時間があります。",
        "土曜日や日曜日は時間があります。",
        "日本語の教室がありましたら、場所、曜日、時間、費用、申し込み方法を教えていただけますか。",
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。",
        "Li Na",
    ]
    assert "I speak Chinese." in [pair.own for pair in letter.body]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_every_choice_gives_a_whole_text(language: Language) -> None:
    """Each says where one lives, one purpose, one level, one question; no place is left open, each pair has both."""
    texts = set()
    for choices in CHOICES:
        counter = write_counter(SAKAI, choices, language, spoken="vi")
        letter = write_letter(SAKAI, choices, language, spoken="vi", name="Lan")
        texts.add((tuple(pair.ja for pair in counter), letter.subject.ja))
        for pairs in (counter, (letter.subject, *letter.body)):
            assert all(pair.ja.strip() and pair.own.strip() for pair in pairs)
            assert not any(sign in pair.ja + pair.own for pair in pairs for sign in "{}")
        assert sum(pair.ja.endswith("か。") for pair in counter) == 2  # the question; to have it written down
        extra = (choices.level != "talk") + choices.children + len(choices.days)
        assert (len(counter), len(letter.body)) == (6 + extra, 10 + extra)
    assert len(texts) == len(CHOICES)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
@pytest.mark.parametrize("sentence", [one for one in dict.fromkeys(ALL) if one.meaning], ids=lambda one: one.ja)
def test_every_sentence_has_its_meaning(sentence: Sentence, language: Language) -> None:
    """A translation holds the same places; for readers of Japanese it is the sentence itself."""
    own = language.gettext(sentence.meaning)
    assert own != sentence.meaning or language.code == "en"
    assert own == sentence.ja or language.code != "ja"
    places = [f"{{{name}}}" for name in ("city", "language", "name", "field", "code", "value", "reader")]
    assert [place in own for place in places] == [place in sentence.ja for place in places]


@pytest.mark.parametrize(
    "sentence", [one for one in dict.fromkeys(ALL) if one.ja.endswith("。")], ids=lambda one: one.ja
)
def test_japanese_is_polite(sentence: Sentence) -> None:
    """Each sentence ends in です, ます, ません, ください or a polite question."""
    ends = ("です。", "ます。", "ません。", "ください。", "ますか。", "いいですか。")
    assert sentence.ja.endswith(ends)


def test_each_sentence_waits_for_a_choice_that_exists() -> None:
    """No sentence waits for a word that nobody can choose, and no choice is without one."""
    known = {*get_args(Purpose), *get_args(Level), *get_args(Day), "children", "language", "name", "right", "wrong"}
    assert {word for one in ALL for word in one.when} == known


@pytest.mark.parametrize(
    ("code", "language", "ja", "own"),
    [
        ("vi", "en", "ベトナム語", "Vietnamese"),
        ("vi", "vi", "ベトナム語", "tiếng Việt"),
        ("en", "ja", "英語", "英語"),
        ("zh", "vi", "中国語", "tiếng Trung"),
        ("my", "en", "ミャンマー語", "Burmese"),
        ("my", "vi", "ミャンマー語", "tiếng Myanmar"),
        ("my", "ko", "ミャンマー語", "미얀마어"),
        ("my", "id", "ミャンマー語", "Myanmar"),
        ("my", "ne", "ミャンマー語", "म्यानमारी (बर्मेली)"),
        ("pt", "ne", "ポルトガル語", "पोर्चुगिज"),
        ("en", "zh-Hant", "英語", "英語"),
        ("zh", "zh-Hant", "中国語", "中文"),
        ("fil", "ja", "フィリピノ語（タガログ語）", "フィリピノ語（タガログ語）"),
        ("fil", "zh-Hans", "フィリピノ語（タガログ語）", "菲律宾语（他加禄语）"),
        ("fil", "es", "フィリピノ語（タガログ語）", "filipino"),
    ],
)
def test_languages_are_named_in_both(code: str, language: str, ja: str, own: str) -> None:
    """The clerk reads the Japanese name, the reader the one in the own language."""
    spoken = name_spoken(code, load_language(language))
    assert (spoken.ja, spoken.own) == (ja, own)


def test_every_language_of_the_interface_can_be_spoken() -> None:
    """The reader's own language comes first; readers of Japanese say none unless they choose it."""
    planned = ["en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "ne", "id", "my"]
    assert {tag.split("-")[0] for tag in planned} == set(JAPANESE_NAMES)
    for language in list_languages():
        codes = [one.code for one in list_spoken(language)]
        assert sorted(codes) == sorted(JAPANESE_NAMES)
        assert language.tag == "ja" or codes[0] == language.tag.split("-")[0]
    assert not choose_usual(load_language("ja-easy")).language
    easy = name_spoken("en", load_language("ja-easy"))
    assert easy.own != easy.ja == drop_readings(easy.own)


def test_a_prefectural_government_is_named_as_such() -> None:
    """A row without a city speaks of the prefecture."""
    pairs = write_counter(make_city("270008"), Choices(), load_language("en"), spoken="en")
    assert (pairs[0].ja, pairs[0].own) == ("大阪府に住んでいます。", "I live in Osaka Prefecture.")
