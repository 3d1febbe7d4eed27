"""The first view: the whole page as HTML in the very first answer, before and without Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from starlette.requests import cookie_parser

from pages.address.links import PATHS, Links, PageName
from pages.address.public_url import get_public_url, read_public_url
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, get_atlas
from pages.answers.japan_time import get_moment, get_today
from pages.answers.scene import Scene
from pages.delivery.fail_open import attempt
from pages.delivery.keeping import describe_keeping, describe_private
from pages.languages.language import Language, list_languages
from pages.languages.readers_language import COOKIE, choose_language
from pages.markup.head import render_head
from pages.markup.plain_page import read_scripts, render_page
from pages.previews.files import find_file

PAGES: Mapping[str, PageName] = {path: name for name, path in PATHS.items()}


@dataclass(frozen=True, slots=True)
class FirstView:
    """HTML for the end of the head and for the beginning of the body, before #root, and the page's language
    with its direction.

    The head holds a title and an icon, which replace those of the page it is put into. `scripts` are those that stand
    in the body and may run: the program's own. `has_classes`: there are some that a map may show.
    """

    head: str
    body: str
    language: str
    direction: str
    scripts: tuple[str, ...]
    has_classes: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a first view depends on: the same one is the same HTML."""

    atlas: Atlas
    offered: tuple[Language, ...]
    view: View
    links: Links
    public_url: str  # empty where nobody has set it and it may not be taken from the asker
    language: Language
    moment: datetime | None  # where the page may say whether a counter is open; else it can be kept for long
    today: date  # in Japan: from one to the next a confirmation may become a year old

    def describe_keeping(self) -> Mapping[str, str]:
        """Describe in headers how long the page may be kept: for everybody if its address says all it depends on."""
        return describe_keeping(self.atlas, self.moment) if self.view.lang else describe_private()


def read_request(
    path: str,
    query: Mapping[str, Sequence[str]],
    headers: Mapping[str, str],
    base_url: str,
) -> Asked | None:
    """Read what is asked for at a path below the app's root; None where there is no page of ours.

    `base_url` is the address of the app's root as asked for. Unknown parameters and values are ignored. Where the
    address names a language, nothing else that the asker sends is read.
    """
    page = PAGES.get(path.strip("/"))
    if page is None:
        return None
    atlas = get_atlas()
    view = parse_view(query, atlas.cities)
    asker = {} if view.lang else headers
    cookies = cookie_parser(asker.get("cookie", ""))
    language = choose_language(view.lang, cookies.get(COOKIE), asker.get("accept-language"))
    public_url = read_public_url() if view.lang else get_public_url(base_url)
    moment = get_moment() if view.city or view.filter_count else None
    links = Links(page, root="../" if page != "map" and path.endswith("/") else "./")
    return Asked(atlas, list_languages(), view, links, public_url, language, moment, get_today())


def render_first_view(asked: Asked) -> FirstView:
    """Render the page that is asked for; of what takes its time nothing is kept here."""
    scene = Scene(asked.atlas, asked.view, asked.links, asked.language, asked.moment, asked.today)
    picture = attempt("picture of a link", lambda: find_file(scene), "")
    head, body = str(render_head(scene, asked.public_url, picture)), str(render_page(scene, asked.public_url))
    scripts = tuple(map(str, read_scripts(embed=asked.view.embed)))
    language, has_classes = asked.language, bool(asked.atlas.courses)
    return FirstView(head, body, language.tag, language.direction, scripts, has_classes)
