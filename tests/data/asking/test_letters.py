"""Each office gets its whole line in polite Japanese, in a mail that any program reads, whatever stands in a cell."""

from __future__ import annotations

import email
import email.policy
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.asking.letters import Round, show_line, write_letter, write_mail
from data.folder import locate_files
from data.records import Check, City, Correction, DepartmentName, FieldName, Leftover
from data.table.table import read_table
from tests.hostile import FORMULAS, HOSTILE, SEPARATORS, TEXTS, UNWRITABLE
from tests.pages.samples import make_city, make_link

TODAY = date(2026, 11, 27)
PLAIN = Round(TODAY)
FULL = Round(TODAY, "map@example.org", "https://map.example.org", date(2026, 12, 25))
CELLS = st.one_of(
    st.sampled_from((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE, HOSTILE, "x" * 2000, "堺" * 2000)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


def read_mail(content: bytes) -> EmailMessage:
    """Read a mail back as a mail program does."""
    mail = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail.defects == []
    return mail


def list_shown(city: City) -> list[str]:
    """List what the map shows of a city's line."""
    links = (*city.websites, *city.classes)
    return [
        *city.departments,
        *city.emails,
        *(name.name for name in city.department_names),
        *(link.published for link in links),
        *(link.label for link in links if link.label),
        *(row.source_value for row in city.corrections if not row.applied),
        *(text.text for text in city.leftovers),
    ]


@pytest.mark.parametrize("city", read_table(locate_files({})).cities, ids=lambda city: city.slug)
def test_a_shipped_line_stands_whole_in_its_mail(city: City) -> None:
    """Departments in both languages, links with labels, addresses and doubts; to each address that is listed."""
    mail = read_mail(write_mail(city, FULL))
    text = mail.get_content()
    assert [value for value in list_shown(city) if value not in text] == []
    assert [address.addr_spec for address in mail["To"].addresses] == list(city.emails)
    assert [address.addr_spec for address in mail["From"].addresses] == ["map@example.org"]
    assert [address.addr_spec for address in mail["Reply-To"].addresses] == ["map@example.org"]
    assert (mail["X-Unsent"], mail["Content-Language"]) == ("1", "ja")
    assert city.place.ja in mail["Subject"]
    assert f"https://map.example.org/?city={city.slug}&lang=ja" in text
    assert "2026年12月25日までに" in text


def test_every_field_can_be_answered_in_a_line() -> None:
    """Four numbered fields with a line for the answer each, also where nothing is listed; and how to say no."""
    text = write_letter(make_city("271403", emails=("a@b.jp",)), PLAIN)
    assert [line for line in text.splitlines() if line.startswith("【")] == [
        "【1】担当課",
        "【2】ウェブサイト",
        "【3】メールアドレス",
        "【4】日本語教室の案内",
    ]
    assert text.count("ご回答：\n") == 4
    assert text.count("（掲載なし）") == 3
    for words in ("このまま", "掲載しない", "掲載を希望しない", "公式サイトではございません", "個人のお名前"):
        assert words in text


def test_a_mail_without_a_sender_leaves_that_to_the_mail_program() -> None:
    """No address is invented: a draft has no From, no date and no link that nobody has set."""
    mail = read_mail(write_mail(make_city("271403", emails=("a@b.jp", "c@d.jp")), PLAIN))
    assert sorted(mail.keys()) == [
        "Content-Language",
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
        "Subject",
        "To",
        "X-Unsent",
    ]
    assert "までにお知らせ" not in mail.get_content()
    assert "http" not in mail.get_content()


def test_what_a_city_said_before_stands_beside_the_field() -> None:
    """A yearly letter tells the day of the last answer; a field withdrawn is not shown in it either."""
    checks = (
        Check("271403", "email", "", "2025-10-01", "担当者", "メール"),
        Check("271403", "website", "https://a.jp/", "2025-10-02", "担当者", "メール", answer="withdrawn"),
    )
    text = write_letter(make_city("271403", emails=("a@b.jp",), checks=checks), PLAIN)
    assert "2025年10月1日に、正しいとのご回答" in text
    assert "2025年10月2日のお申し出により、掲載しておりません" in text


def test_a_letter_on_paper_asks_for_no_reply_by_mail() -> None:
    """Where no address is listed, the letter is to be printed."""
    text = write_letter(make_city("271403"), PLAIN)
    assert "このメール" not in text
    assert "下記の連絡先まで" in text
    assert text.endswith("連絡先：\n")


@given(CELLS, CELLS, CELLS)
@example("x\r\nBcc: evil@example.org", "\n\nBcc: evil@example.org", "\r\n.\r\n")
def test_hostile_cells_stay_text_of_the_body(department: str, label: str, doubt: str) -> None:
    """No cell adds a header, a line of its own, a template that runs or a sign that cannot be seen."""
    field: FieldName = "class"
    city = make_city(
        "271403",
        emails=("a@b.jp",),
        departments=(department,),
        classes=(make_link("https://a.jp/", label=label),),
        leftovers=(Leftover("website", doubt),),
        department_names=(DepartmentName("271403", department, label, 2024, "x"),),
        corrections=(Correction("271403", field, doubt, label, applied=False, reason="", source=""),),
    )
    content = write_mail(city, FULL)
    mail = read_mail(content)
    assert sorted(mail.keys()) == sorted(read_mail(write_mail(make_city("271403", emails=("a@b.jp",)), FULL)).keys())
    assert max(map(len, content.splitlines())) <= 998
    text = mail.get_content().replace("\r\n", "\n")
    for value in (department, label, doubt):
        assert show_line(value) in text
    assert text.count("ご回答：\n") == 4
    assert [line for line in text.splitlines() if line.startswith("【")][:4] == [
        line for line in write_letter(make_city("271403"), PLAIN).splitlines() if line.startswith("【")
    ]
