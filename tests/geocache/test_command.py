"""`python -m geocache` as a person uses it: on tables of one's own, beside a real local server, killed midway."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geocache.__main__ import main
from geocache.coordinates import format_coordinates, read_coordinates
from tests.geocache.conftest import WriteTable
from tests.geocache.nominatim_server import NominatimServer, Reply, answer_well, answer_with
from tests.interruption import hear_interruptions

ROOT = Path(__file__).parents[2]
SAKAI, KYOTO = ("Osaka", "Sakai City"), ("Kyoto", "Kyoto City")

CORE_CITIES = (
    ("Hokkaido", "Hakodate Asahikawa"),
    ("Aomori", "Aomori Hachinohe"),
    ("Iwate", "Morioka"),
    ("Akita", "Akita"),
    ("Yamagata", "Yamagata"),
    ("Fukushima", "Fukushima Koriyama Iwaki"),
    ("Ibaraki", "Mito"),
    ("Tochigi", "Utsunomiya"),
    ("Gunma", "Maebashi Takasaki"),
    ("Saitama", "Kawagoe Kawaguchi Koshigaya"),
    ("Chiba", "Funabashi Kashiwa"),
    ("Tokyo", "Hachioji"),
    ("Kanagawa", "Yokosuka"),
    ("Toyama", "Toyama"),
    ("Ishikawa", "Kanazawa"),
    ("Fukui", "Fukui"),
    ("Yamanashi", "Kofu"),
    ("Nagano", "Nagano Matsumoto"),
    ("Gifu", "Gifu"),
    ("Aichi", "Toyohashi Okazaki Ichinomiya Toyota"),
    ("Shiga", "Otsu"),
    ("Osaka", "Toyonaka Suita Takatsuki Hirakata Yao Neyagawa Higashiosaka"),
)
PREFECTURES = (
    "Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata "
    "Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori "
    "Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki "
    "Kagoshima Okinawa"
)


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start the command as a program of its own, on the table that the environment names."""
    command = [sys.executable, "-m", "geocache", *arguments]
    with hear_interruptions():
        return subprocess.Popen(
            command, cwd=ROOT, env=dict(os.environ), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )


def test_shipped_table_is_filled_offline_and_then_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On an empty cache 20 of 20 are found as shipped; a second run looks up nothing and changes no byte."""
    (tmp_path / "cities.tsv").write_bytes((ROOT / "data" / "cities.tsv").read_bytes())
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    path = tmp_path / "coordinates.csv"
    assert main([]) == 0
    assert "Found: 20" in capsys.readouterr().out
    shipped = read_coordinates(ROOT / "geocache" / "coordinates.csv").coordinates
    found = read_coordinates(path).coordinates
    assert {code: (row.latitude, row.longitude) for code, row in found.items()} == {
        code: (row.latitude, row.longitude) for code, row in shipped.items()
    }
    before = path.read_bytes()
    assert main([]) == 0
    told = capsys.readouterr().out
    assert "Found: 0" in told
    assert "Kept: 20" in told
    assert path.read_bytes() == before
    assert main(["--check"]) == 0


def test_table_of_core_cities_and_prefectural_governments(
    write_table: WriteTable, capsys: pytest.CaptureFixture[str]
) -> None:
    """40 core cities and 47 prefectural governments, most cells empty, are all found offline."""
    cities = [(prefecture, city) for prefecture, names in CORE_CITIES for city in names.split()]
    governments = [(prefecture, "") for prefecture in PREFECTURES.split()]
    assert (len(cities), len(governments)) == (40, 47)
    path = write_table(*cities, *governments)
    assert main([]) == 0, capsys.readouterr().out
    rows = read_coordinates(path).coordinates.values()
    assert [row.provider for row in rows].count("gazetteer") == 40
    assert [row.provider for row in rows].count("boundary") == 47
    assert main(["--check"]) == 0, capsys.readouterr().out


def test_another_provider_is_no_reason_to_ask(write_table: WriteTable, server: NominatimServer) -> None:
    """Rows from the gazetteer stay when Nominatim is chosen; only what is missing is asked."""
    path = write_table(SAKAI)
    assert main([]) == 0
    before = path.read_bytes()
    assert main(["--endpoint", server.endpoint]) == 0
    assert (server.requests, path.read_bytes()) == ([], before)
    write_table(SAKAI, KYOTO)
    assert main(["--provider", "nominatim", "--endpoint", server.endpoint]) == 0
    assert server.queries == ["京都市, 京都府"]
    assert {code: row.provider for code, row in read_coordinates(path).coordinates.items()} == {
        "261009": "nominatim",
        "271403": "gazetteer",
    }


def test_killed_run_is_resumed(write_table: WriteTable, server: NominatimServer) -> None:
    """After kill -9 the file is whole, holds every answer so far, and the next run asks only for the rest."""
    path = write_table(SAKAI, KYOTO)
    server.reply = lambda query: Reply(b"", hold=True) if query.startswith("京都市") else answer_well(query)
    with start("--endpoint", server.endpoint, "--timeout", "60") as process:
        assert server.asked.wait(timeout=30)
        process.kill()
    saved = read_coordinates(path)
    assert (list(saved.coordinates), saved.problems) == (["271403"], ())
    server.requests.clear()
    server.reply = answer_well
    assert main(["--endpoint", server.endpoint]) == 0
    assert server.queries == ["京都市, 京都府"]
    assert set(read_coordinates(path).coordinates) == {"261009", "271403"}
    assert [stray.name for stray in path.parent.glob(".*.tmp")] == []


def test_interrupt_keeps_what_was_found(write_table: WriteTable, server: NominatimServer) -> None:
    """Ctrl-C ends the run with a sentence, not a traceback, and the file is whole."""
    path = write_table(SAKAI, KYOTO)
    server.reply = lambda query: Reply(b"", hold=True) if query.startswith("京都市") else answer_well(query)
    with start("--endpoint", server.endpoint, "--timeout", "60") as process:
        assert server.asked.wait(timeout=30)
        process.send_signal(2)
        told, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted. Every answer so far is saved" in told
    assert "Traceback" not in told
    assert list(read_coordinates(path).coordinates) == ["271403"]


def test_runs_at_the_same_time_share_the_work(write_table: WriteTable, server: NominatimServer) -> None:
    """Of two runs one waits for the other: no city is asked about twice, no row is lost, both are content."""
    path = write_table(SAKAI, KYOTO)
    with start("--endpoint", server.endpoint) as first, start("--endpoint", server.endpoint) as second:
        outputs = [first.communicate(timeout=60)[0], second.communicate(timeout=60)[0]]
    assert (first.returncode, second.returncode) == (0, 0), outputs
    assert sorted(server.queries) == ["京都市, 京都府", "堺市, 大阪府"]
    assert set(read_coordinates(path).coordinates) == {"261009", "271403"}


def test_damaged_file_is_put_aside_and_told(write_table: WriteTable, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged file is rebuilt, kept beside under another name, and the run is good."""
    path = write_table(SAKAI)
    path.write_bytes(b"\x89PNG")
    assert main([]) == 0
    assert "kept as coordinates.csv.damaged-" in capsys.readouterr().out
    assert [aside.read_bytes() for aside in path.parent.glob("*.damaged-*")] == [b"\x89PNG"]
    assert list(read_coordinates(path).coordinates) == ["271403"]


def test_hostile_name_stays_data(write_table: WriteTable, server: NominatimServer) -> None:
    """What the service calls a place is written as one cell, whatever it holds."""
    name = '=HYPERLINK("http://x"), {{7*7}}, </script>, [bold]x[/bold],\r\n271403,堺市,0,0'
    path = write_table(SAKAI)
    server.reply = lambda query: answer_with(query, display_name=name)
    assert main(["--endpoint", server.endpoint]) == 0
    file = read_coordinates(path)
    assert (len(file.coordinates), file.problems) == (1, ())
    assert file.coordinates["271403"].matched_name == name.replace("\r\n", "  ")


def test_check_names_every_problem_and_asks_nobody(write_table: WriteTable, capsys: pytest.CaptureFixture[str]) -> None:
    """--check exits 1, tells all problems, and neither fills nor changes the file."""
    path = write_table(SAKAI, KYOTO)
    assert main(["--check"]) == 1
    assert not path.exists()
    assert main([]) == 0
    write_table(SAKAI)
    rows = read_coordinates(path).coordinates
    path.write_text(format_coordinates(rows.values()).replace(",34.", ",44."), encoding="utf-8")
    before = path.read_bytes()
    capsys.readouterr()
    assert main(["--check"]) == 1
    told = capsys.readouterr().out
    assert "京都市" in told
    assert "km outside 大阪府" in told
    assert "2 problems" in told
    assert path.read_bytes() == before


def test_row_of_the_table_that_is_no_place_fails_the_run(
    write_table: WriteTable, capsys: pytest.CaptureFixture[str]
) -> None:
    """A city that cannot be identified has no coordinate: the rest is found, the row is told, the exit is non-zero."""
    path = write_table(SAKAI, ("Osaka", "Nowhere"))
    assert main([]) == 1
    assert "Nowhere" in capsys.readouterr().out
    assert list(read_coordinates(path).coordinates) == ["271403"]


def test_missing_table_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a table the command fails with a sentence and writes nothing."""
    monkeypatch.setenv("MADOGUCHI_DATA", str(tmp_path))
    assert main([]) == 1
    assert "cities.tsv" in capsys.readouterr().out
    assert not (tmp_path / "coordinates.csv").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--provider", "gazetteer", "--endpoint", "http://localhost"],
        ["--endpoint", "localhost:8080"],
        ["--provider", "elsewhere"],
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--timeout", "soon"],
    ],
)
def test_wrong_options_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Options that make no sense end the command before it does anything."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m geocache" in capsys.readouterr().err


def test_page_time_import_is_light() -> None:
    """Reading the file at page time loads neither polygons nor geocoders nor a network library."""
    code = "import sys, geocache.coordinates; print([m for m in ('shapely', 'geopy', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
