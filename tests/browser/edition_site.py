"""The static edition on a plain file server, below the root of it, and a visit to its pages."""

import contextlib
import functools
import http.server
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.profiles import PageLog
from tests.browser.visitor import PageOpener
from tests.local_server import Quiet, serve


class FolderHandler(Quiet, http.server.SimpleHTTPRequestHandler):
    """The handler of `python -m http.server`, without its log."""


@contextlib.contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port until the block ends; yield its address, no slash at the end."""
    with serve(functools.partial(FolderHandler, directory=str(folder))) as url:
        yield url


def visit(open_page: PageOpener, site: str, path: str) -> tuple[Page, PageLog]:
    """Open a page of the edition on a phone, with no other host but tiles."""
    page, log = open_page("", viewport="phone", app=Site(site), tiles="answered")
    page.goto(f"{site}{path}")
    return page, log


class Site:
    """The address of an edition, to be visited like an app."""

    def __init__(self, url: str) -> None:
        """Take the address, without a slash at the end."""
        self.url = url
