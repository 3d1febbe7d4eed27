"""The feeds at their addresses, asked as feed readers ask."""

import asyncio
import gzip
import json
from collections.abc import Mapping

import feedparser
import pytest
from starlette.applications import Starlette

from pages.delivery.feed_routes import list_feed_routes
from tests.pages.delivery.asgi import SentResponse, ask, make_scope


def get(path: str, headers: Mapping[str, str] | None = None, method: str = "GET", base: str = "") -> SentResponse:
    """Ask the routes for a path."""
    return asyncio.run(ask(Starlette(routes=list_feed_routes(base)), make_scope(path, headers, method)))


@pytest.mark.parametrize(
    ("path", "kind"), [("/feed.atom", "application/atom+xml"), ("/feed.json", "application/feed+json")]
)
def test_a_feed_says_what_it_is(path: str, kind: str) -> None:
    """Its type, that any page may read it; a HEAD has the same without the content."""
    whole, head = get(path), get(path, method="HEAD")
    assert (whole.status, whole.headers["content-type"], whole.headers["vary"]) == (200, kind, "Accept-Encoding")
    assert whole.headers["access-control-allow-origin"] == "*"
    assert (head.status, head.headers["etag"]) == (200, whole.headers["etag"])


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
def test_a_feed_that_is_unchanged_is_not_sent_again(encoding: str) -> None:
    """Feed readers ask each hour: who names the tag gets 304 and no body."""
    accept = {"accept-encoding": encoding}
    tag = get("/feed.atom", accept).headers["etag"]
    again = get("/feed.atom", accept | {"if-none-match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["access-control-allow-origin"] == "*"


def test_the_feed_of_a_view_is_its_own() -> None:
    """All, a prefecture, a city, a language: other feeds. Unknown values and parameters are none."""
    paths = ("/feed.atom", "/feed.atom?prefecture=miyagi", "/feed.atom?city=sendai", "/feed.atom?lang=vi")
    assert len({get(path).headers["etag"] for path in paths}) == len(paths)
    same = ("/feed.atom?x=y", "/feed.atom?city=nowhere", "/feed.atom?prefecture=x&lang=xx", "/feed.atom?q=kobe&page=3")
    assert {get(path).headers["etag"] for path in same} == {get("/feed.atom").headers["etag"]}


def test_nothing_of_the_asker_decides() -> None:
    """Neither cookie nor the browser's languages: without `lang` it is English."""
    asked = {"cookie": "madoguchi-lang=vi", "accept-language": "ja"}
    assert get("/feed.atom", asked).body == get("/feed.atom").body
    assert json.loads(get("/feed.json").body)["language"] == "en"


@pytest.mark.parametrize("base", ["", "base"])
def test_links_are_whole_addresses(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the host asked for, below the base path; of MADOGUCHI_URL where that is set, and then caches may keep it."""
    prefix = f"/{base}" if base else ""
    for url, root in (("", f"https://localhost{prefix}"), ("https://map.example.jp/m", "https://map.example.jp/m")):
        monkeypatch.setenv("MADOGUCHI_URL", url)
        answer = get(f"{prefix}/feed.atom?city=sendai", {"host": "localhost"}, base=base)
        parsed = feedparser.parse(answer.body, response_headers={"content-type": "application/atom+xml"})
        assert {link.rel: link.href for link in parsed.feed.links} == {
            "self": f"{root}/feed.atom?city=sendai",
            "alternate": f"{root}/changes?city=sendai",
        }
        assert {entry.link for entry in parsed.entries} == {f"{root}/?city=sendai"}
        assert answer.headers["cache-control"].startswith("public" if url else "private")


@pytest.mark.parametrize("file", ["feed.atom", "feed.json"])
def test_a_host_that_anybody_may_have_named_stands_in_no_feed(file: str) -> None:
    """It has no links then, rather than wrong ones."""
    body = get(f"/{file}?city=sendai", {"host": "stranger.example"}).body
    assert b"stranger" not in body
    assert b"/changes" not in body


def test_a_compressed_feed_is_the_same() -> None:
    """Unpacked it is byte for byte what others get."""
    packed = get("/feed.json", {"accept-encoding": "gzip"})
    assert gzip.decompress(packed.body) == get("/feed.json").body
