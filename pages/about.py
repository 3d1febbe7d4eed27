"""What this map is and is not: source, doubts, licences, privacy."""

from __future__ import annotations

from pages.parts import session
from pages.parts.atlas import get_atlas
from pages.parts.frame import draw
from pages.parts.header import build_header
from pages.parts.remarks import list_doubts

atlas, language = get_atlas(), session.get_language()

draw("title.html", language, heading=build_header(session.get_view(), session.get_links(), language).heading)
draw("about.html", language, count=len(atlas.cities), doubts=list_doubts(atlas.cities, language))
