"""The six-digit local-government code (全国地方公共団体コード): five digits and a check digit."""

from __future__ import annotations

import re
import unicodedata

_WEIGHTS = (6, 5, 4, 3, 2)


def compute_check_digit(five_digits: str) -> str:
    """Return the check digit that belongs to the first five digits of a local-government code.

    The digits are weighted 6, 5, 4, 3, 2; the check digit is the last digit of 11 minus the sum's remainder by 11.
    Source: 総務省 全国地方公共団体コード. Raises ValueError unless given exactly five ASCII digits.
    """
    if not re.fullmatch(r"[0-9]{5}", five_digits):
        raise ValueError(f"found {five_digits!r}; exactly five digits are needed, such as '27100'")
    weighted = sum(int(digit) * weight for digit, weight in zip(five_digits, _WEIGHTS, strict=True))
    return str((11 - weighted % 11) % 10)


def is_valid_code(code: str) -> bool:
    """Tell whether the text is six ASCII digits of which the last is the right check digit."""
    return re.fullmatch(r"[0-9]{6}", code) is not None and compute_check_digit(code[:5]) == code[5]


def read_code(text: str) -> str | None:
    """Return the six-digit code that a cell means, whatever a spreadsheet made of it; None if it means none.

    A spreadsheet drops the leading zero (11002), adds ".0" or an apostrophe, or has full-width digits. Five digits that
    are no code without its leading zero are one without its check digit. Whether a place has the code is not looked up.
    """
    digits = re.sub(r"""^[='"]+|"$|\.0$|\s""", "", unicodedata.normalize("NFKC", text).strip())
    if not re.fullmatch(r"[0-9]{5,6}", digits):
        return None
    if len(digits) == 6:
        return digits
    return f"0{digits}" if is_valid_code(f"0{digits}") else digits + compute_check_digit(digits)
