"""Reports that a line is right or wrong: to whom they go, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import quote

from data.records import FieldName
from data.settings import read_settings
from data.table.emails import parse_emails
from data.table.links import is_safe_url
from pages.languages.language import Language
from pages.letters.mailto import encode_text
from pages.letters.request import Sentence, mark

Verdict = Literal["right", "wrong"]
FIELDS: Mapping[FieldName, str] = {  # in the order of the card
    "class": "日本語教室",
    "department": "担当課",
    "email": "メールアドレス",
    "website": "ホームページ",
}
SUBJECTS = (
    Sentence("「{field}」は正しいです（{city}）", mark("“{field}” is right ({city})"), ("right",)),
    Sentence("「{field}」の誤りについて（{city}）", mark("“{field}” is wrong ({city})"), ("wrong",)),
)
LETTER = (
    Sentence(
        "{city}（{code}）の「{field}」について、地図を見た人からの連絡です。",
        mark("A reader of the map writes about “{field}” of {city} ({code})."),
    ),
    Sentence("地図の表示：{value}", mark("The map shows: {value}")),
    Sentence("この表示は正しいと思います。", mark("I think that this is right."), ("right",)),
    Sentence("この表示は間違っていると思います。", mark("I think that this is wrong."), ("wrong",)),
    Sentence("正しい内容（わかる場合）：", mark("What is right, if you know it:"), ("wrong",)),
    Sentence("連絡した人の言語：{reader}", mark("Language of the reader: {reader}")),
    Sentence(
        "市のご担当者様：「正しいです」または「正しくは＿＿です」と、一行でご返信ください。",
        mark("To the city's office: please answer with one line, “this is right” or “right is …”."),
    ),
)


@dataclass(frozen=True, slots=True)
class Receiver:
    """To whom reports go: the beginning of an address, and what its two parameters are called."""

    url: str
    subject: str
    body: str

    @property
    def base(self) -> str:
        """The address as far as the subject."""
        return f"{self.url}{'&' if '?' in self.url else '?'}"

    def write_url(self, subject: str, body: str) -> str:
        """Write the address of a report."""
        return f"{self.base}{self.subject}={encode_text(subject)}&{self.body}={encode_text(body)}"


def name_fields(language: Language) -> dict[FieldName, str]:
    """Name what a card's sections hold, in their order."""
    _ = language.gettext
    return {
        "class": _("Japanese classes"),
        "department": _("Department in charge (as listed)"),
        "email": _("E-mail"),
        "website": _("Website"),
    }


def get_receiver() -> Receiver | None:
    """Return the receiver that MADOGUCHI_REPORT_TO names; None if it names none, or nothing that can be used."""
    return read_receiver(read_settings().report_to)


@lru_cache(maxsize=16)
def read_receiver(text: str) -> Receiver | None:
    """Read an e-mail address, or the https address of an issue tracker's form that takes title and body."""
    text = text.strip()
    emails, leftovers = parse_emails(text)
    if len(emails) == 1 and not leftovers:
        return Receiver(f"mailto:{quote(emails[0], safe='@')}", "subject", "body")
    if text.lower().startswith("https://") and is_safe_url(text) and "#" not in text:
        return Receiver(text, "title", "body")
    return None
