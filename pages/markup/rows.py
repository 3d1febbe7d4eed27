"""Rows of a page as plain HTML: each city with its card, or with its name where the card is on a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.records import City
from pages.address.view import View
from pages.answers.listing import choose_rows, label_prefectures, list_steps
from pages.answers.near_me import list_halls
from pages.answers.scene import Scene
from pages.card.card import Card
from pages.card.city_cards import describe_brief_card, describe_whole_card
from pages.card.plain_asking import PlainAsking, describe_plain_asking
from pages.languages.names import list_search_keys, name_prefecture
from pages.markup.static_parts import choose_others, describe_other, is_brief, is_city_page


@dataclass(frozen=True, slots=True)
class Row:
    """A city's row: its card, the address at which it is open, and there what needs no script."""

    card: Card
    url: str
    asking: PlainAsking | None = None  # of the opened city
    names: str = ""  # for a search in the browser
    prefecture: str = ""  # its slug


def describe_list(listed: Sequence[City], scene: Scene) -> dict[str, object]:
    """Describe the rows below the opened one, and what finds one among them."""
    atlas, view, links, language = scene.atlas, scene.view, scene.links, scene.language
    alone, brief = is_city_page(view, links), is_brief(scene)
    city = atlas.find_city(view.city)
    shown = choose_rows(listed, view)
    prefectures = [
        (slug, label, links.link_view(View((slug,), lang=view.lang)))
        for slug, label in label_prefectures(scene).items()
    ]
    others = choose_others(city, atlas.cities) if city and alone else shown if brief else ()
    return {
        "alone": alone,
        "prefectures": prefectures,
        "halls": () if links.is_static and (alone or view.prefectures) else list_halls(atlas, language),
        "rows": ()
        if alone or brief
        else [_describe_row(describe_brief_card(one, scene, link_city(one, scene)), one, scene) for one in shown],
        "prefecture": city
        and (
            name_prefecture(city.prefecture, language),
            links.link_view(View((city.prefecture.slug,), lang=view.lang)),
        ),
        "others": [describe_other(other, scene) for other in others],
        "steps": () if alone else list_steps(listed, scene),
    }


def _describe_row(card: Card, city: City, scene: Scene) -> Row:
    names = list_search_keys(city.place) if scene.links.is_static else ()
    return Row(card, link_city(city, scene), names="|".join(names), prefecture=city.prefecture.slug)


def link_city(city: City, scene: Scene) -> str:
    """Return the address at which a city is open, the filters kept."""
    page = 1 if scene.links.is_static else scene.view.page
    return scene.links.link_view(replace(scene.view, city=city.slug, page=page))


def describe_opened(city: City, scene: Scene) -> Row:
    """Describe the row that stands open, above the others."""
    row = _describe_row(describe_whole_card(city, scene), city, scene)
    return replace(row, asking=describe_plain_asking(city, row.card, scene.language))
