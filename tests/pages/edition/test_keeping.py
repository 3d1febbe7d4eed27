"""What an edition has for phones: its own worker, a manifest in each language, the icons that these name."""

import json
import posixpath
import re
from collections.abc import Mapping

import pytest

from pages.answers.atlas import Atlas
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from pages.languages.language import list_languages
from tests.pages.edition.sample import DAY


def test_each_language_has_its_manifest(files: Mapping[str, bytes]) -> None:
    """It begins on that language's first page; what it names is there, and its script names it."""
    folders = ["", *(f"{language.code}/" for language in list_languages())]
    for folder in folders:
        manifest = json.loads(files[f"{folder}manifest.webmanifest"])
        start = posixpath.normpath(posixpath.join(folder, manifest["start_url"]))
        assert f"{start}/index.html" in files
        assert start == (folder.rstrip("/") or "en")
        named = {posixpath.normpath(posixpath.join(folder, icon["src"])) for icon in manifest["icons"]}
        assert named == {"favicon.svg", "icon-192.png", "icon-512.png"} & set(files)
    for language in list_languages():
        [controls] = [text for name, text in files.items() if name.startswith(f"assets/controls-{language.code}.")]
        assert f'window.madoguchiManifest = "{language.code}/manifest.webmanifest";' in controls.decode()


def test_a_new_edition_has_a_new_worker(files: Mapping[str, bytes], few_files: Mapping[str, bytes]) -> None:
    """Its version is that of all files that pages share; the same edition has the same one."""
    first = files["sw.js"].decode().splitlines()[0]
    assert re.fullmatch(r"// [0-9a-f]{16}", first)
    assert first != few_files["sw.js"].decode().splitlines()[0]


def test_an_operator_ends_it(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker takes the copies of earlier editions away, and no page names a manifest."""
    monkeypatch.setenv("MADOGUCHI_OFFLINE", "no")
    files = dict(list_files(Edition(atlas, "", DAY, ("vi",))))
    assert b"unregister" in files["sw.js"]
    assert b"MADOGUCHI" not in files["sw.js"]
    assert [name for name in files if name.endswith((".webmanifest", "icon-192.png"))] == []
    assert [
        name for name, text in files.items() if name.endswith(".js") and b"window.madoguchiManifest = " in text
    ] == []
