"""Classes for machines that read pages: schema.org's courses, with their days, places and prices."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from pages.address.view import View
from pages.answers.scene import Scene
from pages.markup.head import render_head
from tests.pages.card.classes import TODAY, read_varied, show
from tests.pages.parsed_html import read_html
from tests.varied_courses import KAWASAKI

HERE = "https://map.example.jp"
VENUE = "みほん国際交流センター"


def read_points(scene: Scene) -> list[dict[str, Any]]:
    """Read what the head of a page says to machines of the classes."""
    [script] = read_html(render_head(scene, HERE)).find("script", type="application/ld+json")
    return [one for one in json.loads(script.text)["@graph"] if one["@type"] == "Course"]


def test_machines_are_told_when_and_where_and_what_it_costs() -> None:
    """In the vocabulary of schema.org, on the page of the city; what is over is left out."""
    points = {point["name"]: point for point in read_points(show())}
    assert (len(points), "見本漢字クラス" in points) == (7, False)
    assert points["日本語クラス 午前コース"] == {
        "@type": "Course",
        "name": "日本語クラス 午前コース",
        "alternateName": "Japanese class, mornings",
        "url": "https://example.org/nihongo/am",
        "provider": {"@type": "Organization", "name": "みほん国際交流協会"},
        "educationalLevel": ["beginner"],
        "availableLanguage": ["en", "zh", "vi"],
        "isAccessibleForFree": False,
        "offers": {
            "@type": "Offer",
            "price": 13200,
            "priceCurrency": "JPY",
            "description": "教科書代は別",
            "priceSpecification": {
                "@type": "UnitPriceSpecification",
                "price": 13200,
                "priceCurrency": "JPY",
                "unitText": "term",
            },
        },
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "courseSchedule": {
                "@type": "Schedule",
                "byDay": ["https://schema.org/Tuesday", "https://schema.org/Friday"],
                "startTime": "09:50",
                "endTime": "11:50",
                "startDate": "2026-04-10",
                "endDate": "2027-03-19",
                "repeatFrequency": "P1W",
                "scheduleTimezone": "Asia/Tokyo",
            },
            "location": [
                {
                    "@type": "Place",
                    "name": VENUE,
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": "川崎市中原区見本町1-2-3",
                        "addressLocality": "川崎市",
                        "addressRegion": "神奈川県",
                        "addressCountry": "JP",
                    },
                    "geo": {"@type": "GeoCoordinates", "latitude": 35.576, "longitude": 139.66},
                }
            ],
        },
    }
    free = points["夜のオンライン日本語"]
    assert (free["isAccessibleForFree"], free["offers"]["price"]) == (True, 0)
    assert free["hasCourseInstance"]["location"] == [{"@type": "VirtualLocation", "url": "https://example.org/online"}]
    assert free["hasCourseInstance"]["courseSchedule"]["repeatFrequency"] == "P2W"
    monthly = points["土曜にほんご"]["hasCourseInstance"]["courseSchedule"]
    assert (monthly["byDay"], monthly["repeatFrequency"]) == (["2SA", "4SA"], "P1M")
    unknown = points["見本日本語サロン"]
    assert "courseSchedule" not in unknown["hasCourseInstance"]


def test_machines_are_told_of_classes_on_the_citys_page_alone() -> None:
    """A list says what its rows say."""
    assert read_points(show(View(prefectures=("kanagawa",)))) == []
    assert [one.code for one in read_varied()].count(KAWASAKI) == 7


def test_a_class_that_ends_today_is_not_over_yet() -> None:
    """It is tomorrow."""
    last = replace(read_varied()[0], valid_until=TODAY)
    assert len(read_points(show(courses=(last,)))) == 1
    assert read_points(show(courses=(replace(last, valid_until=TODAY - datetime.timedelta(days=1)),))) == []
