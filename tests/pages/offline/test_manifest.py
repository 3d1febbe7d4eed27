"""The web manifest: what a phone needs to put the map beside its other apps."""

from __future__ import annotations

import json
import struct

import pytest

from pages.delivery.routes import PICTURES
from pages.languages.language import list_languages, load_language
from pages.offline.manifest import ICONS, write_manifest
from tests.pages.markup.test_colours import read_theme


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_it_names_the_map_in_the_readers_language(code: str) -> None:
    """As plain text; with what browsers ask for before they offer to install a page."""
    language = load_language(code)
    manifest = json.loads(write_manifest(language, f"./?lang={code}", "./"))
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == (language.tag, f"./?lang={code}", "./")
    assert manifest["display"] == "standalone"
    assert manifest["name"] == manifest["short_name"] != ""
    assert not {*"\ufff9\ufffa\ufffb"} & {*json.dumps(manifest, ensure_ascii=False)}
    light = read_theme(dark=False)
    assert (manifest["theme_color"], manifest["background_color"]) == (light["accent"], light["ground"])
    assert {icon["purpose"] for icon in manifest["icons"][1:]} == {"any", "maskable"}


@pytest.mark.parametrize(("name", "size"), ICONS)
def test_icons_have_the_size_that_is_said(name: str, size: int) -> None:
    """Each is a small PNG."""
    content = (PICTURES / name).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (size, size)
    assert len(content) < 5000
