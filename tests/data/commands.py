"""Runs commands of `python -m data` on tables of a folder, in this process."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.__main__ import main
from data.folder import locate_files

DAY = "2026-11-27"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command said and did."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Command:
    """The commands on the tables of a folder."""

    folder: Path

    @staticmethod
    def on_shipped(folder: Path) -> Command:
        """Copy the shipped tables into a folder to run commands on."""
        folder.mkdir(parents=True)
        for path in locate_files({}).list_paths():
            if path.exists():
                shutil.copy(path, folder)
        return Command(folder)

    def run(self, *arguments: object, today: str = DAY) -> Done:
        """Run a command as a person does, on that day in Japan."""
        out, err = io.StringIO(), io.StringIO()
        words = [*map(str, arguments), "--today", today]
        with _set_folder(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    def confirm(self, city: str, field: str, *options: str, day: str = DAY) -> Done:
        """Take a usual answer."""
        words = ("--day", day, "--role", "国際課 担当者", "--evidence", "掲載アドレスからの返信", *options)
        done = self.run("confirm", city, field, *words, today=day)
        assert done.code == 0, done.err
        return done


@contextlib.contextmanager
def _set_folder(folder: Path) -> Iterator[None]:
    before = os.environ.get("MADOGUCHI_DATA")
    os.environ["MADOGUCHI_DATA"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["MADOGUCHI_DATA"]
        else:
            os.environ["MADOGUCHI_DATA"] = before
