"""What a reconnected browser sends is what its visitor did; the rest is the address's."""

from dataclasses import replace
from typing import Any

import pytest

from pages.address.view import View
from pages.app.sent import Sent, merge_sent, read_sent
from pages.languages.language import load_language

ADDRESS = View(
    prefectures=("osaka", "hyogo"),
    query="ko",
    city="sakai",
    choices=("sakai-fukui",),
    page=2,
    lang="vi",
    days=("sat",),
    free=True,
)
SAME = Sent("ko", ("osaka", "hyogo"), city="sakai", made={"day": ("sat",), "time": (), "for": (), "wishes": ("free",)})
RESET = {"query": "", "prefectures": (), "days": (), "free": False}
LABELS = {"osaka": "大阪《おおさか》", "hyogo": "兵庫"}
FILTERED = {"choices": (), "page": 1}


@pytest.mark.parametrize(
    ("sent", "changes"),
    [
        (Sent(), {}),  # a page without widgets
        (SAME, {}),
        (replace(SAME, prefectures=("hyogo", "osaka")), {}),  # the order says nothing
        (replace(SAME, query="kobe"), {"query": "kobe"} | FILTERED),
        (replace(SAME, query=""), {"query": ""} | FILTERED),
        (replace(SAME, prefectures=("osaka",)), {"prefectures": ("osaka",)} | FILTERED),
        (replace(SAME, prefectures=()), {"prefectures": ()} | FILTERED),
        (replace(SAME, query="", prefectures=()), {"query": "", "prefectures": ()} | FILTERED),
        (replace(SAME, reset=True), RESET | FILTERED),
        (replace(SAME, reset=True, city="kobe"), RESET | FILTERED),
        (replace(SAME, made={"day": ("sat", "sun")}), {"days": ("sat", "sun")} | FILTERED),
        (replace(SAME, made={"time": ("evening",), "wishes": ()}), {"time": "evening", "free": False} | FILTERED),
        (replace(SAME, city="kobe"), {"city": "kobe", "choices": ()}),
        (replace(SAME, city="atlantis"), {}),
        (replace(SAME, city=None), {}),  # nothing was ever opened on the map
        (replace(SAME, query="kobe", city="kobe"), {"query": "kobe"} | FILTERED),  # opened before, closed since
    ],
)
def test_what_differs_is_what_was_done(sent: Sent, changes: dict[str, Any]) -> None:
    """One thing is done at a time; filters, city and language of the address stay beside it."""
    assert merge_sent(ADDRESS, sent, ("sakai", "kobe")) == replace(ADDRESS, **changes)


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({}, Sent()),
        ({"query": None}, Sent(query="")),
        ({"query": "  Kobe \n"}, Sent(query="Kobe")),
        ({"prefectures": ["兵庫", "大阪《おおさか》"]}, Sent(prefectures=("hyogo", "osaka"))),
        ({"prefectures": ["hyogo"]}, Sent(prefectures=("hyogo",))),  # known to Streamlit by now
        ({"prefectures": []}, Sent(prefectures=())),
        ({"prefectures": ["Hyogo"]}, Sent()),  # a label of another language
        ({"reset": True}, Sent(reset=True)),
        ({"9bd8": {"last_active_drawing": {"properties": {"slug": "kobe", "click": 3}}}}, Sent(city="kobe")),
        ({"9bd8": {"last_active_drawing": None}}, Sent()),
        ({"9bd8": {"last_active_drawing": {"properties": {"slug": ["x"]}}}}, Sent()),
        ({"class-day-en": ["Sun", "Sat"], "class-time-en": []}, Sent(made={"day": ("sat", "sun"), "time": ()})),
        ({"class-day-en": ["sat"], "class-for-en": "child"}, Sent(made={"day": ("sat",), "for": ("child",)})),
        ({"class-wishes-en": ["Childcare", "Free of charge"]}, Sent(made={"wishes": ("free", "childcare")})),
        ({"class-day-en": ["Th 7"], "class-time-en": 5, "class-wishes-en": [{}]}, Sent()),
        ({"class-day-vi": ["Th 7"]}, Sent()),  # of a page in another language
        ({"9bd8": "x", "reset": "x", "query": 5, "prefectures": 7}, Sent(query="")),
    ],
)
def test_the_values_are_read_by_their_keys(values: dict[str, object], sent: Sent) -> None:
    """Whatever a browser sends is read or left, never an error."""
    assert read_sent(values, LABELS, load_language()) == sent
