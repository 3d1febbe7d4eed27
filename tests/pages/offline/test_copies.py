"""What the worker decides about copies: what is one of our pages, what it needs, how it is shown, what goes."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from pages.languages.dates import write_date
from pages.languages.language import list_languages, load_language
from pages.languages.ruby import show_ruby
from pages.markup.desk import render_desk
from pages.offline.words import list_words
from pages.offline.worker import HERE
from tests.pages.delivery.first_views import read_page
from tests.tools.javascript import run_scripts

ROOT = "https://example.org/map/"
HEAD = '<!DOCTYPE html>\n<html lang="vi"><body><div id="first-view">'
PAGE = f'{HEAD}<main class="fv-main"><h1>A</h1></main></div></body></html>\n'
DAY = 1_782_950_400_000  # 2 July 2026, noon in Greenwich


def decide(function: str, value: object) -> Any:
    """Return what a function of the worker's decisions makes of a value."""
    return run_scripts([HERE / "copies.js"], f"(value) => MadoguchiCopies.{function}", value)


@pytest.mark.parametrize(
    ("html", "is_ours"),
    [
        (PAGE, True),
        (PAGE.replace('<div id="first-view">', '<div class="sh-sheet">'), True),
        (PAGE.replace('"first-view"', "first-view"), True),
        (PAGE[: len(PAGE) // 2], False),
        (PAGE.replace("</html>", ""), False),
        (f"{PAGE}<script>", False),
        ("<!DOCTYPE html><html><body><form>Log in</form></body></html>", False),
        ("", False),
    ],
)
def test_only_whole_pages_of_ours_are_kept(html: str, is_ours: bool) -> None:
    """Not what a hotspot answers in our place, nor half a page, nor one without a first view."""
    assert decide("isPage(value)", html) == is_ours


@pytest.mark.parametrize(
    ("status", "told", "found", "is_sound"),
    [(200, 5, 5, True), (200, 5, 4, False), (404, 5, 5, False), (200, None, 5, False)],
)
def test_a_copy_is_believed_as_it_was_kept(status: int, told: int | None, found: int, is_sound: bool) -> None:
    """One that somebody else has put there, or that was cut, is none."""
    notes = None if told is None else {"bytes": told}
    assert decide("isSound(...value)", [status, notes, found]) == is_sound


def test_a_page_needs_its_scripts_styles_and_pictures() -> None:
    """Of those that may be kept, each once, by whole addresses; nothing of the app's own or of others."""
    html = """
    <link rel="icon" type="image/svg+xml" href="./favicon.svg"><link rel="alternate" href="./assets/feed.atom">
    <link rel="stylesheet" href="assets/style.1.css">
    <link rel=stylesheet href="assets/course.1.css"><image href="./assets/land.svg" width="3"/>
    <script src="./assets/page.1.js" defer></script><script src="./assets/page.1.js"></script>
    <script src="./static/js/index.js"></script><img class="a" src="https://elsewhere.example/assets/a.png">
    <dialog data-desk="./assets/desk-vi.1.html"></dialog><a href="./assets/b.csv">a</a>"""
    folders = [f"{ROOT}assets/", f"{ROOT}favicon.svg"]
    names = (
        "favicon.svg",
        "assets/style.1.css",
        "assets/course.1.css",
        "assets/land.svg",
        "assets/page.1.js",
        "assets/desk-vi.1.html",
    )
    assert decide("listFiles(...value)", [html, f"{ROOT}?lang=vi", folders]) == [f"{ROOT}{name}" for name in names]


@pytest.mark.parametrize(
    ("media_type", "text", "is_file"),
    [
        ("text/javascript", "0;", True),
        ("image/svg+xml", "<svg/>", True),
        ("text/html; charset=utf-8", str(render_desk(load_language("my"))), True),
        ("text/html", "<!DOCTYPE html><html><body><form>Log in</form></body></html>", False),
    ],
)
def test_a_page_in_the_place_of_a_file_is_not_kept(media_type: str, text: str, is_file: bool) -> None:
    """Of what is HTML only the tools of the screen for the counter are a file."""
    assert decide("isFile(...value)", [media_type, text]) == is_file


def test_a_page_says_its_language() -> None:
    """Also where its address does not: by the manifest that it names."""
    page = read_page("/cities", {"lang": ["ja-easy"]})
    [link] = [link for link in page.find("link") if link.attributes["rel"] == "manifest"]
    html = f'<link rel="manifest" href="{link.attributes["href"]}">'
    assert decide("readLanguage(value)", html) == "ja-easy"
    assert decide("readLanguage(value)", "<html lang='ja'>") == ""


SHOW = "([html, words, day, script]) => MadoguchiCopies.markKept(html, { words, date: new Date(day), script })"


@pytest.mark.parametrize("page", [PAGE, PAGE.replace('"fv-main"', "fv-main")], ids=["app", "edition"])
def test_a_copy_says_that_it_is_one(page: str) -> None:
    """And from which day, first of all in the page; the app does not start in it."""
    words = list_words([load_language("vi")])["vi"]
    note = '<p class="mm-note" data-kept-note>Không có kết nối: bản sao ngày 2 tháng 7, 2026.</p>'
    shown = run_scripts([HERE / "copies.js"], SHOW, [page, words, DAY, ""])
    assert shown == page.replace("<html", "<html data-kept").replace("<h1>", f"{note}<h1>")


@pytest.mark.parametrize("tools", ['<nav class="sh-tools" aria-label="In">', "<nav class=sh-tools aria-label=In>"])
def test_a_copy_of_a_sheet_says_so_as_well(tools: str) -> None:
    """Above it, where paper does not have it: there stands the day on which the sheet was made."""
    words = list_words([load_language("vi")])["vi"]
    sheet = f'<html><body class="sh-sheet">{tools}<p>A</p></nav></body></html>'
    note = '<p class="sh-note" data-kept-note>Không có kết nối: bản sao ngày 2 tháng 7, 2026.</p>'
    shown = run_scripts([HERE / "copies.js"], SHOW, [sheet, words, DAY, ""])
    assert shown == sheet.replace("<html", "<html data-kept").replace("<p>A", f"{note}<p>A")


def test_a_stand_in_brings_its_script() -> None:
    """At its end, once, with the words that it may need, which stand there as they are."""
    words = {"dates": ["$1"] * 12, "note": "$& {day}", "nothing": "$'", "all": "$`"}
    shown = run_scripts([HERE / "copies.js"], SHOW, [PAGE, words, DAY, "/$&.js"])
    assert (
        'data-kept-note>$& $1 <span data-nothing hidden>$\'</span> <a class="mm-link" data-all hidden>$`</a></p>'
        in shown
    )
    assert shown.count('<script src="/$&.js"></script></body></html>') == 1


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_a_day_is_written_as_on_the_pages(code: str) -> None:
    """With the readings that it has in easy Japanese, whatever dates the browser knows to write."""
    language = load_language(code)
    days = [datetime.date(2026, month, day) for month, day in ((1, 1), (2, 28), (7, 20), (11, 9), (12, 31))]
    moments = [f"{day.isoformat()}T12:00" for day in days]  # of the phone's own clock
    write = "([words, moments]) => moments.map((moment) => MadoguchiCopies.writeDay(new Date(moment), words))"
    written = run_scripts([HERE / "copies.js"], write, [list_words([language])[code], moments])
    assert written == [str(show_ruby(write_date(day, language))) for day in days]


def test_two_languages_are_kept() -> None:
    """The last two that were read, the last one first."""
    assert decide("chooseLanguages('vi', value)", []) == ["vi"]
    assert decide("chooseLanguages('vi', value)", ["ja", "vi", "en"]) == ["vi", "ja"]
    assert decide("chooseLanguages('vi', value)", ["vi"]) == ["vi"]


def entry(key: str, kind: str, kilobytes: int, *, at: int = DAY, rank: int = 0, files: tuple[str, ...] = ()) -> object:
    """Make an entry of the cache."""
    return {"key": key, "kind": kind, "bytes": kilobytes * 1000, "at": at, "rank": rank, "files": list(files)}


def test_little_is_kept_whole() -> None:
    """The lists of twenty cities in two languages and some pages beside them; a file goes with the last page of it."""
    entries = [
        *(entry(f"list {number}", "list", 270, rank=number // 3, files=("a",)) for number in range(6)),
        *(entry(f"page {number}", "visited", 230, files=("a",)) for number in range(4)),
        entry("a", "file", 60),
        entry("b", "file", 60),
    ]
    assert decide(f"chooseToDrop(value, {DAY})", entries) == ["b"]


def test_what_is_too_much_goes() -> None:
    """First visited pages, the oldest first; then the other language's lists; old or very many visits anyhow."""
    day = 86_400_000
    entries = [
        *(entry(f"list {number}", "list", 400, files=("a",)) for number in range(3)),
        *(entry(f"other {number}", "list", 400, rank=1, files=("b",)) for number in range(3)),
        entry("new", "visited", 300, at=DAY - day),
        entry("older", "visited", 300, at=DAY - 2 * day, files=("c",)),
        entry("old", "visited", 1, at=DAY - 61 * day),
        *(entry(name, "file", 50) for name in "abc"),
    ]
    assert decide(f"chooseToDrop(value, {DAY})", entries) == ["older", "old", "c"]
    huge = [entry("list", "list", 3000), entry("small", "list", 1, rank=1)]
    assert decide(f"chooseToDrop(value, {DAY})", huge) == ["list"]
    many = [entry(str(number), "visited", 1, at=DAY - number) for number in range(25)]
    assert decide(f"chooseToDrop(value, {DAY})", many) == [str(number) for number in range(20, 25)]
