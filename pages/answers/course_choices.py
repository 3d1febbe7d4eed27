"""The filters of classes as questions with their choices, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from data.courses.records import TimeOfDay
from pages.address.view import DAYS, LEARNERS, SWITCHES, TIMES_OF_DAY, Learner, View
from pages.answers.courses import CourseMatter
from pages.languages.dates import name_weekday
from pages.languages.language import Language

QuestionKey = Literal["day", "time", "for", "wishes"]


@dataclass(frozen=True, slots=True)
class CourseChoice:
    """A choice: the parameter of an address that makes it and its value there, and its words."""

    parameter: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CourseQuestion:
    """A question about classes; `several` of its choices can be made at a time."""

    key: QuestionKey
    text: str
    choices: tuple[CourseChoice, ...]
    several: bool = False

    @property
    def labels(self) -> Mapping[str, str]:
        """The words of the choices, by what each is in an address: of a wish its name."""
        return {c.parameter if self.key == "wishes" else c.value: c.label for c in self.choices}


def list_questions(view: View, language: Language) -> tuple[CourseQuestion, ...]:
    """List the questions with all their choices, and which of these a view has made."""
    _ = language.gettext
    days = ((day, name_weekday(sign, language), day in view.days) for day, sign in DAYS.items())
    times = ((time, _name_time(time, language), time == view.time) for time in TIMES_OF_DAY)
    learners = ((who, _name_learner(who, language), who == view.learner) for who in LEARNERS)
    wishes = _name_wishes(language)
    return (
        CourseQuestion("day", _("Day"), tuple(CourseChoice("day", *choice) for choice in days), several=True),
        CourseQuestion("time", _("Time of day"), tuple(CourseChoice("time", *choice) for choice in times)),
        CourseQuestion("for", _("For whom"), tuple(CourseChoice("for", *choice) for choice in learners)),
        CourseQuestion(
            "wishes",
            _("What else is important"),
            tuple(CourseChoice(name, "yes", wishes[name], bool(getattr(view, name))) for name in SWITCHES),
            several=True,
        ),
    )


def list_made_choices(view: View, language: Language) -> tuple[CourseChoice, ...]:
    """List the choices that a view has made."""
    return tuple(choice for question in list_questions(view, language) for choice in question.choices if choice.chosen)


def take_back(view: View, choice: CourseChoice) -> View:
    """Return the view without one choice, at the first part of its list."""
    view = replace(view, page=1)
    match choice.parameter:
        case "day":
            return replace(view, days=tuple(day for day in view.days if day != choice.value))
        case "time":
            return replace(view, time=None)
        case "for":
            return replace(view, learner=None)
        case "free":
            return replace(view, free=False)
        case "online":
            return replace(view, online=False)
        case "children":
            return replace(view, children=False)
        case _:
            return replace(view, childcare=False)


def name_matters(language: Language) -> Mapping[CourseMatter, str]:
    """Name what filters ask of a class."""
    _ = language.gettext
    wishes = _name_wishes(language)
    return {
        "day": _("Day"),
        "time": _("Time of day"),
        "learner": _("For whom"),
        "fee": _("Fee"),
        "online": wishes["online"],
        "children": wishes["children"],
        "childcare": wishes["childcare"],
    }


def _name_time(time: TimeOfDay, language: Language) -> str:
    _ = language.gettext
    names: dict[TimeOfDay, str] = {"morning": _("Morning"), "afternoon": _("Afternoon"), "evening": _("Evening")}
    return names[time]


def _name_learner(learner: Learner, language: Language) -> str:
    _ = language.gettext
    names: dict[Learner, str] = {"adult": _("Adult"), "child": _("Child")}
    return names[learner]


def _name_wishes(language: Language) -> Mapping[str, str]:
    """Name the filters that are on or off, in their order."""
    _ = language.gettext
    names = (_("Free of charge"), _("Online"), _("My child comes along"), _("Childcare"))
    return dict(zip(SWITCHES, names, strict=True))
