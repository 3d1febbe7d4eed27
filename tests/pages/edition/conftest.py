"""The static edition of the shipped table, made once for all tests of it."""

from collections.abc import Mapping

import pytest

from data.folder import locate_files
from pages.answers.atlas import Atlas, load_atlas
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from tests.pages.edition.sample import DAY, SOME
from tests.pages.parsed_html import Document, read_html


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The shipped table."""
    return load_atlas(locate_files({}))


@pytest.fixture(scope="session")
def files(atlas: Atlas) -> Mapping[str, bytes]:
    """An edition whose address nobody knows."""
    return dict(list_files(Edition(atlas, "", DAY)))


@pytest.fixture(scope="session")
def few_files(atlas: Atlas) -> Mapping[str, bytes]:
    """The same in few languages, to compare with others."""
    return dict(list_files(Edition(atlas, "", DAY, SOME)))


@pytest.fixture(scope="session")
def pages(files: Mapping[str, bytes]) -> Mapping[str, Document]:
    """Its pages, read."""
    return {name: read_html(content.decode()) for name, content in files.items() if name.endswith(".html")}
