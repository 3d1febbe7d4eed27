"""What is measured and tested is what is shipped."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.bench.servers import ROOT

TOLD = re.compile(r"--?server\.fileWatcherType\W+(\w+)")


def test_no_file_is_watched_as_shipped() -> None:
    """Watching costs each visitor's first run many times the time; who edits the code asks for it by one word."""
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["fileWatcherType"] == "none"
    assert "$(if $(WATCH),--server.fileWatcherType auto)" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Dockerfile", "tests/browser/server.py"])
def test_the_app_is_run_by_its_own_settings(name: str) -> None:
    """Neither the container nor the tests change what watches files: the shipped settings hold for them."""
    assert TOLD.search((ROOT / Path(name)).read_text(encoding="utf-8")) is None
