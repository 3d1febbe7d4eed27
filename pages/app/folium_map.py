"""The Folium map: an empty, constant base map and one layer of cities, drawn by maps/assets/city_layer.js."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

import folium
import streamlit as st
import streamlit.components.v1 as components
from branca.element import MacroElement
from folium.map import Layer
from folium.template import Template
from js_lib_leaflet import __file__ as leaflet_package
from streamlit_folium import st_folium
from xyzservices import TileProvider

from pages.address.links import ADDRESS
from pages.answers.scene import Scene
from pages.app.store import get_venues
from pages.maps.asked_places import list_asked
from pages.maps.features import build_texts
from pages.maps.map_options import MAP_OPTIONS, list_regions
from pages.maps.tiles import REFERRER_POLICY, list_tile_sources
from pages.markup.bundles import join_files
from pages.markup.rendering import TEMPLATES, dump_json

KEY = "map"
HEIGHT = 520  # px; the style sheets adapt it to the screen

# Where Streamlit serves folders beside the map's frame; the addresses are relative, so any base path works.
BUNDLES = f"../../{ADDRESS}"
LEAFLET = f"../{__name__}.leaflet/"


class CityLayer(Layer):
    """The cities as one Leaflet layer: its data JSON (features as encode_records writes them), its code constant."""

    _template = Template((TEMPLATES / "city_layer.js").read_text(encoding="utf-8"))

    def __init__(self, features_json: str, settings: Mapping[str, object]) -> None:
        super().__init__(name="cities", overlay=True, control=False)
        self._name = "FeatureGroup"  # streamlit-folium adds the variable of that name to the map
        self.features = features_json
        self.settings = dump_json(settings)


class BaseMap(folium.Map):
    """A map that leaves the links to its scripts and styles to streamlit-folium, which reads them from the class.

    Else folium compiles a template for each of them at every rerun, for a page head that nobody is sent.
    """

    def render(self, **kwargs: object) -> str:
        """Render the map and what stands on it."""
        return str(MacroElement.render(self, **kwargs))  # type: ignore[no-untyped-call] # branca has no types


def build_base_map() -> BaseMap:
    """Build the map without cities: the same for all visitors, so its frame stays through every rerun."""
    options = asdict(MAP_OPTIONS)
    base = BaseMap(location=options.pop("center"), zoom_start=options.pop("zoom"), tiles=None, **options)
    bundles = join_files()
    scripts = (f"{LEAFLET}leaflet.js", f"{BUNDLES}{bundles.map_script}")
    styles = (f"{LEAFLET}leaflet.css", f"{BUNDLES}{bundles.map_style}")
    base.default_js = [(Path(url).name, url) for url in scripts]
    base.default_css = [(Path(url).name, url) for url in styles]
    for number, source in enumerate(list_tile_sources()):
        folium.TileLayer(
            TileProvider(
                name=source.name, url=source.url, attribution=source.credit
            ),  # a bare URL is searched in a list
            name=source.name,
            attr=source.credit,
            min_zoom=MAP_OPTIONS.min_zoom,
            min_native_zoom=source.min_zoom,
            max_zoom=source.max_zoom,
            referrer_policy=REFERRER_POLICY,
            show=number == 0,
        ).add_to(base)
    folium.LayerControl(position="topleft").add_to(base)
    return base


@cache
def declare_leaflet() -> None:
    """Let Streamlit serve Leaflet's files; it takes folders only while a page runs."""
    components.declare_component("leaflet", path=str(Path(leaflet_package).parent / "static" / "js_lib_leaflet"))


def render_map(
    features_json: str,
    opening: tuple[str | None, int],
    on_choice: Callable[[str], None],
    on_closing: Callable[[str], None],
    scene: Scene,
) -> None:
    """Draw the map with these features (get_features_json), and the places that the scene asks for.

    `opening` is the city whose popup to open, and the count of such orders: a new count opens it again. Before the
    rerun that follows, `on_choice` gets the slug of a city that the visitor opened on the map, and `on_closing`, when
    the popup was closed there, the count of the last order that the map knew of.
    """
    declare_leaflet()
    slug, order = opening
    bundles = join_files()
    outlines = {"neighbours": f"{BUNDLES}{bundles.neighbours}", "prefectures": f"{BUNDLES}{bundles.prefectures}"}
    # the order as text: in the browser a large number is not exact
    settings: dict[str, object] = {
        "texts": build_texts(scene.language),
        "outlines": outlines,
        "regions": list_regions(),
    }
    settings |= {"open": slug, "order": str(order), "places": [asdict(place) for place in list_asked(scene)]}
    if venues := get_venues(scene, f"{BUNDLES}{bundles.venue_script}"):
        settings["venues"] = venues
    layer = CityLayer(features_json, settings)
    with st.container(key="map-frame"):
        st_folium(
            build_base_map(),
            key=KEY,
            height=HEIGHT,
            width=None,
            returned_objects=["last_active_drawing"],
            feature_group_to_add=[layer],
            render=False,
            on_change=lambda: _report(on_choice, on_closing),
        )


def _report(on_choice: Callable[[str], None], on_closing: Callable[[str], None]) -> None:
    drawing = (st.session_state.get(KEY) or {}).get("last_active_drawing") or {}
    match drawing.get("properties"):
        case {"slug": str(slug)}:
            on_choice(slug)
        case {"slug": None, "order": str(order)}:
            on_closing(order)
