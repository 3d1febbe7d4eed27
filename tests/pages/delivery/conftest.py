"""The running app, for tests that ask it over HTTP."""

from collections.abc import Iterator

import pytest

from pages.delivery import fail_open as failures
from tests.browser.server import RunningApp, start_app


@pytest.fixture(autouse=True)
def nothing_failed_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with all pieces of delivery at work."""
    monkeypatch.setattr(failures, "_ledger", failures._Ledger())


@pytest.fixture(scope="package")
def cold_app() -> Iterator[RunningApp]:
    """The app as it has just started: no page of it has run, and none may be run by a test that uses it."""
    with start_app() as running:
        yield running
