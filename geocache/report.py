"""Progress of a run at the command line: each answer as it comes, and a closing summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from data.records import Place, Problem
from geocache.answer import Lookup, Outcome
from geocache.fill import FillResult, Report


def print_line(console: Console, line: str) -> None:
    """Print one line as it is: names and answers are data, never markup, and are not wrapped."""
    console.print(Text(line), soft_wrap=True)


def print_problems(console: Console, problems: Iterable[Problem]) -> None:
    """Print each problem on a line of its own."""
    for problem in problems:
        print_line(console, f"{'Problem' if problem.fatal else 'Note'}: {problem}")


@contextmanager
def show_progress(console: Console) -> Iterator[Report]:
    """Print each answer on a line; on a terminal with a bar below that says how many are left."""
    with Progress(console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("Looking up", total=None)

        def report(number: int, total: int, answer: Lookup) -> None:
            progress.update(task, completed=number, total=total)
            print_line(console, f"{number}/{total} {describe_answer(answer)}")

        yield report


def describe_answer(answer: Lookup) -> str:
    """Say in a line how one lookup ended."""
    line = f"{name_place(answer.place)}: {answer.outcome.value}"
    if answer.point is None:
        return f"{line}. {answer.reason}"
    return f"{line} at {answer.point.latitude}, {answer.point.longitude} ({answer.point.provider})"


def describe_filling(filling: FillResult) -> Iterator[str]:
    """Yield the lines of the summary: found, kept, not found, unreachable, and what is left to do."""
    if filling.set_aside is not None:
        yield f"The file was damaged. It is kept as {filling.set_aside.name}; its usable rows were taken over."
    yield _count_places("Found", filling.select_places(Outcome.FOUND))
    yield _count_places("Kept", filling.kept)
    yield _count_places("Not found", filling.select_places(Outcome.NOT_FOUND))
    yield _count_places("Unreachable", filling.select_places(Outcome.UNREACHABLE))
    if filling.not_asked:
        yield _count_places("Not asked, since the service failed again and again", filling.not_asked)
    if filling.missing:
        yield f"Without a coordinate now: {len(filling.missing)}"
    if not filling.is_complete:
        yield "What stood in the file before stands there still. Run the command again: it asks for what is left."
    if any(answer.point is not None and answer.point.provider == "nominatim" for answer in filling.answers):
        yield "Points from Nominatim are © OpenStreetMap contributors (ODbL): name them wherever the points are shown."


def name_place(place: Place) -> str:
    """Name a place for readers of English and of Japanese."""
    return f"{place.en} {place.ja}"


def _count_places(label: str, places: tuple[Place, ...]) -> str:
    names = ", ".join(name_place(place) for place in places)
    return f"{label}: {len(places)}" + (f" ({names})" if names else "")
