"""Damage single cells of the shipped tables, as hands and programs do, and count what `python -m data check` tells.

`python -m tests.tools.damages [--count 1000] [--seed 19] [--missed]` prints the figures.

Told by rule is what the files alone betray, problems and what is worth a look. What no rule can know, such as another
digit or a cell that is empty now, the check still tells where git has the files, as a cell that was otherwise at the
last commit: those are counted by themselves.

A damage counts if it changes what a reader of the map is told: the damaged files are read as other records than the
shipped ones. So a space behind a name or a full-width digit of a telephone number, which the readers mend, are drawn
again. Each cell that is not empty, of every file that people edit, is as likely as any other.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.folder import locate_files
from tests.tools.damage_kinds import KINDS
from tests.tools.damaged_files import Folder, read_grids


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged cell: where, what kind, what stood there and what stands there now, and how it was told, if at all."""

    file: str
    row: int  # 0 is the first below the header
    column: str
    kind: str
    before: str
    after: str
    told: tuple[str, ...]
    is_edit: bool  # told by no rule, but as an edit until it is committed


def inflict(count: int, seed: int, folder: Path) -> Iterator[Damage]:
    """Yield so many damages, each in shipped files that are otherwise whole, in a folder for the purpose."""
    dice = random.Random(seed)
    grids = read_grids(locate_files({}))
    copy = Folder(folder, grids)
    cells = [(name, row, column) for name, grid in grids.items() for row, column in grid.list_filled()]
    done = 0
    while done < count:
        name, row, column = dice.choice(cells)
        kind = dice.choice(list(KINDS))
        damaged = KINDS[kind](grids[name], row, column, dice)
        if damaged is None or damaged == grids[name] or not copy.changes_meaning(name, damaged):
            continue
        done += 1
        told = copy.list_problems(name, damaged)
        yield Damage(
            file=name,
            row=row,
            column=damaged.header[column],
            kind=kind,
            before=grids[name].rows[row][column],
            after=damaged.rows[row][column],
            told=told,
            is_edit=not told and copy.is_told_as_edit(name, damaged),
        )


def main() -> None:
    """Print how many are told by rule, how many more as cells that have changed, and with --missed which are not."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.damages", description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--missed", action="store_true", help="list what no rule tells")
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-damages-"))
    try:
        damages = list(inflict(arguments.count, arguments.seed, folder))
    finally:
        shutil.rmtree(folder)
    print("\n".join(summarize(damages, missed=arguments.missed)))


def summarize(damages: list[Damage], *, missed: bool) -> Iterator[str]:
    """Yield the lines that are printed: the figures, by kind and by file."""
    told = sum(bool(damage.told) for damage in damages)
    for title in ("kind", "file"):
        tried = Tally[str](getattr(damage, title) for damage in damages)
        found = Tally[str](getattr(damage, title) for damage in damages if damage.told)
        yield from (f"  {name:24} {found[name]:4} of {tried[name]:4}" for name in sorted(tried))
        yield ""
    if missed:
        for damage in damages:
            if not damage.told:
                cell = f"{damage.file}, row {damage.row}, {damage.column}"
                yield f"  {cell} [{damage.kind}] {damage.before!r} → {damage.after!r}"
    edits = sum(damage.is_edit for damage in damages)
    yield f"{told} of {len(damages)} damages are told by rule, {edits} more as edits until they are committed."


if __name__ == "__main__":
    main()
