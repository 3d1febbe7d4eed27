"""The published files in the app: as links, and as buttons where a host does not pass our addresses on."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.answers.scene import Scene
from pages.app.frame import draw
from pages.app.session import get_visit, toggle_downloads
from pages.downloads.download_links import Download, list_downloads
from pages.downloads.downloads import name_download, write_download
from pages.evidence.facts import choose_facts, narrow_to_facts
from pages.evidence.table_file import FILE, MEDIA_TYPE, write_facts
from pages.languages.ruby import show_brackets


def draw_download_links(scene: Scene) -> None:
    """Draw the links, closed at first, and the way to the page that has buttons."""
    buttons_url = scene.links.link_page("cities", scene.view)
    draw("downloads.html", scene.language, downloads=list_downloads(scene), buttons_url=buttons_url)


def draw_download_buttons(scene: Scene) -> None:
    """Draw links and buttons once they are asked for; a file is written only when its button is pressed.

    No expander: it would load Streamlit's icon font, 375 KB.
    """
    _ = scene.language.get_label
    shown = get_visit().downloads_open
    st.button(_("Close") if shown else _("Download the data"), key="take-data", on_click=toggle_downloads)
    if not shown:
        return
    downloads = list_downloads(scene)
    draw("download_list.html", scene.language, downloads=downloads)
    with st.container(horizontal=True):
        for place, download in enumerate(downloads):
            _draw_button(download, f"download-{place}", scene)


def draw_facts_button(scene: Scene) -> None:
    """Draw the button for the file of facts: where a host passes our addresses on there is a link as well."""
    view = narrow_to_facts(scene.view)
    _save(FILE, MEDIA_TYPE, "save-facts", scene, lambda: write_facts(choose_facts(scene.atlas, view)))


def _draw_button(download: Download, key: str, scene: Scene) -> None:
    file = name_download(download.format, download.rows)
    media_type = download.format.media_type
    _save(
        file, media_type, key, scene, lambda: write_download(download.format, scene.atlas, download.rows, scene.today)
    )


def _save(file: str, media_type: str, key: str, scene: Scene, write: Callable[[], str]) -> None:
    st.download_button(
        show_brackets(scene.language.gettext("Save {file}").format(file=file)),
        data=lambda: write().encode(),
        file_name=file,
        mime=media_type,
        key=key,
        on_click="ignore",
    )
