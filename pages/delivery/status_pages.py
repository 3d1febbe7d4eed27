"""Answers that are no page of the app, such as that nothing is there: a small page for people, lines for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.address.links import Links
from pages.address.view import View, parse_view
from pages.delivery.paths import get_path
from pages.languages.language import Language
from pages.languages.readers_language import COOKIE, choose_language
from pages.languages.ruby import show_brackets
from pages.markup.navigation import ABOVE, name_pages
from pages.markup.rendering import render_template

Pairs = Sequence[tuple[str, str]]  # of a link's text and address


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks: the language of the address, of the last choice or of the browser, and the way to the app's root."""

    language: Language
    lang: str | None  # as the address has it
    root: str
    wants_page: bool

    def link_pages(self) -> Pairs:
        """Return the main pages of the app, by their names."""
        links, names = Links("map", self.root), name_pages(self.language)
        return [(names[page], links.link_page(page, View(lang=self.lang))) for page in ABOVE]


def read_reader(request: Request, base_path: str = "") -> Reader:
    """Read who asks from address and headers."""
    path = get_path(request.scope, base_path) or "/"
    lang = parse_view(parse_qs(request.url.query), ()).lang
    language = choose_language(lang, request.cookies.get(COOKIE), request.headers.get("accept-language"))
    wants_page = "text/html" in request.headers.get("accept", "")
    return Reader(language, lang, "../" * (path.count("/") - 1) or "./", wants_page)


def answer_status(status: int, text: str, reader: Reader, headers: Mapping[str, str], files: Pairs = ()) -> Response:
    """Answer with a text in the reader's language; a page of it links the files and the app's pages."""
    if not reader.wants_page:
        said = [show_brackets(text), *(name for name, _ in files), ""]
        return PlainTextResponse("\n".join(said), status, headers)
    language = reader.language
    lines = [(language, text, [*files, *reader.link_pages()])]
    title = language.gettext("Madoguchi Map")
    page = render_template("status_page.html", status=status, title=title, language=language, lines=lines)
    return Response(page, status, headers, "text/html")
