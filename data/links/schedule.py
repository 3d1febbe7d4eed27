"""When a link is looked at again, and what a look adds to what is known of it. Pure decisions."""

from __future__ import annotations

from datetime import date, timedelta

from data.links.policy import APART
from data.links.trouble import LinkFinding
from data.records import Look
from data.table.looks import ANSWERED

ALIVE_FOR = timedelta(days=7)  # so long a page that answered is left in peace


def is_due(known: Look | None, today: date) -> bool:
    """Tell whether to look at a link: never looked at, a week after it answered, three days after it did not.

    A failure that comes sooner would not count.
    """
    if known is None:
        return True
    return today - known.looked >= (ALIVE_FOR if known.found in ANSWERED else APART)


def note_finding(address: str, finding: LinkFinding, known: Look | None, today: date) -> Look:
    """Return what is known of a link after a look.

    An answer ends the row of failures, and so does a refusal, for whoever refuses is there. A failure counts three days
    after the one before.
    """
    found, detail = finding.found, finding.detail
    if found in ANSWERED:
        return Look(address, found, today, answered=today, moved_to=finding.moved_to, detail=detail)
    answered, failed = (known.answered, known.failed) if known else (None, ())
    if found == "refused":
        return Look(address, found, today, answered, detail=detail)
    if known and answered and answered >= today:  # it answered on this very day: that is what is told of the day
        return known
    counts = not failed or today - failed[-1] >= APART
    return Look(address, found, today, answered, (*failed, today) if counts else failed, detail=detail)
