"""An atlas with a history of our choosing, and its pages and feeds."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from data.folder import locate_files
from data.history.records import Change, Difference
from data.history.replay import name_changes
from pages.address.links import Links
from pages.address.view import View
from pages.answers.atlas import Atlas, load_atlas
from pages.answers.scene import Scene
from pages.languages.language import load_language

ROOT = "https://example.org/base/"
DAY = datetime.date(2026, 4, 1)
ATLAS = load_atlas(locate_files({}))
SAPPORO, SAKAI, HOKKAIDO, HIMEJI = "011002", "271403", "010006", "282014"  # Himeji is not listed


def date_daily(differences: Iterable[Difference]) -> list[Change]:
    """Enter one difference a day."""
    days = ((DAY + datetime.timedelta(days=number), what) for number, what in enumerate(differences))
    return list(name_changes(days))


def make_atlas(*differences: Difference) -> Atlas:
    """Return the shipped tables with one change a day."""
    return replace(ATLAS, changes=tuple(date_daily(differences)))


def show(atlas: Atlas, view: View | None = None, root: str = ROOT) -> Scene:
    """Return the scene of the page of changes."""
    view = view or View()
    return Scene(atlas, view, Links("changes", root), load_language(view.lang or "en"))


def edit_email(code: str, old: str = "old@example.jp", new: str = "new@example.jp") -> Difference:
    """Return an edited e-mail address."""
    return Difference("changed", "city", code, "", "email", old, new)
