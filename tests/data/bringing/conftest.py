"""The command line on tables that begin empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.commands import Command


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """The command on an empty folder."""
    folder = tmp_path / "tables"
    folder.mkdir()
    return Command(folder)
