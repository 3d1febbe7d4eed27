"""The buttons that save a file from within the app."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from data.published.formats import FORMATS

MAIN = str(Path(__file__).parents[3] / "pages" / "main.py")


def open_map(**address: str) -> AppTest:
    """The first page at an address, in English: AppTest sends neither cookies nor headers to choose by."""
    app = AppTest.from_file(MAIN, default_timeout=30)
    for name, value in ({"lang": "en"} | address).items():
        app.query_params[name] = value
    return app.run()


def list_labels(app: AppTest) -> list[str]:
    """The labels of the buttons that save a file."""
    return [button.proto.label for button in app.get("download_button")]


def test_no_button_is_sent_until_asked_for() -> None:
    """Asked for, there is one for each file, whose content waits for a press; closed again, there is none."""
    app = open_map(prefecture="osaka").switch_page("cities.py").run()
    assert list_labels(app) == []
    app.button(key="take-data").click().run()
    files = [offered.file for offered in FORMATS if not offered.write_courses]  # the shipped table of classes is empty
    assert sorted(list_labels(app)) == sorted(f"Save {file}" for file in files)
    buttons = [button.proto for button in app.get("download_button")]
    assert all(button.deferred_file_id and not button.url for button in buttons)
    assert app.button(key="take-data").label == "Close"
    app.button(key="take-data").click().run()
    assert list_labels(app) == []


def test_an_opened_city_has_its_contact_card() -> None:
    """It comes first, under the city's name."""
    app = open_map(city="kobe").switch_page("cities.py").run()
    app.button(key="take-data").click().run()
    assert list_labels(app)[:2] == ["Save kobe.vcf", "Save cities.csv"]


def test_the_map_page_has_no_button() -> None:
    """It would load one more script of the frontend; links it has."""
    app = open_map()
    assert list_labels(app) == []
    assert any("./data/cities.csv" in block.proto.body for block in app.get("html"))


def test_the_file_of_facts_has_a_button_where_no_address_of_ours_is_passed_on() -> None:
    """Its content waits for a press."""
    app = open_map().switch_page("quality.py").run()
    [button] = [button.proto for button in app.get("download_button")]
    assert (button.label, bool(button.deferred_file_id)) == ("Save quality.csv", True)
