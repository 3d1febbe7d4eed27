"""Shipped files cut at a few places; `python -m tests.soak.faults` cuts them at every 500th byte."""

from collections.abc import Iterable

import pytest

from tests.soak.cutting import PIECES, Cut, cut_catalogues, cut_outlines, cut_pieces

WARDS = [piece for piece in PIECES if piece[0].name == "wards.csv"]  # without it there was no gazetteer and no page


@pytest.mark.parametrize(
    "cuts",
    [cut_pieces(700, WARDS), cut_outlines(90_000), cut_catalogues(47_000)],
    ids=["pieces", "outlines", "catalogues"],
)
def test_a_cut_file_is_told_and_breaks_nothing(cuts: Iterable[Cut]) -> None:
    """Gazetteer, outlines, catalogue: the app loads all the same, draws a page and says which file is cut."""
    found = list(cuts)
    assert found
    assert [cut for cut in found if cut.crash or not cut.said] == []
