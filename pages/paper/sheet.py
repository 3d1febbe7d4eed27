"""A sheet of paper with all that is known of some cities, in the reader's language with Japanese beside it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from data.records import Place
from pages.address.links import Links
from pages.address.view import View
from pages.answers.answers import list_answers
from pages.answers.atlas import Atlas
from pages.answers.course_list import list_on_paper
from pages.answers.course_summary import summarize_courses
from pages.answers.listing import choose_rows, count_cities, list_steps
from pages.answers.outdated import tell_kept
from pages.answers.scene import Scene
from pages.card.offices import describe_briefly, describe_contacts, describe_offices
from pages.languages.bilingual import Bilingual
from pages.languages.dates import write_date
from pages.languages.language import Language, load_language
from pages.languages.names import name_prefecture
from pages.languages.trusted import read_markup
from pages.markup.bundles import COURSE_STYLE, PAGE, PLAIN
from pages.markup.course_parts import describe_found
from pages.markup.navigation import LANGUAGES_SHOWN, sort_languages
from pages.markup.qr import draw_qr
from pages.markup.rendering import choose_renderer, render_template, share_words
from pages.markup.share import build_address
from pages.markup.shared_files import SharedFiles
from pages.markup.static_parts import is_long, link_qr
from pages.paper.pairs import JAPANESE, pair, pair_words
from pages.paper.paper_map import PaperMap, Stamp, draw_paper_map
from pages.paper.sheet_city import describe_block
from pages.paper.sheet_courses import MAX_IN_BRIEF, describe_course_table

STYLES, SCRIPT = (PAGE / "colours.css", PLAIN / "sheet.css"), PLAIN / "sheet.js"
CLASSES = PLAIN / "sheet_classes.css"  # where there are any
LONGEST_ADDRESS = 100  # characters of one that somebody may type; longer ones are set small


def render_sheet(scene: Scene, public_url: str, today: datetime.date, shared: SharedFiles | None = None) -> Markup:
    """Render the sheet of a scene: its opened city, else the cities it shows, as a whole HTML document.

    `public_url` is the app's root without a slash at the end, for the way back, or empty, which leaves it
    out; `today` is printed. With `shared` it links what it has in common with other sheets.
    """
    language = scene.language
    view = replace(scene.view, lang=language.code, embed=False)  # so no link of the sheet is without parameters
    scene = replace(scene, view=view)
    return choose_renderer(lean=scene.links.is_static)(
        "sheet.html",
        **share_words(language),
        both=pair_words(language),
        **_describe_parts(shared, scene),
        today=today,
        written=write_date(today, language),
        root=scene.links.root,
        **_describe_cities(scene, shared),
        **_describe_ways(scene, public_url, shared),
    )


def _describe_cities(scene: Scene, shared: SharedFiles | None) -> dict[str, object]:
    atlas, view, links, language = scene.atlas, scene.view, scene.links, scene.language
    named = tuple(city for slug in (view.city, *view.choices) if (city := atlas.find_city(slug)))
    by_prefecture = links.is_static and not named and not view.prefectures and is_long(atlas.cities)
    listed = named or (() if by_prefecture else scene.result.cities)
    cities, single = choose_rows(listed, view), len(listed) == 1
    drawn = draw_paper_map(cities, atlas.coordinates.values(), language)
    describe = describe_briefly if single else describe_contacts
    blocks = [describe_block(city, number, scene, describe) for number, city in enumerate(cities, start=1)]
    return {
        "single": single,
        "longest": LONGEST_ADDRESS,
        "blocks": blocks,
        "contacts": not single and any(part.field == "counter" for block in blocks for part in block.parts),
        "looked": any(counter.look for counter in atlas.offices.counters),
        "halls": any(city.place.kind != "prefecture" for city in cities),
        "map": drawn,
        "land_url": _link_land(shared, links, drawn) if shared else None,
        "stamp_url": _link_stamp(shared, links, drawn.stamp) if shared else None,
        "link_qr": partial(link_qr, shared, links) if shared else None,
        "prefectures": list_sheets(scene) if by_prefecture else (),
        "describe": partial(describe_offices, language=language),
        "draw_classes": partial(_draw_classes, scene=scene),
        "in_brief": MAX_IN_BRIEF,
        "answers": () if named else list_answers(scene),
        "count": _pair_count(len(named or scene.result.cities), len(atlas.cities), language),
        "steps": list_steps(listed, scene),
        "summary": None if named else summarize_courses(scene),
        "courses": None if named else list_on_paper(scene),
        "describe_course": partial(describe_found, scene=scene),
        "kept": _pair_kept(atlas, language),
    }


def _draw_classes(place: Place, scene: Scene) -> Markup:
    """Draw the classes of a place that is no city of the table."""
    table, language = describe_course_table(place, scene), scene.language
    draw = choose_renderer(lean=scene.links.is_static)
    words = {**share_words(language), "both": pair_words(language)}
    return draw("sheet_classes.html", table=table, **words) if table else Markup()


def _pair_count(shown: int, total: int, language: Language) -> Bilingual:
    return pair(*(count_cities(shown, total, one) for one in (language, load_language(JAPANESE))))


def _pair_kept(atlas: Atlas, language: Language) -> Bilingual | None:
    """Say in both languages of when the data are, if newer ones could not be read."""
    text, ja = (tell_kept(atlas, one) for one in (language, load_language(JAPANESE)))
    return pair(text, ja or "") if text else None


def list_sheets(scene: Scene) -> list[tuple[str, str]]:
    """List the sheets of all prefectures, by name: nobody prints a table of hundreds of cities at once."""
    links, language, view = scene.links, scene.language, View(lang=scene.view.lang)
    return [
        (name_prefecture(one, language), links.link_view(replace(view, prefectures=(one.slug,))))
        for one in scene.atlas.list_prefectures()
    ]


def _describe_parts(shared: SharedFiles | None, scene: Scene) -> dict[str, object]:
    """Describe style sheet and script: carried, or linked where other sheets have them too."""
    styles = (*STYLES, CLASSES) if scene.atlas.courses else STYLES
    if scene.view.class_filter_count:
        styles = (*styles, COURSE_STYLE)
    if shared is None:
        return {"style": read_markup(*styles), "script": read_markup(SCRIPT), "style_url": None, "script_url": None}
    style_url, script_url = (
        scene.links.link_script(shared.add(name, partial(read_markup, *files)))
        for name, files in (("sheet.css", styles), ("sheet.js", (SCRIPT,)))
    )
    return {"style_url": style_url, "script_url": script_url}


def _describe_ways(scene: Scene, public_url: str, shared: SharedFiles | None) -> dict[str, object]:
    """Describe the ways on: back to the map, to the other sheets."""
    view, links, language = scene.view, scene.links, scene.language
    address = build_address(view, links, public_url) if public_url else ""
    return {
        "address": address,
        "qr": draw_qr(address) if address and not shared else None,
        "about_url": links.link_page("about", View(lang=view.lang)),
        "about_address": _find_about(links, view, public_url),
        "back_url": links.link_page("map", view),
        "whole_url": links.link_view(replace(view, city=None)) if view.city else None,
        "languages": [(one, links.link_view(replace(view, lang=one.code))) for one in sort_languages(language, links)],
        "shown": LANGUAGES_SHOWN,
    }


def _find_about(links: Links, view: View, public_url: str) -> str:
    """Return the absolute address of the page that says all of where the facts come from; empty if it is not known."""
    public = replace(links, root=f"{public_url}/")
    return public.link_page("about", View(lang=view.lang)) if public_url else ""


def _link_land(shared: SharedFiles, links: Links, drawing: PaperMap) -> str:
    """Return the address of the picture of the land below a map on paper."""
    draw = partial(render_template, "land_paper.svg", map=drawing)
    return links.link_script(shared.add("land-paper.svg", draw, drawing.height, drawing.land, drawing.home))


def _link_stamp(shared: SharedFiles, links: Links, stamp: Stamp | None) -> str | None:
    """Return the address of the picture of Japan that shows where a map on paper is, if it has one."""
    if stamp is None:
        return None
    return links.link_script(shared.add("stamp.svg", partial(render_template, "stamp.svg", stamp=stamp), stamp))
