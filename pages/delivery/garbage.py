"""How often Python looks for garbage: rarely, since nearly everything of a run is freed without that."""

from __future__ import annotations

import gc

THRESHOLD = 50_000  # objects made since; with Python's own 700 the tables took a quarter longer to read
OLDER = 20  # young collections to one of what outlived them, and of those to one of everything


def collect_rarely() -> None:
    """Look for garbage after more objects than Python's default, and never again among what is there already."""
    gc.freeze()  # modules and their tables stay for as long as the server does
    gc.set_threshold(THRESHOLD, OLDER, OLDER)
