"""What an event of the calendar says of its class: plain text, each line in English and Japanese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data.courses.records import Course
from data.table.course_columns import WORDS

ASK = "Ask before you go: things change / 行く前に聞いてください。変わることがあります"
TAKES_NOBODY = {"full": "FULL NOW / 今は満員", "paused": "PAUSED NOW / 今は休止"}
NO_END_TIME = "When it ends is not known / 終わる時刻は分かりません"
NO_BREAKS = (
    "Whether there is no class on public holidays or at New Year is not known / 祝日や年末年始の休みは分かりません"
)
BREAKS = "No class / 休み"
MORE_BREAKS = "not all of it could be taken out of these dates / すべては予定から除いていません"
NO_LAST_DAY = "Whether it goes on after {day} is not known / {day}より後のことは分かりません"
ALTERNATE = "Every other week, counted from {day} / 隔週({day}から数えて)"
UNOFFICIAL = "From Madoguchi Map, not an official site / 公式ではありません"


def describe_event(course: Course, last: date) -> str:
    """Describe what a class's dates do not say; `last` is the last day for which they are known."""
    return "\n".join(filter(None, (*_list_warnings(course, last), *_list_facts(course), *_list_sources(course))))


def write_place(course: Course) -> str:
    """Write where a class is: venue and address, online, or both."""
    there = ", ".join(filter(None, (course.venue, course.address)))
    return " / ".join(filter(None, (there, "online / オンライン" if course.is_online else "")))


def _list_warnings(course: Course, last: date) -> Iterator[str]:
    """Yield what has to be asked before anything else."""
    yield TAKES_NOBODY.get(course.accepting or "", "")
    yield ASK
    if course.valid_until is None:
        yield NO_LAST_DAY.format(day=last)
    if course.weeks and course.weeks.kind == "alternate":
        yield ALTERNATE.format(day=course.valid_from)
    if course.breaks is None:
        yield NO_BREAKS
    else:
        yield f"{BREAKS}: {course.breaks.text}{'' if course.breaks.is_read else f' ({MORE_BREAKS})'}"
    if course.end is None:
        yield NO_END_TIME


def _list_facts(course: Course) -> Iterator[str]:
    """Yield what is known, a line each."""
    levels = "; ".join(filter(None, (_say("level", level) for level in course.levels)))
    childcare = "" if course.childcare is None else _say("childcare", "yes" if course.childcare else "no")
    facts = {
        "Organizer / 主催者": course.organizer,
        "Level / レベル": levels,
        "For / 対象": _say("for_whom", course.audience),
        "Who may come / 在住条件": course.area,
        "Fee / 料金": "; ".join(filter(None, (_write_fee(course), course.fee_note))),
        "Childcare / 保育": "; ".join(filter(None, (childcare, course.childcare_note))),
        "How to join / 申込": _say("how_to_join", course.joining),
        "Languages / 使える言語": ", ".join(course.languages),
        "Telephone / 電話": course.phone,
        "E-mail / メール": course.email,
        "Page / ページ": course.url,
    }
    yield from (f"{name}: {value}" for name, value in facts.items() if value)


def _list_sources(course: Course) -> Iterator[str]:
    dated = f" ({course.source.date})" if course.source.date else ""
    yield f"Source / 出典: {course.source.where}{dated}" if course.source.where else ""
    if course.checked_on:
        yield f"Checked / 確認: {' '.join(filter(None, (str(course.checked_on), course.checked_by)))}"
    yield UNOFFICIAL


def _write_fee(course: Course) -> str:
    if course.fee_yen is None:
        return ""
    if course.is_free:
        return "free of charge / 無料"
    unit = course.fee_unit
    each = (f" a {unit}", f"({_find_japanese('fee_unit', unit)})") if unit else ("", "")
    return f"¥{course.fee_yen:,}{each[0]} / {course.fee_yen:,}円{each[1]}"


def _say(column: str, word: str | None) -> str:
    """Say one of a column's few words in both languages; nothing where it is not known."""
    return f"{word} / {_find_japanese(column, word)}" if word else ""


def _find_japanese(column: str, word: str) -> str:
    return next(japanese for japanese, known in WORDS[column].items() if known == word)
