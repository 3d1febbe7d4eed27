"""Rendering as HTML and as JSON: no value can be taken for markup, for a template or for script."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pages.languages.language import Language
from pages.languages.ruby import BASE, drop_readings, show_brackets, show_ruby
from pages.languages.trusted import trust_markup

TEMPLATES = Path(__file__).parent / "templates"
# What could end or begin something in HTML, in a template literal or in a script; none of it is JSON's own.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&$`'\u2028\u2029"}
# folium compiles a rendered script as a Jinja template again. JSON itself never has these pairs, only its strings.
TEMPLATE_OPENINGS = ("{{", "{%", "{#")


def share_words(language: Language) -> dict[str, object]:
    """Return what every template needs of a language: itself, its words, how a translated page's address begins."""
    return {"language": language, "_": language.gettext, "translator": language.translator}


def render_template(template: str, /, **values: object) -> Markup:
    """Draw a template of templates/ as HTML, every value escaped."""
    return trust_markup(_load_environment().get_template(template).render(**values))


def dump_json(value: object) -> str:
    """Write JSON that neither a template engine nor a browser can take for anything else; it reads back the same."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    for opening in TEMPLATE_OPENINGS:
        text = text.replace(opening, "".join(f"\\u{ord(sign):04x}" for sign in opening))
    return text


class _Carrying(Markup):
    """HTML whose readings are still the signs that carry them, for a script that draws them itself."""


def _finalize(value: object) -> object:
    if isinstance(value, str) and BASE in value and not isinstance(value, _Carrying):
        return show_ruby(value)
    return value


def embed_json(value: object) -> Markup:
    """Return `dump_json` of a value as markup: no `<` is left in it."""
    return trust_markup(dump_json(value))


@cache
def _load_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}  # few bytes
    environment.filters |= {
        "plain": drop_readings,
        "brackets": show_brackets,
        "signs": _Carrying.escape,
        "address": lambda url: quote(url, safe=""),
    }
    return environment
