"""A small cache that serves many, as proxies and delivery networks have one (RFC 9111, RFC 5861), in front of an app.

It is careless where caches are: its key is the address without the host, and it keeps whatever it is allowed to.
"""

from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Scope

from tests.pages.delivery.asgi import SentResponse, ask


@dataclass(frozen=True)
class _Kept:
    """An answer, when it was stored in seconds, and what the request said in the headers that it varies by."""

    response: SentResponse
    stored: float
    varied: dict[str, str | None]


@dataclass
class SharedCache:
    """The cache; whoever uses it moves its clock, and can cut it off from the app."""

    app: ASGIApp
    seconds: float = 0
    cut_off: bool = False
    hits: int = 0
    _kept: dict[str, list[_Kept]] = field(default_factory=dict)

    async def ask(self, scope: Scope) -> SentResponse:
        """Answer from what is kept, else from the app, else with something old, else 504."""
        key = f"{scope['path']}?{scope['query_string'].decode()}"
        request = Headers(scope=scope)
        found = next((one for one in self._kept.get(key, []) if _vary(one.response, request) == one.varied), None)
        age = self.seconds - found.stored if found else 0.0
        limits = read_limits(found.response) if found else {}
        fresh = limits.get("s-maxage", limits.get("max-age", 0))
        if found and (age < fresh or (self.cut_off and age < fresh + limits.get("stale-if-error", 0))):
            self.hits += 1
            return found.response
        if self.cut_off:
            return SentResponse(504, Headers(), b"")
        response = await ask(self.app, scope)
        if "public" in read_limits(response) and response.status == 200:
            others = [one for one in self._kept.get(key, []) if one is not found]
            self._kept[key] = [*others, _Kept(response, self.seconds, _vary(response, request))]
        return response


def read_limits(response: SentResponse) -> dict[str, int]:
    """Read Cache-Control: seconds by the directive's name, 0 where it has none."""
    parts = [part.strip().partition("=") for part in response.headers.get("cache-control", "").split(",")]
    return {name: int(value or 0) for name, _, value in parts}


def _vary(response: SentResponse, request: Headers) -> dict[str, str | None]:
    names = response.headers.get("vary", "").split(",")
    return {name.strip().lower(): request.get(name.strip()) for name in names}
