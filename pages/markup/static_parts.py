"""A static edition's pages: what they link instead of carrying it, and which cities they only name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from data.published.formats import CSV, FORMATS, TABLE, Format
from data.records import City
from pages.address.links import Links
from pages.address.view import View
from pages.answers.listing import ROWS_PER_PAGE
from pages.answers.scene import Scene
from pages.downloads.download_links import Download
from pages.languages.language import Language
from pages.languages.names import Name, list_spellings, name_place, name_prefecture
from pages.maps.drawn_map import SvgMap
from pages.markup.arrivals import write_tags
from pages.markup.dialog import render_dialog
from pages.markup.qr import write_qr
from pages.markup.rendering import embed_json, render_template
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


def link_parts(shared: SharedFiles, links: Links, style: str) -> dict[str, object]:
    """Return the addresses of a page's style sheet and of its scripts, in their order."""
    names = [shared.add("tags.js", partial(write_tags, links))]
    names += [shared.add(name, partial(str, text)) for name, text in shared.scripts]
    return {
        "style_url": links.link_script(shared.add("style.css", lambda: style + shared.style)),
        "script_urls": [links.link_script(name) for name in names],
    }


def link_dialog(shared: SharedFiles, links: Links, language: Language) -> str:
    """Return the address of the script that brings the dialog in a language."""
    return links.link_script(shared.add(f"dialog-{language.code}.js", partial(_write_dialog, language)))


def link_land(shared: SharedFiles, links: Links, drawing: SvgMap, *, on_paper: bool = False) -> str:
    """Return the address of the picture of the land below a drawn map; on paper it is light for everybody."""
    draw = partial(render_template, "land.svg", map=drawing, dark=not on_paper)
    name = "land-paper.svg" if on_paper else "land.svg"
    return links.link_script(shared.add(name, draw, drawing.height, drawing.land))


def link_qr(shared: SharedFiles, links: Links, address: str) -> str:
    """Return the address of the picture of a QR code, the same in every language."""
    return links.link_script(shared.add("qr.svg", partial(_write_qr, address), address))


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
    """Tell whether a page of the edition has names in place of cards: of a prefecture, and of the map of a long list.

    Each city's own page has its card, and the pages of the list have all.
    """
    links = scene.links
    return links.is_static and links.page == "map" and (bool(scene.view.prefectures) or is_long(scene.atlas.cities))


def choose_others(city: City, cities: Sequence[City]) -> tuple[City, ...]:
    """Choose which others a city's page names: all, or where they are too many none; its prefecture's page has them."""
    return () if is_long(cities) else tuple(one for one in cities if one != city)


def choose_formats(view: View, cities: Sequence[City]) -> tuple[Format, ...]:
    """Choose in which formats the edition has a view's rows: in all, but the prefectures of a long list as tables."""
    return (CSV, TABLE) if view.prefectures and is_long(cities) else FORMATS


def choose_downloads(downloads: Sequence[Download], scene: Scene) -> tuple[Download, ...]:
    """Choose which files a page offers: those that are there, a city's page its own."""
    view, links = scene.view, scene.links
    if not links.is_static:
        return tuple(downloads)
    if is_city_page(view, links):
        return tuple(one for one in downloads if one.city)
    return tuple(one for one in downloads if one.city or one.format in choose_formats(view, scene.atlas.cities))


def describe_other(city: City, scene: Scene) -> Other:
    """Describe a city that a page names."""
    return Other(
        city.slug,
        name_place(city.place, scene.language),
        name_prefecture(city.prefecture, scene.language),
        scene.links.link_view(replace(scene.view, city=city.slug, page=1)),
        "|".join(list_spellings(city.place)),
        city.prefecture.slug,
    )


def _write_qr(address: str) -> str:
    return (write_qr(address) or b"").decode()


def _write_names(cities: Sequence[City]) -> str:
    names = [(city.slug, "|".join(list_spellings(city.place)), city.prefecture.slug) for city in cities]
    return render_template("names.js", names=embed_json(names))


def _write_dialog(language: Language) -> str:
    return render_template("dialog.js", dialog=embed_json(render_dialog(language)))
