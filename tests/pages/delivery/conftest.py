"""The running app, for tests that ask it over HTTP."""

from collections.abc import Iterator

import pytest

from pages.delivery import fail_open as failures
from tests.browser.server import RunningApp, start_app

MOST = 2  # sessions of the guarded app


@pytest.fixture(autouse=True)
def nothing_failed_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with all pieces of delivery at work."""
    monkeypatch.setattr(failures, "_ledger", failures._Ledger())


@pytest.fixture(scope="package")
def cold_app() -> Iterator[RunningApp]:
    """The app as it has just started: no page of it has run, and none may be run by a test that uses it."""
    with start_app() as running:
        yield running


@pytest.fixture(scope="package")
def guarded_app() -> Iterator[RunningApp]:
    """The app of an operator who has set what can be set: hosts, place for two, a proxy that tells everything."""
    environment = {
        "MADOGUCHI_URL": "https://map.example.org/sub",
        "MADOGUCHI_HOSTS": "city.example.jp, *.example.net",
        "MADOGUCHI_SECURITY_CONTACT": "security@example.org",
        "MADOGUCHI_METRICS": "yes",
        "MADOGUCHI_SESSIONS": str(MOST),
    }
    with start_app(environment=environment) as app:
        yield app
