"""How small the first view is on the wire."""

import gzip
from pathlib import Path

import pytest

from pages.delivery.first_view import FirstView
from pages.languages.language import list_languages
from tests.bench.japan import write_japan
from tests.pages.delivery.first_views import BASE, Query, get_view, read_page

KB = 1000


def measure(view: FirstView) -> int:
    """Measure what goes over the wire, by the older of the two compressions."""
    return len(gzip.compress((view.head + view.body).encode(), 6))


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
@pytest.mark.parametrize(
    ("path", "query"),
    [("/", {}), ("/cities", {}), ("/about", {}), ("/changes", {}), ("/quality", {}), ("/", {"city": ["hamamatsu"]})],
)
def test_the_shipped_table_is_small(path: str, query: Query, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 45 KB for the twenty, in every language, all addresses and the code for a phone written out."""
    monkeypatch.setenv("MADOGUCHI_URL", BASE)
    assert measure(get_view(path, {**query, "lang": [code]})) <= 45 * KB


@pytest.mark.parametrize("code", ["en", "ja-easy", "my"])
@pytest.mark.parametrize("city", ["hamamatsu", "kyoto"])
def test_a_page_that_takes_reports_is_small(city: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 44 KB where each line of an opened city can be reported without scripts, as right and as wrong."""
    monkeypatch.setenv("MADOGUCHI_URL", BASE)
    monkeypatch.setenv("MADOGUCHI_REPORT_TO", "map@city.example.jp")
    view = get_view("/", {"city": [city], "lang": [code]})
    assert view.body.count("mailto:map@city.example.jp?subject=") == 18
    assert measure(view) <= 44 * KB


def test_all_of_japan_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 60 KB where all 1,741 municipalities are listed, each of which can be reached."""
    write_japan(tmp_path)
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    assert measure(get_view()) <= 60 * KB
    assert "1741 cities" in read_page().find("main")[0].text
    assert "page 2 of 35" in read_page().find("nav", class_="mm-steps")[0].text
    [card] = read_page("/", {"q": ["Wakkanai"]}).find("article", class_="mm-card")
    assert card.attributes["id"] == "card-wakkanai"
