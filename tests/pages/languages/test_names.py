"""Names of places: what the reader can read, and find on a street sign."""

import pytest

from data.places.gazetteer import find_place
from pages.languages.language import load_language
from pages.languages.names import name_place


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "Mihama Ward, Chiba"),
        ("vi", "Mihama-ku, Chiba"),
        ("pt-BR", "Mihama-ku, Chiba"),
        ("es", "Mihama-ku, Chiba"),
        ("fil", "Mihama-ku, Chiba"),
        ("id", "Mihama-ku, Chiba"),
        ("ne", "Mihama-ku, Chiba"),
        ("my", "Mihama-ku, Chiba"),
        ("ja", "千葉市美浜区"),
    ],
)
def test_a_ward_of_a_city_is_named_as_its_signs_do(code: str, name: str) -> None:
    """The English word stands in English only; elsewhere it would be a word of neither language."""
    place = find_place("121061")
    assert place is not None
    found = name_place(place, load_language(code))
    assert (found.text, found.label) == (name, name)
