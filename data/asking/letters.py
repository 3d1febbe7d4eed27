"""The letter to an office: polite Japanese around its line as the map shows it, as a mail to be sent or on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from data.records import City, Correction, FieldName, Link, PlaceKind
from data.standing import judge_field

SUBJECT = "「まどぐちマップ」掲載内容のご確認のお願い（{city}）"
NAMES: Mapping[FieldName, str] = {
    "department": "担当課",
    "website": "ウェブサイト",
    "email": "メールアドレス",
    "class": "日本語教室の案内",
}
_KINDS: Mapping[PlaceKind, str] = {
    "city": "市",
    "town": "町",
    "village": "村",
    "ward": "区",
    "prefecture": "自治体",
}
_OFFICE = "国際・日本語教育関係"  # where the name of the department is not known in Japanese
_BY_MAIL, _ON_PAPER = "このメールへの返信にて", "下記の連絡先まで"
_CONFIRMED = "{day}に、正しいとのご回答をいただいております。"
_WITHDRAWN = "{day}のお申し出により、掲載しておりません。"


@dataclass(frozen=True, slots=True)
class Round:
    """What is the same for all letters of a round: who sends them, the map's address, by when, and the day."""

    today: date
    sender: str = ""  # an e-mail address
    url: str = ""  # the public address of the app's root, no slash at the end
    by: date | None = None


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field of the line: its name, what the map shows there, what is doubted, and what the city said before."""

    name: str
    lines: tuple[str, ...]
    doubts: tuple[Correction, ...]
    since: str


def write_mail(city: City, asking: Round) -> bytes:
    """Write the letter as a mail (RFC 5322) that mail programs open as a draft; it has no date and no sender yet.

    A sender stands in it if the round has one. Nothing of a cell reaches a header but the addresses, as they are read.
    """
    mail = EmailMessage(policy=SMTP)
    mail["To"] = [Address(addr_spec=address) for address in city.emails]
    if asking.sender:
        mail["From"] = mail["Reply-To"] = Address("まどぐちマップ", addr_spec=asking.sender)
    mail["Subject"] = SUBJECT.format(city=city.place.ja)
    mail["X-Unsent"] = "1"
    mail.set_content(write_letter(city, asking), cte="base64")  # lines of any length, in any mail program
    mail["Content-Language"] = "ja"
    return mail.as_bytes()


def write_letter(city: City, asking: Round) -> str:
    """Write the letter as text, every cell on a line of its own."""
    office = next((name.name for name in city.department_names), _OFFICE)
    text = _read_template().render(
        city=city.place.ja,
        kind=_KINDS[city.place.kind],
        office=show_line(office),
        url=f"{asking.url}/?city={city.slug}&lang=ja" if asking.url else "",
        by=write_day(asking.by) if asking.by else "",
        sender=asking.sender,
        on_paper=not city.emails,
        way=_BY_MAIL if city.emails else _ON_PAPER,
        fields=[_describe_field(city, field, asking.today) for field in NAMES],
    )
    return f"{text.strip()}\n"


def show_line(text: str) -> str:
    """Return a cell's text as one line of signs that can be seen."""
    plain = (" " if sign.isspace() else sign for sign in text)
    return " ".join("".join(sign for sign in plain if unicodedata.category(sign)[0] != "C").split())


def write_day(day: date) -> str:
    """Write a day as letters in Japanese do."""
    return f"{day.year}年{day.month}月{day.day}日"


def _describe_field(city: City, field: FieldName, today: date) -> AskedField:
    standing = judge_field(city, field, today)
    said = _WITHDRAWN if standing.state == "withdrawn" else _CONFIRMED
    doubts = tuple(row for row in city.corrections if row.field == field and not row.applied)
    return AskedField(
        NAMES[field],
        tuple(filter(None, map(show_line, _list_values(city, field)))),
        tuple(
            Correction(
                row.code,
                field,
                show_line(row.source_value),
                show_line(row.better_value),
                applied=False,
                reason="",
                source="",
            )
            for row in doubts
        ),
        said.format(day=write_day(standing.day)) if standing.day else "",
    )


def _list_values(city: City, field: FieldName) -> Iterator[str]:
    """Yield what the map shows in a field, one line each."""
    if field == "department":
        names = {name.department: name.name for name in city.department_names}
        for department in city.departments:
            yield f"{department}（{names[department]}）" if department in names else department
    elif field == "email":
        yield from city.emails
    else:
        yield from map(_write_link, city.websites if field == "website" else city.classes)
    yield from (left.text for left in city.leftovers if left.field == field)


def _write_link(link: Link) -> str:
    return f"{link.published}（{link.label}）" if link.label else link.published


@cache
def _read_template() -> Template:
    environment = Environment(  # noqa: S701 - plain text, in which nothing is markup
        loader=FileSystemLoader(Path(__file__).parent), trim_blocks=True, undefined=StrictUndefined
    )
    return environment.get_template("letter_ja.txt")
