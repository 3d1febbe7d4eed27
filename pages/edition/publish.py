"""The command `python -m data publish`: writes the static edition of the tables in use, and says what it did."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from data.folder import locate_files
from data.wording import count
from pages.address.public_url import get_public_url, read_public_url
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.japan_time import get_today
from pages.edition.edition import Written, write_edition
from pages.edition.pages import Edition
from pages.languages.language import list_languages
from pages.previews.words import list_undrawn


def publish(
    folder: Path, url: str, date: datetime.date | None, languages: tuple[str, ...], *, pictures: bool = False
) -> int:
    """Write the static edition in these languages, or in all; return 1 if nothing could be written."""
    public_url = read_public_url({"MADOGUCHI_URL": url}) if url else get_public_url("")
    if url and not public_url:
        return _refuse(f"--url {url}: is no address. Write it whole, as https://example.org/map.")
    codes = [language.code for language in list_languages()]
    if unknown := [code for code in languages if code not in codes]:
        return _refuse(f"--language {unknown[0]}: is no language of the map. Write one of {', '.join(codes)}.")
    files = locate_files()
    atlas = load_atlas(files)
    if atlas.problems:
        print(
            f"{count(len(atlas.problems), 'problem')} in the tables: `python -m data check` names each and its remedy."
        )
    if not atlas.cities:
        return _refuse(f"{files.cities}: there is no usable row, so nothing was written.")
    try:
        today = date or get_today()
        written = write_edition(folder, Edition(atlas, public_url, today, tuple(dict.fromkeys(languages)), pictures))
    except OSError as error:
        return _refuse(f"{folder}: cannot be written to: {error}. Name a folder that can.")
    _report(folder, atlas, public_url, written)
    if pictures and (undrawn := list_undrawn(list_languages())):
        print(f"No pictures in {', '.join(undrawn)}: resvg-py or a Noto font is missing; links show the plain one.")
    return 0


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1


def _report(folder: Path, atlas: Atlas, public_url: str, written: Written) -> None:
    """Say what was written, what stays of an earlier edition, and what is left out."""
    for path in written.left:
        print(
            f"{folder / path}: is of an earlier edition and was changed since, so it stays. "
            "Remove it if it is not wanted."
        )
    if not public_url:
        print(
            "Without --url or MADOGUCHI_URL the pages have no QR code of their own address, no preview and no sitemap."
        )
    print(f"{count(len(written.files), 'file')} of {count(len(atlas.cities), 'row')} in {folder}.")
