"""Sent widgets: what the browser sends with the first run of a session that replaces a lost one, and what that means.

Streamlit then knows no widget yet: it calls no callback, and whatever the widgets are told hides what they were given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pages.address.view import View, clean_query, drop_filters
from pages.app.course_widgets import Made, apply_made, read_made
from pages.languages.language import Language

PREFECTURES = "prefectures"  # keys of the widgets
QUERY = "query"
RESET = "reset"


@dataclass(frozen=True, slots=True)
class Sent:
    """Contents of the page's widgets; None where the page has no such widget.

    `reset` says that the button was just pressed; `city` is the last one opened on the map, at whatever time.
    """

    query: str | None = None
    prefectures: tuple[str, ...] | None = None
    reset: bool = False
    city: str | None = None
    made: Made = field(default_factory=dict)  # choices of classes


def read_sent(values: Mapping[str, object], labels: Mapping[str, str], language: Language) -> Sent:
    """Read the widgets' values by their keys; `labels` are what the choice of prefectures shows, by slug.

    What the other choices show is in the language.
    """
    query, chosen = values.get(QUERY, ""), values.get(PREFECTURES)
    return Sent(
        query=clean_query(query if isinstance(query, str) else "") if QUERY in values else None,
        prefectures=_read_prefectures(chosen, labels) if isinstance(chosen, Iterable) else None,
        reset=values.get(RESET) is True,
        city=next(filter(None, map(_read_map_choice, values.values())), None),  # the map's key is a hash of what it is
        made=read_made(values, language),
    )


def merge_sent(view: View, sent: Sent, cities: Iterable[str]) -> View:
    """Return the view after what the visitor just did: `view` is the address's, `cities` are the slugs of those known.

    What was done is what differs. The map tells last of all, since what was opened there may be long closed.
    """
    if sent.reset:
        return replace(drop_filters(view), choices=())
    query = view.query if sent.query is None else sent.query
    prefectures = view.prefectures if sent.prefectures is None else sent.prefectures
    asked = apply_made(view, sent.made)
    if query != view.query or set(prefectures) != set(view.prefectures) or asked != view:
        return replace(asked, prefectures=prefectures, query=query, choices=(), page=1)
    if sent.city not in {None, view.city} and sent.city in set(cities):
        return replace(view, city=sent.city, choices=())
    return view


def _read_prefectures(chosen: Iterable[object], labels: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the slugs; None where a label is of another language, so that nothing can be told from it."""
    slugs = {label: slug for slug, label in labels.items()}
    found = tuple(slugs.get(label, label if label in labels else None) for label in map(str, chosen))
    return None if None in found else tuple(slug for slug in found if slug)


def _read_map_choice(value: object) -> str | None:
    for name in ("last_active_drawing", "properties", "slug"):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else None
