"""The formats of a feed: Atom (RFC 4287) and JSON Feed 1.1 (jsonfeed.org). All text is plain text in both."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass

from data.published.kml_format import NOT_XML
from pages.history.feed import Feed

ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
JSON_FEED_VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format: the file's name, its media type, what a reader knows it by, and what writes it."""

    file: str
    media_type: str
    name: str
    write: Callable[[Feed], str]


def write_atom(feed: Feed) -> str:
    """Write a feed as Atom; what XML cannot hold becomes U+FFFD."""
    root = ElementTree.Element("feed", {"xmlns": ATOM_NAMESPACE, "xml:lang": feed.tag})
    _add_text(root, "id", feed.urn)
    _add_text(root, "title", feed.title)
    _add_text(root, "updated", feed.updated.isoformat())
    _add_text(ElementTree.SubElement(root, "author"), "name", feed.author)
    if feed.own_url:
        _add_link(root, "self", feed.own_url, ATOM.media_type)
        _add_link(root, "alternate", feed.page_url, "text/html")
    for entry in feed.entries:
        element = ElementTree.SubElement(root, "entry")
        _add_text(element, "id", entry.urn)
        _add_text(element, "title", entry.title)
        _add_text(element, "updated", entry.updated.isoformat())
        _add_text(element, "content", entry.text)
        if entry.url:
            _add_link(element, "alternate", entry.url, "text/html")
    for line in root:
        line.tail = "\n"
    text = ElementTree.tostring(root, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text.replace("\r", "&#13;") + "\n"


def write_json_feed(feed: Feed) -> str:
    """Write a feed as JSON Feed 1.1."""
    links = {"home_page_url": feed.page_url, "feed_url": feed.own_url} if feed.own_url else {}
    items = [
        {
            "id": entry.urn,
            **({"url": entry.url} if entry.url else {}),
            "title": entry.title,
            "content_text": entry.text,
            "date_published": entry.updated.isoformat(),
        }
        for entry in feed.entries
    ]
    head = {"version": JSON_FEED_VERSION, "title": feed.title, **links, "language": feed.tag}
    content = {**head, "authors": [{"name": feed.author}], "items": items}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


ATOM = FeedFormat("feed.atom", "application/atom+xml", "Atom", write_atom)
JSON_FEED = FeedFormat("feed.json", "application/feed+json", "JSON Feed", write_json_feed)
FEED_FORMATS = (ATOM, JSON_FEED)


def _add_text(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = NOT_XML.sub("\ufffd", text)


def _add_link(parent: ElementTree.Element, rel: str, href: str, media_type: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": media_type, "href": href})
