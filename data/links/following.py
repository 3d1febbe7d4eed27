"""Redirects: followed one by one, each checked before it is taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

import httpx

from data.links.fetching import Fetcher, HttpAnswer, read_host
from data.links.trouble import LinkTrouble

MAX_HOPS = 10
MAX_ADDRESS_LENGTH = 2_000  # characters of an address that is followed
_MAX_COOKIES, _MAX_COOKIE_LENGTH = 20, 1_000
_PORTS = 65_536
_REDIRECTS, _LASTING = {301, 302, 303, 307, 308}, {301, 308}

Permit = Callable[[httpx.URL], Awaitable[None]]  # raises LinkTrouble where a page must not be asked for


@dataclass(frozen=True, slots=True)
class Trail:
    """Where an address led: the answer at its end, that page, and where the redirects that last lead by themselves."""

    answer: HttpAnswer
    url: httpx.URL
    lasting: httpx.URL


async def follow(fetcher: Fetcher, method: str, address: str | httpx.URL, permit: Permit) -> Trail:
    """Ask for an address and follow where it leads. Raises LinkTrouble where no answer comes or the way is wrong.

    Cookies are kept for this walk alone: many a site sends in circles whoever has none.
    """
    url = lasting = read_url(address)
    lasts = True
    cookies: dict[str, dict[str, str]] = {}
    seen: set[tuple[str, ...]] = set()
    for _ in range(MAX_HOPS + 1):
        own = cookies.setdefault(read_host(url), {})
        state = (str(url), *sorted(f"{name}={value}" for name, value in own.items()))
        if state in seen:
            raise LinkTrouble("server trouble", "Its redirects run in a circle.")
        seen.add(state)
        await permit(url)
        answer = await fetcher.fetch(method, url, own)
        _keep_cookies(own, answer)
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            return Trail(answer, url, lasting)
        url = _read_location(url, answer.headers["location"])
        lasts = lasts and answer.status in _LASTING
        lasting = url if lasts else lasting
    raise LinkTrouble("server trouble", f"It redirects more than {MAX_HOPS} times.")


def read_url(address: str | httpx.URL) -> httpx.URL:
    """Read an address that may be asked for: http(s), a host, no user name, a real port. Raises LinkTrouble else."""
    try:
        url = httpx.URL(address)
        sane = url.port is None or 0 < url.port < _PORTS
        allowed = url.scheme in {"http", "https"} and bool(url.host) and not url.userinfo and sane
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise LinkTrouble("server trouble", "It leads to something that is no address.") from error
    if not allowed:
        raise LinkTrouble("server trouble", "It leads to an address that is not of the web.")
    return url


def _read_location(url: httpx.URL, location: str) -> httpx.URL:
    """Read where a redirect leads; it keeps the part behind # unless it has one of its own, as in browsers."""
    if len(location) > MAX_ADDRESS_LENGTH:
        raise LinkTrouble("server trouble", f"It leads to an address of {len(location)} characters.")
    try:
        joined = url.join(location)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise LinkTrouble("server trouble", "It leads to something that is no address.") from error
    target = read_url(joined)
    return target if target.fragment or not url.fragment else target.copy_with(fragment=url.fragment)


def _keep_cookies(kept: dict[str, str], answer: HttpAnswer) -> None:
    for header in answer.headers.get_list("set-cookie"):
        try:
            found = SimpleCookie(header[:_MAX_COOKIE_LENGTH])
        except CookieError:
            continue
        for name, cookie in found.items():
            if len(kept) < _MAX_COOKIES and cookie.coded_value.isascii() and cookie.coded_value.isprintable():
                kept[name] = cookie.coded_value
