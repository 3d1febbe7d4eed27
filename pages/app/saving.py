"""The published files in the app: as links, and as buttons where a host does not pass our addresses on."""

from __future__ import annotations

import streamlit as st

from pages.address.links import Links
from pages.address.view import View
from pages.answers.answers import find_opened
from pages.answers.atlas import Atlas
from pages.answers.filters import Result
from pages.app.frame import draw
from pages.downloads.download_links import Download, list_downloads
from pages.downloads.downloads import name_download, write_download
from pages.languages.language import Language
from pages.languages.ruby import show_brackets

SHOWN = "downloads"  # key of what the session remembers: whether the block stands open


def draw_download_links(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> None:
    """Draw the links, closed at first, and the way to the page that has buttons."""
    downloads = list_downloads(view, links, language, find_opened(atlas, view, result))
    draw("downloads.html", language, downloads=downloads, buttons_url=links.link_page("cities", view))


def draw_download_buttons(atlas: Atlas, view: View, result: Result, links: Links, language: Language) -> None:
    """Draw links and buttons once they are asked for; a file is written only when its button is pressed.

    No expander: it would load Streamlit's icon font, 375 KB.
    """
    _ = language.get_label
    shown = st.session_state.get(SHOWN, False)
    st.button(_("Close") if shown else _("Take the data away"), key="take-data", on_click=_toggle)
    if not shown:
        return
    downloads = list_downloads(view, links, language, find_opened(atlas, view, result))
    draw("download_list.html", language, downloads=downloads)
    with st.container(horizontal=True):
        for place, one in enumerate(downloads):
            _draw_button(atlas, one, f"download-{place}", language)


def _toggle() -> None:
    st.session_state[SHOWN] = not st.session_state.get(SHOWN, False)


def _draw_button(atlas: Atlas, one: Download, key: str, language: Language) -> None:
    file = name_download(one.format, one.rows)
    st.download_button(
        show_brackets(language.gettext("Save {file}").format(file=file)),
        data=lambda: write_download(one.format, atlas, one.rows).encode(),
        file_name=file,
        mime=one.format.media_type,
        key=key,
        on_click="ignore",
    )
