"""A page as plain HTML that needs no script: filter form, answers, map, one row a city that opens to its card."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from data.records import City
from pages.address.view import MAX_QUERY_LENGTH, View, drop_filters
from pages.answers.answers import list_answers, list_notes, list_prefecture_offices
from pages.answers.listing import count_cities
from pages.answers.offers import offer_spoken
from pages.answers.outdated import tell_kept
from pages.answers.scene import Scene
from pages.card.offices import describe_offices
from pages.downloads.download_links import list_downloads
from pages.languages.trusted import read_markup, read_plainly
from pages.maps.asked_places import list_asked
from pages.maps.drawn_map import draw_map
from pages.markup import static_parts
from pages.markup.about import describe_about
from pages.markup.arrivals import address_map, describe_address
from pages.markup.bundles import FRAME_HEIGHT, PAGE, PLAIN, join_files
from pages.markup.change_list import describe_changes
from pages.markup.classes import draw_classes
from pages.markup.course_parts import describe_course_parts, read_course_style
from pages.markup.desk import name_desk
from pages.markup.dialog import render_dialog
from pages.markup.fact_list import describe_facts
from pages.markup.navigation import build_navigation
from pages.markup.rendering import choose_renderer, share_words
from pages.markup.rows import describe_list, describe_opened, link_city
from pages.markup.share import build_share
from pages.markup.shared_files import SharedFiles
from pages.markup.static_courses import link_course_script

WITHOUT_SCRIPTS = PLAIN / "without_scripts.js"
UNSCRIPTED = PLAIN / "unscripted.css"
LANGUAGES = 10  # spoken at most counters, that are offered before the app is there
APP_SCRIPTS = (WITHOUT_SCRIPTS, PLAIN / "first_view.js")  # an old browser has to read these
FRAME_SCRIPTS = (FRAME_HEIGHT,)  # and these, of a view in a frame


def render_page(scene: Scene, public_url: str = "", shared: SharedFiles | None = None) -> Markup:
    """Render the page of a scene; `public_url` is the address of the app's root, to hand on.

    With `shared`, as in a static edition, it links what it has in common with other pages; else it carries all.
    """
    view, links, language = scene.view, scene.links, scene.language
    values: dict[str, object] = {
        **share_words(language),
        "page": links.page,
        "header": build_navigation(scene),
        "search_id": "fv-q",
        "about_url": links.link_page("about", view),
        "changes_url": links.link_page("changes", view),
        "quality_url": links.link_page("quality", view),
        "embed": view.embed,
        "kept": tell_kept(scene.atlas, language),
        "full_url": links.link_whole(replace(view, embed=False)),
        "static": links.is_static,
        "address": describe_address(view, links) if links.is_static else None,
        **_describe_parts(shared, scene),
        "page_script": links.link_script(join_files().page_script),  # answers the other buttons
    }
    if links.page == "about":
        values |= describe_about(scene)
    elif links.page == "changes":
        values |= describe_changes(scene)
    elif links.page == "quality":
        values |= describe_facts(scene)
    else:
        values |= _describe_rows(scene, shared)
        share = build_share(scene, public_url, draw=shared is None)
        values["share"] = static_parts.share_beside(share, scene, shared) if shared else share
    return choose_renderer(lean=links.is_static)("first_view.html", **values)


def _describe_parts(shared: SharedFiles | None, scene: Scene) -> dict[str, object]:
    """Describe the style sheet and the scripts: carried, or linked where other pages have them too."""
    if shared is None:
        scripts = read_scripts(embed=scene.view.embed)
        more = () if scene.links.has_rows else ("reading",)
        carried: dict[str, object] = {"style": _read_page_style(scene, *more), "scripts": scripts}
        carried |= {"unscripted_style": read_markup(UNSCRIPTED)}
        return carried | {"style_url": None, "script_urls": (), "dialog_url": None, "course_script_url": None}
    linked = static_parts.link_parts(shared, scene, _read_page_style(scene, "desk", "reading"))
    linked |= {"course_script_url": link_course_script(shared, scene)}
    # what stands in for files that did not come is none itself
    return linked | {"scripts": (read_plainly(WITHOUT_SCRIPTS),), "dialog_url": None}


def _describe_rows(scene: Scene, shared: SharedFiles | None) -> dict[str, object]:
    atlas, view, links, language = scene.atlas, scene.view, scene.links, scene.language
    result = scene.result
    brief = static_parts.is_brief(scene)
    opened = atlas.find_city(view.city) if brief else scene.opened
    listed = [city for city in result.cities if city != opened]
    alone = static_parts.is_city_page(view, links)  # and has no use for a link to itself
    drawn = (
        draw_map(
            (opened,) if opened and alone else scene.shown,
            atlas.coordinates.values(),
            language,
            among=atlas.cities,
            link=None if alone else lambda city: link_city(city, scene),
            asked=list_asked(scene),
        )
        if links.page == "map"
        else None
    )
    if drawn and alone:  # thousands of pages have one; the interactive map marks its prefecture
        drawn = replace(drawn, chosen="")
    return {
        "view": view,
        "longest_query": MAX_QUERY_LENGTH,
        "count_text": count_cities(len(result.cities), len(atlas.cities), language),
        "reset_url": links.link_view(drop_filters(view)),
        **describe_course_parts(scene),
        "city_url": links.link_view(View(city="{slug}", lang=view.lang)) if links.is_static else "",
        "map_url": address_map(scene) if links.is_static else "",
        "describe": partial(describe_offices, language=language, now=scene.moment),
        "draw_classes": partial(draw_classes, scene=scene),
        "answers": () if static_parts.is_city_page(view, links) else list_answers(scene),
        "prefecture_offices": list_prefecture_offices(scene),
        "spoken": () if links.is_static else offer_spoken(scene)[:LANGUAGES],  # the app has them all
        "any_url": links.link_view(replace(view, speaks=None, page=1)),
        "offices_elsewhere": static_parts.list_offices_elsewhere(scene),
        **_describe_opened(opened, scene, shared),
        "opened_notes": list_notes(scene) if opened else (),
        "close_url": links.link_view(replace(view, city=None)) if view.city else None,
        "map": drawn,
        "land_url": static_parts.link_land(shared, links, drawn) if shared and drawn else None,
        "dots_url": static_parts.link_dots(shared, links, drawn) if shared and drawn else None,
        "downloads": static_parts.choose_downloads(list_downloads(scene), scene),
        "buttons_url": None,
        "names_url": static_parts.link_names(shared, links, atlas.cities) if shared else None,
        "dialog": None if shared else render_dialog(language, links.link_script(name_desk(language))),
        "dialog_url": static_parts.link_dialog(shared, links, language) if shared else None,
        **static_parts.describe_ways_back(scene),
        **describe_list(listed, scene),
    }


def _describe_opened(opened: City | None, scene: Scene, shared: SharedFiles | None) -> dict[str, object]:
    """Describe the opened row; in an edition its text for the counter is on a page of its own, as that of many."""
    row = describe_opened(opened, scene) if opened else None
    url = None
    if row and row.asking and shared:
        url = static_parts.link_counter(shared, scene.links, row.asking.counter, scene.language)
    return {"opened": row, "counter_url": url}


def read_scripts(*, embed: bool = False) -> tuple[Markup, ...]:
    """Return the scripts that a page of the app carries: copying works at once, the other buttons may wait."""
    return tuple(map(read_plainly, (PAGE / "page.js", *APP_SCRIPTS, *(FRAME_SCRIPTS if embed else ()))))


def _read_page_style(scene: Scene, *more: str) -> Markup:
    style = read_style(*more, with_classes=bool(scene.atlas.courses))
    return style + read_course_style(scene)


def read_style(*more: str, with_classes: bool = False) -> Markup:
    """Return the style sheet of the page, the cards' included: with that of classes, and with `more` of the app's."""
    names = ("colours", "card", *(("course",) if with_classes else ()), "dialog", *more, "frame")
    first = (PAGE / f"{name}.css" for name in names)
    return read_plainly(*first, PLAIN / "first_view.css", PAGE / "print.css")
