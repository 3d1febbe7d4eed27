"""Addresses of our own pages, relative, so that they hold under any base path."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlencode

from pages.address.view import View, format_view
from pages.languages.language import FALLBACK

ADDRESS = "component/pages.app.frame.page/"  # of our scripts and styles, below the app's root; frame.py declares it
PLACES = "places.js"  # of a static edition: which city a word in an address means
MANIFEST = "manifest.webmanifest"  # of phones; a static edition has one in each language's folder
PageName = Literal["map", "cities", "about", "changes", "quality"]
PATHS: dict[PageName, str] = {
    "map": "",
    "cities": "cities",
    "about": "about",
    "changes": "changes",
    "quality": "quality",
}
WITH_ROWS: tuple[PageName, ...] = ("map", "cities")


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of one page; `root` leads to the app's root."""

    page: PageName
    root: str = "./"

    @property
    def is_static(self) -> bool:
        """Tell whether plain files are linked, and no server answers queries."""
        return False

    @property
    def has_rows(self) -> bool:
        """Tell whether the page shows cities, and can be searched for them."""
        return self.page in WITH_ROWS

    @property
    def home(self) -> str:
        """Return the language of the pages whose address names none, so long as no reader asks for another."""
        return FALLBACK

    def has_language(self, code: str) -> bool:  # noqa: ARG002 - a static edition may be of some languages
        """Tell whether there are pages in a language."""
        return True

    def link_page(self, page: PageName, view: View) -> str:
        """Return the address of a page with this view, of a long list the first part."""
        missing = view.missing if page == "quality" else None
        return f"{self.root}{PATHS[page]}{format_query(replace(view, page=1, missing=missing))}"

    def link_view(self, view: View) -> str:
        """Return the address of a view on this page."""
        return format_query(view) or f"{self.root}{PATHS[self.page]}"

    def link_data(self, file: str, view: View) -> str:
        """Return the address of a published file with the rows of this view; with a language where it has one."""
        return f"{self.root}data/{file}{format_query(replace(view, page=1))}"

    def link_feed(self, file: str, view: View) -> str:
        """Return the address of the feed of a view's changes, in the language that it names."""
        return f"{self.root}{file}{format_query(view)}"

    def link_whole(self, view: View) -> str:
        """Return the address of a view on this page from the root on, for where it stands alone."""
        return f"{self.root}{PATHS[self.page]}{format_query(view)}"

    def link_sheet(self, view: View) -> str:
        """Return the address of this view's printable sheet."""
        return f"{self.root}sheet{format_query(replace(view, embed=False))}"

    def link_qr(self, view: View) -> str:
        """Return the address of the picture of this view's QR code."""
        query = format_query(view)
        return f"{self.root}qr.svg{query}{'&' if query else '?'}{urlencode({'of': self.page})}"

    def link_script(self, file: str) -> str:
        """Return the address of a script of ours."""
        return f"{self.root}{ADDRESS}{file}"

    def link_map(self, view: View) -> str:  # noqa: ARG002 - a static edition has one for each language
        """Return the address of the interactive map as a document of its own; here it has none."""
        return ""


def format_query(view: View) -> str:
    """Write the view behind a question mark; empty where nothing is set."""
    params = format_view(view)
    return f"?{urlencode(params, doseq=True)}" if params else ""
