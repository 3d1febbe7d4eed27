"""The report says what was measured: medians, ratios, and whether a promise is kept."""

import json

import pytest

from tests.bench.report import (
    BARS,
    MEASURES,
    Bar,
    Report,
    Sample,
    Unit,
    find_value,
    format_json,
    format_markdown,
    format_value,
    is_met,
)
from tests.bench.servers import MADOGUCHI, PLAIN


def make_report(**values: tuple[float, ...]) -> Report:
    """A report of the filter's time: `make_report(madoguchi=(...), plain=(...))`."""
    samples = [Sample("filter.time", name, value) for name, found in values.items() for value in found]
    return Report(tuple(samples), ("A note.",))


def test_a_median_is_not_moved_by_one_slow_visit() -> None:
    """One visit that took ten times as long leaves the figure where it is."""
    assert make_report(madoguchi=(100, 110, 1100)).get_median("filter.time", MADOGUCHI) == 110


def test_a_ratio_is_of_the_two_medians() -> None:
    """200 ms beside 800 ms is a quarter; without the other there is none."""
    report = make_report(madoguchi=(200, 100, 300), plain=(800, 800, 900))
    assert report.get_ratio("filter.time", MADOGUCHI, PLAIN) == 0.25
    assert make_report(madoguchi=(200,)).get_ratio("filter.time", MADOGUCHI, PLAIN) is None
    assert make_report(madoguchi=(200,), plain=(0,)).get_ratio("filter.time", MADOGUCHI, PLAIN) is None


@pytest.mark.parametrize(
    ("samples", "limit", "against", "found", "met"),
    [
        ((200,), 0.25, PLAIN, 0.25, True),
        ((201,), 0.25, PLAIN, 0.25125, False),
        ((1000,), 1000, None, 1000, True),
        ((1001,), 1000, None, 1001, False),
        ((0,), 0, None, 0, True),
        ((), 1000, None, None, None),
    ],
)
def test_a_promise_is_judged_at_its_limit(
    samples: tuple[float, ...], limit: float, against: str | None, found: float | None, met: bool | None
) -> None:
    """The limit itself is kept; what was not measured is neither kept nor broken."""
    report = make_report(madoguchi=samples, plain=(800,))
    bar = Bar("quick", "filter.time", MADOGUCHI, limit, against)
    assert find_value(report, bar) == (found if found is None else pytest.approx(found))
    assert is_met(report, bar) is met


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "ms", "–"),
        (87.4, "ms", "87 ms"),
        (13300, "ms", "13.30 s"),
        (2048, "bytes", "2.0 KB"),
        (2_910_778, "bytes", "2.91 MB"),
        (-392_601, "bytes", "-392.6 KB"),
        (0.4167, "share", "0.42"),
        (6000, "count", "6,000"),
        (1.5, "count", "1.5"),
    ],
)
def test_values_read_well(value: float | None, unit: Unit, text: str) -> None:
    """A reader sees seconds, kilobytes and rounded shares."""
    assert format_value(value, unit) == text


def test_every_promise_is_about_something_measured() -> None:
    """No bar names a measure that the tables do not have."""
    assert {bar.measure for bar in BARS} <= {measure.key for measure in MEASURES}


def test_the_tables_hold_what_was_measured_and_say_what_was_not() -> None:
    """Only measured rows stand in the first table; all promises stand in the second."""
    lines = format_markdown(make_report(madoguchi=(200,), plain=(800,))).splitlines()
    assert lines[0] == "- A note."
    assert "| filter change: until the map answers | 200 ms | 800 ms | 0.25 | – |" in lines
    assert "| filter change: time, of the plain app | at most 0.25 | 0.25 | met |" in lines
    assert sum(line.endswith("| not measured |") for line in lines) == len(BARS) - 1
    assert {line.count("|") for line in lines if line.startswith("|")} == {6, 5}


def test_the_saved_file_holds_every_sample() -> None:
    """Nothing measured is lost in the JSON, so that others can judge it anew."""
    saved = json.loads(format_json(make_report(madoguchi=(200, 100))))
    assert [sample["value"] for sample in saved["samples"]] == [200, 100]
    assert len(saved["bars"]) == len(BARS)
