"""The screen that opens over the page: the sentences of all choices, which its script shows, hides and fills."""

from __future__ import annotations

import re

from markupsafe import Markup

from pages.languages.bilingual import Bilingual
from pages.languages.language import Language
from pages.languages.spoken import find_native, list_spoken
from pages.letters import report, request
from pages.letters.asking import join_times, name_days
from pages.letters.report import LineName, get_receiver, name_lines
from pages.letters.sentences import translate
from pages.markup.desk import describe_desk
from pages.markup.rendering import render_template, share_words

PLACE = re.compile(r"\{(\w+)\}")


def render_dialog(language: Language, desk_url: str = "") -> Markup:
    """Draw the screen once for all cities of a page; nothing in it depends on a city.

    With `desk_url` it asks for its tools there when it opens (see pages/markup/desk.py); else they are in it.
    """
    _ = language.gettext
    return render_template(
        "dialog.html",
        **share_words(language),
        **describe_desk(language),
        desk_url=desk_url,
        alone=False,
        purposes=(("learn", _("Learn Japanese")), ("help", _("Get advice")), ("other", _("Something else"))),
        levels=(("beginner", _("Beginner")), ("some", _("A little")), ("talk", _("I can talk"))),
        days=name_days(language),
        join=join_times(language),
        where=translate(request.WHERE[:1], language),
        spoken=list_spoken(language),
        native=find_native(language),
        lines=list_lines(language),
        counter=translate(request.COUNTER, language),
        subjects=translate(request.SUBJECTS, language),
        letter=translate(request.LETTER, language),
        report_subjects=translate(report.SUBJECTS, language),
        report=translate(report.LETTER, language),
        receiver=get_receiver(),
        split=PLACE.split,
    )


def list_lines(language: Language) -> dict[LineName, Bilingual]:
    """List the lines of a card that can be right or wrong, each with its name."""
    return {line: Bilingual(name, report.LINES[line]) for line, name in name_lines(language).items()}
