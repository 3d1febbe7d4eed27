"""Cache of what is the same for all visitors: the map's features as JSON, made anew only when a file has changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.records import City
from pages.answers.atlas import Atlas
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.maps.features import build_features
from pages.markup.rendering import dump_json


def get_features_json(scene: Scene) -> str:
    """Return the map's features of the scene's cities as JSON that is safe in a script."""
    cities = scene.shown
    key = (scene.atlas.version, scene.language.code, tuple(city.code for city in cities))
    return _dump(key, scene.atlas, cities, scene.language)


@st.cache_resource(show_spinner=False, max_entries=200)
def _dump(key: object, _atlas: Atlas, _cities: Sequence[City], _language: Language) -> str:  # noqa: ARG001 - the cache's
    return dump_json(build_features(_cities, _atlas.coordinates, _language, _atlas.offices))
