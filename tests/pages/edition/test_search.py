"""The static edition's search in the browser: it takes the spellings that the app takes."""

import pytest

from data.places.romaji import fold_spelling, list_syllables
from pages.answers.atlas import Atlas
from pages.languages.names import list_search_keys
from pages.markup.bundles import FOLD
from pages.markup.rendering import dump_json
from tests.data.places.spellings import ONE_NAME, OTHER_NAMES
from tests.tools.javascript import run_scripts


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The keys that the browser makes of all spellings."""
    syllables = tmp_path_factory.mktemp("fold") / "syllables.js"
    syllables.write_text(f"window.madoguchiSyllables = {dump_json(dict(list_syllables()))};", encoding="utf-8")
    texts = sorted({text for texts in (*ONE_NAME, *OTHER_NAMES) for text in texts} | {"", " ・ー", "오사카시", "廣島"})
    keys = run_scripts([syllables, FOLD], "(all) => all.map(window.madoguchiFold)", texts)
    return dict(zip(texts, keys, strict=True))


def test_the_browser_makes_the_keys_that_pages_have(folded: dict[str, str]) -> None:
    """Two programs, one table of cases: a search finds what it finds in the app."""
    assert folded == {text: fold_spelling(text) for text in folded}


@pytest.mark.parametrize("typed", ["Oosaka", "Ohsaka", "おおさか", "ｵｵｻｶ", "大阪", "오사카", "271004"])
def test_a_city_is_found_however_it_is_written(atlas: Atlas, typed: str) -> None:
    """Any part of any of its keys finds it; none is written twice."""
    [osaka] = [city for city in atlas.cities if city.slug == "osaka"]
    keys = list_search_keys(osaka.place)
    assert any(fold_spelling(typed) in key for key in keys)
    assert [key for key in keys if any(key in other for other in keys if other != key)] == []
