"""Faults at system calls of every way that the project writes files; `python -m tests.soak.faults` tries far more."""

import subprocess
import sys

import pytest

from tests.soak.injection import find_hindrance
from tests.source import ROOT

HINDRANCE = find_hindrance()  # says which tool is missing here, or that the system lets no process be watched


@pytest.mark.skipif(bool(HINDRANCE), reason=HINDRANCE or "")
def test_no_fault_tears_a_file() -> None:
    """No space, an I/O error or a kill at a few calls of each: old or new, and as if nothing had been after a run."""
    command = [sys.executable, "-m", "tests.soak.writing", "3"]  # a process without threads, since it forks
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=170)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
