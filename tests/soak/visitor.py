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
CARD = re.compile(r'id="card-([^"]+)-name"')
ROW = re.compile(r'id="row-([^"]+)"')


@dataclass(frozen=True)
class Drawn:
    """What a visitor sees: the page's language, the opened city's card, the rows that the filter leaves."""

    language: str
    cards: frozenset[str]
    rows: frozenset[str]


@dataclass
class Visitor(Stream):
    """A session that speaks as the page does: its address goes with each run, its cookie with each handshake."""

    query: str = ""
    cookie: str = ""
    session: str = ""
    preset: tuple[str, ...] = ()  # the prefectures of the filter as the address has them
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
        widget = element.multiselect
        if widget.set_value and widget.id == self.filter_id:
            self.preset = tuple(widget.raw_values)
        if element.WhichOneof("type") == "html":
            self.words.append(element.html.body)

    def describe(self) -> Drawn:
        """Describe what has been drawn since the socket was opened."""
        words = "".join(self.words)
        languages = LANGUAGE.findall(words)
        return Drawn(languages[-1] if languages else "", frozenset(CARD.findall(words)), frozenset(ROW.findall(words)))
