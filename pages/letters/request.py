"""What a visitor asks an office for, at the counter and in a letter: purposes, choices, and their sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pages.letters.sentences import Sentence, mark

Purpose = Literal["learn", "help", "other"]
Level = Literal["beginner", "some", "talk"]
Day = Literal["weekdays", "evenings", "weekends"]
DAYS: Mapping[Day, str] = {"weekdays": "平日の昼間", "evenings": "夜", "weekends": "土曜日・日曜日"}
# Between times, in assets/dialog.js too: 夜、土曜日 would be the nights of Saturdays.
OR = "か、"
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
    Sentence(mark("I live in {city}."), "{city}に住んでいます。", ("lives",)),
    Sentence(mark("I live near {city}."), "{city}の近くに住んでいます。", ("near",)),
)
WISHES = (
    Sentence(mark("I want to learn Japanese."), "日本語を勉強したいです。", ("learn",)),
    Sentence(mark("There is something I would like advice on."), "相談したいことがあります。", ("help",)),
)
ABOUT_ME = (
    Sentence(mark("I speak {language}."), "{language}を話します。", ("language",)),
    Sentence(mark("I hardly understand Japanese yet."), "日本語は、まだほとんどわかりません。", ("beginner",)),
    Sentence(mark("I understand a little Japanese."), "日本語は、少しわかります。", ("some",)),
    Sentence(mark("I can have a conversation in Japanese."), "日本語で会話ができます。", ("talk",)),
    Sentence(mark("I can come: {days}."), "{days}に行けます。", ("learn+days", "help+days")),
)
CHILDREN = (
    Sentence(
        mark("May I bring my children?"),
        "子どもといっしょに行ってもいいですか。",
        ("learn+children", "help+children"),
    ),
)
COUNTER = (
    *WHERE,
    *WISHES,
    Sentence(mark("I have come about something."), "用事があって来ました。", ("other",)),
    Sentence(
        mark("I will show you a paper or my screen."),
        "書類かスマートフォンの画面をお見せします。",
        ("other+untold",),
    ),
    Sentence(mark("What it is about: {topic}"), "用件：{topic}", ("other+topic",)),
    *ABOUT_ME,
    Sentence(
        mark("Is there a Japanese class that I can attend?"), "わたしが通える日本語教室はありますか。", ("learn",)
    ),
    Sentence(mark("Where can foreign residents get advice?"), "外国人が相談できる窓口はどこですか。", ("help",)),
    Sentence(mark("Which counter should I go to?"), "どの窓口に行けばいいですか。", ("other",)),
    *CHILDREN,  # before the department: children come to the class or to the advice
    Sentence(mark("Where is {department}?"), "{department}はどこですか。", ("learn+office", "help+office")),
    Sentence(
        mark("Is there an interpreter or a translation device for {language}?"),
        "{language}の通訳か、翻訳機を使えますか。",
        ("beginner+language",),
    ),
    Sentence(
        mark("Could you speak slowly, in easy Japanese?"),
        "やさしい日本語で、ゆっくり話していただけますか。",
        ("beginner+unspoken", "some"),
    ),
    Sentence(mark("Could you write down for me what is important?"), "大切なことを、紙に書いていただけますか。"),
)
SUBJECTS = (
    Sentence(mark("Question about Japanese classes ({city})"), "日本語教室についてのお尋ね（{city}）", ("learn",)),
    Sentence(mark("Question about where to get advice ({city})"), "相談窓口についてのお尋ね（{city}）", ("help",)),
    Sentence(mark("Question about the office in charge ({city})"), "担当窓口についてのお尋ね（{city}）", ("other",)),
)
QUESTIONS = (
    Sentence(
        mark(
            "If there is a Japanese class, could you tell me the place, the days, the time, the fee and how to apply?"
        ),
        "日本語の教室がありましたら、場所、曜日、時間、費用、申し込み方法を教えていただけますか。",
        ("learn",),
    ),
    Sentence(
        mark(
            "Could you tell me where foreign residents can get advice, when it is open, and how to make an appointment?"
        ),
        "外国人が相談できる窓口の場所、受付時間、予約の方法を教えていただけますか。",
        ("help",),
    ),
    Sentence(mark("Can I get advice in {language}?"), "{language}で相談できますか。", ("help+language",)),
    Sentence(
        mark("Could you tell me which office is in charge of this?"),
        "この用件の担当の窓口を教えていただけますか。",
        ("other",),
    ),
)
LETTER = (
    Sentence(mark("To the person in charge, {department}, {city}"), "{city}　{department}　ご担当者様", ("office",)),
    Sentence(mark("To the person in charge, {city}"), "{city}　ご担当者様", ("anyone",)),
    Sentence(mark("I am writing to you for the first time."), "はじめてご連絡いたします。", spaced=True),
    Sentence(mark("My name is {name}."), "{name}と申します。", ("name",)),
    *WHERE,
    Sentence(
        mark("I am writing this e-mail with ready-made sentences."),
        "このメールは、用意された文を使って書いています。",
    ),
    *WISHES,
    Sentence(mark("I have a question."), "お尋ねしたいことがあります。", ("other",)),
    Sentence(mark("What it is about: {topic}"), "用件：{topic}", ("other+topic",)),
    Sentence(mark("What it is about: ________ (please write it here)"), "用件：＿＿＿＿＿＿＿＿", ("other+untold",)),
    *ABOUT_ME,
    *QUESTIONS,
    *CHILDREN,
    Sentence(
        mark("It would help me if you could answer in easy Japanese."),
        "お返事は、やさしい日本語で書いていただけると助かります。",
        ("beginner", "some"),
    ),
    Sentence(
        mark("I know that you are busy. Thank you very much for your help."),
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。",
        spaced=True,
    ),
    Sentence("", "{name}", ("name",), spaced=True),
    Sentence(mark("Name: ________ (please write it here)"), "名前：＿＿＿＿＿＿＿＿", ("unsigned",), spaced=True),
)
