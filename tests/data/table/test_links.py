"""Which addresses are safe, what gateways hide, where links lead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.table.links import find_language, is_front_page, is_safe_url, make_link

LABELS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
HOSTS = st.lists(LABELS, min_size=1, max_size=4).map(lambda labels: ".".join([*labels, "jp"]))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.city.osaka.lg.jp/",
        "http://www.city.hiroshima.lg.jp",
        "HTTPS://A.JP/",
        "https://a.jp:8443/x?y=(1)&z='#top",
        "https://xn--eckwd4c7c.xn--zckzah.jp/",
        "https://日本.jp/",
        "https://ja.example.org/wiki/日本語?頁=2",
        "https://a.jp/%0d%0a",
        "https://a-b.translate.goog/x",
    ],
)
def test_ordinary_addresses_are_safe(url: str) -> None:
    """Everything a city publishes may be a link."""
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.jp",
        "//a.jp/",
        "https:a.jp",
        "https:/a.jp",
        "https:///a.jp",
        "https://",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.jp/",
        "mailto:a@b.jp",
        "https://user@a.jp/",
        "https://user:pass@a.jp/",
        "https://a.jp@evil.example/",
        "https://a.jp＠evil.example/",
        "https://a.jp\\@evil.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://a..jp/",
        "https://.a.jp/",
        "https://a.jp./",
        "https://-a.jp/",
        "https://a_b.jp/",
        "https://a.jp:0/",
        "https://a.jp:99999/",
        "https://a.jp:x/",
        "https://a.jp:/",
        "https://a%2ejp/",
        "https://a.jp/ x",
        "https://a.jp/\tx",
        "https://a.jp/\nx",
        "https://a.jp/\x00",
        "https://a.jp/\x7f",
        "https://a.jp/\u200b",
        "https://a.jp/\u202etxt",
        "https://a.jp/\u3000x",
        "https://a.jp/、x",
        "https://a.jp/\ud800",
        " https://a.jp/",
        "https://a.jp/\\x",
        'https://a.jp/"x',
        "https://a.jp/<script>",
        "https://a.jp/`x`",
        "https://a.jp/{{7*7}}",
        "https://a.jp/${alert(1)}",
        "https://a.jp/|x",
        "https://a.jp/^x",
        f"https://{'a' * 64}.jp/",
        f"https://{'a.' * 130}jp/",
    ],
)
def test_anything_else_is_not_safe(text: str) -> None:
    """Other schemes, user info, numbers for hosts, invisible or dangerous signs make no link."""
    assert not is_safe_url(text)
    assert make_link("website", text, None) is None


@pytest.mark.parametrize(
    ("published", "original", "via", "language"),
    [
        (
            "https://www-x-j-server.com/LUCX/ns/tl.cgi/https://www.x.jp/a%2d1%7e.html?SLANG=ja&q=%20&TLANG=en&XMODE=0#c",
            "https://www.x.jp/a-1~.html?q=%20#c",
            "J-SERVER",
            "ja",
        ),
        (
            "https://abc.j-server.com/LUCX/ns/tl.cgi/http://x.jp/?XCHARSET=utf-8&XJSID=0",
            "http://x.jp/",
            "J-SERVER",
            None,
        ),
        ("https://www.x.jp.e.fm.hp.transer.com/en/a.html?b=1", "https://www.x.jp/en/a.html?b=1", "Transer", None),
        (
            "https://www-x--y-or-jp.translate.goog/a?_x_tr_sl=ja&b=1&_x_tr_tl=en&_x_tr_pto=wapp",
            "https://www.x-y.or.jp/a?b=1",
            "Google Translate",
            "ja",
        ),
        ("https://x-jp.translate.goog/?x_tr_sl=auto", "https://x.jp/", "Google Translate", None),
        ("https://x-jp.translate.goog/?_x_tr_sch=http&_x_tr_sl=zh-tw", "http://x.jp/", "Google Translate", "zh-TW"),
    ],
)
def test_gateways_are_unwrapped(published: str, original: str, via: str, language: str | None) -> None:
    """The page itself comes out, with its own parameters and fragment, without the gateway's."""
    link = make_link("class", published, "Label")
    assert link is not None
    assert (link.published, link.original, link.via, link.language) == (published, original, via, language)


@pytest.mark.parametrize(
    "url",
    [
        "https://www-x-j-server.com/LUCX/ns/tl.cgi/javascript:alert(1)?SLANG=ja",
        "https://www-x-j-server.com/LUCX/ns/tl.cgi/https://user@x.jp/",
        "https://evil-j-server.com.example.jp/ns/tl.cgi/https://x.jp/",
        "https://notj-server.com/ns/tl.cgi/https://x.jp/",
        "https://www-x-j-server.com/about.html",
        "https://localhost.translate.goog/",
        "https://x.e.fm.hp.transer.com/",
        "https://x.translate.goog.example.jp/",
    ],
)
def test_what_is_no_gateway_stays_itself(url: str) -> None:
    """A gateway's own pages, look-alikes, and gateways round something unsafe are not unwrapped."""
    link = make_link("class", url, None)
    assert link is not None
    assert (link.original, link.via) == (url, None)


@given(HOSTS)
def test_google_hosts_round_trip(host: str) -> None:
    """Every host name comes back out of the way Google writes it."""
    wrapped = host.replace("-", "--").replace(".", "-")
    link = make_link("class", f"https://{wrapped}.translate.goog/a?_x_tr_sl=ja", None)
    if link is not None and len(wrapped) <= 63:
        assert link.original == f"https://{host}/a"


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://a.jp", True),
        ("https://a.jp/", True),
        ("https://a.jp/index.html", True),
        ("https://a.jp/INDEX.HTM", True),
        ("https://a.jp/index.php", True),
        ("https://a.jp/en", True),
        ("https://a.jp/en/", True),
        ("https://a.jp/en/index.html", True),
        ("https://a.jp/?lang=en", True),
        ("https://a.jp/kyoiku/", False),
        ("https://a.jp/kyoiku/index.html", False),
        ("https://a.jp/0000012949.html", False),
        ("https://a.jp/en/kokusai/", False),
        ("https://a.jp/en/en/", False),
        ("https://a.jp/?page=3", False),
        ("https://a.jp/?lang=en&page=3", False),
        ("https://a.jp/#classes", False),
        ("https://a.jp/s9328/s006318.html", False),
    ],
)
def test_front_pages_are_told(url: str, front: bool) -> None:
    """Nothing but a language and an index file makes a front page."""
    assert is_front_page(url) is front


@pytest.mark.parametrize(
    ("url", "language"),
    [
        ("https://a.jp/en/x", "en"),
        ("https://a.jp/EN/x", "en"),
        ("https://a.jp/foreign/english/x", "en"),
        ("https://a.jp/x?lang=en", "en"),
        ("https://a.jp/x?id=1&lang=pt-br", "pt-BR"),
        ("https://a.jp/en/x?lang=ja", "ja"),
        ("https://a.jp/x-en.html", "en"),
        ("https://a.jp/x_vi.html", "vi"),
        ("https://a.jp/zh-tw/x", "zh-TW"),
        ("https://a.jp/", None),
        ("https://en.a.jp/", None),
        ("https://a.jp/japanese/classroom/", None),
        ("https://a.jp/id/43", None),
        ("https://a.jp/my/page", None),
        ("https://a.jp/open/x", None),
        ("https://a.jp/x?language_id=3", None),
        ("https://a.jp/x?lang=12", None),
        ("https://a.jp/content_h.html", None),
    ],
)
def test_language_needs_evidence(url: str, language: str | None) -> None:
    """A language is told only where the address names it and can hardly mean anything else."""
    assert find_language(url) == language


@given(st.one_of(st.text(), st.text().map("https://a.jp/".__add__), st.text().map("https://".__add__)))
def test_no_text_makes_an_unsafe_link(text: str) -> None:
    """Whatever the text, a link that comes out is http or https to a dotted host without user info."""
    link = make_link("class", text, None)
    if link is not None:
        for url in (link.published, link.original):
            parts = urlsplit(url)
            assert parts.scheme in ("http", "https")
            assert "@" not in parts.netloc
            assert "." in (parts.hostname or "")
            plain = re.sub("(?<=[\u094d\u1039])[\u200c\u200d]", "", url)  # joiners behind a virama are spelling
            assert not any(char.isspace() or not char.isprintable() or char in '"<>\\`{}' for char in plain)
