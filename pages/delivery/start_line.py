"""The line that the log begins with: which data are served, how many rows, and which settings are in force."""

from __future__ import annotations

import asyncio
import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.settings import list_in_force
from pages.address.public_url import read_public_url
from pages.delivery.fail_open import attempt
from pages.delivery.health import describe_health
from pages.health.log_lines import add_facts
from pages.languages.language import list_languages
from pages.previews.words import list_undrawn

PIECE = "start line"

logger = logging.getLogger(__name__)


class StartLine:
    """Middleware that writes the line when the server has started: to read the tables takes a second."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; write the line, in a thread, once the server is told that it may listen."""

        async def tell(message: Message) -> None:
            await send(message)
            if message["type"] == "lifespan.startup.complete":
                asyncio.get_running_loop().run_in_executor(None, attempt, PIECE, write_start, None)

        await self.app(scope, receive, tell if scope["type"] == "lifespan" else send)


def write_start() -> None:
    """Write the line; of a setting stands its name, never its value."""
    data, undrawn = describe_health().data, list_undrawn(list_languages())
    facts = {
        "data": data.version,
        "cities": data.cities,
        **data.counts,
        "settings": " ".join(list_in_force()) or "none",
        **({} if read_public_url() else {"missing": "MADOGUCHI_URL"}),  # for codes, previews and sitemap
        **({"plain_pictures": " ".join(undrawn)} if undrawn else {}),  # languages for which a font is missing here
    }
    logger.info("The app starts.", extra=add_facts(facts))
