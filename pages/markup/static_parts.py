"""A static edition's pages: what they link instead of carrying it, and which cities they only name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from data.offices import Offices
from data.places.gazetteer import find_government
from data.published.formats import FORMATS, TABLE, Format
from data.records import City
from data.settings import read_settings
from pages.address.links import MANIFEST, Links
from pages.address.view import MAX_QUERY_LENGTH, View
from pages.answers.listing import ROWS_PER_PAGE
from pages.answers.near_me import list_halls
from pages.answers.offices import choose_offices
from pages.answers.scene import Scene
from pages.downloads.download_links import Download
from pages.languages.language import Language
from pages.languages.names import Name, list_search_keys, name_place, name_prefecture
from pages.letters.report import get_receiver
from pages.letters.sentences import Sentence
from pages.maps.drawn_map import SvgMap
from pages.markup.arrivals import write_tags
from pages.markup.bundles import write_fold
from pages.markup.dialog import render_dialog
from pages.markup.qr import paint_qr
from pages.markup.rendering import embed_json, render_lean, render_template, share_words
from pages.markup.share import Share, find_public_root
from pages.markup.shared_files import SharedFiles


@dataclass(frozen=True, slots=True)
class Other:
    """A city that a page names and links; `names` and `prefecture` (a slug) are for a search in the browser."""

    slug: str
    name: Name
    place: str  # its prefecture in words
    url: str
    names: str
    prefecture: str


def link_parts(shared: SharedFiles, scene: Scene, style: str) -> dict[str, object]:
    """Return the addresses of a page's style sheet and of its scripts, in their order."""
    links, language = scene.links, scene.language
    names = []
    if links.has_rows and not scene.view.city:  # its rows are searched
        names.append(shared.add("fold.js", write_fold))
    names += [shared.add(f"controls-{language.code}.js", partial(_write_controls, shared, language))]
    names += [shared.add("static.js", lambda: "\n".join((write_tags(links), *shared.scripts)))]
    return {
        "style_url": links.link_script(shared.add("style.css", lambda: f"{style}{shared.style}")),
        "script_urls": [links.link_script(name) for name in names],
    }


def link_dialog(shared: SharedFiles, links: Links, language: Language) -> str:
    """Return the address of the script that brings the dialog in a language."""
    return links.link_script(shared.add(f"dialog-{language.code}.js", partial(_write_dialog, language)))


def link_counter(shared: SharedFiles, links: Links, sentences: tuple[Sentence, ...], language: Language) -> str:
    """Return the address of a page to show at the counter without scripts, where many cities have the same text."""
    values = {"sentences": sentences, "back_url": f"../{language.code}/"}
    draw = partial(render_template, "counter_page.html", **share_words(language), **values)
    return links.link_script(shared.add(f"counter-{language.code}.html", draw, sentences))


def link_land(shared: SharedFiles, links: Links, drawing: SvgMap) -> str:
    """Return the address of the picture of the land below a drawn map."""
    draw = partial(render_template, "land.svg", map=drawing)
    return links.link_script(shared.add("land.svg", draw, drawing.height, drawing.land, drawing.insets))


def link_dots(shared: SharedFiles, links: Links, drawing: SvgMap) -> str | None:
    """Return the address of the picture of a drawn map's dots where they are many and have no names, else nothing."""
    if drawing.marks or not drawing.dots:
        return None
    draw = partial(render_template, "dots.svg", map=drawing)
    return links.link_script(shared.add("dots.svg", draw, drawing.height, drawing.dots))


def link_qr(shared: SharedFiles, links: Links, address: str) -> str:
    """Return the address of the picture of a QR code, the same for page and sheet; empty if it is too long for one."""
    painted = paint_qr(address)
    return links.link_script(shared.add("qr.png", lambda: painted, address)) if painted else ""


def share_beside(share: Share, scene: Scene, shared: SharedFiles) -> Share:
    """Return a page's ways on with the QR code as a file; the frame of a city's page is made on that of the map."""
    view, links = scene.view, scene.links
    alone = bool(share.snippet) and is_city_page(view, links)
    return replace(
        share,
        qr_url=link_qr(shared, links, share.address) if share.sheet_address else "",
        snippet="" if alone else share.snippet,
        snippet_url=f"{links.link_view(View(lang=view.lang))}#snippet" if alone else "",
    )


def link_names(shared: SharedFiles, links: Links, cities: Sequence[City]) -> str | None:
    """Return the address of the script with all cities' names, for a search beyond the part that a page has, if any."""
    if not is_long(cities):
        return None
    return links.link_script(shared.add("names.js", partial(_write_names, cities)))


def is_city_page(view: View, links: Links) -> bool:
    """Tell whether this is a page of the edition that one city has for itself."""
    return links.is_static and view.city is not None


def is_long(cities: Sequence[City]) -> bool:
    """Tell whether a table's list has more than one part."""
    return len(cities) > ROWS_PER_PAGE


def is_brief(scene: Scene) -> bool:
    """Tell whether a page of the edition has names in place of cards: of a prefecture, and all parts of a long list.

    Each city's own page has its card.
    """
    links = scene.links
    return links.is_static and links.has_rows and (bool(scene.view.prefectures) or is_long(scene.atlas.cities))


def list_offices_elsewhere(scene: Scene) -> list[tuple[str, str, Offices]]:
    """List slug, name and offices of the prefectures without a row, which the edition's list has."""
    atlas, links, view = scene.atlas, scene.links, scene.view
    if not links.is_static or links.page != "cities" or view.page > 1:
        return []
    return [
        (one.slug, name_prefecture(one, scene.language), choose_offices(atlas.offices, find_government(one)))
        for one, rows in atlas.rows_by_prefecture.items()
        if not rows
    ]


def choose_others(city: City, cities: Sequence[City]) -> tuple[City, ...]:
    """Choose which others a city's page names: all, or where they are too many none; its prefecture's page has them."""
    return () if is_long(cities) else tuple(other for other in cities if other != city)


def choose_formats(view: View, cities: Sequence[City]) -> tuple[Format, ...]:
    """Choose in which formats the edition has a view's rows: in all; the prefectures of a long list as tables to read.

    The pages of these lead to the files of the whole table, whose columns name the prefecture.
    """
    return (TABLE,) if view.prefectures and is_long(cities) else FORMATS


def choose_downloads(downloads: Sequence[Download], scene: Scene) -> tuple[Download, ...]:
    """Choose which files a page offers: those that are there, a city's page its own."""
    view, links = scene.view, scene.links
    if not links.is_static:
        return tuple(downloads)
    if is_city_page(view, links):
        return tuple(download for download in downloads if download.city)
    return tuple(
        download
        for download in downloads
        if download.city or download.format in choose_formats(view, scene.atlas.cities)
    )


def describe_ways_back(scene: Scene) -> dict[str, str | None]:
    """Describe what a page of few cities leads to: "Near me" and the files of the whole table, on the pages of all."""
    view, links = scene.view, scene.links
    whole = View(lang=view.lang)
    some = links.is_static and bool(view.city or view.prefectures)
    near = some and list_halls(scene.atlas, scene.language)
    return {
        "near_url": f"{links.link_page('map', whole)}#near" if near else None,
        "whole_data_url": f"{links.link_page('cities', whole)}#downloads" if some else None,
    }


def describe_other(city: City, scene: Scene) -> Other:
    """Describe a city that a page names."""
    return Other(
        city.slug,
        name_place(city.place, scene.language),
        name_prefecture(city.prefecture, scene.language),
        scene.links.link_view(replace(scene.view, city=city.slug, page=1)),
        "|".join(list_search_keys(city.place)),
        city.prefecture.slug,
    )


def _write_names(cities: Sequence[City]) -> str:
    names = [
        (city.slug, f"{city.place.en} {city.place.ja}", "|".join(list_search_keys(city.place)), city.prefecture.slug)
        for city in cities
    ]
    return render_template("names.js", names=embed_json(names))


def _write_controls(shared: SharedFiles, language: Language) -> str:
    words, keeps = share_words(language), read_settings().offline
    drawn = render_lean(
        "controls.html",
        **words,
        longest_query=MAX_QUERY_LENGTH,
        public_root=find_public_root(),
        takes_reports=get_receiver() is not None,
        keeps=keeps,
    )
    manifest = embed_json(f"{language.code}/{MANIFEST}") if keeps else None
    controls = render_template("controls.js", controls=embed_json(drawn), manifest=manifest)
    return f"{controls}\n{shared.controls}"


def _write_dialog(language: Language) -> str:
    return render_template("dialog.js", dialog=embed_json(render_dialog(language)))
