"""A connection on which a test decides when the server's messages arrive, or when the server is found at all."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, WebSocketRoute

ASKED = re.compile("_stcore/health")  # by the app before it connects


class SlowLine:
    """A connection on which what the server sends can be held back."""

    def __init__(self) -> None:
        """Hold nothing back yet."""
        self.held: list[str | bytes] | None = None
        self.socket: WebSocketRoute | None = None

    def connect(self, socket: WebSocketRoute) -> None:
        """Stand between browser and server."""
        self.socket = socket
        socket.connect_to_server().on_message(self._pass_on)

    def wait_for(self, page: Page, text: str) -> None:
        """Wait until the server has sent this, which is held back."""
        while not any(
            text.encode() in (message if isinstance(message, bytes) else message.encode())
            for message in self.held or ()
        ):
            page.evaluate("() => new Promise(requestAnimationFrame)")

    def release(self) -> None:
        """Let everything through."""
        assert self.socket is not None
        held, self.held = self.held or [], None
        for message in held:
            self.socket.send(message)

    def _pass_on(self, message: str | bytes) -> None:
        if self.held is not None:
            self.held.append(message)
        elif self.socket is not None:
            self.socket.send(message)


def hold_back(page: Page) -> Callable[[], None]:
    """Keep the app's server from being found, so that it does not arrive first; call what is returned to end that."""
    held: list[Route] = []
    page.route(ASKED, lambda route: held.append(route))

    def let_go() -> None:
        for route in held:
            route.continue_()
        page.unroute(ASKED)

    return let_go
