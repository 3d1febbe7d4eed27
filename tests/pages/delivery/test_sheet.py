"""The sheet, the QR codes and what else is made at the request, asked over HTTP of the app as it runs."""

import gzip

import pytest

from tests.browser.server import RunningApp
from tests.pages.delivery.client import request
from tests.pages.markup.qr_reader import read_qr
from tests.pages.parsed_html import read_html

# what is made at the request, and the page that stands for all pages
ADDRESSES = ("/", "/sheet?prefecture=kanagawa", "/qr.svg?city=kobe", "/data/cities.csv", "/robots.txt", "/sitemap.xml")


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/sheet?city=kobe", "en"),
        ("/sheet?city=kobe&lang=vi", "vi"),
        ("/sheet?city=kobe&lang=klingon&colour=red", "en"),
        ("/sheet?lang=ja-easy", "ja"),
    ],
)
def test_a_sheet_is_a_page_of_its_own(cold_app: RunningApp, address: str, language: str) -> None:
    """It is whole HTML without Streamlit, in the language asked for."""
    reply = request(cold_app.url, address)
    html = reply.body.decode()
    assert (reply.status, reply.headers["Content-Type"].partition(";")[0]) == (200, "text/html")
    assert read_html(html).find("html")[0].attributes["lang"] == language
    assert "static/js" not in html


def test_unknown_parameters_change_nothing(cold_app: RunningApp) -> None:
    """They are ignored and not echoed."""
    plain = request(cold_app.url, "/sheet").body
    assert request(cold_app.url, "/sheet?prefecture=zebra&city=%3Czebra%3E&x=zebra&embed=true").body == plain


def test_the_reader_gets_the_native_language(cold_app: RunningApp) -> None:
    """The last choice goes before the browser's wish."""
    headers = {"Accept-Language": "vi"}
    assert b'<html lang="vi"' in request(cold_app.url, "/sheet?city=kobe", headers).body
    headers["Cookie"] = "madoguchi-lang=ja"
    assert b'<html lang="ja"' in request(cold_app.url, "/sheet?city=kobe", headers).body


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_unchanged_is_not_sent_again(cold_app: RunningApp, address: str) -> None:
    """Its tag answers 304; it travels compressed."""
    first = request(cold_app.url, address, {"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(first.body) == request(cold_app.url, address).body
    tag = first.headers["ETag"]
    for named in (tag, f"W/{tag}", f'"other", {tag}', f'"one, two",{tag}', "*"):
        again = request(cold_app.url, address, {"Accept-Encoding": "gzip", "If-None-Match": named})
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    assert request(cold_app.url, address, {"Accept-Encoding": "gzip", "If-None-Match": '"other"'}).status == 200


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_an_answer_depends_on_is_named_once(cold_app: RunningApp, address: str, accepted: str) -> None:
    """Caches read Vary: the coding is in it, and nothing is twice, whoever else adds to it."""
    headers = request(cold_app.url, address, {"Accept-Encoding": accepted}).headers
    names = [name.strip().lower() for line in headers.get_all("Vary", []) for name in line.split(",")]
    assert "accept-encoding" in names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("", "/"),
        ("?city=kobe&of=cities", "/cities?city=kobe"),
        ("?prefecture=osaka&lang=vi&of=map&x=y", "/?lang=vi&prefecture=osaka"),
        ("?of=https://evil.example", "/"),
    ],
)
def test_a_code_holds_an_address_of_ours(cold_app: RunningApp, query: str, path: str) -> None:
    """It is the view's address, whatever else is asked for."""
    reply = request(cold_app.url, f"/qr.svg{query}")
    assert reply.headers["Content-Type"] == "image/svg+xml"
    assert read_qr(reply.body.decode()) == f"{cold_app.url}{path}"


def test_the_sheet_may_run_nothing_from_elsewhere(cold_app: RunningApp) -> None:
    """It has the same policy as every page."""
    headers = request(cold_app.url, "/sheet").headers
    assert headers["Content-Security-Policy"] == request(cold_app.url, "/").headers["Content-Security-Policy"]
