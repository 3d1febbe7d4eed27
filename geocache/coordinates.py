"""The cached coordinate file: where each city hall is, who said so, and when."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from data.atomic import replace_file
from data.places.codes import read_code
from data.records import Problem
from data.table.days import read_day
from data.table.decoding import Decoded, decode_table

# Rows of any other provider ("hand", say) were written by a person.
PROVIDERS = ("gazetteer", "boundary", "nominatim")

# Degrees that hold all of Japan, Okinotorishima to Etorofu and Yonaguni to Minamitorishima.
# Source: Geospatial Information Authority of Japan, 日本の東西南北端点の経度緯度, rounded outwards.
_LATITUDES = (20.0, 46.0)
_LONGITUDES = (122.0, 154.0)

_REBUILD = "Mend the row, or run `python -m geocache`: it puts this file aside and looks the city up again."


@dataclass(frozen=True, slots=True)
class Coordinate:
    """Point of a place (degrees WGS84); its fields are the file's columns, in this order."""

    code: str  # six-digit local-government code, check digit included
    name: str  # Japanese, as the gazetteer has it
    latitude: float
    longitude: float
    provider: str  # "gazetteer", "boundary" (middle of the prefecture, not the office), "nominatim", or a person's word
    query: str  # what was asked
    matched_name: str  # what the provider calls the place it found
    date: str  # ISO 8601, the day of the answer


@dataclass(frozen=True, slots=True)
class CoordinateFile:
    """The usable rows by code, everything wrong with the rest, and whether writing the file anew would lose text."""

    coordinates: Mapping[str, Coordinate]
    problems: tuple[Problem, ...] = ()
    damaged: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)  # 1-based line of each usable row, by code


COLUMNS = tuple(column.name for column in fields(Coordinate))


def read_coordinates(path: Path) -> CoordinateFile:
    """Read the coordinate file; never raises. An absent file is an empty one, a broken row is named and left out.

    Rows are read line by line, so that one broken quote or one badly encoded name spoils its own row only.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return CoordinateFile({})
    except OSError as error:
        problem = Problem(path.name, None, None, str(error), "The file cannot be read.", "Make it readable.")
        return CoordinateFile({}, (problem,), damaged=True)
    return parse_coordinates(path.name, content)


def parse_coordinates(file: str, content: bytes) -> CoordinateFile:
    """Read the content of the coordinate file of that name, as `read_coordinates` does."""
    content, problems = _read_as_utf8(file, content)
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    found: dict[str, Coordinate] = {}
    rows: dict[str, int] = {}
    problems += [] if _is_header(lines[0]) else [_describe_header(file, lines[0])]
    for row, line in enumerate(lines, start=1):
        if not line.strip() or (row == 1 and not line[:1].isdigit()):
            continue
        result = _parse_line(line, file, row)
        if isinstance(result, Coordinate) and result.code in found:
            message = f"The code stands in row {rows[result.code]} already; one row a city is allowed."
            result = Problem(file, row, "code", result.code, message, "Delete one of the two rows.")
        if isinstance(result, Problem):
            problems.append(result)
        else:
            found[result.code], rows[result.code] = result, row
            problems += _tell_code(file, row, line, result.code)
    return CoordinateFile(found, tuple(problems), any(problem.fatal for problem in problems), rows)


def format_coordinates(coordinates: Iterable[Coordinate]) -> str:
    """Write coordinates as CSV text: sorted by code, LF, one line a row whatever the names hold."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for coordinate in sorted(coordinates, key=lambda coordinate: coordinate.code):
        cells = [getattr(coordinate, column) for column in COLUMNS]
        writer.writerow([clean_text(cell) if isinstance(cell, str) else repr(cell) for cell in cells])
    return text.getvalue()


def write_coordinates(path: Path, coordinates: Iterable[Coordinate]) -> None:
    """Replace the coordinate file as a whole; a reader or a kill sees the old file or the new one."""
    replace_file(path, format_coordinates(coordinates))


def clean_text(text: str) -> str:
    """Return foreign text on one line and writable as UTF-8: line breaks and control characters become spaces."""
    if text.isprintable():  # nearly always, and quick: the whole file is cleaned at every answer
        return text.strip()
    spaced = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return spaced.encode("utf-8", "replace").decode("utf-8").strip()


def explain_point(latitude: float, longitude: float) -> str | None:
    """Say why a point (degrees WGS84) cannot be in Japan, None if it can."""
    if _is_within(latitude, _LATITUDES) and _is_within(longitude, _LONGITUDES):
        return None
    if _is_within(longitude, _LATITUDES) and _is_within(latitude, _LONGITUDES):
        return "Latitude and longitude look swapped."
    return (
        f"The point is outside Japan; allowed are latitude {_LATITUDES[0]:g} to {_LATITUDES[1]:g} "
        f"and longitude {_LONGITUDES[0]:g} to {_LONGITUDES[1]:g}."
    )


def _is_within(value: float, limits: tuple[float, float]) -> bool:
    """Tell whether a number lies in limits; what is not a number lies nowhere."""
    return limits[0] <= value <= limits[1]


def _read_as_utf8(file: str, content: bytes) -> tuple[bytes, list[Problem]]:
    """Return the content as UTF-8 where a spreadsheet saved it as a whole in another encoding, which is told."""
    decoded = decode_table(content)
    if not (isinstance(decoded, Decoded) and decoded.assumed):
        return content, []
    message = f"The file was read as {decoded.assumed}."
    return decoded.text.encode(), [Problem(file, None, None, decoded.assumed, message, decoded.remedy, fatal=False)]


def _tell_code(file: str, row: int, line: bytes, code: str) -> list[Problem]:
    """Name a code that was mended, as what it was read."""
    written = line.partition(b",")[0].decode("utf-8", "replace")
    if written.strip().strip('"') == code:
        return []
    message, remedy = f"It was read as {code}.", f"Write {code}; a spreadsheet drops leading zeros."
    return [Problem(file, row, "code", clean_text(written), message, remedy, fatal=False)]


def _is_header(line: bytes) -> bool:
    return line.rstrip(b"\r") == ",".join(COLUMNS).encode()


def _describe_header(file: str, line: bytes) -> Problem:
    found = clean_text(line[:200].decode("utf-8", "replace"))
    message = f"The first line is not the header {','.join(COLUMNS)}."
    remedy = "Write the header as the first line, or run `python -m geocache`: it puts this file aside and rebuilds it."
    return Problem(file, 1, None, found, message, remedy)


def _parse_line(line: bytes, file: str, row: int) -> Coordinate | Problem:
    """Read one line, or say what is wrong with it."""
    shown = clean_text(line[:200].decode("utf-8", "replace"))
    try:
        cells = next(csv.reader([line.rstrip(b"\r").decode("utf-8")], strict=True))
    except UnicodeDecodeError:
        return Problem(file, row, None, shown, "The line is not UTF-8 text.", _REBUILD)
    except csv.Error as error:
        return Problem(file, row, None, shown, f"The line is not CSV ({error}).", _REBUILD)
    if len(cells) != len(COLUMNS):
        return Problem(file, row, None, shown, f"It has {len(cells)} cells; {len(COLUMNS)} are allowed.", _REBUILD)
    return _parse_cells(cells, file, row)


def _parse_cells(cells: list[str], file: str, row: int) -> Coordinate | Problem:
    """Check the three cells that matter; the others are kept as they are."""
    code = read_code(cells[0])
    if code is None:
        return Problem(file, row, "code", cells[0], "A local-government code has six digits.", _REBUILD)
    latitude, longitude = _parse_degrees(cells[2]), _parse_degrees(cells[3])
    if latitude is None or longitude is None:
        column, cell = ("latitude", cells[2]) if latitude is None else ("longitude", cells[3])
        return Problem(file, row, column, cell, "Degrees are a number such as 35.01167.", _REBUILD)
    if reason := explain_point(latitude, longitude):
        return Problem(file, row, "latitude", ",".join(cells[2:4]), reason, _REBUILD)
    day = read_day(cells[7])
    date = day.isoformat() if day else cells[7]
    return Coordinate(code, cells[1], latitude, longitude, cells[4], cells[5], cells[6], date)


def _parse_degrees(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
