"""Counters in the vocabulary of schema.org: telephone, languages and hours, for machines that read pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.hours import HOLIDAY, WEEKDAYS, Schedule
from data.offices import Counter
from pages.answers.opening import read_hours

DAYS = dict(
    zip(
        WEEKDAYS + HOLIDAY,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "PublicHolidays"),
        strict=True,
    )
)


def build_contact_points(counters: Iterable[Counter]) -> list[dict[str, Any]]:
    """Build a point for each number of counters, and one for a counter that has only a page."""
    return [point for counter in counters for point in _build_points(counter)]


def _build_points(counter: Counter) -> list[dict[str, Any]]:
    schedule = read_hours(counter.days, counter.hours, counter.closed)
    point = {
        "@type": "ContactPoint",
        "name": counter.name,
        "contactType": "consultation for foreign residents",
        "url": counter.url,
        "availableLanguage": list(counter.languages),
        "hoursAvailable": _build_hours(schedule) if schedule else [],
    }
    known = {name: value for name, value in point.items() if value}
    if counter.phones:
        return [known | {"telephone": phone} for phone in counter.phones]
    return [known] if counter.url else []


def _build_hours(schedule: Schedule) -> list[dict[str, str]]:
    """Build the hours of each day; days of certain weeks of the month have no word there."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": f"https://schema.org/{DAYS[day.sign]}",
            "opens": f"{span.start:%H:%M}",
            "closes": f"{span.end:%H:%M}",
        }
        for day, spans in schedule.days
        if not day.weeks
        for span in spans
    ]
