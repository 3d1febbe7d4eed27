"""Two languages on a sheet: Japanese beside the reader's, and nothing twice."""

import re

import pytest

from pages.address.view import View
from pages.languages.language import load_language
from tests.pages.paper.sheets import LANGUAGES, VIEWS, read_plain, render
from tests.pages.parsed_html import read_html


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "ja"])
def test_japanese_stands_beside_each_heading(code: str) -> None:
    """Who cannot read the reader's language finds every heading in Japanese too."""
    japanese = load_language("ja")
    document = read_html(render(View(city="sakai"), code))
    headings = [read_plain(heading.text) for heading in document.find("h3")]
    wanted = [japanese.gettext(one) for one in ("Japanese classes", "Department in charge (as listed)", "Website")]
    assert [words for words in wanted if not any(words in heading for heading in headings)] == []
    sentence = japanese.gettext("This is not an official site.")
    assert (sentence in document.find("header")[0].text) == (code != "ja-easy")


def test_in_japanese_nothing_is_said_twice() -> None:
    """The Japanese sheet has one language, and one credit for the boundaries."""
    document = read_html(render(View(city="sakai"), "ja"))
    assert document.find("i") == []
    assert document.find("body")[0].text.count("気象庁ホームページ") == 1


@pytest.mark.parametrize("view", VIEWS, ids=["one", "Kanagawa", "all"])
def test_easy_japanese_has_plain_japanese_beside_other_words_only(view: View) -> None:
    """What differs by readings only stands once; a harder sentence would be read as something new."""
    html = render(view, "ja-easy")
    beside = {one.text for one in read_html(html).find("i")}
    offices = {words for words in beside if words.startswith(("外国人相談窓口", "国際交流"))}
    assert offices
    assert beside - offices == {"担当課（出典の記載）", "ウェブサイト", "作成日"}
    title = re.findall(r"<title>([^<]*)</title>", html)[0]
    assert [word for word in title.split() if title.count(word) > 1] == []
