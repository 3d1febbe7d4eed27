"""Lines of cells of a file, whatever it was saved as (text with any separator, a workbook), and the header in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.records import Ending
from data.table.decoding import NotText, decode_table
from data.table.headers import Header, find_header
from data.table.splitting import BROKEN, SEPARATORS, Line, Splitter
from data.table.workbooks import WorkbookSheet, is_workbook, read_workbook

_RESAVE = "Nothing is lost; save it with the separator that its name promises."
_SHOWN_CELLS = 12


@dataclass(frozen=True, slots=True)
class Assumption:
    """What was assumed when a file was read, so that a wrong guess is seen."""

    found: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines of a file that are not blank, and which of them is the header; None where none names a column."""

    lines: tuple[Line, ...]
    header: Header | None
    assumed: tuple[Assumption, ...] = ()
    ending: Ending = "whole"
    sheet: str = ""  # of a workbook, its title


def read_lines(
    content: bytes, split: Splitter, columns: Sequence[str], aliases: Mapping[str, str]
) -> FileLines | NotText:
    """Return the lines of a file's bytes, or why there are none. Never raises.

    Of a workbook the first visible sheet counts whose header names the most columns. Where `split` finds no header in
    a text, the other separators are tried.
    """
    if is_workbook(content):
        sheets = read_workbook(content)
        return sheets if isinstance(sheets, NotText) else _choose_sheet(sheets, columns, aliases)
    return _read_text(content, split, columns, aliases)


def _choose_sheet(sheets: Iterable[WorkbookSheet], columns: Sequence[str], aliases: Mapping[str, str]) -> FileLines:
    found = [(sheet, find_header([cells for _, cells in sheet.lines], columns, aliases)) for sheet in sheets]
    if not found:
        return FileLines((), None)
    sheet, header = max(found, key=lambda pair: pair[1].known if pair[1] else 0)
    width = len(header.names) if header else 0
    lines = tuple((number, cells + [""] * (width - len(cells))) for number, cells in sheet.lines)
    return FileLines(lines, header, tuple(_tell_valueless(sheet)) if header else (), sheet=sheet.title)


def _tell_valueless(sheet: WorkbookSheet) -> Iterable[Assumption]:
    """Yield the cells of which the workbook holds no value."""
    if cells := sheet.valueless:
        named = " ".join(cells[:_SHOWN_CELLS]) + (" …" if len(cells) > _SHOWN_CELLS else "")
        message = (
            f"These cells of the sheet {sheet.title} hold an error, or a formula without its value: they are empty."
        )
        yield Assumption(named, message, "Open it in the spreadsheet, mend them, and save it again.")


def _read_text(
    content: bytes, split: Splitter, columns: Sequence[str], aliases: Mapping[str, str]
) -> FileLines | NotText:
    decoded = decode_table(content)
    if isinstance(decoded, NotText):
        return decoded
    assumed = []
    if name := decoded.assumed:
        assumed.append(Assumption(name, f"The file was read as {name}.", decoded.remedy))
    try:
        lines, header, separator = _find_lines(decoded.text, split, columns, aliases)
    except BROKEN as error:
        return NotText(str(error), "It cannot be parsed.", "Save it as plain text again.")
    if header and separator:
        assumed.append(Assumption(separator, f"The cells are parted by {separator}, and were read so.", _RESAVE))
    below = lines[header.place + 1 :] if header else []
    ending = _find_ending(decoded.text, below, len(header.names)) if header else "whole"
    return FileLines(tuple(lines), header, tuple(assumed), ending)


def _find_lines(
    text: str, split: Splitter, columns: Sequence[str], aliases: Mapping[str, str]
) -> tuple[list[Line], Header | None, str]:
    """Split a text into the lines that are not blank, and find the header; name the separator if it is another."""
    lines = _drop_blank(split(text))
    header = find_header([cells for _, cells in lines], columns, aliases)
    best = (lines, header, "")
    for name, other in SEPARATORS.items():
        if other is not split and (best[1] is None or best[1].known < 2):
            try:
                lines = _drop_blank(other(text))
            except BROKEN:
                continue
            header = find_header([cells for _, cells in lines], columns, aliases)
            if header and header.known > (best[1].known if best[1] else 1):
                best = (lines, header, name)
    return best


def _find_ending(text: str, lines: Sequence[Line], width: int) -> Ending:
    """Tell how a file ends: one that is half written ends without a line end, most often within a row."""
    if not lines or text.endswith("\n"):
        return "whole"
    return "cut" if len(lines[-1][1]) < width else "open"


def _drop_blank(lines: Iterable[Line]) -> list[Line]:
    return [(number, cells) for number, cells in lines if "".join(cells).strip()]
