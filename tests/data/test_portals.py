"""Sites of others: which are offered to whom, and that each says where it is known from."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.check_lookups import check_portals
from data.places.gazetteer import list_prefectures
from data.portals import PORTALS_FILE, choose_portals, list_class_sites, list_portals

HEAD = "name,name_language,name_ja,url,kind,prefecture,languages,source\n"


def test_each_site_has_a_source() -> None:
    """Every row says where it is known from, and leads somewhere."""
    assert check_portals(PORTALS_FILE) == ()
    assert all(portal.source for portal in list_portals())
    assert all(portal.url for portal in list_portals())


def test_a_site_without_an_address_has_its_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no source gives the address, or one that is not safe, there is none to open."""
    file = tmp_path / "portals.csv"
    file.write_text(f"{HEAD}a,en,,,videos,,,x\nb,en,,javascript:alert(1),videos,,,x\n", encoding="utf-8")
    monkeypatch.setattr("data.portals.PORTALS_FILE", file)
    assert [(portal.name, portal.url) for portal in list_portals.__wrapped__()] == [("a", None), ("b", None)]


def test_lists_of_classes_are_known_of_six_prefectures() -> None:
    """Saitama, Tokyo, Kanagawa, Kyoto, Okayama and Miyazaki; of the others none is known."""
    known = [prefecture.code for prefecture in list_prefectures() if list_class_sites(prefecture.code)]
    assert known == ["11", "13", "14", "26", "33", "45"]
    assert [site.url for site in list_class_sites("33")] == ["http://www.opief.or.jp/?page_id=450"]


@pytest.mark.parametrize(
    ("prefecture", "language", "there", "not_there"),
    [
        ("13", "en", "TNVN (Tokyo Nihongo Volunteer Network)", "KOKORO"),
        ("26", "en", "KPIC Kyoto", "TNVN (Tokyo Nihongo Volunteer Network)"),
        ("11", "vi", "KOKORO", "KPIC Kyoto"),
        ("11", "ne", "つながるひろがる にほんごでのくらし", "KOKORO"),
    ],
)
def test_a_reader_gets_what_is_near_and_readable(prefecture: str, language: str, there: str, not_there: str) -> None:
    """Sites about another prefecture, or in languages the reader cannot read, are left out; the nearest come first."""
    chosen = choose_portals(prefecture, language)
    names = [portal.name for portal in chosen]
    assert there in names
    assert not_there not in names
    assert sorted(chosen, key=lambda portal: portal.prefecture is None) == list(chosen)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",ja,,,videos,,,https://example.org", "name"),
        ("a,en,,javascript:alert(1),videos,,,https://example.org", "url"),
        ("a,en,,,shops,,,https://example.org", "kind"),
        ("a,en,,,videos,48,,https://example.org", "prefecture"),
        ("a,en,,,videos,13,,", "source"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, column: str) -> None:
    """Row and column of what is wrong."""
    file = tmp_path / "portals.csv"
    file.write_text(f"{HEAD}{row}\n", encoding="utf-8")
    assert [(problem.row, problem.column) for problem in check_portals(file)] == [(2, column)]


def test_other_columns_are_named(tmp_path: Path) -> None:
    """A file with other columns is one problem."""
    (tmp_path / "portals.csv").write_text("name,url\na,b\n", encoding="utf-8")
    assert [problem.row for problem in check_portals(tmp_path / "portals.csv")] == [1]
