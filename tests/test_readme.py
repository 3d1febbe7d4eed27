"""README says what is so."""

import re
from pathlib import Path

import pytest

from geocache.__main__ import make_parser
from tests.data.commands import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("data", "geocache", "pages")
    for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README))))
def test_make_targets_exist(target: str) -> None:
    """Each `make …` in README is a target."""
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\bMADOGUCHI_[A-Z_]+", README))))
def test_settings_are_read_somewhere(name: str) -> None:
    """Each MADOGUCHI_… in README is read by the code."""
    assert f'"{name}"' in CODE


def test_named_files_exist() -> None:
    """Each file or folder that README names is there."""
    named = {*re.findall(r"`((?:data|geocache|pages|tests|\.github)/[\w./-]*)`", README)}
    assert named
    assert [path for path in sorted(named | {"LICENSE", "app.py"}) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m (data|geocache|tests\.[\w.]+)", README))))
def test_named_commands_can_be_asked_for_help(module: str) -> None:
    """Each `python -m …` of ours in README is a module that can be run."""
    assert (ROOT / module.replace(".", "/")).with_suffix(".py").exists() or (ROOT / module / "__main__.py").exists()


def test_named_options_are_offered() -> None:
    """Each option that README names alone is one of `python -m geocache` or of a command of `python -m data`."""
    commands_of_data = ("links", "ask", "confirm", "import-events", "import-counters")
    told = [make_parser().format_help(), *(run(name, "--help").out for name in commands_of_data)]
    assert all("--help" in text for text in told)
    assert [option for option in set(re.findall(r"`(--[a-z]+)", README)) if option not in "".join(told)] == []


def test_chapters_stand_in_their_order() -> None:
    """Run, use, change, test, host, floors, sources: what is asked first comes first."""
    chapters = re.findall(r"^## (.+)$", README, re.MULTILINE)
    wanted = [
        "Run",
        "What it does",
        "Change something",
        "Test",
        "Host it",
        "The floors",
        "Measured",
        "Sources, licences, attribution",
    ]
    assert [chapter for chapter in chapters if chapter in wanted] == wanted
