"""Rendering as HTML and as JSON: no value can be taken for markup, for a template or for script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from pages.languages.language import Language
from pages.languages.ruby import BASE, drop_readings, show_brackets, show_ruby
from pages.languages.trusted import trust_markup

TEMPLATES = Path(__file__).parent / "templates"
# What could end or begin something in HTML, in a template literal or in a script; none of it is JSON's own.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&$`'\u2028\u2029"}
# folium compiles a rendered script as a Jinja template again. JSON itself never has these pairs, only its strings.
TEMPLATE_OPENINGS = ("{{", "{%", "{#")
BEYOND_ASCII = re.compile(r"(?:%[89A-F][0-9A-F])+")
INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
# A line's end behind or before the beginning or the end of what stands on lines of its own, which no browser shows.
BLOCKS = (
    "html head body title meta link script noscript div main header footer nav section article details summary ul li p"
)
DRAWN = "svg g path rect image text figure figcaption"
BLOCK = rf"<(?:!DOCTYPE|/?(?:h\d|h\{{\{{[^}}]*}}}}|{'|'.join(f'{BLOCKS} {DRAWN}'.split())}))(?![\w-])[^<>]*>"
LINE_END = re.compile(rf"({BLOCK})\n+|\n+(?={BLOCK})")
# A statement of Jinja's, which stays as it is, or an attribute whose value is a word.
WORD = re.compile(r"({%.*?%}|{{.*?}}|{#.*?#})|(?<=\s)([a-z-]+=)\"([\w-]+)\"(?=[\s>])", re.DOTALL)


class _Unspaced(Extension):
    """Leaves out of the templates the space that no browser shows; nothing that is filled in is touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        return LINE_END.sub(lambda found: found[1] or "", INDENTATION.sub("", source))


class _Unquoted(Extension):
    """Leaves out of the templates the quotation marks that HTML does not need; what is filled in keeps its own."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        return WORD.sub(lambda found: found[1] or f"{found[2]}{found[3]}", source)


def share_words(language: Language) -> dict[str, object]:
    """Return what every template needs of a language: itself, its words, how a translated page's address begins."""
    return {"language": language, "_": language.gettext, "translator": language.translator}


def render_template(template: str, /, **values: object) -> Markup:
    """Draw a template of templates/ as HTML, every value escaped."""
    return trust_markup(_load_environment(lean=False).get_template(template).render(**values))


def render_lean(template: str, /, **values: object) -> Markup:
    """Draw a template in few bytes, for files of which there are thousands and which a server may not compress.

    Without what only an app has a use for: the templates ask `lean`.
    """
    return trust_markup(_load_environment(lean=True).get_template(template).render(**values))


def choose_renderer(*, lean: bool) -> Callable[..., Markup]:
    """Return what draws a template, lean or not."""
    return render_lean if lean else render_template


def dump_json(value: object) -> str:
    """Write JSON that neither a template engine nor a browser can take for anything else; it reads back the same."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    for opening in TEMPLATE_OPENINGS:
        text = text.replace(opening, "".join(f"\\u{ord(sign):04x}" for sign in opening))
    return text


def _finalize(value: object, *, brackets: bool) -> object:
    """Draw the readings of a text; markup is drawn already, and keeps the signs that a script of ours draws itself."""
    if isinstance(value, str) and BASE in value and not isinstance(value, Markup):
        return show_ruby(value, brackets=brackets)
    return value


def embed_json(value: object) -> Markup:
    """Return `dump_json` of a value as markup: no `<` is left in it."""
    return trust_markup(dump_json(value))


def write_letters(url: str) -> str:
    """Write an address with letters in place of their %…, which are three times as long; browsers send the same."""
    return BEYOND_ASCII.sub(_write_plainly, url)


def _write_plainly(found: re.Match[str]) -> str:
    try:
        text = unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]
    return found[0] if BASE in text else text  # else templates make ruby of it


@cache
def _load_environment(*, lean: bool) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_Unspaced, _Unquoted] if lean else [_Unspaced],
        finalize=partial(_finalize, brackets=not lean),  # brackets are for browsers that have no ruby (before 2015)
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}  # few bytes
    # `go` marks the links that the app follows without loading its page anew; without a referrer there is no opener
    environment.globals |= {
        "lean": lean,
        "go": "" if lean else Markup(" data-go"),
        "away": "noreferrer" if lean else "noopener noreferrer",
    }
    environment.filters |= {
        "plain": drop_readings,
        "brackets": show_brackets,
        "signs": Markup.escape,
        "address": lambda url: quote(url, safe=":/" if lean else ""),
        "letters": write_letters,
    }
    return environment
