"""The few English words that Streamlit itself puts on a page, in the reader's language."""

from __future__ import annotations

import json

from pages.languages.language import Language


def dump_streamlit_words(language: Language) -> str:
    """Return them as a JSON object from English to the reader's words; {name} is any text, such as what is removed."""
    _ = language.get_label
    trying = _("The map's server does not answer. Trying again…")
    missing, no_map = (
        _("There is no page at this address."),
        _("The interactive map could not be loaded; this page works without it."),
    )
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
        "Close": _("Close"),
        "Connecting": _("No connection"),
        "Connecting to Streamlit server": trying,
        "Unable to connect to Streamlit server": trying,
        "Running...": _("Loading…"),
        "Connection error": _("No connection"),
        "Connection timed out.": trying,
        "Connection failed with status {name}": trying,
        "Cannot connect to Streamlit{name}": trying,
        "Is Streamlit still running?{name}": trying,
        "Streamlit server is not responding.{name}": trying,
        "Page not found": missing,
        "You have requested page {name}": _("This is the map."),
        "The page that you have requested {name}": _("This is the map."),
        "Your app is having trouble loading the{name}": no_map,
        "streamlit_folium.st_folium": "",
        " component.": "",
        "If this is an installed component {name}": "",
        "For more troubleshooting help{name}": "",
        "Streamlit Component docs": "",
    }
    return json.dumps(words, ensure_ascii=False)
