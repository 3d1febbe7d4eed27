"""Privacy by name: every other host that a page asks, every cookie and every key that it keeps in the browser.

A test in a browser holds this list to what happens, both ways (tests/browser/test_privacy.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from data.settings import read_settings
from pages.languages.language import Language
from pages.languages.readers_language import COOKIE
from pages.maps.tiles import list_tile_sources

COPIES = "madoguchi-copies-"  # of pages/offline/worker.js
REPLICA_COOKIE = "madoguchi_replica"  # of pages/delivery/nginx.conf; a kept page cannot know whether that is in front


@dataclass(frozen=True, slots=True)
class Trace:
    """What a visit asks or leaves: by which name, and in the reader's words what it is, what for, for how long.

    A name that ends with a hyphen is the beginning of several.
    """

    kind: Literal["host", "cookie", "storage", "copies"]
    name: str
    said: str  # what the reader reads of the kind
    purpose: str
    kept: str

    def covers(self, name: str) -> bool:
        """Tell whether a name is this one, or one of those that begin so."""
        return name.startswith(self.name) if self.name.endswith("-") else name == self.name


def list_traces(language: Language, *, static: bool = False) -> tuple[Trace, ...]:
    """List them all, those of a static edition or those of the app."""
    _ = language.gettext
    cookie, storage = _("Cookie"), _("Browser storage")
    deleted = _("Until you delete it")
    chosen_language = _("Language")
    closed = _("Until the browser is closed")
    hosts, letters = (
        _list_hosts(language),
        Trace("storage", "madoguchi-letters", storage, _("Size of the letters"), closed),
    )
    copies = _list_copies(language)
    if static:
        return (*hosts, Trace("storage", COOKIE, storage, chosen_language, deleted), letters, *copies)
    return (
        *hosts,
        Trace("cookie", COOKIE, cookie, chosen_language, _("One year")),
        Trace("cookie", "_streamlit_xsrf", cookie, _("Protection of the connection"), closed),
        Trace(
            "cookie",
            REPLICA_COOKIE,
            cookie,
            _("Only where several servers share the work: it leads you back to the same one"),
            closed,
        ),
        Trace("storage", "madoguchi-readings", storage, _("Readings"), deleted),
        letters,
        Trace("storage", "stActiveTheme-", storage, _("Light or dark colours"), deleted),
        Trace("storage", "stSidebarCollapsed-", storage, _("Filters"), deleted),
        Trace("storage", "sidebarWidth", storage, _("Filters"), deleted),
        *copies,
    )


def _list_copies(language: Language) -> tuple[Trace, ...]:
    """List what pages/offline has the browser keep; where it keeps nothing, nothing."""
    if not read_settings().offline:
        return ()
    _ = language.gettext
    purpose = _("They open without a connection")
    return (Trace("copies", COPIES, _("Copies of pages"), purpose, _("Until you delete it")),)


def _list_hosts(language: Language) -> tuple[Trace, ...]:
    _ = language.gettext
    urls = [source.url.replace("{s}", "*") for source in list_tile_sources()]  # of several, by a letter
    names = dict.fromkeys(urlsplit(url).hostname or url for url in urls)
    purpose = _("Map pictures; it sees your internet address")
    return tuple(Trace("host", name, _("Other server"), purpose, _("By its own rules")) for name in names)
