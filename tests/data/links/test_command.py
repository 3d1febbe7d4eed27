"""`python -m data links`, from the tables to links.csv, and again after an interruption."""

from __future__ import annotations

import os
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from data.__main__ import main
from data.folder import locate_files
from data.links.addresses import list_addresses
from data.links.command import Connection
from data.links.links_run import run
from data.offices import NO_OFFICES
from data.portals import list_portals
from data.table.looks import read_looks
from data.table.offices import read_offices
from data.table.table import read_table
from tests.courses import make_course
from tests.data.links.behaviours import HERE, PAGE, good, only_at, redirect, say
from tests.data.links.conftest import FakeClock
from tests.data.links.site_server import Site, SiteServer, Visitor, serve_sites
from tests.data.tables import write_table
from tests.interruption import hear_interruptions

ROOT = Path(__file__).parents[3]
DAY = date(2026, 3, 3)
ROWS = [
    ("1", "Hokkaido", "Sapporo", "", f"http://good.example.jp{HERE}", "", f"http://gone.example.jp{HERE}"),
    ("2", "Miyagi", "Sendai", "", "http://moved.example.jp/x/a.html", "", f"http://shy.example.jp{HERE}"),
]
SITES: Mapping[str, Site] = {
    "good.example.jp": good,
    "gone.example.jp": say(404, "no such page"),
    "moved.example.jp": only_at("/x/a.html", redirect(301, HERE), good),
    "shy.example.jp": say(403, "no machines"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of two cities with four links, in use, and somebody to write to."""
    write_table(tmp_path, ROWS)
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    monkeypatch.setenv("MADOGUCHI_REPORT_TO", "map@example.org")
    return tmp_path


def list_hosts() -> list[str]:
    """List the hosts of all links, those of the sites of others included."""
    files = locate_files()
    addresses = list_addresses(read_table(files).cities, read_offices(files)[0], list_portals())
    return list(dict.fromkeys(urlsplit(address).hostname or "" for address in addresses))


@pytest.fixture
def server(certificates: Mapping[str, ssl.SSLContext]) -> Iterator[SiteServer]:
    """Return a server that plays the four sites; all others answer well, and no certificate is theirs."""
    others: dict[str, Site] = {
        (urlsplit(portal.url).hostname or ""): say(body=PAGE) for portal in list_portals() if portal.url
    }
    with serve_sites({**others, **SITES}, certificates) as playing:
        yield playing


def look(server: SiteServer, day: date, **options: bool) -> int:
    """Run the command by a clock that runs ahead; return its exit code."""
    connections = tuple(Connection(host, "127.0.0.1", server.port) for host in list_hosts())
    return run(connections, day, everything=options.get("everything", False), clock=FakeClock())


def read_classes(folder: Path) -> dict[str, str]:
    """Return what is noted of each of the four links."""
    looks, problems = read_looks(folder / "links.csv")
    assert problems == ()
    return {host: look.found for look in looks if (host := urlsplit(look.address).hostname or "") in SITES}


def test_each_link_gets_its_row_and_is_left_in_peace(folder: Path, server: SiteServer) -> None:
    """All links are noted, in the tables' order; on the next day nobody is asked anything."""
    assert look(server, DAY) == 1
    assert read_classes(folder) == {
        "good.example.jp": "ok",
        "gone.example.jp": "gone",
        "moved.example.jp": "moved",
        "shy.example.jp": "refused",
    }
    assert "(sees whether links answer; +map@example.org)" in server.asked[0].headers["user-agent"]
    asked = len(server.asked)
    assert look(server, date(2026, 3, 4)) == 1
    assert len(server.asked) == asked
    look(server, date(2026, 3, 6))
    assert {one.host for one in server.asked[asked:]} & set(SITES) == {
        "gone.example.jp",
        "shy.example.jp",
        "good.example.jp",
    }


def test_dead_is_said_on_the_third_day(folder: Path, server: SiteServer, capsys: pytest.CaptureFixture[str]) -> None:
    """Three runs, three days apart: only after the third do readers learn of it."""
    for day, told in ((3, False), (6, False), (9, True)):
        look(server, date(2026, 3, day), everything=True)
        assert ("Readers are told that it does not open: http://gone.example.jp" in capsys.readouterr().out) is told


def test_without_an_answer_no_failure_is_believed(folder: Path, server: SiteServer) -> None:
    """Where every link fails it may be this machine that is cut off: the file stays as it was."""
    server.sites = dict.fromkeys(server.sites, say(500, ""))
    assert look(server, DAY) == 1
    assert not (folder / "links.csv").exists()


def test_rows_that_cannot_be_read_are_not_lost(folder: Path, server: SiteServer) -> None:
    """A file with a broken row is named and left as it is."""
    text = "address,class,looked,answered,failed,moved_to,detail\nhttp://good.example.jp/,fine,2026-03-01,,,,\n"
    (folder / "links.csv").write_text(text, encoding="utf-8")
    assert look(server, DAY) == 2
    assert (folder / "links.csv").read_text(encoding="utf-8") == text
    assert server.asked == []


def test_a_table_that_cannot_be_read_forgets_nothing(folder: Path, server: SiteServer) -> None:
    """Links of a row that cannot be read stay known."""
    look(server, DAY)
    before = (folder / "links.csv").read_bytes()
    write_table(folder, [ROWS[0], ("2", "Miyagi", "Nowhere", *ROWS[1][3:])])
    assert look(server, date(2026, 3, 20)) == 2
    assert (folder / "links.csv").read_bytes() == before


def test_what_no_table_has_any_more_goes(folder: Path, server: SiteServer) -> None:
    """A link that was taken out of the table loses its row."""
    look(server, DAY)
    write_table(folder, ROWS[:1])
    look(server, date(2026, 3, 4))
    assert set(read_classes(folder)) == {"good.example.jp", "gone.example.jp"}


def test_sites_are_told_whom_to_write_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a contact nothing is opened, and the setting is named."""
    monkeypatch.delenv("MADOGUCHI_REPORT_TO")
    assert main(["links"]) == 2
    assert "MADOGUCHI_REPORT_TO" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text", ["a.example.jp", "a.example.jp=127.0.0.1", "a.example.jp=127.0.0.1:0", "a=b:80", "=1.2.3.4:5"]
)
def test_a_wrong_connection_is_named(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--connect-to says what it takes."""
    with pytest.raises(SystemExit) as ended:
        main(["links", "--connect-to", text])
    assert ended.value.code == 2
    assert "HOST=ADDRESS:PORT" in capsys.readouterr().err


def test_an_interruption_keeps_what_was_found(folder: Path, server: SiteServer) -> None:
    """Ctrl-C in the middle leaves a whole file with the findings so far, and the next run asks for the rest."""
    reached = threading.Event()

    def wait(visitor: Visitor) -> None:
        reached.set()
        visitor.closing.wait(60)

    server.sites["gone.example.jp"] = wait
    connections = [f"--connect-to={host}=127.0.0.1:{server.port}" for host in list_hosts()]
    command = [sys.executable, "-m", "data", "links", "--today", "2026-03-03", *connections]
    with hear_interruptions():
        started = subprocess.Popen(command, cwd=ROOT, env=os.environ.copy(), stdout=subprocess.PIPE, text=True)
    with started as process:
        assert process.stdout is not None
        noted = any("good.example.jp" in line for line in process.stdout)
        assert noted
        assert reached.wait(60)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    assert read_classes(folder)["good.example.jp"] == "ok"
    assert "gone.example.jp" not in read_classes(folder)
    server.sites["gone.example.jp"] = good
    asked = len(server.asked)
    look(server, DAY)
    assert read_classes(folder)["gone.example.jp"] == "ok"
    assert "good.example.jp" not in {one.host for one in server.asked[asked:]}


def test_the_pages_of_classes_are_among_the_links() -> None:
    """Each once, behind those of the tables; a class without a page has none."""
    courses = [
        make_course(url="https://example.org/a"),
        make_course(url=None),
        make_course(url="https://example.org/a"),
    ]
    assert list_addresses((), NO_OFFICES, (), courses) == ("https://example.org/a",)
