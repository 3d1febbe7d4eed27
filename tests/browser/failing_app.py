"""The app where the page about the map, the end of the list and every sheet break, with a visitor's words in it."""

import sys
from pathlib import Path
from typing import NoReturn

import streamlit as st

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from pages.card import remarks
from pages.paper import sheet

SEARCH = "himitsu"


def fail(*_args: object, **_options: object) -> NoReturn:
    """Stand for a mistake in the program that shows with what somebody has searched for."""
    raise ValueError(f"cannot understand {SEARCH!r}")


remarks.list_doubts = fail
sheet.render_sheet = fail

from pages.answers.scene import Scene
from pages.app import frame
from pages.app.failures import tell_failure
from pages.delivery.stack import build_middleware, build_routes

draw_whole_footer = frame.draw_footer


def draw_footer(scene: Scene) -> None:
    """Break on the list alone."""
    if scene.links.page == "cities":
        fail()
    draw_whole_footer(scene)


frame.draw_footer = draw_footer

app = st.App(
    str(ROOT / "pages" / "main.py"),
    middleware=build_middleware(),
    routes=build_routes(),
    on_script_error=tell_failure,
)
