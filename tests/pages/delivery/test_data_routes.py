"""The published data at its addresses, asked as programs and other people's pages ask."""

import asyncio
import csv
import gzip
import io
import json
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import quote

import pytest
from starlette.applications import Starlette

from data.published.formats import FORMATS
from pages.delivery import data_routes as downloads
from pages.delivery.data_routes import list_data_routes
from pages.delivery.fail_open import list_failures
from pages.delivery.response_cache import KeptResults
from tests.pages.delivery.asgi import SentResponse, ask, make_scope

TYPES = {
    "cities.csv": "text/csv; charset=utf-8",
    "cities-table.csv": "text/csv; charset=utf-8",
    "cities-standard.csv": "text/csv; charset=utf-8",
    "cities.geojson": "application/geo+json",
    "cities.json": "application/json",
    "cities.kml": "application/vnd.google-earth.kml+xml",
    "cities.vcf": "text/vcard; charset=utf-8",
    "datapackage.json": "application/json",
    "associations.csv": "text/csv; charset=utf-8",
    "counters.csv": "text/csv; charset=utf-8",
    "classes.csv": "text/csv; charset=utf-8",
    "classes.ics": "text/calendar; charset=utf-8",
}


def get(path: str, headers: Mapping[str, str] | None = None, method: str = "GET", base: str = "") -> SentResponse:
    """Ask the routes for a path."""
    return asyncio.run(ask(Starlette(routes=list_data_routes(base)), make_scope(path, headers, method)))


def list_places(path: str) -> list[str]:
    """List whose the rows of a file of offices are."""
    rows = csv.DictReader(io.StringIO(get(path).body.decode("utf-8-sig"), newline=""))
    return [row["place_en"] for row in rows]


def list_slugs(path: str) -> list[str]:
    """List the cities in a JSON file."""
    return [city["slug"] for city in json.loads(get(path).body)["cities"]]


@pytest.mark.parametrize("file", [offered.file for offered in FORMATS])
def test_each_file_says_what_it_is(file: str) -> None:
    """Its media type, its name, that any page may read it, and that its type is not to be guessed."""
    answer = get(f"/data/{file}")
    assert answer.status == 200
    assert answer.headers["content-type"] == TYPES[file]
    assert answer.headers["content-disposition"] == f'attachment; filename="{file}"'
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert len(answer.body) == int(answer.headers["content-length"]) > 500  # also of classes, of which there are none


@pytest.mark.parametrize("encoding", ["", "gzip", "br"])
def test_what_is_unchanged_is_not_sent_again(encoding: str) -> None:
    """A client that names the ETag gets 304 and no body; one that names another gets the file."""
    accept = {"accept-encoding": encoding}
    tag = get("/data/cities.csv", accept).headers["etag"]
    for named in (tag, f"W/{tag}", f'"other", {tag}', f'"one, two",{tag}', "*"):
        again = get("/data/cities.csv", accept | {"if-none-match": named})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["access-control-allow-origin"] == "*"
    assert get("/data/cities.csv", accept | {"if-none-match": '"other"'}).status == 200


def test_different_content_has_different_tags() -> None:
    """Other rows, another format and another coding are other files."""
    paths = ("/data/cities.csv", "/data/cities.csv?prefecture=osaka", "/data/cities.json")
    tags = {get(path).headers["etag"] for path in paths}
    tags.add(get("/data/cities.csv", {"accept-encoding": "gzip"}).headers["etag"])
    assert len(tags) == 4


def test_only_the_table_to_read_has_a_language() -> None:
    """Its headings are the address's; every other file is the same in all, and so is its tag."""
    assert "Tỉnh" in get("/data/cities-table.csv?lang=vi").body.decode("utf-8-sig").partition("\r\n")[0]
    paths = ("/data/cities-table.csv?lang=vi", "/data/cities-table.csv", "/data/cities-table.csv?lang=xx")
    tags = [get(path).headers["etag"] for path in paths]
    assert (len(set(tags)), tags[1]) == (2, tags[2])
    assert get("/data/cities.csv?lang=vi").headers["etag"] == get("/data/cities.csv").headers["etag"]


def test_a_compressed_file_is_the_same_file() -> None:
    """Unpacked it is byte for byte what others get."""
    packed = get("/data/cities.csv", {"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == get("/data/cities.csv").body
    assert packed.body == get("/data/cities.csv", {"accept-encoding": "gzip"}).body


def test_a_head_has_the_headers_alone() -> None:
    """As a GET would, without the content."""
    head, whole = get("/data/cities.kml", method="HEAD"), get("/data/cities.kml")
    assert (head.status, head.headers["etag"]) == (200, whole.headers["etag"])
    assert head.headers["content-length"] == whole.headers["content-length"]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("city=kobe", ["kobe"]),
        ("city=281000", ["kobe"]),
        ("prefecture=osaka&prefecture=hyogo&lang=vi", ["osaka", "sakai", "kobe"]),
        ("q=%E4%BB%99%E5%8F%B0", ["sendai"]),
        ("prefecture=osaka&city=kobe", ["osaka", "sakai"]),
    ],
)
def test_the_parameters_are_those_of_the_pages(query: str, slugs: list[str]) -> None:
    """The same filters give the same rows."""
    assert list_slugs(f"/data/cities.json?{query}") == slugs


@pytest.mark.parametrize("file", ["associations.csv", "counters.csv"])
@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("city=kobe", ["Kobe", "Hyogo Prefecture"]),
        ("prefecture=hyogo&city=sendai", ["Hyogo Prefecture", "Kobe"]),
        ("prefecture=nara&prefecture=toyama&lang=vi", ["Toyama Prefecture", "Nara Prefecture"]),
        ("q=松本市", ["Nagano Prefecture"]),
        ("q=横浜市中区", ["Kanagawa Prefecture", "Yokohama"]),
        ("q=332-0012", ["Saitama Prefecture"]),  # a postal code of Kawaguchi
        ("q=横浜市&prefecture=osaka", []),
        ("q=zzzz", []),
    ],
)
def test_offices_take_the_same_parameters(file: str, query: str, places: list[str]) -> None:
    """Of prefectures all offices; of a place or a city alone those that can be asked there; of nothing none."""
    asked = "&".join("=".join(map(quote, part.split("="))) for part in query.split("&"))
    assert list_places(f"/data/{file}?{asked}") == places


def test_counters_are_those_that_speak_the_language() -> None:
    """By a filter that the page has too; the others of the prefecture, and of the data, are left out."""
    everywhere, speaking = list_places("/data/counters.csv"), list_places("/data/counters.csv?speaks=ne")
    assert 0 < len(speaking) < len(everywhere)
    assert {"Sapporo", "Kobe"} & set(speaking) == {"Kobe"}
    associations = "/data/associations.csv"
    assert list_places(f"{associations}?speaks=ne") == list_places(associations)


def test_unchanged_offices_are_not_sent_again() -> None:
    """ETag and 304 as of the cities."""
    tag = get("/data/counters.csv").headers["etag"]
    assert get("/data/counters.csv", {"if-none-match": tag}).status == 304
    assert get("/data/counters.csv?prefecture=osaka").headers["etag"] != tag


def test_unknown_parameters_are_ignored() -> None:
    """They change nothing and are not echoed."""
    answer = get("/data/cities.csv?prefecture=atlantis&city=%22%0d%0aX-Evil:1&page=-1&x=%ff")
    assert (answer.status, answer.body) == (200, get("/data/cities.csv").body)
    assert "evil" not in str(answer.headers.items()).lower()


def test_one_citys_file_bears_its_name() -> None:
    """Two contact cards do not overwrite each other."""
    assert get("/data/cities.vcf?city=kobe").headers["content-disposition"] == 'attachment; filename="kobe.vcf"'


def test_the_files_stand_below_a_base_path() -> None:
    """And only there."""
    assert get("/base/data/cities.csv", base="base").status == 200
    assert get("/data/cities.csv", base="base").status == 404


def test_only_reading_is_allowed() -> None:
    """Nothing can be sent there."""
    assert get("/data/cities.csv", method="POST").status == 405


def test_a_failure_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The client gets no traceback, is not told to keep the answer, and the log names the piece."""

    def fail(*_args: object) -> NoReturn:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(downloads, "write_download", fail)
    monkeypatch.setattr(downloads, "_kept", KeptResults(1, lambda _packed: 1))
    answer = get("/data/cities.csv")
    assert (answer.status, answer.body) == (503, b"The data cannot be given just now.\n")
    assert answer.headers["cache-control"] == "no-store"
    assert "Delivery works without 'published data', which failed: broken on purpose" in caplog.text


def test_beyond_a_queue_that_is_full_it_is_said_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files wait in the line of pages and sheets; one too many is refused, which is no failure."""
    monkeypatch.setattr(downloads, "_kept", KeptResults(1, lambda _packed: 1))
    monkeypatch.setattr("pages.delivery.response_cache.MAX_WAITING", 0)
    answer = get("/data/cities.csv")
    assert (answer.status, answer.headers["retry-after"], answer.headers["cache-control"]) == (503, "5", "no-store")
    assert list_failures() == ()
