"""Filtering and choosing: the map stays, and the last choice wins everywhere."""

import re
from collections.abc import Callable

from playwright.sync_api import Frame, Page, WebSocket, expect

from tests.browser.accessible_views import await_rest
from tests.browser.map_page import (
    CARD,
    FRAME,
    MARKERS,
    await_map,
    await_still_markers,
    choose_in_list,
    choose_prefecture,
    expect_card,
    expect_markers,
    expect_popup,
    find_app,
    find_marker,
    press_marker,
)
from tests.browser.server import RunningApp
from tests.browser.slow_line import SlowLine
from tests.browser.staying import Stay
from tests.browser.visitor import PageOpener

OSAKA = ["Osaka, Osaka", "Sakai, Osaka"]


def test_filtering_by_keyboard_keeps_the_map(stay: Stay) -> None:
    """A prefecture chosen with the keyboard leaves its cities; the map's frame is the same all the while."""
    page, log = stay("/", reduced_motion=True)
    frame = await_map(page)
    frame.evaluate("window.kept = 1")
    choose_prefecture(page, "Osaka")
    expect_markers(frame, OSAKA)
    expect(page).to_have_url(re.compile(r"\?prefecture=osaka$"))
    choose_prefecture(page, "Hyogo")
    expect_markers(frame, [*OSAKA, "Kobe, Hyogo"])
    expect(find_app(page).get_by_text("3 of 20 cities")).to_be_visible()
    find_app(page).get_by_role("button", name="Reset filters").click()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect(page).to_have_url(re.compile(r"/$"))
    assert frame.evaluate("window.kept") == 1
    assert (log.page_errors, log.console_errors) == ([], [])


def test_moving_the_map_asks_nothing_of_the_server(open_page: PageOpener, app: RunningApp) -> None:
    """Pan and zoom send no message; the choices made after them send one each, and no other one follows."""
    page, _ = open_page("")
    sent: list[str | bytes] = []

    def watch(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: sent.append(message))

    page.on("websocket", watch)
    page.goto(app.url)
    frame = await_map(page)
    choose_in_list(page, "Nagoya")
    expect_popup(frame, "Nagoya")
    expect_card(page, "Nagoya")
    frame.locator(".leaflet-popup-close-button").click()
    expect_card(page, None)
    before = len(sent)
    move_map(page, frame)
    choose_in_list(page, "Kobe")
    expect_popup(frame, "Kobe")
    expect_card(page, "Kobe")
    page.locator("#root #close-card").click()
    expect_card(page, None)
    assert len(sent) - before == 2


def test_a_click_is_in_the_address_and_the_popup_stays(stay: Stay) -> None:
    """The popup outlives the rerun its click causes, and every filter that keeps the city."""
    page, _ = stay("/")
    frame = await_map(page)
    press_marker(page, find_marker(frame, "Sakai, Osaka"))
    expect_card(page, "Sakai")
    expect(page).to_have_url(re.compile(r"/\?city=sakai$"))
    expect_popup(frame, "Sakai")
    choose_prefecture(page, "Osaka")
    expect_markers(frame, OSAKA)
    expect_popup(frame, "Sakai")
    expect_card(page, "Sakai")
    expect(page).to_have_url(re.compile(r"/\?prefecture=osaka&city=sakai$"))
    find_app(page).get_by_role("button", name="Reset filters").click()
    expect(frame.locator(MARKERS)).to_have_count(20)
    expect_popup(frame, "Sakai")


def test_the_last_of_quick_clicks_wins(stay: Stay) -> None:
    """Two clicks without waiting between them end with address, popup and card at the second city."""
    page, _ = stay("/")
    frame = await_map(page)
    for first, second in (("Sapporo, Hokkaido", "Kumamoto, Kumamoto"), ("Fukuoka, Fukuoka", "Sendai, Miyagi")):
        for name in (first, second):
            find_marker(frame, name).dispatch_event("click")
        city = second.split(",")[0]
        expect_card(page, city)
        expect(page).to_have_url(re.compile(rf"\?city={city.lower()}$"))
        expect_popup(frame, city)


def test_on_a_slow_line_the_last_choice_wins(open_page: PageOpener, app: RunningApp) -> None:
    """What is chosen on the map before the answer to the choice before has come stands in address, popup and card."""
    page, log = open_page("")
    line = SlowLine()
    page.route_web_socket(re.compile("_stcore/stream"), line.connect)
    page.goto(app.url)
    page.locator("#first-view").wait_for(state="detached")
    frame = await_map(page)
    line.held = []
    for city, name in (("kobe", "Kobe, Hyogo"), ("sapporo", "Sapporo, Hokkaido")):
        find_marker(frame, name).dispatch_event("click")
        line.wait_for(page, f"city={city}")
    line.release()
    expect_card(page, "Sapporo")
    expect_popup(frame, "Sapporo")
    expect(page).to_have_url(re.compile(r"\?city=sapporo$"))
    line.held = []
    page.keyboard.press("Escape")
    expect_popup(frame, None)
    find_marker(frame, "Kobe, Hyogo").dispatch_event("click")
    line.wait_for(page, "city=kobe")
    line.release()
    expect_card(page, "Kobe")
    expect_popup(frame, "Kobe")
    assert log.page_errors == []


def test_map_and_list_take_turns(stay: Stay) -> None:
    """A on the map, B in the list, A on the map again: each choice reaches address, popup and card."""
    page, _ = stay("/")
    frame = await_map(page)
    for way, name in (
        ("map", "Niigata"),
        ("list", "Sapporo"),
        ("map", "Niigata"),
        ("list", "Sapporo"),
        ("list", "Niigata"),
    ):
        await_rest(page)  # the map's layer may be drawn anew till then, and its markers with it
        if way == "map":
            await_still_markers(frame)  # then it is clear which the popup hides: not this one
            find_marker(frame, "Niigata, Niigata").focus()
            page.keyboard.press("Enter")
        else:
            choose_in_list(page, name)
        expect_card(page, name)
        expect(page).to_have_url(re.compile(rf"\?city={name.lower()}$"))
        expect_popup(frame, name)
        if way == "list":  # the card takes the focus when it has come, which would be taken from a marker
            expect(page.locator(CARD).locator(".mm-card-name")).to_be_focused()


def test_closing_the_card_clears_the_address(stay: Stay) -> None:
    """The card's button closes card and popup and takes the city out of the address; it can be opened again."""
    page, _ = stay("/?prefecture=hyogo&city=kobe", reduced_motion=True)
    frame = await_map(page)
    expect_popup(frame, "Kobe")
    page.locator("#root #close-card").click()
    expect(page).to_have_url(re.compile(r"/\?prefecture=hyogo$"))
    expect_popup(frame, None)
    expect(page.locator("#root #close-card")).to_have_count(0)
    choose_in_list(page, "Kobe")
    expect(page).to_have_url(re.compile(r"/\?prefecture=hyogo&city=kobe$"))
    expect_popup(frame, "Kobe")


def test_filters_on_a_phone_wait_behind_a_button(stay: Stay) -> None:
    """The sidebar is closed; the button says how many filters are set, opens it, and gets the focus back."""
    page, _ = stay("/?prefecture=osaka", viewport="phone")
    await_map(page)
    sidebar = page.get_by_test_id("stSidebar")
    opener = find_app(page).get_by_role("button", name="Filter (1)")
    expect(opener).to_be_in_viewport()
    expect(sidebar).not_to_be_in_viewport()
    assert page.locator(FRAME).evaluate("frame => frame.getBoundingClientRect().top") < 300
    opener.tap()
    expect(sidebar).to_be_in_viewport()
    find_app(page).get_by_role("button", name="Show the result").tap()
    expect(sidebar).not_to_be_in_viewport()
    expect(opener).to_be_focused()


def test_filters_on_a_phone_can_be_reset(stay: Stay) -> None:
    """In the open sidebar the reset button takes all filters back, and the button outside counts none."""
    page, _ = stay("/?prefecture=osaka&q=sakai", viewport="phone", reduced_motion=True)
    frame = await_map(page)
    expect_markers(frame, ["Sakai, Osaka"])
    find_app(page).get_by_role("button", name="Filter (2)").tap()
    find_app(page).get_by_role("button", name="Reset filters").tap()
    find_app(page).get_by_role("button", name="Show the result").tap()
    expect(find_app(page).get_by_role("button", name="Filter", exact=True)).to_be_in_viewport()
    expect(frame.locator(MARKERS)).to_have_count(20)


def move_map(page: Page, frame: Frame) -> None:
    """Drag the map, zoom with the wheel and the button; wait until each has happened."""
    box = page.locator(FRAME).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] - 60, box["y"] + 60
    steps: tuple[tuple[Callable[[], None], str], ...] = (
        (lambda: drag(page, x, y), "map.getCenter().distanceTo(before.center) > 10000"),
        (lambda: page.mouse.wheel(0, 300), "map.getZoom() < before.zoom"),
        (lambda: frame.get_by_role("button", name="Zoom in").click(), "map.getZoom() > before.zoom"),
    )
    for act, moved in steps:
        frame.evaluate("window.before = { center: map.getCenter(), zoom: map.getZoom() }")
        act()
        frame.wait_for_function(f"() => {moved}")
        frame.wait_for_function("() => !map._animatingZoom && !map._panAnim?._inProgress")


def drag(page: Page, x: float, y: float) -> None:
    """Drag from a point to the left and down."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y + 80, steps=8)
    page.mouse.up()
