"""Cache of what is the same for all visitors: what the map shows, made anew only when a file has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data.records import City
from pages.address.view import keep_filters
from pages.answers.scene import Scene
from pages.maps.features import describe_features
from pages.maps.record_code import encode_records
from pages.maps.venues import describe_venues
from pages.markup.rendering import dump_json


def get_features_json(scene: Scene) -> str:
    """Return the map's features of the scene's cities in their code, as JSON that is safe in a script."""
    cities = scene.shown
    key = (scene.atlas.version, scene.language.code, scene.today, tuple(city.code for city in cities))
    return _dump(key, cities, scene)


def get_venues(scene: Scene, script: str) -> dict[str, Any] | None:
    """Return where the scene's classes are held, for the map's layer; None where there are none."""
    if not scene.atlas.courses:
        return None
    filters = keep_filters(scene.view)
    key = (scene.atlas.version, scene.language.code, scene.today, filters, tuple(city.code for city in scene.shown))
    return _describe(key, scene, script)


@st.cache_resource(show_spinner=False, max_entries=200)
def _describe(key: object, _scene: Scene, _script: str) -> dict[str, Any] | None:  # noqa: ARG001 - the cache's
    return describe_venues(_scene, _script)


@st.cache_resource(show_spinner=False, max_entries=200)
def _dump(key: object, _cities: Sequence[City], _scene: Scene) -> str:  # noqa: ARG001 - the cache's
    return dump_json(encode_records(describe_features(_cities, _scene)))
