"""A visitor behind the recipe: an address, a cookie, and a session that is opened anew where it breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.bench.streams import PATIENCE_SECONDS, Stream
from tests.soak.client import TLS

LANGUAGE = re.compile(r'data-language="([^"]+)"')
CARD = re.compile(r'data-card="([^"]+)"')


@dataclass
class Visitor(Stream):
    """A session that speaks as the page does: its address goes with each run, its cookies with each handshake.

    What was drawn last is kept: the language, the prefectures of the filter, the words of the page.
    """

    query: str = ""
    cookie: str = ""
    session: str = ""
    language: str = ""
    filtered: tuple[str, ...] = ()
    words: list[str] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        """Connect; raises websockets' InvalidStatus where there is no place."""
        protocols = ["streamlit", "token", *([self.session] if self.session else [])]
        self.connection = await connect(
            re.sub("^http", "ws", self.url) + "/_stcore/stream",
            subprotocols=[Subprotocol(name) for name in protocols],
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            ssl=TLS if self.url.startswith("https") else None,
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE_SECONDS,
            proxy=None,
        )
        response = self.connection.response
        if response and (told := response.headers.get("Set-Cookie")):
            self.cookie = told.partition(";")[0]
        self.words.clear()
        self.cached.clear()
        return self

    def _ask(self) -> BackMsg:
        message = super()._ask()
        message.rerun_script.query_string = self.query
        return message

    def _note_filter(self, message: ForwardMsg) -> None:
        super()._note_filter(message)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "multiselect":
            widget = element.multiselect
            self.filtered = tuple(widget.options[number] for number in widget.default)
            if widget.set_value:
                self.filtered = tuple(widget.raw_values)
        elif kind == "html":
            self.words.append(element.html.body)
            if found := LANGUAGE.search(element.html.body):
                self.language = found[1]
