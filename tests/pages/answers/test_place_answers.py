"""The search box answers every place: covered, or what is near and whom to ask; ambiguous names ask which."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import boundaries
from data.places.gazetteer import list_places, spell_precisely
from data.places.postal import search_postal_code
from pages.address.view import View, clean_query
from pages.answers.advice import advise
from pages.answers.answers import list_answers
from pages.answers.filters import filter_cities, search_query
from pages.answers.middles import PART
from pages.answers.offers import describe_place, spell_query
from pages.health.broken import list_broken
from pages.languages.language import list_languages, load_language
from pages.languages.ruby import CARRIED
from pages.markup.plain_page import render_page
from tests.pages.answers.shipped import ATLAS, ENGLISH, answer, render, show


@pytest.mark.parametrize(
    "query", ["川口市", "かわぐち", "カワグチ", "Kawaguchi", "kawaguchi-shi", "332-0031", "〒３３２ー００３１"]
)
def test_kawaguchi_is_near_saitama(query: str) -> None:
    """Not in the table; the prefecture's offices help, Kawaguchi's own city hall is named, Saitama's is 9 km away."""
    said = answer(query)[-1]
    assert said.text.startswith("Not in this table")
    assert said.offices
    assert [counter.name for counter in said.offices.counters] == ["外国人総合相談センター埼玉"]
    assert [association.name for association in said.offices.associations] == ["埼玉県国際交流協会"]
    assert (said.place and said.place.ja, said.prefecture) == ("川口市", "Saitama")
    assert [offer.text for offer in said.offers] == [
        "Saitama (Saitama): 9 km",
        "Kawasaki (Kanagawa): 31 km",
        "Yokohama (Kanagawa): 40 km",
    ]
    assert said.advice
    assert said.advice.step.name
    assert said.advice.step.name.ja == "川口市"
    assert filter_cities(ATLAS.cities, View(query=query)).cities == ()


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        (View(("tokyo",), embed=True, lang="vi"), "?lang=vi&prefecture=tokyo&"),
        (View(("osaka",), query="Kobe", embed=True), "?prefecture=osaka&"),
        (View(("osaka",), query="Sapporro", embed=True), "?prefecture=osaka&"),
        (View(("osaka",), query="Kobe"), "?city="),
    ],
)
def test_what_is_offered_in_a_frame_stays_in_its_prefectures(view: View, kept: str) -> None:
    """The page that shows the frame has chosen them; elsewhere an offer leads out of the filter."""
    urls = [offer.url for said in list_answers(show(view)) for offer in said.offers]
    assert urls
    assert [url for url in urls if not url.startswith(kept)] == []


def test_tokyo_says_what_its_distances_are() -> None:
    """A prefecture has no office in the gazetteer: the answer says that its middle is measured from."""
    [said] = answer("Tokyo")
    assert [offer.url for offer in said.offers] == [
        "?city=sagamihara#near",
        "?city=saitama#near",
        "?city=kawasaki#near",
    ]
    assert said.note.startswith("The distances are from the middle of the prefecture.")
    assert said.advice
    assert "TNVN (Tokyo Nihongo Volunteer Network)" in [site.name for site in said.advice.sites]


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("ja", "多言語生活情報（自治体国際化協会）", "多言語の生活情報"),
        ("en", "CLAIR Multilingual Living Information", "life in Japan, in many languages"),
        ("ja", "東京日本語ボランティア・ネットワーク（TNVN）", "日本語教室の一覧"),
        ("vi", "TNVN (Tokyo Nihongo Volunteer Network)", "danh sách lớp tiếng Nhật"),
    ],
)
def test_sites_of_others_are_named_in_a_language_the_reader_has(code: str, name: str, said: str) -> None:
    """A Japanese site has its Japanese name for whoever reads that; behind a name stands no heading."""
    [tokyo] = [place for place in list_places() if place.code == "130001"]
    sites = advise(tokyo, load_language(code)).sites
    assert (name, said) in [(site.name, site.text) for site in sites]


def test_readers_of_easy_japanese_get_the_readings_of_a_sites_name() -> None:
    """Kanji without a reading are for others."""
    [tokyo] = [place for place in list_places() if place.code == "130001"]
    names = [site.name for site in advise(tokyo, load_language("ja-easy")).sites if site.name_lang == "ja"]
    assert len(names) >= 4
    assert [name for name in names if re.search(r"[一-鿿]", CARRIED.sub("", name))] == []


def test_sakai_is_shown_and_its_namesakes_are_links() -> None:
    """堺市 alone has a row and a marker; 坂井市 and 境町 are links that lead to their own answers, without e-mail."""
    document = render("Sakai")
    assert [card.attributes["id"] for card in document.find("article", class_="mm-card")] == ["card-sakai"]
    assert [mark.attributes["data-open-city"] for mark in document.find("a", class_="sm-mark")] == ["sakai"]
    [said] = document.find("div", class_="mm-note mm-answer")
    assert "坂井市" in said.text
    assert "境町" in said.text
    assert "@" not in said.text
    offers = document.find("a", class_="mm-offer")
    assert [parse_qs(link.attributes["href"][1:])["q"] for link in offers] == [["Sakai, Fukui"], ["Sakai, Ibaraki"]]


@pytest.mark.parametrize(
    ("query", "said", "queries"),
    [
        ("府中市", "More than one place has this name. Which one?", ["Fuchu, Tokyo", "府中市 広島県"]),
        (
            "498-0000",
            "2 prefectures share the postal code 498-0000: Yatomi (Aichi), Kisosaki (Mie). Which one is yours?",
            ["Yatomi, Aichi", "Kisosaki, Mie"],
        ),
        (
            "Asahi",
            "Other places of this name, not in this table:",
            ["Asahi, Chiba", "Asahi, Yamagata", "Asahi, Toyama", "Asahi, Mie", "Asahi, Nagano"],
        ),
        ("hiro", "Not in this table:", ["Hiroo, Hokkaido"]),
    ],
)
def test_an_ambiguous_query_asks_which(query: str, said: str, queries: list[str]) -> None:
    """The choices are links, each with a query that means one place alone."""
    last = answer(query)[-1]
    assert last.text == said
    assert [parse_qs(offer.url[1:])["q"][0] for offer in last.offers] == queries


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("Saporo", ["Sapporo (Hokkaido)"]),
        ("Yokohoma", ["Yokohama (Kanagawa)"]),
        ("Osaca", ["Osaka (Osaka)"]),
        ("Kavaguchi", ["Kawaguchi (Saitama)"]),
        ("Tokio", ["Tokyo", "Toki (Gifu)"]),
        ("さつぽろ", ["Sapporo (Hokkaido)"]),
    ],
)
def test_a_slip_is_asked_about(query: str, offered: list[str]) -> None:
    """What may have been meant is a button that searches for it; nothing is shown in its place unasked."""
    [said] = answer(query)
    assert said.text == "There is no place of this name. Did you mean one of these?"
    assert [offer.text for offer in said.offers] == [*offered, "Show all cities"]
    [meant] = parse_qs(said.offers[0].url[1:])["q"]
    assert offered[0] in {describe_place(place, ENGLISH) for place in search_query(meant)}


def test_a_prefecture_in_the_address_is_answered_like_a_search_for_it() -> None:
    """Nagano has no row: the same words, the same buttons, none of the twenty rows."""
    scene = show(View(prefectures=("nagano",)))
    assert scene.result.cities == ()
    assert list_answers(scene) == answer("長野県")


@pytest.mark.parametrize("content", [None, "{", '{"features": []}'])
def test_a_broken_outline_costs_no_answer(content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nagano's middle is then that of its offices: the same halls are the nearest, and health tells of the file."""
    [whole] = answer("Nagano Prefecture")
    file = tmp_path / boundaries.PREFECTURES_FILE.name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    for function in (boundaries.compute_middle, boundaries.read_polygons):
        function.cache_clear()
    monkeypatch.setattr(boundaries, "PREFECTURES_FILE", file)
    [said] = answer("Nagano Prefecture")
    monkeypatch.undo()
    assert [offer.url for offer in said.offers] == [offer.url for offer in whole.offers]
    assert PART in list_broken()
    assert answer("Nagano Prefecture") == (whole,)
    assert PART not in list_broken()


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_what_was_chosen_stays_in_the_box_in_the_readers_words(language: str) -> None:
    """Each place has a query that means it alone; where it can be, in the reader's own spelling."""
    native = load_language(language)
    spelled = {place: spell_query(place, native) for place in list_places()}
    assert [place for place, query in spelled.items() if search_query(query) != (place,)] == []
    kept = sum(query != spell_precisely(place) for place, query in spelled.items())
    assert kept > (1_700 if native.tag not in {"ja", "ko"} and not native.tag.startswith("zh") else -1)


def test_every_place_is_answered_by_each_of_its_names() -> None:
    """1,741 municipalities, the wards and the prefectures: Japanese, kana, English, code; never "Nothing found"."""
    for place in list_places():
        for query in (place.ja, place.kana, place.en, place.code):
            result = filter_cities(ATLAS.cities, View(query=query))
            shown = {place.code for place in result.unlisted} | {city.code for city in result.cities}
            is_covered = any(
                place.prefecture == city.prefecture and place.ja.startswith((city.place.ja, city.prefecture.ja))
                for city in result.cities
            )
            assert place.code in shown or is_covered, query


def test_every_place_without_a_row_gets_a_whole_answer() -> None:
    """A precise query finds it alone: the nearest cities in order of km, its own office, its prefecture."""
    for place in list_places():
        query = spell_precisely(place)
        result = filter_cities(ATLAS.cities, View(query=query))
        if result.cities:
            assert result.unlisted == ()
            continue
        assert result.unlisted == (place,), query
        [said] = answer(query)
        km = [int(str(offer.text.rsplit(": ", 1)[1]).removesuffix(" km")) for offer in said.offers]
        assert len(km) == 3
        assert km == sorted(km)
        assert said.advice


@pytest.mark.parametrize("language", [language.code for language in list_languages()])
def test_the_answer_is_whole_in_each_language(language: str) -> None:
    """The page says it in the reader's language; every link is ours or stands in the file of portals."""
    document = render("332-0031", language)
    assert document.unclosed == []
    answers = document.find("div", class_="mm-note mm-answer")
    assert [("332-0031" in said.text, "川口市" in said.text) for said in answers][1] == (False, True)
    hosts = re.findall(
        r'class="mm-link" href="(https?://[^"/]+)',
        str(render_page(show(View(query="332-0031"), language))),
    )
    assert "http://www.clair.or.jp" in hosts


@given(st.one_of(st.text(), st.from_regex(r"〒?[0-9]{3}-?[0-9]{4}", fullmatch=True)).map(clean_query))
def test_any_text_gets_an_answer(query: str) -> None:
    """Whatever is typed, rows or an answer come; a postal code is named in it."""
    scene = show(View(query=query))
    said = list_answers(scene)
    assert scene.result.cities or said
    if search_postal_code(query):
        assert any("ostal code" in answer.text for answer in said)
