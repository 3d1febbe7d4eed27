"""Languages that are spoken at counters: where one is, and which are."""

from __future__ import annotations

from data.records import Place
from pages.address.view import View
from pages.answers.atlas import Atlas
from pages.answers.offices import Speakers, choose_offices, split_by_language


def has_speaker(atlas: Atlas, place: Place, language: str) -> bool:
    """Tell whether a language is spoken at a place's counter, by somebody there or on the telephone."""
    speakers = split_by_language(choose_offices(atlas.offices, place).counters, language)
    return bool(speakers.spoken or speakers.interpreted)


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
