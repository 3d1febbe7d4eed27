"""The static edition of the shipped table, made once for all tests of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from data.folder import locate_files
from pages.answers.atlas import Atlas, load_atlas
from pages.edition.edition import list_files
from pages.edition.manifest import MANIFEST
from pages.edition.pages import Edition
from tests.pages.edition.sample import DAY, SOME, URL, publish, read_files
from tests.pages.parsed_html import Document, read_html


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition whose address nobody knows, as the command writes it into a folder that did not exist."""
    folder = tmp_path_factory.mktemp("site") / "new" / "edition"
    done = publish(folder, "--date", f"{DAY}")
    assert (done.code, done.err) == (0, "")
    return folder


@pytest.fixture(scope="session")
def files(edition: Path) -> Mapping[str, bytes]:
    """Its files but for what the command keeps account in."""
    return {name: content for name, content in read_files(edition).items() if name != MANIFEST}


@pytest.fixture(scope="session")
def few_files(atlas: Atlas) -> Mapping[str, bytes]:
    """The same in few languages, to compare with others."""
    return dict(list_files(Edition(atlas, "", DAY, SOME)))


@pytest.fixture(scope="session")
def known_files(atlas: Atlas) -> Mapping[str, bytes]:
    """Those where the address is known."""
    return dict(list_files(Edition(atlas, URL, DAY, SOME)))


@pytest.fixture(scope="session")
def pages(files: Mapping[str, bytes]) -> Mapping[str, Document]:
    """Its pages, read."""
    return {name: read_html(content.decode()) for name, content in files.items() if name.endswith(".html")}
