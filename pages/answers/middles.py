"""Middle of a prefecture: the point that distances are measured from where a prefecture itself is asked about."""

from __future__ import annotations

from statistics import fmean

from data.boundaries import PREFECTURES_FILE, compute_middle
from data.places.gazetteer import list_places
from data.records import Prefecture
from pages.health.broken import note_broken, note_whole

PART = "middles of prefectures"


def find_middle(prefecture: Prefecture) -> tuple[float, float]:
    """Return (latitude, longitude), degrees WGS84, well inside a prefecture.

    Without its outline, which is then told as broken, it is the mean of its municipalities' offices: near enough to say
    which cities are the nearest.
    """
    try:
        middle = compute_middle(prefecture.code)
    except Exception as error:
        note_broken(PART, f"{PREFECTURES_FILE}: {error!r}; bring back the file as it was shipped")
        return _average_offices(prefecture)
    note_whole(PART)
    return middle


def _average_offices(prefecture: Prefecture) -> tuple[float, float]:
    offices = [
        (place.latitude, place.longitude)
        for place in list_places()
        if place.prefecture == prefecture and place.latitude is not None and place.longitude is not None
    ]
    latitudes, longitudes = zip(*offices, strict=True)
    return fmean(latitudes), fmean(longitudes)
