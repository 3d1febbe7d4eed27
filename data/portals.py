"""Sites of others that help where the table has no row: for all of Japan, or for one prefecture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from data.pieces import read_piece
from data.table.links import is_safe_url

PORTALS_FILE = Path(__file__).parent / "portals.csv"
PortalKind = Literal["videos", "living", "classes", "guide"]
KINDS: tuple[PortalKind, ...] = get_args(PortalKind)
COLUMNS = ("name", "name_language", "name_ja", "url", "kind", "prefecture", "languages", "source")


@dataclass(frozen=True, slots=True)
class Portal:
    """A site of somebody else's, as the source in its row describes it.

    `name_ja` is its name for readers of Japanese, with readings, where it is another; empty where it is the same.
    `url` is None where the source gives no address: then only the name is known. `prefecture` is the two-digit code of
    the only prefecture it is about. `languages` are BCP 47 tags, empty where the source does not say.
    """

    name: str
    name_language: str
    name_ja: str
    url: str | None
    kind: PortalKind
    prefecture: str | None
    languages: tuple[str, ...]
    source: str


@cache
def list_portals() -> tuple[Portal, ...]:
    """Read portals.csv; an address that is not safe to link to counts as not given."""
    return tuple(map(_read_portal, read_piece(PORTALS_FILE, COLUMNS, lambda row: row["kind"] in KINDS)))


def choose_portals(prefecture: str, language: str) -> tuple[Portal, ...]:
    """List the portals about a prefecture (two digits) first, then those about all of Japan.

    One that speaks neither the language (BCP 47 tag) nor English is left out.
    """
    understood = {language, "en"}
    readable = [portal for portal in list_portals() if not portal.languages or understood & set(portal.languages)]
    return (
        *(portal for portal in readable if portal.prefecture == prefecture),
        *(portal for portal in readable if portal.prefecture is None),
    )


def list_class_sites(prefecture: str) -> tuple[Portal, ...]:
    """List the sites that list the Japanese classes of one prefecture (two digits); none known does not say none is."""
    return tuple(portal for portal in list_portals() if portal.prefecture == prefecture and portal.kind == "classes")


def _read_portal(row: dict[str, str]) -> Portal:
    return Portal(
        name=row["name"],
        name_language=row["name_language"],
        name_ja=row["name_ja"],
        url=row["url"] if is_safe_url(row["url"]) else None,
        kind=cast("PortalKind", row["kind"]),
        prefecture=row["prefecture"] or None,
        languages=tuple(row["languages"].split()),
        source=row["source"],
    )
