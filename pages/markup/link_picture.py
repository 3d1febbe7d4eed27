"""The picture that link previews show: what it is of, and its words for those who do not see it."""

from __future__ import annotations

from data.places.gazetteer import list_prefectures
from data.records import City, Prefecture
from pages.answers.scene import Scene
from pages.languages.names import name_place, name_prefecture

PICTURE = (1200, 630)  # px
PLAIN_FILE = "preview.png"  # below the app's root, of all Japan, in English


def find_place(scene: Scene) -> tuple[City | None, Prefecture | None]:
    """Find the city that a scene is about, with its prefecture; without one its only prefecture, or neither."""
    if not scene.links.has_rows:
        return None, None
    if city := scene.atlas.find_city(scene.view.city):
        return city, city.prefecture
    slugs = scene.view.prefectures
    return None, next((one for one in list_prefectures() if len(slugs) == 1 and one.slug in slugs), None)


def describe_picture(scene: Scene) -> str:
    """Say what the picture of a scene shows, in its language."""
    _, (city, prefecture) = scene.language.gettext, find_place(scene)
    if prefecture is None:
        return _("Map of Japan with the listed cities")
    name = name_prefecture(prefecture, scene.language)
    if city is None:
        return name
    return _("{city}, {prefecture}").format(city=name_place(city.place, scene.language).text, prefecture=name)
