"""Whatever is asked, the real server answers."""

import socket
from urllib.parse import urlsplit

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.server import RunningApp

PIECES = st.sampled_from(
    [
        *(
            "",
            ".",
            "..",
            "%2e%2e",
            "%00",
            "%0d%0a",
            "%ff",
            "%e5%a0%ba",
            "%",
            ";",
            "~",
            "*",
            "\\",
            "'",
            '"',
            "{{7*7}}",
            "<b>",
        ),
        *(
            "_stcore",
            "component",
            "media",
            "static",
            "data",
            "cities",
            "about",
            "sheet",
            "qr.svg",
            "healthz",
            "changes",
            "quality",
            "feed.atom",
            "index.html",
        ),
    ]
)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(
            ["lang", "prefecture", "q", "city", "page", "speaks", "missing", "of", "embed", "x", "", "%00", "\xff"]
        ),
        PIECES | st.sampled_from(["vi", "osaka", "answer", "-1", "9" * 50, "kobe", "true", "5300001", "\xe5\xa0\xba"]),
    ),
    max_size=4,
)
SENT = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Encoding", "Accept-Language", "Cookie", "Range", "If-None-Match", "Save-Data"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=255, exclude_characters="\x7f"), max_size=60),
    max_size=3,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["GET", "HEAD", "POST"]), st.lists(PIECES, max_size=4), QUERIES, SENT)
def test_no_request_breaks_the_server(
    cold_app: RunningApp, method: str, pieces: list[str], query: list[tuple[str, str]], headers: dict[str, str]
) -> None:
    """Whatever is put together of addresses, parameters and headers that mean something here: never 500."""
    target = f"/{'/'.join(pieces)}?{'&'.join(f'{name}={value}' for name, value in query)}"
    lines = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    parts = urlsplit(cold_app.url)
    with socket.create_connection((parts.hostname, parts.port), 20) as client:
        client.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        assert client.makefile("rb").readline().split()[1] < b"500"
    assert "incident=" not in cold_app.log()
