"""Sharing a view: its address to copy, to send, as a QR code, as a frame for another page, and on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from data.settings import read_settings
from pages.address.links import Links
from pages.address.public_url import read_public_url
from pages.address.view import View
from pages.answers.scene import Scene
from pages.languages.ruby import drop_readings
from pages.markup.qr import draw_qr
from pages.markup.rendering import render_template

FRAME_SIZES = (("100%", "900"), ("600", "500"), ("320", "480"))  # width and height in px of the frame on another page


@dataclass(frozen=True, slots=True)
class Share:
    """The ways on from a view.

    `public_root` is the configured address of the app's root, or empty: then the browser knows it better than we do.
    `root` leads there from the page. `qr` is a drawing; where None, `qr_url` is the address of a picture of it.
    """

    address: str
    public_root: str
    root: str
    snippet: str
    sheet_url: str
    sheet_address: str  # absolute, for paper
    qr_url: str
    qr: Markup | None = None
    frame_sizes: tuple[tuple[str, str], ...] = FRAME_SIZES  # of which the snippet has the first
    keeps: bool = False  # the browser keeps copies, and can put the map beside the reader's other apps
    snippet_url: str = ""  # of the page that has a snippet, where this one has none


def build_share(scene: Scene, public_url: str, *, draw: bool) -> Share:
    """Build the ways on; `public_url` is the app's root as the public knows it, or empty: then
    what needs a whole address is left out. With `draw` the QR code is drawn."""
    view, links = scene.handed_on, scene.links
    address = build_address(view, links, public_url)
    return Share(
        address=address,
        public_root=find_public_root(),
        root=links.root,
        snippet=build_snippet(scene, public_url) if public_url else "",
        sheet_url=links.link_sheet(view),
        sheet_address=replace(links, root=f"{public_url}/").link_sheet(view) if public_url else "",
        qr_url=links.link_qr(view),
        qr=draw_qr(address) if draw and public_url else None,
        keeps=read_settings().offline,
    )


def find_public_root() -> str:
    """Return the configured address of the app's root with a slash at the end, or nothing."""
    return f"{configured}/" if (configured := read_public_url()) else ""


def build_address(view: View, links: Links, public_url: str) -> str:
    """Build the absolute address of exactly this view; a view in a frame has that of the whole page."""
    return replace(links, root=f"{public_url}/").link_whole(replace(view, embed=False))


def build_snippet(scene: Scene, public_url: str) -> str:
    """Build the HTML that shows this view in a frame of another page."""
    address = replace(scene.links, root=f"{public_url}/").link_whole(replace(scene.handed_on, embed=True))
    title = drop_readings(scene.language.gettext("Madoguchi Map"))
    return str(render_template("snippet.html", address=address, title=title, size=FRAME_SIZES[0])).strip()
