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
from pages.letters.sentences import Sentence, mark

Verdict = Literal["right", "wrong"]
OfficeLine = Literal["counter-page", "counter-phone", "counter-hours", "counter-languages", "association-page"]
LineName = FieldName | OfficeLine  # of an office's section a part, which pages/assets/dialog.js reads off the name
LINES: Mapping[LineName, str] = {  # in the order of the card
    "class": "日本語教室",
    "department": "担当課",
    "email": "メールアドレス",
    "counter-page": "外国人相談窓口：ウェブサイト",
    "counter-phone": "外国人相談窓口：電話番号",
    "counter-hours": "外国人相談窓口：受付時間",
    "counter-languages": "外国人相談窓口：対応言語",
    "association-page": "国際交流協会：ウェブサイト",
    "website": "ウェブサイト",
}
SUBJECTS = (
    Sentence(mark("“{field}” is right ({city})"), "「{field}」の記載は正しいです（{city}）", ("right",)),
    Sentence(mark("“{field}” is wrong ({city})"), "「{field}」の記載の誤りについて（{city}）", ("wrong",)),
)
LETTER = (  # to whoever runs the map, who may hand it on
    Sentence(
        mark("On the website Madoguchi Map I saw “{field}” of {city} ({code})."),
        "「まどぐちマップ」（Madoguchi Map）というウェブサイトで、{city}（{code}）の「{field}」を見ました。",
    ),
    Sentence(mark("The website shows: {value}"), "サイトの表示：{value}"),
    Sentence(mark("I think that this is right."), "この表示は正しいと思います。", ("right",)),
    Sentence(mark("I think that this is wrong."), "この表示は間違っていると思います。", ("wrong",)),
    Sentence(mark("What is right, if you know it:"), "正しい内容（わかる場合）：", ("wrong",)),
    Sentence(mark("Language of the reader: {reader}"), "連絡した人の言語：{reader}"),
    Sentence(
        mark("Please have a look at it. Thank you very much."),
        "お手数ですが、ご確認をお願いいたします。ありがとうございます。",
        spaced=True,
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


def name_lines(language: Language) -> dict[LineName, str]:
    """Name the lines of a card that can be right or wrong, in their order."""
    names = _name_office_lines(language)
    names.update(name_fields(language).items())
    return {line: names[line] for line in LINES}


def _name_office_lines(language: Language) -> dict[LineName, str]:
    _ = language.gettext
    counter, association = (
        _(heading) + language.colon
        for heading in (mark("Counter for foreign residents"), mark("International association"))
    )
    return {
        "counter-page": counter + _("Website"),
        "counter-phone": counter + _("Telephone"),
        "counter-hours": counter + _("Opening hours"),
        "counter-languages": counter + _("Languages"),
        "association-page": association + _("Website"),
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
