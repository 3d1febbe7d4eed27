"""Streamlit's page as we send it: less to load, and earlier; as shipped, and over HTTP."""

import asyncio
import gzip
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import brotli
import pytest
from starlette.responses import HTMLResponse

from pages.delivery.asset_folders import PAGE, find_folders
from pages.delivery.preloads import (
    MAP_PARTS,
    PARTS,
    PreloadLinks,
    Preloads,
    build_preloads,
    list_early_files,
    read_manifest,
)
from pages.delivery.shell import Shell
from pages.delivery.shell_page import edit_shell
from pages.markup.bundles import join_files
from tests.browser.server import RunningApp
from tests.pages.delivery.asgi import ask, make_scope
from tests.pages.delivery.client import request

FOLDERS = find_folders()
STATIC = next(folder.folder for folder in FOLDERS if folder.prefix == "/static/")
INDEX = (STATIC.parent / "index.html").read_text(encoding="utf-8")
LINKS = PreloadLinks("<b>before</b>", "<b>after</b>")
SCRIPT = re.compile(r'<script type="module" crossorigin src="(\./static/js/index\.[^"]+)"></script>')
STARTS = re.compile(r'<script type="module"|rel="modulepreload"|rel="stylesheet"|<b>')


@dataclass(frozen=True)
class SampleView:
    """A first view."""

    head: str = '<title>Map</title><link rel="icon" href="favicon.svg">'
    body: str = "<main>20 cities</main>"
    language: str = "ja"
    direction: str = "ltr"
    scripts: tuple[str, ...] = ("view()",)
    has_classes: bool = False


@dataclass(frozen=True)
class SampleRequest:
    """A request that any first view answers."""

    def describe_keeping(self) -> Mapping[str, str]:
        """Describe how long the page may be kept: not at all."""
        return {"vary": "Accept-Encoding"}


@pytest.fixture(scope="module")
def preloads() -> Preloads:
    """What is loaded ahead with the Streamlit that is installed."""
    return build_preloads(FOLDERS)


def list_urls(html: str) -> list[str]:
    """List the addresses that a piece of HTML loads."""
    fetched = [json.loads(found) for found in re.findall(r"data-files='(\[.*?\])'", html)]
    return [*re.findall(r'(?:href|src)="(\./[^"]+)"', html), *(url for urls in fetched for url in urls)]


def test_the_scripts_stay_and_the_fonts_go() -> None:
    """Streamlit's entry and all it loads ahead stand there once; its text font does not, and its style waits."""
    html = edit_shell(INDEX, {"bodyFont": "serif"}, LINKS)
    assert SCRIPT.findall(html) == SCRIPT.findall(INDEX)
    assert sorted(re.findall(r'rel="modulepreload"[^>]*>', html)) == sorted(
        re.findall(r'rel="modulepreload"[^>]*>', INDEX)
    )
    assert ".woff2" in INDEX
    assert ".woff2" not in html
    assert re.findall(r'rel="stylesheet"[^>]*', html) == [
        f'rel="stylesheet" media="print" data-late{rest}' for rest in re.findall(r'rel="stylesheet"([^>]*)', INDEX)
    ]
    assert html.index("<b>before</b>") < html.index('<script type="module"') < html.index("<b>after</b>")


def test_the_theme_names_the_fonts() -> None:
    """Before any script runs the page says which families are used, whatever they are called."""
    fonts = {"bodyFont": "system-ui, 'Noto Sans', </script>"}
    html = edit_shell(INDEX, fonts, LINKS)
    theme = re.search(r"window\.__streamlit = (\{.*\});", html)
    assert theme
    assert json.loads(theme[1]) == {"LIGHT_THEME": fonts, "DARK_THEME": fonts}
    assert html.index("window.__streamlit") < html.index('<script type="module"')
    assert "'Noto Sans', </script>" not in html


def test_the_first_view_stands_in_the_page() -> None:
    """Its head brings title and icon, its body stands before #root, its language is the page's."""
    html = edit_shell(INDEX, {}, LINKS, SampleView())
    assert '<html lang="ja" dir="ltr">' in html
    assert re.findall(r"<title>.*?</title>", html) == ["<title>Map</title>"]
    assert re.findall(r'<link rel="[^"]*icon"[^>]*>', html) == ['<link rel="icon" href="favicon.svg">']
    assert "<body><main>20 cities</main>" in html
    assert "enable JavaScript" not in html
    assert html.index("20 cities") < html.index('<div id="root">')


def test_without_a_first_view_streamlits_words_stay() -> None:
    """Title, icon and what Streamlit says without JavaScript are only replaced, never dropped."""
    html = edit_shell(INDEX, {}, LINKS)
    for kept in ("<title>Streamlit</title>", 'rel="shortcut icon"', "enable JavaScript", '<html lang="en">'):
        assert kept in html


def test_a_waiting_app_starts_nothing() -> None:
    """All that would load the app lies in a template beside a first view; where there is none it runs by itself."""
    html = edit_shell(INDEX, {}, LINKS, SampleView())
    template = re.search(r"<template data-app>(.*?)</template><script>", html, re.DOTALL)
    assert template
    assert len(STARTS.findall(template[1])) == len(STARTS.findall(INDEX)) + 2
    assert STARTS.findall(html.replace(template[0], "")) == []
    assert "<template data-app>" not in edit_shell(INDEX, {}, LINKS)


def test_only_the_programs_own_scripts_run() -> None:
    """The page names each script that may run in it by its hash, first of all; what else a view holds is not named."""
    view = SampleView(body="<main>20 cities<script>view()</script><script>evil()</script></main>")
    html = edit_shell(INDEX, {}, LINKS, view)
    policy = re.search(r'<head><meta http-equiv="Content-Security-Policy" content="script-src \'self\' ([^"]*)">', html)
    assert policy
    inline = re.findall(r"<script(?: data-[^>]*)?>(.*?)</script>", html, re.DOTALL)
    hashes = [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in inline]
    assert [script for script, named in zip(inline, hashes, strict=True) if named not in policy[1].split()] == [
        "evil()"
    ]
    assert not re.search(r"<[^>]* on[a-z]+=", html)


def test_a_page_that_looks_otherwise_passes() -> None:
    """A later Streamlit's page may lack what is changed here: it goes out, with what still fits."""
    assert edit_shell("<html><body>x</body></html>", {}, LINKS) == "<html><body>x</body></html>"


def test_what_is_loaded_ahead_exists(preloads: Preloads) -> None:
    """Each address is a file of a folder that is served, and none is what the page loads anyway."""
    for links in (preloads.map_page, preloads.class_map, preloads.other_pages):
        urls = list_urls(links.after)
        assert len(urls) == len(set(urls)) > 20
        assert [url for url in urls if not is_served(url)] == []
        assert set(urls).isdisjoint(list_urls(INDEX))


def is_served(url: str) -> bool:
    """Whether an address of the page is a file of a folder."""
    if url.startswith(f".{PAGE}"):
        return url.removeprefix(f".{PAGE}") in join_files().files
    places = [folder for folder in FOLDERS if url.removeprefix(".").startswith(folder.prefix)]
    return any((place.folder / url.removeprefix(f".{place.prefix}")).is_file() for place in places)


def test_only_the_map_page_loads_the_map(preloads: Preloads) -> None:
    """The other pages load nothing of the frame."""
    frame = ("leaflet.js", "leaflet.css", "/prefectures.", "/neighbours.", "/map.", "ComponentInstance.", "/main.")
    assert [name for name in frame if name not in preloads.map_page.after] == []
    assert [name for name in frame if name in preloads.other_pages.after] == []


def test_only_a_map_with_classes_loads_their_script(preloads: Preloads) -> None:
    """It is the one file more; the map waits for it, so it is asked for with the others."""
    plain, classes = (set(list_urls(links.after)) for links in (preloads.map_page, preloads.class_map))
    assert classes - plain == {f".{PAGE}{join_files().venue_script}"}
    assert plain < classes


@pytest.mark.parametrize("has_classes", [True, False])
@pytest.mark.parametrize(("path", "script"), [("/", True), ("/cities", False)])
def test_who_sees_classes_has_their_script_in_time(path: str, *, script: bool, has_classes: bool) -> None:
    """Whether there are any is known with the first view."""
    links = Preloads(PreloadLinks(after="<b>map</b>"), PreloadLinks(after="<b>classes</b>"), PreloadLinks())
    first = (lambda *_: SampleRequest(), lambda _: SampleView(has_classes=has_classes))
    app = Shell(HTMLResponse(INDEX), fonts={}, preloads=links, first_view=first)
    html = asyncio.run(ask(app, make_scope(path, {}))).body.decode()
    assert ("<b>classes</b>" in html) == (script and has_classes)
    assert ("<b>map</b>" in html) == (script and not has_classes)


@pytest.mark.parametrize("part", MAP_PARTS)
def test_every_part_that_we_draw_is_known(part: str) -> None:
    """The parts are still called so in the Streamlit that is installed."""
    assert len([name for name in read_manifest(FOLDERS) if name.endswith(f"/{part}")]) == 1


def test_what_is_compressed_early_is_what_the_page_loads(preloads: Preloads) -> None:
    """The list covers the page's scripts, its style and its files, each once."""
    early = list_early_files(FOLDERS)
    urls = [
        url
        for url in list_urls(INDEX) + list_urls(preloads.class_map.after)
        if re.search(r"\.(js|css|\w{8}\.json)$", url)
    ]
    bundles = join_files()
    ours = set(bundles.files) - {bundles.kept_script}  # all are compressed early; this one is for copies
    served = [*(path.name for path in early), *ours]
    assert sorted(served) == sorted(Path(url).name for url in urls)
    assert set(PARTS) < set(MAP_PARTS)


@pytest.mark.parametrize("path", ["/", "/cities", "/about", "/?prefecture=osaka&q=%E5%A0%BA"])
def test_every_page_address_gets_the_changed_page(cold_app: RunningApp, path: str) -> None:
    """In each coding the same page comes, with the theme's fonts; HEAD has the same headers."""
    replies = [request(cold_app.url, path, {"Accept-Encoding": coding}) for coding in ("br", "gzip", "identity")]
    pages = [brotli.decompress(replies[0].body), gzip.decompress(replies[1].body), replies[2].body]
    assert len(set(pages)) == 1
    assert b"system-ui" in pages[0]
    assert len({reply.headers["ETag"] for reply in replies}) == 3
    head = request(cold_app.url, path, {"Accept-Encoding": "br"}, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(replies[0].body))


def test_an_unchanged_page_is_not_sent_again(cold_app: RunningApp) -> None:
    """The page is asked for each time, and its ETag answers."""
    first = request(cold_app.url, "/", {"Accept-Encoding": "br"})
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = request(cold_app.url, "/", {"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]})
    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert request(cold_app.url, "/cities", {"If-None-Match": first.headers["ETag"]}).status == 200


def test_a_part_of_a_page_is_the_whole(cold_app: RunningApp) -> None:
    """Link previews ask for the first bytes of a page: they get all of it, with the first view."""
    whole = request(cold_app.url, "/")
    part = request(cold_app.url, "/", {"Range": "bytes=0-99"})
    assert (part.status, part.body) == (200, whole.body)


@pytest.mark.parametrize("path", ["/_stcore/health", "/favicon.png", "/static/js/nothing.js", "/robots.txt"])
def test_other_addresses_pass(cold_app: RunningApp, path: str) -> None:
    """What is no page is not held back."""
    assert b"window.__streamlit" not in request(cold_app.url, path).body
