"""Dependencies: asked for where they are imported, pinned as asked, the same for tests as for visitors."""

import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.source import FILES, ROOT, list_imports


def read_pins(name: str) -> dict[str, Requirement]:
    """Read a requirements file's pins by package."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.removesuffix(" \\")) for line in lines if line and line[0] not in " #"]
    return {canonicalize_name(pin.name): pin for pin in pins}


@pytest.mark.parametrize(
    ("file", "extra"),
    [("requirements.txt", None), ("requirements-test.txt", "test"), ("requirements-bench.txt", "bench")],
)
def test_the_lock_fits_what_the_project_asks_for(file: str, extra: str | None) -> None:
    """Each dependency of pyproject.toml is pinned at a version it allows; otherwise run `make lock`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]
    pins = read_pins(file)
    unmet = [
        wish
        for wish in asked
        if not (pin := pins.get(canonicalize_name(Requirement(wish).name)))
        or not Requirement(wish).specifier.contains(str(pin.specifier).removeprefix("=="))
    ]
    assert unmet == []


def list_declared(extras: Iterable[str]) -> set[str]:
    """List the packages that pyproject.toml asks for, for the app and for these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(wish for extra in extras for wish in project["optional-dependencies"][extra])]
    return {canonicalize_name(Requirement(wish).name) for wish in asked}


def list_foreign_packages(module: Path) -> set[str]:
    """List the top-level modules of other people's packages that a module imports."""
    names = {name.partition(".")[0] for name in list_imports(module)}
    return names - sys.stdlib_module_names - {"data", "geocache", "pages", "tests", "_typeshed"}


# Which packages bring a module: what is installed is looked through once for all folders.
read_packages = cache(packages_distributions)


@pytest.mark.parametrize(
    ("folder", "extras"),
    [
        ("app.py", ()),
        ("data", ()),
        ("geocache", ()),
        ("pages", ()),
        ("tests", ("test",)),
        ("tests/bench", ("test", "bench")),  # measured where the tests run
        ("tests/soak", ("test", "bench")),
    ],
)
def test_what_is_imported_is_asked_for(folder: str, extras: tuple[str, ...]) -> None:
    """Each package that we import is one of pyproject.toml's, not only what another package brings today."""
    modules = [file for file in FILES if file.suffix == ".py" and file.is_relative_to(folder)]
    if folder == "tests":
        measuring = ("tests/bench", "tests/soak")
        modules = [module for module in modules if not any(map(module.is_relative_to, measuring))]
    imported = {name for module in modules for name in list_foreign_packages(module)}
    packages, declared = read_packages(), list_declared(extras)
    sources = {name: set(map(canonicalize_name, packages.get(name, [name]))) for name in imported}
    assert modules
    assert {name for name, source in sources.items() if not source & declared} == set()


def test_tests_run_on_what_visitors_get() -> None:
    """The test tools' lock pins everything of the app at the app's own versions."""
    app, test = read_pins("requirements.txt"), read_pins("requirements-test.txt")
    assert {name: str(pin) for name, pin in app.items()} == {name: str(test.get(name)) for name in app}
