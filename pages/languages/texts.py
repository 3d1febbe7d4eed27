"""The program's words: of modules, templates, reasons of corrections, notes of counters; compared with catalogues."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from data.atomic import lock_file, replace_bytes
from data.folder import locate_files
from data.table.corrections import read_corrections
from data.table.counters import read_counters
from pages.languages.language import CATALOGUES, FALLBACK, read_catalogue

PAGES = CATALOGUES.parent
KEYWORDS = {"_": None, "gettext": None, "get_label": None, "both": None, "mark": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
OPTIONS = {"**/templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
PLACEHOLDER = re.compile(r"\{(\w*)\}")
WIDTH = 120  # characters a line


def extract_texts() -> Catalog:
    """Collect every text that a visitor reads, with the files it stands in and the notes for translators."""
    template = Catalog(charset="utf-8")
    found = extract_from_dir(PAGES, METHODS, OPTIONS, KEYWORDS, ("TRANSLATORS:",), strip_comment_tags=True)
    for name, _line, message, comments, context in sorted(found, key=lambda text: (text[0], text[1])):
        template.add(message, None, [(f"pages/{name}", 1)], auto_comments=comments, context=context)
    files = locate_files({})
    for row in read_corrections(files.corrections)[0]:
        template.add(row.reason, None, [("data/corrections.csv", 1)])
    for counter in read_counters(files.counters)[0]:
        if counter.note:
            template.add(counter.note, None, [("data/counters.csv", 1)])
    return template


def list_catalogues() -> list[Path]:
    """List the shipped catalogues, English left out: its words are the program's own."""
    return [file for file in sorted(CATALOGUES.glob("*.po")) if file.stem != FALLBACK]


def update_catalogue(file: Path, template: Catalog) -> None:
    """Add what a catalogue lacks and drop what nobody says any more; what is translated stays as it is."""
    catalogue = read_catalogue(file)
    born = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = born
    catalogue.project, catalogue.msgid_bugs_address = "Madoguchi Map", ""
    catalogue.last_translator = catalogue.language_team = ""
    written = io.BytesIO()
    write_po(written, catalogue, width=WIDTH, ignore_obsolete=True, include_lineno=False)
    with lock_file(file):
        replace_bytes(file, written.getvalue())


def list_strings(message: Message) -> list[str]:
    """List a message's translations, one for each plural form."""
    strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return [text or "" for text in strings]


def check_catalogue(file: Path, template: Catalog) -> list[str]:
    """Name everything that is missing, fuzzy, left over or has other placeholders, each with file, text and remedy."""
    catalogue = read_catalogue(file)
    problems = [
        f"{file.name}: not in the program any more: {message.id!r}; run `make texts`"
        for message in catalogue
        if message.id and message.id not in template
    ]
    for wanted in template:
        if wanted.id:
            problems += [f"{file.name}: {problem}" for problem in _check_message(catalogue, wanted)]
    return problems


def _check_message(catalogue: Catalog, wanted: Message) -> Iterator[str]:
    found = catalogue.get(wanted.id, wanted.context)
    strings = list_strings(found) if found else []
    if not strings or not all(strings):
        yield f"no translation of {wanted.id!r}; write it as msgstr (after `make texts`)"
        return
    if found and found.fuzzy:
        yield f"fuzzy: {wanted.id!r}; check it and take the mark away"
    if wanted.pluralizable and len(strings) != catalogue.num_plurals:
        yield f"{len(strings)} forms of {wanted.id!r}, the language has {catalogue.num_plurals}"
    ids = wanted.id if isinstance(wanted.id, (list, tuple)) else (wanted.id,)
    allowed = set(PLACEHOLDER.findall(ids[-1]))
    for text in strings:
        if set(PLACEHOLDER.findall(text)) != allowed:
            yield f"{text!r} has not exactly the placeholders {sorted(allowed)} of {wanted.id!r}"
