"""Lists that others publish, made up for tests: a municipality's events, the Agency's list of counters."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

# The columns of the municipal standard's イベント一覧, in its order, as far as they tell something of a class.
_EVENT_COLUMNS = (
    "全国地方公共団体コード ID 地方公共団体名 イベント名 イベント名_カナ イベント名_英語 開始日 終了日 開始時間"
    " 終了時間 日時備考 説明 料金(基本) 料金(詳細) 連絡先名称 連絡先電話番号 主催者 場所名称 住所 緯度 経度"
    " 対象者 定員 参加申込方法 URL 備考 状態"
)
EVENT_COLUMNS = tuple(_EVENT_COLUMNS.split())
OFFICE = {
    "全国地方公共団体コード": "271403",
    "地方公共団体名": "堺市",
    "主催者": "例：堺市の国際課",
    "場所名称": "例：あおぞら会館",
    "住所": "大阪府堺市堺区例町1-1",
    "連絡先電話番号": "072-000-0000",
    "URL": "https://example.org/nihongo",
}
_COUNTER_COLUMNS = "都道府県 設置主体 窓口名 所在地 電話 月 火 水 木 金 土 日 祝 時間 対応言語 URL 備考 時点"
COUNTER_COLUMNS = tuple(_COUNTER_COLUMNS.split())


def list_days(first: str, last: str, weekday: int) -> list[date]:
    """List the days of a weekday (0: Monday) from one day to another."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (day + timedelta(days=number) for number in range((end - day).days + 1))
    return [day for day in days if day.weekday() == weekday]


def make_events(name: str, days: Iterable[date], start: str, end: str, **cells: str) -> list[dict[str, str]]:
    """Make a row for each date of a class, as municipalities publish it."""
    times = {"イベント名": name, "開始時間": start, "終了時間": end}
    return [OFFICE | times | {"開始日": str(day), "終了日": str(day)} | cells for day in days]


def write_list(
    path: Path,
    rows: Iterable[Mapping[str, str]],
    columns: Sequence[str] = EVENT_COLUMNS,
    encoding: str = "utf-8-sig",
    separator: str = ",",
) -> Path:
    """Write a list with its header; a column left out is an empty cell."""
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.DictWriter(file, columns, restval="", delimiter=separator)
        table.writeheader()
        table.writerows(rows)
    return path


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read the rows that a command wrote, the filled cells alone."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: cell for column, cell in row.items() if cell} for row in csv.DictReader(file)]
