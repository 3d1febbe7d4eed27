"""Word that the data shown are not the newest, because those were saved badly."""

from __future__ import annotations

from pages.answers.atlas import Atlas
from pages.answers.japan_time import JAPAN_TIME
from pages.languages.language import Language


def tell_kept(atlas: Atlas, language: Language) -> str | None:
    """Say of when the data are, in the time of Japan, if newer ones could not be read; else None."""
    if atlas.kept_from is None:
        return None
    text = language.gettext("The newest data could not be read. You see the data of {time}.")
    return text.format(time=atlas.kept_from.astimezone(JAPAN_TIME).strftime("%Y-%m-%d %H:%M"))
