"""The day and the address of the editions that tests make, and what their pages link."""

import datetime

from tests.pages.parsed_html import Document

DAY = datetime.date(2026, 4, 1)
URL = "https://example.org/map"
ADDRESSES = ("href", "src", "data-map", "data-city-url", "data-names-url")


def list_addresses(document: Document) -> list[str]:
    """Every address in a document's attributes."""
    return [one.attributes[name] for one in document.elements for name in ADDRESSES if name in one.attributes]
