"""A replica that is killed: its visitors are served by another, each with his own filter, city and language."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

from websockets.exceptions import ConnectionClosed, WebSocketException

from tests.soak.load import LANGUAGES
from tests.soak.recipe import Recipe
from tests.soak.rows import Row, judge_most
from tests.soak.visitor import Visitor

SESSIONS = 50
CITIES = {"Osaka": "sakai", "Hyogo": "kobe", "Kanagawa": "yokohama", "Aichi": "nagoya"}
BACK_SECONDS = 10.0
AGAIN_SECONDS = 0.5  # about Streamlit's own, when a connection breaks


def measure_kill(recipe: Recipe) -> Iterator[Row]:
    """Kill the replica that has the most of fifty sessions."""
    waited, changed = asyncio.run(_kill_and_count(recipe))
    words = f"a replica killed under {SESSIONS} sessions"
    yield judge_most(f"{words}: not served again", sum(seconds is None for seconds in waited), 0)
    back = [seconds for seconds in waited if seconds is not None]
    yield judge_most(f"{words}: all served again within", max(back, default=float("inf")), BACK_SECONDS, "s")
    yield judge_most(f"{words}: without their filter, city or language", changed, 0)


async def _kill_and_count(recipe: Recipe) -> tuple[list[float | None], int]:
    visitors = [_make(recipe.url, number) for number in range(SESSIONS)]
    for visitor in visitors:
        await visitor.__aenter__()
        await visitor.run()
    drawn = [visitor.describe() for visitor in visitors]
    if not all(one.language and one.cards and one.rows for one in drawn):
        raise RuntimeError("what is drawn has no language, card or row: see how the page names them now")
    recipe.replicas[0].process.kill()
    killed = time.monotonic()
    waited = await asyncio.gather(*(_come_back(visitor, killed) for visitor in visitors))
    changed = sum(visitor.describe() != before for visitor, before in zip(visitors, drawn, strict=True))
    await asyncio.gather(*(visitor.__aexit__(None, None, None) for visitor in visitors))
    if sum(seconds == 0 for seconds in waited) in {0, SESSIONS}:
        raise RuntimeError("all fifty were on one replica: they are to be spread by their cookies")
    return waited, changed


def _make(url: str, number: int) -> Visitor:
    prefecture, city = list(CITIES.items())[number % len(CITIES)]
    lang = LANGUAGES[number % len(LANGUAGES)]
    return Visitor(url, query=f"lang={lang}&prefecture={prefecture.lower()}&city={city}")


async def _come_back(visitor: Visitor, killed: float) -> float | None:
    """Return the seconds until the visitor is served again; 0 for one of another replica, None if never."""
    if visitor.connection is None:
        return None
    try:
        await asyncio.wait_for(visitor.connection.wait_closed(), 2)
    except TimeoutError:
        return 0.0  # his replica lives
    visitor.session = "of-the-killed-replica"
    while time.monotonic() - killed < 6 * BACK_SECONDS:
        try:
            await visitor.__aenter__()
            await visitor.run(visitor.preset)
        except (OSError, TimeoutError, WebSocketException, ConnectionClosed):
            await asyncio.sleep(AGAIN_SECONDS)
        else:
            return time.monotonic() - killed
    return None
