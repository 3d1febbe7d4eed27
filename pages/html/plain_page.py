"""A page as plain HTML that needs no script: filter form, answers, map, one row a city that opens to its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from data.records import City
from pages.address.view import MAX_QUERY_LENGTH, View
from pages.answers.answers import list_answers, list_notes
from pages.answers.listing import choose_rows, count_cities, list_steps
from pages.answers.near_me import list_halls
from pages.answers.outdated import tell_kept
from pages.answers.scene import Scene
from pages.card.card import Card, describe_card
from pages.card.plain_asking import PlainAsking, describe_plain_asking
from pages.card.remarks import list_doubts
from pages.downloads.download_links import list_downloads
from pages.html.arrivals import address_map, describe_address
from pages.html.bundles import join_files
from pages.html.dialog import render_dialog
from pages.html.navigation import build_header
from pages.html.rendering import render_template, share_words
from pages.html.share import build_share
from pages.languages.names import list_spellings, name_place, name_prefecture
from pages.maps.drawn_map import draw_map

HERE = Path(__file__).parent
APP_SCRIPTS = ("without_scripts.js", "first_view.js")
STATIC_SCRIPTS = ("without_scripts.js", "static_address.js", "static_page.js")


@dataclass(frozen=True, slots=True)
class Row:
    """A city's row: its card, the address at which it is open, and there what needs no script."""

    card: Card
    url: str
    asking: PlainAsking | None = None  # of the opened city
    names: str = ""  # for a search in the browser
    prefecture: str = ""  # its slug


def render_page(scene: Scene, public_url: str = "") -> Markup:
    """Render the page of a scene; `public_url` is the address of the app's root, to hand on."""
    view, links, language = scene.view, scene.links, scene.language
    values: dict[str, object] = {
        **share_words(language),
        "page": links.page,
        "header": build_header(scene),
        "search_id": "fv-q",
        "about_url": links.link_page("about", view),
        "embed": view.embed,
        "kept": tell_kept(scene.atlas, language),
        "full_url": links.link_whole(replace(view, embed=False)),
        "style": read_style() + (_read("static_page.css") if links.is_static else ""),
        "static": links.is_static,
        "address": describe_address(view, links) if links.is_static else None,
        "scripts": _read_scripts(*(STATIC_SCRIPTS if links.is_static else APP_SCRIPTS)),
        "page_script": links.link_script(join_files().page_script),  # answers the other buttons
    }
    if links.page == "about":
        values |= {"count": len(scene.atlas.cities), "doubts": list_doubts(scene.atlas.cities, language)}
    else:
        values |= _describe_rows(scene)
        values["share"] = build_share(scene, public_url, draw=True)
    return render_template("first_view.html", **values)


def _describe_rows(scene: Scene) -> dict[str, object]:
    atlas, view, links, language = scene.atlas, scene.view, scene.links, scene.language
    result, opened = scene.result, scene.opened
    listed = [city for city in result.cities if city != opened]
    prefectures = [
        (one.slug, name_prefecture(one, language), links.link_view(View((one.slug,), lang=view.lang)))
        for one in atlas.list_prefectures(view.prefectures)
    ]
    return {
        "view": view,
        "longest_query": MAX_QUERY_LENGTH,
        "prefectures": prefectures,
        "count_text": count_cities(len(result.cities), len(atlas.cities), language),
        "reset_url": links.link_view(replace(view, prefectures=(), query="", page=1)),
        "halls": list_halls(atlas, language),
        "city_url": links.link_view(View(city="{slug}", lang=view.lang)) if links.is_static else "",
        "map_url": address_map(scene) if links.is_static else "",
        "answers": list_answers(scene),
        "opened": _describe_opened(opened, scene) if opened else None,
        "opened_notes": list_notes(scene),
        "close_url": links.link_view(replace(view, city=None)) if view.city else None,
        "map": draw_map(result.cities, atlas.coordinates.values(), language, among=atlas.cities)
        if links.page == "map"
        else None,
        "link_city": lambda city: _link_city(city, scene),
        "name_place": lambda place: name_place(place, language),
        "name_prefecture": lambda prefecture: name_prefecture(prefecture, language),
        "rows": [_describe_row(city, scene) for city in choose_rows(listed, view)],
        "steps": list_steps(listed, scene),
        "downloads": list_downloads(scene),
        "buttons_url": None,
        "dialog": render_dialog(language),
    }


def _describe_row(city: City, scene: Scene) -> Row:
    names = list_spellings(city.place) if scene.links.is_static else ()
    return Row(
        describe_card(city, scene.language),
        _link_city(city, scene),
        names="|".join(names),
        prefecture=city.prefecture.slug,
    )


def _link_city(city: City, scene: Scene) -> str:
    page = 1 if scene.links.is_static else scene.view.page
    return scene.links.link_view(replace(scene.view, city=city.slug, page=page))


def _describe_opened(city: City, scene: Scene) -> Row:
    row = _describe_row(city, scene)
    return replace(row, asking=describe_plain_asking(city, row.card, scene.language))


@cache
def read_style() -> Markup:
    """Return the style sheet of the page, the cards' included."""
    files = (
        "../assets/card.css",
        "../assets/dialog.css",
        "../assets/frame.css",
        "first_view.css",
        "../assets/print.css",
    )
    return Markup().join(map(_read, files))


@cache
def _read_scripts(*names: str) -> tuple[Markup, ...]:
    # copying works at once, the other buttons may wait; one that an old browser cannot read costs itself alone
    return tuple(map(_read, ("../assets/page.js", *names)))


def _read(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - our own files
