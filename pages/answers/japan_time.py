"""The time of Japan, which is the visitors' own."""

from __future__ import annotations

import datetime

JAPAN_TIME = datetime.timezone(datetime.timedelta(hours=9))  # without summer time, since 1951
STEP_MINUTES = 5


def get_today() -> datetime.date:
    """Return the day it is in Japan."""
    return datetime.datetime.now(JAPAN_TIME).date()


def get_moment() -> datetime.datetime:
    """Return the time it is in Japan, in steps of five minutes: so a page that tells it can be kept for as long."""
    now = datetime.datetime.now(JAPAN_TIME)
    return now.replace(minute=now.minute - now.minute % STEP_MINUTES, second=0, microsecond=0)
