"""The same rows without the map: every card in full, enough by itself."""

from __future__ import annotations

from pages.answers.atlas import get_atlas
from pages.answers.filters import filter_cities
from pages.app import session
from pages.app.rows import draw_cards, draw_dialog, draw_opened, draw_share, draw_top
from pages.app.saving import draw_download_buttons
from pages.app.sidebar import draw_filters

atlas, view, links, language = get_atlas(), session.get_view(), session.get_links(), session.get_language()
result = filter_cities(atlas.cities, view)

if not view.embed:
    draw_filters(atlas, view, result, language)
draw_top(atlas, view, result, links, language)
draw_opened(atlas, view, result, links, language)
draw_cards(result, view, links, language)
draw_share(view, links, language)
if not view.embed:
    draw_download_buttons(atlas, view, result, links, language)
draw_dialog(language)
