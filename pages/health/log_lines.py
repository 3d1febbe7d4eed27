"""Log lines: each event is one line of name=value, and nothing of a visitor is in it.

Of an error stands what kind it is and where in the program it happened. Its own words stand there only where they come
from the system or from us: others quote what they were given, which may be what somebody has searched for.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = "site-packages"
MAX_FRAMES = 8  # of a trace, the innermost first
PLAIN = re.compile(r"[\w.:/+-]+", re.ASCII)
LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029"}  # JSON leaves these as they are
QUOTING = (ValueError, LookupError, TypeError)  # their words quote what they were given
SERVER = ("streamlit", "uvicorn")  # who log beside us in the same process
FACTS = "facts"  # the attribute of a record that holds further names and values


class LineFormatter(logging.Formatter):
    """Formatter that writes a record as one line, whatever is in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return time, level, logger and event, the facts of the record, and what is known of an error."""
        moment = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        values: dict[str, object] = {"time": moment, "level": record.levelname.lower(), "logger": record.name}
        values |= {"event": record.getMessage(), **getattr(record, FACTS, {})}
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            values |= {"error": type(error).__name__, "trace": trace_error(error)}
        return " ".join(f"{name}={_quote(value)}" for name, value in values.items())


def use_lines() -> None:
    """Let this process log in lines; where logging has been set up otherwise, only the server's own loggers do."""
    formatter = LineFormatter()
    for logger in [*logging.root.manager.loggerDict.values()]:
        if isinstance(logger, logging.Logger) and logger.name.split(".")[0] in SERVER:
            for handler in logger.handlers:
                handler.setFormatter(formatter)
    if logging.lastResort:  # writes what nobody else has a handler for
        logging.lastResort.setFormatter(formatter)
        logging.lastResort.setLevel(logging.INFO)
    logging.getLogger("pages").setLevel(logging.INFO)


def add_facts(facts: Mapping[str, object]) -> Mapping[str, object]:
    """Return names and values as `extra` of a call to a logger."""
    return {FACTS: dict(facts)}


def describe_error(error: BaseException) -> str:
    """Return an error's own words; of one that may quote a visitor only its kind, of one without words too."""
    return type(error).__name__ if isinstance(error, QUOTING) or not str(error) else str(error)


def trace_error(error: BaseException) -> str:
    """Return where an error came from: files without this machine's folders, lines and functions, innermost first."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:])
    return " < ".join(f"{_shorten(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in frames)


def _shorten(file: Path) -> str:
    if PACKAGES in file.parts:
        return "/".join(file.parts[file.parts.index(PACKAGES) + 1 :])
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name


def _quote(value: object) -> str:
    text = str(value)
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False).translate(LINE_ENDS)
