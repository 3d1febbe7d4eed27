"""The day it is in Japan, which is the day that answers are given on and readers are told."""

from __future__ import annotations

import datetime

JAPAN_TIME = datetime.timezone(datetime.timedelta(hours=9))  # without summer time, since 1951


def get_today() -> datetime.date:
    """Return the day it is in Japan."""
    return datetime.datetime.now(JAPAN_TIME).date()
