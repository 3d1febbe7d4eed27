"""When the line that the log begins with is written."""

import asyncio
import logging

import pytest
from starlette.types import Message, Receive, Scope, Send

from pages.delivery.start_line import StartLine


async def start(scope: Scope, receive: Receive, send: Send) -> None:
    """Stand for the app: it starts and stops when it is told to."""
    assert scope["type"] == "lifespan"
    for name in ("startup", "shutdown"):
        assert (await receive())["type"] == f"lifespan.{name}"
        await send({"type": f"lifespan.{name}.complete"})


def test_nobody_waits_for_the_start_line(caplog: pytest.LogCaptureFixture) -> None:
    """The tables are read once the server is told that it may listen; a stop right after that loses no line."""
    caplog.set_level(logging.INFO)
    told: list[tuple[str, int]] = []
    asked = iter(["startup", "shutdown"])

    async def receive() -> Message:
        return {"type": f"lifespan.{next(asked)}"}

    async def send(message: Message) -> None:
        told.append((message["type"], count_lines(caplog)))

    asyncio.run(StartLine(start)({"type": "lifespan"}, receive, send))
    assert told[0] == ("lifespan.startup.complete", 0)
    assert count_lines(caplog) == 1


def count_lines(caplog: pytest.LogCaptureFixture) -> int:
    """Count the lines about the start."""
    return sum(record.getMessage() == "The app starts." for record in caplog.records)
