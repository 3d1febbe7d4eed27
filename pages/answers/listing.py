"""The rows as a list: how many in words, in parts where it is long, and the links from part to part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from data.records import City
from pages.address.view import View
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.names import name_prefecture

Row = TypeVar("Row")
ROWS_PER_PAGE = 50  # of a long list in one part


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another part of the list."""

    text: str
    url: str


def choose_rows(rows: Sequence[Row], view: View) -> tuple[Row, ...]:
    """Return the rows of the part that the view asks for, or of the last there is."""
    number = _find_part(rows, view)
    return tuple(rows[(number - 1) * ROWS_PER_PAGE : number * ROWS_PER_PAGE])


def list_steps(cities: Sequence[City], scene: Scene) -> tuple[Step, ...]:
    """List the links to the part before and the part behind; where classes are filtered their list has these."""
    if scene.view.class_filter_count and scene.atlas.courses:
        return ()
    return list_part_steps(replace(scene.view, page=_find_part(cities, scene.view)), count_parts(cities), scene)


def list_part_steps(view: View, last: int, scene: Scene) -> tuple[Step, ...]:
    """List the links from the part of a view, one of so many, to the part before and the part behind."""
    _, links, number = scene.language.gettext, scene.links, view.page
    steps = []
    if number > 1:
        steps.append(Step(_("Previous"), links.link_view(replace(view, page=number - 1))))
    if number < last:
        text = _("Next: page {number} of {last}").format(number=number + 1, last=last)
        steps.append(Step(text, links.link_view(replace(view, page=number + 1))))
    return tuple(steps)


def _find_part(rows: Sequence[object], view: View) -> int:
    return min(max(view.page, 1), count_parts(rows))


def count_parts(rows: Sequence[object]) -> int:
    """Count the parts of a list; an empty one is one too."""
    return max(1, -(-len(rows) // ROWS_PER_PAGE))


def label_prefectures(scene: Scene) -> Mapping[str, str]:
    """Return what the filter shows of each of the 47 prefectures, by slug: its name, and how many rows it has."""
    language = scene.language
    return {
        prefecture.slug: name_prefecture(prefecture, language) + language.enclose(str(rows))
        for prefecture, rows in scene.atlas.rows_by_prefecture.items()
    }


def count_cities(shown: int, total: int, language: Language) -> str:
    """Say how many of the rows are shown."""
    if shown == total:
        return language.ngettext("{total} city", "{total} cities", total).format(total=total)
    return language.ngettext("{shown} of {total} city", "{shown} of {total} cities", total).format(
        shown=shown, total=total
    )
