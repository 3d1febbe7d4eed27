"""The static edition on a plain file server, below the root of it, and a visit to its pages."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr

from playwright.sync_api import Page

from tests.browser.profiles import PageLog
from tests.browser.visitor import PageOpener

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """The handler of `python -m http.server`, without its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""

    def copyfile(self, source: "SupportsRead[AnyStr]", outputfile: "SupportsWrite[AnyStr]") -> None:
        """Send as much as the browser waits for."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@contextlib.contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port until the block ends; yield its address, no slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


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
