"""Contacts of a class: telephone and e-mail address, which are shown where they are an office's, or with consent."""

from __future__ import annotations

import re
import unicodedata

from data.privacy.contacts import is_mobile, is_private_host
from data.table.emails import parse_emails
from data.table.office_cells import read_phones

_GROUPS = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|0[0-9]{9,10}")
_COUNTRY = re.compile(r"^\+?81-?(?:\(?0\)?)?-?(?=[1-9])")
_LENGTHS = {10, 11}  # digits of a number with its zero; eleven of 0800, 050 and mobile ones
_DAY = re.compile(r"(?:19|20)[0-9]{2}[-/.年]\s?[0-9]{1,2}|(?:令和|R)\s?(?:[0-9]{1,2}|元)[年.]")
_MEANS = re.compile(
    r"同意書|承諾書|確認書|申請書|申込書|回答書|届|文書|書面|署名|メール|電話|口頭|面談|対面|会議|フォーム"
    r"|\b(?:letter|mail|e-?mail|phone|call|form|writing|written|signed|signature|meeting|spoken)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"なし|無し|ない|未|不|拒|撤回|取消|いいえ|\b(?:no|not|none|never|refused|withdrawn|without|pending)\b",
    re.IGNORECASE,
)


def says_how(consent: str) -> bool:
    """Tell whether a cell says when or how consent was given; a bare はい says neither, a refusal is none."""
    folded = unicodedata.normalize("NFKC", consent)
    return not _DENIED.search(folded) and bool(_DAY.search(folded) or _MEANS.search(folded))


def read_numbers(cell: str) -> tuple[str, ...] | None:
    """Return the telephone numbers of a cell with hyphens or digits alone; None if it holds anything else.

    The zero that a spreadsheet drops, and the one that +81 stands for, are put back.
    """
    numbers = tuple(_tidy_number(part) for phone in read_phones(cell) for part in re.split("[,、/]", phone))
    return numbers if numbers and all(map(_is_number, numbers)) else None


def read_emails(cell: str) -> tuple[str, ...] | None:
    """Return the e-mail addresses of a cell; None if it holds anything else."""
    emails, leftovers = parse_emails(cell)
    return emails if emails and not leftovers else None


def is_private_number(number: str) -> bool:
    """Tell whether a telephone number may be a person's."""
    return is_mobile(number)


def is_private_email(address: str) -> bool:
    """Tell whether an e-mail address is at a host where private people have theirs."""
    return is_private_host(address.rpartition("@")[2])


def _tidy_number(text: str) -> str:
    """Return a number with hyphens between its groups, and with its zero."""
    number = re.sub(r"^(?:tel|電話|☎)?:?", "", text.strip(), flags=re.IGNORECASE)
    number = re.sub(r"[\s().]+", "-", number.strip()).strip("-")
    number = _COUNTRY.sub("0", number)
    bare = number.replace("-", "")
    return f"0{number}" if re.fullmatch("[1-9][0-9]{8,9}", bare) else re.sub("-+", "-", number)


def _is_number(number: str) -> bool:
    return _GROUPS.fullmatch(number) is not None and len(number.replace("-", "")) in _LENGTHS
