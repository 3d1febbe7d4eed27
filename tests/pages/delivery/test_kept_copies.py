"""Compressed copies on disk: found again by the next process, believed only when whole, and never in the way."""

import gzip
import tempfile
from pathlib import Path

import pytest

from pages.delivery.compression import compress_file
from pages.delivery.kept_copies import CONTENTS, MIN_KEPT_BYTES
from pages.delivery.responses import pack_content
from pages.markup.private_folder import find_private_folder

TEXT = b"what a browser loads, " * MIN_KEPT_BYTES


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of the test's own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A file that is worth compressing."""
    path = tmp_path / "script.js"
    path.write_bytes(TEXT)
    return path


def list_copies() -> list[Path]:
    """List the copies that are kept, and whatever else lies with them but the lock."""
    return sorted(path for path in find_private_folder(CONTENTS).iterdir() if path.suffix != ".lock")


def test_a_kept_copy_is_served_again(script: Path) -> None:
    """Whoever starts again finds the copy: one packed otherwise, put in its place, is what the reader gets."""
    assert compress_file(script, "gzip")
    [kept] = list_copies()
    other = gzip.compress(TEXT, compresslevel=1, mtime=0)
    assert other != kept.read_bytes()
    kept.write_bytes(other)
    assert compress_file(script, "gzip") == other


PACKED = gzip.compress(TEXT, mtime=0)
DAMAGES = {"empty": b"", "unpacked": TEXT, "another": gzip.compress(b"something else", mtime=0), "cut": PACKED[:-20]}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_copy_that_is_not_whole_is_made_anew(script: Path, damage: bytes) -> None:
    """Empty, cut, never packed or of another file: nobody is served it, and a whole one takes its place."""
    first = compress_file(script, "gzip")
    [kept] = list_copies()
    kept.write_bytes(damage)
    assert compress_file(script, "gzip") == first
    assert list_copies() == [kept]
    assert kept.read_bytes() == first


def test_what_a_killed_writer_left_is_swept(script: Path) -> None:
    """Half a copy under a temporary name goes when the copy is made."""
    compress_file(script, "gzip")
    [kept] = list_copies()
    kept.unlink()
    (kept.parent / f".{kept.name}.abcdefgh.tmp").write_bytes(b"half")
    compress_file(script, "gzip")
    assert list_copies() == [kept]


def test_a_changed_file_has_a_copy_of_its_own(script: Path) -> None:
    """A copy is found by what it was made of, not by the name of the file."""
    old = compress_file(script, "gzip")
    script.write_bytes(TEXT + b"more")
    new = compress_file(script, "gzip")
    assert new
    assert gzip.decompress(new) == TEXT + b"more"
    assert new != old
    assert len(list_copies()) == 2


def test_what_is_packed_at_each_request_is_not_kept() -> None:
    """Pages are many and soon others; only what is packed once for many, as our own scripts, has a copy."""
    quickly = pack_content(TEXT, "gzip")
    assert list_copies() == []
    assert pack_content(TEXT, "gzip", once=True) == quickly
    assert [path.read_bytes() for path in list_copies()] == [quickly.content]


def test_small_files_are_not_kept(tmp_path: Path) -> None:
    """They are compressed as fast as a copy is read."""
    small = tmp_path / "small.js"
    small.write_bytes(b"x" * (MIN_KEPT_BYTES - 1))
    assert compress_file(small, "gzip")
    assert list_copies() == []


def test_without_room_nothing_is_kept_and_all_is_compressed(
    script: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs the next start a second, and nobody anything else."""
    (temporary / "full").write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "full"))
    copy = compress_file(script, "gzip")
    assert copy
    assert gzip.decompress(copy) == TEXT
