"""The measured claims: medians and ratios as a table, and each promise beside its figure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Literal

from tests.bench.servers import HELLO, JAPAN, MADOGUCHI, PLAIN, TITLES, WATCHING

Unit = Literal["ms", "bytes", "count", "share"]


@dataclass(frozen=True)
class Measure:
    """What is measured, its name in a table, and its unit."""

    key: str
    title: str
    unit: Unit


@dataclass(frozen=True)
class Sample:
    """One measured value of one subject."""

    measure: str
    subject: str
    value: float


@dataclass(frozen=True)
class Bar:
    """A promise: the subject's median is at most `limit`, or at most that share of another subject's."""

    promise: str
    measure: str
    subject: str
    limit: float
    against: str | None = None


MEASURES = (
    Measure("slow.paint", "slow: first contentful paint", "ms"),
    Measure("slow.useful", "slow: first useful content", "ms"),
    Measure("slow.ready", "slow: 20 markers (hello world: its words)", "ms"),
    Measure("slow.bytes", "slow: bytes on the wire", "bytes"),
    Measure("slow.requests", "slow: requests", "count"),
    Measure("slow.handed", "slow: free requests to other hosts", "count"),
    Measure("local.paint", "local: first contentful paint", "ms"),
    Measure("local.useful", "local: first useful content", "ms"),
    Measure("local.ready", "local: 20 markers (hello world: its words)", "ms"),
    Measure("filter.time", "filter change: until the map answers", "ms"),
    Measure("filter.cpu", "filter change: server CPU", "ms"),
    Measure("filter.bytes", "filter change: bytes on the wire", "bytes"),
    Measure("filter.reruns", "filter change: runs of the app", "count"),
    Measure("moves.reruns", "3 pans and 2 zooms: runs of the app", "count"),
    Measure("memory", "memory a session", "bytes"),
    Measure("arrivals.alone", "first run of a session: alone", "ms"),
    Measure("arrivals.cpu", "first run of a session: server CPU", "ms"),
    Measure("arrivals.together", "first runs, 100 at once: median", "ms"),
    Measure("arrivals.together.p95", "first runs, 100 at once: 95 % within", "ms"),
    Measure("arrivals.together.lost", "first runs, 100 at once: sessions lost", "count"),
    Measure("arrivals.memory", "memory of a server with 100 sessions", "bytes"),
    Measure("arrivals.spread", "first runs, 100 within 10 s: median", "ms"),
    Measure("arrivals.spread.p95", "first runs, 100 within 10 s: 95 % within", "ms"),
    Measure("arrivals.spread.lost", "first runs, 100 within 10 s: sessions lost", "count"),
    Measure("load.p95", "100 sessions: 95 % of filter changes within", "ms"),
    Measure("load.answered", "100 sessions: filter changes answered", "count"),
    Measure("load.lost", "100 sessions: sessions lost", "count"),
    Measure("start.alone", "start page, nobody else there: 95 % within", "ms"),
    Measure("start.crowded", "start page, 8 clients on never-asked addresses: 95 % within", "ms"),
    Measure("unasked.page", "a never-asked page: server CPU", "ms"),
    Measure("unasked.sheet", "a never-asked sheet: server CPU", "ms"),
    Measure("first_view.bytes", "the first response, as sent", "bytes"),
    Measure("edition.bytes", "static edition: all files", "bytes"),
    Measure("edition.city", "static edition: the heaviest page of a city", "bytes"),
)
BARS = (
    Bar("slow: first paint", "slow.paint", MADOGUCHI, 1000),
    Bar("slow: the 20 cities' names on the screen", "slow.useful", MADOGUCHI, 1000),
    Bar("slow: 20 markers, of the plain app", "slow.ready", MADOGUCHI, 0.42, PLAIN),
    Bar("slow: 20 markers, of hello world", "slow.ready", MADOGUCHI, 0.5, HELLO),
    Bar("slow: whole page on the wire", "slow.bytes", MADOGUCHI, 900_000),
    Bar("local: 20 markers, of the plain app", "local.ready", MADOGUCHI, 0.72, PLAIN),
    Bar("filter change: time, of the plain app", "filter.time", MADOGUCHI, 0.25, PLAIN),
    Bar("filter change: server CPU, of the plain app", "filter.cpu", MADOGUCHI, 0.25, PLAIN),
    Bar("filter change: over the WebSocket", "filter.bytes", MADOGUCHI, 15_000),
    Bar("pan and zoom: runs of the app", "moves.reruns", MADOGUCHI, 0),
    Bar("100 sessions: lost", "load.lost", MADOGUCHI, 0),
    Bar("100 sessions: 95 % answered within", "load.p95", MADOGUCHI, 1500),
    Bar("first run of a session: CPU, of the app watching its files", "arrivals.cpu", MADOGUCHI, 0.25, WATCHING),
    Bar("100 first runs at once: median", "arrivals.together", MADOGUCHI, 5000),
    Bar("100 first runs at once: lost", "arrivals.together.lost", MADOGUCHI, 0),
    Bar("100 first runs within 10 s: 95 % within", "arrivals.spread.p95", MADOGUCHI, 500),
    Bar("100 sessions: memory of the server", "arrivals.memory", MADOGUCHI, 400_000_000),
    Bar("8 clients on never-asked addresses: 95 % of start pages", "start.crowded", MADOGUCHI, 100),
    Bar("20 cities: first response on the wire", "first_view.bytes", MADOGUCHI, 45_000),
    Bar("all of Japan: first response on the wire", "first_view.bytes", JAPAN, 60_000),
    Bar("all of Japan: filter change, of the plain app with 20", "filter.time", JAPAN, 1, PLAIN),
    Bar("static edition, 20 cities in all languages", "edition.bytes", MADOGUCHI, 20_000_000),
    Bar("static edition, 20 cities: a city's page beside the shared files", "edition.city", MADOGUCHI, 20_000),
    Bar("static edition, all of Japan in one language", "edition.bytes", JAPAN, 40_000_000),
)


@dataclass(frozen=True)
class Report:
    """All samples of one run, and in words how they came about."""

    samples: tuple[Sample, ...]
    notes: tuple[str, ...]

    def get_median(self, measure: str, subject: str) -> float | None:
        """Return the middle one of a subject's values, None where it was not measured."""
        values = [sample.value for sample in self.samples if (sample.measure, sample.subject) == (measure, subject)]
        return median(values) if values else None

    def get_ratio(self, measure: str, subject: str, against: str) -> float | None:
        """Return a subject's median as a share of another's, None where there is none."""
        value, other = self.get_median(measure, subject), self.get_median(measure, against)
        return None if value is None or not other else value / other


def format_markdown(report: Report) -> str:
    """Write the notes, the table of medians and the table of promises."""
    notes = [f"- {note}" for note in report.notes]
    return "\n".join([*notes, "", *_format_medians(report), "", *_format_bars(report), ""])


def format_json(report: Report) -> str:
    """Write everything that was measured, sample by sample, for whoever wants to compute it anew."""
    bars = [asdict(bar) | {"found": find_value(report, bar), "met": is_met(report, bar)} for bar in BARS]
    samples = [asdict(sample) for sample in report.samples]
    return json.dumps({"notes": report.notes, "bars": bars, "samples": samples}, indent=1) + "\n"


def find_value(report: Report, bar: Bar) -> float | None:
    """Return what stands beside a promise's limit: a median, or a ratio of two; None where it was not measured."""
    if bar.against:
        return report.get_ratio(bar.measure, bar.subject, bar.against)
    return report.get_median(bar.measure, bar.subject)


def is_met(report: Report, bar: Bar) -> bool | None:
    """Tell whether a promise is kept, None where it was not measured."""
    value = find_value(report, bar)
    return None if value is None else value <= bar.limit


def format_value(value: float | None, unit: Unit) -> str:
    """Write a value for a reader, a dash for none."""
    if value is None:
        return "–"
    if unit == "ms":
        return f"{value / 1000:.2f} s" if value >= 1000 else f"{value:.0f} ms"
    if unit == "bytes":
        return f"{value / 1000:,.1f} KB" if abs(value) < 1_000_000 else f"{value / 1_000_000:.2f} MB"
    return f"{value:.2f}" if unit == "share" else f"{value:,.4g}"


def _format_medians(report: Report) -> list[str]:
    subjects = [name for name in TITLES if any(sample.subject == name for sample in report.samples)]
    rows = []
    for measure in MEASURES:
        medians = [report.get_median(measure.key, subject) for subject in subjects]
        if all(value is None for value in medians):
            continue
        ratios = [report.get_ratio(measure.key, MADOGUCHI, other) for other in (PLAIN, HELLO)]
        cells = [format_value(value, measure.unit) for value in medians]
        rows.append([measure.title, *cells, *(format_value(ratio, "share") for ratio in ratios)])
    return _format_table(["median of", *(TITLES[name] for name in subjects), "of plain", "of hello"], rows)


def _format_bars(report: Report) -> list[str]:
    units = {measure.key: measure.unit for measure in MEASURES}
    rows = []
    for bar in BARS:
        unit: Unit = "share" if bar.against else units[bar.measure]
        met = {True: "met", False: "**not met**", None: "not measured"}[is_met(report, bar)]
        limit = format_value(bar.limit, unit)
        rows.append([bar.promise, f"at most {limit}", format_value(find_value(report, bar), unit), met])
    return _format_table(["promise", "bar", "found", ""], rows)


def _format_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]
