"""Made-up events of a municipality, brought in by the command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from data.bringing.folding import find_week
from tests.data.bringing.lists import list_days, make_events, write_list
from tests.data.commands import Command, Done

SOURCE = ("--source", "https://example.org/events.csv", "--date", "2026-04")
WEEKLY = make_events("例：土曜にほんご教室", list_days("2026-04-01", "2026-06-20", 5), "18:30", "20:00")
EVEN = [day for day in list_days("2026-06-01", "2026-10-31", 2) if find_week(day) in {2, 4} and day.month != 8][:7]
MONTHLY = make_events("例：日本語クラス 午前コース", EVEN, "9:50", "11:50", **{"料金(基本)": "100"})


def bring(command: Command, rows: Iterable[Mapping[str, str]], *options: str) -> Done:
    """Bring events in."""
    return command.run("import-events", write_list(command.folder / "events.csv", rows), *SOURCE, *options)
