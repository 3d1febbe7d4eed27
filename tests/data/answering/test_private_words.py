"""Of the words about a city's answer what is a person's own is refused, and the usual ones are taken."""

from __future__ import annotations

from datetime import date

import pytest

from data.answering.judging import Known, Taken, judge_answer, tidy
from data.answering.typed import Typed
from data.folder import locate_files
from data.table.table import read_cells, read_table
from tests.data.commands import DAY
from tests.data.privacy.samples import HARMLESS_EVIDENCE, HARMLESS_ROLES, PRIVATE

ROLE, EVIDENCE = "国際課 担当者", "掲載アドレスからの返信"
TODAY = date.fromisoformat(DAY)
LISTED, SHOWN = read_cells(locate_files({}))
KNOWN = Known(read_table(locate_files({})).cities, SHOWN, LISTED)


@pytest.mark.parametrize("text", PRIVATE)
def test_fifty_private_samples_are_refused(text: str) -> None:
    """In role and in evidence, each by the option that it stands in."""
    for option, typed in (
        ("--role", Typed("kobe", ("email",), DAY, text, EVIDENCE)),
        ("--evidence", Typed("kobe", ("email",), DAY, ROLE, text)),
    ):
        problems = judge_answer(typed, KNOWN, TODAY)
        assert isinstance(problems, tuple)
        assert {problem.file for problem in problems} == {option}


@pytest.mark.parametrize("evidence", [text for text in HARMLESS_EVIDENCE if text[0] not in "=<"])
def test_harmless_words_are_taken(evidence: str) -> None:
    """Each evidence of the table of harmless ones, with each role."""
    for role in HARMLESS_ROLES:
        taken = judge_answer(Typed("chiba", ("department",), DAY, role, evidence), KNOWN, TODAY)
        assert isinstance(taken, Taken)
        assert [(row["role"], row["evidence"]) for row in taken.checks] == [(role, tidy(evidence))]
