"""What Facebook, Messenger, WhatsApp, LINE, WeChat and X are told of a link, held to what they have published."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest

from pages.edition.pages import Edition, list_pages
from pages.edition.shared import begin_files
from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import BASE, drop_readings
from tests.pages.answers.shipped import ATLAS
from tests.pages.delivery.first_views import BASE as HERE
from tests.pages.delivery.first_views import Query, read_page
from tests.pages.edition.sample import DAY
from tests.pages.parsed_html import Document, read_html

OGP = "https://ogp.me"
FACEBOOK = "https://developers.facebook.com/docs/sharing/webmasters"  # of Messenger too, says its FAQ
IMAGES, FAQ = f"{FACEBOOK}/images", f"{FACEBOOK}/faq"
WHATSAPP = "https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews"
LINE = "https://developers.line.biz/en/faq/tags/line-app"
X = "https://developer.x.com/cards/markup"
# WeChat has published nothing for links that are simply sent; it was seen to read title and picture as the others do,
# and to pass by pictures below 300 × 300 px.
WECHAT = "https://github.com/RxJS-CN/RxJS-Docs-CN/pull/45"

CODES = [language.code for language in list_languages()]
PLACES: dict[str, Query] = {"map": {}, "city": {"city": ["sakai"]}, "prefecture": {"prefecture": ["osaka"]}}
TITLES = {  # of the city, where it is not Sakai 堺市
    "ja": "堺市",
    "zh-Hans": "堺市",
    "zh-Hant": "堺市",
    "ko": "사카이시 堺市",
    "ja-easy": "堺市",
}


class Told(NamedTuple):
    """What a page in a language tells: the contents of its tags by name or property, as often as they occur."""

    tags: Mapping[str, Sequence[str]]
    language: Language

    def __call__(self, name: str) -> str:
        """Return what a tag says, or nothing."""
        return next(iter(self.tags.get(name, ())), "")

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture, in px."""
        return int(self("og:image:width")), int(self("og:image:height"))


def read_tags(document: Document) -> dict[str, list[str]]:
    """Read the contents of a page's meta tags by name and by property; one may have both."""
    tags: dict[str, list[str]] = {}
    for meta in document.find("meta"):
        for name in (meta.attributes.get("property"), meta.attributes.get("name")):
            if name:
                tags.setdefault(name, []).append(meta.attributes["content"])
    return tags


@cache
def ask(place: str, code: str) -> Told:
    """Return what the app tells of a place."""
    return Told(read_tags(read_page("/", {**PLACES[place], "lang": [code]})), load_language(code))


def has_all(told: Told, *names: str) -> bool:
    """Tell whether each of these tags is there once, and says something."""
    return all(len(told.tags.get(name, ())) == 1 and told(name) for name in names)


def names_no_brand(told: Told) -> bool:
    """Tell whether the site's name stands in its own tag alone."""
    brand = drop_readings(told.language.gettext("Madoguchi Map"))
    return told("og:site_name") == brand and brand not in told("og:title")


def is_whole(told: Told) -> bool:
    """Tell whether no address depends on the page's."""
    return all(told(name).startswith(f"{HERE}/") for name in ("og:url", "og:image", "twitter:image"))


def names_locales(told: Told) -> bool:
    """Tell whether a language has a territory, and the others stand beside it, each once."""
    others = told.tags["og:locale:alternate"]
    own = told("og:locale")
    forms = all(re.fullmatch(r"[a-z]{2,3}_[A-Z]{2}", name) for name in (own, *others))
    is_own = own.partition("_")[0] == told.language.tag.partition("-")[0] and own not in others
    return forms and is_own and len(others) == len(set(others)) == len(CODES) - 2  # easy Japanese is Japanese


Rule = Callable[[Told], bool]
RULES: dict[tuple[str, str], Rule] = {
    (OGP, "title, type, picture and address are there"): lambda told: has_all(
        told, "og:title", "og:type", "og:image", "og:url"
    ),
    (OGP, "a locale is language_TERRITORY"): names_locales,
    (FACEBOOK, "the basic tags are there, each once"): lambda told: has_all(
        told, "og:url", "og:title", "og:description", "og:image", "og:type", "og:locale", "og:site_name"
    ),
    (FACEBOOK, "a title has no branding such as the site's name"): names_no_brand,
    (IMAGES, "1200 × 630 px look best, and no less than 600 × 315 are large"): lambda told: told.size == (1200, 630),
    (IMAGES, "as close to 1.91:1 as possible"): lambda told: abs(told.size[0] / told.size[1] - 1.91) < 0.01,
    (FAQ, "all addresses are absolute"): is_whole,
    (WHATSAPP, "title, description and address are not empty"): lambda told: has_all(
        told, "og:title", "og:description", "og:url"
    ),
    (LINE, "it reads title, description and picture alone"): lambda told: has_all(
        told, "og:title", "og:description", "og:image"
    ),
    (WECHAT, "a picture has at least 300 × 300 px"): lambda told: min(told.size) >= 300,
    (X, "a large picture is asked for"): lambda told: told("twitter:card") == "summary_large_image",
    (X, "a title has at most 70 characters"): lambda told: 0 < len(told("twitter:title")) <= 70,
    (X, "a description has at most 200 characters"): lambda told: 0 < len(told("twitter:description")) <= 200,
    (X, "a picture is described in at most 420 characters"): lambda told: 0 < len(told("twitter:image:alt")) <= 420,
    (X, "a picture is a PNG, a JPEG, a WebP or a GIF"): lambda told: told("og:image:type") == "image/png",
}


@pytest.mark.parametrize("rule", RULES, ids=" ".join)
@pytest.mark.parametrize("place", PLACES)
def test_a_link_keeps_to_what_is_published(place: str, rule: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In each language; the rule's name says where it is from."""
    monkeypatch.setenv("MADOGUCHI_URL", HERE)
    assert [code for code in CODES if not RULES[rule](ask(place, code))] == []


@pytest.mark.parametrize("code", CODES)
def test_a_link_is_told_in_the_readers_language(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A city by its name; without the signs of readings; X is told what the others are."""
    monkeypatch.setenv("MADOGUCHI_URL", HERE)
    for place in PLACES:
        told = ask(place, code)
        assert not any(BASE in content for contents in told.tags.values() for content in contents)
        for name in ("title", "description", "image", "image:alt"):
            assert told(f"og:{name}") == told(f"twitter:{name}")
    assert ask("city", code)("og:title") == TITLES.get(code, "Sakai 堺市")


def test_a_picture_has_the_whole_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who shows a link fetches it from elsewhere; below MADOGUCHI_URL, whoever asks."""
    monkeypatch.setenv("MADOGUCHI_URL", HERE)
    assert ask("city", "vi")("og:image") in {f"{HERE}/preview/vi/city/sakai.png", f"{HERE}/preview.png"}


def test_a_page_of_an_edition_tells_as_much_as_is_asked_for() -> None:
    """Where its address is known: the basic tags, and the size, by which the first who shares sees a picture."""
    few = replace(ATLAS, cities=ATLAS.cities[:2])
    pages = dict(list_pages(Edition(few, HERE, DAY, ("vi",)), begin_files()))
    for name in ("vi", "vi/city/sapporo", "vi/prefecture/hokkaido"):
        told = Told(read_tags(read_html(pages[f"{name}/index.html"])), load_language("vi"))
        assert has_all(told, "og:url", "og:title", "og:description", "og:image")
        assert told("og:url") == f"{HERE}/{name}/"
        assert told.size == (1200, 630)
