"""Cells in the wordings that offices write: links and addresses are read as a person reads them, nothing is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.table.cells import parse_links
from data.table.emails import parse_emails
from data.table.links import is_safe_url, make_link

A, B, C = "https://a.jp/kyoshitsu", "https://b.or.jp/", "https://www.c.lg.jp/kokusai/class.html"
NEPALI = "https://ne.example.org/पृष्ठ/नेपाली-भाषा"
JOINED = "https://ne.example.org/गर्\u200dयो"
BURMESE = "https://my.example.org/wiki/မြန်မာဘာသာ"
DECOMPOSED = unicodedata.normalize("NFD", "https://a.jp/ガイド/がっこう.pdf")
VIETNAMESE = unicodedata.normalize("NFD", "https://vi.example.org/wiki/Tiếng_Nhật")
ENCODED = "https://ne.example.org/%E0%A4%A8%E0%A5%87/"
Found = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("cell", "links", "leftovers"),
    [
        (f"{A}・{B}", [(A, None), (B, None)], []),
        (f"{A}／{B}", [(A, None), (B, None)], []),
        (f"{A} ／ {B} ／ {C}", [(A, None), (B, None), (C, None)], []),
        (f"{A}。", [(A, None)], []),
        (f"詳しくは{A}をご覧ください。", [(A + "をご覧ください", None)], ["詳しくは"]),
        (f"詳しくは{C}をご覧ください。", [(C, None)], ["詳しくは", "をご覧ください"]),
        (f"※{A}", [(A, None)], []),
        (f"{A}※要予約", [(A, None)], ["※要予約"]),
        (f"{A}及び{B}", [(A, None), (B, None)], []),
        (f"{B}または{A}", [(B, None), (A, None)], []),
        (f"{A} 及び {B}", [(A, None), (B, None)], []),
        (f"{A} and {B}", [(A, None), (B, None)], []),
        (f"日本語教室：{A}", [(A, "日本語教室")], []),
        (f"日本語教室：{A}　こども教室：{B}", [(A, "日本語教室"), (B, "こども教室")], []),
        (f"初級：{A}\n中級：{C}", [(A, "初級"), (C, "中級")], []),
        (f"日本語教室:{A}", [(A, "日本語教室")], []),
        (f"日本語教室（{A}）", [(A, "日本語教室")], []),
        (f"日本語教室「{B}」", [(B, "日本語教室")], []),
        (f"{C}日本語教室", [(C, None)], ["日本語教室"]),
        ("https://a.jp日本語教室", [("https://a.jp", None)], ["日本語教室"]),
        (f"日本語教室{A}", [(A, None)], ["日本語教室"]),
        (f"{A}（市民会館）、{B}（北区）", [(A, "市民会館"), (B, "北区")], []),
        (f"{A}(City Hall){B}", [(A, "City Hall"), (B, None)], []),
        (f"{A} (City Hall)・{B} (North)", [(A, "City Hall"), (B, "North")], []),
        (f"{A}「やさしい日本語」", [(A, "やさしい日本語")], []),
        (f"●{A}\n●{B}", [(A, None), (B, None)], []),
        (f"・{A}\n・{B}\n", [(A, None), (B, None)], []),
        (f"①{A}②{B}", [(A, None), (B, None)], ["①", "②"]),
        (f"URL：{A}", [(A, None)], []),
        (f"URL:{A}", [(A, None)], []),
        (f"HP→{A}", [(A, None)], []),
        (f"{A}　{B}", [(A, None), (B, None)], []),
        (f"{A}；{B}", [(A, None), (B, None)], []),
        (f"{A}|{B}", [(A, None), (B, None)], []),
        (f"<{A}>", [(A, None)], []),
        (f'"{A}"', [(A, None)], []),
        (f"{C}{A}", [(C, None), (A, None)], []),
        (f"See {C}.", [(C, None)], ["See"]),
        (f"【日本語】{A}【English】{B}", [(A, None), (B, None)], ["【日本語】", "【English】"]),
        (f"{A}★新しい教室", [(A, None)], ["★新しい教室"]),
        ("https://日本語教室.jp/申込み", [("https://日本語教室.jp/申込み", None)], []),
        ("http://さっぽろ.みんな/", [("http://さっぽろ.みんな/", None)], []),
        ("https://xn--wgv71a119e.jp/", [("https://xn--wgv71a119e.jp/", None)], []),
        (NEPALI, [(NEPALI, None)], []),
        (JOINED, [(JOINED, None)], []),
        (BURMESE, [(BURMESE, None)], []),
        (DECOMPOSED, [(DECOMPOSED, None)], []),
        (VIETNAMESE, [(VIETNAMESE, None)], []),
        (ENCODED, [(ENCODED, None)], []),
        ("ホームページはありません。", [], ["ホームページはありません"]),
        ("準備中", [], ["準備中"]),
        ("www.a.jp/class", [], ["www.a.jp/class"]),
        ("ｈｔｔｐｓ：／／ａ．ｊｐ", [], ["ｈｔｔｐｓ：／／ａ．ｊｐ"]),
        ("https://a.jp/～kokusai/", [], ["https://a.jp/～kokusai/"]),
        (f"https://user:pw@a.jp/・{B}", [(B, None)], ["https://user:pw@a.jp/"]),
        (f"javascript:alert(1)・{B}", [(B, None)], ["javascript:alert(1)"]),
        (f"[x]({B})", [], [f"[x]({B})"]),
        ("https://a.jp/\u202egpj", [], ["https://a.jp/\u202egpj"]),
        ("https://а.jp/", [], ["https://а.jp/"]),  # a Cyrillic letter that looks like ours
    ],
)
def test_link_cells_read_as_a_person_reads_them(cell: str, links: Found, leftovers: list[str]) -> None:
    """Marks part addresses, a colon or a bracket names them, and what is none stays as text."""
    found, rest = parse_links("class", cell)
    assert [(link.published, link.label) for link in found] == links
    assert [text.text for text in rest] == leftovers
    assert all(link.published in cell for link in found)


K, S = "kokusai@city.kobe.lg.jp", "s-1@city.sakai.lg.jp"


@pytest.mark.parametrize(
    ("cell", "emails", "leftovers"),
    [
        ("kokusai☆city.kobe.lg.jp", [K], []),
        ("kokusai★city.kobe.lg.jp（★を@に変えてください）", [K], ["（★を@に変えてください）"]),
        ("kokusai【at】city.kobe.lg.jp", [K], []),
        ("kokusai(at)city.kobe.lg.jp", [K], []),
        ("kokusai [at] city.kobe.lg.jp", [K], []),
        ("kokusai（アット）city.kobe.lg.jp", [K], []),
        ("kokusai[アットマーク]city.kobe.lg.jp", [K], []),
        ("kokusai＠city.kobe.lg.jp", [K], []),
        ("kokusai @ city.kobe.lg.jp", [K], []),
        ("kokusai<at>city.kobe.lg.jp", [K], []),
        ("kokusai●city.kobe.lg.jp", [K], []),
        ("kokusai_at_city.kobe.lg.jp", [K], []),
        ("kokusai[@]city.kobe.lg.jp", [K], []),
        ("kokusai(at)city(dot)kobe(dot)lg(dot)jp", [K], []),
        ("ｋｏｋｕｓａｉ＠ｃｉｔｙ．ｋｏｂｅ．ｌｇ．ｊｐ", [K], []),
        ("kokusai［ａｔ］city．kobe．lg．jp", [K], []),
        ("mailto:kokusai@city.kobe.lg.jp", [K], []),
        ("E-mail: kokusai@city.kobe.lg.jp", [K], []),
        ("メール：kokusai@city.kobe.lg.jp", [K], []),
        ("メールkokusai@city.kobe.lg.jpまで", [K], ["まで"]),
        ("kokusai@city.kobe.lg.jp。", [K], []),
        ("kokusai@city.kobe.lg.jp.", [K], []),
        ("<kokusai@city.kobe.lg.jp>", [K], []),
        ("国際課（kokusai@city.kobe.lg.jp）", [K], ["国際課"]),
        ("kokusai@city.kobe.lg.jp・s-1@city.sakai.lg.jp", [K, S], []),
        ("kokusai@city.kobe.lg.jp／s-1＠city.sakai.lg.jp", [K, S], []),
        ("kokusai@city.kobe.lg.jp/s-1@city.sakai.lg.jp", [K, S], []),
        ("kokusai@city.kobe.lg.jp及びs-1@city.sakai.lg.jp", [], ["kokusai@city.kobe.lg.jp及びs-1@city.sakai.lg.jp"]),
        ("kokusai@city.kobe.lg.jp 又は s-1@city.sakai.lg.jp", [K, S], []),
        ("問い合わせフォームから", [], ["問い合わせフォームから"]),
        ("https://user@city.kobe.lg.jp/", [], ["https://user@city.kobe.lg.jp/"]),
        ("a@b.jp?bcc=c@d.jp", [], ["a@b.jp?bcc=c@d.jp"]),
        ("javascript:a@b.jp", [], ["javascript:a@b.jp"]),
        ("kokusai☆kobe☆jp", [], ["kokusai☆kobe☆jp"]),
        ("follow us @kobe", [], ["follow us @kobe"]),
    ],
)
def test_email_cells_read_as_a_person_reads_them(cell: str, emails: list[str], leftovers: list[str]) -> None:
    """Every form of @, full-width letters, labels and marks round an address; what is none stays as text."""
    found, rest = parse_emails(cell)
    assert list(found) == emails
    assert [text.text for text in rest] == leftovers


@pytest.mark.parametrize(
    "text",
    [
        "https://\u0301a.jp/",
        "https://a.jp/\u0301",
        "https://a.jp/=\u0338",
        "https://a.jp/a\u200db",
        "https://a.jp/\u200d",
        "https://日本.123/",
        "https://日本/",
        "https://-日本.jp/",
        "https://日本..jp/",
        "https://日本。jp/",
        "https://xn--/",
        "https://аррӏе.com/",
        "https://ａ.jp/",
        "https://日本@a.jp/",
        "https://日本.jp:0/",
        f"https://{'本' * 64}.jp/",
        "https://עברית.jp/",
        "https://a.jp日本/",
    ],
)
def test_letters_of_other_scripts_do_not_open_a_hole(text: str) -> None:
    """Look-alikes, right-to-left hosts, marks and joiners without a letter, and all that was refused in ASCII."""
    assert not is_safe_url(text)
    assert make_link("class", text, None) is None


@given(
    st.lists(st.sampled_from((A, B, C, "及び", "・", "：", "教室", "（", "）", " ", "。", "「", "」", "x"))).map(
        "".join
    )
)
def test_links_stand_in_their_cell(cell: str) -> None:
    """However marks and addresses are mixed, a link is a part of its cell, safe, and no letter is lost."""
    links, leftovers = parse_links("class", cell)
    assert all(link.published in cell and is_safe_url(link.published) for link in links)
    kept = "".join([*(link.published + (link.label or "") for link in links), *(text.text for text in leftovers)])
    assert kept.count("教") == cell.count("教")
    assert kept.count("x") == cell.count("x")
