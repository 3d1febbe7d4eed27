"""The words of a shared link's picture, in the reader's language, and whether they can be drawn on this machine."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial

from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.names import name_place, name_prefecture
from pages.languages.ruby import drop_readings
from pages.markup.link_picture import find_place
from pages.previews.fonts import find_fonts

DRAWER = "resvg_py"
PURPOSE = "Find your city office and a Japanese class"  # messages that the catalogues have
NOTES = ("This is not an official site.", "Boundaries: Japan Meteorological Agency website, processed")
JAPANESE = "市"  # a sign of the Japanese names that stand in every picture


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a picture in the language of a tag, without readings; what stands `below` its title is smaller."""

    tag: str
    brand: str
    title: str
    below: tuple[str, ...]
    purpose: str
    notes: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """All its texts."""
        return (self.brand, self.title, *self.below, self.purpose, *self.notes)


def word_preview(scene: Scene) -> Words:
    """Word the picture of a scene: of its city, of its only prefecture, or of the map."""
    language = scene.language
    say = partial(_say, language)
    title, *below = map(drop_readings, _name_place(scene))
    brand = say("Madoguchi Map")
    return Words(
        language.tag,
        brand if title else "",
        title or brand,
        tuple(text for text in below if text not in {"", title}),
        say(PURPOSE),
        tuple(map(say, NOTES)),
    )


def _name_place(scene: Scene) -> tuple[str, str, str]:
    """Name the city or the prefecture, in Japanese or kana beside it, and the city's prefecture; else nothing."""
    language, (city, prefecture) = scene.language, find_place(scene)
    if city:
        name = name_place(city.place, language)
        beside = city.place.kana if language.readings else name.ja
        return name.text, beside, name_prefecture(city.prefecture, language)
    if prefecture:
        return name_prefecture(prefecture, language), prefecture.kana if language.readings else prefecture.ja, ""
    return "", "", ""


def _say(language: Language, message: str) -> str:
    return drop_readings(language.gettext(message))


def can_draw(words: Words) -> bool:
    """Tell whether this machine has the fonts, and what draws with them."""
    return has_drawer() and find_fonts(words.texts) is not None


@cache
def has_drawer() -> bool:
    """Tell whether the package that draws is installed."""
    return importlib.util.find_spec(DRAWER) is not None


def list_undrawn(languages: Iterable[Language]) -> tuple[str, ...]:
    """List the codes of languages whose pictures cannot be drawn here: their links show the plain picture."""
    texts = {language.code: _say(language, PURPOSE) for language in languages}
    return tuple(code for code, text in texts.items() if not has_drawer() or find_fonts([text, JAPANESE]) is None)
