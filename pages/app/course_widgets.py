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

PREFIX = "class-"  # with a question's key that of its widget
Made = Mapping[QuestionKey, tuple[str, ...]]  # the choices that are made, by question, in the order offered
ALLOWED: Made = {"day": tuple(DAYS), "time": TIMES_OF_DAY, "for": LEARNERS, "wishes": SWITCHES}
SEVERAL = ("day", "wishes")  # questions of which several choices can be made


def draw_questions(scene: Scene, on_change: Callable[[], None]) -> None:
    """Draw a row of pills for each question; those that are pressed can be taken back."""
    for question in list_questions(scene.view, scene.language):
        labels = _label(question)
        st.pills(
            show_brackets(question.text),
            list(labels),
            key=PREFIX + question.key,
            selection_mode="multi" if question.several else "single",
            format_func=lambda value, labels=labels: labels.get(value, value),
            on_change=on_change,
        )


def fill_questions(view: View, sent: Made, *, anew: bool) -> None:
    """Put a view's choices into the widgets, where they are not there already; those of another page begin empty."""
    standing = {} if anew else read_standing()
    for key, made in list_made(view).items():
        if made not in (standing.get(key), sent.get(key)):
            st.session_state[PREFIX + key] = list(made) if key in SEVERAL else next(iter(made), None)


def read_standing() -> Made:
    """Read the choices that stand in the widgets of this run; a question whose widget is not there is left out."""
    keys = [PREFIX + key for key in ALLOWED]
    return read_made({key: st.session_state[key] for key in keys if key in st.session_state})


def read_made(values: Mapping[str, object], language: Language | None = None) -> Made:
    """Read the choices from the widgets' values by their keys; a question whose widget is not there is left out.

    With a language the values may be what the widgets show in it. A widget with anything else is left out as well.
    """
    labels = {q.key: _label(q) for q in list_questions(View(), language)} if language else {}
    found = {key: _read(values[PREFIX + key], key, labels.get(key, {})) for key in ALLOWED if PREFIX + key in values}
    return {key: made for key, made in found.items() if made is not None}


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


def _read(value: object, key: QuestionKey, labels: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return the choices in their order; None where a word is none of them, or of another language."""
    named = {label: choice for choice, label in labels.items()}
    words = (
        [value] if isinstance(value, str) else value if isinstance(value, Iterable) else [] if value is None else [0]
    )
    found = {named.get(str(word), str(word)) for word in words}
    return tuple(choice for choice in ALLOWED[key] if choice in found) if found <= set(ALLOWED[key]) else None
