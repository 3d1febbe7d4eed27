"""Progress of a run at the command line: each finding as it comes, and a closing summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from data.links.policy import tell_publicly
from data.links.running import Run
from data.links.trouble import LinkFinding
from data.records import Look
from data.wording import count


def print_line(console: Console, line: str) -> None:
    """Print one line as it is: addresses are data, never markup, and are not wrapped."""
    console.print(Text(line), soft_wrap=True)


class Reporter:
    """Prints each finding on a line; on a terminal with a bar below that says how many are left."""

    def __init__(self, console: Console, total: int) -> None:
        """Take where to print, and how many links there are to look at."""
        self._console = console
        self._total = total
        self._told = 0
        self._progress = Progress(console=console, disable=not console.is_terminal)

    def __enter__(self) -> Reporter:
        """Show the bar."""
        self._progress.start()
        self._task = self._progress.add_task("Looking", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the bar."""
        self._progress.stop()

    def tell(self, address: str, finding: LinkFinding) -> None:
        """Print a finding."""
        self._told += 1
        self._progress.update(self._task, completed=self._told)
        detail = f" {finding.detail}" if finding.detail else ""
        moved = f" {finding.moved_to}" if finding.moved_to else ""
        print_line(self._console, f"{self._told}/{self._total} {address}: {finding.found}.{detail}{moved}")


def describe_run(run: Run, known: Mapping[str, Look]) -> Iterator[str]:
    """Yield the lines of the summary: how many of each class, what readers are told is dead, what is left to do."""
    classes = Counter(finding.found for finding in run.found.values())
    yield "Found now: " + (", ".join(f"{found} {number}" for found, number in classes.most_common()) or "nothing due")
    for look in known.values():
        word = tell_publicly(look)
        if look.found == "moved":
            yield f"Moved: {look.address} → {look.moved_to} (a proposal: the table stays as it is)"
        if word and word.kind == "dead":
            days = ", ".join(map(str, word.failed))
            yield f"Readers are told that it does not open: {look.address} (failed on {days}). {look.detail}"
    if run.held:
        yield (
            f"Not written down, since no link answered at all: {count(len(run.held), 'finding')}. Perhaps this machine"
            " is cut off; run the command again."
        )
    if run.unknown:
        yield f"Nothing is known of {', '.join(run.unknown)}: see the error above, which is a fault of this program."


def needs_somebody(run: Run, known: Iterable[Look]) -> bool:
    """Tell whether somebody should look: a link has moved or fails, or a finding could not be written down."""
    return bool(run.held or run.unknown) or any(look.failed or look.found == "moved" for look in known)
