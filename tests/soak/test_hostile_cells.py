"""Hostile texts in the cells of all tables; `python -m tests.soak.faults` tries two hundred, a test of it ten."""

from tests.soak.hostile_cells import COUNT, PAYLOADS, try_texts


def test_hostile_cells_stay_text_in_every_page_and_format() -> None:
    """Pages, sheets, JSON-LD, every download and the map's layer: no element of a cell, no marker lost, all parse."""
    assert len(PAYLOADS) == COUNT
    assert try_texts(PAYLOADS[::20]).wrong == ()
