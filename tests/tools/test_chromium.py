"""Which Chromium is taken, and what is tried where there is none."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import ROOT
from tests.local_server import serve

WORKING = "#!/bin/sh\nexit 0\n"
BROKEN = "#!/bin/sh\necho needs a snap >&2\nexit 1\n"
WITH_FONTS = "#!/bin/sh\necho 'Noto Sans'\n"
SUDO = '#!/bin/sh\nshift\nexec "$@"\n'  # drops -n
APT = """#!/bin/sh
echo "apt-get $*" >&2
case "$*" in "install "*" chromium") printf '#!/bin/sh\\n' >"$BIN/chromium"; /bin/chmod +x "$BIN/chromium";; esac
"""


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """An otherwise empty PATH, on which the fonts are there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    put(folder, "fc-list", WITH_FONTS)
    return folder


@pytest.fixture
def empty_host() -> Iterator[str]:
    """A download server that has no browser."""
    with serve() as url:
        yield url


def put(folder: Path, name: str, script: str) -> Path:
    """Write an executable."""
    path = folder / name
    path.write_text(script)
    path.chmod(0o755)
    return path


def ask_for_chromium(bin_folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command with nothing on PATH but the folder, and no browser downloaded before."""
    inherited = {name: value for name, value in os.environ.items() if name != "CHROMIUM"}
    empty = {
        "PATH": str(bin_folder),
        "BIN": str(bin_folder),
        "PLAYWRIGHT_BROWSERS_PATH": str(bin_folder / "downloaded"),
    }
    return subprocess.run(
        [sys.executable, "-m", "tests.tools.chromium"],
        cwd=ROOT,
        env=inherited | empty | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("installed", "taken"),
    [
        ({"chromium": WORKING, "chromium-headless-shell": WORKING}, "chromium-headless-shell"),
        ({"chromium": WORKING, "google-chrome": WORKING, "chrome": WORKING}, "chromium"),
        ({"chromium-browser": WORKING, "google-chrome": WORKING}, "chromium-browser"),
        ({"chromium-browser": BROKEN, "google-chrome": WORKING}, "google-chrome"),
        ({"chrome": WORKING}, "chrome"),
    ],
)
def test_the_first_installed_browser_that_starts_is_taken(
    bin_folder: Path, installed: dict[str, str], taken: str
) -> None:
    """An installed browser is used without any download; one that does not start is passed over."""
    for name, script in installed.items():
        put(bin_folder, name, script)
    done = ask_for_chromium(bin_folder)
    assert (done.stdout, done.stderr) == (f"{bin_folder / taken}\n", "")


def test_the_named_browser_comes_before_installed_ones(bin_folder: Path, tmp_path: Path) -> None:
    """CHROMIUM decides."""
    put(bin_folder, "chromium", WORKING)
    named = put(tmp_path, "my browser", WORKING)
    assert ask_for_chromium(bin_folder, CHROMIUM=str(named)).stdout == f"{named}\n"


def test_a_named_browser_that_does_not_start_is_an_error(bin_folder: Path, tmp_path: Path) -> None:
    """A wrong CHROMIUM is told, not replaced by another browser in silence."""
    put(bin_folder, "chromium", WORKING)
    done = ask_for_chromium(bin_folder, CHROMIUM=str(tmp_path / "nowhere"))
    assert done.returncode == 1
    assert "nowhere' does not start" in done.stderr


def test_playwright_is_asked_first_and_the_system_second(bin_folder: Path, empty_host: str) -> None:
    """Without a browser Playwright's download is tried, and when that fails the system's package."""
    put(bin_folder, "apt-get", APT)
    put(bin_folder, "sudo", SUDO)
    done = ask_for_chromium(bin_folder, PLAYWRIGHT_DOWNLOAD_HOST=empty_host)
    assert done.stdout == f"{bin_folder / 'chromium'}\n"
    assert -1 < done.stderr.find("playwright install") < done.stderr.find("apt-get install")


def test_no_browser_at_all_fails_and_says_what_to_do(bin_folder: Path, empty_host: str) -> None:
    """Where nothing can be fetched the command fails; browser tests are never left out."""
    (bin_folder / "downloaded").touch()  # no folder: Playwright sees at once that it cannot write there
    done = ask_for_chromium(bin_folder, PLAYWRIGHT_DOWNLOAD_HOST=empty_host)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Install Chromium or Google Chrome" in done.stderr.splitlines()[-1]


def test_missing_fonts_without_apt_are_told_but_do_not_fail(bin_folder: Path) -> None:
    """A system without apt runs the tests with the fonts it has."""
    put(bin_folder, "chromium", WORKING)
    put(bin_folder, "fc-list", "#!/bin/sh\n")
    done = ask_for_chromium(bin_folder)
    assert done.returncode == 0
    assert "not installed: fonts-noto-cjk, fonts-noto-core" in done.stderr
