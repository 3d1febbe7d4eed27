"""No accessibility rule is broken, on any page, in any frame, on any screen, in the light or in the dark."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.accessible_views import CASES, LIST_TOO_WIDE, VIEWS, WITH_MAP, Scheme, await_rest, list_violations
from tests.browser.axe import ALL, COLOURS, check_frames
from tests.browser.visitor import PageOpener


@pytest.mark.parametrize(("language", "width", "scheme"), CASES)
def test_no_rule_of_axe_is_broken(open_page: PageOpener, language: str, width: int, scheme: Scheme) -> None:
    """Start, filtered, nothing found, city, popup, counter, list and about: 0 violations in each of their frames.

    Nor does anything scroll sideways there: page and frame are as wide as the screen and no wider.
    The dark has other colours and nothing else, so there only they are looked at again.
    """
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = open_page("", viewport=size, color_scheme=scheme, reduced_motion=True)
    found = []
    for path, show in VIEWS.items():
        page.goto(open_page.get_app().url + path.format(language))
        show(page)
        await_rest(page)
        found += [f"{path}: {wide}" for frame in page.frames for wide in frame.evaluate(LIST_TOO_WIDE)]
        found += list_violations(
            check_frames(page, COLOURS if scheme == "dark" else ALL), path, 2 if show in WITH_MAP else 1
        )
    assert not found, "\n".join(found)
