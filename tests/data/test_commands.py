"""`python -m data` stands alone, and runs what the packages beside it add."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = """
from data.records import Problem

def add_commands(commands):
    commands.add_parser("greet", help="say hello").set_defaults(run=lambda: print("hello") or 7)

def list_checks():
    return (lambda table, files: (Problem("near.csv", 3, "x", "y", f"{len(table.cities)} rows.", "Mend it."),),)
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with nothing but data/ in it."""
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def run(house: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m data` with a command there."""
    return subprocess.run(
        [sys.executable, "-m", "data", command], cwd=house, capture_output=True, text=True, check=False
    )


def test_alone_it_checks_its_own_tables(house: Path) -> None:
    """No other package is needed; a command that nobody added is refused with those that are there."""
    assert "\n0 problems in " in run(house, "check").stdout
    refused = run(house, "publish")
    assert refused.returncode == 2
    offered = refused.stderr.partition("choose from")[2]
    assert ("check" in offered, "confirm" in offered, "publish" in offered) == (True, True, False)


def test_a_package_beside_it_adds_commands_and_checks(house: Path) -> None:
    """Its command runs with its own exit code; what it finds wrong is told with the rest."""
    (house / "near").mkdir()
    (house / "near" / "__init__.py").touch()
    (house / "near" / "commands.py").write_text(COMMANDS, encoding="utf-8")
    greeted = run(house, "greet")
    assert (greeted.returncode, greeted.stdout) == (7, "hello\n")
    checked = run(house, "check")
    assert checked.returncode == 1
    assert checked.stdout.startswith("near.csv, line 3, column x: found 'y'. 20 rows. Mend it.")
    assert "\n1 problem in " in checked.stdout
