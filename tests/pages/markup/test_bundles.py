"""The joined files hold every script and style of ours, each once, under names that change with them."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from data.boundaries import PREFECTURES_FILE
from pages.health.broken import list_broken
from pages.languages.language import load_language
from pages.maps import drawn_land, drawn_map
from pages.maps.land_code import NO_LAND
from pages.markup import bundles
from pages.markup.bundles import (
    MAP,
    MAP_SCRIPTS,
    MAP_STYLES,
    PAGE,
    PAGE_SCRIPTS,
    PAGE_STYLES,
    VENUE_SCRIPTS,
    join_files,
)


def test_every_file_is_in_a_bundle() -> None:
    """A new script or style that is named nowhere is noticed."""
    named = {*PAGE_STYLES, *PAGE_SCRIPTS, *MAP_STYLES, *MAP_SCRIPTS, *VENUE_SCRIPTS}
    assert {path for folder in (PAGE, MAP) for path in folder.iterdir() if path.is_file()} == named


def test_a_bundle_is_its_files_one_after_the_other() -> None:
    """Nothing is lost or changed on the way but indents, comments and empty lines."""
    joined_files = join_files()
    for name, files in ((joined_files.map_script, MAP_SCRIPTS), (joined_files.page_script, PAGE_SCRIPTS)):
        joined = joined_files.files[name].decode().splitlines()
        written = [line.strip() for path in files for line in path.read_text(encoding="utf-8").splitlines()]
        code = [line for line in written if line and not line.startswith("//")]
        assert [(found, line) for found, line in zip(joined, code, strict=True) if not line.startswith(found)] == []
        shortened = [line.removeprefix(found) for found, line in zip(joined, code, strict=True) if found != line]
        assert [rest for rest in shortened if not rest.startswith(" // ")] == []


def test_the_names_hold_a_hash() -> None:
    """So that browsers may keep the files for ever."""
    joined_files = join_files()
    assert all(
        re.fullmatch(r"(page|map|venues|neighbours|prefectures|kept)\.[0-9a-f]{8}\.(css|js|json)", name)
        for name in joined_files.files
    )
    named = [getattr(joined_files, field.name) for field in fields(joined_files) if field.name != "files"]
    assert list(joined_files.files) == named


@pytest.mark.parametrize("content", [None, "", "{", '{"features": [{"geometry": null}]}', '{"features": 5}'])
def test_a_broken_outline_costs_the_land_only(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The map is sea with its cities, and the land is back with the file."""
    whole, file = join_files(), tmp_path / PREFECTURES_FILE.name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    bundles._read_prefectures.cache_clear()
    drawn_land._draw_land.cache_clear()
    drawn_land._read_land.cache_clear()
    for module in (bundles, drawn_land):
        monkeypatch.setattr(module, "PREFECTURES_FILE", file)
    found, drawn = join_files(), drawn_map.draw_map((), (), load_language())
    assert (found.files[found.prefectures], drawn.land) == (NO_LAND, "")
    assert (found.page_script, found.neighbours) == (whole.page_script, whole.neighbours)
    assert str(file) in list_broken()["outlines prefectures.geojson"]
    file.write_bytes(PREFECTURES_FILE.read_bytes())
    assert join_files() == whole
    assert len(drawn_map.draw_map((), (), load_language()).land) > 5000
    assert "outlines prefectures.geojson" not in list_broken()
