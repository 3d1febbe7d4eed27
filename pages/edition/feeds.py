"""The edition's feeds: of all changes in each language; of each prefecture and city in that of the edition's root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pages.address.view import View
from pages.answers.scene import Scene
from pages.edition.links import find_feed
from pages.edition.pages import Edition, link
from pages.history.feed import describe_feed
from pages.history.feed_formats import FEED_FORMATS
from pages.languages.language import load_language
from pages.markup.static_parts import is_long


def list_feeds(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield each feed's path below the edition's root, and its text; of a long table cities have none of their own."""
    atlas = edition.atlas
    views = [View(), *(View(lang=language.code) for language in edition.languages)]
    views += [View(prefectures=(prefecture.slug,)) for prefecture in atlas.list_prefectures()]
    views += [] if is_long(atlas.cities) else [View(city=city.slug) for city in atlas.cities]
    for view in views:
        for one in FEED_FORMATS:
            name = find_feed(one.file, view)
            yield (
                name,
                one.write(
                    describe_feed(_set_scene(edition, view, name), one.file, has_address=bool(edition.public_url))
                ),
            )


def _set_scene(edition: Edition, view: View, name: str) -> Scene:
    folder = f"{name.rpartition('/')[0]}/".lstrip("/")
    links = link(edition, "changes", folder)
    if edition.public_url:
        links = replace(links, root=f"{edition.public_url}/")
    return Scene(edition.atlas, view, links, load_language(view.lang or links.home))
