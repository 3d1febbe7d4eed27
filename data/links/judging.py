"""What an answer means for the link: found, moved, refused, gone, or there in name only. Pure decisions.

In doubt a link is not dead: of 1,500 links that checkers elsewhere called broken, most were not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from data.links.following import Trail
from data.links.page_text import PageText, looks_alike, read_page
from data.links.trouble import LinkFinding
from data.table.links import is_front_page, is_safe_url

_NOT_THERE = re.compile(
    r"見つかりません|みつかりません|存在しません|移動または削除|移動もしくは削除|削除されたか|not\s+found|存在しない",
    re.IGNORECASE,
)
_GONE, _SERVER = {404, 410}, range(500, 600)
_BUSY = {429, 503}
_TIMED_OUT = {408, 504}
_FOREVER_SECONDS = 10**9  # of a Retry-After that cannot be read, or that no run waits for


def judge_status(status: int, headers: Mapping[str, str]) -> LinkFinding | None:
    """Judge an answer by its status; None where a page came.

    Whoever refuses a machine says nothing of the page, so any status of the 400s is a refusal unless it says that
    nothing is there.
    """
    if 200 <= status < 300:
        return None
    detail = f"Status {status}."
    if status in _GONE:
        return LinkFinding("gone", detail)
    if status in _TIMED_OUT:
        return LinkFinding("timed out", detail)
    busy = status in _BUSY and "retry-after" in headers
    if status in _SERVER or status < 400:
        return (
            LinkFinding("refused", f"{detail} It asks to come later.")
            if busy
            else LinkFinding("server trouble", detail)
        )
    return LinkFinding("refused", detail)


def judge_page(address: str, page: Trail, sibling: Trail | None) -> LinkFinding:
    """Judge a page that came, beside what came for an address next to it that nobody has made.

    `sibling` is None where that was not asked for, or brought no page.
    """
    end = str(page.url)
    if is_front_page(end) and not is_front_page(address) and _site(end) == _site(address):
        return LinkFinding("front page", "It leads to the site's front page.")
    text = read_page(page.answer.body, page.answer.headers.get("content-type", "")) if page.answer.is_html else None
    if text and (_NOT_THERE.search(text.title) or _NOT_THERE.search(text.heading)):
        return LinkFinding("soft 404", "Its title or heading says that nothing is there.")
    if sibling and text and _is_same(page, text, sibling):
        return LinkFinding("soft 404", "The site answers the same for a page that nobody has made.")
    moved_to = _propose(address, page)
    return LinkFinding("moved", "It redirects for good.", moved_to) if moved_to else LinkFinding("ok")


def read_retry_after(value: str, now: datetime) -> float:
    """Return in how many seconds a site wants to be asked again; its header has seconds, or a time of day."""
    text = value.strip()
    if re.fullmatch("[0-9]{1,9}", text):
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return _FOREVER_SECONDS
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


def make_sibling(address: str, token: str) -> str | None:
    """Return an address beside a page's that nobody has made; None for a front page, which has none."""
    if is_front_page(address):
        return None
    url = httpx.URL(address).copy_with(query=None, fragment=None)
    folder, _, name = url.path.rstrip("/").rpartition("/")
    ending = re.search(r"\.[a-z]{2,5}$", name, re.IGNORECASE)
    slash = "/" if url.path.endswith("/") else ""
    return str(url.copy_with(path=f"{folder}/{token}{ending[0] if ending else slash}"))


def _is_same(page: Trail, text: PageText, sibling: Trail) -> bool:
    """Tell whether page and sibling are one: both led to one target, or are one text."""
    if page.url.copy_with(fragment=None) == sibling.url.copy_with(fragment=None):
        return True
    if not sibling.answer.is_html or text.is_drawn_by_scripts:
        return False
    other = read_page(sibling.answer.body, sibling.answer.headers.get("content-type", ""))
    return looks_alike(text, other, f"{page.url} {sibling.url}")


def _site(address: str) -> str:
    """Return the site of an address: to the front page of another one a page may have moved, as its own."""
    return httpx.URL(address).host.removeprefix("www.")


def _propose(address: str, page: Trail) -> str:
    """Return the address that a page has moved to for good; empty where it has not, or may not be linked to."""
    lasting = str(page.lasting)
    same = httpx.URL(address).copy_with(fragment=None) == page.lasting.copy_with(fragment=None)
    return lasting if not same and is_safe_url(lasting) else ""
