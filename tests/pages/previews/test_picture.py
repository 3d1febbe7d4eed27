"""The pictures of shared links: drawn on this machine where it has the fonts, else the plain one."""

import asyncio
import io
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFont

from pages.address.links import Links
from pages.address.view import View
from pages.answers.scene import Scene
from pages.edition.edition import list_pictures
from pages.edition.pages import Edition, list_pages
from pages.edition.shared import begin_files
from pages.languages.language import Language, list_languages, load_language
from pages.languages.ruby import BASE
from pages.markup.link_picture import PICTURE
from pages.previews import fonts
from pages.previews.files import find_file, name_file
from pages.previews.fitting import fit_line, fit_lines
from pages.previews.fonts import choose_family, find_fonts
from pages.previews.picture import describe_preview, draw_preview, place_words
from pages.previews.words import can_draw, list_undrawn, word_preview
from tests.pages.answers.shipped import ATLAS
from tests.pages.delivery.asgi import ask, build_app, make_scope
from tests.pages.delivery.first_views import BASE as HERE

VIEWS = (View(), View(("okinawa",)), View(city="sakai"), View(city="kitakyushu"))
EDGE = 10  # px that nothing comes near to
SQUARE = PICTURE[1]  # px, the side of the largest one in its middle
FONT_PX = 100  # at which words are measured
MOST_BYTES = 600_000  # the least of what any of them takes
LANGUAGES = {language.code: language for language in list_languages()}
drawing = pytest.mark.skipif(
    bool(list_undrawn(list_languages())), reason="fonts-noto-core, fonts-noto-cjk or resvg-py is not installed"
)


def show(view: View, language: Language) -> Scene:
    """Build the scene of a view on the shipped table."""
    return Scene(ATLAS, view, Links("map"), language)


@drawing
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_picture_is_as_the_tags_say(code: str) -> None:
    """A PNG of that size that any of them takes, with words in it, none of which is cut off."""
    for view in VIEWS:
        preview = describe_preview(show(view, LANGUAGES[code]))
        content = draw_preview(preview)
        with Image.open(io.BytesIO(content)) as opened:
            picture = opened.convert("RGB")
        assert (content[:4], picture.size) == (b"\x89PNG", PICTURE)
        assert len(content) < MOST_BYTES
        ground = Image.new("RGB", PICTURE, picture.getpixel((0, 0)))
        drawn = ImageChops.difference(picture, ground).getbbox()
        assert drawn is not None
        assert EDGE <= drawn[0] < drawn[2] <= PICTURE[0] - EDGE
        assert EDGE <= drawn[1] < drawn[3] <= PICTURE[1] - EDGE


@drawing
def test_no_word_leaves_the_middle_square() -> None:
    """Who shows a square of the picture cuts none: in its font each line of each city is narrower than that."""
    too_wide = {
        (line.text, line.size)
        for language in LANGUAGES.values()
        for view in (View(), *(View(city=city.slug) for city in ATLAS.cities))
        for name, lines in place_words(word_preview(show(view, language))).items()
        for line in lines
        if load_font(line.family, bold=name == "name").getlength(line.text) * line.size > SQUARE * FONT_PX
    }
    assert too_wide == set()


@cache
def load_font(family: str, *, bold: bool) -> ImageFont.FreeTypeFont:
    """Load the font that draws a family; those of Chinese, Japanese and Korean are in one file."""
    regions = ("JP", "KR", "SC", "TC")
    name, _, region = family.partition(" CJK ")
    file = (
        f"{name.replace(' ', '')}{'CJK' if region else ''}-{'Bold' if bold else 'Regular'}.{'ttc' if region else 'ttf'}"
    )
    return ImageFont.truetype(str(fonts.search_folders()[file]), FONT_PX, regions.index(region) if region else 0)


@drawing
def test_a_picture_is_the_same_each_time() -> None:
    """A picture that was kept and one that is drawn anew do not differ."""
    preview = describe_preview(show(VIEWS[-1], LANGUAGES["ja"]))
    assert draw_preview(preview) == draw_preview(preview)


@pytest.mark.parametrize(
    ("code", "view", "title", "below"),
    [
        ("vi", View(city="sakai"), "Sakai", ("堺市", "Osaka")),
        ("ja", View(city="sakai"), "堺市", ("大阪府",)),
        ("ja-easy", View(city="sakai"), "堺市", ("さかいし", "大阪府")),
        ("ko", View(("osaka",)), "오사카부", ("大阪府",)),
        ("zh-Hant", View(city="hamamatsu"), "濱松市", ("浜松市", "靜岡縣")),
        ("ne", View(), "मादोगुची नक्सा", ()),
        ("en", View(("osaka", "hyogo")), "Madoguchi Map", ()),
        ("en", View(city="nowhere"), "Madoguchi Map", ()),
    ],
)
def test_a_picture_names_the_place_in_the_readers_script(
    code: str, view: View, title: str, below: tuple[str, ...]
) -> None:
    """And in Japanese, or how that is read; of several places it is the map's."""
    words = word_preview(show(view, load_language(code)))
    assert (words.title, words.below) == (title, below)
    assert not any(BASE in text for text in words.texts)


@pytest.mark.parametrize(
    ("text", "tag", "family"),
    [
        ("Sakai", "vi", "Noto Sans"),
        ("堺市 · Osaka", "vi", "Noto Sans CJK JP"),
        ("滨松市", "zh-Hans", "Noto Sans CJK SC"),
        ("堺市 · 오사카부", "ko", "Noto Sans CJK KR"),
        ("मादोगुची", "ne", "Noto Sans Devanagari"),
        ("မြေပုံ", "my", "Noto Sans Myanmar"),
    ],
)
def test_words_are_drawn_in_their_own_script(text: str, tag: str, family: str) -> None:
    """Han signs have the shapes that the reader knows."""
    assert choose_family(text, tag) == family


def test_a_script_without_a_font_has_the_plain_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn as empty boxes, and of a script that nobody thought of nothing is."""
    (tmp_path / "NotoSans-Regular.ttf").touch()
    (tmp_path / "NotoSans-Bold.ttf").touch()
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path),))
    fonts.search_folders.cache_clear()
    try:
        assert find_fonts(["Sakai, 3 – "]) == (tmp_path / "NotoSans-Bold.ttf", tmp_path / "NotoSans-Regular.ttf")
        assert [find_fonts([text]) for text in ("堺市", "မြေပုံ", "สวัสดี")] == [None, None, None]
        assert find_file(show(View(city="sakai"), load_language("ne"))) == ""
        assert list_undrawn(list_languages()) == tuple(LANGUAGES)  # all hold the Japanese name
    finally:
        fonts.search_folders.cache_clear()


def test_a_page_about_the_map_has_the_maps_picture() -> None:
    """Whatever city its address keeps for the way back."""
    scene = Scene(ATLAS, View(city="sakai"), Links("about"), load_language("vi"))
    assert name_file(scene) == "preview/vi.png"


def test_words_fit() -> None:
    """As high as may be, in two lines of one height where they are long, never lower than can be read."""
    assert fit_line("Tsu", "en", 600, most=150, least=60).size == 150
    assert 60 <= fit_line("Higashimatsushima", "en", 600, most=150, least=60).size < 100
    assert [line.text for line in fit_lines("one two " * 9, "en", 400, most=38, least=10)] != ["one two " * 9]
    assert fit_line("", "en", 600, most=36, least=24).size == 36


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/preview/vi/city/sakai.png", 200),
        ("/preview/ne.png", 200),
        ("/preview/ja-easy/prefecture/okinawa.png", 200),
        ("/preview/de.png", 404),
        ("/preview/vi/city/nowhere.png", 404),
        ("/preview/vi/city/.png", 404),
        ("/preview/vi/town/sakai.png", 404),
        ("/preview/vi/prefecture/sakai.png", 404),
        ("/preview/", 404),
        ("/preview/vi/city/sakai", 404),
    ],
)
def test_pictures_are_served_for_what_there_is(path: str, status: int) -> None:
    """Kept for a day by anybody, shown anywhere; what is unknown is not there."""
    answer = asyncio.run(ask(build_app(), make_scope(path)))
    assert answer.status == status
    if status == 200:
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["cache-control"].startswith("public, max-age=86400")
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert answer.body[:4] == b"\x89PNG"


@drawing
def test_a_page_names_the_picture_that_is_there() -> None:
    """The head of each page leads to the file that is served for it."""
    for code, view in (("vi", View(city="sakai")), ("my", View(("osaka",))), ("ja-easy", View())):
        scene = show(view, load_language(code))
        assert can_draw(word_preview(scene))
        assert find_file(scene) == name_file(scene)
        assert asyncio.run(ask(build_app(), make_scope(f"/{find_file(scene)}"))).headers["etag"]


@drawing
def test_an_edition_has_its_pictures_where_it_is_asked_for() -> None:
    """Of the map, each prefecture and each city, as its pages say; else, and of very many places, none besides."""
    few = replace(ATLAS, cities=ATLAS.cities[:2])
    edition = Edition(few, HERE, date(2026, 4, 1), ("vi",), pictures=True)
    drawn = dict(list_pictures(edition))
    assert set(drawn) == {
        f"preview/vi{place}.png"
        for place in ("", "/prefecture/hokkaido", "/prefecture/miyagi", "/city/sapporo", "/city/sendai")
    }
    pages = dict(list_pages(edition, begin_files()))
    for file, picture in (("vi/city/sendai", "vi/city/sendai"), ("vi/cities", "vi"), ("vi/about", "vi")):
        assert f'content="{HERE}/preview/{picture}.png"' in pages[f"{file}/index.html"]
    assert dict(list_pictures(replace(edition, pictures=False))) == {}
    many = replace(few, cities=few.cities * 500)
    assert [replace(edition, atlas=many).find_picture(show(view, load_language("vi"))) for view in VIEWS] == [
        "preview/vi.png",
        *[""] * 3,
    ]
