"""The tools of the browser tests see what they are meant to see."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.axe import check_frames
from tests.browser.profiles import Profiles
from tests.browser.server import RunningApp, start_app
from tests.browser.visitor import PageOpener

TILE = "https://cyberjapandata.gsi.go.jp/xyz/pale/5/28/12.png"
FOREIGN = "https://cdn.example.com/picture.png"
SCRIPT = f"""
import streamlit as st
st.html('<p>drawn</p><img alt="tile" src="{TILE}"><img alt="foreign" src="{FOREIGN}">')
"""


@pytest.fixture(scope="module")
def plain_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A page with a map tile and a picture from elsewhere."""
    entry = tmp_path_factory.mktemp("plain") / "plain.py"
    entry.write_text(SCRIPT)
    with start_app(entry) as running:
        yield running


def test_an_app_that_ends_is_told_with_its_log(tmp_path: Path) -> None:
    """An app that cannot start fails the test at once, and its own words are in the failure."""
    with pytest.raises(RuntimeError, match="does not exist"), start_app(tmp_path / "nowhere.py"):
        pass


def test_a_stopped_app_leaves_no_process(tmp_path: Path) -> None:
    """When the block ends the process has ended, too."""
    (tmp_path / "plain.py").write_text(SCRIPT)
    with start_app(tmp_path / "plain.py") as running:
        assert running.process.poll() is None
        assert "Traceback" not in running.log()
    assert running.process.poll() is not None


@pytest.mark.parametrize(("tiles", "width"), [("answered", 1), ("blocked", 0)])
def test_only_the_app_and_tiles_are_reached(
    open_page: PageOpener, plain_app: RunningApp, tiles: Literal["answered", "blocked"], width: int
) -> None:
    """A request to any other host is refused and noted; tiles come through, or not, as the test wants."""
    page, log = open_page(app=plain_app, viewport="phone", tiles=tiles)
    for picture in ("tile", "foreign"):
        expect(page.get_by_role("img", name=picture)).to_have_js_property("complete", True)
    expect(page.get_by_role("img", name="tile")).to_have_js_property("naturalWidth", width)
    assert (log.tile_requests, log.foreign_requests) == ([TILE], [FOREIGN])
    assert ["cdn.example.com" in error for error in log.console_errors] == [True]


def test_page_errors_and_foreign_sockets_are_noted(open_page: PageOpener, plain_app: RunningApp) -> None:
    """A script that throws, or that opens a WebSocket to elsewhere, does not go unseen."""
    page, log = open_page("", app=plain_app)
    with page.expect_websocket(lambda socket: "example" in socket.url), page.context.expect_event("weberror"):
        page.evaluate("() => { new WebSocket('wss://live.example.com/'); setTimeout(() => { throw Error('lost') }) }")
    assert log.foreign_requests == ["wss://live.example.com/"]
    assert log.page_errors == ["lost"]


def test_what_keeps_a_profile_alive_is_no_page_of_an_app(profiles: Profiles, plain_app: RunningApp) -> None:
    """Once its app has ended such a page would go on asking for it, in the log of the next test."""
    profile = profiles.take()
    profile.begin(plain_app.url)
    assert [page.locator("script").count() for page in profile.context.pages] == [0]
    assert [page.text_content("body") for page in profile.context.pages] == ["ok"]
    profiles.put_back(profile)


def test_axe_looks_into_every_frame(open_page: PageOpener, plain_app: RunningApp) -> None:
    """Each frame is judged as a document of its own, best practice included."""
    page, _ = open_page("", app=plain_app)
    page.set_content('<html lang="en"><title>t</title><main><h1>t</h1><iframe title="f" srcdoc="<img src=x>"></iframe>')
    page.frame_locator("iframe").locator("img").wait_for(state="attached")
    top, inner = check_frames(page)
    assert top.violations == ()
    assert {"image-alt", "html-has-lang", "landmark-one-main"} <= {violation.rule for violation in inner.violations}
