"""The interactive map without Streamlit: a document of its own with the same layer, shown in a frame of the pages."""

from __future__ import annotations

from dataclasses import asdict

from markupsafe import Markup

from pages.answers.scene import Scene
from pages.languages.ruby import BASE, END, READING
from pages.maps.features import build_texts, describe_features
from pages.maps.map_options import MAP_OPTIONS, list_regions
from pages.maps.record_code import encode_records
from pages.maps.tiles import REFERRER_POLICY, list_tile_sources
from pages.maps.venues import describe_venues
from pages.markup.bundles import join_files
from pages.markup.rendering import dump_json, render_template, share_words

CARRIED = {ord(sign): f"\\u{ord(sign):04x}" for sign in (BASE, READING, END)}  # else templates make ruby of them


def render_static_map(scene: Scene) -> Markup:
    """Render the map of all cities as a whole HTML document; the data stands in it as JSON, which nothing runs."""
    links, language = scene.links, scene.language
    bundles = join_files()
    venues = describe_venues(scene, links.link_script(bundles.venue_script))
    data = {
        "features": encode_records(describe_features(scene.atlas.cities, scene)),
        "texts": build_texts(language),
        "outlines": {
            "neighbours": links.link_script(bundles.neighbours),
            "prefectures": links.link_script(bundles.prefectures),
        },
        "regions": list_regions(),
        **({"venues": venues} if venues else {}),
        "options": asdict(MAP_OPTIONS),
        "tiles": [asdict(source) | {"referrer_policy": REFERRER_POLICY} for source in list_tile_sources()],
    }
    return render_template(
        "static_map.html",
        **share_words(language),
        root=links.root,
        styles=[links.link_script(f"leaflet/{name}") for name in ("leaflet.css",)]
        + [links.link_script(name) for name in (bundles.map_style, "static_map.css")],
        scripts=[links.link_script(name) for name in ("leaflet/leaflet.js", bundles.map_script, "static_map.js")],
        data=Markup(dump_json(data).translate(CARRIED)),  # noqa: S704 - no < in it
    )
