"""The form of a file of rows: encoding, byte order mark, separator and line ends, kept by whoever writes into it."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from data.table.decoding import NotText, decode_table
from data.table.headers import Header, find_header
from data.table.splitting import split_csv

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ENCODINGS = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "cp1252")  # without a mark
_SEPARATORS = (",", ";", "\t")


class UnwritableError(Exception):
    """A row cannot be put into a file as that is; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is written; `header_line` is the text of its header, without its line end."""

    encoding: str
    separator: str
    line_end: str
    header: Header
    header_line: str

    def write_row(self, cells: Sequence[str]) -> str:
        """Return a row as the file has them, with its line end."""
        stream = StringIO()
        csv.writer(stream, delimiter=self.separator, lineterminator=self.line_end).writerow(cells)
        return stream.getvalue()

    def encode(self, text: str) -> bytes:
        """Return a text in the file's encoding, without a mark. Raises UnwritableError for signs that it lacks."""
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError as error:
            found = error.object[error.start : error.end]
            message = f"{found!r} cannot be written in the encoding of the file, {self.encoding}."
            raise UnwritableError(f"{message} Save the file as UTF-8.") from error


def read_form(content: bytes, columns: Sequence[str], aliases: Mapping[str, str] | None = None) -> Form:
    """Return the form of a file whose header names some of the columns. Raises UnwritableError."""
    decoded = decode_table(content)
    if isinstance(decoded, NotText):
        raise UnwritableError(f"{decoded.message} {decoded.remedy}")
    encoding = _find_encoding(content, decoded.text)
    found = [(separator, _find_header(decoded.text, separator, columns, aliases or {})) for separator in _SEPARATORS]
    separator, header = max(found, key=lambda pair: pair[1].known if pair[1] else 0)
    if header is None:
        raise UnwritableError(f"No line names the columns {', '.join(columns)}. Put the header line back.")
    lines = [line for line in decoded.text.split("\n") if line.strip()]
    line_end = "\r\n" if "\r\n".encode(encoding) in content else "\n"
    return Form(encoding, separator, line_end, header, lines[header.place])


def _find_header(text: str, separator: str, columns: Sequence[str], aliases: Mapping[str, str]) -> Header | None:
    try:
        lines = [cells for _, cells in split_csv(text, separator) if "".join(cells).strip()]
    except csv.Error:
        return None
    return find_header(lines, columns, aliases)


def _find_encoding(content: bytes, text: str) -> str:
    """Find the encoding in which these bytes are that text."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding
    for encoding in _ENCODINGS:
        try:
            read = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if re.sub(r"\r\n?", "\n", read) == text:
            return encoding
    raise UnwritableError("Its encoding cannot be told. Save the file as UTF-8.")
