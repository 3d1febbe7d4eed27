"""The time of Japan, which is the visitors' own."""

from __future__ import annotations

import datetime

from data.japan_time import JAPAN_TIME, get_today

__all__ = ["JAPAN_TIME", "STEP_MINUTES", "get_moment", "get_today"]
STEP_MINUTES = 5


def get_moment() -> datetime.datetime:
    """Return the time it is in Japan, in steps of five minutes: so a page that tells it can be kept for as long."""
    now = datetime.datetime.now(JAPAN_TIME)
    return now.replace(minute=now.minute - now.minute % STEP_MINUTES, second=0, microsecond=0)
