"""Filter by a language that is spoken at counters: which rows are left, and which other counters speak it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.offices import Counter
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.filters import Result, filter_cities
from pages.answers.offices import Speakers, choose_offices, split_by_language


def find_result(atlas: Atlas, view: View) -> Result:
    """Answer a view: of the rows that it filters to those whose counter speaks the language, if it asks for one."""
    result = filter_cities(atlas.cities, view)
    if view.speaks is None:
        return result
    speaking = tuple(
        city for city in result.cities if _speaks(choose_offices(atlas.offices, city.place).counters, view.speaks)
    )
    return replace(result, cities=speaking)


def find_speakers(atlas: Atlas, view: View) -> Speakers:
    """Find the counters of the chosen prefectures, or of all, by how far the language that is asked for is spoken."""
    chosen = [
        counter
        for counter in atlas.offices.counters
        if not view.prefectures or counter.place.prefecture.slug in view.prefectures
    ]
    return split_by_language(chosen, view.speaks or "")


def list_spoken(atlas: Atlas) -> tuple[str, ...]:
    """List the languages (BCP 47, without script and region) of all counters, those of most counters first."""
    counts: dict[str, int] = {}
    for counter in atlas.offices.counters:
        for code in {tag.partition("-")[0] for tag in (*counter.languages, *counter.phone_languages)}:
            counts[code] = counts.get(code, 0) + 1
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))


def _speaks(counters: Iterable[Counter], language: str) -> bool:
    speakers = split_by_language(counters, language)
    return bool(speakers.spoken or speakers.interpreted)
