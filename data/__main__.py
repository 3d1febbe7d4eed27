"""The command `python -m data`."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from data.check import check_shipped
from data.folder import locate_files
from data.records import Table
from data.table.table import read_table

JAPAN = datetime.timezone(datetime.timedelta(hours=9))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Look after the tables of the map.")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="name everything that is wrong with the tables and outlines at once")
    check.set_defaults(run=run_check)
    publish = commands.add_parser("publish", help="write the static edition and every download into a folder")
    publish.add_argument("folder", type=Path, metavar="DIR", help="where to; files of other names there stay")
    publish.add_argument("--url", default="", help="the public address, for QR codes and previews; else MADOGUCHI_URL")
    publish.add_argument("--date", type=datetime.date.fromisoformat, help="printed on the sheets; else today")
    publish.set_defaults(run=run_publish)
    chosen = vars(parser.parse_args(arguments))
    run = chosen.pop("run")
    return int(run(**chosen))


def run_publish(folder: Path, url: str = "", date: datetime.date | None = None) -> int:
    """Write the static edition of the tables in use; return 1 if there is nothing to publish or no place for it."""
    from pages.address.public_url import get_public_url, read_public_url
    from pages.answers.atlas import load_atlas
    from pages.edition.edition import write_edition  # a command may use the floors above; the readers must not
    from pages.edition.pages import Edition

    public_url = read_public_url({"MADOGUCHI_URL": url}) if url else get_public_url("")
    if url and not public_url:
        print(f"--url {url}: is no address. Write it whole, as https://example.org/map.", file=sys.stderr)
        return 1
    files = locate_files()
    atlas = load_atlas(files)
    if atlas.problems:
        print(
            f"{_count(len(atlas.problems), 'problem')} in the tables: `python -m data check` names each and its remedy."
        )
    if not atlas.cities:
        print(f"{files.cities}: there is no usable row, so nothing was written.", file=sys.stderr)
        return 1
    try:
        today = date or datetime.datetime.now(JAPAN).date()
        written = write_edition(folder, Edition(atlas, public_url, today))
    except OSError as error:
        print(f"{folder}: cannot be written to: {error}. Name a folder that can.", file=sys.stderr)
        return 1
    for path in written.left:
        print(
            f"{folder / path}: is of an earlier edition and was changed since, so it stays. "
            "Remove it if it is not wanted."
        )
    if not public_url:
        print(
            "Without --url or MADOGUCHI_URL the pages have no QR code of their own address, no preview and no sitemap."
        )
    print(f"{_count(len(written.files), 'file')} of {_count(len(atlas.cities), 'row')} in {folder}.")
    return 0


def run_check() -> int:
    """Print every problem of all files and a closing line; return 1 if there is any."""
    from geocache.check import check_coordinates  # a command may use the floor above; the readers must not

    files = locate_files()
    table = read_table(files)
    problems = (*check_shipped(files), *check_coordinates(table, files.coordinates))
    for problem in problems:
        print(f"{problem}\n")
    print(f"{_count(len(problems), 'problem')} in {files.cities}: {_summarize(table)}.")
    return 1 if problems else 0


def _summarize(table: Table) -> str:
    """Say how much the table holds."""
    links = sum(len(city.websites) + len(city.classes) for city in table.cities)
    emails = sum(len(city.emails) for city in table.cities)
    doubts = sum(len(city.corrections) for city in table.cities)
    checks = sum(len(city.checks) for city in table.cities)
    return (
        f"{_count(len(table.cities), 'usable row')}, {_count(links, 'link')}, "
        f"{_count(emails, 'e-mail address', 'es')}, {_count(doubts, 'recorded doubt')}, "
        f"{_count(checks, 'confirmation')}"
    )


def _count(number: int, noun: str, ending: str = "s") -> str:
    return f"{number} {noun}{'' if number == 1 else ending}"


if __name__ == "__main__":
    sys.exit(main())
