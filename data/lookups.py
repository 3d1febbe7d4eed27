"""Files that places and sites are looked up in, read ahead of the first question, so that a broken one is told."""

from __future__ import annotations

import re

from data.pieces import list_broken_pieces, note_piece
from data.places.chinese import list_chinese
from data.places.gazetteer import list_places, list_prefectures
from data.places.hanzi import CHINESE, TABLE, write_chinese
from data.places.postal import decode_postal_code
from data.portals import list_portals

_KANJI = re.compile("[\u4e00-\u9fff]")
FIRST_POSTAL_CODE = "0010000"  # both files have it at their beginning


def read_lookups() -> None:
    """Read all of them; what is wrong with any then stands in `list_broken_pieces`. Never raises."""
    decode_postal_code(FIRST_POSTAL_CODE)
    list_portals()
    list_chinese(list_prefectures()[0].ja)
    _check_characters()


def _check_characters() -> None:
    """Note that the table of characters lacks one of a name: cut between two rows it reads as a whole one."""
    names = "".join(place.ja for place in list_places())
    lacking = sorted({sign for sign in set(_KANJI.findall(names)) if write_chinese(sign, CHINESE[0]) is None})
    if lacking and TABLE.name not in list_broken_pieces():
        note_piece(TABLE, f"It lacks {len(lacking)} characters of names, {lacking[0]} the first.")
