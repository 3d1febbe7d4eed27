"""Settings of the tests in this folder."""

from __future__ import annotations

from hypothesis import settings

# The first example may load the gazetteer, on a busy machine too; how quick it is has a test of its own.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
