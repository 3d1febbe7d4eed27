"""Results that several threads ask for at a time are made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from data.shared_result import SharedResult

ASKERS = 8


def test_who_asks_meanwhile_waits_for_the_same_result() -> None:
    """Eight threads, of which the last has asked before the first has its result: it is made once."""
    made: list[object] = []
    asked, all_asked = Barrier(ASKERS + 1), Event()

    @SharedResult
    def make(kind: str) -> object:
        all_asked.wait()
        made.append(kind)
        return object()

    def ask(_: int) -> object:
        asked.wait()
        return make("one")

    with ThreadPoolExecutor(ASKERS) as threads:
        results = threads.map(ask, range(ASKERS))
        asked.wait()
        all_asked.set()
        assert len(set(results)) == 1
    assert made == ["one"]
    assert make("one") is not make("another")


def test_what_failed_is_tried_again() -> None:
    """The error goes to who asked; nothing of it is kept."""
    turns = iter([ValueError("not yet"), None])

    @SharedResult
    def make() -> str:
        if error := next(turns):
            raise error
        return "made"

    with pytest.raises(ValueError, match="not yet"):
        make()
    assert make() == "made"


def test_a_forgotten_result_is_made_anew() -> None:
    """As of `functools.cache`."""
    make = SharedResult(object)
    first = make()
    assert make() is first
    make.cache_clear()
    assert make() is not first
