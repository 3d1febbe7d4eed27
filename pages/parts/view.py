"""What a visitor looks at, and the address that says so: one URL is the whole state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.records import City
from data.slugs import resolve_slug
from pages.parts.language import find_code

LONGEST_QUERY = 80  # characters; longer text is no name of a place


@dataclass(frozen=True, slots=True)
class View:
    """The filters, the opened city, the page of a long list, and the language the reader chose.

    `prefectures` holds slugs ("osaka"), `city` the slug of the opened city. `choices` holds the slugs that a bare,
    repeated name in the address may mean. `page` counts from 1. `lang` is None where the address names no language.
    `embed` is the view as part of somebody else's page: map and list, without what stands around them.
    """

    prefectures: tuple[str, ...] = ()
    query: str = ""
    city: str | None = None
    choices: tuple[str, ...] = ()
    page: int = 1
    lang: str | None = None
    embed: bool = False

    @property
    def filter_count(self) -> int:
        """How many filters are set."""
        return len(self.prefectures) + bool(self.query)


def parse_view(params: Mapping[str, Sequence[str]], cities: Sequence[City]) -> View:
    """Read the address's parameters; what is unknown is ignored, never an error."""
    known = {city.prefecture.slug for city in cities}
    wanted = (value.strip().lower() for value in params.get("prefecture", ()))
    found = resolve_slug(next(iter(params.get("city", ())), ""), cities)
    return View(
        prefectures=tuple(dict.fromkeys(slug for slug in wanted if slug in known)),
        query=clean_query(next(iter(params.get("q", ())), "")),
        city=found[0].slug if len(found) == 1 else None,
        choices=tuple(city.slug for city in found) if len(found) > 1 else (),
        page=_read_number(next(iter(params.get("page", ())), "")),
        lang=next(filter(None, map(find_code, params.get("lang", ()))), None),
        embed="true" in (value.strip().lower() for value in params.get("embed", ())),
    )


def format_view(view: View) -> dict[str, str | list[str]]:
    """Write the view as parameters of an address; what is not set is left out."""
    params: dict[str, str | list[str]] = {}
    if view.lang:
        params["lang"] = view.lang
    if view.prefectures:
        params["prefecture"] = list(view.prefectures)
    if view.query:
        params["q"] = view.query
    if view.city:
        params["city"] = view.city
    if view.page > 1:
        params["page"] = str(view.page)
    if view.embed:
        params["embed"] = "true"
    return params


def clean_query(text: str | None) -> str:
    """Make typed text a query: control characters and outer spaces gone, at most LONGEST_QUERY characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text or "").split())[:LONGEST_QUERY].strip()


def _read_number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1
