"""The first view: the whole page as HTML in the very first answer, before and without Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from starlette.requests import cookie_parser

from pages.delivery.head import render_head
from pages.delivery.tables import Stamps, get_atlas
from pages.parts.language import COOKIE, choose_language, load_language
from pages.parts.links import PATHS, Links, PageName
from pages.parts.plain_page import render_page
from pages.parts.public_url import get_public_url
from pages.parts.view import View, parse_view

PAGES: Mapping[str, PageName] = {path: name for name, path in PATHS.items()}
KEPT = 128  # results kept, of about 100 KB each


@dataclass(frozen=True, slots=True)
class FirstView:
    """HTML for the end of the head and for the beginning of the body, before #root, and the page's language
    with its direction.

    The head holds a title and an icon, which replace those of the page it is put into.
    """

    head: str
    body: str
    language: str
    direction: str


def render_first_view(
    path: str,
    query: Mapping[str, Sequence[str]],
    headers: Mapping[str, str],
    base_url: str,
) -> FirstView | None:
    """Render the page at a path below the app's root; None where there is no page of ours.

    `base_url` is the address of the app's root as asked for. Unknown parameters and values are ignored.
    """
    page = PAGES.get(path.strip("/"))
    if page is None:
        return None
    atlas, stamps = get_atlas()
    view = parse_view(query, atlas.cities)
    cookies = cookie_parser(headers.get("cookie", ""))
    language = choose_language(view.lang, cookies.get(COOKIE), headers.get("accept-language"))
    links = Links(page, root="../" if page != "map" and path.endswith("/") else "./")
    public_url = get_public_url(base_url)
    head = _render_head(stamps, view, links, public_url, language.code)
    body = _render_body(stamps, view, links, public_url, language.code)
    return FirstView(head, body, language.tag, language.direction)


@lru_cache(maxsize=KEPT)
def _render_body(stamps: Stamps, view: View, links: Links, public_url: str, code: str) -> str:  # noqa: ARG001 - the key
    return str(render_page(get_atlas()[0], view, links, load_language(code), public_url))


@lru_cache(maxsize=KEPT)
def _render_head(stamps: Stamps, view: View, links: Links, public_url: str, code: str) -> str:  # noqa: ARG001
    return str(render_head(get_atlas()[0], view, links, public_url, load_language(code)))
