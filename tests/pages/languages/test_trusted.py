"""Files of our own as pages carry them: smaller, and the same to whatever reads them."""

from pathlib import Path

import pytest

from pages.languages.trusted import read_plainly

CASES = {
    "a.css": (
        "/* What\n   it is. */\n:root { --a: 1px; } /* why */\n\n@media print {\n  p { margin: 0; }\n}\n",
        ":root{--a:1px;}\n@media print{\np{margin:0;}\n}",
    ),
    "b.js": (
        '// What it is.\n(() => {\n  const root = "https://a.jp/"; // why\n  // more\n  run(root, "; // no");\n})();\n',
        '(() => {\nconst root = "https://a.jp/";\nrun(root, "; // no");\n})();',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_comments_and_indents_are_left_out(tmp_path: Path, name: str) -> None:
    """What a browser would skip; an address in a script keeps its slashes."""
    text, expected = CASES[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_plainly(tmp_path / name) == expected


def test_several_files_follow_each_other(tmp_path: Path) -> None:
    """In the order in which they are asked for, each beginning on a line of its own."""
    for name in "ab":
        (tmp_path / f"{name}.css").write_text(f".{name} {{ margin: 0; }}\n", encoding="utf-8")
    assert read_plainly(tmp_path / "b.css", tmp_path / "a.css") == ".b{margin:0;}\n.a{margin:0;}"
