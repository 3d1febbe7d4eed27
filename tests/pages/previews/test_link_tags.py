"""What Facebook, Messenger, WhatsApp, LINE, WeChat and X are told of a link, held to what they have published."""

import pytest

from pages.languages.language import list_languages, load_language
from pages.languages.ruby import BASE
from tests.pages.delivery.first_views import BASE as HERE
from tests.pages.delivery.first_views import Query, read_page

# https://developers.facebook.com/docs/sharing/webmasters and …/webmasters/images
FACEBOOK_TAGS = ("og:url", "og:type", "og:title", "og:description", "og:image", "og:locale", "og:site_name")
FACEBOOK_IMAGE, FACEBOOK_LEAST, FACEBOOK_RATIO = (1200, 630), (600, 315), 1.91
# https://developer.x.com/cards/markup
X_TITLE, X_DESCRIPTION, X_ALT = 70, 200, 420  # characters
# https://developers.facebook.com/documentation/business-messaging/whatsapp/link-previews
NEVER_EMPTY = ("og:title", "og:description", "og:url")
# WeChat and LINE publish no rules for links that are simply sent: both read the same tags, and show a square of the
# picture, WeChat from 300 × 300 px on.
SQUARE_LEAST = 300

CODES = [language.code for language in list_languages()]
PLACES: dict[str, Query] = {"map": {}, "city": {"city": ["sakai"]}, "prefecture": {"prefecture": ["osaka"]}}
TITLES = {
    "vi": "Sakai 堺市",
    "ja": "堺市",
    "zh-Hans": "堺市",
    "ko": "사카이시 堺市",
    "my": "Sakai 堺市",
    "ja-easy": "堺市",
}


def read_tags(query: Query) -> dict[str, list[str]]:
    """Read the contents of a page's meta tags by name or property."""
    tags: dict[str, list[str]] = {}
    for meta in read_page("/", query).find("meta"):
        name = meta.attributes.get("property") or meta.attributes.get("name")
        if name:
            tags.setdefault(name, []).append(meta.attributes["content"])
    return tags


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", PLACES)
def test_a_link_is_told_in_the_readers_language(place: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each tag once, no reading's signs in it, as long as they show, with a picture of the size they ask for."""
    monkeypatch.setenv("MADOGUCHI_URL", HERE)
    tags = read_tags({**PLACES[place], "lang": [code]})
    assert [name for name in FACEBOOK_TAGS if len(tags[name]) != 1] == []
    told = {name: contents[0] for name, contents in tags.items()}
    assert all(told[name] for name in NEVER_EMPTY)
    assert not any(BASE in content for content in told.values())
    assert told["twitter:card"] == "summary_large_image"
    assert len(told["og:title"]) <= X_TITLE
    assert len(told["og:description"]) <= X_DESCRIPTION
    assert 0 < len(told["og:image:alt"]) <= X_ALT
    assert (told["og:image:alt"], told["og:image"]) == (told["twitter:image:alt"], told["twitter:image"])
    width, height = int(told["og:image:width"]), int(told["og:image:height"])
    assert (width, height) == FACEBOOK_IMAGE
    assert (width >= FACEBOOK_LEAST[0], height >= max(FACEBOOK_LEAST[1], SQUARE_LEAST)) == (True, True)
    assert abs(width / height - FACEBOOK_RATIO) < 0.01
    assert told["og:image:type"] == "image/png"
    assert told["og:image"].endswith(".png")
    language = load_language(code)
    assert told["og:locale"].partition("_")[0] == language.tag.partition("-")[0]
    assert told["og:locale"] not in tags["og:locale:alternate"]
    assert len(tags["og:locale:alternate"]) == len(set(tags["og:locale:alternate"])) == len(CODES) - 2
    if place == "city" and code in TITLES:
        assert told["og:title"].startswith(f"{TITLES[code]} ·")


def test_a_picture_has_the_whole_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who shows a link fetches it from elsewhere; below MADOGUCHI_URL, whoever asks."""
    monkeypatch.setenv("MADOGUCHI_URL", HERE)
    [picture] = read_tags({"lang": ["vi"], "city": ["sakai"]})["og:image"]
    assert picture in {f"{HERE}/preview/vi/city/sakai.png", f"{HERE}/preview.png"}
