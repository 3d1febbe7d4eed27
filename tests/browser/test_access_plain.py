"""No accessibility rule is broken on the page as it comes, without scripts."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.accessible_views import (
    CASES,
    FIRST,
    LIST_TOO_WIDE,
    choose_rules,
    list_schemes,
    list_violations,
)
from tests.browser.axe import check_frames, check_plain_page
from tests.browser.visitor import PageOpener

MAP_OPENED = "details:not(.fv-row ~ .fv-row):not(.fv-row ~ .fv-row details)"  # its cards are those of the list
PATHS = ("/?lang={}", "/?lang={}&q=tokyo", "/cities?lang={}", "/about?lang={}")
RICHEST = PATHS[1:3]  # have every part of the others between them


@pytest.mark.parametrize(("language", "width"), CASES)
def test_without_scripts_no_rule_of_axe_is_broken(open_page: PageOpener, language: str, width: int) -> None:
    """The same holds for the page as it comes: the list with every card open, the map's with the first of them.

    A language that is of a kind with another is looked at where everything stands.
    """
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = open_page("", viewport=size, java_script_enabled=False)
    found = []
    for path in PATHS if language in FIRST else RICHEST:
        url = open_page.get_app().url + path.format(language)
        opened = "details" if path.startswith("/cities") else MAP_OPENED
        page.emulate_media(color_scheme="light")
        checked = check_plain_page(page, url, choose_rules(language, width, "light"), opened)
        found += list_violations(checked, path, 1)
        for scheme in list_schemes(language, width)[1:]:
            page.emulate_media(color_scheme=scheme)  # the page as it stands
            found += list_violations(check_frames(page, choose_rules(language, width, scheme)), f"{path}, {scheme}", 1)
        assert page.evaluate(LIST_TOO_WIDE) == [], path
    assert not found, "\n".join(found)
