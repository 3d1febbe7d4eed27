"""Hosts on which hardly anything works: nothing can be written, no home, an old locale, a wrong clock."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.pages.delivery.client import request
from tests.source import ROOT

ADDRESSES = ("/", "/cities", "/data/cities.csv", "/healthz")
CLOCK = Path(__file__).with_name("clock.c")
START_SECONDS = 90
# In a mount namespace of its own: FOLDER gets the few KB of a temporary folder, which is filled.
FULL = 'mount -t tmpfs -o size=32k none "$FOLDER" && { cat /dev/zero > "$FOLDER/filler" 2>/dev/null; exec "$@"; }'
READ_ONLY = 'mount -o remount,bind,ro / && exec "$@"'
NOWHERE = {"HOME": "/nonexistent"}
PLAIN = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@dataclass(frozen=True, slots=True)
class Host:
    """A host: what runs the app there, and its environment; None is a variable that is not there."""

    name: str
    prefix: tuple[str, ...] = ()
    environment: Mapping[str, str | None] = field(default_factory=dict)
    year: int | None = None  # that its clock shows


HOSTS = (
    Host("a read-only file system, /tmp too", ("unshare", "-m", "sh", "-c", READ_ONLY, "sh")),
    Host("a full temporary folder", ("unshare", "-m", "sh", "-c", FULL, "sh"), {"TMPDIR": "FOLDER"}),
    Host("LC_ALL=C, PYTHONUTF8=0", environment=PLAIN),
    Host("LC_ALL=POSIX, PYTHONUTF8=0", environment=PLAIN | {"LC_ALL": "POSIX"}),
    Host("no HOME", environment={"HOME": None}),
    Host("a HOME that is not there", environment=NOWHERE),
    Host("a clock in 1970", year=1970),
    Host("a clock in 2100", year=2100),
)


def find_hindrance(host: Host) -> str | None:
    """Say why the host cannot be made here; None where it can."""
    if host.year and not shutil.which("cc"):
        return "there is no C compiler here to make a wrong clock with"
    if not host.prefix:
        return None
    if not shutil.which(host.prefix[0]):
        return f"{host.prefix[0]} is not installed here"
    if host.prefix[0] == "unshare":
        tried = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False)
        return "nothing may be mounted here" if tried.returncode else None
    return None


def try_host(host: Host) -> list[str]:
    """Start the app on the host and ask for each address; return what was wrong."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-soak-") as name:
        folder, log = Path(name) / "temporary", Path(name) / "log"
        folder.mkdir()
        with _start(host, folder, log) as (url, pid):
            wrong = _await(url, pid) or [fault for address in ADDRESSES for fault in _ask(url, address)]
            filler = Path(f"/proc/{pid}/root{folder}/filler")
            if not wrong and host.environment.get("TMPDIR") and filler.exists():
                filler.unlink()
                wrong = [f"with space again: {fault}" for fault in _ask(url, "/") + _look_healed(url)]
        told = log.read_text(errors="replace")
    return [*wrong, *(["a traceback in the log: " + told[-500:]] if "Traceback" in told else [])]


@contextlib.contextmanager
def _start(host: Host, folder: Path, log: Path) -> Iterator[tuple[str, int]]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [*host.prefix, sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    wanted = {name: str(folder) if value == "FOLDER" else value for name, value in host.environment.items()}
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("MADOGUCHI_", "STREAMLIT_"))}
    environment = {name: value for name, value in (usual | wanted).items() if value is not None}
    environment |= {
        "FOLDER": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if host.year:
        environment |= _make_clock(host.year, folder)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _make_clock(year: int, folder: Path) -> dict[str, str]:
    """Make the environment in which a program takes it to be the second of March of that year."""
    library = folder / "clock.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(CLOCK), "-ldl"], check=True)
    shift = datetime(year, 3, 2, tzinfo=UTC).timestamp() - time.time()
    return {"LD_PRELOAD": str(library), "CLOCK_SHIFT": str(int(shift))}


def _await(url: str, pid: int) -> list[str]:
    """Wait until the app is healthy; say that it never was."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, http.client.HTTPException):
            if request(url, "/_stcore/health").status == http.HTTPStatus.OK:
                return []
        if not Path(f"/proc/{pid}").exists():
            break
        time.sleep(0.1)  # between two questions: a process that starts tells nobody when it is ready
    return ["it does not start"]


def _ask(url: str, address: str) -> list[str]:
    """Ask for an address; say what its answer lacks."""
    try:
        reply = request(url, address)
    except (OSError, http.client.HTTPException) as error:
        return [f"{address}: {error!r}"]
    wanted = {"/": "Sapporo", "/cities": "Sapporo", "/data/cities.csv": "札幌", "/healthz": '"cities":20'}[address]
    text = reply.body.decode(errors="replace").replace('"cities": 20', '"cities":20')
    return [] if reply.status == http.HTTPStatus.OK and wanted in text else [f"{address}: {reply.status}, no {wanted}"]


def _look_healed(url: str) -> list[str]:
    text = request(url, "/healthz").body.decode()
    return [f"/healthz: {text}"] if "folder of scripts and styles" in text else []


if __name__ == "__main__":
    for host in HOSTS:
        print(host.name, find_hindrance(host) or try_host(host) or "well", flush=True)
