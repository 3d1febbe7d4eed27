"""Tile sources: the two built in, and the operator's own."""

from pages.maps.tiles import GSI, OPENSTREETMAP, list_tile_sources


def test_gsi_comes_first_and_openstreetmap_can_be_chosen() -> None:
    """Without settings the map shows the pale map of GSI."""
    assert list_tile_sources({}) == (GSI, OPENSTREETMAP)


def test_operators_can_put_a_source_of_theirs_first() -> None:
    """A URL in the environment comes first, its credit as text."""
    custom, *others = list_tile_sources(
        {"MADOGUCHI_TILES": "https://t.jp/{z}/{x}/{y}.png", "MADOGUCHI_TILES_CREDIT": "<b>"}
    )
    assert custom.url == "https://t.jp/{z}/{x}/{y}.png"
    assert custom.credit == "&lt;b&gt;"
    assert others == [GSI, OPENSTREETMAP]
