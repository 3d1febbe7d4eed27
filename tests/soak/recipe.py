"""The recipe for a host, run here: pages/delivery/nginx.conf in front of replicas of the app."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.server import ROOT, RunningApp, start_app
from tests.soak.client import ask

NGINX = ROOT / "pages" / "delivery" / "nginx.conf"
SERVER = re.compile(r"^ *server app1:8501(.*)\n *server app2:8501.*\n", re.MULTILINE)
START_SECONDS = 30
MAX_LOG_LENGTH = 2000  # letters of it that a message holds
CERTIFICATE = (
    "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
)


@dataclass(frozen=True)
class Recipe:
    """nginx's address without a slash at the end, and the replicas behind it."""

    url: str
    replicas: Sequence[RunningApp]


@contextlib.contextmanager
def start_recipe(folder: Path, count: int, environment: Mapping[str, str] | None = None) -> Iterator[Recipe]:
    """Run nginx in front of so many replicas until the block ends; logs, copies and certificate lie in `folder`.

    Raises RuntimeError with the log of what does not start.
    """
    port = find_free_port()
    url = f"https://127.0.0.1:{port}"
    ours = {"STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex(32), "MADOGUCHI_URL": url}
    with contextlib.ExitStack() as stack:
        replicas = [
            stack.enter_context(start_app(environment={**ours, **(environment or {})}, port=find_free_port()))
            for _ in range(count)
        ]
        write_files(folder, [urlsplit(replica.url).netloc for replica in replicas], find_free_port(), port)
        stack.enter_context(_run_nginx(folder, url))
        yield Recipe(url, replicas)


def find_hindrance() -> str | None:
    """Say what is lacking to run the recipe here; None where nothing is."""
    missing = [name for name in ("nginx", "openssl") if not shutil.which(name)]
    return f"not installed here: {', '.join(missing)}" if missing else None


def write_files(folder: Path, replicas: Sequence[str], plain_port: int, port: int) -> None:
    """Write the repository's configuration with this machine's ports, paths and replicas, and a certificate."""
    folder.chmod(0o755)  # nginx's workers are nobody in particular
    for name in ("tls", "cache"):
        (folder / name).mkdir(parents=True)
    out = ["-keyout", str(folder / "tls/privkey.pem"), "-out", str(folder / "tls/fullchain.pem")]
    subprocess.run([*CERTIFICATE.split(), *out], check=True, capture_output=True)
    (folder / "nginx.conf").write_text(fit(NGINX.read_text(encoding="utf-8"), folder, replicas, plain_port, port))


def fit(text: str, folder: Path, replicas: Sequence[str], plain_port: int, port: int) -> str:
    """Fit the configuration to this machine: ports, paths and replicas, and nothing else."""
    text = SERVER.sub(lambda found: "".join(f"    server {one}{found[1]}\n" for one in replicas), text)
    for shipped, here in {
        "listen 80;": f"listen 127.0.0.1:{plain_port};",
        "listen 443 ": f"listen 127.0.0.1:{port} ",
        "/etc/nginx/tls": str(folder / "tls"),
        "/var/cache/nginx": str(folder / "cache"),
        "/run/nginx.pid": str(folder / "nginx.pid"),
        "/dev/stdout": str(folder / "access.log"),
    }.items():
        if shipped not in text:
            raise ValueError(f"{NGINX.name} has no {shipped!r}: fit it here to what stands there now")
        text = text.replace(shipped, here)
    return text


def find_free_port() -> int:
    """Find a port that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def _run_nginx(folder: Path, url: str) -> Iterator[None]:
    log = folder / "nginx.log"
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(url):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"nginx did not start:\n{log.read_text(errors='replace')[:MAX_LOG_LENGTH]}")
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _answers(url: str) -> bool:
    try:
        return ask(url, "/_stcore/health").status == 200
    except OSError:
        time.sleep(0.1)  # between two questions: nginx tells nobody when it is ready
        return False
