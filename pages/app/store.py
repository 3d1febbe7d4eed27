"""Cache of what is the same for all visitors: the map's features as JSON, made anew only when a file has changed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.records import City
from pages.answers.scene import Scene
from pages.maps.features import describe_features
from pages.markup.rendering import dump_json


def get_features_json(scene: Scene) -> str:
    """Return the map's features of the scene's cities as JSON that is safe in a script."""
    cities = scene.shown
    key = (scene.atlas.version, scene.language.code, scene.today, tuple(city.code for city in cities))
    return _dump(key, cities, scene)


@st.cache_resource(show_spinner=False, max_entries=200)
def _dump(key: object, _cities: Sequence[City], _scene: Scene) -> str:  # noqa: ARG001 - the cache's
    return dump_json(describe_features(_cities, _scene))
