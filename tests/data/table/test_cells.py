"""Cells come apart without losing anything."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.table.cells import parse_departments, parse_links
from data.table.emails import parse_emails
from data.table.links import is_safe_url
from data.table.separators import MARKS, WORDS

GATEWAY = "https://www-x-j-server.com/N/ns/tl.cgi/https://x.jp/a.html?SLANG=ja"
STRUCTURE = MARKS  # what parts links and is nothing by itself
FRAGMENTS = (
    *("https://a.jp/", "http://", "https://u@a.jp/", GATEWAY, "javascript:alert(1)", "//a.jp"),
    *("a[at]b.jp", "a(at)b.jp", "a＠b.jp", "?bcc=c@d.jp", "@", "{{7*7}}", "`", "\\"),
    *(" ", "\t", "\u3000", "\n", "(", ")", "（", "）", ",", "、"),
)
CELLS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4))).map("".join)


def is_kept(cell: str, kept: str) -> bool:
    """Tell whether every sign of the cell is there, but those of words that only join links and addresses."""
    joining = "".join(re.findall(WORDS, cell, re.IGNORECASE))
    lost = count_signs(cell) - count_signs(kept)
    return count_signs(kept) <= count_signs(cell) and lost <= count_signs(joining)


def count_signs(text: str) -> Counter[str]:
    """Count the characters of a text but white space, separators and brackets."""
    return Counter(char for char in text if not char.isspace() and char not in STRUCTURE)


def read_at(text: str) -> str:
    """Write full-width signs as ASCII and every form of @ that the hostile cells hold as @."""
    folded = "".join(unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char for char in text)
    return re.sub(r"\[at\]|\(at\)|[☆★◎●■◆]|_at_", "@", folded, flags=re.IGNORECASE)


@pytest.mark.parametrize(
    ("cell", "links", "leftovers"),
    [
        ("", [], []),
        ("  ", [], []),
        ("https://a.jp/", [("https://a.jp/", None)], []),
        ("https://a.jp/ (Label)", [("https://a.jp/", "Label")], []),
        ("https://a.jp/(Label)", [("https://a.jp/(Label)", None)], []),
        ("https://a.jp/(City of Osaka)", [("https://a.jp/", "City of Osaka")], []),
        ("https://a.jp/wiki_(b)", [("https://a.jp/wiki_(b)", None)], []),
        ("https://a.jp/（日本語教室）", [("https://a.jp/", "日本語教室")], []),
        ("https://a.jp/　（市（北）区）", [("https://a.jp/", "市（北）区")], []),
        ("https://a.jp/ (A (B (C)) D) https://b.jp/", [("https://a.jp/", "A (B (C)) D"), ("https://b.jp/", None)], []),
        ("https://a.jp/ (A) (B)", [("https://a.jp/", "A")], ["(B)"]),
        ("https://a.jp/ ()", [("https://a.jp/", None)], []),
        ("https://a.jp/ (open", [("https://a.jp/", None)], ["(open"]),
        ("https://a.jp/ closed)", [("https://a.jp/", None)], ["closed)"]),
        ("See https://a.jp/ or ask", [("https://a.jp/", None)], ["See", "or ask"]),
        ("https://a.jp/, https://b.jp/", [("https://a.jp/", None), ("https://b.jp/", None)], []),
        ("https://a.jp/、https://b.jp/", [("https://a.jp/", None), ("https://b.jp/", None)], []),
        (f"{GATEWAY} (G) https://a.jp/", [(GATEWAY, "G"), ("https://a.jp/", None)], []),
        ("javascript:alert(1) (L)", [], ["javascript:alert(1) (L)"]),
        ("data:text/html,<b>", [], ["data:text/html,<b>"]),
        ("//a.jp/ (L)", [], ["//a.jp/ (L)"]),
        ("https://u@a.jp/ (L) https://b.jp/", [("https://b.jp/", None)], ["https://u@a.jp/ (L)"]),
        ("{{7*7}} ${alert(1)}", [], ["{{7*7}} ${alert(1)}"]),
        ("xhttps://a.jp/", [], ["xhttps://a.jp/"]),
        ("HTTP://A.jp/", [("HTTP://A.jp/", None)], []),
    ],
)
def test_links_and_labels_come_apart(cell: str, links: list[tuple[str, str | None]], leftovers: list[str]) -> None:
    """A link begins at http after white space; the bracket behind it is its label; the rest stays as text."""
    found, rest = parse_links("class", cell)
    assert [(link.published, link.label) for link in found] == links
    assert [text.text for text in rest] == leftovers
    assert {text.field for text in rest} <= {"class"}


@pytest.mark.parametrize(
    ("cell", "emails", "leftovers"),
    [
        ("", [], []),
        ("kokusai[at]city.sapporo.jp", ["kokusai@city.sapporo.jp"], []),
        ("a[AT]b.jp c(at)d.jp e＠f.jp g（at）h.jp i@j.jp", ["a@b.jp", "c@d.jp", "e@f.jp", "g@h.jp", "i@j.jp"], []),
        ("a[at]b.jp, c[at]d.jp;e[at]f.jp", ["a@b.jp", "c@d.jp", "e@f.jp"], []),
        ("kokusai.CIC_1+x-y[at]city.chiba.lg.jp", ["kokusai.CIC_1+x-y@city.chiba.lg.jp"], []),
        ("a@b.jp?bcc=c@d.jp", [], ["a@b.jp?bcc=c@d.jp"]),
        ("a@b.jp?bcc=c", [], ["a@b.jp?bcc=c"]),
        ("a@@b.jp", [], ["a@@b.jp"]),
        ("a@b@c.jp", [], ["a@b@c.jp"]),
        ("a[at]b.jp[at]c.jp", [], ["a[at]b.jp[at]c.jp"]),
        ("a%0abcc@b.jp", [], ["a%0abcc@b.jp"]),
        ("a@b", [], ["a@b"]),
        ("a@127.0.0.1", [], ["a@127.0.0.1"]),
        (".a@b.jp", [], [".a@b.jp"]),
        ("a..b@c.jp", [], ["a..b@c.jp"]),
        ("<a@b.jp>", ["a@b.jp"], []),
        ("mailto:a@b.jp", ["a@b.jp"], []),
        (f"{'a' * 65}@b.jp", [], [f"{'a' * 65}@b.jp"]),
        ("Tel: 03, a@b.jp; or ask there", ["a@b.jp"], ["Tel: 03", "or ask there"]),
        ("{{7*7}}@b.jp", [], ["{{7*7}}@b.jp"]),
    ],
)
def test_emails_come_out_as_addresses(cell: str, emails: list[str], leftovers: list[str]) -> None:
    """Every form of @ is read; what is not strictly one address stays as text."""
    found, rest = parse_emails(cell)
    assert list(found) == emails
    assert [text.text for text in rest] == leftovers


@pytest.mark.parametrize(("cell", "departments"), [("", ()), (" \t", ()), (" A, B | C ", ("A, B | C",))])
def test_a_department_is_the_whole_cell(cell: str, departments: tuple[str, ...]) -> None:
    """No program can tell where one department ends, so a cell is one."""
    assert parse_departments(cell) == departments


@given(CELLS)
@example("URL")
def test_a_link_cell_loses_nothing(cell: str) -> None:
    """Every sign of a cell is in a link, a label or a leftover, and no link is unsafe."""
    links, leftovers = parse_links("class", cell)
    kept = " ".join([*(link.published + (link.label or "") for link in links), *(text.text for text in leftovers)])
    assert is_kept(cell, kept)
    assert all(is_safe_url(link.published) and is_safe_url(link.original) for link in links)


@given(CELLS)
@example("URL")
def test_an_email_cell_loses_nothing(cell: str) -> None:
    """Every sign of a cell is in an address or a leftover, and no address holds more than an address."""
    emails, leftovers = parse_emails(cell)
    kept = " ".join([*emails, *(text.text for text in leftovers)])
    assert is_kept(read_at(cell), read_at(kept))
    assert all(re.fullmatch(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+", email) for email in emails)
