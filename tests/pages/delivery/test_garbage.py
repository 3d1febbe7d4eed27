"""How often Python looks for garbage."""

import subprocess
import sys
from pathlib import Path

# In a process of its own: what is frozen stays so.
MEASURE = """
import gc
from pages.delivery.garbage import collect_rarely
collect_rarely()
before = gc.get_stats()[2]["collections"]
class Ring: pass
for _ in range(400_000):
    ring = Ring()
    ring.self = ring
held = sum(isinstance(one, Ring) for one in gc.get_objects())
print(gc.get_stats()[2]["collections"] - before, held)
"""


def test_rings_are_freed_while_what_is_there_is_not_looked_through_again() -> None:
    """Of 400,000 objects that hold themselves a small share is ever there, and none made Python look at everything."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True
    )
    full, held = map(int, done.stdout.split())
    assert full == 0
    assert held <= 100_000
