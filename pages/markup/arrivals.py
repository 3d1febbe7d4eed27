"""Arrivals in a static edition: what its script needs to lead on visitors with an address meant for the app."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlencode

from pages.address.links import Links
from pages.address.view import View
from pages.answers.scene import Scene
from pages.languages.language import list_languages
from pages.languages.readers_language import choose_language
from pages.markup.rendering import embed_json, render_template

OTHER_TAGS = ("zh-TW", "zh-HK", "zh-MO", "tl", "in")  # what browsers say of languages that have another tag here


def describe_address(view: View, links: Links) -> Mapping[str, object]:
    """Describe a page to the script that follows addresses; `chosen`: its language stands in its own address."""
    return {
        "language": view.lang or links.home,
        "chosen": view.lang is not None,
    }


def write_tags(links: Links) -> str:
    """Write the script that tells which language a tag means here."""
    tags = {tag: code for tag, code in list_tags().items() if links.has_language(code)}
    return render_template("tags.js", tags=embed_json(tags))


@cache
def list_tags() -> Mapping[str, str]:
    """List the language codes by tag in small letters: a reader's tag means that of its longest beginning here."""
    codes = {language.code.lower(): language.code for language in list_languages()}
    tags = {tag for language in list_languages() for tag in (language.tag, language.tag.partition("-")[0])}
    return {tag.lower(): choose_language(None, None, tag).code for tag in (*sorted(tags), *OTHER_TAGS)} | codes


def address_map(scene: Scene) -> str:
    """Return the address at which the map shows the scene's cities, one opened; what it is told stands behind the #."""
    told = [("only", city.slug) for city in scene.result.cities] if scene.view.prefectures else []
    told += [("open", scene.opened.slug)] if scene.opened else []
    return scene.links.link_map(scene.view) + (f"#{urlencode(told)}" if told else "")
