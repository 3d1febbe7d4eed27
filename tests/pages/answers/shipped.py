"""What is said and shown of a query, on the shipped table."""

from data.folder import locate_files
from pages.address.links import Links
from pages.address.view import View
from pages.answers.answers import list_answers
from pages.answers.atlas import load_atlas
from pages.answers.place_answers import Answer
from pages.answers.scene import Scene
from pages.languages.language import load_language
from pages.markup.plain_page import render_page
from tests.pages.parsed_html import Document, read_html

ATLAS = load_atlas(locate_files({}))
ENGLISH = load_language()


def show(view: View, language: str = "en") -> Scene:
    """Build the scene of a view on the shipped table."""
    return Scene(ATLAS, view, Links("map"), load_language(language))


def answer(query: str, language: str = "en") -> tuple[Answer, ...]:
    """What is said of a query."""
    return list_answers(show(View(query=query), language))


def render(query: str, language: str = "en") -> Document:
    """The page of a query."""
    return read_html(render_page(show(View(query=query), language)))
