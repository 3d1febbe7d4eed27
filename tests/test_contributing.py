"""What CONTRIBUTING and SECURITY name is there, and `make help` tells of every target."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.test_house import ROOMS

ROOT = Path(__file__).parents[1]
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("CONTRIBUTING.md", "SECURITY.md")}
CONTRIBUTING = TEXTS["CONTRIBUTING.md"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
BEGUN = {"pages/languages/fr.po"}  # what a walk has its reader write
SHOWN = re.compile(r"`[^`\n]+`|^ *```\n.*?^ *```$", re.MULTILINE | re.DOTALL)  # what stands as code
OTHERS = {"streamlit_folium"}  # packages, named like what we define
DEFINED = re.compile(r"^ *(?:def |class )?(\w+) ?[(:=]", re.MULTILINE)
PATH = re.compile(r"(?<![\w./-])((?:data|geocache|pages|tests|\.github|\.ci)/[\w./-]*\w)")


def list_shown(text: str) -> str:
    """Return what a text shows as code: commands, paths, names."""
    return "\n".join(SHOWN.findall(text))


@pytest.mark.parametrize("document", TEXTS)
def test_named_files_exist(document: str) -> None:
    """Each file or folder that is named can be opened."""
    named = {*PATH.findall(list_shown(TEXTS[document]))} - BEGUN
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("target", sorted({*re.findall(r"\bmake ([.a-z/]+)", list_shown(CONTRIBUTING))}))
def test_make_targets_exist(target: str) -> None:
    """Each `make …` is a target."""
    assert re.search(rf"^{re.escape(target)}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("module", sorted({*re.findall(r"python -m ([a-z]+(?:\.\w+)*)", list_shown(CONTRIBUTING))}))
def test_named_commands_can_be_run(module: str) -> None:
    """Each `python -m …` is a module or a package with a command; of others only pytest is called."""
    place = ROOT / module.replace(".", "/")
    assert module == "pytest" or place.with_suffix(".py").exists() or (place / "__main__.py").exists()


@pytest.mark.parametrize("room", sorted(room for room in ROOMS["pages"] if (ROOT / "pages" / room).is_dir()))
def test_every_room_is_told_of(room: str) -> None:
    """The rooms of the house's table have a row each in "Where things stand"."""
    assert re.search(rf"^\| `{room}` \|", CONTRIBUTING, re.MULTILINE)


def test_named_functions_and_constants_are_there() -> None:
    """Each name that is shown as code is defined in a module; a walk stops at one that is not."""
    named = {*re.findall(r"`([A-Z][A-Z_]+|_?[a-z]+(?:_[a-z]+)+)`", CONTRIBUTING)} - OTHERS
    files = (path for floor in ("data", "geocache", "pages", "tests") for path in (ROOT / floor).rglob("*.py"))
    defined = {*DEFINED.findall("\n".join(path.read_text(encoding="utf-8") for path in files))}
    assert sorted(named - defined) == []


def test_make_alone_tells_every_target() -> None:
    """`make` prints each target of the Makefile with what the comment above it says, and does nothing else."""
    targets = " ".join(re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE))
    command = ["make", "--no-print-directory"]  # which make adds where `make test` has started it
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    lines = {line.split()[1]: line.split(maxsplit=2)[2] for line in told.splitlines()}
    assert sorted(lines) == sorted(targets.split())
    assert all(lines.values())
