"""What caches may keep, of which kind of document for how long, and that nobody gets what was meant for another."""

import asyncio
import random
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.folder import locate_files
from pages.answers.atlas import Atlas
from pages.answers.japan_time import JAPAN_TIME
from pages.delivery.keeping import PRIVATE, SHIPPED, describe_keeping, is_degraded, write_cache_control
from pages.health.broken import note_broken, note_whole
from pages.languages.language import list_languages, load_language
from pages.languages.readers_language import choose_language
from tests.conftest import write_table
from tests.pages.delivery.asgi import SentResponse, ask, build_app, make_scope, unpack
from tests.pages.delivery.shared_cache import SharedCache

KEPT = "public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400"
BRIEFLY = "public, max-age=0, s-maxage=5"
TELLING = r"public, max-age=0, s-maxage=[1-6]?\d, stale-if-error=600"
ASKER = "Accept-Encoding, Accept-Language, Cookie"
PUBLIC_URL = "https://map.example.jp"
ROWS = [
    {"No.": "1", "Prefecture": "Hyogo", "City": "Kobe"},
    {"No.": "2", "Prefecture": "Osaka", "City": "Sakai"},
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of two cities: its pages are drawn in no time."""
    folder = tmp_path_factory.mktemp("data")
    write_table(folder / "cities.tsv", ROWS)
    shutil.copy(locate_files({}).coordinates, folder)
    return folder


@pytest.fixture(autouse=True)
def small_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app shows that table."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(folder))


@pytest.fixture
def broken_part() -> Iterator[None]:
    """Some part of the pages cannot be read."""
    note_broken("a part", "broken on purpose")
    yield
    note_whole("a part")


def get(path: str, headers: Mapping[str, str] | None = None) -> SentResponse:
    """Ask the app as it is delivered."""
    return asyncio.run(ask(build_app(), make_scope(path, headers)))


@pytest.mark.parametrize(
    ("degraded", "true_seconds", "written"),
    [
        (False, None, KEPT),
        (True, None, BRIEFLY),
        (True, 200.0, BRIEFLY),
        (False, 299.9, "public, max-age=0, s-maxage=60, stale-if-error=600"),
        (False, 59.9, "public, max-age=0, s-maxage=59, stale-if-error=600"),
        (False, 0.5, "public, max-age=0, s-maxage=0, stale-if-error=600"),
        (False, -20.0, "public, max-age=0, s-maxage=0, stale-if-error=600"),
    ],
)
def test_it_is_kept_for_as_long_as_it_is_true(degraded: bool, true_seconds: float | None, written: str) -> None:
    """A minute at most; to the end of the time that it tells of; next to nothing where something is lacking."""
    assert write_cache_control(degraded=degraded, true_seconds=true_seconds) == written


def test_what_lacks_something_is_kept_briefly(broken_part: None) -> None:
    """Old data with a notice, no data, a part that cannot be read: each is over as soon as it is mended."""
    atlas = Atlas((), {}, (), kept_from=datetime.now(JAPAN_TIME))
    assert is_degraded(atlas)
    assert is_degraded(Atlas((), {}, ()))
    assert get("/?lang=vi").headers["cache-control"] == BRIEFLY


def test_what_tells_the_time_is_kept_until_that_is_over() -> None:
    """Said of a moment that is over, it is not kept at all."""
    past = datetime.now(JAPAN_TIME) - timedelta(minutes=6)
    assert describe_keeping(Atlas((), {}, ()), past)["vary"] == "Accept-Encoding"
    assert re.fullmatch(TELLING, get("/?lang=vi&city=kobe").headers["cache-control"])


@pytest.mark.parametrize(
    ("path", "control", "vary", "without_url"),
    [
        ("/?lang=vi", KEPT, "Accept-Encoding", None),
        ("/cities?lang=ja-easy", KEPT, "Accept-Encoding", None),
        ("/about?lang=zh-TW", KEPT, "Accept-Encoding", None),
        ("/?lang=vi&embed=true", KEPT, "Accept-Encoding", None),
        ("/?lang=vi&city=kobe", TELLING, "Accept-Encoding", None),
        ("/?lang=vi&prefecture=hyogo", TELLING, "Accept-Encoding", None),
        ("/", PRIVATE, ASKER, None),
        ("/?lang=klingon", PRIVATE, ASKER, None),
        ("/cities?prefecture=hyogo", PRIVATE, ASKER, None),
        ("/?embed=true", PRIVATE, ASKER, None),
        ("/sheet?lang=vi", KEPT, "Accept-Encoding", (PRIVATE, ASKER)),
        ("/sheet?city=kobe", PRIVATE, ASKER, None),
        ("/qr.svg?city=kobe", KEPT, "Accept-Encoding", (PRIVATE, "Accept-Encoding")),
        ("/robots.txt", KEPT, "Accept-Encoding", (PRIVATE, "Accept-Encoding")),
        ("/sitemap.xml", KEPT, "Accept-Encoding", (PRIVATE, "Accept-Encoding")),
        ("/data/cities.csv", KEPT, "Accept-Encoding", None),
        ("/data/counters.csv?prefecture=hyogo", KEPT, "Accept-Encoding", None),
        ("/data/cities-table.csv?lang=vi", KEPT, "Accept-Encoding", None),
        ("/changes?lang=vi", KEPT, "Accept-Encoding", None),
        ("/changes", PRIVATE, ASKER, None),
        ("/quality?lang=vi", KEPT, "Accept-Encoding", None),
        ("/quality", PRIVATE, ASKER, None),
        ("/data/quality.csv?missing=answer", KEPT, "Accept-Encoding", None),
        ("/feed.atom", KEPT, "Accept-Encoding", (PRIVATE, "Accept-Encoding")),
        ("/feed.json?lang=vi&city=kobe", KEPT, "Accept-Encoding", (PRIVATE, "Accept-Encoding")),
        ("/preview.png", SHIPPED, None, None),
        ("/favicon.svg", SHIPPED, None, None),
        ("/healthz", "no-store", None, None),
    ],
)
def test_each_kind_of_document_says_who_may_keep_it(
    path: str, control: str, vary: str | None, without_url: tuple[str, str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What depends on more than address and data is the asker's own: a language or host that only the request names."""
    plain = get(path, {"host": "localhost"})
    monkeypatch.setenv("MADOGUCHI_URL", PUBLIC_URL)
    for answer, (said, varied) in ((plain, without_url or (control, vary)), (get(path), (control, vary))):
        assert answer.status == 200
        pattern = said if said == TELLING else re.escape(said)
        assert re.fullmatch(pattern, answer.headers["cache-control"]), answer.headers["cache-control"]
        assert varied is None or answer.headers["vary"] == varied
        assert "set-cookie" not in answer.headers


def test_a_table_saved_anew_is_seen_when_what_is_kept_is_over() -> None:
    """Until then, and while the app is down, the page that is kept is shown; one that tells the time not for long."""

    async def visit() -> list[int]:
        cache = SharedCache(build_app())
        paths = ("/?lang=vi", "/?lang=vi&city=kobe", "/")
        statuses = [(await cache.ask(make_scope(path))).status for path in paths]
        cache.cut_off = True
        for seconds in (59, 500, 3600, 86_400 + 100):
            cache.seconds = seconds
            statuses += [(await cache.ask(make_scope(path))).status for path in paths]
        return statuses

    assert asyncio.run(visit()) == [200, 200, 200, 200, 200, 504, 200, 200, 504, 200, 504, 504, 504, 504, 504]


def make_request(luck: random.Random, number: int) -> tuple[str, dict[str, str], str]:
    """Make up a request of a visitor; return its address, its headers and the language that is to come."""
    codes = [language.code for language in list_languages()]
    path = luck.choice(
        [
            "/",
            "/cities",
            "/about",
            "/?city=kobe",
            "/?prefecture=osaka",
            "/?embed=true",
            "/sheet",
            "/qr.svg",
            "/changes",
            "/quality",
            "/feed.atom",
        ]
    )
    path = luck.choice([path, path, "/robots.txt", "/data/cities-table.csv"])
    asked = luck.choice([*codes, *codes, *codes, None])
    cookie, accepted = luck.choice([None, *codes]), luck.choice([None, "vi,en;q=0.5", "ne", "zh-TW", "xx", "pt"])
    headers = {
        "host": luck.choice(["map.example.jp", f"visitor{number % 7}.example"]),
        "cookie": f"_secret=visitor{number}.example" + (f"; madoguchi-lang={cookie}" if cookie else ""),
        "accept-encoding": luck.choice(["br", "gzip", ""]),
        **({"accept-language": accepted} if accepted else {}),
        **({"save-data": "on"} if luck.random() < 0.3 else {}),
        "x-forwarded-proto": luck.choice(["http", "https"]),
    }
    address = path if asked is None else f"{path}{'&' if '?' in path else '?'}lang={asked}"
    return address, headers, choose_language(asked, cookie, accepted).code


def expect_own(address: str, headers: Mapping[str, str], code: str, answer: SentResponse) -> None:
    """Fail if an answer is in another's language, or has anything in it that another visitor sent."""
    body = unpack(answer).decode()
    assert not re.search(r"visitor\d", body), address
    language = load_language(code)
    if answer.headers.get("content-type", "").startswith("text/html"):
        assert f'<html lang="{language.tag}"' in body, address
        if "embed" not in address:
            assert re.findall(r'hreflang="[^"]*" aria-current="true">([^<]*)<', body) == [language.name], address
    elif "cities-table" in address:
        expected = load_language(code if "lang=" in address else "en")
        assert expected.get_label("City") in body.partition("\n")[0], address


@pytest.mark.parametrize("public_url", ["", PUBLIC_URL])
def test_of_a_thousand_visitors_each_gets_an_answer_of_their_own(
    public_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Languages, cookies, hosts and wishes mixed, through one cache: many answers come from it, none is another's."""
    monkeypatch.setenv("MADOGUCHI_URL", public_url)
    luck = random.Random(18)

    async def visit() -> SharedCache:
        cache = SharedCache(build_app())
        for number in range(500):
            cache.seconds += luck.random() / 10
            address, headers, code = make_request(luck, number)
            expect_own(address, headers, code, await cache.ask(make_scope(address, headers)))
        return cache

    assert asyncio.run(visit()).hits > 100
