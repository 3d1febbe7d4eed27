"""What this map is and is not: source, doubts, licences, privacy."""

from __future__ import annotations

import streamlit as st

from pages.parts.card import render_template
from pages.parts.doubts import list_doubts
from pages.parts.language import load_language
from pages.parts.store import get_atlas

language = load_language()
_ = language.gettext
atlas = get_atlas()

st.title(_("About this map"), anchor=False)
st.html(render_template("about.html", _=_, count=len(atlas.cities), doubts=list_doubts(atlas.cities, language)))
