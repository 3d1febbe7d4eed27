"""The fixtures of the browser tests: the running app, Chromium, and pages opened in it."""

import datetime
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from tests.browser.edition_site import serve_folder
from tests.browser.phone import take_phone
from tests.browser.profiles import PATIENCE_MS, Profiles
from tests.browser.server import RunningApp, SettingsChanger, start_app
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener
from tests.tools.chromium import get_chromium

FAILED = pytest.StashKey[bool]()
CLOSED_NETWORK = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"  # WebSockets too, which routes do not see
FLAGS = [
    "--no-sandbox",
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",  # a mouse
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--font-render-hinting=none",
    f"--host-resolver-rules={CLOSED_NETWORK}",
    "--js-flags=--no-opt",  # a page lives for seconds: optimizing its scripts costs a tenth more
    "--no-first-run",
    "--renderer-process-limit=1",  # of a profile: a page finds the scripts of the one before compiled
]


@pytest.fixture(scope="session")
def app() -> Iterator[RunningApp]:
    """The app on the shipped table."""
    with start_app() as running:
        yield running


@pytest.fixture(scope="session")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for temporary files, of `set_app`'s app and of others that a test cleans it for."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="session")
def settable_app(temporary: Path) -> Iterator[RunningApp]:
    """The app that `set_app` gives its settings."""
    with start_app("tests/browser/settable_app.py", environment={"TMPDIR": str(temporary)}) as running:
        yield running


@pytest.fixture(scope="session")
def set_app(settable_app: RunningApp) -> SettingsChanger:
    """`set_app(MADOGUCHI_DATA=folder)` returns the app with these settings, until the next call: starting one is dear.

    What it does at its start (the base path, middleware, the start line) needs an app of one's own.
    """

    def change(**settings: str | Path) -> RunningApp:
        return settable_app.change_settings({name: str(value) for name, value in settings.items()})

    return change


@pytest.fixture(scope="package")  # its event loop must not run while other folders are tested
def browser() -> Iterator[Browser]:
    """A headless Chromium with the network closed."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=get_chromium(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def profiles(browser: Browser) -> Profiles:
    """Profiles of that browser, lent to one test after the other."""
    return Profiles(browser)


@pytest.fixture(scope="session")
def edition_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """An edition's folder, written by the first worker that needs it; nobody changes it."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours if worker_id == "master" else ours.parent) / "server" / "sub"  # there workers have theirs below
    folder.parent.mkdir(exist_ok=True)
    with FileLock(f"{folder.parent}.lock"):
        if not folder.exists():
            write_edition(folder, Edition(load_atlas(locate_files({})), "", datetime.date(2026, 4, 1)))
    return folder


@pytest.fixture(scope="session")
def site(edition_folder: Path) -> Iterator[str]:
    """The address of an edition that lies below the server's root; no slash at the end."""
    with serve_folder(edition_folder.parent) as url:
        yield f"{url}/{edition_folder.name}"


@pytest.fixture
def open_page(profiles: Profiles, request: pytest.FixtureRequest) -> Iterator[PageOpener]:
    """A PageOpener on the app on the shipped table; a failed test leaves a screenshot of each page it opened."""
    opener = PageOpener(profiles, lambda: request.getfixturevalue("app"))
    yield opener
    if has_failed(request):
        opener.take_pictures(name_pictures(request))
    opener.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that was never here."""
    with take_phone(browser) as context:
        yield context


@pytest.fixture(scope="module")  # an app remembers a language, say: files run in any order
def stayer(profiles: Profiles, app: RunningApp) -> Iterator[Stay]:
    """The visitor who stays for a file."""
    staying = Stay(PageOpener(profiles, lambda: app))
    yield staying
    staying.leave()


@pytest.fixture
def stay(stayer: Stay, request: pytest.FixtureRequest) -> Iterator[Stay]:
    """A Stay on the app on the shipped table; after a failed test, which leaves screenshots, its pages are closed."""
    yield stayer
    if has_failed(request):
        stayer.opener.take_pictures(name_pictures(request))
        stayer.leave()


def has_failed(request: pytest.FixtureRequest) -> bool:
    """Tell whether the test that asked has failed."""
    return bool(request.node.stash.get(FAILED, False))


def name_pictures(request: pytest.FixtureRequest) -> str:
    """Return what the pictures of the test that asked are called."""
    return re.sub(r"[^\w.-]+", "-", request.node.name).strip("-")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember on the test whether it failed, for `open_page`."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
