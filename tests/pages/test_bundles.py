"""The joined files hold every script and style of ours, each once, under names that change with them."""

import re
from dataclasses import fields

from pages.parts.bundles import MAP, MAP_SCRIPTS, MAP_STYLES, PAGE, PAGE_SCRIPTS, PAGE_STYLES, join_files


def test_every_file_is_in_a_bundle() -> None:
    """A new script or style that is named nowhere is noticed."""
    named = {*PAGE_STYLES, *PAGE_SCRIPTS, *MAP_STYLES, *MAP_SCRIPTS}
    assert {path for folder in (PAGE, MAP) for path in folder.iterdir()} == named


def test_a_bundle_is_its_files_one_after_the_other() -> None:
    """Nothing is lost or changed on the way."""
    bundles = join_files()
    joined = (bundles.folder / bundles.map_script).read_text(encoding="utf-8")
    assert joined == "\n".join(path.read_text(encoding="utf-8") for path in MAP_SCRIPTS)


def test_the_names_hold_a_hash() -> None:
    """So that browsers may keep the files for ever."""
    bundles = join_files()
    names = [path.name for path in bundles.folder.iterdir()]
    assert all(
        re.fullmatch(r"(page|map|neighbours|prefectures)\.[0-9a-f]{8}\.(css|js|geojson)", name) for name in names
    )
    named = (getattr(bundles, field.name) for field in fields(bundles) if field.name != "folder")
    assert sorted(names) == sorted(named)
