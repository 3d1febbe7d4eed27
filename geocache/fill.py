"""Fills the coordinate file: asks only what is missing, saves each answer, never loses a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.atomic import lock_file, replace_bytes
from data.records import Place
from geocache.answer import Finder, FoundPoint, Lookup, Outcome, format_query
from geocache.coordinates import PROVIDERS, Coordinate, CoordinateFile, parse_coordinates, write_coordinates

OUTAGES_BEFORE_STOP = 3

Report = Callable[[int, int, Lookup], None]  # called after each answer is saved: its number, of how many, the answer


@dataclass(frozen=True, slots=True)
class FillResult:
    """Result of a run: every answer, the places it had no reason to ask about, those it gave up before asking."""

    answers: tuple[Lookup, ...]
    kept: tuple[Place, ...]
    not_asked: tuple[Place, ...]
    set_aside: Path | None  # the copy of a damaged file
    missing: tuple[Place, ...]  # places still without a coordinate

    def select_places(self, outcome: Outcome) -> tuple[Place, ...]:
        """Return the places whose lookup ended so."""
        return tuple(answer.place for answer in self.answers if answer.outcome is outcome)

    @property
    def is_complete(self) -> bool:
        """Whether every place has a coordinate and every lookup found one."""
        return not self.missing and not self.not_asked and len(self.select_places(Outcome.FOUND)) == len(self.answers)


def fill_coordinates(
    places: Iterable[Place], path: Path, find: Finder, *, today: date, report: Report, refresh: bool = False
) -> FillResult:
    """Look up what is missing or asked differently now (all, with `refresh`), writing the file after each answer.

    One run at a time holds the file's lock, so that two runs neither ask twice nor lose each other's rows. A failed
    lookup leaves the old coordinate; an answer that says nothing new leaves the file untouched. After
    `OUTAGES_BEFORE_STOP` outages in a row the rest is not asked. Raises OSError if the file cannot be read or written.
    """
    wanted = tuple({place.code: place for place in places}.values())
    with lock_file(path):
        known, set_aside = _load_rows(path, today)
        pending = [place for place in wanted if needs_lookup(place, known.get(place.code), refresh=refresh)]
        answers: list[Lookup] = []
        outages = 0
        while len(answers) < len(pending) and outages < OUTAGES_BEFORE_STOP:
            answer = find(pending[len(answers)])
            answers.append(answer)
            outages = count_outages(outages, answer)
            _save_answer(path, known, answer, today)
            report(len(answers), len(pending), answer)
    return FillResult(
        answers=tuple(answers),
        kept=tuple(place for place in wanted if place not in pending),
        not_asked=tuple(pending[len(answers) :]),
        set_aside=set_aside,
        missing=tuple(place for place in wanted if place.code not in known),
    )


def needs_lookup(place: Place, known: Coordinate | None, *, refresh: bool) -> bool:
    """Decide whether to ask about a place. What a person wrote is never asked again, whoever is the provider now."""
    if known is None:
        return True
    if known.provider not in PROVIDERS:
        return False
    return refresh or known.query != format_query(place)


def count_outages(outages: int, answer: Lookup) -> int:
    """Count the outages in a row; a middle read from the boundaries is no sign that the service lives."""
    if answer.outcome is Outcome.UNREACHABLE:
        return outages + 1
    if answer.point is not None and answer.point.provider == "boundary":
        return outages
    return 0


def set_aside_file(path: Path, today: date) -> Path:
    """Copy a damaged file beside itself under a name not taken yet, byte for byte and whole; return that name."""
    number = 1
    target = path.with_name(f"{path.name}.damaged-{today.isoformat()}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.damaged-{today.isoformat()}-{number}")
    replace_bytes(target, path.read_bytes())
    return target


def _load_rows(path: Path, today: date) -> tuple[dict[str, Coordinate], Path | None]:
    """Read the usable rows; a damaged file is copied aside before it is written anew with them.

    A file that is there and cannot be read holds rows that only it has, perhaps: raises OSError.
    """
    file = parse_coordinates(path.name, path.read_bytes()) if path.exists() else CoordinateFile({})
    known = dict(file.coordinates)
    if not file.damaged:
        return known, None
    target = set_aside_file(path, today)
    write_coordinates(path, known.values())
    return known, target


def _save_answer(path: Path, known: dict[str, Coordinate], answer: Lookup, today: date) -> None:
    """Write a found point, unless the file says the same already: then its date stays too."""
    if answer.point is None:
        return
    code = answer.place.code
    new = _make_coordinate(answer.place, answer.point, today)
    if code in known and replace(known[code], date=new.date) == new:
        return
    known[code] = new
    write_coordinates(path, known.values())


def _make_coordinate(place: Place, point: FoundPoint, today: date) -> Coordinate:
    return Coordinate(
        code=place.code,
        name=place.ja,
        latitude=point.latitude,
        longitude=point.longitude,
        provider=point.provider,
        query=format_query(place),
        matched_name=point.matched_name,
        date=today.isoformat(),
    )
