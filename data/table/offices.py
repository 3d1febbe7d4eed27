"""Offices (associations.csv and counters.csv), read together, with what their links did when looked at."""

from __future__ import annotations

from dataclasses import replace

from data.folder import DataFiles
from data.offices import Offices
from data.records import Problem
from data.table.associations import read_associations
from data.table.counters import read_counters
from data.table.looks import index_looks, read_looks


def read_offices(files: DataFiles) -> tuple[Offices, tuple[Problem, ...]]:
    """Read the associations and the counters, and what is wrong with the rest of them. Never raises.

    What is wrong with links.csv is told where the table is read.
    """
    associations, wrong_associations = read_associations(files.associations)
    counters, wrong_counters = read_counters(files.counters)
    looks = index_looks(read_looks(files.links)[0])
    offices = Offices(
        tuple(replace(one, look=looks.get(one.url)) for one in associations),
        tuple(replace(one, look=looks.get(one.url or "")) for one in counters),
    )
    return offices, (*wrong_associations, *wrong_counters)
