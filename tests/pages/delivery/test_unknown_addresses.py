"""Whoever asks for an address at which nothing is: is led to the one that was meant, or told so in their language."""

import asyncio
from collections.abc import Mapping
from urllib.parse import urljoin

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from pages.delivery.data_routes import list_data_routes
from pages.delivery.routes import list_routes
from pages.delivery.unknown_addresses import find_right, is_unknown, list_unknown
from tests.browser.server import RunningApp
from tests.pages.delivery.asgi import SentResponse, ask, make_scope, refuse
from tests.pages.delivery.client import request
from tests.pages.parsed_html import read_html

KNOWN = {"", "cities", "about", "sheet", "data/cities.csv"}
HTML = {"accept": "text/html,*/*;q=0.8"}


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("/cities.", "cities"),
        ("/CITIES", "cities"),
        ("/Cities/", "cities"),
        ("/cities),", "cities"),
        ("/cities。", "cities"),
        ("/cities」", "cities"),
        ("/cities\u201d", "cities"),
        ("/cities>.\u3000 ", "cities"),
        ("/ｃｉｔｉｅｓ", "cities"),
        ("/cities/index.html", "cities"),
        ("/index.html", ""),
        ("/。", ""),
        ("/data/Cities.CSV.", "data/cities.csv"),
        ("/SHEET/", "sheet"),
        ("/about/x", None),
        ("/nope", None),
        ("/data/cities.xlsx", None),
        ("/cities/cities", None),
        ("/東京", None),
        ("/cities//", None),
        ("/.env", None),
        ("/wp-login.php", None),
        ("/cities", None),  # it is the right one
        ("/", None),
    ],
)
def test_a_nearly_right_address_is_known(path: str, right: str | None) -> None:
    """Capitals, width, a slash and what a text puts behind an address make no difference; all else does."""
    assert find_right(path, KNOWN) == right


@pytest.mark.parametrize(
    ("path", "unknown"),
    [
        ("/", False),
        ("/cities", False),
        ("/data/cities.csv", False),
        ("/favicon.png", False),
        ("/static/js/a.js", False),
        ("//evil.example", False),
        ("/static/js/nope.js", True),
        ("/cities/", True),
        ("/nope", True),
        ("/_stcorenope", True),
        ("/favicon.ico", True),
    ],
)
def test_what_is_a_page_or_a_file_stays(path: str, unknown: bool) -> None:
    """Only what is neither is taken."""
    assert is_unknown(path, KNOWN, {"favicon.png", "static/js/a.js"}) == unknown


def get(path: str, headers: Mapping[str, str] | None = None, *, base: str = "", method: str = "GET") -> SentResponse:
    """Ask our routes alone, with nothing of Streamlit's behind them."""
    routes = [*list_routes(base), *list_data_routes(base)]
    app = Starlette(routes=[*routes, *list_unknown(routes, base), Mount("/", refuse)])
    return asyncio.run(ask(app, make_scope(path, headers, method)))


@pytest.mark.parametrize("base", ["", "/base", "/base/deeper"])
@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/cities.?lang=vi&q=%E5%A0%BA", "/cities?lang=vi&q=%E5%A0%BA"),
        ("/CITIES/", "/cities"),
        ("/Data/cities.csv.?prefecture=osaka", "/data/cities.csv?prefecture=osaka"),
        ("/index.html?city=kobe", "/?city=kobe"),
        ("/cities.?x=//evil.example/", "/cities?x=//evil.example/"),
    ],
)
def test_a_nearly_right_address_leads_to_the_right_one(path: str, target: str, base: str) -> None:
    """The way is relative, so that it holds behind any proxy, keeps the query, and never leaves the host."""
    answer = get(f"{base}{path}", base=base)
    location = answer.headers["location"]
    assert answer.status == 308
    assert location.startswith(("./", "../"))
    assert urljoin(f"https://map.example{base}{path}", location) == f"https://map.example{base}{target}"


@pytest.mark.parametrize(
    ("path", "headers", "text", "links"),
    [
        ("/nope", {}, "There is no page at this address.", ["./", "./cities", "./about"]),
        (
            "/about/x?lang=vi",
            {},
            "Không có trang nào ở địa chỉ này.",
            ["../?lang=vi", "../cities?lang=vi", "../about?lang=vi"],
        ),
        ("/nope", {"accept-language": "ko"}, "이 주소에는", ["./", "./cities", "./about"]),
        (
            "/nope",
            {"cookie": "madoguchi-lang=ja"},
            "このアドレスにはページがありません。",
            ["./", "./cities", "./about"],
        ),
        ("/nope?lang=<script>", {}, "There is no page at this address.", ["./", "./cities", "./about"]),
    ],
)
def test_the_page_says_so_in_the_readers_language(
    path: str, headers: Mapping[str, str], text: str, links: list[str]
) -> None:
    """The address, the last choice or the browser names the language; map, list and about are a press away."""
    answer = get(path, {**HTML, **headers})
    document = read_html(answer.body.decode())
    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert text in answer.body.decode()
    assert [element.attributes["href"] for element in document.elements if element.tag == "a"] == links
    assert b"<script" not in answer.body


def test_an_unknown_file_names_the_files_there_are() -> None:
    """A person gets links to them, a program a line each."""
    page, text = get("/data/cities.xlsx", HTML), get("/data/cities.xlsx")
    assert (page.status, text.status) == (404, 404)
    assert b'href="../data/cities.csv"' in page.body
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert "data/cities.csv" in text.body.decode().splitlines()
    assert len(text.body) < 500


def test_other_methods_find_nothing_either() -> None:
    """Where nothing is, there is nothing to write to; a published file stays with whoever answers for it."""
    assert get("/nope", method="POST").status == 404
    assert get("/data/cities.csv", method="POST").body == b"the app's own answer"


def test_what_streamlit_has_a_route_to_stays() -> None:
    """Its own addresses are its own, whatever they are called; what only begins like one is not."""

    async def answer(request: Request) -> Response:
        return PlainTextResponse("Streamlit's")

    streamlits = Route("/_stcore/health", answer)
    app = Starlette(routes=[*list_unknown([], ""), streamlits, Mount("/", refuse)])
    assert asyncio.run(ask(app, make_scope("/_stcore/health"))).body == b"Streamlit's"
    assert asyncio.run(ask(app, make_scope("/_stcore/healthy"))).body == b"There is no page at this address.\n"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/cities%E3%80%82", 308),
        ("/cities/", 308),
        ("/nope", 404),
        ("/about/x", 404),
        ("/favicon.ico", 404),
        ("//evil.example/", 400),
        ("/_stcore/health", 200),
        ("/favicon.png", 200),
        ("/cities", 200),
    ],
)
def test_the_real_server_answers_so(cold_app: RunningApp, path: str, status: int) -> None:
    """With everything of Streamlit's behind; HEAD is answered like GET."""
    answer, head = (request(cold_app.url, path, HTML, method) for method in ("GET", "HEAD"))
    assert (answer.status, head.status, head.body) == (status, status, b"")
    assert answer.headers["Location"] in (
        {"/cities/": ["../cities"], "/cities%E3%80%82": ["./cities"]}.get(path, [None])
    )
