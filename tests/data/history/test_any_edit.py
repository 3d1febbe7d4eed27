"""Any edit of a cell is at most one difference, and it names its place."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.history.compare import compare_facts
from data.history.facts import Facts, read_facts
from data.table.table_columns import COLUMNS, FIELD_COLUMNS
from tests.data.history.samples import SHIPPED
from tests.hostile import TEXTS

BEFORE = read_facts(SHIPPED)
NOWHERE = SHIPPED.cities.parent / "none"
ALONE = replace(
    SHIPPED, **dict.fromkeys(("corrections", "checks", "department_names", "associations", "counters"), NOWHERE)
)
CITIES = read_facts(ALONE)
COUNTERS = Facts({"counter": BEFORE.statements["counter"]})
LINES = SHIPPED.cities.read_text(encoding="utf-8").split("\n")
HEAD = next(number for number, line in enumerate(LINES) if line.startswith("No."))
FIELDS = {COLUMNS.index(column): field for field, column in FIELD_COLUMNS.items()}
CELLS = st.text(max_size=40) | st.sampled_from(
    [*TEXTS, "", " ", "a[at]b.jp", "https://www.city.kobe.lg.jp/ (x)", "Kobe"]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(HEAD + 1, HEAD + 20), st.integers(0, 6), CELLS)
def test_any_edited_cell_is_at_most_one_difference(tmp_path: Path, row: int, column: int, text: str) -> None:
    """It names city and field; where the place itself is another, one place goes and perhaps one comes."""
    cells = LINES[row].split("\t")
    cells[column] = text.replace("\t", " ").replace("\n", " ").replace("\r", " ").replace("\0", " ").replace('"', "'")
    lines = [*LINES[:row], "\t".join(cells), *LINES[row + 1 :]]
    (tmp_path / "cities.tsv").write_text("\n".join(lines), encoding="utf-8", errors="replace")
    differences = compare_facts(CITIES, read_facts(replace(ALONE, cities=tmp_path / "cities.tsv")))
    code = BEFORE.statements["city"][row - HEAD - 1].code
    if column in FIELDS:
        assert {(one.kind, one.subject, one.code, one.field) for one in differences} <= {
            ("changed", "city", code, FIELDS[column])
        }
        assert len(differences) <= 1
    else:
        gone = [one for one in differences if one.kind == "removed"]
        assert [one.code for one in gone] in ([], [code])
        assert len(differences) <= 2 * len(gone)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edited_cell_of_a_counter_is_at_most_one_difference(tmp_path: Path, data: st.DataObject) -> None:
    """Whether the row stays usable or not; it names the place, and the counter where it has two."""
    rows = list(csv.reader(io.StringIO(SHIPPED.counters.read_text(encoding="utf-8"))))
    row = data.draw(st.integers(1, len(rows) - 1))
    column = data.draw(st.integers(1, len(rows[0]) - 1))
    code = rows[row][0]
    rows[row][column] = data.draw(CELLS).replace("\0", " ")
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    (tmp_path / "counters.csv").write_text(stream.getvalue(), encoding="utf-8", errors="replace")
    after = read_facts(replace(ALONE, cities=NOWHERE, counters=tmp_path / "counters.csv"))
    differences = compare_facts(COUNTERS, after)
    assert len(differences) <= 1
    assert {one.code for one in differences} <= {code}
