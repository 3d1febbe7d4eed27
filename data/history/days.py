"""Days of the history: those of Japan, whatever the clock of the machine shows."""

from __future__ import annotations

import datetime

JAPAN = datetime.timezone(datetime.timedelta(hours=9))  # without summer time, since 1951


def get_day() -> datetime.date:
    """Return the day it is in Japan."""
    return datetime.datetime.now(JAPAN).date()
