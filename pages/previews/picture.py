"""The picture of a shared link: a name that can be read from afar, what the map is for, and where the place is.

The name stands in the middle, since some messengers cut a square out of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from pages.answers.middles import find_middle
from pages.answers.scene import Scene
from pages.maps.drawn_land import MAIN_ISLANDS, find_chosen, find_land, widen_bounds
from pages.maps.land_paths import WIDTH_PX, measure_height, project
from pages.markup.link_picture import PICTURE, find_place
from pages.markup.rendering import render_template
from pages.previews.fitting import FittedLine, fit_line, fit_lines
from pages.previews.fonts import find_fonts
from pages.previews.words import Words, word_preview

SQUARE = 600.0  # px that a line may take up
MAP_BOX = (260.0, 360.0)  # px, at the right
EDGE, TOP = 30.0, 60.0  # px beside the map, and above it


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a picture shows: words, and places in degrees WGS84, longitude first.

    Each of `spots` is a dot; `chosen` is a place in the prefecture that stands out.
    """

    words: Words
    spots: tuple[tuple[float, float], ...]
    chosen: tuple[float, float] | None = None


def describe_preview(scene: Scene) -> Preview:
    """Describe the picture of a scene: of its city, of its only prefecture, or of the map."""
    city, prefecture = find_place(scene)
    cities = [one for one in scene.atlas.cities if not prefecture or one.prefecture == prefecture]
    found = map(scene.atlas.coordinates.get, [one.code for one in ([city] if city else cities)])
    spots = tuple(dict.fromkeys((place.longitude, place.latitude) for place in found if place))
    chosen = None
    if prefecture:
        latitude, longitude = find_middle(prefecture)
        chosen = spots[0] if city and spots else (longitude, latitude)
    return Preview(word_preview(scene), spots, chosen)


def draw_preview(preview: Preview) -> bytes:
    """Draw a picture as a PNG file. Raises ImportError without the package that draws, ValueError if it cannot."""
    import resvg_py  # here, so that all else works without it

    svg = render_template("preview.svg", **place_words(preview.words), **_place_map(preview))
    fonts = [str(path) for path in find_fonts(preview.words.texts) or ()]
    return bytes(resvg_py.svg_to_bytes(svg_string=str(svg), skip_system_fonts=True, font_files=fonts))


def place_words(words: Words) -> dict[str, tuple[FittedLine, ...]]:
    """Compute the lines of each part with the sizes of their letters, and which fonts draw them."""
    fit = partial(fit_line, tag=words.tag, width=SQUARE)
    return {
        "brand": (fit(words.brand, most=36, least=24),),
        "name": (fit(words.title, most=150, least=60, bold=True),),
        "below": (fit(" · ".join(words.below), most=52, least=24),),
        "purpose": fit_lines(words.purpose, words.tag, SQUARE, most=38, least=24),
        "notes": tuple(fit(text, most=most, least=14) for text, most in zip(words.notes, (24, 18), strict=True)),
    }


def _place_map(preview: Preview) -> dict[str, object]:
    """Compute how large the picture is, where the map stands in it, what stands out in it, and the dots."""
    bounds = widen_bounds(MAIN_ISLANDS, preview.spots)
    height = measure_height(bounds)
    scale = min(MAP_BOX[0] / WIDTH_PX, MAP_BOX[1] / height)
    return {
        "width": PICTURE[0],
        "height": PICTURE[1],
        "map_size": (WIDTH_PX, height),
        "map_place": (PICTURE[0] - EDGE - WIDTH_PX * scale, TOP, WIDTH_PX * scale, height * scale),
        "land": find_land(bounds),
        "chosen": find_chosen(bounds, (preview.chosen,)) if preview.chosen else "",
        "dots": [project(bounds, *spot) for spot in preview.spots],
    }
