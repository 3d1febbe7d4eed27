"""Run the real app in a process of its own, on a free port, for as long as a test needs it."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
SETTINGS_PATH = "/take-settings"  # of tests/browser/settable_app.py


@dataclass(frozen=True)
class RunningApp:
    """A started app: its address (without a slash at the end), its log file and its process."""

    url: str
    log_path: Path
    process: subprocess.Popen[bytes]
    log_start: int = 0  # in bytes

    def log(self) -> str:
        """Return everything the app has printed so far, or since its settings were changed."""
        return self.log_path.read_bytes()[self.log_start :].decode("utf-8", errors="replace")

    def change_settings(self, settings: Mapping[str, str]) -> "RunningApp":
        """Return the app, which is tests/browser/settable_app.py, with these settings and no others."""
        log_start = self.log_path.stat().st_size
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=START_SECONDS)
        with contextlib.closing(connection):
            connection.request("GET", f"{SETTINGS_PATH}?{urlencode(settings)}")
            assert connection.getresponse().read() == b"taken"
        return replace(self, log_start=log_start)


class SettingsChanger(Protocol):
    """What gives the app other settings: `set_app(MADOGUCHI_DATA=folder)`."""

    def __call__(self, **settings: str | Path) -> RunningApp:
        """Return the app with these and no others."""


@contextlib.contextmanager
def start_app(
    entry: str | Path = "app.py",
    environment: Mapping[str, str] | None = None,
    arguments: Sequence[str] = (),
    base_path: str = "",
    port: int | None = None,
) -> Iterator[RunningApp]:
    """Run `streamlit run ENTRY ARGUMENTS` from the repository's root until the block ends; yield once it is healthy.

    `base_path` becomes server.baseUrlPath and part of the app's address; it begins with a slash. `port` is that of an
    app which ran before; else a free one is taken. What browsers keep for a year is at the same address as before where
    the app is the usual one.
    The caller's own MADOGUCHI_ and STREAMLIT_ settings do not reach it, only `environment` does.
    Raises RuntimeError with the app's log if it ends, or is not healthy within 60 seconds.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MADOGUCHI_", "STREAMLIT_"))}
    usual = port is None and entry == "app.py"
    port = port or (_ports.pop() if usual and _ports else _find_free_port())
    command = [sys.executable, "-m", "streamlit", "run", str(entry), "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command += ["--server.baseUrlPath", base_path]
    with tempfile.TemporaryDirectory(prefix="madoguchi-") as folder:
        log_path = Path(folder) / "app.log"
        with log_path.open("wb") as log:
            process = subprocess.Popen(
                [*command, *arguments],
                cwd=ROOT,
                env=inherited | dict(environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        app = RunningApp(f"http://127.0.0.1:{port}{base_path}", log_path, process)
        try:
            _await_health(app)
            yield app
        finally:
            _stop(process)
            if usual:
                _ports.append(port)


_ports: list[int] = []  # of usual apps that have ended: a browser that knows them has their scripts compiled


def _find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _await_health(app: RunningApp) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _is_healthy(app.url):
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = app.process.wait(timeout=0.1)
            raise RuntimeError(f"the app ended with exit code {code}:\n{app.log()}")
        if time.monotonic() > deadline:
            raise RuntimeError(f"the app was not healthy within {START_SECONDS} s:\n{app.log()}")


def _is_healthy(url: str) -> bool:
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.netloc, timeout=5)
    try:
        connection.request("GET", f"{address.path}/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
