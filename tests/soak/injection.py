"""System calls that fail, or kill their caller, at a chosen one of them: by strace, which is attached to a fork.

The modules that the work needs are imported once, before the forks, so that nearly every call is one of the work.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

Fate = Literal["ENOSPC", "EIO", "SIGKILL"]
FATES: tuple[Fate, ...] = ("ENOSPC", "EIO", "SIGKILL")
# By which files are found, made, written, replaced, locked and removed; those a kernel lacks are left out.
CALLS = """
openat write close fsync fchmod chmod fchmodat rename renameat unlink unlinkat mkdir rmdir flock ftruncate lseek
newfstatat fstat getdents64 copy_file_range sendfile
"""
CRASHED = 70  # the exit code of work that raised something else than OSError
REFUSED = 1  # of work that raised OSError
_LINE = re.compile(r"(\d+) +(\w+)\((\d+)?")
_CONSOLE = ("1", "2")  # what is printed is no file of ours


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at which call: the `number`-th (from 1) of that name."""

    call: str
    number: int
    fate: Fate

    def __str__(self) -> str:
        return f"{self.fate} at {self.call} {self.number}"


@dataclass(frozen=True, slots=True)
class Ending:
    """How work ended: its exit code (negative: the signal), what it printed, whether the fault was met."""

    code: int
    printed: str
    met: bool


def find_hindrance() -> str | None:
    """Say why no call can be made to fail here; None where it can."""
    if not hasattr(os, "fork") or not shutil.which("strace"):
        return "strace is not installed here"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return f"strace may trace nothing here: {tried.stderr.decode().strip()}" if tried.returncode else None


def list_calls(work: Callable[[], None]) -> list[tuple[str, int]]:
    """Do the work and list its calls in order: each one's name, and which of that name it is."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as folder:
        trace = Path(folder) / "trace"
        _run_traced(
            work, ["-e", f"trace={','.join(f'?{call}' for call in CALLS.split())}", "-o", str(trace)], Path(folder)
        )
        found = [_LINE.match(line) for line in trace.read_text(errors="replace").splitlines()]
    counts: Counter[str] = Counter()
    calls = []
    main = next(line[1] for line in found if line)
    for line in found:
        if line and line[1] == main:
            counts[line[2]] += 1
            if line[3] not in _CONSOLE:
                calls.append((line[2], counts[line[2]]))
    return calls


def choose_faults(calls: Sequence[tuple[str, int]], limit: int) -> list[Fault]:
    """Choose calls evenly, at most `limit`, so that the first and the last are among them, each with every fate."""
    step = max(1, -(-len(calls) // limit))
    chosen = dict.fromkeys([*calls[::step], calls[-1]])
    return [Fault(*call, fate) for call in chosen for fate in FATES]


def run_with(fault: Fault, work: Callable[[], None]) -> Ending:
    """Do the work in a process in which the fault happens."""
    effect = "signal=SIGKILL" if fault.fate == "SIGKILL" else f"error={fault.fate}"
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as folder:
        trace = Path(folder) / "trace"
        inject = f"inject={fault.call}:{effect}:when={fault.number}"
        options = ["-e", f"trace={fault.call}", "-e", inject, "-o", str(trace)]
        code, printed = _run_traced(work, options, Path(folder))
        met = "(INJECTED)" in trace.read_text(errors="replace") or code == -signal.SIGKILL
    return Ending(code, printed, met)


def _run_traced(work: Callable[[], None], options: list[str], folder: Path) -> tuple[int, str]:
    """Do the work in a fork that strace follows from its first call on; return its exit code and what it printed."""
    ready, go = os.pipe()
    printed = folder / "printed"
    sys.stdout.flush()
    sys.stderr.flush()
    console = os.open(printed, os.O_WRONLY | os.O_CREAT)
    worker = os.fork()
    if worker == 0:  # no call that can be made to fail until strace follows
        os.dup2(console, 1)
        os.dup2(console, 2)
        os.read(ready, 1)
        _do(work)
    os.close(console)
    os.close(ready)
    tracer = subprocess.Popen(["strace", "-f", *options, "-p", str(worker)], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    attached = tracer.stderr.readline()
    with contextlib.suppress(BrokenPipeError):
        os.write(go, b"x")
    os.close(go)
    _, status = os.waitpid(worker, 0)
    tracer.communicate()
    if "attached" not in attached:
        raise RuntimeError(f"strace could not follow the work: {attached}")
    return os.waitstatus_to_exitcode(status), printed.read_text(errors="replace")


def _do(work: Callable[[], None]) -> NoReturn:
    """Do the work and end the process: 0, or what it ended with, or what its error means."""
    code = 0
    try:
        work()
    except OSError as error:
        code = REFUSED
        os.write(2, str(error).encode())
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else CRASHED
    except BaseException:
        code = CRASHED
        os.write(2, traceback.format_exc().encode())
    os._exit(code)
