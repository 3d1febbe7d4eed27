"""No accessibility rule is broken, on any page, in any frame, on any screen, in the light or in the dark."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.accessible_views import (
    CASES,
    LIST_TOO_WIDE,
    VIEWS,
    WITH_MAP,
    await_rest,
    choose_rules,
    has_news,
    leave_counter,
    list_schemes,
    list_violations,
)
from tests.browser.axe import check_frames
from tests.browser.staying import Stay, follow


@pytest.mark.parametrize(("language", "width"), CASES)
def test_no_rule_of_axe_is_broken(stay: Stay, language: str, width: int) -> None:
    """Start, filtered, nothing found, city, popup, counter, list and about: 0 violations in each of their frames.

    Nor does anything scroll sideways there: page and frame are as wide as the screen and no wider.
    They are reached as a reader comes to them, by links from the first; `choose_rules` says which rules are for a case.
    Every other view is drawn in the dark and seen in the light after it, so that either is also a change.
    """
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = stay(VIEWS[0][0].format(language), viewport=size, reduced_motion=True)
    found = []
    schemes = list_schemes(language, width)
    for path, show in [view for view in VIEWS if has_news(language, view[1])]:
        follow(page, path.format(language))
        show(page)
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            await_rest(page)
            where = f"{path}, {scheme}"
            found += [f"{where}: {wide}" for frame in page.frames for wide in frame.evaluate(LIST_TOO_WIDE)]
            checked = check_frames(page, choose_rules(language, width, scheme))
            found += list_violations(checked, where, 2 if show in WITH_MAP else 1)
        schemes = schemes[::-1]  # the next view is drawn in the scheme that this one was left in
        leave_counter(page)
    assert not found, "\n".join(found)
