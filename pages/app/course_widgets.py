"""The widgets that filter classes: what stands in them for a view, and which view is meant by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import streamlit as st

from pages.address.view import DAYS, LEARNERS, SWITCHES, TIMES_OF_DAY, View
from pages.answers.course_choices import CourseQuestion, QuestionKey, list_questions
from pages.answers.scene import Scene
from pages.languages.language import Language
from pages.languages.ruby import show_brackets

Made = Mapping[QuestionKey, tuple[str, ...]]  # the choices that are made, by question, in the order offered
ALLOWED: Made = {"day": tuple(DAYS), "time": TIMES_OF_DAY, "for": LEARNERS, "wishes": SWITCHES}
SEVERAL = ("day", "wishes")  # questions of which several choices can be made


def name_widget(key: QuestionKey, language: Language) -> str:
    """Name the widget of a question: of each language another one, since pills forget what is chosen when their words
    change."""
    return f"class-{key}-{language.code}"


def draw_questions(scene: Scene, on_change: Callable[[], None]) -> None:
    """Draw a row of pills for each question; those that are pressed can be taken back."""
    for question in list_questions(scene.view, scene.language):
        labels = _label(question)
        st.pills(
            show_brackets(question.text),
            list(labels),
            key=name_widget(question.key, scene.language),
            selection_mode="multi" if question.several else "single",
            format_func=lambda value, labels=labels: labels.get(value, value),
            on_change=on_change,
        )


def fill_questions(scene: Scene, sent: Made, *, anew: bool) -> None:
    """Put a view's choices into the widgets, where they are not there already; those of another page begin empty."""
    language = scene.language
    standing = {} if anew else read_standing(language)
    for key, made in list_made(scene.view).items():
        if made not in (standing.get(key), sent.get(key)):
            filled = list(made) if key in SEVERAL else next(iter(made), None)
            st.session_state[name_widget(key, language)] = filled


def read_standing(language: Language) -> Made:
    """Read the choices that stand in the widgets of this run; a question whose widget is not there is left out."""
    keys = [name_widget(key, language) for key in ALLOWED]
    return read_made({key: st.session_state[key] for key in keys if key in st.session_state}, language)


def read_made(values: Mapping[str, object], language: Language) -> Made:
    """Read the choices from the widgets' values by their keys; a question whose widget is not there is left out.

    The values are those of the choices, or the words for them. A widget with anything else is left out as well.
    """
    made: dict[QuestionKey, tuple[str, ...]] = {}
    for question in list_questions(View(), language):
        name = name_widget(question.key, language)
        found = _read(values[name], question) if name in values else None
        if found is not None:
            made[question.key] = found
    return made


def list_made(view: View) -> Made:
    """List the choices that a view has made."""
    return {
        "day": view.days,
        "time": (view.time,) if view.time else (),
        "for": (view.learner,) if view.learner else (),
        "wishes": tuple(name for name in SWITCHES if getattr(view, name)),
    }


def apply_made(view: View, made: Made) -> View:
    """Return the view with other choices; of a question that is not among them it keeps its own."""
    made = {**list_made(view), **made}
    free, online, children, childcare = (name in made["wishes"] for name in SWITCHES)
    return replace(
        view,
        days=made["day"],
        time=next((time for time in TIMES_OF_DAY if time in made["time"]), None),
        learner=next((learner for learner in LEARNERS if learner in made["for"]), None),
        free=free,
        online=online,
        children=children,
        childcare=childcare,
    )


def _label(question: CourseQuestion) -> Mapping[str, str]:
    return {value: show_brackets(label) for value, label in question.labels.items()}


def _read(value: object, question: CourseQuestion) -> tuple[str, ...] | None:
    """Return the choices in their order; None where a word is none of them."""
    named = {label: choice for choice, label in _label(question).items()}
    words = (
        [value] if isinstance(value, str) else value if isinstance(value, Iterable) else [] if value is None else [0]
    )
    found = {named.get(str(word), str(word)) for word in words}
    allowed = ALLOWED[question.key]
    return tuple(choice for choice in allowed if choice in found) if found <= set(allowed) else None
