"""The text of a file that somebody saved: in which encoding it is, and what it is if it is no table at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_KINDS = {  # what a file begins with
    b"PK\x05\x06": "an empty archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook (.xls)",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"{\\rtf": "a word processor's document",
    b"version https://git-lfs": "only Git's pointer to a file that was not fetched",
}
_ARCHIVES = {  # what a zip archive holds
    b"xl/": "an Excel workbook (.xlsx)",
    b"opendocument.spreadsheet": "a LibreOffice workbook (.ods)",
    b"word/": "a Word document (.docx)",
    b".numbers": "a Numbers document",
    b"Index/": "a Numbers document",
}
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|table|script|meta|!--)", re.IGNORECASE)
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")  # what EUC-JP looks like when read as Shift_JIS

_AS_TEXT = "Open it in the spreadsheet and save it as UTF-8 text: tab-separated for a .tsv, CSV UTF-8 for a .csv."
_COMPOUND, _LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_UNLOCK = "Save it without the password, or as UTF-8 text (CSV UTF-8)."
_AGAIN = "Fetch or export the table again."
_AS_UTF8 = "Save it as UTF-8 so that nothing has to be guessed."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text with line ends as LF, and, where it is not plainly UTF-8, which encoding was assumed."""

    text: str
    assumed: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class NotText:
    """Why a file cannot be read as text: the line if one is meant, what was found, what it is, what to do."""

    found: str
    message: str
    remedy: str
    line: int | None = None


def decode_table(content: bytes) -> Decoded | NotText:
    """Return the text of a file's bytes, or what the file is and what to do. Never raises.

    A byte order mark decides; then strict UTF-8; then what spreadsheets write, Shift_JIS (cp932) before all, which is
    told. A UTF-8 file with a broken byte is not read as anything else: its names would turn into other letters.
    """
    if content.startswith(_COMPOUND) and _LOCKED in content:
        return NotText(_show(content), "This is a workbook with a password, which nobody can open here.", _UNLOCK)
    if kind := _name_kind(content):
        return NotText(_show(content), f"This is {kind}, not a table of text.", _AS_TEXT)
    decoded = _decode(content)
    if isinstance(decoded, NotText):
        return decoded
    text = re.sub(r"\r\n?", "\n", decoded.text)
    if _PAGE.match(text):
        message = "This is a web page (HTML or XML), perhaps a site's error message, not a table of text."
        return NotText(_show(content), message, _AGAIN)
    return Decoded(text, decoded.assumed, decoded.remedy)


def _name_kind(content: bytes) -> str | None:
    """Say what a file is whose first bytes give it away."""
    if content.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ARCHIVES.items() if mark in content), "a zip archive")
    return next((kind for mark, kind in _KINDS.items() if content.startswith(mark)), None)


def _decode(content: bytes) -> Decoded | NotText:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
            try:
                text = content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                return _describe_error(error, name, content)
            return Decoded(text) if name == "UTF-8" else Decoded(text, name, _AS_UTF8)
    if b"\0" in content:
        message = "NUL characters have no place in a table of text: it is binary, damaged, or UTF-16 without its mark."
        return NotText("\0", message, "Save it as UTF-8 text.", _count_lines(content[: content.index(b"\0")]))
    try:
        if b"\x1b$" not in content:
            return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_otherwise(content) or _describe_error(error, "UTF-8", content)
    return _try(content, "iso2022_jp", "ISO-2022-JP (JIS)") or Decoded(content.decode("utf-8", "replace"))


def _decode_otherwise(content: bytes) -> Decoded | None:
    """Read what is not UTF-8 the way that leaves sense: Japanese words have three such bytes or more."""
    if _is_damaged_utf8(content):
        return None
    if not re.search(rb"[\x80-\xff]{3}", content):
        return _try(content, "cp1252", "Windows-1252 (Western European)")
    japanese = _try(content, "cp932", "Shift_JIS (cp932, as Excel in Japan saves CSV)")
    if japanese is None or 3 * len(_HALF_WIDTH.findall(japanese.text)) > len(re.sub(r"[\0-\x7f]", "", japanese.text)):
        return _try(content, "euc_jp", "EUC-JP") or japanese
    return japanese


def _is_damaged_utf8(content: bytes) -> bool:
    """Tell whether of the lines with letters beyond ASCII half or more are UTF-8."""
    verdicts = [_is_utf8(line) for line in re.split(rb"[\r\n]+", content) if not line.isascii()]
    return 2 * sum(verdicts) >= len(verdicts)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _try(content: bytes, encoding: str, name: str) -> Decoded | None:
    """Read in an encoding; None where it is none of that, or text of control characters, as binary files are."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if re.search(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", text) else Decoded(text, name, _AS_UTF8)


def _describe_error(error: UnicodeDecodeError, name: str, content: bytes) -> NotText:
    found = repr(error.object[error.start : error.start + 8])
    message = f"Byte {error.start} is not {name}, and the file is not text in another encoding that tables come in."
    return NotText(found, message, "Save the file as UTF-8.", _count_lines(content[: error.start]))


def _count_lines(before: bytes) -> int:
    return len(re.findall(rb"\r\n|\r|\n", before)) + 1


def _show(content: bytes) -> str:
    return re.sub(r"\s+", " ", content[:60].decode("ascii", "replace")).strip()
