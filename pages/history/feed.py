"""A feed of changes: what it is called, what it names, and in which formats it is written."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass

from data.history.records import Change
from data.places.gazetteer import list_prefectures
from pages.answers.japan_time import JAPAN_TIME
from pages.answers.scene import Scene
from pages.history.selection import choose_changes, narrow_to_changes
from pages.history.wording import tell_change
from pages.languages.names import name_place, name_prefecture
from pages.languages.ruby import drop_readings, show_brackets

MOST = 100  # entries of a feed, the newest
NOTHING_YET = datetime.date(1970, 1, 1)  # the day of a feed without an entry, which has to have one
_NAMES = uuid.UUID("5d1c1d9e-3c0b-5a53-8a5e-6d61646f6775")  # of the feeds; made up once, and never to be changed


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed; `url` is empty where nobody knows the map's address."""

    urn: str
    title: str
    text: str
    updated: datetime.datetime
    url: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; `page_url` and `own_url` are empty where nobody knows the map's address."""

    urn: str
    title: str
    author: str
    tag: str  # of its language
    updated: datetime.datetime
    page_url: str
    own_url: str
    entries: tuple[FeedEntry, ...]


def name_feed(scene: Scene) -> str:
    """Name the feed of a view: the site, what it tells, and of which places."""
    language = scene.language
    _ = language.gettext
    city = scene.atlas.find_city(scene.view.city)
    chosen = [one for one in list_prefectures() if one.slug in scene.view.prefectures]
    places = [name_place(city.place, language).text] if city else [name_prefecture(one, language) for one in chosen]
    told = language.colon.join(filter(None, (_("What changed"), language.join_names(places))))
    return drop_readings(f"{_('Madoguchi Map')} · {told}")


def describe_feed(scene: Scene, file: str, *, has_address: bool = True) -> Feed:
    """Describe the feed of a scene; with the map's address unknown it has no links, rather than wrong ones."""
    view, links, language = narrow_to_changes(scene.view), scene.links, scene.language
    changes = choose_changes(scene.atlas, view)[:MOST]
    scope = f"{file} {view.city or ''} {' '.join(sorted(view.prefectures))} {language.code}"
    return Feed(
        urn=f"urn:uuid:{uuid.uuid5(_NAMES, scope)}",
        title=name_feed(scene),
        author=drop_readings(language.gettext("Madoguchi Map")),
        tag=language.tag,
        updated=_begin_day(changes[0].day if changes else NOTHING_YET),
        page_url=links.link_page("changes", view) if has_address else "",
        own_url=links.link_feed(file, view) if has_address else "",
        entries=tuple(_describe_entry(change, scene, has_address=has_address) for change in changes),
    )


def _describe_entry(change: Change, scene: Scene, *, has_address: bool) -> FeedEntry:
    language = scene.language
    told = tell_change(change, scene)
    place = told.place.text if told.place else ""
    title = language.colon.join(filter(None, (place, told.heading)))
    lines = [told.name] if told.name and told.name not in {text for said in told.sayings for text in said.texts} else []
    lines += [f"{said.word}{language.colon}{' · '.join(said.texts)}" for said in told.sayings]
    lines += [told.reason] if told.reason else []
    return FeedEntry(
        told.urn,
        drop_readings(title),
        show_brackets("\n".join(lines or [title])),
        _begin_day(told.day),
        told.url if has_address else "",
    )


def _begin_day(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), JAPAN_TIME)
