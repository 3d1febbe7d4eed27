"""The day, the address and the fewer languages of the editions that tests make, and what their pages link."""

import datetime
import posixpath

from tests.pages.parsed_html import Document

DAY = datetime.date(2026, 4, 1)
URL = "https://example.org/map"
SOME = ("en", "ja", "ja-easy", "vi")
ADDRESSES = ("href", "src", "data-map", "data-city-url", "data-names-url")


def find_target(name: str, address: str) -> str:
    """Where an address in a page of this name leads, below the edition's root; a folder has a slash at the end."""
    path = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), address))
    return path.strip("/") + ("/" if address.endswith("/") and path != "/" else "")


def list_addresses(document: Document) -> list[str]:
    """Every address in a document's attributes."""
    return [one.attributes[name] for one in document.elements for name in ADDRESSES if name in one.attributes]
