"""First views as a test asks for them."""

from collections.abc import Mapping, Sequence

from pages.delivery.first_view import FirstView, read_request, render_first_view
from tests.pages.parsed_html import Document, read_html

BASE = "http://127.0.0.1:8501/base"

Query = Mapping[str, Sequence[str]]


def get_view(path: str = "/", query: Query | None = None) -> FirstView:
    """Render the first view of an address that has one."""
    asked = read_request(path, query or {}, {}, BASE)
    assert asked is not None
    return render_first_view(asked)


def read_page(path: str = "/", query: Query | None = None) -> Document:
    """Read head and body of an address."""
    view = get_view(path, query)
    return read_html(f"<head>{view.head}</head><body>{view.body}</body>")
