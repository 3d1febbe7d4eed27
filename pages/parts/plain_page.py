"""A page as plain HTML that needs no script: filter form, answers, map, one row a city that opens to its card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from data.records import City, Place
from pages.parts.atlas import Atlas
from pages.parts.card import Card, describe_city, render_template
from pages.parts.count import count_cities
from pages.parts.doubts import list_doubts
from pages.parts.filters import Result, filter_cities
from pages.parts.language import Language
from pages.parts.links import Links, PageName
from pages.parts.svg_map import draw_map
from pages.parts.view import LONGEST_QUERY, View

MOST_ROWS = 50  # of the list on one page
MOST_PLACES = 4  # places of one name that are answered one by one
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """A city's row: its card, and the address at which it is open."""

    card: Card
    url: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A link to a city that was not asked for by that name."""

    text: str
    url: str
    slug: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said where a query is not simply in the table; `name` is the place it is about."""

    text: str
    offers: tuple[Offer, ...] = ()
    name: str = ""
    name_ja: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another page of the list."""

    text: str
    url: str


def render_page(atlas: Atlas, view: View, number: int, links: Links, language: Language) -> Markup:
    """Render a page; `number` is the page of a long list, from 1, and is brought into range."""
    _ = language.gettext
    headings: dict[PageName, str] = {
        "map": _("Find your city office and a Japanese class"),
        "cities": _("All listed cities"),
        "about": _("About this map"),
    }
    names: dict[PageName, str] = {"map": _("Map"), "cities": _("List"), "about": _("About")}
    values: dict[str, object] = {
        "_": _,
        "language": language.code,
        "page": links.page,
        "heading": headings[links.page],
        "navigation": [(page, name, links.link_page(page, view)) for page, name in names.items()],
        "style": read_style(),
        "script": _read_script(),
    }
    if links.page == "about":
        values |= {"count": len(atlas.cities), "doubts": list_doubts(atlas.cities, language)}
    else:
        values |= _describe_rows(atlas, view, number, links, language)
    return render_template("first_view.html", **values)


def _describe_rows(atlas: Atlas, view: View, number: int, links: Links, language: Language) -> dict[str, object]:
    result = filter_cities(atlas.cities, view)
    opened = atlas.find_city(view.city) or (result.cities[0] if len(result.cities) == 1 else None)
    listed = [city for city in result.cities if city != opened]
    last = max(1, -(-len(listed) // MOST_ROWS))
    number = min(max(number, 1), last)
    shown = listed[(number - 1) * MOST_ROWS : number * MOST_ROWS]
    return {
        "lang": links.lang,
        "view": view,
        "longest_query": LONGEST_QUERY,
        "prefectures": atlas.list_prefectures(),
        "count_text": count_cities(len(result.cities), len(atlas.cities), language),
        "reset_url": links.link_view(replace(view, prefectures=(), query="")),
        "answers": _list_answers(atlas, view, result, links, language),
        "opened": _describe_row(opened, view, links, language) if opened else None,
        "opened_notes": _list_notes(opened, view, result, atlas, language) if opened else (),
        "close_url": links.link_view(replace(view, city=None)) if view.city else None,
        "map": draw_map(result.cities, atlas.coordinates.values()) if links.page == "map" else None,
        "link_city": lambda city: links.link_view(replace(view, city=city.slug)),
        "rows": [_describe_row(city, view, links, language) for city in shown],
        "steps": _list_steps(view, number, last, links, language),
    }


def _describe_row(city: City, view: View, links: Links, language: Language) -> Row:
    return Row(describe_city(city, language), links.link_view(replace(view, city=city.slug)))


def _list_notes(city: City, view: View, result: Result, atlas: Atlas, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    notes = []
    if view.city and city not in result.cities:
        notes.append(_("This city is outside your filter, so it is not on the map."))
    if city.code not in atlas.coordinates:
        notes.append(_("The place of this city on the map is not known yet."))
    return tuple(notes)


def _list_answers(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> tuple[Answer, ...]:
    _ = language.gettext
    answers = []
    if choices := [city for city in map(atlas.find_city, view.choices) if city]:
        answers.append(Answer(_("More than one place has this name. Which one?"), _offer(choices, links)))
    if not result.cities and result.elsewhere:
        answers.append(Answer(_("Not in the prefectures you chose, but here:"), _offer(result.elsewhere, links)))
    elif not result.cities and not result.unlisted:
        answers.append(Answer(_("Nothing found. Try the name of a city, in any spelling, or show all cities again.")))
    answers += [_answer_unlisted(atlas, place, links, language) for place in result.unlisted[:MOST_PLACES]]
    if (left := len(result.unlisted) - MOST_PLACES) > 0:
        more = language.ngettext(
            "{count} more place has this name. Write its prefecture too.",
            "{count} more places have this name. Write its prefecture too.",
            left,
        )
        answers.append(Answer(more.format(count=left)))
    if unplaced := atlas.list_unplaced(result.cities):
        text = _("Not on the map, because their place is not known yet; they are in the list: {cities}")
        answers.append(Answer(text.format(cities=", ".join(city.place.en for city in unplaced))))
    return tuple(answers)


def _answer_unlisted(atlas: Atlas, place: Place, links: Links, language: Language) -> Answer:
    _ = language.gettext
    name = place.prefecture.en if place.kind == "prefecture" else f"{place.en} ({place.prefecture.en})"
    offers = tuple(
        replace(offer, text=_("{city}: {km} km").format(city=offer.text, km=round(near.km)))
        for near in atlas.list_nearest(place)
        for offer in _offer([near.city], links)
    )
    return Answer(_("Not in this table. The nearest listed city halls:"), offers, name, place.ja)


def _offer(cities: Iterable[City], links: Links) -> tuple[Offer, ...]:
    return tuple(
        Offer(f"{city.place.en} ({city.prefecture.en})", links.link_view(View(city=city.slug)), city.slug)
        for city in cities
    )


def _list_steps(view: View, number: int, last: int, links: Links, language: Language) -> tuple[Step, ...]:
    _ = language.gettext
    steps = []
    if number > 1:
        steps.append(Step(_("Previous"), links.link_view(view, number - 1)))
    if number < last:
        steps.append(
            Step(
                _("Next: page {number} of {last}").format(number=number + 1, last=last),
                links.link_view(view, number + 1),
            )
        )
    return tuple(steps)


@cache
def read_style() -> Markup:
    """Give the style sheet of the page, the cards' included."""
    return _read("page_assets/card.css") + _read("first_view.css")


@cache
def _read_script() -> Markup:
    # page.js answers the copy buttons of the cards, here as in the app
    return _read("page_assets/page.js") + _read("first_view.js")


def _read(name: str) -> Markup:
    return Markup((HERE / name).read_text(encoding="utf-8"))  # noqa: S704 - our own files
