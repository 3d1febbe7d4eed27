"""The line that the log begins with: which data are served, how many rows, and which settings are in force."""

from __future__ import annotations

import logging

from starlette.types import ASGIApp, Receive, Scope, Send

from data.settings import list_in_force
from pages.address.public_url import read_public_url
from pages.delivery.fail_open import attempt
from pages.delivery.health import describe_health
from pages.health.log_lines import add_facts

PIECE = "start line"

logger = logging.getLogger(__name__)


class StartLine:
    """Middleware that writes the line when the server starts, before the first visitor."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write the line at the start; pass everything on."""
        if scope["type"] == "lifespan":
            attempt(PIECE, write_start, None)
        await self.app(scope, receive, send)


def write_start() -> None:
    """Write the line; of a setting stands its name, never its value."""
    data = describe_health().data
    facts = {
        "data": data.version,
        "cities": data.cities,
        **data.counts,
        "settings": " ".join(list_in_force()) or "none",
        **({} if read_public_url() else {"missing": "MADOGUCHI_URL"}),  # for codes, previews and sitemap
    }
    logger.info("The app starts.", extra=add_facts(facts))
