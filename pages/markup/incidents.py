"""Words for a visitor whom something has failed."""

from __future__ import annotations

from pages.languages.language import Language


def tell_incident(number: str, language: Language) -> str:
    """Say that something went wrong, and the number under which the log has it."""
    _ = language.gettext
    sentences = [
        _("Something went wrong here. Load the page again, or try the list."),
        _("If you report this, name the number {number}.").format(number=number),
    ]
    return language.gap.join(sentences)
