"""Command `publish` of `python -m data`."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # argparse has no other name for it


def add_commands(commands: Commands) -> None:
    """Add the command that writes the static edition."""
    publish = commands.add_parser("publish", help="write the static edition and every download into a folder")
    publish.add_argument("folder", type=Path, metavar="DIR", help="where to; files of other names there stay")
    publish.add_argument("--url", default="", help="the public address, for QR codes and previews; else MADOGUCHI_URL")
    publish.add_argument("--date", type=datetime.date.fromisoformat, help="printed on the sheets; else today")
    publish.add_argument(
        "--language",
        dest="languages",
        action="append",
        default=[],
        metavar="CODE",
        help="write the pages in this language only, by its code (en, ja, vi …); may be repeated; else in all",
    )
    publish.add_argument(
        "--pictures", action="store_true", help="draw a picture of each city and prefecture for link previews, too"
    )
    publish.set_defaults(run=run_publish)


def run_publish(
    folder: Path,
    url: str = "",
    date: datetime.date | None = None,
    languages: tuple[str, ...] | list[str] = (),
    *,
    pictures: bool = False,
) -> int:
    """Write the static edition of the tables in use; return the exit code."""
    from pages.edition.publish import publish  # here, so that `check` need not load what draws pages

    return publish(folder, url, date, tuple(languages), pictures=pictures)
