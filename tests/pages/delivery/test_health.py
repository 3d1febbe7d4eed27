"""What /healthz tells whoever runs the app."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from starlette.applications import Starlette

from pages.delivery.fail_open import attempt
from pages.delivery.health import describe_health
from pages.delivery.routes import list_routes
from pages.health.broken import note_broken, note_whole
from tests.pages.delivery.asgi import SentResponse, ask, make_scope


def get(path: str, base: str = "") -> SentResponse:
    """Ask the routes for a path."""
    return asyncio.run(ask(Starlette(routes=list_routes(base)), make_scope(path)))


@pytest.mark.parametrize("base", ["", "/map"])
def test_health_is_ok_with_the_shipped_table(base: str) -> None:
    """Whoever watches the app learns that all is well, of when the data are and how many rows they have."""
    answer = get(f"{base}/healthz", base)
    health = json.loads(answer.body)
    assert (answer.status, health["status"]) == (200, "ok")
    assert health["data"]["cities"] == 20
    assert health["data"]["problems"] == []
    assert health["data"]["version"]
    assert health["data"]["saved"].endswith("+00:00")
    assert health["data"]["counts"] == {"coordinates": 20, "associations": 65, "counters": 67, "problems": 0}
    age = datetime.now(UTC) - datetime.fromisoformat(health["data"]["saved"])
    assert 0 <= age.total_seconds() - health["data"]["age_seconds"] < 10


def test_a_clock_that_is_behind_makes_no_data_of_the_future() -> None:
    """Right after the start of a machine without a clock the age is none, not less."""
    assert describe_health(datetime(1970, 1, 1, tzinfo=UTC)).data.age_seconds == 0


def test_health_tells_of_a_table_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Started without a table, the app is failing, which a load balancer reads; no path of the server is told."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    answer = get("/healthz")
    health = json.loads(answer.body)
    assert (answer.status, health["status"], health["data"]["saved"]) == (503, "failing", None)
    assert health["data"]["problems"] == ["There is no usable row in the table."]
    assert str(tmp_path) not in answer.body.decode()


def test_health_is_an_answer_where_the_tables_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks while they are read: 503, and no traceback."""

    def fail() -> NoReturn:
        raise PermissionError("not for you")

    monkeypatch.setattr("pages.delivery.health.find_data_state", fail)
    answer = get("/healthz")
    health = json.loads(answer.body)
    assert (answer.status, health["status"], health["failing"]) == (503, "failing", ["health"])
    assert "not for you" not in answer.body.decode()


def test_health_tells_what_the_pages_do_without() -> None:
    """A piece of delivery that failed, and a part of the pages that cannot be read, stand there until they work."""
    attempt("shell", lambda: 1 / 0, None)
    note_broken("language vi", "vi.po: broken; mend it")
    health = json.loads(get("/healthz").body)
    assert (health["status"], health["failing"]) == ("degraded", ["language vi", "shell"])
    attempt("shell", lambda: 1.0, None)
    note_whole("language vi")
    assert json.loads(get("/healthz").body)["failing"] == []
