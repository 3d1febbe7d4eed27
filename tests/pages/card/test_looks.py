"""What readers learn of links: on every surface, in every language; nothing where nobody has looked."""

from __future__ import annotations

import csv
import datetime
import html
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from data.folder import locate_files
from data.links.saving import write_looks
from data.places.gazetteer import find_government, list_prefectures
from data.published.formats import ASSOCIATIONS, COUNTERS, CSV, GEOJSON, JSON, KML, TABLE, VCARD
from data.records import Look
from pages.address.links import Links
from pages.address.view import View
from pages.answers.advice import advise
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.downloads.downloads import write_download
from pages.edition.links import StaticLinks
from pages.languages.language import list_languages, load_language
from pages.languages.ruby import drop_readings, show_brackets
from pages.maps.features import build_features
from pages.markup.plain_page import render_page
from pages.markup.rendering import render_template, share_words
from pages.markup.shared_files import SharedFiles
from pages.paper.sheet import render_sheet
from tests.data.tables import write_table

LANGUAGES = [language.code for language in list_languages()]
WEBSITE, DEAD, MOVED = (f"https://{name}.example.jp/classes/a.html" for name in ("good", "dead", "moved"))
COUNTER, NEW = "https://counter.example.jp/a.html", "https://new.example.jp/classes/b.html?x=1"
TODAY = datetime.date(2026, 3, 20)
DAYS = [datetime.date(2026, 3, day) for day in (3, 6, 10)]
DEAD_LOOK = Look(DEAD, "soft 404", DAYS[2], None, tuple(DAYS))
LOOKS = (
    Look(WEBSITE, "ok", DAYS[0], DAYS[0]),
    DEAD_LOOK,
    Look(MOVED, "moved", DAYS[2], DAYS[2], moved_to=NEW),
    Look(COUNTER, "gone", DAYS[2], DAYS[0], (DAYS[2],)),
)
WORDS = (
    "It answered on March 3, 2026.",
    "This page did not open when we looked on March 3, 2026, March 6, 2026, March 10, 2026. Ask the office by e-mail.",
    "The site gives a new address for this page:",
)
COUNTERS_FILE = (
    "code,city,name,name_en,address,phones,phone_kind,days,hours,closed,languages,phone_languages,language_notes,note,"
    f"url,sure,source,date,source2,date2\n011002,札幌市,窓口,,,,,,,,,,,,{COUNTER},good,https://s.example.jp/,2024,,\n"
)


def make_atlas(folder: Path, looks: tuple[Look, ...]) -> Atlas:
    """Return an atlas of one city with three links and a counter, of which these looks are known."""
    classes = f"{DEAD} (Dead) {MOVED} (Moved)"
    files = write_table(folder, [("1", "Hokkaido", "Sapporo", "Office", WEBSITE, "a@city.sapporo.jp", classes)])
    files.counters.write_text(COUNTERS_FILE, encoding="utf-8")
    write_looks(files.links, looks)
    shutil.copy(locate_files({}).coordinates, files.coordinates)
    atlas = load_atlas(locate_files({"MADOGUCHI_DATA": str(folder)}))
    assert atlas.problems == ()
    return atlas


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """Return an atlas of which one link answered, one is dead, one has moved, and one has failed once."""
    return make_atlas(tmp_path_factory.mktemp("looked"), LOOKS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """Return an atlas whose links all answered on one day."""
    looks = tuple(Look(address, "ok", DAYS[0], DAYS[0]) for address in (WEBSITE, DEAD, MOVED, COUNTER))
    return make_atlas(tmp_path_factory.mktemp("whole"), looks)


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """Return an atlas of which nobody has opened a link."""
    return make_atlas(tmp_path_factory.mktemp("unseen"), ())


def draw_surfaces(atlas: Atlas, code: str) -> Mapping[str, str]:
    """Draw the opened city's page, the list, the sheet and the static edition's page, as plain text."""
    language = load_language(code)
    one, many = View(city="sapporo", lang=code), View(lang=code)
    static = StaticLinks("map", "../../", folder=f"{code}/sapporo/")
    shared = SharedFiles()
    drawn = {
        "page": render_page(Scene(atlas, one, Links("map"), language)),
        "list": render_page(Scene(atlas, many, Links("cities"), language)),
        "sheet": render_sheet(Scene(atlas, one, Links("map"), language), "https://map.example.jp", DAYS[0]),
        "edition": render_page(Scene(atlas, one, static, language), "https://map.example.jp", shared),
    }
    return {name: read_text(str(text)) for name, text in drawn.items()}


def read_text(markup: str) -> str:
    """Return what a reader reads, without readings above signs and without spaces."""
    text = re.sub(r"<(style|script)\b.*?</\1>|<r[pt]>[^<]*|<[^<>]*>", "", markup, flags=re.DOTALL)
    return "".join(html.unescape(text).split())


def say(code: str, message: str, **values: str) -> str:
    """Return a message as a reader of the language reads it, without spaces."""
    return "".join(drop_readings(load_language(code).gettext(message)).format(**values).split())


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_surface_says_what_a_link_did(code: str, atlas: Atlas) -> None:
    """Card, list, sheet and edition: when it answered, that it does not open and what to do, and the new address."""
    for name, text in draw_surfaces(atlas, code).items():
        for message in ("It answered on {date}.", "This page did not open when we looked on {days}."):
            begin, end = say(code, message, date="|", days="|").split("|")
            assert re.search(re.escape(begin) + ".*?" + re.escape(end), text), (name, message)
        assert say(code, "Ask the office by e-mail.") in text, name
        assert say(code, "The site gives a new address for this page:") in text, name
        assert NEW in text, name


def test_english_words_are_calm_and_whole(atlas: Atlas) -> None:
    """Each sentence as a reader of English reads it; of a link that failed once nothing but its last answer is said."""
    for name, text in draw_surfaces(atlas, "en").items():
        for words in WORDS:
            assert "".join(words.split()) in text, name
        assert text.count("didnotopen") == 1, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_day_is_said_once(code: str, whole: Atlas) -> None:
    """Where all links answered on one day, a card says it in one sentence and nothing beside the links."""
    begin, end = say(code, "The pages linked here answered on {date}.", date="|").split("|")
    for name, text in draw_surfaces(whole, code).items():
        if name != "sheet" or code == "en":
            assert len(re.findall(re.escape(begin) + "[^。.]{4,30}" + re.escape(end), text)) >= 1, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_said_where_nobody_looked(code: str, unseen: Atlas) -> None:
    """No word of links that were never opened."""
    for name, text in draw_surfaces(unseen, code).items():
        for message in ("It answered on {date}.", "The pages linked here answered on {date}."):
            begin, end = say(code, message, date="|").split("|")
            assert not re.search(f"{re.escape(begin)}[^。.]{{0,20}}2026[^。.]{{0,20}}{re.escape(end)}", text), name
        assert say(code, "The site gives a new address for this page:") not in text, name


def test_the_popup_warns_and_is_otherwise_silent(atlas: Atlas, whole: Atlas) -> None:
    """On the map stands what is wrong with a link, and not that it answered."""
    language = load_language("en")
    [feature] = build_features(atlas.cities, atlas.coordinates, language, atlas.offices)
    notes = [item.get("note") for section in feature["sections"] for item in section["items"]]
    assert [note for note in notes if note] == [{"text": WORDS[1]}, {"text": WORDS[2], "url": NEW}]
    [calm] = build_features(whole.cities, whole.coordinates, language, whole.offices)
    assert not any("note" in item for section in calm["sections"] for item in section["items"])
    assert json.dumps(feature)


def read_csv(text: str) -> dict[str, str]:
    """Return the one row of a published CSV."""
    [row] = csv.DictReader(text.removeprefix("\ufeff").splitlines())
    return row


def test_downloads_have_it(atlas: Atlas, unseen: Atlas) -> None:
    """CSV, JSON, GeoJSON, KML and vCard carry state, day and new address; empty where nobody has looked."""
    row = read_csv(write_download(CSV, atlas, View(), TODAY))
    assert (row["website_states"], row["website_answered"], row["website_moved_to"]) == ("answered", "2026-03-03", "")
    assert (row["class_states"], row["class_answered"]) == ("dead | moved", " | 2026-03-10")
    assert row["class_moved_to"] == f" | {NEW}"
    [city] = json.loads(write_download(JSON, atlas, View(), TODAY))["cities"]
    assert city["classes"][0]["look"] == {
        "state": "dead",
        "answered": None,
        "failed": ["2026-03-03", "2026-03-06", "2026-03-10"],
        "moved_to": None,
    }
    [feature] = json.loads(write_download(GEOJSON, atlas, View(), TODAY))["features"]
    assert feature["properties"]["websites"][0]["look"]["answered"] == "2026-03-03"
    assert 'name="class_states"' in write_download(KML, atlas, View(), TODAY)
    card = write_download(VCARD, atlas, View(), TODAY).replace("\r\n ", "")
    assert "did not open on 2026-03-03\\, 2026-03-06\\, 2026-03-10" in card
    counter = read_csv(write_download(COUNTERS, atlas, View(), TODAY))
    assert (counter["url_state"], counter["url_answered"]) == ("answered", "2026-03-03")
    assert "url_moved_to" in write_download(ASSOCIATIONS, atlas, View(), TODAY)
    empty = read_csv(write_download(CSV, unseen, View(), TODAY))
    assert {empty[f"class_{part}"] for part in ("states", "answered", "moved_to")} == {""}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_to_read_has_a_column_of_it(code: str, atlas: Atlas) -> None:
    """In the reader's own words, each by its address."""
    rows = list(csv.reader(write_download(TABLE, atlas, View(lang=code), TODAY).removeprefix("\ufeff").splitlines()))
    [heading] = [
        place for place, name in enumerate(rows[0]) if "".join(name.split()) == show(code, "Do the links work?")
    ]
    table = write_download(TABLE, atlas, View(lang=code), TODAY)
    assert heading == len(rows[0]) - 3
    assert DEAD in table
    assert NEW in table


def show(code: str, message: str) -> str:
    """Return a message as files have it, readings in brackets, without spaces."""
    return "".join(show_brackets(load_language(code).gettext(message)).split())


def test_sites_of_others_are_said_to_be_opened_only_then() -> None:
    """Beside a site that does not open stands so; once one was looked at, none is said to be unopened."""
    tokyo = find_government(next(one for one in list_prefectures() if one.en == "Tokyo"))
    language = load_language("en")
    plain = advise(tokyo, language)
    url = next(site.url for site in plain.sites if site.url)
    looked = advise(tokyo, language, {url: replace(DEAD_LOOK, address=url)})
    assert {site.looked for site in plain.sites} == {False}
    assert [site.note.text for site in looked.sites if site.note] == [
        WORDS[1].removesuffix(" Ask the office by e-mail.")
    ]
    drawn = [
        read_text(str(render_template("sites.html", **share_words(language), sites=one.sites)))
        for one in (plain, looked)
    ]
    assert ["wehavenotopened" in text for text in drawn] == [True, False]
