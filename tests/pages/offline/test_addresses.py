"""What addresses mean to the worker: which copy each has, and which ones answer where it has none."""

from __future__ import annotations

from typing import Any

import pytest

from pages.languages.language import list_languages
from pages.offline.worker import APP, EDITION
from tests.tools.javascript import run_scripts

APP_ROOT, EDITION_ROOT = "https://example.org/town/map/", "https://example.org/sub/"
CODES = [language.code for language in list_languages()]
READ = """([root, codes, urls]) => {
  const addresses = MadoguchiAddresses(root, codes);
  return urls.map((url) => {
    const address = addresses.read(url);
    return address && [addresses.write({ ...address, language: address.language || "vi" }), address.own];
  });
}"""
STAND_INS = """([root, codes, url]) => {
  const addresses = MadoguchiAddresses(root, codes);
  return addresses.listStandIns(addresses.read(url), "vi").map(({ key, href }) => [key, href ?? null]);
}"""


def read_all(root: str, addresses: list[str]) -> list[Any]:
    """Return of each address, written behind the root, the key of its copy and whether it has one of its own."""
    script = APP if root == APP_ROOT else EDITION
    return list(run_scripts([script], READ, [root, CODES, [f"{root}{address}" for address in addresses]]))


APP_KEYS = {
    "": "?lang=vi",
    "?lang=ja-easy": "?lang=ja-easy",
    "?lang=JA-EASY": "?lang=ja-easy",
    "?lang=xx": "?lang=vi",
    "?utm_source=mail&lang=ko&fbclid=1#list": "?lang=ko",
    "cities": "cities?lang=vi",
    "cities/": "cities?lang=vi",
    "about?lang=en": "about?lang=en",
    "sheet?city=kobe&lang=vi": "sheet?lang=vi&city=kobe",
    "?city=kobe&lang=vi&city=": "?lang=vi&city=kobe",
    "?q=+%E7%A5%9E%E6%88%B8+&lang=vi": "?lang=vi&q=%E7%A5%9E%E6%88%B8",
    "?prefecture=kyoto&prefecture=osaka": "?lang=vi&prefecture=kyoto&prefecture=osaka",
    "?childcare=yes&day=sat": "?lang=vi&day=sat&childcare=yes",
    "?embed=false": "?lang=vi",
}
APP_NONE = (
    "?embed=true",
    "cities?embed=+TRUE",
    "_stcore/stream",
    "_stcore/health",
    "data/cities.csv",
    "static/js/index.js",
    "healthz",
    "sw.js",
    "component/streamlit_folium.st_folium/index.html",
    "cities/more",
    "//",
)
EDITION_KEYS = {
    "vi/": ("vi/", True),
    "vi/index.html": ("vi/", True),
    "vi/?utm_source=mail": ("vi/", True),
    "zh-Hant/city/kobe/": ("zh-Hant/city/kobe/", True),
    "vi/cities/2/": ("vi/cities/2/", True),
    "vi/prefecture/osaka/": ("vi/prefecture/osaka/", True),
    "vi/sheet/city/kobe/": ("vi/sheet/city/kobe/", True),
    "vi/?city=kobe": ("vi/city/kobe/", False),
    "": ("vi/", False),
    "index.html": ("vi/", False),
    "?city=KOBE&lang=vi": ("vi/city/kobe/", False),
    "?city=..%2F..%2Fetc": ("vi/", False),
    "about/": ("vi/about/", False),
}
EDITION_NONE = (
    "vi/map/",
    "vi/data/cities-table.csv",
    "data/cities.csv",
    "sw.js",
    "xx/",
    "vi",
    "vi/city/a%20b/",
    "404.html",
)


def test_each_page_of_the_app_has_a_copy_of_its_own() -> None:
    """By page, language and what is asked for, in one order; what asks for nothing makes no difference."""
    found = read_all(APP_ROOT, list(APP_KEYS))
    assert dict(zip(APP_KEYS, found, strict=True)) == {
        address: [f"{APP_ROOT}{key}", True] for address, key in APP_KEYS.items()
    }


def test_what_needs_the_server_is_none_of_the_workers() -> None:
    """Nor is a page made for frames, a file, or another folder of the host."""
    assert read_all(APP_ROOT, list(APP_NONE)) == [None] * len(APP_NONE)
    elsewhere = [
        f"{APP_ROOT[:-1]}2/",
        "https://example.org/town/",
        "http://example.org/town/map/",
        "https://example.org",
    ]
    assert run_scripts([APP], READ, [APP_ROOT, CODES, elsewhere]) == [None] * len(elsewhere)


def test_each_page_of_an_edition_has_a_copy_of_its_own() -> None:
    """By its folder; what a server answers at an address that is led elsewhere is no copy of that."""
    found = read_all(EDITION_ROOT, list(EDITION_KEYS))
    assert dict(zip(EDITION_KEYS, found, strict=True)) == {
        address: [f"{EDITION_ROOT}{key}", own] for address, (key, own) in EDITION_KEYS.items()
    }
    assert read_all(EDITION_ROOT, list(EDITION_NONE)) == [None] * len(EDITION_NONE)


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("?city=kobe", ["?lang=vi&city=kobe", "?lang=vi", "cities?lang=vi"]),
        ("cities?q=kobe", ["cities?lang=vi&q=kobe", "cities?lang=vi", "?lang=vi"]),
        ("sheet?city=kobe", ["sheet?lang=vi&city=kobe", "sheet?lang=vi", "?lang=vi", "cities?lang=vi"]),
        ("about", ["about?lang=vi", "?lang=vi", "cities?lang=vi"]),
        ("", ["?lang=vi", "cities?lang=vi"]),
    ],
)
def test_another_copy_answers_in_the_app(address: str, keys: list[str]) -> None:
    """The page without what was asked for, which its script applies, then the lists; at the address itself."""
    found = run_scripts([APP], STAND_INS, [APP_ROOT, CODES, f"{APP_ROOT}{address}"])
    assert found == [[f"{APP_ROOT}{key}", None] for key in keys]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("vi/city/kobe/", ["vi/city/kobe/", "vi/#card-kobe", "vi/cities/#card-kobe"]),
        ("?city=kobe", ["vi/city/kobe/", "vi/#card-kobe", "vi/cities/#card-kobe"]),
        ("?q=ko+be&utm_source=a", ["vi/?q=ko+be", "vi/cities/?q=ko+be"]),
        ("vi/cities/?q=kobe", ["vi/cities/?q=kobe", "vi/?q=kobe"]),
        ("vi/sheet/city/kobe/", ["vi/sheet/city/kobe/", "vi/sheet/#kobe", "vi/#card-kobe", "vi/cities/#card-kobe"]),
        ("vi/prefecture/osaka/", ["vi/prefecture/osaka/", "vi/", "vi/cities/"]),
    ],
)
def test_another_copy_answers_in_an_edition(address: str, shown: list[str]) -> None:
    """At its own address, whose folder its links hold in, with the card or the search behind it."""
    found = run_scripts([EDITION], STAND_INS, [EDITION_ROOT, CODES, f"{EDITION_ROOT}{address}"])
    assert [href for _, href in found] == [f"{EDITION_ROOT}{one}" for one in shown]
    assert [key for key, _ in found] == [f"{EDITION_ROOT}{one.split('#')[0].split('?')[0]}" for one in shown]


@pytest.mark.parametrize("root", [APP_ROOT, EDITION_ROOT])
def test_what_answers_is_found_again_at_its_address(root: str) -> None:
    """Whoever is led to a copy is there, and led no further: a circle would have no end."""
    keys = APP_KEYS if root == APP_ROOT else EDITION_KEYS
    script = APP if root == APP_ROOT else EDITION
    for address in keys:
        stand_ins = run_scripts([script], STAND_INS, [root, CODES, f"{root}{address}"])
        reached = [href or key for key, href in stand_ins]
        again = run_scripts([script], READ, [root, CODES, reached])
        assert [key for key, _ in again] == [key for key, _ in stand_ins]
