"""What browsers are told to allow."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from pages.delivery.asset_folders import LEAFLET, PAGE, STATIC, find_folders
from pages.delivery.headers import PERMISSIONS, SecurityHeaders, build_policy, list_ancestors, list_origins
from pages.maps.tiles import list_tile_sources
from pages.markup.bundles import join_files
from tests.browser.server import RunningApp
from tests.pages.delivery.asgi import ask, build_app, make_scope, unpack
from tests.pages.delivery.client import request

COMPONENT = "/component/streamlit_folium.st_folium/index.html"
STREAMLIT = f"{STATIC}js/{next(find_folders()[0].folder.glob('js/index.*.js')).name}"
STYLE = f"{PAGE}{join_files().map_style}"
PARTS = [
    STREAMLIT,
    STYLE,
    *(f"{PAGE}{name}" for name in (join_files().page_script, join_files().prefectures)),
    f"{LEAFLET}leaflet.css",
]


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://tile.openstreetmap.org/{z}/{x}/{y}.png", ("https://tile.openstreetmap.org",)),
        ("https://{s}.Tiles.example/{z}/{x}/{y}.png", ("https://*.tiles.example",)),
        ("http://127.0.0.1:8080/{z}/{x}/{y}.png?key=a", ("http://127.0.0.1:8080",)),
        ("http://[::1]:8080/{z}.png", ("http://[::1]:8080",)),
        ("https://user:secret@tiles.example/{z}.png", ()),
        ("https://tiles.example; script-src */{z}.png", ()),
        ("//tiles.example/{z}.png", ()),
        ("tiles/{z}.png", ()),
        ("data:image/png;base64,AAAA", ()),
        ("javascript:alert(1)", ()),
        ("", ()),
    ],
)
def test_tiles_are_named_by_their_origin(url: str, origins: tuple[str, ...]) -> None:
    """A policy names scheme, host and port, and nothing else can slip into it."""
    assert list_origins([url, url]) == origins


@pytest.mark.parametrize("path", ["/", "/cities", "/static/js/nothing.js", "/_stcore/health", "/robots.txt", COMPONENT])
def test_every_answer_is_taken_at_its_word(cold_app: RunningApp, path: str) -> None:
    """No type is guessed, and other hosts learn no more than ours; tile servers need that much."""
    headers = request(cold_app.url, path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("path", PARTS)
def test_a_part_of_a_page_says_only_what_it_has_to(cold_app: RunningApp, path: str) -> None:
    """A first visit asks for a hundred: each is compressed, kept, taken at its word, for our pages only, and has a tag.

    What only documents are told, and what browsers do unasked, is left out.
    """
    answer = request(cold_app.url, path, {"Accept-Encoding": "br"})
    assert answer.status == 200
    told = {name.lower() for name in answer.headers}
    assert told - {"date", "server"} == {
        "cache-control",
        "content-encoding",
        "content-length",
        "content-type",
        "cross-origin-resource-policy",
        "etag",
        "vary",
        "x-content-type-options",
    }
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("frames", "embedded", "ancestors"),
    [
        ("", False, "'self'"),
        ("", True, ""),
        ("none", False, "'self'"),
        ("none", True, "'self'"),
        ("*", False, ""),
        ("*", True, ""),
        (
            "https://www.city.example.jp https://*.example.org",
            False,
            "'self' https://www.city.example.jp https://*.example.org",
        ),
        ("https://www.city.example.jp", True, "'self' https://www.city.example.jp"),
    ],
)
def test_whose_pages_may_show_ours(frames: str, embedded: bool, ancestors: str) -> None:
    """Everybody's what is made for it and nobody's the rest, unless the operator says otherwise; one's own always."""
    assert list_ancestors(frames, embedded=embedded) == ancestors


EMBEDDABLE = {"cross-origin-resource-policy": "cross-origin"}
OWN = {"cross-origin-resource-policy": "same-origin"}
DOCUMENT = {
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": PERMISSIONS,
    "referrer-policy": "strict-origin-when-cross-origin",
}
# a policy tells what a document may do: what is none needs none
NO_DOCUMENT = dict.fromkeys(["content-security-policy", "cross-origin-opener-policy", "permissions-policy"])
PART = {"referrer-policy": None}  # leads nowhere


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/?lang=vi", OWN | DOCUMENT | {"content-security-policy": f"{build_policy()}; frame-ancestors 'self'"}),
        ("/", OWN | DOCUMENT | {"content-security-policy": f"{build_policy()}; frame-ancestors 'self'"}),
        ("/sheet", OWN | DOCUMENT | {"content-security-policy": f"{build_policy()}; frame-ancestors 'self'"}),
        ("/?embed=true", EMBEDDABLE | DOCUMENT | {"content-security-policy": build_policy()}),
        ("/cities?lang=vi&embed=True", EMBEDDABLE | DOCUMENT | {"content-security-policy": build_policy()}),
        (COMPONENT, OWN | DOCUMENT),
        ("/data/cities.csv", EMBEDDABLE | NO_DOCUMENT),
        ("/qr.svg", EMBEDDABLE | NO_DOCUMENT),
        ("/preview.png", EMBEDDABLE | NO_DOCUMENT),
        ("/robots.txt", OWN | NO_DOCUMENT),
        ("/manifest.webmanifest", OWN | NO_DOCUMENT),
        (STREAMLIT, OWN | NO_DOCUMENT | PART),
        (STYLE, OWN | NO_DOCUMENT | PART),
        ("/icon-192.png", EMBEDDABLE | NO_DOCUMENT),
        ("/healthz", OWN | NO_DOCUMENT),
    ],
)
def test_each_kind_of_document_says_what_it_may_be_used_for(path: str, expected: dict[str, str | None]) -> None:
    """Files to take away and pages made for frames by everybody, the rest by our pages; only documents have powers."""
    headers = asyncio.run(ask(build_app(), make_scope(path, {"host": "localhost"}))).headers
    assert {name: headers.get(name) for name in expected} == expected
    assert "x-frame-options" not in headers  # knows no exceptions, and overrules


def test_the_policy_names_no_host_and_only_what_is_needed() -> None:
    """Scripts, sockets and all else come from here only, and nothing is evaluated."""
    policy = build_policy()
    assert {"connect-src 'self'", "worker-src 'self'", "manifest-src 'self'"} <= set(policy.split("; "))
    assert not any(word in policy for word in ("http", "ws:", "wss:", "*", "'unsafe-eval'"))


@pytest.mark.parametrize(
    ("referer", "kept"),
    [
        ("", True),
        ("http://localhost/?lang=vi", True),
        ("http://localhost/?lang=vi&embed=true", False),
        ("http://localhost/cities?embed=True", False),
        ("http://[", True),
    ],
)
def test_a_view_in_a_frame_leaves_no_cookie(referer: str, kept: bool) -> None:
    """Streamlit's own, which its page fetches, is for sending files; only who asks for a frame's view is spared it."""
    app = SecurityHeaders(PlainTextResponse("", headers={"set-cookie": "_streamlit_xsrf=1"}), tiles=())
    answer = asyncio.run(ask(app, make_scope("/_stcore/health", {"referer": referer})))
    assert ("set-cookie" in answer.headers) == kept


@pytest.mark.parametrize(("scheme", "value"), [("https", "max-age=31536000"), ("http", None)])
def test_a_browser_stays_with_tls_where_there_is_some(scheme: str, value: str | None) -> None:
    """Over plain HTTP, as on this machine, nothing is promised."""
    answer = asyncio.run(ask(build_app(), {**make_scope("/about?lang=en"), "scheme": scheme}))
    assert answer.headers.get("strict-transport-security") == value


def test_the_maps_frame_may_load_tiles(cold_app: RunningApp) -> None:
    """The frame's policy names each tile server, and allows the eval that streamlit-folium needs."""
    policy = request(cold_app.url, COMPONENT).headers["Content-Security-Policy"]
    images = next(rule for rule in policy.split("; ") if rule.startswith("img-src"))
    assert set(list_origins(source.url for source in list_tile_sources({}))) < set(images.split())
    assert "'unsafe-eval'" in policy


@pytest.mark.parametrize("path", [COMPONENT, COMPONENT.removesuffix("index.html")])
def test_the_guard_comes_first_in_the_maps_frame(path: str) -> None:
    """Whichever way its page is asked for; its scripts stay as they are."""
    answer = asyncio.run(ask(build_app(), make_scope(path, {"accept-encoding": "gzip"})))
    html = unpack(answer).decode()
    assert answer.status != 200 or html.index("<head><script>// First of all") < html.index("src=")
    assert (answer.status == 200) == path.endswith("html")
