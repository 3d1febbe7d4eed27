"""A better value that a city gives of one of its cells: whether it can be read, and its row of corrections.csv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from data.answering.typed import refuse
from data.privacy.contacts import is_private_host
from data.privacy.person_names import find_names
from data.records import City, Correction, FieldName, Problem
from data.table.cells import parse_departments, parse_links
from data.table.emails import parse_emails

REASON = "The city itself has said so."  # pages/card/remarks.py has it in the readers' languages
_OPTION = "--corrected"


def make_correction(
    city: City, field: FieldName, listed: Mapping[FieldName, str], better: str, source: str
) -> dict[str, str]:
    """Make the row that shows the city's value in place of the source's, which stays visible in the note."""
    return {
        "code": city.code,
        "city": city.place.ja,
        "field": field,
        "source_value": listed[field].strip(),
        "better_value": better,
        "applied": "yes",
        "reason": REASON,
        "source": source,
    }


def check_corrected(
    text: str, field: FieldName, city: City, listed: Mapping[FieldName, str], corrections: Sequence[Correction]
) -> Iterator[Problem]:
    """Yield what keeps a better value from being shown."""
    better, cell = text.strip(), listed[field].strip()
    applied = [row for row in corrections if row.code == city.code and row.field == field and row.applied]
    in_use = [row for row in applied if row.source_value in cell]
    if not cell:
        message = f"The source lists no {field} for {city.place.ja}, so there is nothing to correct."
        yield refuse(_OPTION, text, message, "Keep a table of your own (MADOGUCHI_DATA) and write it there.")
    if in_use:
        message = f"Line {in_use[0].row} of corrections.csv already has another value in place of the source's."
        yield refuse(_OPTION, text, message, "Change that line by hand, then note the answer without --corrected.")
    if not better or not better.isprintable():
        yield refuse(_OPTION, text, "It must be one line that can be read.", "Write the cell as the map shall show it.")
    elif better == cell:
        yield refuse(_OPTION, text, "The source says the same.", "Leave --corrected out: the city confirms it.")
    else:
        yield from _check_kind(better, field)


def _check_kind(better: str, field: FieldName) -> Iterator[Problem]:
    """Yield what is wrong with a value as one of its field."""
    if field == "department":
        found = [*find_names(better)]
        yield from (refuse(_OPTION, one.found, one.message, "Write the department alone.") for one in found)
        if not parse_departments(better):
            yield refuse(_OPTION, better, "It names no department.", "Write its name.")
    elif field == "email":
        emails, left = parse_emails(better)
        if not emails or left:
            yield refuse(
                _OPTION, better, "It is no list of e-mail addresses.", "Write name@host; part several by a space."
            )
        for address in emails:
            if is_private_host(address.partition("@")[2]):
                message = "A private person's mail provider."
                yield refuse(_OPTION, address, message, "Ask for the office's own address.")
    else:
        links, left = parse_links(field if field == "website" else "class", better)
        if not links or left:
            message = "It is no list of web addresses."
            yield refuse(_OPTION, better, message, "Write https://… (label); part several by a space.")
