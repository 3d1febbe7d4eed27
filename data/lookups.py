"""Files that places and sites are looked up in, read ahead of the first question, so that a broken one is told."""

from __future__ import annotations

from data.places.chinese import list_chinese
from data.places.gazetteer import list_prefectures
from data.places.postal import decode_postal_code
from data.portals import list_portals

FIRST_POSTAL_CODE = "0010000"  # both files have it at their beginning


def read_lookups() -> None:
    """Read all of them; what is wrong with any then stands in `list_broken_pieces`. Never raises."""
    decode_postal_code(FIRST_POSTAL_CODE)
    list_portals()
    list_chinese(list_prefectures()[0].ja)
