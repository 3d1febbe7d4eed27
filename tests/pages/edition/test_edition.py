"""`python -m data publish DIR`: what it writes, and that it can be run again and again."""

import json
from pathlib import Path

import frictionless
import pytest

from data.published.formats import FORMATS, TABLE
from pages.edition.manifest import EARLIER, MANIFEST, hash_content, read_manifest
from pages.languages.language import list_languages
from tests.pages.edition.sample import publish, read_files, start_publishing

SMALL = ("--language", "en")


def test_every_download_is_written(edition: Path) -> None:
    """Under the addresses that the app has them at, and nothing but what was meant to be there."""
    written = set(read_files(edition))
    without_classes = [offered for offered in FORMATS if not offered.write_courses]
    assert {f"data/{offered.file}" for offered in without_classes if offered is not TABLE} <= written
    assert [name for name in written if Path(name).name.startswith("classes.")] == []
    assert {"data/prefecture/osaka/counters.csv", "data/prefecture/osaka/associations.csv"} <= written
    assert {f"{language.code}/data/{TABLE.file}" for language in list_languages()} <= written
    assert [name for name in read_files(edition) if name.endswith((".lock", ".tmp"))] == []
    assert len(json.loads((edition / "data/cities.json").read_text(encoding="utf-8"))["cities"]) == 20
    assert frictionless.validate(str(edition / "data/datapackage.json")).valid
    assert frictionless.validate(str(edition / "data/prefecture/osaka/datapackage.json")).valid


@pytest.fixture(scope="module")
def small_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition in one language, as the program writes it."""
    folder = tmp_path_factory.mktemp("site") / "edition"
    done = start_publishing(folder, *SMALL)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_again_it_writes_the_same_bytes(small_edition: Path) -> None:
    """Neither time nor chance nor process gets in; what else lies there stays, but for half files of killed writers."""
    before = read_files(small_edition)
    (small_edition / "CNAME").write_text("example.org", encoding="utf-8")
    for stray in (".index.html.abcdefgh.tmp", "assets/.page.0123abcd.css.a_b1c2d3.tmp"):
        (small_edition / stray).write_text("half", encoding="utf-8")
    assert publish(small_edition, *SMALL).code == 0
    assert read_files(small_edition) == before | {"CNAME": b"example.org"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file stands in the way: the command says where and what to do, without a traceback."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = publish(tmp_path / "taken" / "edition")
    assert done.code == 1
    assert "Name a folder that can." in done.err


def test_without_rows_nothing_is_written(tmp_path: Path) -> None:
    """An empty table does not replace an edition."""
    done = publish(tmp_path / "edition", data=tmp_path)
    assert (done.code, (tmp_path / "edition").exists()) == (1, False)
    assert "no usable row" in done.err


def test_what_an_earlier_edition_wrote_goes_unless_it_was_changed(small_edition: Path) -> None:
    """A city that left the table leaves the edition; what somebody else wrote over its page stays and is named."""
    manifest = dict(read_manifest(small_edition))
    for name, content in {"en/city/gone/index.html": b"ours", "en/city/kept/index.html": b"ours"}.items():
        (small_edition / name).parent.mkdir()
        (small_edition / name).write_bytes(content)
        manifest[name] = hash_content(b"ours")
    outside = small_edition.parent / "outside.txt"
    outside.write_bytes(b"ours")
    manifest["../outside.txt"] = hash_content(b"ours")
    (small_edition / "en/city/kept/index.html").write_bytes(b"theirs")
    (small_edition / MANIFEST).unlink()
    (small_edition / EARLIER).write_text(json.dumps(manifest), encoding="utf-8")  # as earlier editions wrote it
    done = publish(small_edition, *SMALL)
    assert (done.code, done.out.count("changed since")) == (0, 1)
    assert not (small_edition / "en/city/gone").exists()
    assert ((small_edition / EARLIER).exists(), (small_edition / MANIFEST).exists()) == (False, True)
    assert (small_edition / "en/city/kept/index.html").read_bytes() == b"theirs"
    assert outside.exists()


def test_some_languages_can_be_asked_for(small_edition: Path) -> None:
    """Each `--language` adds one; what an edition in all had of others goes, and an unknown one is named."""
    folder = small_edition
    assert publish(folder, "--language", "vi", "--language", "ja").code == 0
    assert {"vi", "ja"} == {path.name for path in folder.iterdir() if (path / "sheet").is_dir()}
    assert not (folder / "en/sheet").exists()
    before = read_files(folder)
    refused = publish(folder, "--language", "de")
    assert (refused.code, read_files(folder)) == (1, before)
    assert "--language de" in refused.err
    assert "en, ja, ja-easy" in refused.err
