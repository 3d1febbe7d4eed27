"""The addresses for machines, asked over HTTP."""

import threading
import urllib.request
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest
import uvicorn
from starlette.applications import Starlette

from pages.delivery.routes import list_routes
from pages.languages.language import list_languages
from pages.markup.link_picture import PICTURE


@pytest.fixture(scope="module", params=["", "base"])
def root(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server with these routes alone, at the root and below a base path."""
    app = Starlette(routes=list_routes(request.param))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    socket = server.config.bind_socket()
    socket.listen()  # who asks before the server has started waits for it
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]})
    thread.start()
    port = socket.getsockname()[1]
    yield f"http://127.0.0.1:{port}/{request.param}".rstrip("/")
    server.should_exit = True
    thread.join()
    socket.close()


def get(url: str) -> tuple[str, bytes]:
    """Return the media type and the content of an address."""
    answer: HTTPResponse
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.headers["Content-Type"].partition(";")[0], answer.read()


def test_robots_may_read_everything(root: str) -> None:
    """The file allows all and names the sitemap under the address asked for."""
    kind, content = get(f"{root}/robots.txt")
    assert kind == "text/plain"
    assert content.decode().split() == ["User-agent:", "*", "Allow:", "/", "Sitemap:", f"{root}/sitemap.xml"]


def test_the_sitemap_names_pages_and_cities(root: str) -> None:
    """It is XML with an address for each page and each city in each language."""
    kind, content = get(f"{root}/sitemap.xml")
    urls = [element.text for element in ElementTree.fromstring(content).iter() if element.tag.endswith("loc")]
    assert kind == "application/xml"
    codes = [language.code for language in list_languages()]
    assert urls[: len(codes) + 1] == [*(f"{root}/?lang={code}" for code in codes), f"{root}/cities?lang=en"]
    assert f"{root}/?lang=vi&city=sapporo" in urls
    assert len(set(urls)) == len(urls) == 25 * len(codes)


def test_the_picture_of_shared_links_is_there(root: str) -> None:
    """It is a PNG of the size that the tags say, at most 120 KB."""
    kind, content = get(f"{root}/preview.png")
    width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    assert (kind, content[:8], (width, height)) == ("image/png", b"\x89PNG\r\n\x1a\n", PICTURE)
    assert len(content) <= 120_000


def test_the_icon_is_there(root: str) -> None:
    """It is an SVG."""
    kind, content = get(f"{root}/favicon.svg")
    assert (kind, ElementTree.fromstring(content).tag) == ("image/svg+xml", "{http://www.w3.org/2000/svg}svg")
