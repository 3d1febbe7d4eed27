"""Summary: how much of the table has been looked at, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.table.days import read_day
from pages.evidence.facts import Fact


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of facts, links, lines and doubts; days are None where there is none."""

    facts: int
    links: int
    answered: int  # links
    last_answer: date | None
    lines: int  # cities
    confirmed: int  # lines of which every fact is confirmed
    doubted: int  # facts
    oldest: date | None  # of the days on which a link answered last or a city confirmed
    placed_since: date | None  # the oldest day on which a city hall was looked up


def summarize(facts: Sequence[Fact]) -> Summary:
    """Count what is known of some facts."""
    answers = [fact.answered for fact in facts if fact.answered]
    confirmations = [fact.confirmed for fact in facts if fact.confirmed]
    codes = {fact.city.code for fact in facts}
    unconfirmed = {fact.city.code for fact in facts if fact.confirmed is None}
    looked_up = [day for fact in facts if fact.point and (day := read_day(fact.point.date))]
    return Summary(
        facts=len(facts),
        links=sum(bool(fact.url) for fact in facts),
        answered=len(answers),
        last_answer=max(answers, default=None),
        lines=len(codes),
        confirmed=len(codes - unconfirmed),
        doubted=sum(fact.doubt is not None for fact in facts),
        oldest=min([*answers, *confirmations], default=None),
        placed_since=min(looked_up, default=None),
    )
