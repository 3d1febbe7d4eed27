"""Server errors: what breaks behind is answered with 500 in plain words and a number, which the log has too."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.delivery.fail_open import attempt
from pages.delivery.status_pages import answer_status, read_reader
from pages.health.incidents import note_incident
from pages.markup.incidents import tell_incident

PIECE = "server errors"
HEADERS = {"cache-control": "no-store"}


class ServerErrors:
    """Middleware that answers where nothing else did; an answer that has begun ends there."""

    def __init__(self, app: ASGIApp, *, base_path: str = "") -> None:
        """Take Streamlit's server.baseUrlPath."""
        self.app = app
        self._base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; whatever is raised goes no further, and no traceback to the visitor."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            return await self.app(scope, receive, send_and_note)
        except ClientDisconnect:  # nobody is there to be told
            return None
        except Exception as error:
            number = note_incident("an answer", error)
        if begun:
            return None
        response = attempt(PIECE, lambda: self._answer(scope, number), None)
        return await (response or PlainTextResponse(f"Error {number}\n", 500, HEADERS))(scope, receive, send)

    def _answer(self, scope: Scope, number: str) -> Response:
        reader = read_reader(Request(scope), self._base_path)
        return answer_status(500, tell_incident(number, reader.language), reader, HEADERS)
