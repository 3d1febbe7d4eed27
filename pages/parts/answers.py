"""The answer to what a visitor asked for: the opened city's card, or what to do where there is no row."""

from __future__ import annotations

import streamlit as st

from data.records import City, Place
from pages.parts import session
from pages.parts.atlas import Atlas
from pages.parts.card import describe_city, render_card, render_template
from pages.parts.filters import Result
from pages.parts.language import Language
from pages.parts.view import View

MOST_PLACES = 4  # places of one name that are answered one by one


def draw_card(atlas: Atlas, view: View, result: Result, language: Language) -> None:
    """Draw the card of the opened city, or of the only row found."""
    _ = language.gettext
    opened = atlas.find_city(view.city)
    city = opened or (result.cities[0] if len(result.cities) == 1 else None)
    if city is None:
        return
    with st.container(key="card", border=True):
        if opened and opened not in result.cities:
            st.html(render_template("note.html", text=_("This city is outside your filter, so it is not on the map.")))
        if city.code not in atlas.coordinates:
            st.html(render_template("note.html", text=_("The place of this city on the map is not known yet.")))
        st.html(render_card(describe_city(city, language), language))
        if opened:
            st.button(_("Close"), key="close-card", on_click=session.open_city, args=(None,))


def draw_answers(atlas: Atlas, view: View, result: Result, language: Language) -> None:
    """Say what a query meant where it is not simply in the table; never an empty page.

    All in one container that is always there: what follows keeps its place, and so the map its frame.
    """
    with st.container(key="answers"):
        _draw_each_answer(atlas, view, result, language)


def _draw_each_answer(atlas: Atlas, view: View, result: Result, language: Language) -> None:
    _ = language.gettext
    _draw_choices(atlas, view, language)
    if not result.cities and result.elsewhere:
        _draw_note(_("Not in the prefectures you chose, but here:"))
        _draw_city_buttons([(city, None) for city in result.elsewhere], "elsewhere", language)
    elif not result.cities and not result.unlisted:
        _draw_note(_("Nothing found. Try the name of a city, in any spelling, or show all cities again."))
        st.button(_("Show all cities"), key="show-all", on_click=session.reset_filters)
    for place in result.unlisted[:MOST_PLACES]:
        _draw_unlisted(atlas, place, language)
    if len(result.unlisted) > MOST_PLACES:
        more = language.ngettext(
            "{count} more place has this name. Write its prefecture too.",
            "{count} more places have this name. Write its prefecture too.",
            len(result.unlisted) - MOST_PLACES,
        )
        _draw_note(more.format(count=len(result.unlisted) - MOST_PLACES))
    _draw_unplaced(atlas, result, language)


def _draw_choices(atlas: Atlas, view: View, language: Language) -> None:
    choices = [city for city in map(atlas.find_city, view.choices) if city]
    if choices:
        _draw_note(language.gettext("More than one place has this name. Which one?"))
        _draw_city_buttons([(city, None) for city in choices], "choice", language)


def _draw_unlisted(atlas: Atlas, place: Place, language: Language) -> None:
    _ = language.gettext
    name = place.prefecture.en if place.kind == "prefecture" else f"{place.en} ({place.prefecture.en})"
    nearest = atlas.list_nearest(place)
    text = _("Not in this table. The nearest listed city halls:")
    st.html(render_template("unlisted.html", name=name, name_ja=place.ja, text=text))
    _draw_city_buttons([(one.city, one.km) for one in nearest], place.code, language)


def _draw_city_buttons(rows: list[tuple[City, float | None]], key: str, language: Language) -> None:
    _ = language.gettext
    with st.container(horizontal=True, key=f"offers-{key}"):
        for city, km in rows:
            name = f"{city.place.en} ({city.prefecture.en})"
            label = name if km is None else _("{city}: {km} km").format(city=name, km=round(km))
            st.button(
                label,
                key=f"offer-{key}-{city.slug}",
                on_click=session.open_city,
                args=(city.slug,),
                kwargs={"drop_filters": True},
            )


def _draw_unplaced(atlas: Atlas, result: Result, language: Language) -> None:
    unplaced = atlas.list_unplaced(result.cities)
    if unplaced:
        text = language.gettext("Not on the map, because their place is not known yet; they are in the list: {cities}")
        _draw_note(text.format(cities=", ".join(city.place.en for city in unplaced)))


def _draw_note(text: str) -> None:
    st.html(render_template("note.html", text=text))
