"""Streamlit sessions without a browser: its WebSocket protocol, spoken with its own messages."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE_SECONDS = 60  # a visitor has given up long before


@dataclass(frozen=True)
class Run:
    """A finished run of the app: seconds from asking until it had finished, bytes of its messages."""

    seconds: float
    received: int


@dataclass
class Stream:
    """One session: `async with Stream(url) as stream`. It remembers what a browser would."""

    url: str
    cached: set[str] = field(default_factory=set)  # messages that need not be sent again
    filter_id: str = ""
    options: Sequence[str] = ()
    chosen: Sequence[str] = ()
    script: str = ""
    connection: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        """Connect as the page's own script does."""
        address = self.url.replace("http://", "ws://", 1) + "/_stcore/stream"
        self.connection = await connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE_SECONDS,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave; the server keeps nothing of the session for long."""
        if self.connection:
            await self.connection.close()

    async def run(self, chosen: Sequence[str] = ()) -> Run:
        """Run the app with these prefectures in its first multiselect, as choosing them does.

        Raises TimeoutError, or websockets' ConnectionClosed when the server hangs up.
        """
        self.chosen = chosen
        async with asyncio.timeout(PATIENCE_SECONDS):
            begin = time.perf_counter()
            await self._connected.send(self._ask().SerializeToString())
            received = await self._receive()
            return Run(time.perf_counter() - begin, received)

    @property
    def _connected(self) -> ClientConnection:
        if self.connection is None:
            raise RuntimeError("Use it as `async with Stream(url)`.")
        return self.connection

    def _ask(self) -> BackMsg:
        message = BackMsg()
        request = message.rerun_script
        request.page_script_hash = self.script
        request.cached_message_hashes.extend(self.cached)
        request.widget_states.SetInParent()
        if self.filter_id:
            state = request.widget_states.widgets.add(id=self.filter_id)
            state.string_array_value.data.extend(self.chosen)
        return message

    async def _receive(self) -> int:
        """Take in one run's messages; return their bytes."""
        received = 0
        while True:
            data = await self._connected.recv(decode=False)
            received += len(data)
            message = ForwardMsg.FromString(data)
            if message.metadata.cacheable:
                self.cached.add(message.hash)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.script = message.new_session.page_script_hash
            elif kind == "delta":
                self._note_filter(message)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return received

    def _note_filter(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "multiselect":
            self.filter_id, self.options = element.multiselect.id, tuple(element.multiselect.options)
