"""The buttons that save a file from within the app."""

from pathlib import Path

from streamlit.testing.v1 import AppTest  # noqa: TID251 - runs the app

MAIN = str(Path(__file__).parents[2] / "pages" / "main.py")


def open_list() -> AppTest:
    """The list of Osaka's cities."""
    app = AppTest.from_file(MAIN, default_timeout=30)
    app.query_params["prefecture"] = "osaka"
    return app.run().switch_page("cities.py").run()


def test_no_button_is_sent_until_asked_for() -> None:
    """The block is empty at first; opened, it has a button for each file, whose content waits for a press."""
    app = open_list()
    assert [block.label for block in app.expander] == ["Take the data away"]
    assert len(app.get("download_button")) == 0
    app.session_state["downloads"] = True
    app.run()
    buttons = [button.proto for button in app.get("download_button")]
    assert [button.label for button in buttons][:2] == ["Save cities.csv", "Save cities-standard.csv"]
    assert len(buttons) == 7
    assert all(button.deferred_file_id and not button.url for button in buttons)


def test_the_map_page_has_no_button() -> None:
    """It would load one more script of the frontend; links it has."""
    app = AppTest.from_file(MAIN, default_timeout=30).run()
    assert (len(app.get("download_button")), len(app.expander)) == (0, 0)
