"""What is asked: every choice gives a whole, polite text, and every sentence says the same in the reader's language."""

from itertools import product
from typing import get_args

import pytest

from data.records import DepartmentName
from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import drop_readings
from pages.languages.spoken import JAPANESE_NAMES, list_spoken, name_language, name_spoken
from pages.letters import report, request
from pages.letters.asking import choose_usual, write_counter, write_letter
from pages.letters.request import OPTIONAL, Choices, Day, Level, Purpose
from pages.letters.sentences import Sentence, join_japanese
from tests.pages.samples import OSAKA, SAKAI, make_city

LANGUAGES = list_languages()
ALL = (*request.COUNTER, *request.SUBJECTS, *request.LETTER, *report.SUBJECTS, *report.LETTER)
CHOICES = [
    Choices(purpose, level, children=children, days=days)
    for purpose, level, children, days in product(
        get_args(Purpose), get_args(Level), (False, True), ((), ("evenings",), get_args(Day))
    )
]


def list_ja(sentences: tuple[Sentence, ...]) -> list[str]:
    """List the Japanese sentences."""
    return [sentence.ja for sentence in sentences]


def test_the_usual_request_at_the_counter_in_sakai() -> None:
    """Who speaks Vietnamese shows this, and reads the same beside it; nobody has asked where the reader lives."""
    vietnamese = load_language("vi")
    sentences = write_counter(SAKAI, choose_usual(vietnamese), vietnamese)
    assert [(sentence.ja, sentence.native) for sentence in sentences] == [
        ("日本語を勉強したいです。", "Tôi muốn học tiếng Nhật."),
        ("ベトナム語を話します。", "Tôi nói tiếng Việt."),
        ("日本語は、まだほとんどわかりません。", "Tôi hầu như chưa hiểu tiếng Nhật."),
        ("わたしが通える日本語教室はありますか。", "Có lớp tiếng Nhật nào tôi có thể theo học không ạ?"),
        ("ベトナム語の通訳か、翻訳機を使えますか。", "Có phiên dịch viên hoặc máy dịch tiếng Việt không ạ?"),
        (
            "大切なことを、紙に書いていただけますか。",
            "Xin anh/chị viết ra giấy những điều quan trọng giúp tôi được không ạ?",
        ),
    ]


def test_the_letter_to_osaka() -> None:
    """A letter names the city, says who writes, how and what for, asks, thanks, is signed; its parts stand apart."""
    choices = Choices(level="talk", children=True, days=("evenings", "weekends"))
    letter = write_letter(OSAKA, choices, load_language("en"), spoken="zh", name="Li Na")
    assert letter.subject.ja == "日本語教室についてのお尋ね（大阪市）"
    assert letter.subject.native == "Question about Japanese classes (Osaka)"
    assert join_japanese(letter.body).splitlines() == [
        "大阪市　ご担当者様",
        "",
        "はじめてご連絡いたします。",
        "Li Naと申します。",
        "大阪市に住んでいます。",
        "このメールは、用意された文を使って書いています。",
        "日本語を勉強したいです。",
        "中国語を話します。",
        "日本語で会話ができます。",
        "夜か、土曜日・日曜日に行けます。",
        "日本語の教室がありましたら、場所、曜日、時間、費用、申し込み方法を教えていただけますか。",
        "子どもといっしょに行ってもいいですか。",
        "",
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。",
        "",
        "Li Na",
    ]
    assert "I speak Chinese." in [sentence.native for sentence in letter.body]
    assert "I can come: Evenings, Weekends." in [sentence.native for sentence in letter.body]


def test_times_are_offered_as_one_or_another_in_japanese() -> None:
    """夜、土曜日 would be the nights of Saturdays."""
    choices = Choices(days=("weekdays", "evenings", "weekends"))
    said = [sentence for sentence in write_counter(SAKAI, choices, load_language("ja")) if "行けます" in sentence.ja]
    assert {text for sentence in said for text in (sentence.ja, sentence.native)} == {
        "平日の昼間か、夜か、土曜日・日曜日に行けます。"
    }


@pytest.mark.parametrize(
    ("choices", "topic", "counter", "letter"),
    [
        (Choices(lives=True), "", {"堺市に住んでいます。"}, {"堺市に住んでいます。"}),
        (Choices(lives=False), "", {"堺市の近くに住んでいます。"}, {"堺市の近くに住んでいます。"}),
        (
            Choices("other", children=True, days=("evenings",)),
            "",
            {"用事があって来ました。", "書類かスマートフォンの画面をお見せします。", "どの窓口に行けばいいですか。"},
            {"用件：＿＿＿＿＿＿＿＿", "この用件の担当の窓口を教えていただけますか。"},
        ),
        (Choices("other"), "Rác thải", {"用事があって来ました。", "用件：Rác thải"}, {"用件：Rác thải"}),
        (Choices("learn"), "Rác thải", set(), set()),
        (
            Choices("help"),
            "",
            {"外国人が相談できる窓口はどこですか。"},
            {
                "外国人が相談できる窓口の場所、受付時間、予約の方法を教えていただけますか。",
                "ベトナム語で相談できますか。",
            },
        ),
        (Choices(level="beginner", language=False), "", {"やさしい日本語で、ゆっくり話していただけますか。"}, set()),
        (Choices(level="some"), "", {"やさしい日本語で、ゆっくり話していただけますか。"}, set()),
    ],
)
def test_what_is_said_fits_what_was_chosen(choices: Choices, topic: str, counter: set[str], letter: set[str]) -> None:
    """Where one lives, what else it may be about, where foreigners are advised, an interpreter or easy Japanese."""
    vietnamese = load_language("vi")
    shown = list_ja(write_counter(SAKAI, choices, vietnamese, topic=topic))
    written = list_ja(write_letter(SAKAI, choices, vietnamese, topic=topic).body)
    assert counter <= set(shown)
    assert letter <= set(written)
    assert ("書類かスマートフォンの画面をお見せします。" in shown) is (choices.purpose == "other" and not topic)
    for text in (shown, written):
        assert sum("住んでいます" in line for line in text) == 1
        assert any("子ども" in line or "行けます" in line for line in text) is False
        assert any("Rác" in line for line in text) is (bool(topic) and choices.purpose == "other")
    easy = any("ゆっくり話して" in line for line in shown)
    assert easy is not any("通訳" in line for line in shown)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_choice_gives_a_whole_text(language: Language) -> None:
    """Each says where one lives, one purpose, one level, one question; no place is left open, both languages."""
    texts = set()
    for choices in CHOICES:
        counter = write_counter(SAKAI, choices, language, spoken="vi")
        letter = write_letter(SAKAI, choices, language, spoken="vi", name="Lan")
        texts.add((tuple(list_ja(counter)), letter.subject.ja))
        for sentences in (counter, (letter.subject, *letter.body)):
            assert all(sentence.ja.strip() and sentence.native.strip() for sentence in sentences)
            assert not any(sign in sentence.ja + sentence.native for sentence in sentences for sign in "{}")
        has_time = choices.purpose != "other"
        extra = has_time * (choices.children + bool(choices.days))
        asked = 2 + (choices.level != "talk") + has_time * choices.children
        assert sum(sentence.ja.endswith("か。") for sentence in counter) == asked
        assert len(counter) == 6 + (choices.level != "talk") + extra + (choices.purpose == "other")
        assert len(letter.body) == 11 + (choices.level != "talk") + extra + (choices.purpose != "learn")
    assert len(texts) == sum(1 if choices.purpose != "other" else 0 for choices in CHOICES) + 3


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_sentence_has_its_meaning(language: Language) -> None:
    """A translation holds the same places; for readers of Japanese it is the sentence itself."""
    names = ["city", "language", "name", "topic", "days", "department", "field", "code", "value", "reader"]
    places = [f"{{{name}}}" for name in names]
    for sentence in filter(lambda sentence: sentence.native, ALL):
        native = language.gettext(sentence.native)
        assert native != sentence.native or language.code == "en", sentence
        assert native == sentence.ja or language.code != "ja", sentence
        assert [place in native for place in places] == [place in sentence.ja for place in places], sentence


def test_japanese_is_polite() -> None:
    """Each sentence ends in です, ます, ません, ください or a polite question."""
    ends = ("です。", "ます。", "ません。", "ください。", "ますか。", "いいですか。", "どこですか。", "ました。")
    whole = [sentence.ja for sentence in ALL if sentence.ja.endswith("。")]
    assert whole
    assert [ja for ja in whole if not ja.endswith(ends)] == []


def test_each_sentence_waits_for_a_choice_that_exists() -> None:
    """No sentence waits for a word that nobody can choose, and no choice is without one."""
    known = {*get_args(Purpose), *get_args(Level), "days", "children", "right", "wrong", *OPTIONAL, *OPTIONAL.values()}
    assert {word for sentence in ALL for entry in sentence.when for word in entry.split("+")} == known


@pytest.mark.parametrize(
    ("code", "language", "ja", "native"),
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
def test_languages_are_named_in_both(code: str, language: str, ja: str, native: str) -> None:
    """The clerk reads the Japanese name, the reader the one in their language."""
    spoken = name_spoken(code, load_language(language))
    assert (spoken.ja, spoken.native) == (ja, native)


def test_a_language_that_counters_speak_is_named_as_residents_say_it() -> None:
    """Not after its script (文), nor with the locale data's slip of the pen."""
    named = [name_language(*pair) for pair in (("ru", load_language("zh-Hant")), ("uk", load_language("fil")))]
    assert named == ["俄語", "Ukrainian"]


def test_every_language_of_the_interface_can_be_spoken() -> None:
    """The reader's own language comes first; readers of Japanese say none unless they choose it."""
    planned = ["en", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "ne", "id", "my"]
    assert {tag.split("-")[0] for tag in planned} == set(JAPANESE_NAMES)
    for language in list_languages():
        codes = list(list_spoken(language))
        assert sorted(codes) == sorted(JAPANESE_NAMES)
        assert language.tag == "ja" or codes[0] == language.tag.split("-")[0]
    assert not choose_usual(load_language("ja-easy")).language
    easy = name_spoken("en", load_language("ja-easy"))
    assert easy.native != easy.ja == drop_readings(easy.native)


def test_a_prefectural_government_is_named_as_such() -> None:
    """A row without a city speaks of the prefecture."""
    sentences = write_counter(make_city("270008"), Choices(), load_language("en"), spoken="en")
    assert (sentences[0].ja, sentences[0].native) == ("大阪府に住んでいます。", "I live in Osaka Prefecture.")


def test_an_office_whose_name_is_known_is_asked_for_and_written_to_by_it() -> None:
    """The clerk reads the name that stands at the door; where it is not known nothing is invented.

    Whoever asks which counter to go to does not ask for one as well, and children come to the class, not to the office.
    """
    name = DepartmentName("271403", "Division A", "国際課", 2024, "https://a.jp/")
    city = make_city("271403", departments=("Division A",), department_names=(name,))
    english = load_language("en")
    asked = [
        line for line in list_ja(write_counter(city, Choices(level="talk", children=True), english)) if "か。" in line
    ]
    classes, children = "わたしが通える日本語教室はありますか。", "子どもといっしょに行ってもいいですか。"
    assert asked[:-1] == [classes, children, "国際課はどこですか。"]
    assert "国際課はどこですか。" in list_ja(write_counter(city, Choices("help"), english))
    assert "国際課はどこですか。" not in list_ja(write_counter(city, Choices("other"), english))
    assert write_letter(city, Choices(), english).body[0].ja == "堺市　国際課　ご担当者様"
    assert not any("はどこですか" in line for line in list_ja(write_counter(SAKAI, Choices(), english)))
    assert write_letter(SAKAI, Choices(), english).body[0].ja == "堺市　ご担当者様"
