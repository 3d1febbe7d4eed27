"""The page of how well the facts are known: a summary for everybody, below it each fact with what vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from data.standing import is_outdated
from pages.address.view import LACKS, Lack, View
from pages.answers.scene import Scene
from pages.evidence.facts import Fact, choose_facts, list_facts, narrow_to_facts
from pages.evidence.summary import Summary, summarize
from pages.evidence.table_file import DOUBTS, FILE, SOURCE
from pages.languages.dates import write_date
from pages.languages.language import Language
from pages.languages.names import Name, name_place, name_prefecture
from pages.letters.report import name_fields
from pages.markup.static_parts import is_long


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in the reader's words, and what is known of it."""

    word: str
    text: str
    url: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """A city's facts, where they stand in the source's table, and where its point is from."""

    name: Name
    url: str
    line: str
    point: str
    rows: tuple[FactRow, ...]


def describe_facts(scene: Scene) -> dict[str, object]:
    """Return what the template of the page needs; of a long table the facts of chosen places, else their file alone."""
    atlas, links, language = scene.atlas, scene.links, scene.language
    view = replace(narrow_to_facts(scene.view), embed=scene.view.embed)
    is_brief = is_long(atlas.cities) and not (view.prefectures or view.city)
    facts = () if is_brief else choose_facts(atlas, view)
    whole = replace(view, prefectures=(), city=None, missing=None)
    lacks = name_lacks(language)
    chosen = () if links.is_static else atlas.list_prefectures()
    return {
        "said": say_summary(summarize(list_facts(atlas)), language),
        "groups": _list_groups(facts, scene),
        "is_brief": is_brief,
        "filters": [
            (
                name_prefecture(one, language),
                links.link_view(replace(whole, prefectures=(one.slug,), missing=view.missing)),
                one.slug in view.prefectures,
            )
            for one in chosen
        ],
        "lacks": []
        if links.is_static
        else [(lacks[lack], links.link_view(replace(view, missing=lack)), lack == view.missing) for lack in LACKS],
        "whole_url": links.link_view(whole) if view.prefectures or view.city or view.missing else None,
        "download": (
            FILE,
            links.link_data(FILE, narrow_to_facts(replace(view, lang=None)) if not links.is_static else View()),
        ),
    }


def name_lacks(language: Language) -> dict[Lack, str]:
    """Name what a fact can lack."""
    _ = language.gettext
    return {
        "answer": _("Link without a known answer"),
        "confirmation": _("Not confirmed by the city"),
        "certainty": _("With a doubt"),
    }


def say_summary(summary: Summary, language: Language) -> tuple[str, ...]:
    """Say in plain sentences how much has been looked at, and when."""
    _ = language.gettext
    said = []
    if summary.last_answer:
        text = _("{count} of {total} links answered, the last on {date}.")
        day = write_date(summary.last_answer, language)
        said.append(text.format(count=summary.answered, total=summary.links, date=day))
    else:
        said.append(_("Nobody has opened the {total} links yet.").format(total=summary.links))
    lines = _("Lines that the city itself has confirmed: {count} of {total}.")
    said.append(lines.format(count=summary.confirmed, total=summary.lines))
    said.append(
        _("Facts with a doubt beside them: {count} of {total}.").format(count=summary.doubted, total=summary.facts)
    )
    if summary.oldest:
        said.append(_("The oldest of these checks is of {date}.").format(date=write_date(summary.oldest, language)))
    if summary.placed_since:
        text = _("The places on the map were looked up on {date} or later.")
        said.append(text.format(date=write_date(summary.placed_since, language)))
    return tuple(said)


def _list_groups(facts: Sequence[Fact], scene: Scene) -> list[FactGroup]:
    _ = scene.language.gettext
    words = name_fields(scene.language)
    groups = []
    for city, group in groupby(facts, key=lambda fact: fact.city):
        told = list(group)
        point = told[0].point
        placed = _("Place on the map: {provider}, asked for “{query}” on {date}")
        view = replace(View(city=city.slug), lang=scene.view.lang)
        groups.append(
            FactGroup(
                name=name_place(city.place, scene.language),
                url=scene.links.link_page("map", view),
                line=_("Line {number} of {file}").format(number=city.row, file=SOURCE),
                point=placed.format(provider=point.provider, query=point.query, date=point.date) if point else "",
                rows=tuple(_describe(fact, words[fact.field], scene) for fact in told),
            )
        )
    return groups


def _describe(fact: Fact, word: str, scene: Scene) -> FactRow:
    language, _ = scene.language, scene.language.gettext
    remarks = []
    if fact.answered:
        remarks.append(_("Answered on {date}").format(date=write_date(fact.answered, language)))
    if fact.confirmed:
        said = _("Confirmed by the city on {date}.").format(date=write_date(fact.confirmed, language))
        is_old = is_outdated(fact.confirmed, scene.today)
        old = language.gap + _("That was more than a year ago: please ask.") if is_old else ""
        remarks.append(said + old)
    if fact.doubt:
        line = _("Line {number} of {file}").format(number=fact.doubt.row, file=DOUBTS)
        remarks.append(f"{name_lacks(language)['certainty']}{language.colon}{line}")
    return FactRow(word, fact.text, fact.url, tuple(remarks))
