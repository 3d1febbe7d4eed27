"""The filters of classes on a plain page, and what they leave; where nobody lists classes nothing of it is there."""

from pathlib import Path

import pytest

from data.folder import locate_files
from pages.address.links import Links, PageName
from pages.address.view import View, parse_view
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.download_links import list_downloads
from pages.languages.language import ENGLISH
from pages.markup.head import render_head
from pages.markup.plain_page import render_page
from pages.paper.sheet import render_sheet
from tests.courses import write_courses
from tests.hostile import HOSTILE
from tests.pages.answers.shipped import ATLAS
from tests.pages.parsed_html import Document, read_html
from tests.taught import CLASSES, write_taught

ASKED = View(days=("sat",), time="evening", free=True, children=True, lang="en", speaks="vi")
QUERY = "day=sat&time=evening&free=yes&children=yes"


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The shipped tables with classes."""
    return load_atlas(locate_files({"MADOGUCHI_DATA": str(write_taught(tmp_path_factory.mktemp("data")))}))


def read(atlas: Atlas, view: View, page: PageName = "map") -> Document:
    """The plain page of a view."""
    return read_html(render_page(Scene(atlas, view, Links(page), ENGLISH)))


@pytest.mark.parametrize("page", ["map", "cities"])
def test_without_classes_no_page_has_anything_of_them(page: PageName) -> None:
    """Neither fields nor style: the shipped pages weigh what they weighed."""
    text = str(render_page(Scene(ATLAS, View(), Links(page), ENGLISH)))
    assert not [sign for sign in ("fv-question", "mm-courses", "mm-asked", 'name="day"', "mm-chip") if sign in text]


def test_the_form_sends_what_it_shows(taught: Atlas) -> None:
    """Each choice of the view stands in it, and all that is no field of it goes along; open while any is made."""
    document = read(taught, ASKED)
    [form] = document.find("form", method="get")
    fields = [field.attributes for field in document.find("input") if "name" in field.attributes]
    fields = [one for one in fields if not one["name"].startswith("mm-ask-")]  # of a letter
    sent = [(one["name"], one.get("value", "")) for one in fields if "checked" in one or one.get("type") == "hidden"]
    assert dict(sent) == {
        "lang": "en", "speaks": "vi", "day": "sat", "time": "evening", "for": "", "free": "yes", "children": "yes"
    }  # fmt: skip
    assert parse_view({name: [value] for name, value in sent}, taught.cities) == ASKED
    assert "Japanese classes (4)" in form.text
    closed = [part for part in read(taught, View()).find("details") if "Japanese classes" in part.text.split("\n")[0]]
    assert [part for part in closed if "open" in part.attributes] == []


@pytest.mark.parametrize("page", ["map", "cities"])
def test_what_fits_stands_above_the_rows(taught: Atlas, page: PageName) -> None:
    """Counted in words that lead there; each filter is a press away from being dropped."""
    view = View(days=("sat",), time="evening", free=True, children=True, lang="en")
    document = read(taught, view, page)
    [count] = document.find("p", class_="mm-asked-count")
    assert count.text.strip() == "3 classes in 2 cities"
    assert [link.text for link in document.find("a", href="#classes")] == ["3 classes in 2 cities"]
    assert document.find("h2", id="classes")
    assert [chip.attributes["aria-label"] for chip in document.find("a", class_="mm-chip")] == [
        "Remove Sat",
        "Remove Evening",
        "Remove Free of charge",
        "Remove My child comes along",
    ]
    [section] = document.find("section", class_="mm-courses")
    names = ["土曜にほんご", "夜のにほんご", "おやこのにほんご", "さっぽろのにほんご"]
    assert [name for name in [row["name"] for row in CLASSES] if name in section.text] == names
    assert [row.attributes["data-city"] for row in document.find("details", class_="fv-row")] == ["osaka", "sakai"]


def test_an_address_with_filters_is_handed_on_whole(taught: Atlas) -> None:
    """In the page's own address, in its languages, its sheet, its files, its other pages."""
    scene = Scene(taught, ASKED, Links("map"), ENGLISH)
    assert f"https://example.org/?lang=en&amp;speaks=vi&amp;{QUERY.replace('&', '&amp;')}" in str(
        render_head(scene, "https://example.org")
    )
    links = [link.attributes["href"] for link in read(taught, ASKED).find("a")]
    for begin in ("?lang=vi&", "./sheet?", "./cities?", "./about?", "./data/cities.csv?"):
        assert [link for link in links if link.startswith(begin) and link.endswith(QUERY)], begin
    assert {one.rows.class_filter_count for one in list_downloads(scene) if not one.city} == {4}


def test_a_sheet_has_the_classes_that_fit(taught: Atlas) -> None:
    """With those that may fit in view, since paper does not unfold; and the filters in words."""
    view = View(days=("sat",), time="evening", free=True, children=True)
    scene = Scene(taught, view, Links("map"), ENGLISH)
    document = read_html(render_sheet(scene, "", scene.today))
    [asked] = document.find("p", class_="sh-asked")
    assert asked.text.strip() == "3 classes in 2 cities: Sat · Evening · Free of charge · My child comes along"
    assert len(document.find("li", class_="mm-found")) == 4
    assert document.find("details", class_="mm-unsure") == []


def test_hostile_classes_stay_text(taught: Atlas, tmp_path: Path) -> None:
    """Names of classes and words that are searched for are shown as they are, and make no element more."""
    write_courses(write_taught(tmp_path) / "classes.csv", [row | {"name": HOSTILE} for row in CLASSES])
    evil = load_atlas(locate_files({"MADOGUCHI_DATA": str(tmp_path)}))
    views = View(days=("sat",), query="x"), View(days=("sat",), query=HOSTILE), View(days=("sat",))
    plain, searched, named = (read(atlas, view) for atlas, view in zip((taught, evil, evil), views, strict=True))
    assert (searched.unclosed, named.unclosed) == ([], [])
    assert len(plain.find("script")) == len(searched.find("script")) == len(named.find("script"))
    assert f"Without “{HOSTILE}”" in searched.find("div", class_="mm-asked")[0].text
    assert HOSTILE in named.find("section", class_="mm-courses")[0].text
