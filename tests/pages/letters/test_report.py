"""Reports: to whom, with what in them, and what stands there when nobody receives them."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.settings import RECEIVER, judge_settings
from pages.card.card import Item, Section, describe_city
from pages.card.plain_asking import describe_plain_asking, show_values
from pages.languages.language import load_language
from pages.languages.ruby import annotate
from pages.letters.asking import write_report_url
from pages.letters.report import get_receiver, read_receiver
from tests.pages.samples import make_city, make_link

VARIABLE = "MADOGUCHI_REPORT_TO"
VIETNAMESE = load_language("vi")
SAKAI = make_city(
    "271403", emails=("a@b.jp", "c@d.jp"), departments=("A & B?",), classes=(make_link("https://a.jp/?x=1&y=2"),)
)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("a@b.jp", "mailto:a@b.jp?"),
        (" a.b+c@d.example.jp ", "mailto:a.b%2Bc@d.example.jp?"),
        ("https://example.org/issues/new", "https://example.org/issues/new?"),
        ("https://example.org/new?template=line", "https://example.org/new?template=line&"),
        ("", None),
        ("nobody", None),
        ("a@b.jp, c@d.jp", None),
        ("a@b.jp?bcc=c@d.jp", None),
        ("http://example.org/new", None),
        ("https://user:word@example.org/", None),
        ("https://example.org/#new", None),
        ("javascript:alert(1)", None),
        ("mailto:a@b.jp", "mailto:a@b.jp?"),
    ],
)
def test_only_an_address_or_a_tracker_receives(text: str, base: str | None) -> None:
    """What is neither is not used, and no address is invented in its place."""
    receiver = read_receiver(text)
    assert (receiver and receiver.base) == base


@pytest.mark.parametrize(
    ("text", "subject", "body"),
    [
        ("r@b.jp", "mailto:r@b.jp?subject=", "&body="),
        ("https://t.example.org/new", "https://t.example.org/new?title=", "&body="),
    ],
)
def test_a_report_says_what_it_is_about(text: str, subject: str, body: str) -> None:
    """City, code, field, shown value and language stand in it, the website's name, and thanks to whoever runs it."""
    receiver = read_receiver(text)
    assert receiver is not None
    url = write_report_url(receiver, SAKAI, ("email", "E-mail", "a@b.jp | c@d.jp"), "wrong", VIETNAMESE)
    assert url.startswith(subject)
    title, content = url.removeprefix(subject).split(body)
    assert unquote(title) == "「メールアドレス」の記載の誤りについて（堺市）"
    assert unquote(content).split("\r\n") == [
        "「まどぐちマップ」（Madoguchi Map）というウェブサイトで、堺市（271403）の「メールアドレス」を見ました。",
        "サイトの表示：a@b.jp | c@d.jp",
        "この表示は間違っていると思います。",
        "正しい内容（わかる場合）：",
        "連絡した人の言語：Tiếng Việt (vi)",
        "",
        "お手数ですが、ご確認をお願いいたします。ありがとうございます。",
    ]


def test_a_right_line_is_reported_as_such() -> None:
    """Who says that a line is right is not asked for a better one; an empty line is a dash."""
    receiver = read_receiver("r@b.jp")
    assert receiver is not None
    text = unquote(write_report_url(receiver, SAKAI, ("website", "Website", ""), "right", VIETNAMESE))
    assert "「ウェブサイト」の記載は正しいです（堺市）" in text
    assert "この表示は正しいと思います。" in text
    assert "サイトの表示：-\r\n" in text
    assert "わかる場合" not in text


def test_the_opened_card_reports_every_line_without_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each section has its two addresses; without a receiver there are none."""
    card = describe_city(SAKAI, VIETNAMESE)
    monkeypatch.setenv(VARIABLE, "")
    assert describe_plain_asking(SAKAI, card, VIETNAMESE).reports == ()
    monkeypatch.setenv(VARIABLE, "r@b.jp")
    reports = describe_plain_asking(SAKAI, card, VIETNAMESE).reports
    assert [report.heading for report in reports] == [section.heading for section in card.sections]
    assert "https://a.jp/?x=1&y=2" in unquote(reports[0].wrong)
    assert "A & B?" in unquote(reports[1].right)
    assert [show_values(section) for section in card.sections][2] == "a@b.jp | c@d.jp"


def test_the_parts_of_an_office_are_reported_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Page, number, hours and languages of a counter, the page of an association: named in both languages."""
    monkeypatch.setenv(VARIABLE, "r@b.jp")
    offices = (
        Section(
            "counter",
            "窓口",
            (Item("link", "C", "https://c.jp/"), Item("phone", "06-1", "tel:061"), Item("text", "9-5")),
        ),
        Section("association", "協会", (Item("text", "A"),)),
    )
    assert show_values(Section("counter", "", (Item("text", annotate("英語", "えいご")),))) == "英語"
    reports = describe_plain_asking(SAKAI, describe_city(SAKAI, VIETNAMESE, offices), VIETNAMESE).reports
    said = [unquote(report.wrong) for report in reports[3:8]]
    wanted = [
        ("外国人相談窓口：ウェブサイト", "https://c.jp/"),
        ("外国人相談窓口：電話番号", "06-1"),
        ("外国人相談窓口：受付時間", "9-5"),
        ("外国人相談窓口：対応言語", "9-5"),
        ("国際交流協会：ウェブサイト", "-"),
    ]
    assert [
        (f"「{ja}」の記載の誤り" in text, f"サイトの表示：{value}\r\n" in text)
        for text, (ja, value) in zip(said, wanted, strict=True)
    ] == [(True, True)] * 5
    assert [report.heading for report in reports[4:8:3]] == [
        "Quầy tư vấn cho người nước ngoài: Số điện thoại",
        "Hiệp hội giao lưu quốc tế: Trang web",
    ]


def test_an_unusable_receiver_is_told_to_whoever_runs_the_map(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The log names the setting, what was found and what is needed."""
    monkeypatch.setenv(VARIABLE, "http://unsafe.example.org")
    assert get_receiver() is None
    assert "MADOGUCHI_REPORT_TO='http://unsafe.example.org'" in caplog.text
    assert "https" in caplog.text


@given(st.from_regex(RECEIVER, fullmatch=True))
def test_every_receiver_that_the_settings_let_through_receives(text: str) -> None:
    """Their rule and the reader here do not disagree: what is not refused there is not dropped here in silence."""
    settings, _ = judge_settings({VARIABLE: text})
    assert (read_receiver(settings.report_to) is not None) is bool(settings.report_to)
