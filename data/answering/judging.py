"""Judges a city's answer as it was typed: what is to be written, or everything that speaks against it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.answering.correcting import check_corrected, make_correction
from data.answering.typed import Typed, find_city, refuse
from data.privacy.findings import Finding
from data.privacy.judging import judge_role, judge_text
from data.records import Check, CheckedField, City, Correction, FieldName, Problem
from data.standing import FIELDS, FRESH_DAYS, find_word, is_outdated
from data.table.days import FORM, read_day

Row = dict[str, str]
_FORMULA = "=+-@＝＋－＠'"  # with which a spreadsheet begins to reckon
_ROLE = "Say who answered by office or post, such as 国際課 担当者 or staff; never a person's name."
_EVIDENCE = "Say how that is known, such as: a mail of that day from the listed address."


@dataclass(frozen=True, slots=True)
class Known:
    """What the files say now: the cities, their cells as the map shows them, doubts and words by the city."""

    cities: tuple[City, ...]
    shown: Mapping[str, Mapping[FieldName, str]]  # by code
    listed: Mapping[str, Mapping[FieldName, str]]  # the table's own cells
    corrections: tuple[Correction, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written of an answer: rows for checks.csv and corrections.csv, and what the editor is told."""

    city: City
    checks: tuple[Row, ...]
    corrections: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()


def judge_answer(typed: Typed, known: Known, today: date) -> Taken | tuple[Problem, ...]:
    """Return what an answer writes, or all that is wrong with it at once; `today` is the day in Japan."""
    city = find_city(typed.city, known.cities)
    day = read_day(typed.day)
    problems = [*_check_day(typed, day, today)]
    if isinstance(city, Problem):
        return (city, *problems, *_check_words(typed, None), *_check_use(typed))
    problems += [*_check_words(typed, city), *_check_use(typed)]
    if day:
        problems += _check_order(typed, city, day, known)
    fields = _choose_fields(typed, known.shown[city.code])
    if typed.corrected is None:
        problems += _check_filled(typed, city, fields, known)
    elif len(fields) == 1 and fields[0] != "all":
        problems += check_corrected(typed.corrected, fields[0], city, known.listed[city.code], known.corrections)
    if problems or day is None:
        return tuple(problems)
    return _take(typed, city, day, fields, known)


def tidy(text: str) -> str:
    """Return a text in one line, without white space at its ends."""
    return " ".join(text.split())


def _take(typed: Typed, city: City, day: date, fields: Sequence[CheckedField], known: Known) -> Taken:
    """Write an answer against which nothing speaks as rows."""
    shown, corrected = known.shown[city.code], typed.corrected
    values = {one: "" if one == "all" else shown[one] for one in fields}
    corrections: tuple[Row, ...] = ()
    if corrected is not None:
        field_name = next(one for one in FIELDS if one in fields)
        values[field_name] = corrected.strip()
        source = f"{tidy(typed.evidence)} ({tidy(typed.role)}, {day.isoformat()})"
        corrections = (make_correction(city, field_name, known.listed[city.code], corrected.strip(), source),)
    rows = tuple(
        {
            "code": city.code,
            "city": city.place.ja,
            "field": one,
            "value": values[one],
            "date": day.isoformat(),
            "role": tidy(typed.role),
            "evidence": tidy(typed.evidence),
            "answer": "withdrawn" if typed.withdraw else "right",
        }
        for one in fields
    )
    return Taken(city, rows, corrections, tuple(_list_notes(typed, city, fields, known)))


def _choose_fields(typed: Typed, shown: Mapping[FieldName, str]) -> tuple[CheckedField, ...]:
    """Return the fields that get a row each: a line is confirmed field by field, and withdrawn as a whole."""
    if "all" in typed.fields:
        return ("all",) if typed.withdraw else tuple(one for one in FIELDS if shown[one])
    return tuple(one for one in FIELDS if one in typed.fields)


def _check_day(typed: Typed, day: date | None, today: date) -> Iterator[Problem]:
    if day is None:
        yield refuse("--day", typed.day, "It is no day.", FORM)
    elif day > today:
        yield refuse("--day", typed.day, f"It has yet to come: today is {today.isoformat()} in Japan.", "Correct it.")
    elif is_outdated(day, today) and not typed.withdraw:
        message = f"It is more than {FRESH_DAYS} days ago, so readers would be told at once that it is old."
        yield refuse("--day", typed.day, message, "Correct it, or ask the city anew.")


def _check_words(typed: Typed, city: City | None) -> Iterator[Problem]:
    """Yield what is wrong with role and evidence, which everybody reads."""
    place = city.place if city else None
    judged: tuple[tuple[str, str, str, Iterator[Finding]], ...] = (
        ("--role", typed.role, _ROLE, judge_role(typed.role, place)),
        ("--evidence", typed.evidence, _EVIDENCE, judge_text(typed.evidence, place)),
    )
    for option, text, remedy, findings in judged:
        if not tidy(text):
            yield refuse(option, text, "It must not be empty.", remedy)
            continue
        if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in tidy(text)):
            yield refuse(option, text, "It has signs that cannot be seen.", "Write it in plain letters.")
        if tidy(text)[0] in _FORMULA:
            yield refuse(option, text, "A spreadsheet would take it for a formula.", "Begin with a word.")
        yield from (refuse(option, one.found, one.message, one.remedy) for one in findings)


def _check_use(typed: Typed) -> Iterator[Problem]:
    """Yield what does not go together."""
    several = len(typed.fields) > 1
    if "all" in typed.fields and several:
        yield refuse("FIELD", " ".join(typed.fields), "All is every field already.", "Write all, or the fields.")
    if typed.corrected is not None and (several or "all" in typed.fields):
        yield refuse("--corrected", typed.corrected, "A better value is of one field.", "Note each field by itself.")
    if typed.corrected is not None and typed.withdraw:
        message = "A field is corrected or withdrawn, not both."
        yield refuse("--withdraw", "--corrected", message, "Leave one out.")


def _check_filled(typed: Typed, city: City, fields: Sequence[CheckedField], known: Known) -> Iterator[Problem]:
    """Yield fields of which the map shows nothing that could be confirmed or withdrawn."""
    shown = known.shown[city.code]
    empty = [one for one in fields if one != "all" and not shown[one]]
    if empty or not fields:
        name = " ".join(empty or typed.fields)
        remedy = "Leave it out; what the city would like to add needs a source that lists it."
        yield refuse("FIELD", name, f"The map shows nothing there for {city.place.ja}.", remedy)


def _check_order(typed: Typed, city: City, day: date, known: Known) -> Iterator[Problem]:
    """Yield words that a later one has replaced, and the same said twice."""
    own = [row for row in known.checks if row.code == city.code]
    asked: tuple[FieldName, ...] = FIELDS if "all" in typed.fields else tuple(o for o in FIELDS if o in typed.fields)
    answer = "withdrawn" if typed.withdraw else "right"
    for one in asked:
        word = find_word(own, one)
        if word is None:
            continue
        if word.date > day.isoformat():
            message = f"Of {one} the city said something on {word.date}, which counts."
            yield refuse("--day", typed.day, message, "Correct the day, or leave the field out.")
        elif (word.date, word.answer) == (day.isoformat(), answer) and _is_same(word, typed, known.shown[city.code]):
            message = f"That is noted already, in line {word.row} of checks.csv."
            yield refuse("FIELD", one, message, "Leave it out, or correct the line by hand.")


def _is_same(word: Check, typed: Typed, shown: Mapping[FieldName, str]) -> bool:
    if word.field == "all":
        return "all" in typed.fields
    return typed.corrected is None and word.value == shown[word.field] and "all" not in typed.fields


def _list_notes(typed: Typed, city: City, fields: Sequence[CheckedField], known: Known) -> Iterator[str]:
    """Yield what an editor may have to do by hand besides."""
    if typed.withdraw:
        yield "Nothing of it is shown any more, on no page and in no file, also when the source changes."
        return
    for row in known.corrections:
        if row.code == city.code and row.field in fields and not row.applied:
            yield f"corrections.csv, line {row.row}, doubts this field: delete the row if the answer settles it."
