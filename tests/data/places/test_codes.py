"""The check digit of the six-digit local-government code."""

from __future__ import annotations

import pytest

from data.places.codes import compute_check_digit, is_valid_code


@pytest.mark.parametrize(
    ("five", "digit"), [("01100", "2"), ("04100", "9"), ("13000", "1"), ("27100", "4"), ("27140", "3"), ("09000", "0")]
)
def test_check_digit_is_computed(five: str, digit: str) -> None:
    """Known codes get their known check digit, also where the remainder makes it 0."""
    assert compute_check_digit(five) == digit
    assert is_valid_code(five + digit)


@pytest.mark.parametrize(
    "code", ["", "27100", "271005", "2710040", "11002", "２７１００４", "27100a", " 271004", "271004\n"]
)
def test_anything_else_is_no_code(code: str) -> None:
    """A wrong digit, a lost leading zero, other digits or stray signs make no code."""
    assert not is_valid_code(code)


@pytest.mark.parametrize("five", ["", "2710", "271004", "２７１００", "27 00"])
def test_only_five_digits_have_a_check_digit(five: str) -> None:
    """Anything but five ASCII digits is refused, with what was found."""
    with pytest.raises(ValueError, match="exactly five digits"):
        compute_check_digit(five)
