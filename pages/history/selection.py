"""Which changes a view asks for, newest first: of the opened city, of the chosen prefectures, else all; in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.history.records import Change, Difference, Subject
from data.places.gazetteer import find_place, list_prefectures
from data.records import Prefecture
from data.standing import FIELDS, is_withdrawn
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.listing import Step, list_part_steps
from pages.answers.scene import Scene

CHANGES_PER_PAGE = 100
TABLE_SUBJECTS: tuple[Subject, ...] = ("city", "doubt", "confirmation", "department name")  # hold values of the table


def narrow_to_changes(view: View) -> View:
    """Keep of a view what decides which changes are told, and in which language."""
    return View(prefectures=() if view.city else view.prefectures, city=view.city, lang=view.lang)


def choose_changes(atlas: Atlas, view: View) -> tuple[Change, ...]:
    """Choose the changes of a view, newest first; those of no place are told only where all are asked for.

    What a city has withdrawn since stands nowhere, so not there either.
    """
    city = atlas.find_city(view.city)
    withdrawn = frozenset(_list_withdrawn(atlas))
    newest_first = (change for change in reversed(atlas.changes) if not _is_about(change.what, withdrawn))
    if city:
        return tuple(change for change in newest_first if change.what.code == city.code)
    if view.prefectures:
        return tuple(change for change in newest_first if _find_prefecture(change) in view.prefectures)
    return tuple(newest_first)


def list_changed_prefectures(atlas: Atlas) -> tuple[Prefecture, ...]:
    """List the prefectures of which a change is told, from north to south."""
    slugs = set(map(_find_prefecture, atlas.changes))
    return tuple(prefecture for prefecture in list_prefectures() if prefecture.slug in slugs)


def count_change_parts(changes: Sequence[Change]) -> int:
    """Count the parts of the page; an empty one has one too."""
    return max(1, -(-len(changes) // CHANGES_PER_PAGE))


def choose_part(changes: Sequence[Change], view: View) -> tuple[Change, ...]:
    """Choose the changes of the part that the view asks for, or of the last there is."""
    number = min(view.page, count_change_parts(changes))
    return tuple(changes[(number - 1) * CHANGES_PER_PAGE : number * CHANGES_PER_PAGE])


def list_change_steps(changes: Sequence[Change], scene: Scene) -> tuple[Step, ...]:
    """List the links to the part before and the part behind."""
    last = count_change_parts(changes)
    view = replace(narrow_to_changes(scene.view), page=min(scene.view.page, last), embed=scene.view.embed)
    return list_part_steps(view, last, scene)


def _list_withdrawn(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield code and field of what cities do not want to be shown."""
    for city in atlas.cities:
        yield from ((city.code, field) for field in FIELDS if is_withdrawn(city.checks, field))


def _is_about(what: Difference, withdrawn: frozenset[tuple[str, str]]) -> bool:
    return what.subject in TABLE_SUBJECTS and (what.code, what.field) in withdrawn


def _find_prefecture(change: Change) -> str:
    place = find_place(change.what.code)
    return place.prefecture.slug if place else ""
