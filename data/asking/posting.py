"""Writes the letters of a round into a folder, and says for whom there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.answering.typed import find_city
from data.asking.letters import Round, write_letter, write_mail
from data.atomic import lock_file, replace_bytes
from data.folder import DataFiles
from data.records import City, Problem
from data.settings import read_settings
from data.standing import judge_city
from data.table.emails import parse_emails
from data.table.table import read_table
from data.wording import count

WRITTEN, KEPT, UNUSABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What a round is to be: where to, of which cities, and on which day (in Japan) it is made."""

    folder: Path
    cities: tuple[str, ...]
    due: bool
    overwrite: bool
    by: date | None
    today: date


def post_letters(wish: Wish, files: DataFiles) -> int:
    """Write a mail for each office, or a letter where it has no address; print what was done; return the exit code."""
    table = read_table(files)
    if not table.cities:
        return _refuse([f"{files.cities}: there is no usable row, so nobody can be asked."])
    chosen = [find_city(text, table.cities) for text in wish.cities] or list(table.cities)
    if unknown := [str(one) for one in chosen if isinstance(one, Problem)]:
        return _refuse(unknown)
    settings = read_settings()
    asking = Round(wish.today, _read_sender(settings.report_to), settings.url, wish.by)
    cities = choose_asked([one for one in chosen if isinstance(one, City)], wish.today, due=wish.due)
    try:
        kept = _write_all(wish, asking, cities)
    except OSError as error:
        return _refuse([f"{wish.folder}: cannot be written to: {error}. Name a folder that can."])
    _report(asking, cities, wish)
    for path in kept:
        print(f"{path}: was changed since it was written, so it stays; --overwrite writes it anew.", file=sys.stderr)
    return KEPT if kept else WRITTEN


def choose_asked(cities: Iterable[City], today: date, *, due: bool) -> tuple[City, ...]:
    """Choose whom to ask: never a city that has asked to be left out; with `due` none that confirmed within a year."""
    left_out = {"withdrawn", "confirmed"} if due else {"withdrawn"}
    return tuple(city for city in cities if judge_city(city, today).state not in left_out)


def name_letter(city: City) -> str:
    """Name the file of a city's letter."""
    return f"{city.code}-{city.slug}.{'eml' if city.emails else 'txt'}"


def _write_all(wish: Wish, asking: Round, cities: Sequence[City]) -> list[Path]:
    """Write every letter, each as a whole or not at all; return those that differ from what would be written."""
    wish.folder.mkdir(parents=True, exist_ok=True)
    kept = []
    with lock_file(wish.folder):
        for path, content in _list_letters(wish.folder, asking, cities):
            is_other = path.exists() and path.read_bytes() != content
            if is_other and not wish.overwrite:
                kept.append(path)
            elif is_other or not path.exists():
                replace_bytes(path, content)
    return kept


def _list_letters(folder: Path, asking: Round, cities: Sequence[City]) -> Iterator[tuple[Path, bytes]]:
    for city in cities:
        content = write_mail(city, asking) if city.emails else write_letter(city, asking).encode()
        yield folder / name_letter(city), content


def _read_sender(text: str) -> str:
    """Return the setting if it is an e-mail address; an issue tracker's form answers no city hall."""
    emails, left = parse_emails(text.removeprefix("mailto:"))
    return emails[0] if len(emails) == 1 and not left else ""


def _refuse(reasons: Sequence[str]) -> int:
    for reason in reasons:
        print(reason, file=sys.stderr)
    return UNUSABLE


def _report(asking: Round, cities: Sequence[City], wish: Wish) -> None:
    """Say what was written and for whom, who has no address, and what the sender still has to fill in."""
    mails = [city for city in cities if city.emails]
    letters = [city for city in cities if not city.emails]
    print(f"{count(len(mails), 'mail')} and {count(len(letters), 'letter')} in {wish.folder}; nothing was sent.")
    for city in letters:
        print(f"{city.place.ja}: no e-mail address is listed; print {name_letter(city)}, or use the city's own form.")
    if mails and not asking.sender:
        print(
            "The mails have no sender: the mail program fills it in. MADOGUCHI_REPORT_TO with an e-mail address names"
            " one, to which the answers go."
        )
    if not asking.url:
        print("The letters have no link to the map: MADOGUCHI_URL names its public address.")
