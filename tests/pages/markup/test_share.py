"""Handing a view on: absolute addresses, QR codes that read back, a frame for other pages."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.folder import locate_files
from pages.address.links import Links, PageName
from pages.address.public_url import get_public_url
from pages.address.view import View
from pages.answers.atlas import load_atlas
from pages.answers.scene import Scene
from pages.languages.language import Language, list_languages, load_language
from pages.markup.plain_page import render_page
from pages.markup.qr import draw_qr, paint_qr, write_qr
from pages.markup.rendering import render_template, share_words
from pages.markup.share import build_address, build_share, build_snippet
from tests.pages.markup.qr_reader import read_picture, read_qr
from tests.pages.parsed_html import read_html

ENGLISH = load_language()
HERE = "https://map.example.jp"


def show(view: View, page: PageName = "map", language: Language = ENGLISH) -> Scene:
    """Build the scene of a view on the shipped table."""
    return Scene(load_atlas(locate_files({})), view, Links(page), language)


@pytest.mark.parametrize(
    ("requested", "configured", "page", "view", "address"),
    [
        ("http://localhost:8501/", "", "map", View(), "http://localhost:8501/"),
        ("http://localhost:8501", "", "cities", View(city="kobe"), "http://localhost:8501/cities?city=kobe"),
        ("https://localhost/base/", "", "map", View(lang="vi"), "https://localhost/base/?lang=vi"),
        ("http://10.0.0.1/base", f"{HERE}/", "map", View(("osaka",)), f"{HERE}/?prefecture=osaka"),
        ("http://10.0.0.1", f"{HERE}/sub", "cities", View(page=2), f"{HERE}/sub/cities?page=2"),
        ("http://[::1]", "javascript:alert(1)", "map", View(query="堺 &"), "http://[::1]/?q=%E5%A0%BA+%26"),
        ("http://localhost", "", "map", View(city="sakai", embed=True), "http://localhost/?city=sakai"),
    ],
)
def test_an_address_is_the_public_one_of_exactly_this_view(
    requested: str, configured: str, page: PageName, view: View, address: str
) -> None:
    """Base path and MADOGUCHI_URL lead it, every part of the view is in it, a frame is the whole page again."""
    public_url = get_public_url(requested, {"MADOGUCHI_URL": configured})
    assert build_address(view, Links(page, "../"), public_url) == address


@pytest.mark.parametrize(
    "address",
    [f"{HERE}/", f"{HERE}/?lang=ja-easy&prefecture=osaka&city=sakai", f"{HERE}/?q=" + "%E5%A0%BA" * 80],
)
def test_a_qr_code_reads_back(address: str) -> None:
    """Inline, as a file and painted, it holds the address."""
    drawing, file, painting = draw_qr(address), write_qr(address), paint_qr(address)
    assert drawing
    assert file
    assert painting
    assert read_picture(painting) == address
    assert read_qr(drawing) == read_qr(file.decode()) == address
    assert drawing.count("<path") == 1


@given(st.integers(0, 300))
@settings(max_examples=40, deadline=None)
def test_any_length_of_address_reads_back(length: int) -> None:
    """All codes have the same mask, whatever it makes of an address: a phone reads them."""
    address = f"{HERE}/?q=" + ("osaka-sakai&" * 25)[:length]
    drawing = draw_qr(address)
    assert drawing
    assert read_qr(drawing) == address


@settings(max_examples=20, deadline=None)
@given(st.text("abcdefghij/?&=%#-._~0123456789", min_size=1, max_size=300))
def test_any_address_reads_back(rest: str) -> None:
    """Whatever stands in it, nothing is lost."""
    drawing = draw_qr(f"https://e.example/{rest}")
    assert drawing
    assert read_qr(drawing) == f"https://e.example/{rest}"


def test_an_address_that_is_too_long_has_no_qr_code() -> None:
    """It stands as text; nothing fails."""
    assert draw_qr(f"{HERE}/?q={'a' * 5000}") is None
    assert write_qr(f"{HERE}/?q={'a' * 5000}") is None
    assert paint_qr(f"{HERE}/?q={'a' * 5000}") is None


def test_the_frame_for_another_page_shows_this_view() -> None:
    """It is one iframe with a title, whose address is this view as a part of a page, in the language it is read in."""
    [frame] = read_html(build_snippet(show(View(("osaka",), city="sakai")), HERE)).find("iframe")
    assert frame.attributes["src"] == f"{HERE}/?lang=en&prefecture=osaka&city=sakai&embed=true"
    assert (frame.attributes["title"], frame.attributes["width"]) == ("Madoguchi Map", "100%")


def test_the_frame_needs_three_lines_to_be_as_high_as_its_page() -> None:
    """They listen to this frame alone and take its height; what stands before them works without."""
    frame, script = build_snippet(show(View()), HERE).split("</iframe>")
    assert "script" not in frame
    assert len(script.splitlines()) == 3
    assert "source === frame.contentWindow" in script
    assert '"madoguchi-height"' in script


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_the_frame_survives_its_text_box(code: str) -> None:
    """What is copied out of the box is the snippet, byte for byte; it says nothing else in any language."""
    language = load_language(code)
    share = build_share(show(View(query="\"'<&>"), language=language), HERE, draw=False)
    html = render_template("share.html", share=share, **share_words(language))
    document = read_html(html)
    assert document.unclosed == []
    assert document.find("textarea")[0].text == share.snippet
    assert [image.attributes["src"] for image in document.find("img")] == [share.qr_url]


@pytest.mark.parametrize("page", ["map", "cities"])
def test_the_first_view_has_its_qr_code_drawn(page: PageName) -> None:
    """Without scripts the code is there, and reads as the address of this view."""
    view = View(("osaka", "hyogo"), city="kobe", lang="en")
    html = str(render_page(show(view, page), HERE))
    [drawn] = re.findall(r'<div class="mm-qr"[^>]*aria-label="QR code: ([^"]*)">(<svg.*?</svg>)', html, re.DOTALL)
    assert read_qr(drawn[1]) == unescape(drawn[0]) == build_address(view, Links(page), HERE)
    document = read_html(html)
    assert document.find("a", href="./sheet?lang=en&prefecture=osaka&prefecture=hyogo&city=kobe")


def test_a_configured_address_leads_what_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser is told the configured root, or none: then it copies what it shows."""
    assert build_share(show(View()), HERE, draw=True).public_root == ""
    monkeypatch.setenv("MADOGUCHI_URL", f"{HERE}/sub/")
    assert build_share(show(View()), HERE, draw=True).public_root == f"{HERE}/sub/"


@pytest.mark.parametrize("page", ["map", "cities"])
def test_a_frames_first_view_has_only_map_and_list(page: PageName) -> None:
    """No header, filters, footer or ways on; one link leads to the whole page in a tab of its own; the rest stay."""
    document = read_html(render_page(show(View(embed=True), page), HERE))
    assert document.unclosed == []
    assert not any(
        [*document.find("nav"), *document.find("form", role="search"), *document.find("div", class_="mm-share")]
    )
    assert len(document.find("details", class_="fv-row")) == 20
    assert len(document.find("a", class_="sm-mark")) == (20 if page == "map" else 0)
    [back] = [link for link in document.find("a", target="_blank") if link.text == "Open the full page"]
    assert back.attributes["href"] == ("./" if page == "map" else "./cities")
    assert all("embed=true" in mark.attributes["href"] for mark in document.find("a", class_="sm-mark"))
