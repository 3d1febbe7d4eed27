"""Published cities to read back: the shipped twenty, and any with hostile text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from data.folder import locate_files
from data.published.record import (
    PublishedAssociation,
    PublishedCheck,
    PublishedCity,
    PublishedCounter,
    PublishedDoubt,
    PublishedLink,
    PublishedText,
)
from pages.address.view import View
from pages.answers.atlas import load_atlas
from pages.downloads.downloads import describe_cities
from tests.hostile import FORMULAS, SEPARATORS, TEXTS, UNWRITABLE

TODAY = date(2026, 11, 27)
FIELDS = st.sampled_from(["department", "website", "email", "class"])
HOSTILE = st.sampled_from((*TEXTS, *FORMULAS, *SEPARATORS, *UNWRITABLE))
TEXT = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
URLS = st.sampled_from(["https://example.jp/", "https://example.jp/a;b,c?x=1&y='2'#z", "http://例え.example.jp/日本"])
LINKS = st.builds(
    PublishedLink,
    url=URLS,
    label=st.none() | TEXT,
    listed_url=URLS,
    via=st.none() | st.just("J-SERVER"),
    language=st.none() | st.just("ja"),
    front_page=st.booleans(),
)
DOUBTS = st.builds(PublishedDoubt, FIELDS, TEXT, st.none() | TEXT.filter(bool), st.booleans(), TEXT, TEXT)
DATES = st.sampled_from(["2025-04-01", "2026-11-27"])
STATES = st.sampled_from(["confirmed", "outdated", "withdrawn"])
CHECKS = st.builds(PublishedCheck, FIELDS, STATES, DATES, TEXT, TEXT)
COUNTERS = st.builds(
    PublishedCounter,
    name=TEXT,
    url=st.none() | URLS,
    phones=st.lists(st.just("011-211-3678"), max_size=2).map(tuple),
    phone_kind=st.none() | st.just("may have changed"),
    days=TEXT,
    hours=TEXT,
    closed=TEXT,
    languages=st.lists(st.sampled_from(["en", "zh"]), max_size=2).map(tuple),
    source=URLS,
    source_date=st.sampled_from(["", "2024-07", "2022 or later"]),
)
ASSOCIATIONS = st.builds(PublishedAssociation, TEXT, URLS, URLS, st.sampled_from(["", "FY2021"]))
CITIES = st.builds(
    PublishedCity,
    code=st.sampled_from(["011002", "271004"]),
    slug=st.just("sapporo"),
    kind=st.sampled_from(["city", "prefecture"]),
    number=TEXT,
    listed_name=TEXT,
    name_en=TEXT,
    name_ja=TEXT,
    name_kana=TEXT,
    prefecture_code=st.just("01"),
    prefecture_en=TEXT,
    prefecture_ja=TEXT,
    latitude=st.just(43.062089),
    longitude=st.just(141.354389),
    position_of=st.sampled_from(["city_hall", "prefecture_middle"]),
    departments=st.lists(TEXT.filter(bool), max_size=3).map(tuple),
    emails=st.lists(st.just("a+b@example.jp"), max_size=2).map(tuple),
    websites=st.lists(LINKS, max_size=2).map(tuple),
    classes=st.lists(LINKS, max_size=3).map(tuple),
    other_texts=st.lists(st.builds(PublishedText, FIELDS, TEXT), max_size=2).map(tuple),
    doubts=st.lists(DOUBTS, max_size=2).map(tuple),
    counters=st.lists(COUNTERS, max_size=2).map(tuple),
    associations=st.lists(ASSOCIATIONS, max_size=1).map(tuple),
    confirmation=st.sampled_from(["never", "partly", "confirmed", "outdated", "withdrawn"]),
    confirmation_date=st.none() | DATES,
    checks=st.lists(CHECKS, max_size=2).map(tuple),
)


def read_shipped(view: View | None = None) -> tuple[PublishedCity, ...]:
    """The shipped table as it is published, filtered by a view."""
    return describe_cities(load_atlas(locate_files({})), view or View(), TODAY)


def part_values(cell: str, count: int) -> list[str]:
    """Part a cell with so many values as its description says; an empty cell is that many empty ones."""
    values = cell.split(" | ") if cell else [""] * count
    assert len(values) == count
    return [re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL) for value in values]


def read_table_row(row: dict[str, Any]) -> PublishedCity:
    """Build a city, without its offices, from a row of the published table, by its columns' descriptions alone."""

    def part(key: str, by: str = "") -> list[Any]:
        guide = row[by or key]
        return part_values(row[key], guide.count(" | ") + 1 if guide else 0)

    def read_links(group: str) -> tuple[PublishedLink, ...]:
        keys = ("urls", "labels", "listed_urls", "via", "languages", "front_pages")
        columns = [part(f"{group}_{key}", f"{group}_urls") for key in keys]
        return tuple(
            PublishedLink(url, label or None, listed, via or None, language or None, front == "yes")
            for url, label, listed, via, language, front in zip(*columns, strict=True)
        )

    doubts = [
        part(f"doubt_{key}", "doubt_fields")
        for key in ("fields", "source_values", "better_values", "applied", "reasons", "sources")
    ]
    checks = [part(f"check_{key}", "check_fields") for key in ("fields", "states", "dates", "roles", "evidence")]
    others = zip(part("other_fields"), part("other_texts", "other_fields"), strict=True)
    plain = "code slug kind number listed_name name_en name_ja name_kana prefecture_code prefecture_en prefecture_ja"
    return PublishedCity(
        **{key: row[key] for key in plain.split()},
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        position_of=row["position_of"],
        departments=tuple(part("departments")),
        emails=tuple(part("emails")),
        websites=read_links("website"),
        classes=read_links("class"),
        other_texts=tuple(PublishedText(field, text) for field, text in others),
        doubts=tuple(
            PublishedDoubt(field, source, better or None, applied == "yes", reason, known)
            for field, source, better, applied, reason, known in zip(*doubts, strict=True)
        ),
        confirmation=row["confirmation"],
        confirmation_date=row["confirmation_date"] or None,
        checks=tuple(PublishedCheck(*parts) for parts in zip(*checks, strict=True)),
    )


def forget_untold(cities: Sequence[PublishedCity]) -> list[PublishedCity]:
    """What the table can tell: an empty label is no label, and the offices stand in files of their own."""

    def tidy(links: tuple[PublishedLink, ...]) -> tuple[PublishedLink, ...]:
        return tuple(replace(link, label=link.label or None) for link in links)

    return [
        replace(city, websites=tidy(city.websites), classes=tidy(city.classes), counters=(), associations=())
        for city in cities
    ]
