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
from pages.edition.links import StaticLinks, choose_home, find_map, find_page, find_root, find_sheet
from pages.edition.map import render_static_map
from pages.history.selection import count_change_parts
from pages.languages.language import Language, list_languages, load_language
from pages.markup.head import list_alternates, render_head
from pages.markup.link_picture import find_place
from pages.markup.plain_page import render_page
from pages.markup.rendering import render_lean, render_template
from pages.markup.shared_files import SharedFiles
from pages.markup.static_parts import is_long
from pages.paper.sheet import render_sheet
from pages.previews.files import find_file


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition is made of: the atlas, its public address without a slash at the end (or empty), its day.

    `codes` are those of the languages that its pages are in; none means all. With `pictures` it has one of each page
    that link previews may show, of a long table's cities and prefectures none.
    """

    atlas: Atlas
    public_url: str
    today: datetime.date
    codes: tuple[str, ...] = ()
    pictures: bool = False

    def find_picture(self, scene: Scene) -> str:
        """Find the file of a scene's own picture; empty where it has none."""
        alone = find_place(scene)[1] is not None
        return find_file(scene) if self.pictures and not (alone and is_long(self.atlas.cities)) else ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages that its pages are in."""
        return tuple(language for language in list_languages() if not self.codes or language.code in self.codes)


def list_pages(edition: Edition, shared: SharedFiles) -> Iterator[tuple[str, str]]:
    """Yield each page's file below the edition's root, and its HTML; what the pages link is then in `shared`."""
    for page, path in PATHS.items():  # the app's own addresses, which people have
        folder = f"{path}/" if path else ""
        yield f"{folder}index.html", _render_page(edition, shared, page, View(), folder)
    for language in edition.languages:
        for page, view in list_views(edition.atlas, language):
            yield f"{find_page(page, view)}index.html", _render_page(edition, shared, page, view)
            if page == "map":
                yield f"{find_sheet(view)}index.html", _render_sheet(edition, shared, view)
        folder = find_map(View(lang=language.code))
        scene = Scene(
            edition.atlas, View(lang=language.code), link(edition, "map", folder), language, today=edition.today
        )
        yield f"{folder}index.html", str(render_static_map(scene))
    yield "404.html", _render_not_found(edition)


def list_views(atlas: Atlas, language: Language) -> Iterator[tuple[PageName, View]]:
    """Yield the views that have a page in a language: each part of each list, each prefecture, each city …"""
    whole = View(lang=language.code)
    yield "about", whole
    for number in range(1, count_change_parts(atlas.changes) + 1):
        yield "changes", replace(whole, page=number)
    yield "quality", whole
    yield "map", whole
    for number in range(1, count_parts(atlas.cities) + 1):
        yield "cities", replace(whole, page=number)
    for prefecture in atlas.list_prefectures():
        view = replace(whole, prefectures=(prefecture.slug,))
        for number in range(1, count_parts(filter_cities(atlas.cities, view).cities) + 1):
            yield "map", replace(view, page=number)
    for city in atlas.cities:
        yield "map", replace(whole, city=city.slug)


def list_urls(edition: Edition) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the absolute addresses that searchers should know, each with the same page's in other languages, by tag.

    Where there is one language, no page has another.
    """
    public = replace(link(edition, "map", ""), root=f"{edition.public_url}/")
    several = len(edition.languages) > 1
    views = [view for language in edition.languages for view in list_views(edition.atlas, language)]
    for page, view in [("map", View()), *views]:
        links = replace(public, page=page)
        yield links.link_whole(view), list_alternates(links, view) if view.page == 1 and several else []


def _render_page(edition: Edition, shared: SharedFiles, page: PageName, view: View, folder: str | None = None) -> str:
    folder = find_page(page, view) if folder is None else folder
    links = link(edition, page, folder)
    scene = Scene(edition.atlas, view, links, load_language(view.lang or links.home), today=edition.today)
    head, body = (
        render_head(scene, edition.public_url, edition.find_picture(scene)),
        render_page(scene, edition.public_url, shared),
    )
    return str(render_lean("static_page.html", language=scene.language, head=head, body=body))


def _render_sheet(edition: Edition, shared: SharedFiles, view: View) -> str:
    links = replace(link(edition, "map", find_sheet(view)), on_sheet=True)
    scene = Scene(edition.atlas, view, links, load_language(view.lang or links.home), today=edition.today)
    return str(render_sheet(scene, edition.public_url, edition.today, shared))


def _render_not_found(edition: Edition) -> str:
    """Render what a host shows at a wrong address, at any depth: so its links are absolute, or there are none."""
    root = edition.public_url
    lines = []
    for language in edition.languages:
        _ = language.gettext
        url = f"{root}/{find_page('map', View(lang=language.code))}"
        links = [(_("Back to the map"), url)] if root else []
        lines.append((language, _("There is no page at this address."), links))
    home = load_language(choose_home(edition.codes))
    title = home.gettext("Madoguchi Map")
    return str(render_template("status_page.html", status=404, title=title, language=home, lines=lines))


def link(edition: Edition, page: PageName, folder: str) -> StaticLinks:
    """Return what makes the links of a page that lies in a folder of the edition."""
    unlisted = frozenset(one.slug for one, rows in edition.atlas.rows_by_prefecture.items() if not rows)
    return StaticLinks(page, find_root(folder), languages=edition.codes, folder=folder, unlisted=unlisted)
