"""Health of the app, for whoever runs it: /healthz."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse

from pages.answers.atlas import find_data_state
from pages.delivery.fail_open import list_failures
from pages.health.broken import list_broken


@dataclass(frozen=True, slots=True)
class DataHealth:
    """The data that are shown, and what is wrong with newer ones."""

    version: str
    saved: str | None  # ISO 8601, UTC
    cities: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """Whether all is well, and what is not."""

    status: str  # "ok" or "degraded": pages are served, but not as they should be
    data: DataHealth
    failing: tuple[str, ...]  # pieces of delivery and parts of the pages that are done without; the log says why


def describe_health() -> Health:
    """Describe how the app is now. A further piece that can fail is a field of `Health` and counts in `status`."""
    state = find_data_state()
    problems = [state.problem] if state.problem else []
    if not state.cities:
        problems.append("There is no usable row in the table.")
    saved = state.good_since.isoformat(timespec="seconds") if state.good_since else None
    data = DataHealth(state.version, saved, state.cities, tuple(problems))
    failing = tuple(sorted({*(failure.piece for failure in list_failures()), *list_broken()}))
    return Health("degraded" if problems or failing else "ok", data, failing)


def send_health(request: Request) -> JSONResponse:  # noqa: ARG001 - Starlette's signature
    """Answer with the health as JSON; 200 in any case, since a server that is replaced would be no better."""
    return JSONResponse(asdict(describe_health()), headers={"cache-control": "no-store"})
