"""Read HTML as a browser would, so far as tests need it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READING = {"rp", "rt"}  # these end where the next of them begins, or their ruby ends


@dataclass
class Element:
    """An element: its tag, its attributes, and all text in it."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str]  # the whole document's text
    start: int
    end: int | None = None

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(self.pieces[self.start : self.end])


@dataclass
class Document:
    """All elements in the document's order; `unclosed` names those that were never closed."""

    elements: list[Element] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    def find(self, tag: str, **attributes: str) -> list[Element]:
        """Find the elements with this tag and these attributes (class_ for class, - written as _)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element for element in self.elements if element.tag == tag and wanted.items() <= element.attributes.items()
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self.open: list[Element] = []
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in READING:
            self._end_reading()
        if tag in VOID:
            self.handle_startendtag(tag, attrs)
            return
        element = Element(tag, {name: value or "" for name, value in attrs}, self.pieces, len(self.pieces))
        self.document.elements.append(element)
        self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = len(self.pieces)
        self.document.elements.append(
            Element(tag, {name: value or "" for name, value in attrs}, self.pieces, here, here)
        )

    def _end_reading(self) -> None:
        if self.open and self.open[-1].tag in READING:
            self.open.pop().end = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        if tag == "ruby":
            self._end_reading()
        if not self.open or self.open[-1].tag != tag:
            self.document.unclosed.append(f"</{tag}> closes {self.open[-1].tag if self.open else 'nothing'}")
        else:
            self.open.pop().end = len(self.pieces)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def read_html(text: str) -> Document:
    """Read a document or a part of one."""
    reader = _Reader()
    reader.feed(str(text))  # a Markup would escape what is added to it
    reader.close()
    reader.document.unclosed += [element.tag for element in reader.open]
    return reader.document
