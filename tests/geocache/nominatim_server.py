"""A real local HTTP server that answers as Nominatim does, well or badly, and remembers what it was asked."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs, urlsplit

from data.places.gazetteer import list_places
from geocache.answer import format_query
from tests.local_server import Quiet, serve


@dataclass(frozen=True)
class Reply:
    """One HTTP answer; `dribble` sends the body a byte at a time, without end, `hold` sends nothing at all."""

    body: bytes
    status: int = 200
    content_type: str = "application/json"
    dribble: bool = False
    hold: bool = False


@dataclass(frozen=True)
class Request:
    """What arrived: when (seconds of a steady clock), where, with which parameters and headers."""

    time: float
    path: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass
class NominatimServer:
    """The running server; `reply` may be changed between requests."""

    endpoint: str
    reply: Callable[[str], Reply]
    requests: list[Request] = field(default_factory=list)
    asked: Event = field(default_factory=Event)  # set when a held request has arrived
    closing: Event = field(default_factory=Event)

    @property
    def queries(self) -> list[str]:
        """What was asked for, in order."""
        return [request.parameters.get("q", "") for request in self.requests]


def answer_well(query: str) -> Reply:
    """Answer with the gazetteer's own point, shaped like a result of Nominatim's /search with address details."""
    return answer_with(query)


def answer_with(query: str, **changes: object) -> Reply:
    """Answer well but for the fields given; a field set to None is left out."""
    place = next(place for place in list_places() if format_query(place) == query)
    result: dict[str, object] = {
        "lat": f"{place.latitude:.7f}",
        "lon": f"{place.longitude:.7f}",
        "display_name": f"{place.ja}, {place.prefecture.ja}, 日本",
        "address": {"ISO3166-2-lvl4": f"JP-{place.prefecture.code}", "country_code": "jp"},
    } | changes
    return reply_json([{key: value for key, value in result.items() if value is not None}])


def reply_json(content: object) -> Reply:
    """Answer with any JSON."""
    return Reply(json.dumps(content).encode())


@contextmanager
def run_server() -> Iterator[NominatimServer]:
    """Run the server on a free port of this machine until the block ends."""
    server = NominatimServer("", answer_well)

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            parameters = {key: values[0] for key, values in parse_qs(parts.query).items()}
            server.requests.append(Request(time.monotonic(), parts.path, parameters, dict(self.headers)))
            _send_reply(self, server, server.reply(parameters.get("q", "")))

    with serve(Handler) as server.endpoint:
        try:
            yield server
        finally:
            server.closing.set()


def _send_reply(handler: BaseHTTPRequestHandler, server: NominatimServer, reply: Reply) -> None:
    """Write one answer; a held or dribbling one ends when the server closes."""
    if reply.hold:
        server.asked.set()
        server.closing.wait()
        return
    handler.send_response(reply.status)
    handler.send_header("Content-Type", reply.content_type)
    handler.end_headers()
    handler.wfile.write(reply.body)
    while reply.dribble and not server.closing.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()
