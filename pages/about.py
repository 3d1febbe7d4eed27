"""The page about the map: source, doubts, licences, privacy."""

from __future__ import annotations

from pages.address.navigation import build_header
from pages.answers.atlas import get_atlas
from pages.app import session
from pages.app.frame import draw
from pages.card.remarks import list_doubts

atlas, language = get_atlas(), session.get_language()

draw("title.html", language, heading=build_header(session.get_view(), session.get_links(), language).heading)
draw("about.html", language, count=len(atlas.cities), doubts=list_doubts(atlas.cities, language))
