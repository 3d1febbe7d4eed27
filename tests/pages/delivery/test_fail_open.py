"""Whoever runs the app is told of each thing that breaks, and whether it still is broken; nobody can fill his log."""

import asyncio
import logging
from collections.abc import Callable
from typing import NoReturn

import pytest

from pages.delivery.fail_open import LINES_AN_HOUR, attempt, attempt_async, list_failures


def fail_with(error: Exception) -> Callable[[], NoReturn]:
    """Make a work that breaks in this way."""

    def work() -> NoReturn:
        raise error

    return work


def list_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """List what the log says."""
    return [record.getMessage() for record in caplog.records]


def test_a_later_failure_of_another_kind_is_not_silenced(caplog: pytest.LogCaptureFixture) -> None:
    """Each different error is written once, with the piece's name."""
    for error in (OSError(36, "File name too long"), OSError(28, "No space left"), OSError(28, "No space left")):
        assert attempt("files", fail_with(error), "plain") == "plain"
    assert list_lines(caplog) == [
        "Delivery works without 'files', which failed: [Errno 36] File name too long",
        "Delivery works without 'files', which failed: [Errno 28] No space left",
    ]


def test_ever_new_words_do_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """A stranger who makes one place fail a thousand times gets five lines an hour, and hides no other place."""
    for number in range(1000):
        attempt("files", fail_with(OSError(f"name {number}" + "x" * 5000)), None)

    def break_elsewhere() -> NoReturn:
        raise OSError("the disk is gone")

    attempt("files", break_elsewhere, None)
    lines = list_lines(caplog)
    assert len(lines) == LINES_AN_HOUR + 1
    assert "the disk is gone" in lines[-1]
    assert max(map(len, lines)) < 400


def test_the_log_does_not_repeat_what_a_visitor_sent(caplog: pytest.LogCaptureFixture) -> None:
    """An error that quotes what it was given is told by its kind alone."""
    attempt("words", fail_with(ValueError("cannot read 'himitsu'")), None)
    assert list_lines(caplog) == ["Delivery works without 'words', which failed: ValueError"]
    assert [failure.error for failure in list_failures()] == ["ValueError"]


def test_an_hour_later_one_place_may_be_told_again(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bound is on lines an hour, not for ever."""
    for hours in (0, 2):
        monkeypatch.setattr("time.monotonic", lambda now=hours * 3600.0: now)
        for number in range(10):
            attempt("files", fail_with(OSError(f"{hours} {number}")), None)
    assert len(list_lines(caplog)) == 2 * LINES_AN_HOUR


def test_a_piece_that_works_again_is_healthy_again(caplog: pytest.LogCaptureFixture) -> None:
    """What fails now is listed with its last words and since when; what works again is not, and the log says so."""
    attempt("files", fail_with(RuntimeError("first")), None)
    (before,) = list_failures()
    asyncio.run(attempt_async("files", fail_with(RuntimeError("then")), None))
    attempt("words", fail_with(RuntimeError()), None)
    files, words = list_failures()
    assert (files.piece, files.error, files.since) == ("files", "then", before.since)
    assert (words.piece, words.error) == ("words", "RuntimeError")
    assert attempt("files", lambda: "done", None) == "done"
    assert [failure.piece for failure in list_failures()] == ["words"]
    assert list_lines(caplog)[-1] == "Delivery works with 'files' again"
    attempt("files", fail_with(RuntimeError("first")), None)
    assert list_lines(caplog)[-1] == "Delivery works without 'files', which failed: first"


def test_having_nothing_to_do_is_not_working_again() -> None:
    """A piece that breaks at each file is not well because it was asked for no file."""
    attempt("files", fail_with(RuntimeError("broken")), None)
    attempt("files", lambda: None, None)
    assert [failure.piece for failure in list_failures()] == ["files"]


def test_what_never_failed_is_not_said_to_work_again(caplog: pytest.LogCaptureFixture) -> None:
    """A sound piece leaves no line."""
    caplog.set_level(logging.DEBUG)
    assert attempt("files", lambda: 1, 0) == 1
    assert (list_failures(), list_lines(caplog)) == ((), [])
