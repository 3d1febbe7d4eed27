"""What an address says that comes along with a choice: Streamlit makes one run of both where they come at once.

On a slow line the address may be one from before what was written there since; else a link was followed as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from pages.address.view import View

Params = Mapping[str, Sequence[str]]
KEPT_ADDRESSES = 8  # of a session: more choices than these are not made before the first is answered


def remember_address(past: tuple[Params, ...], left: Params | None) -> tuple[Params, ...]:
    """Return the addresses of the past with the one that is left now, the newest last."""
    return past if left is None else (*past, left)[-KEPT_ADDRESSES:]


def merge_news(before: View, taken: View, address: View) -> View:
    """Return the address's view with what the choice changed; where both changed the same, a link was followed last.

    `before` is the view that the choice was made in, `taken` what it made of that.
    """
    chosen = {
        field.name: getattr(taken, field.name)
        for field in fields(View)
        if getattr(taken, field.name) != getattr(before, field.name) == getattr(address, field.name)
    }
    return replace(address, **chosen)
