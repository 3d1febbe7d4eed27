"""Odd cells are told, right ones are not: one table of each."""

from __future__ import annotations

import pytest

from data.folder import locate_files
from data.inspection.cells import Kind
from data.inspection.hosts import find_odd_host
from data.inspection.inspection import inspect_tables
from data.inspection.phones import find_odd_phones
from data.inspection.signs import find_odd_signs
from data.inspection.web_addresses import find_odd_addresses
from data.inspection.words import find_odd_japanese, find_odd_words, is_slip
from data.places.gazetteer import find_place
from data.portals import PORTALS_FILE


def test_nothing_shipped_is_odd() -> None:
    """The shipped tables have no finding: whoever edits one sees only what is theirs."""
    assert inspect_tables(locate_files({}), PORTALS_FILE) == ()


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Intern\u200bational", "English", "U+200B"),
        ("General\u00a0Affairs", "English", "U+00A0"),
        ("Intеrnational", "English", "cyrillic"),
        ("Αffairs", "English", "greek"),
        ("Ｏffice", "English", "full-width"),
        ("045－222－1209", "Japanese", "full-width"),
        ("Citizens’ Affairs", "English", "typographer"),
        ("æœ­å¹Œå¸‚", "Japanese", "another encoding"),
        ("International  Affairs", "English", "space too many"),
        ("Affairs ,Bureau", "English", "space too many"),
        ("Affairs, Bureau,", "English", "cannot stand so"),
        ("Affairs,, Bureau", "English", "cannot stand so"),
        ("Kawasaki (KIAN", "English", "no second one"),
        ("Internat1onal Affairs", "English", "stand together"),
        ("国国際交流協会", "Japanese", "not written so"),
        ("センンター", "Japanese", "not written so"),
        ("国際aセンター", "Japanese", "not written so"),
        ("生活をを支える", "Japanese", "not written so"),
        ("佐賀市白山2-l-12", "Japanese", "between digits"),
        ("Tourism and an", "English", "rest is missing"),
        ("Support Center for Foreign R", "English", "rest may be missing"),
        ("English onxFridays", "English", "a capital within"),
        ("City ofO saka", "English", "a capital within"),
        ("By telephone 9:60-17:00", "English", "no time of day"),
    ],
)
def test_odd_signs_are_told(text: str, kind: Kind, part: str) -> None:
    """What cannot be seen, looks like another sign or is left by a slip is named."""
    assert any(part in finding.message for finding in find_odd_signs(text, kind))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Tokyo Metropolitan Foundation "Tsunagari"', "English"),
        ("Sports & Civic Affairs Bureau", "English"),
        ("Filipino on Fridays, and on the 1st and 3rd Thursday.", "English"),
        ("札幌市中央区北1条西3丁目 札幌MNビル3階", "Japanese"),
        ("県内の日本語教室（埼玉県）", "Japanese"),
        ("同×× ××××-××-××", "free"),
        ("FUKUOKA IS OPENセンター", "Japanese"),
    ],
)
def test_right_signs_are_not(text: str, kind: Kind) -> None:
    """Nothing is said of text as it should be."""
    assert list(find_odd_signs(text, kind)) == []


@pytest.mark.parametrize(
    ("right", "written", "is_one"),
    [
        ("koryu", "kory", True),
        ("koryu", "korryu", True),
        ("koryu", "koruy", True),
        ("koryu", "kotyu", True),
        ("koryu", "oryu", True),
        ("koryu", "koryu", False),
        ("koryu", "kyoru", False),
        ("koryu", "ryu", False),
    ],
)
def test_a_slip_is_one_sign(right: str, written: str, is_one: bool) -> None:
    """Dropped, doubled, replaced or swapped once: a slip; more than that is another word."""
    assert is_slip(right, written) is is_one


@pytest.mark.parametrize(
    "text", ["Internatonal Affairs", "InternationalAffairs", "Inter national Affairs", "Affairs Divis"]
)
def test_words_that_are_nearly_known_are_told(text: str) -> None:
    """A letter, a space or an end that is lost is named; the remedy says what to do with a new word."""
    (finding,) = find_odd_words(text, is_prose=True)
    assert "words.txt" in finding.remedy or "space" in finding.remedy


@pytest.mark.parametrize("text", ["International Affairs", "Xylophone Orchestra", "Kumamoto", "HIECC"])
def test_known_and_wholly_new_words_are_not(text: str) -> None:
    """A new word is new, not wrong."""
    assert list(find_odd_words(text, is_prose=True)) == []


@pytest.mark.parametrize(
    "text", ["札幌国際プザ", "札幌国国際プラザ", "札幌国際ププラザ", "札幌際国プラザ", "札幌国際プラ"]
)
def test_japanese_that_is_nearly_known_is_told(text: str) -> None:
    """Known words all through but for one slip are named with what was meant."""
    (finding,) = find_odd_japanese(text, "01")
    assert "札幌国際プラザ" in finding.message


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("https://www.city.sapporo.jp\u2013/", "no address"),
        ("https://www.city.sapporo,jp/", "no address"),
        ("https://www.city.sapproo.jp/", "nearly"),
        ("https://www.ctiy.sapporo.jp/", "nearly 'city'"),
        ("https://ww.city.sapporo.jp/", "nearly 'www'"),
        ("https://www.city.sendai.jp/", "another prefecture"),
        ("https://www.pref.hokaido.lg.jp/", "nearly"),
        ("https://www.kokusai.o.jp/", "none of the kinds"),
        ("https://www.kokusai.or.jpp/", "ends in"),
        ("https://xn--80ak6aa92e.com/", "look like Latin"),
        ("https://www.city.sapporo.jp/index.htlm", "end in .htlm"),
        ("https://www.city.sapporo.jp//kokusai/", "hardly belongs"),
        ("https://www.city.sapporo.jp/%E3%81", "cut or changed"),
        ("https://www.city.sapporo.jp/soshki/", "nearly 'soshiki'"),
        ("https://www.city.sapporo.jp/5O84/", "looks like a digit"),
        ("https://www.city.sapporo.jp/c1ass/", "looks like a letter"),
        ("https://www.city.sapporo.jp/indexhtml", "point before the ending"),
        ("https://www.city.sapporo.jp/shizuoka--pref/", "Two hyphens"),
        ("https://www.city.sapporo.jp/doc:71/", "colon"),
        ("https://www.city.sapporo.jp/2089-soudan", "far ahead"),
        ("https://www.city.sapporo.jp/kokusai/li", "one or two letters"),
        ("https://www.city.sapporo.jp:543/x", "the port 543"),
        ("https://wwwkokusai.or.jp/", "no point behind www"),
        ("https://www.moj.goo.jp/", "letter twice"),
        ("htps://www.city.sapporo.jp/", "no address"),
        ("https//www.city.sapporo.jp/", "does not begin"),
        ("https://www-city-sapporo-jp.translate.goog/index.html?x_tr_sl=ja", "one is missing"),
    ],
)
def test_odd_addresses_are_told(address: str, part: str) -> None:
    """Signs, endings, hosts and paths that no browser would have copied are named."""
    messages = [finding.message for finding in find_odd_addresses(address, "011002")]
    assert any(part in message for message in messages), messages


@pytest.mark.parametrize("host", ["日本語.jp", "www.pref.hokkaido.lg.jp", "www2.aia.pref.aichi.jp", "example.org"])
def test_right_hosts_are_not(host: str) -> None:
    """Hosts that exist or could are let alone."""
    assert [finding for finding in find_odd_host(host, None) if not finding.notice] == []


@pytest.mark.parametrize(
    ("phone", "part"),
    [
        ("011-200-9595", ""),
        ("0120-142-142", ""),
        ("022-224-1919", "another prefecture"),
        ("0112-00-9595", ""),
        ("011-2009-595", "part it oddly"),
        ("002-200-9595", "No area code"),
    ],
)
def test_numbers_of_elsewhere_are_told(phone: str, part: str) -> None:
    """A number has an area code of its prefecture, and hyphens where they belong."""
    messages = [finding.message for finding in find_odd_phones(phone, find_place("011002"))]
    assert [part in message for message in messages] == ([True] if part else [])
