"""Addresses that were meant for the app lead on in the static edition, and each reader comes to his language."""

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.edition_site import Site, visit
from tests.browser.map_page import CITIES, choose_language
from tests.browser.visitor import PageOpener

if TYPE_CHECKING:
    pass


ADDRESSES = [  # what somebody has of the app, and where it leads
    ("/?lang=vi&city=sakai", "/vi/city/sakai/"),
    ("/?lang=vi", "/vi/"),
    ("/?lang=zh-TW", "/zh-Hant/"),
    ("/?lang=nope", "/"),
    ("/?city=281000", "/en/city/kobe/"),
    ("/?city=%E7%A5%9E%E6%88%B8%E5%B8%82", "/en/city/kobe/"),
    ("/?city=nope", "/"),
    ("/?city=constructor&lang=__proto__", "/"),
    ("/?city=//example.org/", "/"),
    ("/?lang=//example.org/&city=..%2F..%2F", "/"),
    ("/?prefecture=osaka&lang=ja", "/ja/prefecture/osaka/"),
    ("/?prefecture=nope", "/"),
    ("/?prefecture=osaka&prefecture=hyogo&lang=ko", "/ko/?prefecture=osaka&prefecture=hyogo"),
    ("/?q=kobe&lang=ja-easy", "/ja-easy/?q=kobe"),
    ("/cities/?lang=es&q=Osaka&page=7", "/es/cities/?q=Osaka"),
    ("/about?lang=my", "/my/about/"),
    ("/changes?lang=my", "/my/changes/"),
    ("/changes/?lang=vi&prefecture=osaka&city=kobe", "/vi/changes/"),
    ("/vi/city/kobe/?lang=ja", "/ja/city/kobe/"),
    ("/vi/city/kobe/?city=sakai#list", "/vi/city/sakai/#list"),
    ("/vi/city/kobe/index.html?city=kobe", "/vi/city/kobe/index.html?city=kobe"),
]


def test_an_address_meant_for_the_app_leads_to_its_page(open_page: PageOpener, site: str) -> None:
    """Language, city, prefectures and search, at the root and on any page; what is unknown is ignored."""
    page, log = visit(open_page, site, "/en/about/")
    for path, target in ADDRESSES:
        page.goto(f"{site}{path}", wait_until="commit")
        expect(page).to_have_url(f"{site}{path if target == '/' else target}")
        expect(page.locator("footer")).to_be_attached()
    assert (log.foreign_requests, log.page_errors) == ([], [])


def test_a_search_of_the_address_runs_and_several_prefectures_filter(open_page: PageOpener, site: str) -> None:
    """The field holds the words, the rows are theirs; the prefectures are named, with the way back to all."""
    page, _ = visit(open_page, site, "/?q=%E3%82%B3%E3%82%A6%E3%83%99&lang=vi")
    expect(page.locator("#fv-q")).to_have_value("コウベ")
    expect(page.locator(".fv-row:visible")).to_have_count(1)
    page.goto(f"{site}/?prefecture=osaka&prefecture=hyogo")
    expect(page.locator(".fv-row:visible")).to_have_count(3)
    expect(page.locator("[data-chosen]")).to_contain_text("Osaka (2) · Hyogo (1)")
    page.locator("[data-chosen] a").click()
    expect(page).to_have_url(f"{site}/en/")
    expect(page.locator(".fv-row:visible")).to_have_count(len(CITIES))


def test_back_leaves_a_page_that_was_led_to(open_page: PageOpener, site: str) -> None:
    """The address that led on is no step of its own."""
    page, _ = visit(open_page, site, "/ja/about/")
    page.goto(f"{site}/?lang=vi&city=sakai", wait_until="commit")
    expect(page).to_have_url(f"{site}/vi/city/sakai/")
    page.go_back()
    expect(page).to_have_url(f"{site}/ja/about/")


@pytest.mark.parametrize(
    ("locale", "target"), [("vi-VN", "/vi/"), ("zh-HK", "/zh-Hant/"), ("pt-PT", "/pt-BR/"), ("de-DE", "/")]
)
def test_the_root_is_in_the_readers_language(open_page: PageOpener, site: str, locale: str, target: str) -> None:
    """As the app chooses it from what the browser asks for; without scripts it is in English."""
    page, _ = open_page("", viewport="phone", app=Site(site), locale=locale)
    page.goto(f"{site}/", wait_until="commit")
    expect(page).to_have_url(f"{site}{target}")


def test_the_language_a_reader_chose_is_kept(open_page: PageOpener, site: str) -> None:
    """At the root it goes before the browser's; where nothing can be kept the page works all the same."""
    page, _ = open_page("", viewport="phone", app=Site(site), locale="vi-VN")
    page.goto(f"{site}/vi/")
    choose_language(page, "en", "body")
    expect(page).to_have_url(f"{site}/en/")
    page.goto(f"{site}/", wait_until="commit")
    expect(page.locator("footer")).to_be_attached()
    expect(page).to_have_url(f"{site}/")
    forgetful, log = visit(open_page, site, "/")
    forgetful.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    forgetful.goto(f"{site}/vi/")
    choose_language(forgetful, "en", "body")
    expect(forgetful).to_have_url(f"{site}/en/")
    assert log.page_errors == []
