"""A table whose cells try to be more than text, and a visit that sees whether one of them succeeds."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Dialog, Page

from data.table.table_columns import COLUMNS
from tests.browser.profiles import PageLog
from tests.browser.server import ROOT
from tests.browser.visitor import PageOpener, Site
from tests.courses import write_courses
from tests.hostile import TEXTS

DEPARTMENT, URL, EMAIL, CLASSES = COLUMNS[3:]
SHOWN = (CLASSES, DEPARTMENT, EMAIL, URL)  # the order of a card's sections
OFFICE_TEXTS = {
    "associations.csv": ("name", "name_en", "other_address"),
    "counters.csv": ("name", "name_en", "address", "hours", "note"),
}
COURSE_TEXTS = ("name", "name_en", "name_kana", "venue", "address", "weeks", "breaks", "area", "fee_note", "childcare")

INSPECT_DOCUMENT = """() => ({
  hit: window.hit ?? null,
  links: [...document.querySelectorAll("a[href]")]
    .map(link => new URL(link.href.baseVal ?? link.href, document.baseURI).href),  // drawn ones have it elsewhere
  pictures: document.querySelectorAll("img[src=x]").length,
})"""


@dataclass
class Visit:
    """A page on a hostile table, and the dialogs that it opened."""

    page: Page
    log: PageLog
    dialogs: list[str] = field(default_factory=list)

    def note_dialog(self, dialog: Dialog) -> None:
        """Close a dialog and remember it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def read_rows(folder: Path = ROOT / "data") -> list[dict[str, str]]:
    """The rows of a table, as a spreadsheet reads them: without the quotes around a cell."""
    lines = (folder / "cities.tsv").read_text(encoding="utf-8").strip("\n").split("\n")
    cells = csv.reader((line for line in lines if line.strip()), delimiter="\t")
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells][1:]


def build_rows(offset: int, trace: Path) -> Iterator[dict[str, str]]:
    """The shipped rows with a hostile text in every cell but number, Prefecture and City."""
    texts = [text.replace("PATH", str(trace)) for text in TEXTS]
    for number, row in enumerate(read_rows()):
        places = ((number + offset + 7 * place) % len(texts) for place in range(len(SHOWN)))
        yield row | dict(zip(SHOWN, (texts[place] for place in places), strict=True))


def spoil_offices(folder: Path, trace: Path) -> None:
    """Write the shipped associations and counters into a folder, hostile texts where any text may stand."""
    texts = [text.replace("PATH", str(trace)) for text in TEXTS]
    for file, columns in OFFICE_TEXTS.items():
        with (ROOT / "data" / file).open(encoding="utf-8", newline="") as shipped:
            rows = list(csv.DictReader(shipped))
        for number, row in enumerate(rows):
            row |= {column: texts[(number + 5 * place) % len(texts)] for place, column in enumerate(columns)}
        write_rows(folder / file, rows)


def spoil_courses(folder: Path, trace: Path) -> None:
    """Write two classes of each shipped city, on Saturdays at its city hall, hostile texts where text may stand."""
    texts = [text.replace("PATH", str(trace)) for text in TEXTS]
    with (ROOT / "geocache" / "coordinates.csv").open(encoding="utf-8", newline="") as file:
        halls = list(csv.DictReader(file))
    rows = []
    for number, hall in enumerate([*halls, *halls]):
        hostile = {column: texts[(number + 5 * place) % len(texts)] for place, column in enumerate(COURSE_TEXTS)}
        place = {column: hall[column] for column in ("code", "latitude", "longitude")}
        known = {"id": f"hostile-{number}", "weekdays": "土", "source_url": "https://example.org/"}
        rows.append(place | known | hostile)
    write_courses(folder / "classes.csv", rows)


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as comma-separated values."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def open_visit(open_page: PageOpener, app: Site, params: dict[str, str] | None = None) -> Visit:
    """Open the map with an eye on everything that could run."""
    page, log = open_page("", app=app, reduced_motion=True)
    visit = Visit(page, log)
    page.on("dialog", visit.note_dialog)
    page.goto(f"{app.url}/?{urlencode(params or {})}")
    return visit


def check_documents(visit: Visit) -> None:
    """No script of a cell has run, no element of a cell exists, no link leads where none may lead."""
    for frame in visit.page.frames:
        found: dict[str, Any] = frame.evaluate(INSPECT_DOCUMENT)
        assert (found["hit"], found["pictures"]) == (None, 0)
        targets = {urlsplit(link) for link in found["links"]}
        assert [target for target in targets if target.scheme not in {"http", "https", "mailto", "tel"}] == []
        assert [target for target in targets if "evil.example" in target.netloc] == []
    assert (visit.dialogs, visit.log.foreign_requests, visit.log.page_errors) == ([], [], [])
