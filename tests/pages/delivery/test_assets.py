"""Static files as browsers get them: compressed, cacheable, and nothing besides."""

import asyncio
import gzip
import os
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from pages.delivery.asset_folders import AssetFolder, find_folders
from pages.delivery.assets import CACHE_BRIEFLY, CACHE_IMMUTABLE, AssetFiles, is_plain
from tests.browser.server import ROOT, RunningApp
from tests.pages.delivery.asgi import SentResponse, ask, make_scope, refuse
from tests.pages.delivery.client import request

TEXT = b"export const city = 'Sapporo';\n" * 400
ACCEPT = {"accept-encoding": "gzip, deflate, br, zstd"}
FOLDERS = {folder.prefix: folder for folder in find_folders()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a script, a tiny one, a hashed one and a picture; beside it, what nobody may get."""
    (tmp_path / "secret.txt").write_text("secret " * 100)
    public = tmp_path / "public"
    public.mkdir()
    (public / "map.js").write_bytes(TEXT)
    (public / "tiny.js").write_bytes(b"1;\n")
    (public / "map.DormvYxC.js").write_bytes(TEXT)
    (public / "map.png").write_bytes(b"\x89PNG" + bytes(2000))
    (public / "dense.txt").write_bytes(os.urandom(1000))
    return public


def get(
    folder: Path, name: str, headers: Mapping[str, str] | None = None, *, base_path: str = "", path: str = ""
) -> SentResponse:
    """Ask a middleware of its own for a file of the folder."""
    app = AssetFiles(refuse, folders=[AssetFolder("/files/", folder, hashed=True)], base_path=base_path)
    return asyncio.run(ask(app, make_scope(path or f"/files/{name}", headers)))


def test_a_text_file_goes_out_compressed(folder: Path) -> None:
    """Brotli to who takes it, gzip to who takes only that, else the file; each with an ETag of its own."""
    answers = [get(folder, "map.js", {"accept-encoding": accepted}) for accepted in ("gzip, br", "gzip", "")]
    assert [answer.headers.get("content-encoding") for answer in answers] == ["br", "gzip", None]
    assert [brotli.decompress(answers[0].body), gzip.decompress(answers[1].body), answers[2].body] == [TEXT] * 3
    assert len({answer.headers["etag"] for answer in answers}) == 3
    for answer in answers:
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize(
    ("name", "kind"), [("tiny.js", "text/javascript; charset=utf-8"), ("map.png", "image/png"), ("dense.txt", "text/")]
)
def test_what_gains_nothing_goes_out_as_it_is(folder: Path, name: str, kind: str) -> None:
    """Tiny files, pictures and dense ones are not compressed."""
    answer = get(folder, name, ACCEPT)
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"].startswith(kind)
    assert answer.body == (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "cache"), [("map.js", CACHE_BRIEFLY), ("map.DormvYxC.js", CACHE_IMMUTABLE), ("map.png", CACHE_BRIEFLY)]
)
def test_only_names_with_a_hash_are_kept_for_ever(folder: Path, name: str, cache: str) -> None:
    """A file that may change under its name is asked for again soon."""
    assert get(folder, name, ACCEPT).headers["cache-control"] == cache


def test_a_name_with_a_hash_needs_no_long_tag(folder: Path) -> None:
    """The address tells the version, the tag the coding alone; what has not changed is not sent again all the same."""
    for accepted, tag in (("br", '"br"'), ("gzip", '"gzip"'), ("", '"plain"')):
        first = get(folder, "map.DormvYxC.js", {"accept-encoding": accepted})
        assert first.headers["etag"] == tag
        assert get(folder, "map.DormvYxC.js", {"accept-encoding": accepted, "if-none-match": tag}).status == 304


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
def test_an_unchanged_file_is_not_sent_again(folder: Path, accepted: str, form: str) -> None:
    """If-None-Match with the ETag of that coding is answered 304, with the headers of the file and no body."""
    first = get(folder, "map.js", {"accept-encoding": accepted})
    condition = form.format(first.headers["etag"])
    again = get(folder, "map.js", {"accept-encoding": accepted, "if-none-match": condition})
    assert (again.status, again.body) == (304, b"")
    assert {name: again.headers[name] for name in ("etag", "vary", "cache-control")} == {
        name: first.headers[name] for name in ("etag", "vary", "cache-control")
    }


def test_another_coding_or_version_is_sent(folder: Path) -> None:
    """An ETag of another coding, or of the file before it changed, is no match."""
    old = get(folder, "map.js", {"accept-encoding": "br"}).headers["etag"]
    assert get(folder, "map.js", {"accept-encoding": "gzip", "if-none-match": old}).status == 200
    (folder / "map.js").write_bytes(TEXT + b"//")
    changed = get(folder, "map.js", {"accept-encoding": "br", "if-none-match": old})
    assert (changed.status, brotli.decompress(changed.body)) == (200, TEXT + b"//")


@pytest.mark.parametrize(
    ("headers", "status", "expected"),
    [
        ({"range": "bytes=0-9"}, 206, TEXT[:10]),
        ({"range": "bytes=-5"}, 206, TEXT[-5:]),
        ({"range": "bytes=0-9", "if-range": '"of another version"'}, 200, TEXT),
        ({"range": "bytes=99999999-"}, 416, None),
    ],
)
def test_a_range_is_cut_from_the_file_itself(
    folder: Path, headers: Mapping[str, str], status: int, expected: bytes | None
) -> None:
    """Ranges are of the plain file, whatever codings the client takes."""
    answer = get(folder, "map.js", {**ACCEPT, **headers})
    assert answer.status == status
    assert "content-encoding" not in answer.headers
    if expected is not None:
        assert answer.body == expected


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "x/../../secret.txt",
        "./map.js",
        "//secret.txt",
        "..\\secret.txt",
        "...",
        "",
        "map.js/",
        "map.js\x00.png",
        "C:/secret.txt",
        "missing.js",
        "a" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_sent(folder: Path, name: str) -> None:
    """Whatever is not the plain name of a file in the folder is left to the app."""
    assert get(folder, name, ACCEPT).body == b"the app's own answer"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("map.js", True),
        ("static/js/main.521860b0.js", True),
        ("a..b/c", True),
        ("..", False),
        ("a/../b", False),
        ("a//b", False),
        ("a/ ./b", False),
        ("nul:", False),
        ("a\\b", False),
        ("a\nb", False),
    ],
)
def test_only_plain_names_are_looked_up(name: str, *, plain: bool) -> None:
    """No address can mean another place on any system."""
    assert is_plain(name) is plain


@pytest.mark.parametrize(
    ("base_path", "path", "found"),
    [
        ("", "/files/map.js", True),
        ("town", "/town/files/map.js", True),
        ("/town/map/", "/town/map/files/map.js", True),
        ("town", "/files/map.js", False),
        ("town", "/township/files/map.js", False),
        ("", "/town/files/map.js", False),
    ],
)
def test_files_lie_below_the_base_path(folder: Path, base_path: str, path: str, *, found: bool) -> None:
    """Under server.baseUrlPath the files are there and nowhere else."""
    assert (get(folder, "", ACCEPT, base_path=base_path, path=path).status == 200) is found


@pytest.mark.parametrize(("root_path", "path"), [("/sub", "/sub/files/map.js"), ("/sub", "/files/map.js")])
def test_files_lie_below_the_mount_point(folder: Path, root_path: str, path: str) -> None:
    """Mounted in another app, with the mount point in the path or without, the files are found."""
    app = AssetFiles(refuse, folders=[AssetFolder("/files/", folder)])
    assert asyncio.run(ask(app, make_scope(path, ACCEPT, root_path=root_path))).status == 200


def test_posts_are_not_answered(folder: Path) -> None:
    """Only GET and HEAD are for files."""
    app = AssetFiles(refuse, folders=[AssetFolder("/files/", folder)])
    assert asyncio.run(ask(app, make_scope("/files/map.js", method="POST"))).body == b"the app's own answer"


@pytest.mark.parametrize("prefix", FOLDERS)
def test_a_cold_server_has_every_file_of_the_pages(cold_app: RunningApp, prefix: str) -> None:
    """Before any page has run, every folder answers, compressed, with the file's own content."""
    texts = (path for path in FOLDERS[prefix].folder.rglob("*") if path.suffix in {".js", ".css"})
    path = max((path for path in texts if path.stat().st_size < 2**20), key=lambda path: path.stat().st_size)
    url = prefix + path.relative_to(FOLDERS[prefix].folder).as_posix()
    reply = request(cold_app.url, url, {"Accept-Encoding": "br"})
    assert (reply.status, reply.headers["Content-Encoding"]) == (200, "br")
    assert brotli.decompress(reply.body) == path.read_bytes()
    head = request(cold_app.url, url, {"Accept-Encoding": "br"}, method="HEAD")
    assert (head.status, head.body, head.headers["Content-Length"]) == (200, b"", str(len(reply.body)))


@pytest.mark.parametrize("slash", ["/", "%2f", "%5c"])
@pytest.mark.parametrize("dots", ["..", "%2e%2e", ".%2E"])
@pytest.mark.parametrize("prefix", FOLDERS)
def test_no_address_leads_out_of_a_folder(cold_app: RunningApp, prefix: str, dots: str, slash: str) -> None:
    """Dots in any spelling get no file, though each of these ways leads to one from the folder that is served."""
    folder = FOLDERS[prefix].folder.resolve()
    for file in (ROOT / "pyproject.toml", ROOT / "data" / "cities.tsv"):
        way = os.path.relpath(file, folder)
        assert (folder / way).read_bytes() == file.read_bytes()
        reply = request(cold_app.url, prefix + way.replace("/", slash).replace("..", dots))
        assert file.read_bytes() not in reply.body
