"""The worker as one script: what it is told, and that a browser notices every change of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from pages.address.links import ADDRESS
from pages.languages.language import list_languages, load_language
from pages.markup.bundles import join_files
from pages.markup.desk import name_desk
from pages.offline import worker
from tests.tools.javascript import run_scripts

TOLD = re.compile(r"^const MADOGUCHI = (.*);$", re.MULTILINE)


def read_told(script: str) -> dict[str, Any]:
    """Read what a worker is told."""
    found = TOLD.search(script)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_it_is_told_of_every_language_and_of_the_files() -> None:
    """The note of each has the day in it; the app's page needs its script and no other of its files."""
    told = read_told(worker.write_app_worker(list_languages()))
    assert list(told["words"]) == [language.code for language in list_languages()]
    assert all("{day}" in words["note"] for words in told["words"].values())
    assert told["script"].endswith(join_files().kept_script)
    kept = [name for name in join_files().files if f"{ADDRESS}{name}".startswith(tuple(told["folders"]))]
    assert set(kept) == {join_files().page_script, join_files().page_style, join_files().kept_script}
    assert f"{ADDRESS}{name_desk(load_language('vi'))}".startswith(tuple(told["folders"]))


@pytest.mark.parametrize("script", [worker.write_app_worker(list_languages()), worker.write_retirement()])
def test_a_browser_can_read_it(tmp_path_factory: pytest.TempPathFactory, script: str) -> None:
    """It is a whole program, which listens to what a browser tells a worker."""
    file = tmp_path_factory.mktemp("worker") / "sw.js"
    file.write_text(f"globalThis.self = globalThis;{LISTENING}\n{script}", encoding="utf-8")
    assert {"install", "activate"} <= set(run_scripts([file], "() => heard", None))


LISTENING = """
const heard = [];
self.addEventListener = (name) => heard.push(name);
self.registration = { scope: "https://example.org/map/" };
"""


def test_a_new_file_or_word_is_a_new_worker() -> None:
    """Browsers compare bytes: where a page's files have new names, the worker has another beginning."""
    languages = (load_language("en"), load_language("vi"))
    one, same, other, fewer = (
        worker.write_edition_worker(languages[:count], "assets/", files)
        for count, files in (
            (2, ["a.1.js", "b.1.css"]),
            (2, ["b.1.css", "a.1.js"]),
            (2, ["a.2.js", "b.1.css"]),
            (1, []),
        )
    )
    assert one == same
    assert len({text.splitlines()[0] for text in (one, other, fewer)}) == 3
