"""How a class gets onto the map: a sentence about it on the page about the map, and the letter that it opens."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from pages.address.view import View
from pages.letters.new_class import write_class_url
from pages.markup.plain_page import render_page
from tests.pages.card.classes import show
from tests.pages.parsed_html import read_html

ASKED = "Bạn có mở lớp tiếng Nhật không?"


@pytest.mark.parametrize(
    ("receiver", "host", "names"),
    [
        ("map@city.example.jp", "mailto:map@city.example.jp", ("subject", "body")),
        ("https://example.org/issues/new?labels=class", "https://example.org/issues/new", ("title", "body")),
    ],
)
def test_whoever_holds_a_class_can_write(
    receiver: str, host: str, names: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the address of reports, with an empty line for each thing that a row says."""
    monkeypatch.setenv("MADOGUCHI_REPORT_TO", receiver)
    url = write_class_url()
    assert url
    assert url.startswith(host)
    told = parse_qs(urlsplit(url).query)
    assert "日本語教室" in told[names[0]][0]
    lines = told[names[1]][0].split("\r\n")
    assert len(lines) == 13
    assert all("：" in line for line in lines)
    document = read_html(render_page(show(View(), "vi", courses=(), page="about"), ""))
    [link] = [one for one in document.find("a") if ASKED in one.text]
    assert link.attributes["href"].startswith(host)


def test_where_nobody_receives_it_the_page_says_whom_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sent the page, who is led to the page for people who look after the table."""
    monkeypatch.delenv("MADOGUCHI_REPORT_TO", raising=False)
    assert write_class_url() is None
    document = read_html(render_page(show(View(), "vi", courses=(), page="about"), ""))
    [said] = [one for one in document.find("p") if ASKED in one.text]
    [link] = [one for one in document.find("a") if said.start < one.start < (said.end or 0)]
    assert link.attributes["href"] == "./quality"


@pytest.mark.parametrize("courses", [None, ()])
def test_the_page_says_where_classes_are_from_once_there_are_any(courses: tuple[()] | None) -> None:
    """Before that it says that it knows nothing of days and fees."""
    text = read_html(render_page(show(View(), courses=courses, page="about"), "")).find("main")[0].text
    assert ("It says nothing about fees" in text) == (courses == ())
    assert ("Classes with their days" in text) == (courses is None)
