"""What the page about the map needs, in the app and without it."""

from __future__ import annotations

from pages.answers.scene import Scene
from pages.card.remarks import list_doubts
from pages.letters.new_class import write_class_url
from pages.markup.privacy import list_traces


def describe_about(scene: Scene) -> dict[str, object]:
    """Describe what is known of the map and its tables, and where somebody who holds a class turns to."""
    atlas, links, language = scene.atlas, scene.links, scene.language
    return {
        "count": len(atlas.cities),
        "doubts": list_doubts(atlas.cities, language),
        "traces": list_traces(language, static=links.is_static),
        "looked": bool(atlas.looks),
        "has_classes": bool(atlas.courses),
        "class_url": write_class_url(),
        "quality_url": links.link_page("quality", scene.view),
    }
