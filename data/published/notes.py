"""Notes that every published file carries about itself, where its format has room for them."""

from __future__ import annotations

from data.published.record import PublishedCity

TITLE = "City offices in Japan that help with Japanese-language classes"
SOURCE = (
    "Columns and wording match the Agency for Cultural Affairs' list of municipal divisions in charge of "
    "Japanese-language education. Edition, date and licence of this copy are not confirmed."
)
OFFICES = (
    "Associations: the list of CLAIR and pages of their own. Counters: the Immigration Services Agency's list of July "
    "2024 and pages of cities and prefectures. Each row has its source and date; we have called none."
)
CLASSES = (
    "Japanese classes: as their organisers or their cities describe them. Each row has its source; a class whose last "
    "day is over is of last year: ask whether it goes on."
)
LICENCE = "No licence is claimed for this table. Names, codes and city hall coordinates: japancode (MIT), data CC0."
NOTICE = "Not an official site: no city and no ministry runs it. Things may have changed: ask the office."
POSITION = (
    "position_of=city_hall: the point is the city hall, not the department and not the class. "
    "position_of=prefecture_middle: the point is the middle of the prefecture, not the office. Degrees WGS84."
)
ABOUT = {
    "title": TITLE,
    "source": SOURCE,
    "offices": OFFICES,
    "licence": LICENCE,
    "notice": NOTICE,
    "position": POSITION,
}


def describe_position(city: PublishedCity) -> str:
    """Say in one line what a city's point is, and where."""
    what = {
        "city_hall": "the city hall, not this office",
        "prefecture_middle": "the middle of the prefecture, not this office",
    }[city.position_of]
    if city.latitude is None or city.longitude is None:
        return f"position_of={city.position_of}: the place of {what} is not known yet"
    return f"position_of={city.position_of}: {city.latitude}, {city.longitude} (degrees WGS84) is {what}"
