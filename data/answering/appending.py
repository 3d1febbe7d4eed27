"""A row put at the end of a CSV file, all that stands there kept byte for byte, in its encoding and with its marks."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from data.table.decoding import NotText, decode_table
from data.table.headers import Header, find_header
from data.table.sheets import split_csv

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ENCODINGS = ("utf-8", "cp932", "euc_jp", "iso2022_jp", "cp1252")  # without a mark
_SEPARATORS = (",", ";", "\t")


class UnwritableError(Exception):
    """A row cannot be put into a file as that is; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How a file is written."""

    encoding: str
    separator: str
    line_end: str
    header: Header
    header_line: str


def append_rows(
    content: bytes, columns: Sequence[str], rows: Sequence[Mapping[str, str]], defaults: Mapping[str, str] | None = None
) -> bytes:
    """Return a file's bytes with rows of these cells behind them; an empty file gets a header of the columns first.

    Columns that the file lacks, and a row needs, are added at the end of the header: rows may end before them. A cell
    of `defaults` needs none. Raises UnwritableError.
    """
    if not content.strip():
        content = f"{','.join(columns)}\n".encode()
    form = _read_form(content, columns)
    names = form.header.names
    meant = set((defaults or {}).items())
    missing = [
        name
        for name in columns
        if name not in names and any(row.get(name) and (name, row[name]) not in meant for row in rows)
    ]
    try:
        if missing:
            longer = form.separator.join((form.header_line, *missing))
            content = content.replace(_encode(form.header_line, form), _encode(longer, form), 1)
        ended = content.endswith(tuple(_encode(end, form) for end in ("\n", "\r")))
        text = "" if ended else form.line_end
        text += "".join(_write_row([row.get(name, "") for name in (*names, *missing)], form) for row in rows)
        return content + _encode(text, form)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        message = f"{found!r} cannot be written in the encoding of the file, {form.encoding}. Save the file as UTF-8."
        raise UnwritableError(message) from error


def _read_form(content: bytes, columns: Sequence[str]) -> _Form:
    decoded = decode_table(content)
    if isinstance(decoded, NotText):
        raise UnwritableError(f"{decoded.message} {decoded.remedy}")
    encoding = _find_encoding(content, decoded.text)
    found = [(separator, _find_header(decoded.text, separator, columns)) for separator in _SEPARATORS]
    separator, header = max(found, key=lambda pair: pair[1].known if pair[1] else 0)
    if header is None:
        raise UnwritableError(f"No line names the columns {', '.join(columns)}. Put the header line back.")
    lines = [line for line in decoded.text.split("\n") if line.strip()]
    line_end = "\r\n" if "\r\n".encode(encoding) in content else "\n"
    return _Form(encoding, separator, line_end, header, lines[header.place])


def _find_header(text: str, separator: str, columns: Sequence[str]) -> Header | None:
    try:
        lines = [cells for _, cells in split_csv(text, separator) if "".join(cells).strip()]
    except csv.Error:
        return None
    return find_header(lines, columns, {})


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


def _write_row(cells: Sequence[str], form: _Form) -> str:
    stream = StringIO()
    csv.writer(stream, delimiter=form.separator, lineterminator=form.line_end).writerow(cells)
    return stream.getvalue()


def _encode(text: str, form: _Form) -> bytes:
    return text.encode(form.encoding)
