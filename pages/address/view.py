"""View: the state of a page (filters, opened city, language), read from an address and written into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args

from data.courses.records import TimeOfDay
from data.hours import WEEKDAYS
from data.places.gazetteer import find_prefecture
from data.places.slugs import resolve_slug
from data.records import City
from data.table.office_cells import LANGUAGES
from pages.languages.readers_language import find_code

MAX_QUERY_LENGTH = 200  # characters; an address with its building and room has 120
SPOKEN = frozenset(tag.partition("-")[0] for tag in LANGUAGES)
MAX_VALUES = 47  # of one parameter are read: as many as there are prefectures
Unknown = Literal["city", "prefecture"]
Lack = Literal["answer", "confirmation", "certainty"]
LACKS: tuple[Lack, ...] = get_args(Lack)
Learner = Literal["adult", "child"]
Choice = TypeVar("Choice", bound=str)
LEARNERS: tuple[Learner, ...] = get_args(Learner)
TIMES_OF_DAY: tuple[TimeOfDay, ...] = get_args(TimeOfDay)
DAYS: Mapping[str, str] = dict(zip(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], WEEKDAYS, strict=True))
SWITCHES = ("free", "online", "children", "childcare")  # filters of classes that are on or off


@dataclass(frozen=True, slots=True)
class View:
    """The filters, the opened city, the page of a long list, and the language the reader chose.

    `prefectures` holds slugs ("osaka"), `city` the slug of the opened city. `choices` holds the slugs that a bare,
    repeated name in the address may mean, `unknown` which parameters of it mean nothing. `page` counts from 1. `lang`
    is None where the address names no language. `embed` is the view as part of somebody else's page: map and list,
    without what stands around them. `speaks` is the first part of a language's tag ("vi"), spoken at the counter.
    `missing` is what the facts of /quality are to lack.

    Of classes: `days` ("sat", in the week's order), the `time` at which they begin, the `learner` they are for, whether
    they are `free` of charge, `online`, with `childcare`, and whether `children` may come along, to learn or to be
    looked after.
    """

    prefectures: tuple[str, ...] = ()
    query: str = ""
    city: str | None = None
    choices: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    page: int = 1
    lang: str | None = None
    embed: bool = False
    speaks: str | None = None
    missing: Lack | None = None
    days: tuple[str, ...] = ()
    time: TimeOfDay | None = None
    learner: Learner | None = None
    free: bool = False
    online: bool = False
    children: bool = False
    childcare: bool = False

    @property
    def filter_count(self) -> int:
        """The number of filters that are set."""
        return len(self.prefectures) + bool(self.query) + bool(self.speaks) + self.class_filter_count

    @property
    def class_filter_count(self) -> int:
        """The number of filters of classes that are set."""
        switches = sum(bool(getattr(self, name)) for name in SWITCHES)
        return len(self.days) + bool(self.time) + bool(self.learner) + switches


def parse_view(params: Mapping[str, Sequence[str]], cities: Sequence[City]) -> View:
    """Read the address's parameters in any spelling; what is unknown is ignored and noted, never an error."""
    asked = next(iter(_read_values(params, "city")), "")
    found = resolve_slug(asked, cities)
    named = _read_values(params, "prefecture")
    prefectures = [prefecture.slug for prefecture in map(find_prefecture, named) if prefecture]
    unknown: dict[Unknown, bool] = {
        "city": bool(asked) and not found,
        "prefecture": len(prefectures) < len(named),
    }
    return View(
        prefectures=tuple(dict.fromkeys(prefectures)),
        query=clean_query(next(iter(params.get("q", ())), "")),
        speaks=next(filter(None, map(_read_language, _read_values(params, "speaks"))), None),
        city=found[0].slug if len(found) == 1 else None,
        choices=tuple(city.slug for city in found) if len(found) > 1 else (),
        unknown=tuple(kind for kind, is_unknown in unknown.items() if is_unknown),
        page=_read_number(next(iter(params.get("page", ())), "")),
        lang=next(filter(None, map(find_code, _read_values(params, "lang"))), None),
        embed=is_embedded(params),
        missing=_read_choice(params, "missing", LACKS),
        days=tuple(day for day in DAYS if day in map(str.lower, _read_values(params, "day"))),
        time=_read_choice(params, "time", TIMES_OF_DAY),
        learner=_read_choice(params, "for", LEARNERS),
        free=_is_on(params, "free"),
        online=_is_on(params, "online"),
        children=_is_on(params, "children"),
        childcare=_is_on(params, "childcare"),
    )


def is_embedded(params: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether an address asks for the view as part of somebody else's page."""
    return "true" in (value.strip().lower() for value in params.get("embed", ()))


def format_view(view: View) -> dict[str, str | list[str]]:
    """Write the view as parameters of an address; what is not set is left out."""
    params: dict[str, str | list[str]] = {}
    if view.lang:
        params["lang"] = view.lang
    if view.prefectures:
        params["prefecture"] = list(view.prefectures)
    if view.query:
        params["q"] = view.query
    if view.speaks:
        params["speaks"] = view.speaks
    params |= _format_class_filters(view)
    if view.city:
        params["city"] = view.city
    if view.page > 1:
        params["page"] = str(view.page)
    if view.missing:
        params["missing"] = view.missing
    if view.embed:
        params["embed"] = "true"
    return params


def _format_class_filters(view: View) -> dict[str, str | list[str]]:
    """Write the filters of classes that are set."""
    params: dict[str, str | list[str]] = {"day": list(view.days)} if view.days else {}
    if view.time:
        params["time"] = view.time
    if view.learner:
        params["for"] = view.learner
    return params | {name: "yes" for name in SWITCHES if getattr(view, name)}


def keep_filters(view: View) -> View:
    """Return the filters of a view and nothing else of it."""
    return replace(view, city=None, choices=(), unknown=(), page=1, lang=None, embed=False, missing=None)


def drop_filters(view: View) -> View:
    """Return the view without its filters, at the first part of its list; a city stays open."""
    return replace(drop_class_filters(view), prefectures=(), query="", speaks=None)


def drop_class_filters(view: View) -> View:
    """Return the view without its filters of classes, at the first part of its list."""
    return replace(
        view, days=(), time=None, learner=None, free=False, online=False, children=False, childcare=False, page=1
    )


def clean_query(text: str | None) -> str:
    """Make typed text a query: control characters and outer spaces gone, at most MAX_QUERY_LENGTH characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text or "").split())[:MAX_QUERY_LENGTH].strip()


def _read_values(params: Mapping[str, Sequence[str]], name: str) -> list[str]:
    """List what a parameter says, as short as a query, each once, without what is empty."""
    return list(dict.fromkeys(filter(None, map(clean_query, params.get(name, ())[:MAX_VALUES]))))


def _read_choice(params: Mapping[str, Sequence[str]], name: str, allowed: tuple[Choice, ...]) -> Choice | None:
    """Return the first of a parameter's values that is allowed."""
    values = [value.lower() for value in _read_values(params, name)]
    return next((choice for value in values for choice in allowed if choice == value), None)


def _is_on(params: Mapping[str, Sequence[str]], name: str) -> bool:
    return "yes" in map(str.lower, _read_values(params, name))


def _read_language(text: str) -> str | None:
    """Return the first part of a language's tag, if it is one that counters may speak."""
    code = text.replace("_", "-").partition("-")[0].lower()
    return code if code in SPOKEN else None


def _read_number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1
