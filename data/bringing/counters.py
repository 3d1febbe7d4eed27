"""A list of counters in the Immigration Services Agency's columns (一元的相談窓口), made rows of counters.csv."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial

from data.bringing.cells import Carrier, find_municipality, read_date
from data.bringing.lists import PublishedList
from data.bringing.merging import Brought
from data.bringing.opening_hours import tidy_hours
from data.bringing.spoken import read_spoken
from data.bringing.wishes import Origin
from data.hours import HOLIDAY, WEEKDAYS, read_days
from data.records import Problem

_NAMES = {
    "prefecture": "都道府県 / 都道府県名",
    "body": "設置主体 / 地方公共団体 / 地方公共団体名 / 自治体名 / 市区町村 / 市区町村名",
    "code": "全国地方公共団体コード / 団体コード",
    "name": "窓口名 / 窓口名称 / 相談窓口名 / 一元的相談窓口名 / 名称",
    "address": "所在地 / 住所",
    "phones": "電話 / 電話番号 / TEL / 連絡先電話番号",
    "hours": "時間 / 対応時間 / 受付時間 / 開設時間 / 相談時間",
    "languages": "対応言語 / 言語",
    "url": "URL / ホームページ / HP",
    "note": "備考 / 注記",
    "date": "時点 / 情報の時点",
}
_DAY_NAMES = {day: f"{day} / {day}曜 / {day}曜日 / 対応日{day} / 開設日{day}" for day in (*WEEKDAYS, HOLIDAY)} | {
    HOLIDAY: "祝 / 祝日 / 祝休日 / 対応日祝 / 開設日祝"
}
ALIASES: Mapping[str, str] = {
    name: column for column, names in (_NAMES | _DAY_NAMES).items() for name in names.split(" / ")
}
NEEDED = ("name", "body")

_OPEN = re.compile("[○◯〇●◎✓✔レ1]|はい|有|あり|可|yes|ok", re.IGNORECASE)
_SHUT = re.compile("[×xX✗✘0]|[-‐–—―−ー]|休|無|なし|不可")
_WEEKS = re.compile(r"第?([1-5])(?:[・、,.]?第?([1-5]))*(?:週|[月火水木金土日]曜?)?")
_DIGITS = 10  # of an office's number; 050 and 0800 have more, and are not kept
GOOD, FAIR = "2023", "2021"  # years of a source; what is told of older ones stands in data/SOURCES.md


def make_counters(published: PublishedList, origin: Origin) -> tuple[tuple[Brought, ...], tuple[Problem, ...]]:
    """Make the rows of a list, and what is wrong with the rest.

    A prefecture, and a body with several counters, may be said once for the rows below it, as merged cells are.
    """
    rows: dict[tuple[str, str], Brought] = {}
    problems: list[Problem] = []
    prefecture = body = ""
    for row in published.rows:
        body = row.cells.get("body") or ("" if row.cells.get("prefecture") else body)
        prefecture = row.cells.get("prefecture") or prefecture
        if not any(row.cells.get(column) for column in ("name", "phones", "url")):
            continue  # a heading between the rows, or a remark below them
        cells = row.cells | {"prefecture": prefecture, "body": body}
        carrier = Carrier(cells, partial(published.describe, row.line), problems)
        made = _make_row(carrier, row.line, origin)
        if made is None:
            continue
        key = (made.cells["code"], made.cells["name"])
        if key in rows:
            message = f"Line {rows[key].lines[0]} is this counter as well; the first is taken."
            problems.append(published.describe(row.line, "name", key[1], message, "Put both lines into one."))
        else:
            rows[key] = made
    return tuple(rows.values()), tuple(problems)


def _make_row(carrier: Carrier, line: int, origin: Origin) -> Brought | None:
    """Make one row; None where its place, its name or its date is not known."""
    prefecture, body = carrier.cells["prefecture"], carrier.cells["body"]
    place = find_municipality(carrier.cells.get("code", ""), prefecture, body)
    if place is None:
        message = f"No city or prefecture is called so in {prefecture or 'a prefecture that is not named'}."
        carrier.refuse("body", body, message, "Write its Japanese name, as 札幌市.")
    name = carrier.take_name("name")
    if not name and not carrier.cells.get("name"):
        carrier.refuse("name", "", "The counter has no name.", "Write what its office calls it.")
    date = _find_date(carrier, origin)
    if place is None or not name or not date:
        return None
    made = {"code": place.code, "city": place.ja, "name": name, "url": carrier.take_url("url"), "source": origin.source}
    made |= {"date": date, "sure": "good" if date >= GOOD else "fair" if date >= FAIR else "poor"}
    if made["sure"] == "poor":
        return Brought(made, (line,), (f"its source is of before {FAIR}: name and page only",))
    remarks = (f"備考: {note}",) if (note := carrier.take("note")) else ()
    return Brought(made | _make_details(carrier, made["sure"]), (line,), remarks)


def _find_date(carrier: Carrier, origin: Origin) -> str:
    """Return of when a row is; "" where that is not known, or has yet to come."""
    written = carrier.cells.get("date", "")
    date = read_date(written) if written else origin.date
    if written and not date:
        carrier.refuse("date", written, "It is no date that can be read.", "Write 2024-07 or 2024-07-01.")
    elif not date:
        carrier.refuse("date", written, "It is not known of when this is.", "Name it with --date 2024-07.")
    elif date > origin.today.isoformat():
        carrier.refuse("date", written or date, f"It has yet to come: today is {origin.today}.", "Correct it.")
        return ""
    return date


def _make_details(carrier: Carrier, sure: str) -> dict[str, str]:
    """Make the cells that an old source would not be believed."""
    days = _read_open_days(carrier)
    phones = [phone for phone in carrier.take_phones("phones") if len(phone.replace("-", "")) == _DIGITS]
    spoken = read_spoken(carrier.take("languages"))
    for word in spoken.unknown:
        carrier.refuse("languages", word, "No language is known by this name here.", "Add it by hand, by its tag.")
    return {
        "address": carrier.take_text("address"),
        "phones": "; ".join(phones),
        "phone_kind": ("yes" if sure == "good" else "may have changed") if phones else "",
        "days": days,
        "hours": tidy_hours(days, carrier.take_text("hours")),
        "closed": _read_closing(carrier.cells.get("note", "")),
        "languages": " ".join(spoken.languages),
        "phone_languages": " ".join(spoken.by_phone),
        "language_notes": "; ".join(spoken.notes),
    }


def _read_open_days(carrier: Carrier) -> str:
    """Return the days under which a circle stands, those of some weeks behind a space; "" if a sign is not known."""
    every, some = "", []
    for day in (*WEEKDAYS, HOLIDAY):
        mark = unicodedata.normalize("NFKC", carrier.cells.get(day, "")).strip()
        if _OPEN.fullmatch(mark):
            every += day
        elif _WEEKS.fullmatch(mark):
            some.append("・".join(f"第{number}" for number in re.findall("[1-5]", mark)) + day)
        elif mark and not _SHUT.fullmatch(mark):
            message = "This is no circle, so that it is not known whether it is open; no days are taken."
            carrier.refuse(day, mark, message, "Write ○, 第2・第4, or leave it empty; add the days by hand.")
            return ""
    days = " ".join(filter(None, (every, *some)))
    return days if read_days(days) else ""


def _read_closing(note: str) -> str:
    """Return when a remark says that it is closed."""
    text = unicodedata.normalize("NFKC", note)
    named: Iterator[str] = (
        closing
        for closing, words in (("holidays", "祝日|祝休日"), ("New Year", "年末年始"))
        if re.search(rf"(?:{words})[^。]{{0,20}}(?:除|休|閉)", text)
    )
    return "; ".join(named)
