"""The few English words that Streamlit itself puts on a page, in the reader's language."""

from __future__ import annotations

import json

from pages.parts.language import Language


def dump_streamlit_words(language: Language) -> str:
    """Give them as a JSON object from English to the reader's words; {name} is the name of what is removed."""
    _ = language.get_label
    words = {
        "Sidebar": _("Filters"),
        "Collapse sidebar": _("Hide the filters"),
        "Expand sidebar": _("Show the filters"),
        "Selected values": _("Chosen"),
        "Remove {name}": _("Remove {name}"),
        "Clear all": _("Remove all"),
        "Open": _("Show the choices"),
        "Dismiss": _("Close"),
        "No results": _("Nothing found"),
        "Press Enter to apply": _("Press Enter to search"),
    }
    return json.dumps(words, ensure_ascii=False)
