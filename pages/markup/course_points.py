"""Classes in the vocabulary of schema.org: when and where they are and what they cost, for machines that read pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.courses.records import Course, Mode, WeekKind
from data.hours import WEEKDAYS
from pages.markup.contact_points import DAYS

ZONE = "Asia/Tokyo"
MODES: dict[Mode, str] = {"in person": "onsite", "online": "online", "both": "blended"}
FREQUENCIES: dict[WeekKind, str] = {"every": "P1W", "alternate": "P2W", "of the month": "P1M"}
SHORT_DAYS = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))  # of iCalendar


def build_courses(courses: Iterable[Course]) -> list[dict[str, Any]]:
    """Build the classes; what is not known of one is left out."""
    return [_build_course(course) for course in courses]


def _build_course(course: Course) -> dict[str, Any]:
    return _drop_unknown(
        {
            "@type": "Course",
            "name": course.name,
            "alternateName": course.name_en,
            "url": course.url,
            "provider": {"@type": "Organization", "name": course.organizer} if course.organizer else None,
            "educationalLevel": list(course.levels),
            "availableLanguage": list(course.languages),
            "isAccessibleForFree": course.is_free,
            "offers": _build_offer(course),
            "hasCourseInstance": _drop_unknown(
                {
                    "@type": "CourseInstance",
                    "courseMode": MODES.get(course.mode) if course.mode else None,
                    "courseSchedule": _build_schedule(course),
                    "location": _build_places(course),
                }
            ),
        }
    )


def _build_schedule(course: Course) -> dict[str, Any] | None:
    """Build the weekly pattern; days of certain weeks are written as iCalendar does, 2SA for the second Saturday."""
    weeks = course.weeks
    if not course.weekdays:
        return None
    days = [f"https://schema.org/{DAYS[sign]}" for sign in course.weekdays]
    if weeks and weeks.numbers:
        days = [f"{number}{SHORT_DAYS[sign]}" for sign in course.weekdays for number in weeks.numbers]
    return _drop_unknown(
        {
            "@type": "Schedule",
            "byDay": days,
            "startTime": f"{course.start:%H:%M}" if course.start else None,
            "endTime": f"{course.end:%H:%M}" if course.end else None,
            "startDate": course.valid_from.isoformat() if course.valid_from else None,
            "endDate": course.valid_until.isoformat() if course.valid_until else None,
            "repeatFrequency": FREQUENCIES.get(weeks.kind) if weeks else None,
            "scheduleTimezone": ZONE,
        }
    )


def _build_places(course: Course) -> list[dict[str, Any]]:
    places = [{"@type": "VirtualLocation", "url": course.url}] if course.is_online and course.url else []
    if course.mode == "online":
        return places
    address = {
        "@type": "PostalAddress",
        "streetAddress": course.address,
        "addressLocality": course.place.ja if course.place.kind != "prefecture" else "",
        "addressRegion": course.place.prefecture.ja,
        "addressCountry": "JP",
    }
    where = {"@type": "Place", "name": course.venue, "address": _drop_unknown(address)}
    if course.latitude is not None and course.longitude is not None:
        where["geo"] = {"@type": "GeoCoordinates", "latitude": course.latitude, "longitude": course.longitude}
    return [_drop_unknown(where), *places]


def _build_offer(course: Course) -> dict[str, Any] | None:
    """Build what it costs, where a number is known; for how much of it, where that is."""
    if course.fee_yen is None:
        return None
    price = {"price": course.fee_yen, "priceCurrency": "JPY"}
    offer = {"@type": "Offer", **price, "description": course.fee_note}
    if course.fee_unit:
        offer["priceSpecification"] = {"@type": "UnitPriceSpecification", **price, "unitText": course.fee_unit}
    return _drop_unknown(offer)


def _drop_unknown(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
