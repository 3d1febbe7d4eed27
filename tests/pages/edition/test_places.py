"""What the static edition's pages know of languages and cities: the same as the app."""

import json
from dataclasses import replace

import pytest

from data.folder import locate_files
from data.places.slugs import resolve_slug
from pages.answers.atlas import Atlas, load_atlas
from pages.edition.places import name_cities, write_places
from pages.languages.language import list_languages
from pages.languages.readers_language import choose_language
from pages.markup.arrivals import list_tags
from tests.pages.samples import make_city

TAGS = (
    *("en", "en-GB", "ja", "ja-JP", "vi", "vi-VN", "ko-KR", "pt", "pt-PT", "pt-BR", "es-419", "fil", "fil-PH", "tl"),
    *("zh", "zh-CN", "zh-SG", "zh-TW", "zh-HK", "zh-MO", "zh-Hans-HK", "zh-Hant-TW"),
    *("ne", "ne-NP", "id", "id-ID", "in", "my", "my-MM"),
)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def look_up(tag: str) -> str:
    """Find a language as pages/edition/static_address.js does."""
    parts = tag.lower().split("-")
    tags = list_tags()
    return next((tags["-".join(parts[:n])] for n in range(len(parts), 0, -1) if "-".join(parts[:n]) in tags), "")


@pytest.mark.parametrize("tag", TAGS)
def test_a_browsers_language_gets_the_same_everywhere(tag: str) -> None:
    """The lookup in the browser chooses as the server does."""
    assert look_up(tag) == choose_language(None, None, tag).code


def test_each_code_of_an_address_is_its_language() -> None:
    """Easy Japanese too, whose tag is that of Japanese; another language is none."""
    assert [look_up(language.code) for language in list_languages()] == [language.code for language in list_languages()]
    assert (look_up("de-DE"), look_up(""), look_up("x")) == ("", "", "")


def test_whatever_the_app_takes_for_a_city_is_known(atlas: Atlas) -> None:
    """Slug, code and name; each means the city that the app opens."""
    names = name_cities(atlas)
    assert names["kobe"] == names["281000"] == names["神戸市"] == "kobe"
    for city in atlas.cities:
        assert names[city.slug] == city.slug
        assert [found.slug for found in resolve_slug(city.code, atlas.cities)] == [names[city.code]]


def test_a_name_of_two_cities_names_none(atlas: Atlas) -> None:
    """Their own slugs still do; and the script holds data that nothing runs."""
    twins = [make_city(code, slug=slug) for code, slug in (("342084", "fuchu-342084"), ("343021", "fuchu-343021"))]
    names = name_cities(replace(atlas, cities=tuple(twins)))
    assert "fuchu" not in names
    assert {names["fuchu-342084"], names["fuchu-343021"]} == {"fuchu-342084", "fuchu-343021"}
    script = write_places(atlas)
    assert json.loads(script.partition("=")[2].strip().rstrip(";"))["kobe"] == "kobe"
