"""The time of Japan, which is the visitors' own."""

from __future__ import annotations

import datetime

JAPAN_TIME = datetime.timezone(datetime.timedelta(hours=9))  # without summer time, since 1951


def get_today() -> datetime.date:
    """Return the day it is in Japan."""
    return datetime.datetime.now(JAPAN_TIME).date()
