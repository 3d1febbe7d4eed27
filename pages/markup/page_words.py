"""What a page is called, in browsers and in messages, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from data.places.gazetteer import list_prefectures
from data.records import City
from pages.answers.scene import Scene
from pages.history.feed import name_feed
from pages.languages.names import name_place, name_prefecture


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page's title, the one that messengers show, who name the site apart, and a sentence on what is there."""

    title: str
    shared: str
    description: str


def name_title(scene: Scene) -> str:
    """Return the page's title for browser and history: the opened city, or the chosen prefectures and the page."""
    return word_page(scene).title


def word_page(scene: Scene) -> PageWords:
    """Word the page of a scene; with an opened city it is about that."""
    city, _ = scene.atlas.find_city(scene.view.city), scene.language.gettext
    match scene.links.page:
        case "about":
            text = _("Source, doubts, licences and privacy of a map of city offices and Japanese classes in Japan.")
            return _name(_("About"), text, scene)
        case "quality":
            text = _("How much of the table has been looked at, and when.")
            return _name(_("How well the facts are known"), text, scene)
        case "changes":
            title = name_feed(scene)
            return PageWords(title, title, _("Each day is when this map changed, not when the office did."))
    return _word_city(city, scene) if city else _word_rows(scene)


def _word_city(city: City, scene: Scene) -> PageWords:
    language = scene.language
    office = name_place(city.place, language)
    text = language.gettext(
        "Japanese classes, the department in charge, its e-mail and website in {city}, {prefecture}, as listed."
    )
    text = text.format(city=office.text, prefecture=name_prefecture(city.prefecture, language))
    return _name(f"{office.text} {office.ja}".strip(), text, scene)


def _word_rows(scene: Scene) -> PageWords:
    language, _ = scene.language, scene.language.gettext
    chosen = [one for one in list_prefectures() if one.slug in scene.view.prefectures]
    names = language.join_names([name_prefecture(one, language) for one in chosen])
    places = f"{names}{language.colon}" if chosen else ""
    page = _("Map") if scene.links.page == "map" else _("List")
    text = _("City offices for foreign residents in Japan: where to learn Japanese, whom to ask, e-mail and website.")
    shared = f"{places}{_('Find your city office and a Japanese class')}"
    return PageWords(f"{places}{page} · {_('Madoguchi Map')}", shared, f"{places}{text}")


def _name(name: str, description: str, scene: Scene) -> PageWords:
    return PageWords(f"{name} · {scene.language.gettext('Madoguchi Map')}", name, description)
