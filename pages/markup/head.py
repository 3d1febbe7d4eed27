"""Head of a page: title, description and picture for link previews, and the offices as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from markupsafe import Markup

from data.courses.records import Course
from data.offices import Counter
from data.records import City
from data.settings import read_settings
from pages.address.links import MANIFEST, Links, format_query
from pages.address.view import View
from pages.answers.listing import ROWS_PER_PAGE
from pages.answers.offices import choose_offices
from pages.answers.scene import Scene
from pages.card.course_list import find_courses
from pages.history.feed import name_feed
from pages.history.feed_formats import FEED_FORMATS
from pages.history.selection import narrow_to_changes
from pages.languages.language import Language, list_languages
from pages.markup.contact_points import build_contact_points
from pages.markup.course_points import build_courses
from pages.markup.link_picture import PICTURE, PLAIN_FILE, describe_picture
from pages.markup.page_words import word_page
from pages.markup.rendering import choose_renderer, embed_json
from pages.markup.static_parts import is_long


def render_head(scene: Scene, public_url: str, picture: str = "") -> Markup:
    """Render the tags for the head; a page with an opened city is about that city. `public_url` may be empty.

    `picture` is the file of the scene's own picture below the app's root; without one it has that of all.
    """
    view, links, language = scene.view, scene.links, scene.language
    city = scene.atlas.find_city(view.city)
    words = word_page(scene)
    # a page that is kept for everybody may not know its host: there the browser and the searcher make addresses whole
    root = f"{public_url}/" if public_url else links.root
    public = replace(links, root=root)
    shown = replace(scene.handed_on, query="", choices=(), embed=False)
    canonical = public.link_page(links.page, shown)
    cities = (city,) if city else scene.result.cities[:ROWS_PER_PAGE]
    offices = build_offices(cities, _choose_counters(city, scene))
    offices["@graph"] += build_courses(_choose_courses(city, scene))
    return choose_renderer(lean=links.is_static)(
        "first_view_head.html",
        _=language.gettext,
        words=words,
        canonical=canonical,
        icon_root=links.root,
        manifest_url=_link_manifest(scene),
        root=root,
        public_url=public_url,
        picture=picture or PLAIN_FILE,
        picture_size=PICTURE,
        picture_alt=describe_picture(scene) if picture else language.gettext("Map of Japan with the listed cities"),
        locale=name_locale(language.tag),
        locales=() if links.is_static else list_other_locales(language),
        languages=() if links.is_static else list_alternates(public, shown),  # there the sitemap names them
        offices=embed_json(offices) if links.has_rows and not links.is_static else None,
        feeds=_list_feeds(scene) if links.page != "about" else (),
    )


def _link_manifest(scene: Scene) -> str:
    """Return the address of the manifest, without which a browser keeps no copy of a page; a static edition's is named
    by its script, and a page that is part of another's has none."""
    if not read_settings().offline or scene.view.embed or scene.links.is_static:
        return ""
    return f"{scene.links.root}{MANIFEST}{format_query(View(lang=scene.language.code))}"


def _list_feeds(scene: Scene) -> list[tuple[str, str, str]]:
    """List the feeds of the page's places: media type, title, address; of files that many pages have, one."""
    view = narrow_to_changes(scene.handed_on)
    if scene.links.is_static and scene.opened and is_long(scene.atlas.cities):  # its cities have no feeds of their own
        view = View(prefectures=(scene.opened.prefecture.slug,), lang=view.lang)
    title = name_feed(scene)
    formats = FEED_FORMATS[:1] if scene.links.is_static else FEED_FORMATS
    return [(one.media_type, title, scene.links.link_feed(one.file, view)) for one in formats]


@cache  # Babel takes half a millisecond for each, and a page names all
def name_locale(tag: str) -> str:
    """Name a language as link previews do, with the territory that most of its readers live in: zh_TW for zh-Hant."""
    try:
        locale = Locale.parse(tag, sep="-")
        likely = get_global("likely_subtags")
        territory = (
            locale.territory or Locale.parse(likely.get(str(locale)) or likely.get(locale.language, "")).territory
        )
    except (ValueError, UnknownLocaleError):
        return tag.replace("-", "_")
    return f"{locale.language}_{territory}" if territory and territory.isalpha() else locale.language


def list_other_locales(language: Language) -> tuple[str, ...]:
    """List the languages that the page has besides, as link previews name them."""
    own = name_locale(language.tag)
    return tuple(dict.fromkeys(name for one in list_languages() if (name := name_locale(one.tag)) != own))


def list_alternates(public: Links, view: View) -> list[tuple[str, str]]:
    """List the page's addresses by language tag, one each; without a language it is for whoever is left."""
    tags = [
        language.tag
        for language in list_languages()
        if language.tag == language.code and public.has_language(language.code)
    ]
    named = [(tag, public.link_page(public.page, replace(view, lang=tag))) for tag in tags]
    return [*named, ("x-default", public.link_page(public.page, replace(view, lang=None)))]


def build_offices(cities: Iterable[City], counters: Iterable[Counter] = ()) -> dict[str, Any]:
    """Build the offices in the vocabulary of schema.org; where an office is we do not know, only the city hall.

    `counters` are those of the only city, where there is one.
    """
    points = build_contact_points(counters)
    return {"@context": "https://schema.org", "@graph": [_build_office(city, points) for city in cities]}


def _choose_counters(city: City | None, scene: Scene) -> tuple[Counter, ...]:
    return choose_offices(scene.atlas.offices, city.place).counters if city else ()


def _choose_courses(city: City | None, scene: Scene) -> list[Course]:
    """Choose the classes of the only city that are not over."""
    return [course for course in find_courses(city.place, scene) if not course.is_over(scene.today)] if city else []


def _build_office(city: City, points: list[dict[str, Any]]) -> dict[str, Any]:
    contacts = [{"@type": "ContactPoint", "email": email} for email in city.emails]
    urls = [link.original for link in city.websites]
    contacts += [{"@type": "ContactPoint", "url": url} for url in urls[1:]]
    contacts += points
    locality = {} if city.place.kind == "prefecture" else {"addressLocality": city.place.en}
    address = {"@type": "PostalAddress", **locality, "addressRegion": city.prefecture.en, "addressCountry": "JP"}
    office = {
        "@type": "GovernmentOffice",
        "name": "; ".join(city.departments) or city.place.en,
        "parentOrganization": {
            "@type": "GovernmentOrganization",
            "name": city.place.en,
            "alternateName": city.place.ja,
        },
        "address": address,
        "url": urls[0] if urls else None,
        "contactPoint": contacts,
    }
    return {name: value for name, value in office.items() if value}
