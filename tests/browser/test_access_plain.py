"""No accessibility rule is broken on the page as it comes, without scripts."""

import pytest

from tests.browser.accessible_views import (
    FIRST,
    LANGUAGES,
    LIST_TOO_WIDE,
    choose_rules,
    list_screens,
    list_violations,
)
from tests.browser.axe import check_frames, open_plain_page
from tests.browser.visitor import PageOpener

MAP_OPENED = "details:not(.fv-row ~ .fv-row):not(.fv-row ~ .fv-row details)"  # its cards are those of the list
LIST = "/cities?lang={}"
PATHS = ("/?lang={}", "/?lang={}&q=tokyo", LIST, "/about?lang={}")
RICHEST = PATHS[1:3]  # have every part of the others between them


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_no_rule_of_axe_is_broken(open_page: PageOpener, language: str) -> None:
    """The same holds for the page as it comes: the list with every card open, the map's with the first of them.

    A language that is of a kind with another is looked at where everything stands. Style sheets alone tell such a page
    of its screen, so the one that stands is looked at on each, in the light and in the dark.
    """
    page, _ = open_page("", java_script_enabled=False)
    found = []
    for path in PATHS if language in FIRST else RICHEST:
        open_plain_page(
            page, open_page.get_app().url + path.format(language), "details" if path == LIST else MAP_OPENED
        )
        for width, scheme in list_screens(language):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            where = f"{path}, {width} px, {scheme}"
            found += list_violations(check_frames(page, choose_rules(language, width, scheme)), where, 1)
            if scheme == "light":
                found += [f"{where}: {wide}" for wide in page.evaluate(LIST_TOO_WIDE)]
    assert not found, "\n".join(found)
