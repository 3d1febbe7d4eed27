"""Who may come, by where they live or work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.courses.areas import read_area
from tests.hostile import TEXTS


@pytest.mark.parametrize(
    ("cell", "unit", "ties"),
    [
        ("市内在住・在勤・在学", "市", "live work study"),
        ("市内在住", "市", "live"),
        ("区内に在住または在勤の方", "区", "live work"),
        ("県内 在住、在勤", "県", "live work"),
        ("市内在住在勤在学者", "市", "live work study"),
    ],
)
def test_ties_to_a_place_are_read(cell: str, unit: str, ties: str) -> None:
    """In whatever way they are joined."""
    area = read_area(cell)
    assert area
    assert (area.unit, " ".join(area.ties)) == (unit, ties)


@pytest.mark.parametrize("cell", ["", "在住", "川崎市民", "市内在住・在勤・在学（6か月以上）", "市内在住で初めての人"])
def test_anything_else_stays_as_written(cell: str) -> None:
    """A condition more, or another place, is not left out."""
    assert read_area(cell) is None


@given(st.one_of(st.text(max_size=30), st.sampled_from(TEXTS)))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Hostile cells are no area."""
    read_area(text)
