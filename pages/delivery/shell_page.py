"""The page that Streamlit serves at every page address, as text, changed so that less is loaded, and earlier."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Protocol

from pages.delivery.inline_scripts import allow_scripts
from pages.delivery.load_order import queue_files
from pages.delivery.preloads import PreloadLinks
from pages.languages.trusted import read_plainly
from pages.markup.bundles import SIDEBAR_MEMORY

HERE = Path(__file__).parent
APP = re.compile(r'\s*(<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>)')
STYLE = re.compile(r'<link rel="stylesheet"(?=[^>]* href="\./static/css/)')
FONT = re.compile(r'\s*<link\b[^>]*\bas="font"[^>]*>')
ADDRESS = re.compile(r' (?:href|src)="([^"]*)"')


class FirstViewParts(Protocol):
    """The parts of a page that stand there before Streamlit has drawn anything."""

    @property
    def head(self) -> str:
        """HTML for the end of the head."""

    @property
    def body(self) -> str:
        """HTML for the beginning of the body."""

    @property
    def scripts(self) -> Sequence[str]:
        """The scripts that stand in them, of the program and not of data."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""

    @property
    def direction(self) -> str:
        """The direction of its script: ltr or rtl."""

    @property
    def has_classes(self) -> bool:
        """Whether there are Japanese classes that a map may show."""


def edit_shell(html: str, fonts: Mapping[str, str], links: PreloadLinks, first: FirstViewParts | None = None) -> str:
    """Return Streamlit's page with the changes; beside a first view the app starts where the browser is to load it.

    `fonts` are families by the names that Streamlit's theme has for them (bodyFont, …).
    """
    theme = json.dumps({"LIGHT_THEME": dict(fonts), "DARK_THEME": dict(fonts)}).replace("<", "\\u003c")
    sign, crowded = (" data-first", read_plainly(HERE / "crowded.js")) if first else ("", "")
    ours = (
        f"<style>{read_plainly(HERE / 'shell.css')}</style><script>{read_plainly(HERE / 'new_browser.js')}</script>"
        f"<script{sign}>window.__streamlit = {theme};\n"
        f"{read_plainly(SIDEBAR_MEMORY)}{read_plainly(HERE / 'shell.js')}{crowded}</script>"
    )
    html = FONT.sub("", html)
    html = STYLE.sub('<link rel="stylesheet" media="print" data-late', html)
    tags = {ADDRESS.findall(tag)[0]: tag for tag in APP.findall(html)}
    app = links.before + "".join(tags[address] for address in queue_files(list(tags), links.sizes)) + links.after
    if first:
        app = f"<template data-app>{app}</template><script>{read_plainly(HERE / 'start_app.js')}</script>"
    html = APP.sub("", html).replace("</head>", f"{ours}{app}</head>", 1)
    html = allow_scripts(html, first.scripts if first else ())
    return add_first_view(html, first) if first else html


def add_first_view(html: str, first: FirstViewParts) -> str:
    """Put the first view into the page, outside of #root, in the place of what Streamlit says without JavaScript."""
    html = re.sub(r"\s*<noscript>.*?</noscript>", "", html, flags=re.DOTALL)
    if "<title" in first.head:
        html = re.sub(r"\s*<title>.*?</title>", "", html, count=1, flags=re.DOTALL)
    if re.search(r'<link\b[^>]*rel="[^"]*\bicon"', first.head):
        html = re.sub(r'\s*<link rel="shortcut icon"[^>]*>', "", html, count=1)
    html = re.sub(
        r"<html\b[^>]*>", f'<html lang="{escape(first.language)}" dir="{escape(first.direction)}">', html, count=1
    )
    html = html.replace("</head>", f"{first.head}</head>", 1)
    return html.replace("<body>", f"<body>{first.body}", 1)
