"""Find a Chromium that starts, or get one: `python -m tests.tools.chromium` prints its path."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from playwright.sync_api import sync_playwright

# Chromium without windows first: it draws the same pages with a third less work.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = NAMES[:2]  # of Debian
SCRIPTS = {"ja": "fonts-noto-cjk", "my": "fonts-noto-core", "ne": "fonts-noto-core"}  # language: Debian's package
REMEDY = "Install Chromium or Google Chrome, or name one: CHROMIUM=/path/to/chromium make test"


class NoChromiumError(Exception):
    """No Chromium is installed and none could be fetched; says what to do."""


def get_chromium() -> Path:
    """Return an installed Chromium; without one fetch Playwright's, then the system's package.

    CHROMIUM names the only one to take. Raises NoChromiumError, never skips.
    """
    asked = os.environ.get("CHROMIUM")
    if asked:
        if not _starts(asked):
            raise NoChromiumError(f"CHROMIUM={asked!r} does not start. {REMEDY}")
        return Path(asked)
    found = _find_installed()
    fetchers: tuple[Callable[[], bool], ...] = (_fetch_playwright, *(partial(_apt_install, name) for name in PACKAGES))
    for fetch in fetchers:
        if found:
            break
        fetch()
        found = _find_installed()
    if not found:
        raise NoChromiumError(f"No Chromium starts here, and none could be fetched (see above). {REMEDY}")
    return found


def install_fonts() -> None:
    """Install the fonts that screenshots need where apt can; elsewhere only say which are missing."""
    missing = sorted({package for language, package in SCRIPTS.items() if not _has_font(language)})
    if missing and not _apt_install(*missing):
        _say(f"not installed: {', '.join(missing)}; screenshots may show boxes instead of letters")


def _find_installed() -> Path | None:
    return next((path for path in _list_candidates() if _starts(path)), None)


def _list_candidates() -> Iterator[Path]:
    for name in NAMES:
        if path := shutil.which(name):
            yield Path(path)
    whole = _find_playwrights()
    shells = whole.parents[2].glob("chromium_headless_shell-*/*/*headless*shell*")
    yield from (path for path in sorted(shells) if not path.suffix or path.suffix == ".exe")
    yield whole


@cache  # asking starts Node.js, and nothing that is fetched changes the answer
def _find_playwrights() -> Path:
    """Find where Playwright has its whole Chromium, or would."""
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(path: str | Path) -> bool:
    # Ubuntu's chromium-browser is there without its snap, Playwright's may lack libraries: only a start tells
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _fetch_playwright() -> bool:
    return _run(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")


def _apt_install(*packages: str) -> bool:
    apt = shutil.which("apt-get")
    sudo = shutil.which("sudo")
    if not apt or not (os.geteuid() == 0 or sudo):
        return False
    command = [apt] if os.geteuid() == 0 else [str(sudo), "-n", apt]
    _run(*command, "update", "-qq")
    return _run(*command, "install", "-qq", "-y", "--no-install-recommends", *packages)


def _has_font(language: str) -> bool:
    lister = shutil.which("fc-list")
    return bool(lister and subprocess.run([lister, f":lang={language}"], capture_output=True).stdout)


def _run(*command: str) -> bool:
    _say(" ".join(command))
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        # stdout holds nothing but the path of the browser
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as error:
        _say(str(error))
        return False
    return done.returncode == 0


def _say(text: str) -> None:
    print(f"chromium: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        print(get_chromium())
    except NoChromiumError as error:
        sys.exit(str(error))
    install_fonts()
