"""Visitors at once: as many as fit, twice as many, and how soon there is place again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles

from websockets.exceptions import InvalidStatus, WebSocketException

from data.settings import SESSIONS
from tests.bench.load import RAMP_SECONDS, THINK_SECONDS
from tests.soak.client import ask
from tests.soak.recipe import Recipe
from tests.soak.rows import Row, judge_least, judge_most
from tests.soak.visitor import Visitor

ANSWER_SECONDS = 1.5
RECOVERY_SECONDS = 60
AGAIN_SECONDS = 10.0  # after which a refused visitor presses the button again
LANGUAGES = ("en", "ja", "ja-easy", "vi", "zh-Hans", "zh-Hant", "ko", "pt-BR", "es", "fil", "ne", "id", "my")


@dataclass
class Course:
    """What became of the visitors: seconds of each answered filter change, how many were lost, refused, and served."""

    answered: list[float] = field(default_factory=list)
    lost: int = 0
    refused: set[int] = field(default_factory=set)
    inside: set[int] = field(default_factory=set)
    first_views: list[bool] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """The seconds within which 95 % of the changes were answered."""
        return quantiles(self.answered, n=20)[-1] if len(self.answered) > 1 else float("inf")


def measure_steady(recipe: Recipe, sessions: int, minutes: float) -> Iterator[Row]:
    """Let so many change their filter every five seconds."""
    course = asyncio.run(_run(recipe, sessions, minutes * 60))
    words = f"{sessions} sessions for {minutes:g} minutes"
    yield judge_most(f"{words}: lost", course.lost + len(course.refused), 0)
    yield judge_most(f"{words}: 95 % answered within", course.p95, ANSWER_SECONDS, "s")


def measure_overload(recipe: Recipe, seconds: float = 60) -> Iterator[Row]:
    """Let twice as many come as one replica lets in, and somebody more after all have left."""
    course = asyncio.run(_run(recipe, 2 * SESSIONS, seconds))
    words = f"{2 * SESSIONS} where {SESSIONS} fit"
    yield judge_least(f"{words}: inside", len(course.inside), SESSIONS)
    yield judge_most(f"{words}: of those inside lost", course.lost, 0)
    yield judge_most(f"{words}: inside, 95 % answered within", course.p95, ANSWER_SECONDS, "s")
    shown = sum(course.first_views)
    yield judge_least(f"{words}: served the first view", shown, len(course.first_views))
    yield judge_most(
        "after it: until a newcomer is answered", asyncio.run(_wait_for_place(recipe)), RECOVERY_SECONDS, "s"
    )


async def _run(recipe: Recipe, sessions: int, seconds: float) -> Course:
    course = Course()
    end = time.monotonic() + RAMP_SECONDS + seconds
    await asyncio.gather(
        *(_visit(recipe, number, number * RAMP_SECONDS / sessions, end, course) for number in range(sessions))
    )
    return course


async def _visit(recipe: Recipe, number: int, delay: float, end: float, course: Course) -> None:
    await asyncio.sleep(delay)
    lang = LANGUAGES[number % len(LANGUAGES)]
    page = await asyncio.to_thread(ask, recipe.url, f"/?lang={lang}", {"Accept-Encoding": "br, gzip"})
    course.first_views.append(page.status == 200)
    while time.monotonic() < end:
        try:
            async with Visitor(recipe.url, query=f"lang={lang}") as visitor:
                await visitor.run()
                course.inside.add(number)
                await _stay(visitor, number, end, course)
        except InvalidStatus:
            course.refused.add(number)
            await asyncio.sleep(min(AGAIN_SECONDS, max(0.0, end - time.monotonic())))
        except (OSError, TimeoutError, WebSocketException):
            course.lost += 1
            return


async def _stay(visitor: Visitor, number: int, end: float, course: Course) -> None:
    while time.monotonic() < end:
        asked = time.monotonic()
        number += 1
        run = await visitor.run([visitor.options[number % len(visitor.options)]])
        course.answered.append(run.seconds)
        await asyncio.sleep(max(0.0, min(end, asked + THINK_SECONDS) - time.monotonic()))


async def _wait_for_place(recipe: Recipe) -> float:
    begun = time.monotonic()
    while time.monotonic() - begun < 2 * RECOVERY_SECONDS:
        try:
            async with Visitor(recipe.url, query="lang=vi") as visitor:
                await visitor.run()
                if (await visitor.run([visitor.options[0]])).seconds <= ANSWER_SECONDS:
                    return time.monotonic() - begun
        except (OSError, TimeoutError, WebSocketException):
            await asyncio.sleep(0.5)  # between two attempts
    return time.monotonic() - begun
