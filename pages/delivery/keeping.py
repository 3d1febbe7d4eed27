"""How long an answer may be kept, and by whom: the Cache-Control header of what is made at the request.

What depends on the address and the data alone may be kept for everybody; all else is the asker's own. A browser asks
each time, and a tag answers; a cache in front of the app (s-maxage) asks at most once in a while:

- a minute, and another while it asks (stale-while-revalidate): a table saved anew is everywhere two minutes later;
- what says who is open now, until the time that was said of is over, since counters open and close at its steps. Such
  a page is never shown old while the app answers;
- five seconds what lacks something, or shows old data with a notice: it is mended as soon as they are.

While the app is down (stale-if-error) a day-old page is worth more than none. One that says who is open is shown for
the time of a restart; a script of the page hides the words once they are no longer true.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from pages.answers.atlas import Atlas
from pages.answers.japan_time import JAPAN_TIME, STEP_MINUTES
from pages.health.broken import list_broken

PRIVATE = "private, no-cache"
ASKER = "Accept-Encoding, Accept-Language, Cookie"  # Vary of a private answer in the asker's language
ANYBODY = "Accept-Encoding"  # Vary of all others
SHIPPED = "public, max-age=86400, s-maxage=86400, stale-while-revalidate=86400, stale-if-error=604800"  # our pictures
MINUTE = 60
RESTART_SECONDS = 600
DAY_SECONDS = 86400
DEGRADED_SECONDS = 5


def write_cache_control(*, degraded: bool = False, true_seconds: float | None = None) -> str:
    """Write the header of an answer that depends on nothing of the asker.

    `degraded`: it lacks something, or its data are old; `true_seconds`: for how long what it says of now holds.
    """
    if degraded:
        return f"public, max-age=0, s-maxage={DEGRADED_SECONDS}"
    if true_seconds is not None:
        seconds = int(max(0, min(MINUTE, true_seconds)))
        return f"public, max-age=0, s-maxage={seconds}, stale-if-error={RESTART_SECONDS}"
    return f"public, max-age=0, s-maxage={MINUTE}, stale-while-revalidate={MINUTE}, stale-if-error={DAY_SECONDS}"


def describe_keeping(atlas: Atlas, moment: datetime | None = None) -> dict[str, str]:
    """Describe in headers how long an answer with these data may be kept; with `moment` it says who is open then."""
    end = moment + timedelta(minutes=STEP_MINUTES) if moment else None
    left = (end - datetime.now(JAPAN_TIME)).total_seconds() if end else None
    return {"cache-control": write_cache_control(degraded=is_degraded(atlas), true_seconds=left), "vary": ANYBODY}


def describe_private(vary: str = ASKER) -> dict[str, str]:
    """Describe in headers that an answer is the asker's own."""
    return {"cache-control": PRIVATE, "vary": vary}


def is_degraded(atlas: Atlas) -> bool:
    """Tell whether pages are now without something, or with data older than those that were saved."""
    return atlas.kept_from is not None or not atlas.cities or bool(list_broken())
