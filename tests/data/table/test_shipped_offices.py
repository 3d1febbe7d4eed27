"""The shipped associations and counters: as many as are known, with their sources, and nothing that was held back."""

from __future__ import annotations

import csv
import re

from data.folder import locate_files
from data.table.links import is_safe_url
from data.table.offices import read_offices

SHIPPED, PROBLEMS = read_offices(locate_files({}))


def test_what_is_shipped_has_no_problem_and_counts() -> None:
    """47 prefectures and 18 cities have an association; 46 prefectures and 20 cities a counter, Kawasaki two."""
    assert PROBLEMS == ()
    kinds = [[office.place.kind for office in offices] for offices in (SHIPPED.associations, SHIPPED.counters)]
    assert [(each.count("prefecture"), each.count("city")) for each in kinds] == [(47, 18), (46, 21)]
    assert "190004" not in {counter.code for counter in SHIPPED.counters}
    assert len({counter.code for counter in SHIPPED.counters}) == 66


def test_each_shipped_row_has_a_source_and_safe_addresses() -> None:
    """Every number has a source beside it, and every address can be linked to."""
    for association in SHIPPED.associations:
        assert is_safe_url(association.url)
        assert is_safe_url(association.source.where)
    for counter in SHIPPED.counters:
        assert is_safe_url(counter.sources[0].where)
        assert all(source.date for source in counter.sources[:1]) or not counter.phones


def test_poor_counters_have_a_name_and_a_link_only() -> None:
    """What is old or doubtful is not shown: no number, hours, languages or place."""
    poor = [counter for counter in SHIPPED.counters if counter.sure == "poor"]
    assert len(poor) == 31
    for row in poor:
        kept = (*row.phones, *row.languages, *row.phone_languages, row.days, row.hours, row.closed, row.address)
        assert (kept.count(""), len(kept), row.phone_kind) == (4, 4, None)


def test_numbers_are_shown_as_they_may_be() -> None:
    """22 counters have a number: 13 plain, 5 that may have changed, 4 of an office's own line."""
    kinds = [counter.phone_kind for counter in SHIPPED.counters if counter.phones]
    assert [kinds.count(kind) for kind in ("yes", "may have changed", "office line")] == [13, 5, 4]
    with_none = [counter for counter in SHIPPED.counters if not counter.phones]
    assert [counter.name for counter in with_none if counter.phone_kind] == []


def test_no_number_hides_in_another_cell() -> None:
    """Numbers stand in the column for them alone, so that none goes out that was held back."""
    number = re.compile(r"\b0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}\b")
    for path in (locate_files({}).counters, locate_files({}).associations):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells = {column: cell for column, cell in row.items() if column != "phones"}
                assert [cell for cell in cells.values() if number.search(cell)] == []


def test_conflicts_are_told_beside_the_address() -> None:
    """Where two sources have two addresses, the other stands as text; Nara has an office in place of an association."""
    other = {row.place.ja: row.other_address for row in SHIPPED.associations if row.other_address}
    assert other == {
        "三重県": "www.miefweb.org",
        "大阪市": "osaka-ihouse.net",
        "和歌山県": "wixas.or.jp",
        "広島市": "www.pcf.city.hiroshima.jp/ircd/",
    }
    kinds = {row.place.ja: row.kind for row in SHIPPED.associations if row.kind != "association"}
    assert kinds == {"相模原市": "city facility", "奈良県": "prefecture office"}
