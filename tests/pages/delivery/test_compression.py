"""Compressed copies: made once, bounded, and true to their files."""

import asyncio
import gzip
import random
from pathlib import Path

import brotli
import pytest

from pages.delivery.compression import ENCODINGS, CompressedFiles, Encoding, FileVersion

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def write(path: Path, content: bytes) -> FileVersion:
    """Write a file and describe it."""
    path.write_bytes(content)
    status = path.stat()
    return FileVersion(path, status.st_mtime_ns, status.st_size)


def make_text(seed: int, size: int = 20_000) -> bytes:
    """Make text that compresses to about half."""
    return bytes(random.Random(seed).choices(b"0123456789abcdef", k=size))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_copy_unpacks_to_its_file(tmp_path: Path, encoding: Encoding) -> None:
    """What a browser unpacks is the file, byte for byte."""
    text = make_text(1)
    copy = asyncio.run(CompressedFiles().read(write(tmp_path / "a.js", text), encoding))
    assert copy is not None
    assert len(copy) < len(text)
    assert UNPACK[encoding](copy) == text


def test_a_file_is_compressed_once_however_many_ask(tmp_path: Path) -> None:
    """Fifty at a time, and then again, cost one compression for each coding."""
    files = CompressedFiles()
    version = write(tmp_path / "a.js", make_text(1))

    async def ask_at_once() -> list[bytes | None]:
        return await asyncio.gather(*(files.read(version, encoding) for _ in range(50) for encoding in ENCODINGS))

    async def ask_twice() -> set[bytes | None]:
        return {*await ask_at_once(), *await ask_at_once()}

    assert len(asyncio.run(ask_twice())) == len(ENCODINGS)
    assert files.made == len(ENCODINGS)


def test_a_changed_file_is_compressed_anew(tmp_path: Path) -> None:
    """Another size or time of change is another file."""
    files = CompressedFiles()

    async def read_both() -> tuple[bytes | None, bytes | None]:
        old = await files.read(write(tmp_path / "a.js", make_text(1)), "br")
        return old, await files.read(write(tmp_path / "a.js", make_text(2, 30_000)), "br")

    old, new = asyncio.run(read_both())
    assert old is not None
    assert new is not None
    assert (brotli.decompress(old), brotli.decompress(new)) == (make_text(1), make_text(2, 30_000))


def test_memory_stays_below_the_limit(tmp_path: Path) -> None:
    """Beyond the limit the copies asked for least recently go; the newest is there without work."""
    files = CompressedFiles(most_bytes=50_000)
    versions = [write(tmp_path / f"{number}.js", make_text(number)) for number in range(20)]

    async def read_all() -> list[int]:
        held = []
        for version in versions:
            await files.read(version, "br")
            held.append(files.held_bytes)
        await files.read(versions[-1], "br")
        return held

    held = asyncio.run(read_all())
    assert 30_000 < max(held) <= 50_000
    assert files.made == len(versions)


def test_what_gains_nothing_is_not_compressed(tmp_path: Path) -> None:
    """Of a file that is dense already no copy is made, and that is remembered."""
    files = CompressedFiles()
    version = write(tmp_path / "a.txt", random.Random(1).randbytes(5000))

    async def read_twice() -> list[bytes | None]:
        return [await files.read(version, "br"), await files.read(version, "br")]

    assert asyncio.run(read_twice()) == [None, None]
    assert (files.made, files.held_bytes) == (1, 0)


def test_who_hangs_up_takes_nothing_from_the_others(tmp_path: Path) -> None:
    """A cancelled request leaves the compression to those who wait as well."""
    files = CompressedFiles()
    version = write(tmp_path / "a.js", make_text(1, 500_000))

    async def cancel_the_first() -> bytes | None:
        first = asyncio.create_task(files.read(version, "br"))
        second = asyncio.create_task(files.read(version, "br"))
        await asyncio.sleep(0)
        first.cancel()
        copy = await second
        assert first.cancelled()
        return copy

    assert asyncio.run(cancel_the_first()) is not None
    assert files.made == 1


def test_an_unreadable_file_is_tried_again(tmp_path: Path) -> None:
    """A failure is told to who asked and is not kept."""
    files = CompressedFiles()
    version = write(tmp_path / "a.js", make_text(1))
    (tmp_path / "a.js").unlink()

    async def fail_then_read() -> bytes | None:
        with pytest.raises(OSError, match=r"a\.js"):
            await files.read(version, "br")
        (tmp_path / "a.js").write_bytes(make_text(1))
        return await files.read(version, "br")

    assert asyncio.run(fail_then_read()) is not None
