"""The table: which cities it lists, and what it says of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.folder import DataFiles
from data.places.gazetteer import find_prefecture, identify_places
from data.places.slugs import make_slugs
from data.records import Check, City, Correction, DepartmentName, FieldName, Look, Place, Problem, Table
from data.standing import is_withdrawn
from data.table.cells import parse_departments, parse_links
from data.table.confirmations import check_checks, read_checks, select_checks
from data.table.corrections import apply_corrections, check_use, read_corrections, select_corrections, show_cell
from data.table.department_names import check_department_names, read_department_names, select_department_names
from data.table.emails import parse_emails
from data.table.looks import attach_looks, index_looks, read_looks
from data.table.sheets import Sheet, SheetRow, read_sheet, shorten
from data.table.splitting import split_tsv
from data.table.table_columns import ALIASES, CITY, COLUMNS, FIELD_COLUMNS, NUMBER, PREFECTURE


@dataclass(frozen=True, slots=True)
class _Identified:
    """A row whose place is known."""

    row: SheetRow
    place: Place

    @property
    def cells(self) -> dict[FieldName, str]:
        """The cells that the source has of it, by field."""
        return {field: self.row.cells[column] for field, column in FIELD_COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class _Notes:
    """What stands beside the table, and what is wrong in the file of each."""

    corrections: tuple[Correction, ...]
    checks: tuple[Check, ...]
    department_names: tuple[DepartmentName, ...]
    looks: Mapping[str, Look]  # by address
    wrong: tuple[tuple[Problem, ...], ...]


def read_table(files: DataFiles) -> Table:
    """Read the table with what belongs to it: every usable row, and everything that is wrong. Never raises.

    The seven columns are found by name. An empty City means the prefectural government. A value is as published unless
    a correction says otherwise; then the published one stands in the city's `corrections`.
    """
    name = files.cities.name
    sheet = read_sheet(files.cities, COLUMNS, split_tsv, needed=(PREFECTURE, CITY), aliases=ALIASES)
    usable = () if {PREFECTURE, CITY} & set(sheet.missing) else sheet.rows
    identified, unidentified = _identify_rows(name, usable)
    notes = _read_notes(files)
    slugs = make_slugs([found.place for found in identified])
    cities = tuple(_make_city(found, slug, notes) for found, slug in zip(identified, slugs, strict=True))
    wrong_rows = (
        *_check_rows(name, sheet),
        *unidentified,
        *_check_numbers(name, usable),
        *_check_leftovers(name, cities),
    )
    about = {row.line: _name_row(row) for row in usable}
    named = (replace(problem, about=about.get(problem.row or 0, "")) for problem in wrong_rows)
    in_order = sorted(named, key=lambda problem: problem.row or 0)
    return Table(cities, (*in_order, *_check_notes(files, notes, identified)), sheet.ending)


def read_cells(files: DataFiles) -> tuple[dict[str, dict[FieldName, str]], dict[str, dict[FieldName, str]]]:
    """Read each usable row's cells by the code of its city: as they are listed, and as the map shows them.

    Both as if no city had withdrawn any.
    """
    sheet = read_sheet(files.cities, COLUMNS, split_tsv, needed=(PREFECTURE, CITY), aliases=ALIASES)
    identified, _ = _identify_rows(files.cities.name, sheet.rows)
    notes = _read_notes(files)
    listed = {found.place.code: found.cells for found in identified}
    return listed, {found.place.code: _show_cells(found, notes) for found in identified}


def _read_notes(files: DataFiles) -> _Notes:
    """Read the files whose rows are each about a cell of a city, or about an address in one."""
    corrections, wrong_corrections = read_corrections(files.corrections)
    checks, wrong_checks = read_checks(files.checks)
    names, wrong_names = read_department_names(files.department_names)
    looks, wrong_looks = read_looks(files.links)
    wrong = (wrong_corrections, wrong_checks, wrong_names, wrong_looks)
    return _Notes(corrections, checks, names, index_looks(looks), wrong)


def _check_notes(files: DataFiles, notes: _Notes, identified: Sequence[_Identified]) -> Iterator[Problem]:
    """Yield what is wrong with the notes, file by file, and which of them are about nothing in the table."""
    cells = {found.place.code: found.cells for found in identified}
    shown = {found.place.code: _show_cells(found, notes) for found in identified}
    departments = {found.place.code: _list_departments(found, notes) for found in identified}
    unused = (
        check_use(files.corrections.name, notes.corrections, cells),
        check_checks(files.checks.name, notes.checks, shown),
        check_department_names(files.department_names.name, notes.department_names, departments),
        (),  # an address may be an office's: `data.links.addresses` knows them all
    )
    for wrong, idle in zip(notes.wrong, unused, strict=True):
        yield from (*wrong, *idle)


def _check_rows(file: str, sheet: Sheet) -> tuple[Problem, ...]:
    """Return what is wrong with the sheet; a header alone is no table."""
    if sheet.rows or sheet.problems:
        return sheet.problems
    return (
        Problem(file, None, None, "", "There is no row below the header.", "Add a row for each city.", whole_file=True),
    )


def _identify_rows(file: str, rows: tuple[SheetRow, ...]) -> tuple[list[_Identified], list[Problem]]:
    """Part the rows into those that name one place, each for the first time, and problems."""
    identified: dict[str, _Identified] = {}
    problems = []
    for row in rows:
        found = _identify_row(file, row)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.code in identified:
            first = identified[found.code].row.line
            message = f"Line {first} is {found.ja} as well; a city has one row."
            problems.append(_describe(file, row, CITY, message, "Put both rows into one, or correct the name."))
        else:
            identified[found.code] = _Identified(row, found)
    return list(identified.values()), problems


def _identify_row(file: str, row: SheetRow) -> Place | Problem:
    """Return the place a row is about, or why it cannot be told."""
    prefecture = find_prefecture(row.cells[PREFECTURE])
    if prefecture is None:
        message = "This is none of the 47 prefectures."
        return _describe(file, row, PREFECTURE, message, "Write its English or Japanese name, such as Osaka or 大阪府.")
    places = identify_places(prefecture, row.cells[CITY])
    if len(places) == 1:
        return places[0]
    if places:
        message = f"In {prefecture.en} this can be {' or '.join(place.ja for place in places)}."
        return _describe(file, row, CITY, message, "Write one of these names.")
    message = f"No city, town, village or ward of {prefecture.en} has this name."
    return _describe(file, row, CITY, message, "Correct the name or the prefecture; the name in Japanese is surest.")


def _make_city(found: _Identified, slug: str, notes: _Notes) -> City:
    """Read what the source lists for a place, and take what stands beside it; what the city has withdrawn is gone.

    It is left out here, for all that show, search or publish a city.
    """
    code, cells = found.place.code, found.cells
    checks = select_checks(notes.checks, code, _show_cells(found, notes))
    kept = {field: cell for field, cell in cells.items() if not is_withdrawn(checks, field)}
    corrections = tuple(
        row for row in select_corrections(notes.corrections, code, cells) if row.field in kept
    )  # a doubt tells what the source has
    parts = {field: apply_corrections(corrections, field, kept.get(field, "")) for field in cells}
    websites, website_leftovers = parse_links("website", " ".join(parts["website"]))
    emails, email_leftovers = parse_emails(" ".join(parts["email"]))
    classes, class_leftovers = parse_links("class", " ".join(parts["class"]))
    departments = tuple(name for part in parts["department"] for name in parse_departments(part))
    return City(
        number=found.row.cells[NUMBER].strip(),
        row=found.row.line,
        place=found.place,
        slug=slug,
        listed_name=found.row.cells[CITY].strip(),
        departments=departments,
        websites=attach_looks(websites, notes.looks),
        emails=emails,
        classes=attach_looks(classes, notes.looks),
        leftovers=(*website_leftovers, *email_leftovers, *class_leftovers),
        corrections=corrections,
        checks=checks,
        department_names=select_department_names(notes.department_names, code, departments),
    )


def _list_departments(found: _Identified, notes: _Notes) -> tuple[str, ...]:
    """List a row's departments, or those it would have if the city had withdrawn none."""
    corrections = select_corrections(notes.corrections, found.place.code, found.cells)
    parts = apply_corrections(corrections, "department", found.cells["department"])
    return tuple(name for part in parts for name in parse_departments(part))


def _show_cells(found: _Identified, notes: _Notes) -> dict[FieldName, str]:
    """Return a row's cells as the map shows them, or would if the city had withdrawn none."""
    corrections = select_corrections(notes.corrections, found.place.code, found.cells)
    return {field: show_cell(corrections, field, cell) for field, cell in found.cells.items()}


def _check_numbers(file: str, rows: tuple[SheetRow, ...]) -> Iterator[Problem]:
    """Yield the rows whose number is none or stands elsewhere too; they are used all the same."""
    seen: dict[str, int] = {}
    for row in rows:
        number = row.cells[NUMBER].strip()
        first = seen.setdefault(number, row.line)
        if not (number.isascii() and number.isdigit()):
            problem = _describe(file, row, NUMBER, "This is not a whole number.", "Number the row.")
        elif first != row.line:
            problem = _describe(file, row, NUMBER, f"Line {first} has this number as well.", "Number the row anew.")
        else:
            continue
        yield replace(problem, fatal=False)


def _check_leftovers(file: str, cities: tuple[City, ...]) -> Iterator[Problem]:
    """Yield the text in cells that is shown as text because it is no usable link or address."""
    for city in cities:
        for text in city.leftovers:
            message = (
                "This is not a safe web address, a label in brackets or an e-mail address, so it is shown as text."
            )
            remedy = "Write https://… (label), or name[at]host; part them by a space."
            yield Problem(file, city.row, FIELD_COLUMNS[text.field], shorten(text.text), message, remedy, fatal=False)


def _name_row(row: SheetRow) -> str:
    """Return what a person knows a row by, beside its line in the file."""
    number, name = row.cells[NUMBER].strip(), row.cells[CITY].strip() or row.cells[PREFECTURE].strip()
    return shorten(", ".join(part for part in (number and f"No. {number}", name) if part))


def _describe(file: str, row: SheetRow, column: str, message: str, remedy: str) -> Problem:
    return Problem(file, row.line, column, shorten(row.cells[column]), message, remedy)
