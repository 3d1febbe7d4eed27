"""A sheet of paper with all that is known of some cities, in the reader's language with Japanese beside it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from data.records import City
from pages.address.links import Links
from pages.address.view import View
from pages.answers.answers import list_answers
from pages.answers.atlas import Atlas
from pages.answers.listing import choose_rows, count_cities, list_steps
from pages.answers.outdated import tell_kept
from pages.answers.scene import Scene
from pages.card.card import Item, describe_city
from pages.card.remarks import Doubt
from pages.languages.language import Language, load_language
from pages.languages.names import name_prefecture
from pages.languages.trusted import read_markup
from pages.maps.drawn_map import draw_map
from pages.markup.bundles import PAGE, PLAIN
from pages.markup.navigation import LANGUAGES_SHOWN, sort_languages
from pages.markup.qr import draw_qr
from pages.markup.rendering import choose_renderer, share_words
from pages.markup.share import build_address
from pages.markup.shared_files import SharedFiles
from pages.markup.static_parts import is_long, link_dots, link_land, link_qr

JAPANESE = "ja"
STYLES, SCRIPT = (PAGE / "colours.css", PLAIN / "sheet.css"), PLAIN / "sheet.js"


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the reader's language, and in Japanese; `ja` is empty where it is the same."""

    text: str
    ja: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a city: the card's item, its detail in both languages, the address in full, its QR code if any."""

    item: Item
    detail: Said | None
    address: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines and doubts."""

    heading: Said
    lines: tuple[Line, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A city on the sheet, with its number on the map."""

    number: int
    slug: str
    name: Said
    name_lang: str | None
    prefecture: Said
    parts: tuple[Part, ...]
    pin: Said


def render_sheet(scene: Scene, public_url: str, today: datetime.date, shared: SharedFiles | None = None) -> Markup:
    """Render the sheet of a scene: its opened city, else the cities it shows, as a whole HTML document.

    `public_url` is the app's root without a slash at the end, for the way back, or empty, which leaves it
    out; `today` is printed. With `shared` it links what it has in common with other sheets.
    """
    language = scene.language
    view = replace(scene.view, lang=language.code, embed=False)  # so no link of the sheet is without parameters
    scene = replace(scene, view=view)
    return choose_renderer(lean=scene.links.is_static)(
        "sheet.html",
        **share_words(language),
        both=pair_words(language),
        **_describe_parts(shared, scene.links),
        today=today.isoformat(),
        root=scene.links.root,
        **_describe_cities(scene, shared),
        **_describe_ways(scene, public_url, shared),
    )


def _describe_cities(scene: Scene, shared: SharedFiles | None) -> dict[str, object]:
    atlas, view, links, language = scene.atlas, scene.view, scene.links, scene.language
    named = tuple(city for slug in (view.city, *view.choices) if (city := atlas.find_city(slug)))
    by_prefecture = links.is_static and not named and not view.prefectures and is_long(atlas.cities)
    listed = named or (() if by_prefecture else scene.result.cities)
    cities, single = choose_rows(listed, view), len(listed) == 1
    drawn = draw_map(cities, atlas.coordinates.values(), language, numbered=not single, among=atlas.cities)
    return {
        "single": single,
        "blocks": [describe_block(city, number, language) for number, city in enumerate(cities, start=1)],
        "map": drawn,
        "land_url": link_land(shared, links, drawn, on_paper=True) if shared else None,
        "dots_url": link_dots(shared, links, drawn, on_paper=True) if shared else None,
        "link_qr": partial(link_qr, shared, links) if shared else None,
        "prefectures": list_sheets(scene) if by_prefecture else (),
        "answers": () if named else list_answers(scene),
        "count": _pair(
            *(
                count_cities(len(named or scene.result.cities), len(atlas.cities), one)
                for one in (language, load_language(JAPANESE))
            )
        ),
        "steps": list_steps(listed, scene),
        "kept": _pair_kept(atlas, language),
    }


def _pair_kept(atlas: Atlas, language: Language) -> Said | None:
    """Say in both languages of when the data are, if newer ones could not be read."""
    text, ja = (tell_kept(atlas, one) for one in (language, load_language(JAPANESE)))
    return _pair(text, ja or "") if text else None


def list_sheets(scene: Scene) -> list[tuple[str, str]]:
    """List the sheets of all prefectures, by name: nobody prints a table of hundreds of cities at once."""
    links, language, view = scene.links, scene.language, View(lang=scene.view.lang)
    return [
        (name_prefecture(one, language), links.link_view(replace(view, prefectures=(one.slug,))))
        for one in scene.atlas.list_prefectures()
    ]


def _describe_parts(shared: SharedFiles | None, links: Links) -> dict[str, object]:
    """Describe style sheet and script: carried, or linked where other sheets have them too."""
    if shared is None:
        return {"style": read_markup(*STYLES), "script": read_markup(SCRIPT), "style_url": None, "script_url": None}
    style_url, script_url = (
        links.link_script(shared.add(files[-1].name, partial(read_markup, *files))) for files in (STYLES, (SCRIPT,))
    )
    return {"style_url": style_url, "script_url": script_url}


def _describe_ways(scene: Scene, public_url: str, shared: SharedFiles | None) -> dict[str, object]:
    """Describe the ways on: back to the map, to the other sheets."""
    view, links, language = scene.view, scene.links, scene.language
    address = build_address(view, links, public_url) if public_url else ""
    return {
        "address": address,
        "qr": draw_qr(address) if address and not shared else None,
        "back_url": links.link_page("map", view),
        "whole_url": links.link_view(replace(view, city=None)) if view.city else None,
        "languages": [(one, links.link_view(replace(view, lang=one.code))) for one in sort_languages(language, links)],
        "shown": LANGUAGES_SHOWN,
    }


def pair_words(language: Language) -> Callable[[str], Said]:
    """Return what says a message in the reader's language and in Japanese."""
    japanese = load_language(JAPANESE)
    return lambda message: _pair(language.gettext(message), japanese.gettext(message))


def describe_block(city: City, number: int, language: Language) -> Block:
    """Put a city's card on paper: the same facts, headings in both languages, addresses in full."""
    card, ja = describe_city(city, language), describe_city(city, load_language(JAPANESE))
    classes = {link.original for link in city.classes}
    parts = tuple(
        Part(
            _pair(section.heading, same.heading),
            tuple(
                _describe_line(item, other, with_qr=section.field == "class" and item.url in classes)
                for item, other in zip(section.items, same.items, strict=True)
            ),
            section.doubts,
        )
        for section, same in zip(card.sections, ja.sections, strict=True)
    )
    name, prefecture, pin = (
        Said(card.name, card.name_ja),
        _pair(card.prefecture, ja.prefecture),
        _pair(card.pin, ja.pin),
    )
    return Block(number, card.slug, name, card.name_lang, prefecture, parts, pin)


def _describe_line(item: Item, other: Item, *, with_qr: bool) -> Line:
    detail = _pair(item.detail, other.detail or "") if item.detail else None
    address = item.url if item.kind == "link" else None
    return Line(item, detail, address, draw_qr(item.url) if with_qr and item.url else None)


def _pair(text: str, ja: str) -> Said:
    return Said(text, "" if text == ja else ja)
