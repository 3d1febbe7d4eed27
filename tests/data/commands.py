"""Runs commands of `python -m data` on tables of a folder, in this process."""

from __future__ import annotations

import contextlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

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
        return run(*arguments, "--today", today, folder=self.folder)

    def confirm(self, city: str, field: str, *options: str, day: str = DAY) -> Done:
        """Take a usual answer."""
        words = ("--day", day, "--role", "国際課 担当者", "--evidence", "掲載アドレスからの返信", *options)
        done = self.run("confirm", city, field, *words, today=day)
        assert done.code == 0, done.err
        return done


def run(*arguments: object, folder: Path | None = None) -> Done:
    """Run `python -m data` with these arguments on the tables of a folder, or on the shipped ones."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        if folder:
            patch.setenv("MADOGUCHI_DATA", str(folder))
        else:
            patch.delenv("MADOGUCHI_DATA", raising=False)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main([*map(str, arguments)])
            except SystemExit as stop:
                code = int(stop.code or 0)
    return Done(code, out.getvalue(), err.getvalue())
