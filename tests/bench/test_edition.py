"""The bench weighs what lies in the edition's folder."""

from dataclasses import replace
from pathlib import Path

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.pages import Edition
from tests.bench.edition import DAY, weigh_edition
from tests.bench.servers import MADOGUCHI


def test_all_files_and_the_heaviest_city_are_weighed(tmp_path: Path) -> None:
    """The folder's bytes, its list of files included, and the page of one city in one language."""
    atlas = load_atlas(locate_files({}))
    edition = Edition(replace(atlas, cities=atlas.cities[:2]), "", DAY, ("en",))
    found = {sample.measure: sample.value for sample in weigh_edition(MADOGUCHI, tmp_path / "edition", edition)}
    pages = [path.stat().st_size for path in (tmp_path / "edition/en/city").glob("*/index.html")]
    assert len(pages) == 2
    assert found["edition.city"] == max(pages)
    assert found["edition.bytes"] > sum(pages) + (tmp_path / "edition/edition.json.gz").stat().st_size
