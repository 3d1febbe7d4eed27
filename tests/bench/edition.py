"""What the static edition weighs: of the shipped table in all languages, and of all municipalities in one."""

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path

from data.folder import locate_files
from pages.answers.atlas import load_atlas
from pages.edition.edition import write_edition
from pages.edition.pages import Edition
from tests.bench.japan import write_japan
from tests.bench.report import Sample
from tests.bench.servers import JAPAN, MADOGUCHI

DAY = datetime.date(2026, 4, 1)
URL = "https://example.org/map"  # with an address the pages have QR codes and previews, and are heaviest
LANGUAGE = "en"  # of the edition of all municipalities


def measure_editions() -> Iterator[Sample]:
    """Write both editions and weigh them."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as name:
        folder = Path(name)
        (folder / "data").mkdir()
        write_japan(folder / "data")
        japan = load_atlas(locate_files({"MADOGUCHI_DATA": str(folder / "data")}))
        editions = {
            MADOGUCHI: Edition(load_atlas(locate_files({})), URL, DAY),
            JAPAN: Edition(japan, URL, DAY, (LANGUAGE,)),
        }
        for subject, edition in editions.items():
            yield from weigh_edition(subject, folder / subject, edition)


def weigh_edition(subject: str, folder: Path, edition: Edition) -> Iterator[Sample]:
    """Write an edition; yield the bytes of all its files and of its heaviest city's page."""
    write_edition(folder, edition)
    sizes = {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    yield Sample("edition.bytes", subject, sum(sizes.values()))
    yield Sample("edition.city", subject, max(size for path, size in sizes.items() if is_city_page(path)))


def is_city_page(path: Path) -> bool:
    """Tell whether a file of the edition is the page of one city: en/city/kobe/index.html."""
    return len(path.parts) == 4 and path.parts[1] == "city" and path.name == "index.html"
