"""The list of changes, day by day, with the links to filter it and to follow it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from pages.answers.scene import Scene
from pages.history.feed_formats import FEED_FORMATS
from pages.history.selection import (
    choose_changes,
    choose_part,
    list_change_steps,
    list_changed_prefectures,
    narrow_to_changes,
)
from pages.history.wording import tell_change
from pages.languages.dates import write_date
from pages.languages.names import name_place, name_prefecture


def describe_changes(scene: Scene) -> dict[str, object]:
    """Return what the template of the list needs: the days of one part, newest first, and the links around them."""
    atlas, links, language = scene.atlas, scene.links, scene.language
    view = replace(narrow_to_changes(scene.view), embed=scene.view.embed)
    changes = choose_changes(atlas, view)
    told = [tell_change(change, scene) for change in choose_part(changes, scene.view)]
    days = [(write_date(day, language), list(group)) for day, group in groupby(told, key=lambda change: change.day)]
    whole = replace(view, prefectures=(), city=None)
    city = atlas.find_city(view.city)
    # of the edition's pages only the whole list has parts; who wants one city's has its feed
    filters = () if links.is_static else list_changed_prefectures(atlas)
    feed_view = replace(narrow_to_changes(scene.handed_on), embed=False)
    return {
        "days": days,
        "chosen": view.prefectures,
        "filtered": bool(view.prefectures or city),
        "city": name_place(city.place, language) if city else None,
        "whole_url": links.link_view(whole),
        "filters": [
            (one.slug, name_prefecture(one, language), links.link_view(replace(whole, prefectures=(one.slug,))))
            for one in filters
        ],
        "steps": list_change_steps(changes, scene),
        "feeds": [(one.name, links.link_feed(one.file, feed_view)) for one in FEED_FORMATS],
    }
