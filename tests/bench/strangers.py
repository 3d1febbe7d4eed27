"""What everybody's start page costs while others ask for addresses that nobody asked before."""

from __future__ import annotations

import http.client
import itertools
import multiprocessing
import random
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event, Semaphore
from urllib.parse import quote, urlencode, urlsplit

import psutil

from data.folder import locate_files
from data.table.table import read_table
from tests.bench.servers import Server

STRANGERS = 8
VISITS = 200  # of the start page
PAUSE_SECONDS = 0.02  # between two of them; the strangers make none
ALONE = 50  # never-asked addresses of each kind whose CPU time is taken
CODES = ("en", "ja", "ja-easy", "vi", "zh-Hans", "zh-Hant", "ko", "pt-BR", "es", "fil", "ne", "id", "my")
CITIES = read_table(locate_files({})).cities
PREFECTURES = sorted({city.prefecture.slug for city in CITIES})
HEADERS = {"Accept-Encoding": "br, gzip", "Accept": "text/html"}


def list_strange(seed: int) -> Iterator[str]:
    """Yield addresses that nobody asked for: some prefectures on the map, in the list and on a sheet; codes."""
    dice = random.Random(seed)
    for number in itertools.count():
        some = dice.sample(PREFECTURES, dice.randint(2, len(PREFECTURES) - 1))
        words = f"{dice.choice(CITIES).place.ja}{seed}-{number}"
        asked = {"prefecture": some, "lang": dice.choice(CODES), "q": words if number % 4 == 3 else ""}
        yield f"{('/', '/cities', '/sheet', '/qr.svg')[number % 4]}?{urlencode(asked, doseq=True, quote_via=quote)}"


def list_subsets(path: str, seed: int = 7) -> Iterator[str]:
    """Yield addresses of one kind: some of the prefectures, in some language."""
    dice = random.Random(seed)
    while True:
        some = dice.sample(PREFECTURES, dice.randint(2, len(PREFECTURES) - 1))
        yield f"{path}?{urlencode({'prefecture': some, 'lang': dice.choice(CODES)}, doseq=True)}"


def time_start_page(server: Server, *, crowded: bool) -> list[float]:
    """Return the ms of each visit of the start page, alone or with eight strangers at work."""
    _fetch_all(server, ["/", *(f"/?lang={code}" for code in CODES), *(f"/sheet?lang={code}" for code in CODES)])
    spawn = multiprocessing.get_context("spawn")
    end, at_work = spawn.Event(), spawn.Semaphore(0)
    strangers = [
        spawn.Process(target=_wander, args=(server.url, seed, end, at_work))
        for seed in range(STRANGERS if crowded else 0)
    ]
    for stranger in strangers:
        stranger.start()
    try:
        for _ in strangers:
            at_work.acquire()
        return [_time(server, "/") for _ in range(VISITS)]
    finally:
        end.set()
        for stranger in strangers:
            stranger.join(timeout=30)
            stranger.kill()


def time_cpu(server: Server, path: str) -> float:
    """Return the ms of CPU that the server spends on an address of this kind that nobody asked before."""
    _fetch_all(server, [f"{path}?lang={code}" for code in CODES])
    process = psutil.Process(server.process_id)
    before = sum(process.cpu_times()[:2])
    _fetch_all(server, list(itertools.islice(list_subsets(path), ALONE)))
    return float(sum(process.cpu_times()[:2]) - before) / ALONE * 1000


def _wander(url: str, seed: int, end: Event, at_work: Semaphore) -> None:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    for address in list_strange(seed):
        if end.is_set():
            break
        connection.request("GET", address, headers=HEADERS)
        connection.getresponse().read()
        at_work.release()


def _time(server: Server, path: str) -> float:
    time.sleep(PAUSE_SECONDS)  # a visitor pauses: the measure is of single visits, not of a queue
    begun = time.perf_counter()
    _fetch_all(server, [path])
    return (time.perf_counter() - begun) * 1000


def _fetch_all(server: Server, addresses: list[str]) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    for address in addresses:
        connection.request("GET", address, headers=HEADERS)
        connection.getresponse().read()
    connection.close()
