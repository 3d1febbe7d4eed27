"""What answers mean: decisions without a network, and a thousand good answers of which none may look dead."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest

from data.links.fetching import HttpAnswer
from data.links.following import Trail
from data.links.judging import judge_page, judge_status, make_sibling, read_retry_after
from data.links.page_text import read_page
from data.links.resolving import is_public
from data.records import LinkClass
from data.table.looks import ANSWERED

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
EXAMPLES = 1_000
KANJI = "日本語教室市役所国際交流窓口案内申込会場時間料金無料子供連絡先担当課電話番号地図交通毎週土曜夜"


@pytest.mark.parametrize(
    ("status", "headers", "found"),
    [
        (200, {}, None),
        (204, {}, None),
        (301, {}, "server trouble"),
        (304, {}, "server trouble"),
        (400, {}, "refused"),
        (401, {}, "refused"),
        (403, {}, "refused"),
        (404, {}, "gone"),
        (406, {}, "refused"),
        (408, {}, "timed out"),
        (410, {}, "gone"),
        (418, {}, "refused"),
        (429, {"retry-after": "9"}, "refused"),
        (451, {}, "refused"),
        (500, {}, "server trouble"),
        (503, {}, "server trouble"),
        (503, {"retry-after": "9"}, "refused"),
        (504, {}, "timed out"),
        (999, {}, "refused"),
    ],
)
def test_a_status_has_a_class(status: int, headers: dict[str, str], found: LinkClass | None) -> None:
    """Whoever refuses says nothing of the page."""
    finding = judge_status(status, headers)
    assert (finding and finding.found) == found


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Tue, 03 Mar 2026 12:01:30 GMT", 90),
        ("Tue, 03 Mar 2026 11:00:00 GMT", 0),
        ("Tue, 03 Mar 2026 21:00:10 +0900", 10),
        ("", 10**9),
        ("soon", 10**9),
        ("-5", 10**9),
        ("9" * 500, 10**9),
        ("Tue, 99 Mar 2026 99:01:30 GMT", 10**9),
    ],
)
def test_a_site_may_say_when_to_come_again(value: str, seconds: float) -> None:
    """In seconds or as a time of day; what cannot be read is for ever."""
    assert read_retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("address", "sibling"),
    [
        ("https://a.example.jp/", None),
        ("https://a.example.jp/en/index.html", None),
        ("https://a.example.jp/x/page.html?key=1#top", "https://a.example.jp/x/TOKEN.html"),
        ("https://a.example.jp/study/study_class/", "https://a.example.jp/study/TOKEN/"),
        ("https://a.example.jp/a/%2d0", "https://a.example.jp/a/TOKEN"),
    ],
)
def test_a_page_that_nobody_has_made(address: str, sibling: str | None) -> None:
    """It lies beside the page and ends as it does; a front page has none."""
    assert make_sibling(address, "TOKEN") == sibling


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("203.0.114.5", True),
        ("2606:4700::1", True),
        ("::ffff:8.8.8.8", True),
        ("10.0.0.1", False),
        ("127.0.0.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("nonsense", False),
    ],
)
def test_only_the_public_internet_is_visited(address: str, public: bool) -> None:
    """Addresses of private networks are told, also where one is wrapped in another."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<",
        b"<title",
        b"<title>" * 30_000,
        b"<script>" * 30_000,
        b"<" * 250_000,
        b"\xff\xfe\x00" * 9_000,
        b"&#x110000;",
    ],
    ids=["empty", "a sign", "cut", "titles", "scripts", "signs", "bytes", "beyond Unicode"],
)
def test_hostile_pages_are_read_in_no_time(body: bytes) -> None:
    """Whatever a page consists of, reading it ends, and soon."""
    assert read_page(body, "text/html; charset=nonsense\u3042").title in {"", *(["<"] if body else [])}


def make_page(chance: random.Random, *, shared: list[str]) -> bytes:
    """Return a page in some encoding: a menu that all pages of the site have, a title and an article of its own."""
    words = ["".join(chance.choices(KANJI, k=chance.randint(2, 6))) for _ in range(chance.randint(0, 150))]
    text = f"<html><head><title>{''.join(chance.choices(KANJI, k=8))}</title></head><body><ul>"
    text += "".join(f"<li>{word}" for word in shared) + f"</ul><h1>{''.join(chance.choices(KANJI, k=6))}</h1>"
    text += "<p>" + "、".join([*words, "見つかりませんか"]) + chance.choice(["</p>", "", "<script>x", "<!--"])
    return text.encode(chance.choice(["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"]))


def make_good_answer(chance: random.Random) -> tuple[str, Trail, Trail | None]:
    """Return a link, what came for it, and what came for its sibling: all that a good site may do."""
    shared = ["".join(chance.choices(KANJI, k=4)) for _ in range(chance.randint(0, 120))]
    folder = "/".join("".join(chance.choices("abcdefgh", k=5)) for _ in range(chance.randint(0, 4)))
    ending = chance.choice([".html", "/", ".php?id=4", "", ".pdf"])
    address = f"http{chance.choice(['', 's'])}://{chance.choice('abc')}.example.jp/{folder}/page{ending}"
    end = chance.choice(
        [address, address.replace("http:", "https:"), "https://new.example.jp/", "https://d.example.jp/x/y"]
    )
    kinds = ("text/html", "text/html; charset=Shift_JIS", "application/pdf", "text/plain", "")
    headers = httpx.Headers({"content-type": chance.choice(kinds)})
    body = chance.choice([make_page(chance, shared=shared), b"", chance.randbytes(300)])
    page = Trail(HttpAnswer(chance.choice([200, 200, 203, 206]), headers, body), httpx.URL(end), httpx.URL(end))
    other = Trail(
        HttpAnswer(200, headers, make_page(chance, shared=shared)),
        httpx.URL("https://a.example.jp/search"),
        httpx.URL(address),
    )
    return address, page, chance.choice([None, other])


def test_of_a_thousand_good_answers_none_is_dead(record_property: Callable[[str, object], None]) -> None:
    """Pages of all encodings and sizes, moved or not, beside which another page comes for what is not there."""
    chance = random.Random(19)
    found = [judge_page(*make_good_answer(chance)).found for _ in range(EXAMPLES)]
    wrong = sum(one not in ANSWERED for one in found)
    record_property("false alarms of a thousand", wrong)
    assert wrong == 0
    assert {"ok", "moved"} == set(found)
