"""What nginx keeps: pages for a crowd, each in its own language, and pages while no replica is alive."""

from __future__ import annotations

import random
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from pages.languages.language import load_language
from pages.languages.readers_language import COOKIE
from tests.soak.client import Answer, ask, ask_on, connect
from tests.soak.load import LANGUAGES
from tests.soak.recipe import Recipe
from tests.soak.rows import Row, judge_least, judge_most

SCRIPT = Path(__file__).with_name("pages.lua")
KINDS = (
    "/?lang={}",
    "/cities?lang={}",
    "/?city=sakai&lang={}",
    "/?prefecture=osaka&lang={}",
    "/about?lang={}",
    "/sheet?lang={}",
)
PAGES = tuple(kind.format(code) for kind in KINDS for code in LANGUAGES)
SPOKEN = tuple(code for code in LANGUAGES if code != "ja-easy")  # which no browser asks for
LANG = re.compile(rb'<html lang="([^"]+)"')
FOUND = re.compile(r"^found ([\d.]+) ([\d.]+) (\d+)$", re.MULTILINE)
MIXED = 1000
ELSEWHERE = "127.0.0.2"  # this machine too, but limited as anybody is
HALF_OPEN = 300
LET_GO_SECONDS = 20.0


def measure_throughput(recipe: Recipe, seconds: int) -> Iterator[Row]:
    """Ask for pages as fast as they come, with wrk on the same machine."""
    if not shutil.which("wrk"):
        yield Row("nginx in front: pages a second", "at least 2,500", "wrk is not installed here", False)
        return
    for page in PAGES:
        ask(recipe.url, page, {"Accept-Encoding": "br, gzip"})
    command = ["wrk", "-t1", "-c64", f"-d{seconds}s", "-s", str(SCRIPT), recipe.url]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = FOUND.search(told)
    if found is None:
        raise RuntimeError(f"wrk said something else:\n{told}")
    yield judge_least("nginx in front: pages a second", float(found[1]), 2500)
    yield judge_most("nginx in front: 95 % of pages within", float(found[2]) / 1000, 0.1, "s")
    yield judge_most("nginx in front: pages that failed", int(found[3]), 0)


def measure_languages(recipe: Recipe) -> Iterator[Row]:
    """Ask a thousand times with and without a language in address, cookie and header, eight at a time."""
    dice = random.Random(7)
    asked = [
        (
            dice.choice([*KINDS, "/", "/cities"]),
            dice.choice(LANGUAGES),
            dice.choice([*LANGUAGES, ""]),
            dice.choice(SPOKEN),
        )
        for _ in range(MIXED)
    ]
    with ThreadPoolExecutor(8) as pool:
        right = list(pool.map(lambda one: _is_right(recipe, *one), asked))
    yield judge_most(f"{MIXED:,} mixed requests: in another's language", right.count(False), 0)


def measure_dead(recipe: Recipe) -> Iterator[Row]:
    """Kill every replica and ask for the kept pages, and for the bare address."""
    for page in PAGES:
        ask(recipe.url, page, {"Accept-Encoding": "br, gzip"})
    for replica in recipe.replicas:
        replica.process.kill()
        replica.process.wait()
    answers = [ask(recipe.url, page, {"Accept-Encoding": "br, gzip"}) for page in PAGES]
    yield judge_least("every replica killed: pages served", sum(one.status == 200 for one in answers), len(PAGES))
    bare = _follow(recipe, "/", {"Accept-Language": "vi-VN,vi;q=0.9", "Accept-Encoding": ""})
    served = bare.status == 200 and _read_language(bare) == "vi"
    yield Row(
        "every replica killed: the bare address", "leads to a kept page", "so" if served else str(bare.status), served
    )


def measure_limits(recipe: Recipe) -> Iterator[Row]:
    """Ask too fast from one address; leave requests half said, and ask for a page meanwhile."""
    connection = connect(recipe.url, ELSEWHERE)
    answers = [ask_on(connection, "/robots.txt") for _ in range(1500)]
    refused = [one for one in answers if one.status == 429]
    told = bool(refused) and all(one.headers["Retry-After"] for one in refused)
    found = f"{len(refused)} of {len(answers)}"
    yield Row("one client asks too fast: refused, told when to come again", "some", found, told)
    parts = urlsplit(recipe.url)
    begun = time.monotonic()
    halves = [socket.create_connection((parts.hostname or "", parts.port or 0), 60) for _ in range(HALF_OPEN)]
    page = ask(recipe.url, PAGES[0])
    yield Row(f"a page beside {HALF_OPEN} half-open requests", "served", str(page.status), page.status == 200)
    for half in halves:
        half.settimeout(60)
        while half.recv(4096):
            pass
        half.close()
    yield judge_most("half-open requests: closed within", time.monotonic() - begun, LET_GO_SECONDS, "s")


def _is_right(recipe: Recipe, kind: str, code: str, cookie: str, accepted: str) -> bool:
    named = "{}" in kind
    headers = {"Accept-Language": accepted, "Accept-Encoding": ""}
    if cookie:
        headers["Cookie"] = f"{COOKIE}={cookie}"
    answer = _follow(recipe, kind.format(code), headers)
    wanted = code if named else cookie or accepted
    return answer.status == 200 and _read_language(answer) == load_language(wanted).tag


def _follow(recipe: Recipe, path: str, headers: dict[str, str]) -> Answer:
    answer = ask(recipe.url, path, headers)
    if answer.status in {302, 307, 308}:
        parts = urlsplit(answer.headers["Location"])
        answer = ask(recipe.url, f"{parts.path}?{parts.query}", headers)
    return answer


def _read_language(answer: Answer) -> str:
    found = LANG.search(answer.body)
    return found[1].decode() if found else ""
