"""A row put at the end of a CSV file, all that stands there kept byte for byte, in its encoding and with its marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.table.forms import read_form


def append_rows(
    content: bytes, columns: Sequence[str], rows: Sequence[Mapping[str, str]], defaults: Mapping[str, str] | None = None
) -> bytes:
    """Return a file's bytes with rows of these cells behind them; an empty file gets a header of the columns first.

    Columns that the file lacks, and a row needs, are added at the end of the header: rows may end before them. A cell
    of `defaults` needs none. Raises UnwritableError.
    """
    if not content.strip():
        content = f"{','.join(columns)}\n".encode()
    form = read_form(content, columns)
    names = form.header.names
    meant = set((defaults or {}).items())
    missing = [
        name
        for name in columns
        if name not in names and any(row.get(name) and (name, row[name]) not in meant for row in rows)
    ]
    if missing:
        longer = form.separator.join((form.header_line, *missing))
        content = content.replace(form.encode(form.header_line), form.encode(longer), 1)
    ended = content.endswith(tuple(form.encode(end) for end in ("\n", "\r")))
    text = "" if ended else form.line_end
    text += "".join(form.write_row([row.get(name, "") for name in (*names, *missing)]) for row in rows)
    return content + form.encode(text)
