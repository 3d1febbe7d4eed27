"""The project's own files, as the tests of the house read them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def list_files() -> list[Path]:
    """Every file git tracks, or would."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [Path(name) for name in names if name and (ROOT / name).is_file()]


FILES = list_files()
MODULES = [file for file in FILES if file.suffix == ".py" and file.parts[0] in {"data", "geocache", "pages"}]
DRAWING = [file for file in MODULES if file.parts[0] == "pages" and file.parts[1] != "delivery"]


def read_tree(module: Path) -> ast.Module:
    """Parse a module of the house."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def list_imports(module: Path) -> Iterator[str]:
    """Yield the full dotted name of everything a module imports, wherever in it."""
    for node in ast.walk(read_tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.parts[: len(module.parts) - node.level] if node.level else ()
            source = ".".join([*package, *filter(None, [node.module])])
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def list_strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the text constants of a module, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docstrings = {id(statement.value) for statement in first if isinstance(statement, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node
