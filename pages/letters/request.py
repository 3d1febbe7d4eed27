"""What a visitor asks an office for: polite Japanese for the counter and for a letter, each sentence with its meaning.

The Japanese stands here and nowhere else; what it means comes from the catalogues. A sentence is said if any of the
words in `when` is among the visitor's choices, or always if there are none. pages/assets/dialog.js shows and hides the
same sentences by the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pages.languages.language import Language
from pages.languages.ruby import show_brackets

Purpose = Literal["learn", "help", "other"]
Level = Literal["beginner", "some", "talk"]
Day = Literal["weekdays", "evenings", "weekends"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the visitor chose; `language` and `name` say only whether one is given."""

    purpose: Purpose = "learn"
    level: Level = "beginner"
    children: bool = False
    days: tuple[Day, ...] = ()
    language: bool = True
    name: bool = False

    def list_words(self) -> frozenset[str]:
        """List the choices as the words that sentences wait for."""
        given = {"children": self.children, "language": self.language, "name": self.name}
        return frozenset({self.purpose, self.level, *self.days, *(word for word, said in given.items() if said)})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Japanese sentence, the English one that its translations go by (empty: no words), and when it is said."""

    ja: str
    meaning: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in Japanese and in the reader's language; both may hold {places} to fill."""

    ja: str
    own: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in the places of the sentences, in Japanese and in the reader's language."""

    ja: dict[str, str]
    own: dict[str, str]


def mark(text: str) -> str:
    """Mark a text for the catalogues without translating it yet."""
    return text


ABOUT_ME = (
    Sentence("{language}を話します。", mark("I speak {language}."), ("language",)),
    Sentence("日本語は、まだほとんどわかりません。", mark("I hardly understand Japanese yet."), ("beginner",)),
    Sentence("日本語は、少しわかります。", mark("I understand a little Japanese."), ("some",)),
    Sentence("日本語で会話ができます。", mark("I can have a conversation in Japanese."), ("talk",)),
    Sentence("子どもを連れて行きたいです。", mark("I would like to bring my children."), ("children",)),
    Sentence("平日の昼間は時間があります。", mark("I have time on weekdays during the day."), ("weekdays",)),
    Sentence("夜は時間があります。", mark("I have time in the evening."), ("evenings",)),
    Sentence("土曜日や日曜日は時間があります。", mark("I have time on Saturdays and Sundays."), ("weekends",)),
)
WISHES = (
    Sentence("{city}に住んでいます。", mark("I live in {city}.")),
    Sentence("日本語を勉強したいです。", mark("I want to learn Japanese."), ("learn",)),
    Sentence("相談したいことがあります。", mark("There is something I would like advice on."), ("help",)),
)
COUNTER = (
    *WISHES,
    Sentence(
        "ほかの用事で来ました。これからお見せします。",
        mark("I have come about something else. I will show you now."),
        ("other",),
    ),
    *ABOUT_ME,
    Sentence("日本語の教室はありますか。", mark("Is there a Japanese class?"), ("learn",)),
    Sentence("どこで相談できますか。", mark("Where can I get advice?"), ("help",)),
    Sentence("どの窓口に行けばいいですか。", mark("Which counter should I go to?"), ("other",)),
    Sentence(
        "やさしい日本語で、ゆっくり話してください。",
        mark("Please speak slowly, in easy Japanese."),
        ("beginner", "some"),
    ),
    Sentence("大切なことを、紙に書いていただけますか。", mark("Could you write down for me what is important?")),
)
SUBJECTS = (
    Sentence("日本語教室についてのお尋ね（{city}）", mark("Question about Japanese classes ({city})"), ("learn",)),
    Sentence("相談窓口についてのお尋ね（{city}）", mark("Question about where to get advice ({city})"), ("help",)),
    Sentence("担当窓口についてのお尋ね（{city}）", mark("Question about the office in charge ({city})"), ("other",)),
)
LETTER = (
    Sentence("{city}　ご担当者様", mark("To the person in charge, {city}")),
    Sentence("はじめてご連絡いたします。", mark("I am writing to you for the first time.")),
    Sentence("{name}と申します。", mark("My name is {name}."), ("name",)),
    *WISHES,
    Sentence("お尋ねしたいことがあります。", mark("I have a question."), ("other",)),
    *ABOUT_ME,
    Sentence(
        "日本語の教室がありましたら、場所、曜日、時間、費用、申し込み方法を教えていただけますか。",
        mark(
            "If there is a Japanese class, could you tell me the place, the days, the time, the fee and how to apply?"
        ),
        ("learn",),
    ),
    Sentence(
        "相談できる窓口と、受付時間、予約の方法を教えていただけますか。",
        mark("Could you tell me where I can get advice, the opening hours, and how to make an appointment?"),
        ("help",),
    ),
    Sentence("担当の窓口を教えていただけますか。", mark("Could you tell me which office is in charge?"), ("other",)),
    Sentence(
        "お返事は、やさしい日本語で書いていただけると助かります。",
        mark("It would help me if you could answer in easy Japanese."),
        ("beginner", "some"),
    ),
    Sentence(
        "お忙しいところ恐れ入りますが、どうぞよろしくお願いいたします。",
        mark("I know that you are busy. Thank you very much for your help."),
    ),
    Sentence("{name}", "", ("name",)),
)


def translate(sentences: tuple[Sentence, ...], language: Language) -> tuple[Pair, ...]:
    """Put the reader's language beside each sentence; the places are still open."""
    return tuple(Pair(one.ja, language.gettext(one.meaning) if one.meaning else one.ja, one.when) for one in sentences)


def write_text(
    sentences: tuple[Sentence, ...], words: frozenset[str], filling: Filling, language: Language
) -> tuple[Pair, ...]:
    """Write those sentences that are to be said, with their places filled."""
    said = [pair for pair in translate(sentences, language) if not pair.when or words & set(pair.when)]
    return tuple(
        replace(pair, ja=pair.ja.format(**filling.ja), own=pair.own.format(**filling.own), when=()) for pair in said
    )


def join_japanese(pairs: tuple[Pair, ...]) -> str:
    """Join the Japanese sentences, a line each."""
    return "\n".join(show_brackets(pair.ja) for pair in pairs)
