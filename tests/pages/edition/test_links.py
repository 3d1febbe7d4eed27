"""Ways between the files of an edition."""

import posixpath

from hypothesis import example, given
from hypothesis import strategies as st

from pages.edition.links import find_way

STEPS = st.lists(st.sampled_from(["en", "ja", "kobe", "cities", "a b", "..."]), max_size=4)
FOLDERS = STEPS.map(lambda steps: "".join(f"{step}/" for step in steps))
TARGETS = st.tuples(FOLDERS, st.sampled_from(["", "index.html", "qr.svg"])).map("".join)


@given(FOLDERS, TARGETS)
@example("", "")
@example("en/kobe/", "en/")
def test_a_way_is_what_python_finds(folder: str, target: str) -> None:
    """From any folder to any file or folder; a way to a folder ends with a slash."""
    way = posixpath.relpath(f"/{target}", f"/{folder}")
    assert find_way(folder, target) == (way if target and not target.endswith("/") else f"{way}/")
