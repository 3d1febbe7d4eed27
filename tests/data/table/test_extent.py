"""How far a file of rows reaches, and whether it was cut."""

from pathlib import Path

import pytest

from data.table.extent import Extent, measure_extent
from tests.workbooks import make_workbook, pack

COLUMNS = b"code,city,x"


@pytest.mark.parametrize(
    ("content", "extent"),
    [
        (None, Extent()),
        (b"", Extent()),
        (b"code,ci", Extent(0, "cut")),
        (COLUMNS, Extent(0, "cut")),
        (COLUMNS + b"\n", Extent(0)),
        (COLUMNS + b"\n1,a,b\n\n2,c,d\n", Extent(2)),
        (COLUMNS + b"\r\n1,a,b\r\n", Extent(1)),
        (COLUMNS + b"\n1,a,b\n2,c", Extent(2, "cut")),
        (COLUMNS + b"\n1,a,b\n2,c,d", Extent(2, "open")),
        (COLUMNS + b'\n1,a,"b\n', Extent(0, "cut")),
        (COLUMNS + b'\n1,a,"b\nc"\n', Extent(1)),
        (COLUMNS + b'\n1,a,"b\n2,c,d\n', Extent(2)),
        (bytes(range(255, 200, -1)) + b"\0", Extent()),
        ("名,city,x\n".encode()[:-9], Extent()),
        (b"code\tcity\tx\n1\ta, b\tc\n2\td", Extent(2, "cut")),
        (b'code;city;x\n1;"a;\nb";c\n', Extent(1)),
        (pack(make_workbook({"notes": [["x"]], "table": [["code"], ["1"], [], ["2"]]})), Extent(2)),
        (b"PK\x03\x04 xl/", Extent()),
    ],
)
def test_the_extent_tells_half_a_file(tmp_path: Path, content: bytes | None, extent: Extent) -> None:
    """Rows below the header are counted; a file that stops within a row, a header or quotation marks is cut."""
    if content is not None:
        (tmp_path / "file.csv").write_bytes(content)
    assert measure_extent(tmp_path / "file.csv") == extent
