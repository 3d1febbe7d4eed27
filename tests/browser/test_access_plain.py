"""No accessibility rule is broken on the page as it comes, without scripts."""

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.accessible_views import CASES, LIST_TOO_WIDE, Scheme, choose_rules, list_violations
from tests.browser.axe import check_plain_page
from tests.browser.visitor import PageOpener


@pytest.mark.parametrize(("language", "width", "scheme"), CASES)
def test_without_scripts_no_rule_of_axe_is_broken(
    open_page: PageOpener, language: str, width: int, scheme: Scheme
) -> None:
    """The same holds for the page as it comes, with every card open."""
    size: ViewportSize = {"width": width, "height": 800}
    page, _ = open_page("", viewport=size, color_scheme=scheme, java_script_enabled=False)
    found = []
    for path in ("/?lang={}", "/?lang={}&q=tokyo", "/cities?lang={}", "/about?lang={}"):
        url = open_page.get_app().url + path.format(language)
        checked = check_plain_page(page, url, choose_rules(language, width, scheme))
        found += list_violations(checked, path, 1)
        assert page.evaluate(LIST_TOO_WIDE) == [], path
    assert not found, "\n".join(found)
