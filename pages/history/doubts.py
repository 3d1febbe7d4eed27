"""A doubt that came or went, in the reader's words: what the source says, what may be right, while it stands why."""

from __future__ import annotations

import re

from data.history.records import Difference
from pages.answers.scene import Scene
from pages.languages.language import Language

_STATED = re.compile(r"(.*?)(?: → (.*?)( \?)?)?", re.DOTALL)  # as data.history states it: source, better, open


def write_doubt(stated: str, language: Language) -> tuple[str, ...]:
    """Write a doubt as a card has it: what the source says, and what may be right or is shown instead."""
    source, better, is_open = _split(stated)
    _ = language.gettext
    is_applied = bool(better) and not is_open
    if is_applied:
        doubted = _("Read differently from the source.")
    else:
        doubted = _("Doubtful: perhaps {better}.").format(better=better) if better else _("Doubtful.")
    sentence = _("The source says: “{source}”. {reason}").format(source=source, reason=doubted)
    return (sentence, better) if is_applied else (sentence,)


def find_reason(what: Difference, scene: Scene) -> str:
    """Return why there is the doubt that a change has brought, "" if it no longer stands so."""
    source, better, is_open = _split(what.new)
    rows = (row for city in scene.atlas.cities if city.code == what.code for row in city.corrections)
    for row in rows:
        stated = " ".join(row.source_value.split()), " ".join(row.better_value.split())
        if (row.field, *stated) == (what.field, source, better) and (not better or row.applied != is_open):
            return scene.language.gettext(row.reason)
    return ""


def _split(stated: str) -> tuple[str, str, bool]:
    found = _STATED.fullmatch(stated)
    return (found[1], found[2] or "", bool(found[3])) if found else (stated, "", False)
