"""The day, the address and the fewer languages of the editions that tests make, the command, what pages link."""

import datetime
import posixpath
import subprocess
import sys
from pathlib import Path

from tests.browser.server import ROOT
from tests.data.commands import Done, run
from tests.pages.parsed_html import Document

DAY = datetime.date(2026, 4, 1)
URL = "https://example.org/map"
SOME = ("en", "ja", "ja-easy", "vi")
ADDRESSES = ("href", "src", "data-map", "data-city-url", "data-names-url")


def find_target(name: str, address: str) -> str:
    """Where an address in a page of this name leads, below the edition's root; a folder has a slash at the end."""
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), address))
    return path.strip("/") + ("/" if address.endswith("/") and path != "/" else "")


def list_addresses(document: Document) -> list[str]:
    """Every address in a document's attributes."""
    return [
        element.attributes[name] for element in document.elements for name in ADDRESSES if name in element.attributes
    ]


def start_publishing(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a program of its own."""
    command = [sys.executable, "-m", "data", "publish", str(folder), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def publish(folder: Path, *options: str, data: Path | None = None) -> Done:
    """Run the command in this process."""
    return run("publish", folder, *options, folder=data)


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}
