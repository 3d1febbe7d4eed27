"""The pages of the static edition: which there are, and each as a whole HTML document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pages.address.links import PATHS, PageName
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.filters import filter_cities
from pages.answers.listing import count_parts
from pages.answers.scene import Scene
from pages.edition.links import StaticLinks, find_map, find_page, find_root, find_sheet
from pages.edition.map import render_static_map
from pages.html.head import render_head
from pages.html.plain_page import render_page
from pages.html.rendering import render_template
from pages.html.sheet import render_sheet
from pages.languages.language import Language, list_languages, load_language


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is made of: the atlas, its public address without a slash at the end (or empty), its day."""

    atlas: Atlas
    public_url: str
    today: datetime.date


def list_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each page's file below the edition's root, and its HTML."""
    for page, path in PATHS.items():  # the app's own addresses, which people have
        folder = f"{path}/" if path else ""
        yield f"{folder}index.html", _render_page(edition, page, View(), folder)
    for language in list_languages():
        for page, view in list_views(edition.atlas, language):
            yield f"{find_page(page, view)}index.html", _render_page(edition, page, view)
            if page == "map":
                yield f"{find_sheet(view)}index.html", _render_sheet(edition, view)
        folder = find_map(View(lang=language.code))
        scene = Scene(edition.atlas, View(lang=language.code), _link("map", folder), language)
        yield f"{folder}index.html", str(render_static_map(scene))
    yield "404.html", _render_not_found(edition)


def list_views(atlas: Atlas, language: Language) -> Iterator[tuple[PageName, View]]:
    """Yield the views that have a page in a language: each part of each list, each prefecture, each city, about."""
    whole = View(lang=language.code)
    yield "about", whole
    for number in range(1, count_parts(atlas.cities) + 1):
        yield "map", replace(whole, page=number)
        yield "cities", replace(whole, page=number)
    for prefecture in atlas.list_prefectures():
        view = replace(whole, prefectures=(prefecture.slug,))
        for number in range(1, count_parts(filter_cities(atlas.cities, view).cities) + 1):
            yield "map", replace(view, page=number)
    for city in atlas.cities:
        yield "map", replace(whole, city=city.slug)


def list_urls(edition: Edition) -> tuple[str, ...]:
    """List the absolute addresses that searchers should know."""
    views = [one for language in list_languages() for one in list_views(edition.atlas, language)]
    return tuple(f"{edition.public_url}/{find_page(page, view)}" for page, view in [("map", View()), *views])


def _render_page(edition: Edition, page: PageName, view: View, folder: str | None = None) -> str:
    language = load_language(view.lang or "")
    scene = Scene(edition.atlas, view, _link(page, find_page(page, view) if folder is None else folder), language)
    head, body = render_head(scene, edition.public_url), render_page(scene, edition.public_url)
    return str(render_template("static_page.html", language=language, head=head, body=body))


def _render_sheet(edition: Edition, view: View) -> str:
    language, links = load_language(view.lang or ""), replace(_link("map", find_sheet(view)), on_sheet=True)
    return str(render_sheet(Scene(edition.atlas, view, links, language), edition.public_url, edition.today))


def _render_not_found(edition: Edition) -> str:
    """Render what a host shows at a wrong address, at any depth: so its links are absolute, or there are none."""
    root = edition.public_url
    lines = []
    for language in list_languages():
        _ = language.gettext
        url = f"{root}/{find_page('map', View(lang=language.code))}"
        links = [(_("Back to the map"), url)] if root else []
        lines.append((language, _("There is no page at this address."), links))
    english = load_language()
    title = english.gettext("Madoguchi Map")
    return str(render_template("not_found.html", title=title, language=english, lines=lines))


def _link(page: PageName, folder: str) -> StaticLinks:
    return StaticLinks(page, find_root(folder))
