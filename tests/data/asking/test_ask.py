"""`python -m data ask`: a folder of drafts, nothing lost in it, and a yearly round in one command."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.asking.posting import choose_asked
from data.folder import locate_files
from data.records import Check
from data.table.table import read_table
from tests.data.asking.test_letters import list_shown, read_mail
from tests.data.commands import Command
from tests.data.tables import write_table
from tests.pages.samples import make_city

DAY = "2026-11-27"


@pytest.fixture
def shipped(tmp_path: Path) -> Command:
    """The command on a copy of the shipped tables."""
    return Command.on_shipped(tmp_path / "tables")


def test_from_an_empty_folder_there_are_twenty_mails(shipped: Command, tmp_path: Path) -> None:
    """One for each office; read back, each holds its whole line; nothing else lies there."""
    folder = tmp_path / "new" / "mails"
    done = shipped.run("ask", folder)
    assert done.code == 0
    assert "20 mails and 0 letters" in done.out
    mails = sorted(folder.iterdir())
    assert len(mails) == 20
    cities = {city.code: city for city in read_table(locate_files({})).cities}
    for path in mails:
        city = cities[path.name[:6]]
        text = read_mail(path.read_bytes()).get_content()
        assert path.name == f"{city.code}-{city.slug}.eml"
        assert [value for value in list_shown(city) if value not in text] == []


def test_a_city_without_an_address_gets_a_letter_and_is_named(tmp_path: Path) -> None:
    """Nobody is left out in silence."""
    rows = [("1", "Osaka", "Sakai", "D", "", "", ""), ("2", "Osaka", "Osaka", "D", "", "a[at]b.jp", "")]
    write_table(tmp_path, rows)
    done = Command(tmp_path).run("ask", tmp_path / "out")
    assert (done.code, sorted(path.name for path in (tmp_path / "out").iterdir())) == (
        0,
        ["271004-osaka.eml", "271403-sakai.txt"],
    )
    assert "堺市: no e-mail address is listed" in done.out


def test_a_changed_letter_stays_unless_told_otherwise(shipped: Command, tmp_path: Path) -> None:
    """What a person wrote into a draft is kept and named; files of other names stay in any case."""
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    assert shipped.run("ask", folder, "sakai").code == 0
    letter = folder / "271403-sakai.eml"
    written = letter.read_bytes()
    assert shipped.run("ask", folder, "sakai").code == 0
    letter.write_bytes(written + b"mine")
    again = shipped.run("ask", folder, "sakai", "kobe")
    assert (again.code, letter.read_bytes()) == (1, written + b"mine")
    assert "271403-sakai.eml: was changed" in again.err
    assert (folder / "281000-kobe.eml").exists()
    assert shipped.run("ask", folder, "sakai", "--overwrite").code == 0
    assert letter.read_bytes() == written
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_yearly_round_asks_whom_it_is_due(shipped: Command, tmp_path: Path) -> None:
    """Who confirmed within a year is not asked again, and who wants no more of it never is."""
    shipped.confirm("sakai", "all")
    shipped.confirm("kobe", "email")
    shipped.confirm("chiba", "all", "--withdraw")
    assert "18 mails" in shipped.run("ask", tmp_path / "due", "--due").out
    assert not {"271403-sakai.eml", "121002-chiba.eml"} & {path.name for path in (tmp_path / "due").iterdir()}
    later = (date.fromisoformat(DAY) + timedelta(366)).isoformat()
    assert "19 mails" in shipped.run("ask", tmp_path / "later", "--due", today=later).out
    assert "19 mails" in shipped.run("ask", tmp_path / "all").out


def test_due_is_what_is_not_confirmed_within_a_year() -> None:
    """A year is 365 days."""
    city = make_city("271403", emails=("a@b.jp",), checks=(Check("271403", "email", "", DAY, "担当者", "メール"),))
    day = date.fromisoformat(DAY)
    assert choose_asked([city], day + timedelta(365), due=True) == ()
    assert choose_asked([city], day + timedelta(366), due=True) == (city,)
    assert choose_asked([city], day, due=False) == (city,)


def test_a_city_that_is_not_there_is_refused(shipped: Command, tmp_path: Path) -> None:
    """All at once, with those that are there; nothing is written."""
    done = shipped.run("ask", tmp_path / "mails", "sakai", "nowhere", "999999")
    assert (done.code, (tmp_path / "mails").exists()) == (2, False)
    assert done.err.count("It is not in the table, which lists sapporo, sendai") == 2


def test_a_folder_that_cannot_be_written_to_is_named(shipped: Command, tmp_path: Path) -> None:
    """No traceback, and what to do."""
    (tmp_path / "file").write_text("")
    done = shipped.run("ask", tmp_path / "file" / "mails")
    assert done.code == 2
    assert "Name a folder that can." in done.err
