"""Addresses of our own pages, relative, so that they hold under any base path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from pages.parts.view import View, format_view

PageName = Literal["map", "cities", "about"]
PATHS: dict[PageName, str] = {"map": "", "cities": "cities", "about": "about"}


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the links of one page; `root` leads to the app's root, `lang` is kept where the reader chose it."""

    page: PageName
    root: str = "./"
    lang: str | None = None

    def link_page(self, page: PageName, view: View) -> str:
        """Give the address of a page with this view."""
        return f"{self.root}{PATHS[page]}{self.format_query(view)}"

    def link_view(self, view: View, number: int = 1) -> str:
        """Give the address of a view on this page, of its list the page of that number."""
        return self.format_query(view, number) or f"{self.root}{PATHS[self.page]}"

    def format_query(self, view: View, number: int = 1) -> str:
        """Write the view behind a question mark; empty where nothing is set."""
        params: dict[str, str | list[str]] = {**({"lang": self.lang} if self.lang else {}), **format_view(view)}
        if number > 1:
            params["page"] = str(number)
        return f"?{urlencode(params, doseq=True)}" if params else ""
