"""The addresses of pictures: a file for each language, and in each for every city and every prefecture."""

from __future__ import annotations

from pages.answers.scene import Scene
from pages.markup.link_picture import find_place
from pages.previews.words import can_draw, word_preview

FOLDER = "preview/"  # below the app's root


def find_file(scene: Scene) -> str:
    """Find the file of a scene's picture below the app's root; empty where it cannot be drawn here."""
    return name_file(scene) if can_draw(word_preview(scene)) else ""


def name_file(scene: Scene) -> str:
    """Name the file of a scene's picture."""
    city, prefecture = find_place(scene)
    below = f"/city/{city.slug}" if city else f"/prefecture/{prefecture.slug}" if prefecture else ""
    return f"{FOLDER}{scene.language.code}{below}.png"
