"""Consultation counters for foreign residents (counters.csv): of prefectures and of designated cities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from data.hours import read_closing, read_days
from data.offices import Counter, LanguageNote, PhoneKind, Sureness
from data.places.gazetteer import find_place
from data.records import Place, Problem
from data.table.language_names import read_language_names
from data.table.notes import NoteFile, check_filled, check_words, read_notes
from data.table.office_cells import (
    LANGUAGES,
    check_date,
    check_list,
    check_phones,
    check_url,
    part_words,
    read_phones,
    read_sources,
)
from data.table.sheets import SheetRow, shorten
from data.table.variants import find_variant

_COLUMNS = (
    "code city name name_en address phones phone_kind days hours closed languages phone_languages language_notes"
    " note url sure source date source2 date2"
)
_HEADINGS = {  # of the municipal standard and of the Immigration Services Agency's list, where these have the column
    "code": "全国地方公共団体コード / 地方公共団体コード / 団体コード / コード",
    "city": "地方公共団体名 / 設置主体 / 自治体名 / 自治体 / 市区町村名 / 団体名",
    "name": "窓口名 / 名称 / 窓口の名称",
    "name_en": "名称_英語 / 窓口名英語 / 英語",
    "address": "所在地 / 住所",
    "phones": "電話 / 電話番号",
    "phone_kind": "電話の種類 / 電話番号の種類",
    "days": "曜日 / 開設曜日 / 受付曜日 / 相談日",
    "hours": "時間 / 受付時間 / 対応時間 / 相談時間",
    "closed": "休み / 休業日 / 休館日",
    "languages": "対応言語 / 言語",
    "phone_languages": "電話での対応言語 / 電話通訳の言語 / 電話通訳",
    "language_notes": "言語の説明 / 対応言語の説明",
    "note": "備考",
    "url": "ホームページ / ウェブサイト",
    "sure": "確かさ",
    "source": "出典 / 出典URL",
    "date": "時点 / 出典の日付",
    "source2": "出典2 / 出典URL2",
    "date2": "時点2 / 出典2の日付",
}
_PHONE_KINDS, _NOTES, _SURE = get_args(PhoneKind), get_args(LanguageNote), get_args(Sureness)


def read_counters(path: Path) -> tuple[tuple[Counter, ...], tuple[Problem, ...]]:
    """Read the counters and what is wrong with the rest of them; no file means none. Never raises.

    The file may have another suffix than `path`. Hours that cannot be read are no problem: they are shown as written.
    """
    chosen, several = find_variant(path)
    counters, problems = read_notes(chosen, COUNTERS)
    return counters, (*several, *problems)


def _check_row(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield what keeps a row from being used."""
    yield from check_filled(file, row, ("name", "source"), "what it is called, and where it is known from")
    yield from check_words(file, row, "sure", _SURE)
    yield from _check_phones(file, row)
    yield from _check_days(file, row)
    for column in ("languages", "phone_languages"):
        yield from _check_languages(file, row, column)
    yield from check_list(file, row, "language_notes", _NOTES)
    for column in ("url", "source"):
        yield from check_url(file, row, column)
    for column in ("date", "date2"):
        yield from check_date(file, row, column)


def _check_phones(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield numbers that are none, and numbers of which nothing says how they may be shown."""
    yield from check_phones(file, row, "phones")
    yield from check_words(file, row, "phone_kind", _PHONE_KINDS if row.cells["phones"].strip() else ("",))


def _check_languages(file: str, row: SheetRow, column: str) -> Iterator[Problem]:
    """Yield what is no language, by tag or by its Japanese name."""
    if unknown := read_language_names(row.cells[column])[1]:
        message = f"{', '.join(unknown)}: allowed are {' '.join(LANGUAGES)}, or their Japanese names."
        remedy = "Write those, or leave the cell empty where nothing is known."
        yield Problem(file, row.line, column, shorten(row.cells[column]), message, remedy, fatal=False)


def _check_days(file: str, row: SheetRow) -> Iterator[Problem]:
    """Yield days and closing days that cannot be read."""
    if read_days(row.cells["days"]) is None:
        message = "Days are 月火水木金土日 and 祝 for public holidays, a range 月-金, or 第2・第4土 after a space."
        yield Problem(file, row.line, "days", shorten(row.cells["days"]), message, "Write it so.", fatal=False)
    if read_closing(row.cells["closed"]) is None:
        message = "Closing days are “holidays”, “New Year”, a day of the year such as 8/6 or a span such as 12/29-1/3."
        remedy = "Part them by semicolons; write anything else into note."
        yield Problem(file, row.line, "closed", shorten(row.cells["closed"]), message, remedy, fatal=False)


def _make_counter(row: SheetRow) -> Counter:
    """Make the record of a row that has been checked."""
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    return Counter(
        place=cast("Place", find_place(cells["code"])),
        name=cells["name"],
        name_en=cells["name_en"],
        address=cells["address"],
        phones=read_phones(cells["phones"]),
        phone_kind=cast("PhoneKind", cells["phone_kind"]) if cells["phone_kind"] else None,
        days=cells["days"],
        hours=cells["hours"],
        closed=cells["closed"],
        languages=read_language_names(cells["languages"])[0],
        phone_languages=read_language_names(cells["phone_languages"])[0],
        language_notes=cast("tuple[LanguageNote, ...]", part_words(cells["language_notes"])),
        note=cells["note"],
        url=cells["url"] or None,
        sure=cast("Sureness", cells["sure"]),
        sources=read_sources(cells),
        row=row.line,
    )


COUNTERS = NoteFile(
    tuple(_COLUMNS.split()),
    worded=("phone_kind", "sure"),
    check=_check_row,
    make=_make_counter,
    aliases={name: column for column, names in _HEADINGS.items() for name in names.split(" / ")},
)
