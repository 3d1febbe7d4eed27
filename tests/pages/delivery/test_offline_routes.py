"""What phones ask for to keep pages, over HTTP: the worker, the manifest, the icons; and how an operator ends it."""

import asyncio
import json

import pytest

from pages.offline.manifest import ICONS
from pages.offline.worker import write_retirement
from tests.pages.delivery.asgi import ask, build_app, make_scope, unpack
from tests.pages.delivery.first_views import read_page

LINK = 'rel="manifest"'


def test_the_worker_is_asked_for_anew_each_time() -> None:
    """It is never kept, takes effect in its own folder, asks for nothing elsewhere, and costs nothing unchanged."""
    app = build_app()
    answer = asyncio.run(ask(app, make_scope("/sw.js", {"accept-encoding": "br"})))
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["content-security-policy"] == "default-src 'none'; connect-src 'self'"
    assert "service-worker-allowed" not in answer.headers
    assert len(answer.body) < 9000
    again = asyncio.run(
        ask(app, make_scope("/sw.js", {"accept-encoding": "br", "if-none-match": answer.headers["etag"]}))
    )
    assert again.status == 304


@pytest.mark.parametrize(
    ("address", "headers", "lang", "start", "cache"),
    [
        ("?lang=vi", {"accept-language": "ja", "cookie": "madoguchi-lang=ko"}, "vi", "./?lang=vi", "public"),
        ("?lang=zh-TW", {}, "zh-Hant", "./?lang=zh-Hant", "public"),
        ("", {"accept-language": "ja", "cookie": "madoguchi-lang=ko"}, "ko", "./?lang=ko", "private"),
        ("?lang=xx", {"accept-language": "ja"}, "ja", "./?lang=ja", "private"),
        ("", {}, "en", "./?lang=en", "private"),
    ],
)
def test_the_manifest_is_in_the_readers_language(
    address: str, headers: dict[str, str], lang: str, start: str, cache: str
) -> None:
    """As pages are; only what the address says is kept for everybody."""
    answer = asyncio.run(ask(build_app(), make_scope(f"/manifest.webmanifest{address}", headers)))
    manifest = json.loads(unpack(answer))
    assert answer.headers["content-type"] == "application/manifest+json"
    assert answer.headers["cache-control"].startswith(cache)
    assert (manifest["lang"], manifest["start_url"]) == (lang, start)


@pytest.mark.parametrize("path", ["/", "/cities", "/about"])
def test_pages_name_the_manifest(path: str) -> None:
    """In their own language; one that is part of another's page names none, and is not kept."""
    links = [link.attributes for link in read_page(path, {"lang": ["ja-easy"]}).find("link")]
    assert [link["href"] for link in links if link["rel"] == "manifest"] == ["./manifest.webmanifest?lang=ja-easy"]
    embedded = read_page(path, {"lang": ["ja-easy"], "embed": ["true"]})
    assert [link for link in embedded.find("link") if link.attributes["rel"] == "manifest"] == []
    assert embedded.find("button", data_keep="") == []


def test_the_icons_are_there() -> None:
    """At the addresses that the manifest names."""
    for name, _ in ICONS:
        answer = asyncio.run(ask(build_app(), make_scope(f"/{name}")))
        assert (answer.status, answer.headers["content-type"]) == (200, "image/png")


def test_an_operator_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Browsers get a worker that takes their copies away; pages speak of none and offer nothing."""
    monkeypatch.setenv("MADOGUCHI_OFFLINE", "no")
    app = build_app()
    worker, manifest = (asyncio.run(ask(app, make_scope(path))) for path in ("/sw.js", "/manifest.webmanifest"))
    assert (worker.status, unpack(worker).decode(), manifest.status) == (200, write_retirement(), 404)
    for path in ("/", "/about"):
        page = read_page(path, {"lang": ["en"]})
        assert [link for link in page.find("link") if link.attributes["rel"] == "manifest"] == []
        assert page.find("button", data_keep="") == []
        assert "opies of pages" not in page.find("main")[0].text
    assert "madoguchi-copies-…" not in read_page("/about").find("main")[0].text
