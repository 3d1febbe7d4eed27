"""What is measured: this app and three others on the same rows, each a server in a process of its own."""

import contextlib
import http.client
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
START_SECONDS = 60
CORES = 2  # what a server may use; the browser uses the machine's others where it has more

MADOGUCHI, PLAIN, HELLO, DATASETTE, JAPAN = "madoguchi", "plain", "hello", "datasette", "japan"
WATCHING = "watching"
TITLES = {
    MADOGUCHI: "Madoguchi Map",
    PLAIN: "plain streamlit-folium",
    HELLO: "Streamlit hello world",
    DATASETTE: "datasette-cluster-map",
    JAPAN: "all 1,741 municipalities",
    WATCHING: "watching its files",
}
SIDE_BY_SIDE = tuple(name for name in TITLES if name != WATCHING)  # the others measure beside each other


@dataclass(frozen=True)
class Server:
    """A running subject: its name, its address without a slash at the end, the page to open, its process."""

    name: str
    url: str
    path: str
    process_id: int
    log: Path


@contextlib.contextmanager
def start_servers(folder: Path, names: Sequence[str], japan: Path | None = None) -> Iterator[dict[str, Server]]:
    """Run the named subjects until the block ends, their logs and the SQLite file in `folder`.

    `japan` is the data folder of all municipalities. Raises RuntimeError with the log of one that does not start.
    """
    streamlit = [sys.executable, "-m", "streamlit", "run"]
    database = folder / "bench.db"
    commands = {
        MADOGUCHI: (ROOT, "/", [*streamlit, "app.py"]),
        JAPAN: (ROOT, "/", [*streamlit, "app.py"]),
        WATCHING: (ROOT, "/", [*streamlit, "app.py", "--server.fileWatcherType", "auto"]),
        # from an empty folder: the app's own Streamlit settings are not theirs
        PLAIN: (folder, "/", [*streamlit, str(HERE / "plain_app.py")]),
        HELLO: (folder, "/", [*streamlit, str(HERE / "hello_app.py")]),
        DATASETTE: (folder, "/bench/cities", [sys.executable, "-m", "datasette", "serve", str(database)]),
    }
    with contextlib.ExitStack() as stack:
        running = {}
        for name in names:
            if name == DATASETTE:
                write_database(database)
            where, path, command = commands[name]
            environment = {"MADOGUCHI_SESSIONS": "0"}  # what it carries is measured, not whom it refuses
            environment |= {"MADOGUCHI_DATA": str(japan)} if name == JAPAN else {}
            log = folder / f"{name}.log"
            running[name] = stack.enter_context(_run(name, path, command, where, environment, log))
        yield running


def write_database(path: Path) -> None:
    """Write the rows that the plain app shows as the SQLite table `cities`."""
    cities = pd.read_csv(ROOT / "data" / "cities.tsv", sep="\t", dtype=str, keep_default_na=False)
    places = pd.read_csv(ROOT / "geocache" / "coordinates.csv")
    rows = cities.join(places[["latitude", "longitude"]])
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows.to_sql("cities", connection, index=False, if_exists="replace")


@contextlib.contextmanager
def _run(
    name: str, path: str, command: Sequence[str], where: Path, environment: Mapping[str, str], log: Path
) -> Iterator[Server]:
    port = _find_free_port()
    options = ["--host", "127.0.0.1", "--port", str(port)]
    if name != DATASETTE:
        options = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.headless", "true"]
        options += ["--browser.gatherUsageStats", "false"]
    if name in {PLAIN, HELLO}:
        options += ["--server.fileWatcherType", "none"]  # in their favour: Streamlit's own setting would slow them down
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("MADOGUCHI_", "STREAMLIT_"))}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*_pin(), *command, *options],
            cwd=where,
            env=inherited | dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _await_answer(process, port, path, log)
        yield Server(name, f"http://127.0.0.1:{port}", path, process.pid, log)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _pin() -> list[str]:
    taskset = shutil.which("taskset")
    return [taskset, "--cpu-list", f"0-{CORES - 1}"] if taskset and (os.cpu_count() or 1) > CORES else []


def _find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _await_answer(process: subprocess.Popen[bytes], port: int, path: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(port, path):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{log.stem} did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)  # not a fixed wait: it ends with the process, and the question is asked again


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
