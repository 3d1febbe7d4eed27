"""A page as plain HTML that needs no script: filter form, answers, map, one row a city that opens to its card."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from pages.address.links import Links, address_map
from pages.address.navigation import Header, build_header
from pages.address.view import MAX_QUERY_LENGTH, View
from pages.answers.answers import find_opened, list_answers, list_notes
from pages.answers.atlas import Atlas
from pages.answers.filters import filter_cities
from pages.answers.listing import count_cities
from pages.answers.outdated import tell_kept
from pages.card.remarks import list_doubts
from pages.downloads.download_links import list_downloads
from pages.html import static_parts
from pages.html.arrivals import describe_address
from pages.html.bundles import join_files
from pages.html.dialog import render_dialog
from pages.html.rendering import render_template, share_words
from pages.html.rows import describe_list, describe_opened, link_city
from pages.html.share import build_share
from pages.html.shared_files import SharedFiles
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.maps.drawn_map import draw_map

HERE = Path(__file__).parent
APP_SCRIPTS = ("without_scripts.js", "first_view.js")


def render_page(
    atlas: Atlas,
    view: View,
    links: Links,
    language: Language,
    public_url: str = "",
    shared: SharedFiles | None = None,
) -> Markup:
    """Render a page with this view in this language; `public_url` is the address of the app's root, to hand on.

    With `shared`, as in a static edition, it links what it has in common with other pages; else it carries all.
    """
    header: Header = build_header(view, links, language)
    values: dict[str, object] = {
        **share_words(language),
        "page": links.page,
        "header": header,
        "search_id": "fv-q",
        "about_url": links.link_page("about", view),
        "embed": view.embed,
        "kept": tell_kept(atlas, language),
        "full_url": links.link_whole(replace(view, embed=False)),
        "static": links.is_static,
        "address": describe_address(view, links) if links.is_static else None,
        **_describe_parts(shared, links),
        "page_script": links.link_script(join_files().page_script),  # answers the other buttons
    }
    if links.page == "about":
        values |= {"count": len(atlas.cities), "doubts": list_doubts(atlas.cities, language)}
    else:
        values |= _describe_rows(atlas, view, links, language, shared)
        share = build_share(view, links, public_url, language, draw=True)
        values["share"] = replace(share, snippet="") if static_parts.is_city_page(view, links) else share
    return render_template("first_view.html", **values)


def _describe_parts(shared: SharedFiles | None, links: Links) -> dict[str, object]:
    """Describe the style sheet and the scripts: carried, or linked where other pages have them too."""
    if shared is None:
        # copying works at once, the other buttons may wait
        carried = {"style": read_style(), "scripts": _read_scripts("../assets/page.js", *APP_SCRIPTS)}
        return carried | {"style_url": None, "script_urls": (), "dialog_url": None}
    linked = static_parts.link_parts(shared, links, read_style())
    # what stands in for files that did not come is none itself
    return linked | {"scripts": _read_scripts("without_scripts.js"), "dialog_url": None}


def _describe_rows(
    atlas: Atlas, view: View, links: Links, language: Language, shared: SharedFiles | None
) -> dict[str, object]:
    result = filter_cities(atlas.cities, view)
    brief = static_parts.is_brief(view, links, atlas.cities)
    opened = atlas.find_city(view.city) if brief else find_opened(atlas, view, result)
    listed = [city for city in result.cities if city != opened]
    drawn = (
        draw_map(
            (opened,) if opened and static_parts.is_city_page(view, links) else result.cities,
            atlas.coordinates.values(),
            language,
            among=atlas.cities,
        )
        if links.page == "map"
        else None
    )
    return {
        "view": view,
        "longest_query": MAX_QUERY_LENGTH,
        "count_text": count_cities(len(result.cities), len(atlas.cities), language),
        "reset_url": links.link_view(replace(view, prefectures=(), query="", page=1)),
        "city_url": links.link_view(View(city="{slug}", lang=view.lang)) if links.is_static else "",
        "map_url": address_map(opened, result.cities, view, links) if links.is_static else "",
        "answers": () if static_parts.is_city_page(view, links) else list_answers(atlas, view, result, links, language),
        "opened": describe_opened(opened, view, links, language) if opened else None,
        "opened_notes": list_notes(opened, view, result, atlas, language) if opened else (),
        "close_url": links.link_view(replace(view, city=None)) if view.city else None,
        "map": drawn,
        "land_url": static_parts.link_land(shared, links, drawn) if shared and drawn else None,
        "link_city": lambda city: link_city(city, view, links),
        "name_place": lambda place: name_place(place, language),
        "name_prefecture": lambda prefecture: name_prefecture(prefecture, language),
        "downloads": static_parts.choose_downloads(
            list_downloads(view, links, language, opened), view, links, atlas.cities
        ),
        "buttons_url": None,
        "names_url": static_parts.link_names(shared, links, atlas.cities) if shared else None,
        "dialog": None if shared else render_dialog(language),
        "dialog_url": static_parts.link_dialog(shared, links, language) if shared else None,
        **describe_list(atlas, listed, view, links, language),
    }


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
    return tuple(map(_read, names))  # one that an old browser cannot read costs itself alone


def _read(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - our own files
