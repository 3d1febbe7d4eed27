"""A folder of tables for tests: the shipped ones, and classes that are made up."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

from data.folder import locate_files
from tests.courses import write_courses

SOURCE = {"source_url": "https://example.org/nihongo"}
FREE_SATURDAY = {**SOURCE, "weekdays": "土", "start": "18:30", "fee_yen": "0", "for_whom": "だれでも"}
# Three of them are on Saturday evenings, free of charge, and for a child as well: two in Sakai, one in Osaka.
CLASSES = (
    FREE_SATURDAY | {"code": "271403", "id": "sat", "name": "土曜にほんご", "url": "https://example.org/sat"},
    FREE_SATURDAY | {"code": "271411", "id": "ward", "name": "夜のにほんご", "for_whom": "おとな", "childcare": "あり"},
    FREE_SATURDAY | {"code": "271004", "id": "child", "name": "おやこのにほんご", "weekdays": "土・日"},
    FREE_SATURDAY | {"code": "281000", "id": "early", "name": "朝のにほんご", "start": "10:00"},
    FREE_SATURDAY | {"code": "282065", "id": "paid", "name": "あしやのにほんご", "fee_yen": "500"},
    FREE_SATURDAY | {"code": "011002", "id": "any-day", "name": "さっぽろのにほんご", "weekdays": ""},
    FREE_SATURDAY
    | {"code": "041009", "id": "online", "name": "オンラインにほんご", "mode": "オンライン", "weekdays": "日"},
)


def write_taught(folder: Path) -> Path:
    """Copy the shipped tables into a folder for MADOGUCHI_DATA, and write the classes beside them."""
    shipped = locate_files({})
    for path in (getattr(shipped, field.name) for field in fields(shipped)):
        shutil.copy(path, folder / path.name)
    write_courses(folder / "classes.csv", CLASSES)
    return folder
