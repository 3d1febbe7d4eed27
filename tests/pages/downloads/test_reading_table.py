"""The table to read: headings in the reader's language, every fact of each row, and nothing a spreadsheet would run."""

import csv
import io
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.published.csv_format import TRIGGERS
from data.published.formats import TABLE
from data.published.table_format import write_table
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.download_links import list_downloads
from pages.downloads.downloads import write_download
from pages.languages.language import Language, list_languages, load_language
from pages.languages.names import name_place
from pages.languages.ruby import show_brackets

TODAY = date(2026, 11, 27)


@cache
def read_atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


def read_table(view: View) -> list[list[str]]:
    """Write the table and read it as a spreadsheet does."""
    text = write_download(TABLE, read_atlas(), view, TODAY)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("language", list_languages(), ids=lambda language: language.code)
def test_headings_and_names_are_in_the_readers_language(language: Language) -> None:
    """Each heading is a word of the language; only readers of Japanese get the Japanese name once."""
    headings, *rows = read_table(View(lang=language.code))
    words = ["Prefecture", "Japanese classes", "", "Department in charge (as listed)", "E-mail", "Website", ""]
    wanted = [
        language.get_label("City"),
        *["日本語"] * (language.tag != "ja"),
        *(word and language.get_label(word) for word in words),
    ]
    wanted = [word or wanted[number - 1] + language.enclose("URL") for number, word in enumerate(wanted)]
    last = ("What is doubted", "Do the links work?", "What the city has confirmed", "What the pin marks")
    assert headings == [*wanted, *map(language.get_label, last)]
    assert [row[0] for row in rows] == [
        show_brackets(name_place(city.place, language).text) for city in read_atlas().cities
    ]
    assert {len(row) for row in rows} == {len(headings)}


@pytest.mark.parametrize("code", ["en", "ja-easy", "my"])
def test_every_fact_of_every_city_is_in_its_row(code: str) -> None:
    """Departments, e-mail addresses, the addresses of links, the originals first, and why one is doubted."""
    _headings, *rows = read_table(View(lang=code))
    language = load_language(code)
    for city, row in zip(read_atlas().cities, rows, strict=True):
        text = "\n".join(row)
        links = (*city.websites, *city.classes)
        published = [link.published for link in links if link.via]
        facts = [*city.departments, *city.emails, *(link.original for link in links), *published, city.place.ja]
        assert [fact for fact in facts if fact not in text] == []
        assert all(text.index(link.original) < text.index(link.published) for link in links if link.via)
        reasons = [show_brackets(language.gettext(row.reason)) for row in city.corrections]
        assert [reason for reason in reasons if reason not in text] == []


def test_the_rows_are_the_filters_and_english_is_the_fallback() -> None:
    """As in the other files; an address without a language, or of an unknown one, gives English headings."""
    assert [row[0] for row in read_table(View(prefectures=("osaka",)))] == ["City", "Osaka", "Sakai"]
    assert read_table(View(city="kobe", lang="xx"))[0][0] == "City"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=4))
def test_no_cell_is_run_and_every_cell_comes_back(rows: list[list[str]]) -> None:
    """A cell that a spreadsheet might run has an apostrophe in front; without it each is as it was."""
    text = write_table(["a", "b"], rows).removeprefix("\ufeff")
    read = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert not any(cell.startswith(tuple(sign for sign in TRIGGERS if sign != "'")) for row in read for cell in row)
    assert [[cell.removeprefix("'") if cell.startswith("'") else cell for cell in row] for row in read] == rows


@pytest.mark.parametrize("code", ["vi", "zh-Hant"])
def test_the_link_names_the_language(code: str) -> None:
    """Only this file's address does: the others are the same in every language."""
    view = View(prefectures=("osaka",), lang=code)
    urls = [
        download.url for download in list_downloads(Scene(Atlas((), {}, ()), view, Links("map"), load_language(code)))
    ]
    assert [url for url in urls if "lang=" in url] == [f"./data/cities-table.csv?lang={code}&prefecture=osaka"]


def test_addresses_have_a_column_of_their_own() -> None:
    """On the same line of its cell as the link's name in the one before; a name is no address."""
    for row in read_table(View(lang="en"))[1:]:
        for names, addresses in ((row[3], row[4]), (row[7], row[8])):
            assert len(names.splitlines()) == len(addresses.splitlines())
            assert "://" not in names
            assert all(address.startswith(("https://", "http://")) for address in addresses.splitlines())
