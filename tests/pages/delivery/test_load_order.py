"""Large files and small ones are asked for in turns."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.delivery.load_order import BYTES_MEANWHILE, LARGE, measure_file, queue_files

K = LARGE
SMALL = tuple("abcdefghij")


@pytest.mark.parametrize(
    ("names", "sizes", "queue"),
    [
        ((), {}, ""),
        (SMALL, {}, "abcdefghij"),
        (("a", "X"), {"X": K}, "Xa"),
        (("a", "X", "Y", "b"), {"X": K, "Y": K + 1}, "YabX"),
        ((*SMALL, "X", "Y"), {"X": 5 * BYTES_MEANWHILE, "Y": 4 * BYTES_MEANWHILE}, "XabcdeYfghij"),
        (
            (*SMALL, "X", "Y", "Z"),
            {"X": 3 * BYTES_MEANWHILE, "Y": 3 * BYTES_MEANWHILE, "Z": 3 * BYTES_MEANWHILE},
            "XabcYdefZghij",
        ),
        (("X", "a", "Y", "Z"), {"X": 9 * BYTES_MEANWHILE, "Y": 3 * BYTES_MEANWHILE, "Z": 3 * BYTES_MEANWHILE}, "XaYZ"),
    ],
)
def test_small_files_come_between_large_ones(names: tuple[str, ...], sizes: dict[str, int], queue: str) -> None:
    """As many small ones as are answered while a large one passes; then the next large one."""
    assert "".join(queue_files(names, sizes)) == queue


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 20 * LARGE)))
def test_every_file_is_asked_for_once(sizes: dict[str, int]) -> None:
    """Whatever their sizes: none is lost, the largest is the first, and the small ones keep their order."""
    names = list(sizes)
    queue = queue_files(names, sizes)
    assert sorted(queue) == sorted(names)
    small = [name for name in names if sizes[name] < LARGE]
    assert [name for name in queue if name in small] == small
    if len(small) < len(names):
        assert sizes[queue[0]] == max(sizes.values())


def test_a_file_counts_as_it_goes_over_the_line(tmp_path: Path) -> None:
    """A megabyte of the same letter is a small file."""
    path = tmp_path / "a.js"
    path.write_bytes(b"a" * 2**20)
    assert measure_file(path) < LARGE
