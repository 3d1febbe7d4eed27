"""Health of the app, for whoever runs it: /healthz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse

from pages.answers.atlas import find_data_state, get_atlas
from pages.delivery.fail_open import attempt, list_failures
from pages.health.broken import list_broken

PIECE = "health"


@dataclass(frozen=True, slots=True)
class DataHealth:
    """The data that are shown, and what is wrong with newer ones."""

    version: str = ""
    saved: str | None = None  # ISO 8601, UTC
    age_seconds: int | None = None  # since then
    cities: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)  # of what else was read, by its file's name
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """Whether all is well, and what is not."""

    status: str  # "ok", "degraded": pages are served, but not as they should be, or "failing": there are no data
    data: DataHealth
    failing: tuple[str, ...]  # pieces of delivery and parts of the pages that are done without; the log says why


def describe_health(now: datetime | None = None) -> Health:
    """Describe how the app is now. A further piece that can fail is a field of `Health` and counts in `status`."""
    data = attempt(PIECE, lambda: _describe_data(now or datetime.now(UTC)), None)
    data = data or DataHealth(problems=("The tables cannot be read; the log says why.",))
    failing = tuple(sorted({*(failure.piece for failure in list_failures()), *list_broken()}))
    status = "degraded" if data.problems or failing else "ok"
    return Health(status if data.cities else "failing", data, failing)


def send_health(request: Request) -> JSONResponse:  # noqa: ARG001 - Starlette's signature
    """Answer with the health as JSON; 503 only where there are no data to show.

    With anything less, a server that is replaced would be no better.
    """
    health = describe_health()
    status = HTTPStatus.SERVICE_UNAVAILABLE if health.status == "failing" else HTTPStatus.OK
    return JSONResponse(asdict(health), status, {"cache-control": "no-store"})


def _describe_data(now: datetime) -> DataHealth:
    state, atlas = find_data_state(), get_atlas()
    problems = [state.problem] if state.problem else []
    if not state.cities:
        problems.append("There is no usable row in the table.")
    saved = state.good_since
    counts = {
        "coordinates": len(atlas.coordinates),
        "associations": len(atlas.offices.associations),
        "counters": len(atlas.offices.counters),
        "problems": state.problems,
    }
    return DataHealth(
        state.version,
        saved.isoformat(timespec="seconds") if saved else None,
        max(0, int((now - saved).total_seconds())) if saved else None,
        state.cities,
        counts,
        tuple(problems),
    )
