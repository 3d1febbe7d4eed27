"""Beyond the limit of sessions a visitor is refused early, is told when to come again, and holds up nobody."""

import contextlib
from urllib.parse import urlsplit

import pytest
from starlette.datastructures import Headers
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from pages.delivery.session_limit import RETRY_SECONDS, STREAM, admits, is_returning
from tests.browser.server import RunningApp
from tests.pages.delivery.client import request
from tests.pages.delivery.conftest import MOST


@pytest.mark.parametrize(
    ("inside", "most", "returning", "admitted"),
    [
        (0, 2, False, True),
        (1, 2, False, True),
        (2, 2, False, False),
        (2, 2, True, True),
        (3, 2, True, False),
        (120, 120, False, False),
        (131, 120, True, True),
        (132, 120, True, False),
        (5000, 0, False, True),
    ],
)
def test_who_is_let_in(inside: int, most: int, *, returning: bool, admitted: bool) -> None:
    """As many as the operator says, a tenth more of those who come back, and any number without a limit."""
    assert admits(inside, most, returning=returning) is admitted


@pytest.mark.parametrize(
    ("protocols", "returning"),
    [
        ("", False),
        ("streamlit", False),
        ("streamlit, token", False),
        ("streamlit, token, ", False),
        ("streamlit, token, 3f2a", True),
    ],
)
def test_who_comes_back_names_the_earlier_session(protocols: str, *, returning: bool) -> None:
    """Streamlit's page sends it as the third subprotocol."""
    assert is_returning(Headers({"sec-websocket-protocol": protocols})) is returning


def open_session(app: RunningApp, *protocols: str) -> ClientConnection:
    """Open a socket as Streamlit's page does."""
    wanted = [Subprotocol(name) for name in ("streamlit", *protocols)]
    return connect(f"ws://{urlsplit(app.url).netloc}{STREAM}", subprotocols=wanted, proxy=None)


def test_a_full_app_refuses_and_lets_in_again(guarded_app: RunningApp) -> None:
    """503 with Retry-After, to the socket and to the question for place; pages go on; a place that is left is free."""
    assert request(guarded_app.url, STREAM).status == 204
    with contextlib.ExitStack() as inside:
        for _ in range(MOST):
            inside.enter_context(open_session(guarded_app))
        with pytest.raises(InvalidStatus) as refused:
            open_session(guarded_app)
        answer, asked = refused.value.response, request(guarded_app.url, STREAM)
        for status, headers in ((answer.status_code, answer.headers), (asked.status, asked.headers)):
            assert (status, headers["retry-after"], headers["cache-control"]) == (503, str(RETRY_SECONDS), "no-store")
        inside.enter_context(open_session(guarded_app, "token", "session"))
        assert request(guarded_app.url, "/").status == 200
    while request(guarded_app.url, STREAM).status == 503:  # until the server has noticed that they are gone
        pass
    with open_session(guarded_app):
        pass


def test_other_addresses_are_not_counted(guarded_app: RunningApp) -> None:
    """Whoever asks something else takes no place."""
    assert [request(guarded_app.url, "/_stcore/health").status for _ in range(MOST + 2)] == [200] * (MOST + 2)
