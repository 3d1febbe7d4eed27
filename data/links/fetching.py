"""One request: politely, to a public address that was checked, with bounds on time and size."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from data.links.pacing import Pacer
from data.links.resolving import Endpoint, Resolve, ask_system, find_endpoint
from data.links.tls import find_tls_error, judge_tls
from data.links.trouble import LinkTrouble

_PORTS = {"http": 80, "https": 443}
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is waited for and taken."""

    connect_seconds: float = 10
    request_seconds: float = 30  # a whole request, however slowly it trickles
    body_bytes: int = 256 * 1024  # packed and unpacked


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An HTTP answer: status, headers, and as much of the body as was taken."""

    status: int
    headers: httpx.Headers
    body: bytes = b""

    @property
    def is_html(self) -> bool:
        """Whether it calls itself a page of text."""
        return "html" in self.headers.get("content-type", "").lower()


@dataclass(slots=True)
class Fetcher:
    """What sends requests: one at a time to a host, all by the same rules."""

    client: httpx.AsyncClient
    pacer: Pacer
    agent: str
    named: Mapping[str, Endpoint] = field(default_factory=dict)
    resolve: Resolve = ask_system
    bounds: Bounds = field(default_factory=Bounds)
    closed: dict[str, str] = field(default_factory=dict)  # hosts that asked to be left alone, and how

    async def fetch(self, method: str, url: httpx.URL, cookies: Mapping[str, str] | None = None) -> HttpAnswer:
        """Send a request and return its answer. Raises LinkTrouble where none came.

        The answer stands from its status line on: of a body that takes too long, what has come is taken.
        """
        host = read_host(url)
        if host in self.closed:
            raise LinkTrouble("refused", self.closed[host])
        async with self.pacer.take_turn(host):
            endpoint = await find_endpoint(host, url.port or _PORTS[url.scheme], self.named, self.resolve)
            try:
                request = self._build(method, url, endpoint, cookies or {})
                return await self._send(request)
            except (TimeoutError, httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
                raise _explain(error, host) from error

    def _build(self, method: str, url: httpx.URL, endpoint: Endpoint, cookies: Mapping[str, str]) -> httpx.Request:
        """Build a request that goes to the endpoint, whatever the name would mean now, and asks for the name there."""
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self.agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "ja,en;q=0.8",
            "Accept-Encoding": "identity",
            **({"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}),
        }
        target = url.copy_with(host=endpoint.address, port=endpoint.port)
        return self.client.build_request(method, target, headers=headers, extensions={"sni_hostname": read_host(url)})

    async def _send(self, request: httpx.Request) -> HttpAnswer:
        taken = bytearray()
        answer: HttpAnswer | None = None
        try:
            async with asyncio.timeout(self.bounds.request_seconds), _stream(self.client, request) as response:
                answer = HttpAnswer(response.status_code, response.headers)
                if request.method != "HEAD":
                    await _take(response, taken, self.bounds.body_bytes)
        except (TimeoutError, httpx.HTTPError):
            if answer is None or not taken:
                raise
        return HttpAnswer(answer.status, answer.headers, _unpack(bytes(taken), answer.headers, self.bounds.body_bytes))


def read_host(url: httpx.URL) -> str:
    """Return a host's name as it is looked up: in ASCII and small letters."""
    return url.raw_host.decode("ascii").lower()


@asynccontextmanager
async def open_client(bounds: Bounds) -> AsyncIterator[httpx.AsyncClient]:
    """Open what sends requests: it follows no redirect, keeps no connection, and asks no proxy.

    A kept connection to an address could be taken for another host's at the same address.
    """
    timeout = httpx.Timeout(bounds.request_seconds, connect=bounds.connect_seconds)
    verify = (
        httpx.create_ssl_context()
    )  # heeds SSL_CERT_FILE, as tests and offices with a certificate of their own need
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(
        verify=verify, timeout=timeout, limits=limits, trust_env=False, follow_redirects=False
    ) as client:
        yield client


@asynccontextmanager
async def _stream(client: httpx.AsyncClient, request: httpx.Request) -> AsyncIterator[httpx.Response]:
    response = await client.send(request, stream=True)
    try:
        yield response
    finally:
        await response.aclose()


async def _take(response: httpx.Response, taken: bytearray, most: int) -> None:
    """Take the body as it comes, up to a number of bytes, still packed."""
    async for piece in response.aiter_raw():
        taken += piece[: most - len(taken)]
        if len(taken) >= most:
            return


def _unpack(body: bytes, headers: httpx.Headers, most: int) -> bytes:
    """Unpack a body up to a number of bytes; nothing is left of one that is packed otherwise, or broken."""
    packed = headers.get("content-encoding", "identity").strip().lower()
    if packed in {"", "identity"}:
        return body
    try:
        return (
            zlib.decompressobj(_GZIP_OR_ZLIB).decompress(body, most) if packed in {"gzip", "x-gzip", "deflate"} else b""
        )
    except zlib.error:
        return b""


def _explain(error: Exception, host: str) -> LinkTrouble:
    """Say what kept a request from being answered."""
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        unreached = host if isinstance(error, httpx.ConnectTimeout) else ""
        return LinkTrouble("timed out", "No answer in time.", unreached=unreached)
    if broken := find_tls_error(error):
        finding = judge_tls(broken)
        return LinkTrouble(finding.found, finding.detail, unreached=host)
    if isinstance(error, httpx.ConnectError | OSError):
        return LinkTrouble("server trouble", "It takes no connection.", unreached=host)
    return LinkTrouble("server trouble", "What it sends is no proper answer.")
