"""Addresses of our own pages where a plain file server gives them: a folder for each page, no queries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pages.address.links import WITH_ROWS, Links, PageName
from pages.address.view import View
from pages.languages.language import FALLBACK

ASSETS = "assets/"  # scripts, styles, outlines


@dataclass(frozen=True, slots=True)
class StaticLinks(Links):
    """Makes the links of one page of the static edition; `on_sheet`: of a printable sheet, whose views are sheets.

    Views without a page of their own (a search, several prefectures) lead to the whole list. `folder` is where the page
    lies below the root: its links lead from there, with as few steps as can be.
    """

    on_sheet: bool = False
    languages: tuple[str, ...] = ()  # codes of those that have pages; none: all have
    folder: str = ""
    unlisted: frozenset[str] = frozenset()  # slugs of the prefectures without a row

    @property
    def is_static(self) -> bool:
        """Tell that no server answers queries here."""
        return True

    @property
    def home(self) -> str:
        """Return the language of the pages whose address names none."""
        return choose_home(self.languages)

    def has_language(self, code: str) -> bool:
        """Tell whether the edition has pages in a language."""
        return not self.languages or code in self.languages

    def link_page(self, page: PageName, view: View) -> str:
        """Return the address of a page; only that with the map has one for each opened city and for each prefecture."""
        kept = replace(view, page=1) if page == "map" else View(lang=view.lang)
        return self._reach_view(page, kept)

    def link_view(self, view: View) -> str:
        """Return the address of a view on this page."""
        return self.link_sheet(view) if self.on_sheet else self.link_whole(view)

    def link_data(self, file: str, view: View) -> str:
        """Return the address of a published file with the rows of this view."""
        return self._reach(find_data(file, view))

    def link_feed(self, file: str, view: View) -> str:
        """Return the address of the feed of a view's changes."""
        return self._reach(find_feed(file, view))

    def link_whole(self, view: View) -> str:
        """Return the address of a view on this page; of a sheet that of the page it was made from."""
        return self._reach_view(self.page, view)

    def link_sheet(self, view: View) -> str:
        """Return the address of this view's printable sheet."""
        return self._reach(find_sheet(view, self.home))

    def link_qr(self, view: View) -> str:  # noqa: ARG002 - the same for every view
        """Return nothing: QR codes are drawn into the page, or left out."""
        return ""

    def link_script(self, file: str) -> str:
        """Return the address of a script of ours."""
        return self._reach(f"{ASSETS}{file}")

    def link_map(self, view: View) -> str:
        """Return the address of the interactive map, a document of its own."""
        return self._reach(find_map(view, self.home))

    def _reach_view(self, page: PageName, view: View) -> str:
        """Return the way to a view's page; a prefecture without a row has a place in the list, with its offices."""
        alone = view.prefectures[0] if len(view.prefectures) == 1 and not (view.city or view.query) else None
        if alone in self.unlisted and page in WITH_ROWS:
            return f"{self._reach(find_page('cities', View(lang=view.lang), self.home))}#{alone}"
        return self._reach(find_page(page, view, self.home))

    def _reach(self, target: str) -> str:
        """Return the way to a file or a folder below the root: whole where the root is an address, else from here."""
        if not self.root.startswith("."):
            return f"{self.root}{target}"
        return find_way(self.folder, target)


def choose_home(languages: tuple[str, ...]) -> str:
    """Choose the language of the root: English where the edition has it, else its first."""
    return FALLBACK if not languages or FALLBACK in languages else languages[0]


def find_page(page: PageName, view: View, home: str = FALLBACK) -> str:
    """Find the folder of a page below the edition's root, with a slash at the end; the root itself is empty.

    Only the whole map has a page without a language; it is in that of `home`.
    """
    below = _find_view(page, view)
    return f"{view.lang or home}/{below}" if view.lang or below else ""


def find_sheet(view: View, home: str = FALLBACK) -> str:
    """Find the folder of a view's sheet; that of the whole list has no further parts."""
    kept = view if view.prefectures else replace(view, page=1)
    return f"{view.lang or home}/sheet/{_find_view('map', kept)}"


def find_map(view: View, home: str = FALLBACK) -> str:
    """Find the folder of a language's interactive map."""
    return f"{view.lang or home}/map/"


def find_data(file: str, view: View) -> str:
    """Find a published file: of one city, of one prefecture, or of all rows; with a language that language's."""
    if view.lang:
        return f"{view.lang}/{find_data(file, replace(view, lang=None))}"
    if view.city:
        return f"data/city/{view.city}.{file.partition('.')[2]}"
    if len(view.prefectures) == 1 and not view.query:
        return f"data/prefecture/{view.prefectures[0]}/{file}"
    return f"data/{file}"


def find_feed(file: str, view: View) -> str:
    """Find a feed: of one city or of one prefecture, which are in one language only, or of all changes."""
    ending = file.partition(".")[2]
    if view.city:
        return f"feed/city/{view.city}.{ending}"
    if len(view.prefectures) == 1:
        return f"feed/prefecture/{view.prefectures[0]}.{ending}"
    return f"{view.lang}/{file}" if view.lang else file


def find_way(folder: str, target: str) -> str:
    """Return the way from a folder of the edition to another, or to a file, with as few steps as can be."""
    here, there = folder.split("/")[:-1], target.split("/")
    *above, name = there
    shared = 0
    for one, other in zip(here, above, strict=False):
        if one != other:
            break
        shared += 1
    way = "../" * (len(here) - shared) + "".join(f"{step}/" for step in above[shared:])
    return f"{way}{name}" or "./"


def find_root(folder: str) -> str:
    """Return the way from a folder of the edition to its root."""
    return "../" * folder.count("/") or "./"


def _find_view(page: PageName, view: View) -> str:
    """Find a view's folder below its language.

    The further parts of a long list are without an opened city, and those of the map's page are the list's.
    """
    part = f"{view.page}/" if view.page > 1 else ""
    if page not in WITH_ROWS:
        return f"{page}/{part}"
    if view.city and not part:
        return f"city/{view.city}/"
    if len(view.prefectures) == 1 and not view.query:
        return f"prefecture/{view.prefectures[0]}/{part}"
    return f"cities/{part}" if page == "cities" or part else ""
