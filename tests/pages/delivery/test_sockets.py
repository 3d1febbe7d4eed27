"""Small packets leave at once, on every connection to the app, and what it sends to its page is compressed."""

import socket
from pathlib import Path

import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from pages.delivery.sockets import send_promptly
from tests.browser.server import RunningApp


def test_connections_of_listening_sockets_send_at_once() -> None:
    """A socket opened as Streamlit opens its server's: who connects afterwards is not kept waiting."""
    with socket.socket() as listener, socket.socket() as other:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        assert send_promptly() >= 1
        with socket.create_connection(listener.getsockname()):
            connection, _ = listener.accept()
            with connection:
                assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_nothing_is_lost_where_descriptors_cannot_be_listed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system has no /dev/fd, nothing is found and nothing fails."""
    monkeypatch.setattr("pages.delivery.sockets.DESCRIPTORS", tmp_path / "none")
    assert send_promptly() == 0


def test_what_the_app_sends_to_its_page_is_compressed(cold_app: RunningApp) -> None:
    """On a poor connection text takes a quarter of the time: the server agrees to what every browser offers."""
    address = cold_app.url.replace("http://", "ws://", 1) + "/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")]) as connection:
        assert connection.response is not None
        assert "permessage-deflate" in connection.response.headers["Sec-WebSocket-Extensions"]
