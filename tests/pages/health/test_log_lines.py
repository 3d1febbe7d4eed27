"""Each event is one line that a person and a program can read, and nothing of a visitor gets into it."""

import json
import logging
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.health.incidents import LINES_AN_HOUR, note_incident, number_fault
from pages.health.log_lines import LineFormatter, add_facts, describe_error, trace_error

PAIR = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S+)')


def make_record(message: str, error: Exception | None = None, **facts: object) -> logging.LogRecord:
    """Make a record as a logger does."""
    about = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("pages.some", logging.WARNING, "file.py", 1, message, None, about)
    vars(record).update(add_facts(facts))
    return record


def read_line(line: str) -> dict[str, str]:
    """Read a line back: names and values."""
    return {name: json.loads(value) if value.startswith('"') else value for name, value in PAIR.findall(line)}


def catch(error: Exception) -> Exception:
    """Raise an error and return it, with where it came from."""
    try:
        raise error
    except Exception as caught:
        return caught


def test_a_line_says_when_how_bad_who_and_what() -> None:
    """Names and values in one order; facts of the event after it."""
    line = LineFormatter().format(make_record("The app starts.", cities=20, settings="A B"))
    assert re.sub(r"time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", "", line) == (
        'level=warning logger=pages.some event="The app starts." cities=20 settings="A B"'
    )


@given(st.text(), st.text())
def test_whatever_is_said_stays_on_its_line(message: str, fact: str) -> None:
    """Line ends of every kind, quotes and names with a sign of equality in a text forge no line and no value."""
    line = LineFormatter().format(make_record(message.replace("%", "%%"), fact=fact))
    assert len(line.splitlines()) == 1
    assert read_line(line)["fact"] == fact


def test_an_error_is_its_kind_and_its_place() -> None:
    """No traceback of many lines, no folder of this machine, no word of what somebody has searched for."""
    error = catch(ValueError("no such city: himitsu"))
    line = LineFormatter().format(make_record("It failed.", error))
    assert read_line(line)["error"] == "ValueError"
    assert re.fullmatch(r"tests/pages/health/test_log_lines\.py:\d+ catch", read_line(line)["trace"])
    assert "himitsu" not in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device"), "[Errno 28] No space left on device"),
        (RuntimeError("the renderer is gone"), "the renderer is gone"),
        (ModuleNotFoundError("No module named 'brotli'"), "No module named 'brotli'"),
        (ValueError("himitsu"), "ValueError"),
        (KeyError("himitsu"), "KeyError"),
        (UnicodeEncodeError("ascii", "himitsu\u00e9", 7, 8, "no"), "UnicodeEncodeError"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_own_words_of_an_error_stand_where_they_quote_nobody(error: Exception, words: str) -> None:
    """What the system says helps whoever runs the app; what repeats its input may be a visitor's."""
    assert describe_error(error) == words


def test_the_same_fault_has_the_same_number() -> None:
    """Whoever meets it, on whichever replica, after a restart; another place or kind has another."""
    faults = [catch(ValueError(word)) for word in ("a", "b")]
    assert trace_error(faults[0]) == trace_error(faults[1])
    assert number_fault(faults[0]) == number_fault(faults[1]) != number_fault(catch(KeyError("a")))
    assert re.fullmatch(r"\d{4}-\d{4}", number_fault(faults[0]))


def test_a_fault_that_is_provoked_does_not_fill_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Twenty lines an hour for each number; whoever comes later has the number all the same."""
    numbers = {note_incident("a page", catch(LookupError(str(count)))) for count in range(100)}
    assert len(numbers) == 1
    assert len(caplog.records) == LINES_AN_HOUR
