"""Offices (associations.csv and counters.csv), read together."""

from __future__ import annotations

from data.folder import DataFiles
from data.offices import Offices
from data.records import Problem
from data.table.associations import read_associations
from data.table.counters import read_counters


def read_offices(files: DataFiles) -> tuple[Offices, tuple[Problem, ...]]:
    """Read the associations and the counters, and what is wrong with the rest of them. Never raises."""
    associations, wrong_associations = read_associations(files.associations)
    counters, wrong_counters = read_counters(files.counters)
    return Offices(associations, counters), (*wrong_associations, *wrong_counters)
