"""What a visitor asks an office for, at the counter and in a letter: purposes, choices, and their sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pages.letters.sentences import Sentence, mark

Purpose = Literal["learn", "help", "other"]
Level = Literal["beginner", "some", "talk"]
Day = Literal["weekdays", "evenings", "weekends"]
DAYS: Mapping[Day, str] = {"weekdays": "平日の昼間", "evenings": "夜", "weekends": "土曜日か日曜日"}
# What is given or not: each as the word that is said then, and the one that is said otherwise.
OPTIONAL = {
    "lives": "near",
    "language": "unspoken",
    "name": "unsigned",
    "topic": "untold",
    "office": "anyone",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the visitor chose; `language`, `name`, `topic` and `office` say only whether one is given.

    `office` is its Japanese name. `lives` is whether the visitor lives in the city, else near it; None
    where that cannot be asked, and nothing is said. Children and days are for a purpose that has a time.
    """

    purpose: Purpose = "learn"
    level: Level = "beginner"
    children: bool = False
    days: tuple[Day, ...] = ()
    language: bool = True
    name: bool = False
    topic: bool = False
    office: bool = False
    lives: bool | None = True

    def list_words(self) -> frozenset[str]:
        """List the choices as the words that sentences wait for."""
        given: dict[str, bool | None] = {word: getattr(self, word) for word in OPTIONAL}
        optional = {word if given[word] else OPTIONAL[word] for word in OPTIONAL if given[word] is not None}
        extra = {word for word, said in (("children", self.children), ("days", self.days)) if said}
        return frozenset({self.purpose, self.level, *self.days, *optional, *extra})


WHERE = (
    Sentence("{city}に住んでいます。", mark("I live in {city}."), ("lives",)),
    Sentence("{city}の近くに住んでいます。", mark("I live near {city}."), ("near",)),
)
WISHES = (
    Sentence("日本語を勉強したいです。", mark("I want to learn Japanese."), ("learn",)),
    Sentence("相談したいことがあります。", mark("There is something I would like advice on."), ("help",)),
)
ABOUT_ME = (
    Sentence("{language}を話します。", mark("I speak {language}."), ("language",)),
    Sentence("日本語は、まだほとんどわかりません。", mark("I hardly understand Japanese yet."), ("beginner",)),
    Sentence("日本語は、少しわかります。", mark("I understand a little Japanese."), ("some",)),
    Sentence("日本語で会話ができます。", mark("I can have a conversation in Japanese."), ("talk",)),
    Sentence("{days}に行けます。", mark("I can come: {days}."), ("learn+days", "help+days")),
)
CHILDREN = (
    Sentence(
        "子どもといっしょに行ってもいいですか。",
        mark("May I bring my children?"),
        ("learn+children", "help+children"),
    ),
)
COUNTER = (
    *WHERE,
    *WISHES,
    Sentence(
        "用事があって来ました。書類かスマートフォンの画面をお見せします。",
        mark("I have come about something. I will show you a paper or my screen."),
        ("other",),
    ),
    Sentence("用件：{topic}", mark("What it is about: {topic}"), ("other+topic",)),
    *ABOUT_ME,
    Sentence(
        "わたしが通える日本語教室はありますか。", mark("Is there a Japanese class that I can attend?"), ("learn",)
    ),
    Sentence("外国人が相談できる窓口はどこですか。", mark("Where can foreign residents get advice?"), ("help",)),
    Sentence("どの窓口に行けばいいですか。", mark("Which counter should I go to?"), ("other",)),
    Sentence("{department}はどこですか。", mark("Where is {department}?"), ("office",)),
    *CHILDREN,
    Sentence(
        "{language}の通訳か、翻訳機を使えますか。",
        mark("Is there an interpreter or a translation device for {language}?"),
        ("beginner+language",),
    ),
    Sentence(
        "やさしい日本語で、ゆっくり話していただけますか。",
        mark("Could you speak slowly, in easy Japanese?"),
        ("beginner+unspoken", "some"),
    ),
    Sentence("大切なことを、紙に書いていただけますか。", mark("Could you write down for me what is important?")),
)
SUBJECTS = (
    Sentence("日本語教室についてのお尋ね（{city}）", mark("Question about Japanese classes ({city})"), ("learn",)),
    Sentence("相談窓口についてのお尋ね（{city}）", mark("Question about where to get advice ({city})"), ("help",)),
    Sentence("担当窓口についてのお尋ね（{city}）", mark("Question about the office in charge ({city})"), ("other",)),
)
QUESTIONS = (
    Sentence(
        "日本語の教室がありましたら、場所、曜日、時間、費用、申し込み方法を教えていただけますか。",
        mark(
            "If there is a Japanese class, could you tell me the place, the days, the time, the fee and how to apply?"
        ),
        ("learn",),
    ),
    Sentence(
        "外国人が相談できる窓口の場所、受付時間、予約の方法を教えていただけますか。",
        mark(
            "Could you tell me where foreign residents can get advice, when it is open, and how to make an appointment?"
        ),
        ("help",),
    ),
    Sentence("{language}で相談できますか。", mark("Can I get advice in {language}?"), ("help+language",)),
    Sentence(
        "この用件の担当の窓口を教えていただけますか。",
        mark("Could you tell me which office is in charge of this?"),
        ("other",),
    ),
)
LETTER = (
    Sentence("{city}　{department}　ご担当者様", mark("To the person in charge, {department}, {city}"), ("office",)),
    Sentence("{city}　ご担当者様", mark("To the person in charge, {city}"), ("anyone",)),
    Sentence("はじめてご連絡いたします。", mark("I am writing to you for the first time."), spaced=True),
    Sentence("{name}と申します。", mark("My name is {name}."), ("name",)),
    *WHERE,
    Sentence(
        "このメールは、用意された文を使って書いています。",
        mark("I am writing this e-mail with ready-made sentences."),
    ),
    *WISHES,
    Sentence("お尋ねしたいことがあります。", mark("I have a question."), ("other",)),
    Sentence("用件：{topic}", mark("What it is about: {topic}"), ("other+topic",)),
    Sentence("用件：＿＿＿＿＿＿＿＿", mark("What it is about: ________ (please write it here)"), ("other+untold",)),
    *ABOUT_ME,
    *QUESTIONS,
    *CHILDREN,
    Sentence(
        "お返事は、やさしい日本語で書いていただけると助かります。",
        mark("It would help me if you could answer in easy Japanese."),
        ("beginner", "some"),
    ),
    Sentence(
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。",
        mark("I know that you are busy. Thank you very much for your help."),
        spaced=True,
    ),
    Sentence("{name}", "", ("name",), spaced=True),
    Sentence("名前：＿＿＿＿＿＿＿＿", mark("Name: ________ (please write it here)"), ("unsigned",), spaced=True),
)
