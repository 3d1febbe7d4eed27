"""Sheets of the shipped table, as tests render and read them."""

import datetime
import re
from functools import cache

from data.folder import locate_files
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.languages.language import list_languages, load_language
from pages.paper.sheet import render_sheet

HERE = "https://map.example.jp"
TODAY = datetime.date(2026, 1, 2)
LANGUAGES = [language.code for language in list_languages()]
VIEWS = (View(city="kyoto"), View(prefectures=("kanagawa",)), View())


@cache
def read_atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def render(view: View, code: str = "en", atlas: Atlas | None = None) -> str:
    """Render a sheet."""
    return str(render_sheet(Scene(atlas or read_atlas(), view, Links("map"), load_language(code)), HERE, TODAY))


def read_plain(text: str) -> str:
    """Return text without spaces, and without the readings that ruby adds in brackets."""
    return re.sub(r"\s|\([ぁ-ゖー]+\)", "", text)
