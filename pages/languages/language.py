"""The languages of the interface, one catalogue each."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from data.settings import read_settings
from data.shared_result import SharedResult
from pages.health.broken import note_broken, note_whole
from pages.languages.ruby import read_notation, show_brackets
from pages.languages.tags import parse_tag

CATALOGUES = Path(__file__).parent
FALLBACK = "en"  # the language the program is written in
# As they stand in a row: the country's own beside English, then roughly by how many residents read them.
ORDER = ("en", "ja", "ja-easy", "vi", "zh-Hans", "zh-Hant", "ko", "pt-BR", "es", "fil", "ne", "id", "my")
SERVICE = "https://translate.google.com/translate?sl=auto&tl={tag}&u="
HEADING = re.compile(r"^# ([A-Z][a-z]+): *(.*?) *$", re.MULTILINE)
FULL_WIDTH = {"ja", "zh"}  # languages whose colon and brackets are as wide as their characters, without a space
CLOSE_BRACKETS = {"ko"}  # languages whose brackets follow a word without a space
# What stands between the names of a list where the Unicode locale data has no space (ne), or a sign that reads as a
# range or a route (my).
LIST_SIGNS = {"ne": ", ", "my": "၊ "}


Translate = Callable[[str], str]
Stamp = tuple[int, int]  # of a file: when it was changed, and its size


@dataclass(frozen=True)
class Language:
    """A language of the interface, and the functions that give its words.

    `code` is how addresses name it, `tag` its BCP 47 tag, `name` its name in itself, `direction` ltr or rtl.
    `reviewed` says whether a native speaker has read its words, `readings` whether kanji get theirs.
    `translator` is the beginning of an address that translates the page whose encoded address follows.
    """

    code: str
    tag: str
    name: str
    direction: str
    reviewed: bool
    readings: bool
    translator: str
    gettext: Translate
    ngettext: Callable[[str, str, int], str]
    texts: int = 0  # that are translated

    def get_label(self, message: str) -> str:
        """Return a message for a place that holds plain text only: readings stand in brackets."""
        return show_brackets(self.gettext(message))

    @property
    def colon(self) -> str:
        """Return the sign between a heading and what follows it on its line."""
        return "：" if self._is_wide else ": "

    @property
    def gap(self) -> str:
        """Return what stands between two sentences on a line: a full stop that is wide has its space in itself."""
        return "" if self._is_wide else " "

    def enclose(self, text: str) -> str:
        """Put a text, HTML where it is Markup, into the brackets that follow a word."""
        if self._is_wide:
            return "（" + text + "）"
        return ("(" if self._base in CLOSE_BRACKETS else " (") + text + ")"

    @property
    def _base(self) -> str:
        return self.tag.partition("-")[0]

    @property
    def _is_wide(self) -> bool:
        return self._base in FULL_WIDTH

    @property
    def comma(self) -> str:
        """Return what the language writes between the names of a list, mostly as the Unicode locale data has it."""
        locale = parse_tag(self.tag) or Locale(FALLBACK)
        return LIST_SIGNS.get(self._base) or str(locale.list_patterns["standard"]["start"]).format("", "")

    def join_names(self, names: Iterable[str]) -> str:
        """Join the names of a list."""
        return self.comma.join(names)


# The words of the program itself, should its catalogue be broken.
ENGLISH = Language(
    FALLBACK,
    FALLBACK,
    "English",
    "ltr",
    reviewed=True,
    readings=False,
    translator=SERVICE.format(tag=FALLBACK),
    gettext=NullTranslations().gettext,
    ngettext=NullTranslations().ngettext,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """The languages whose catalogues could be read, and the stamps of those files that could not, or not whole."""

    languages: tuple[Language, ...]
    broken: Mapping[Path, Stamp]


def list_languages() -> tuple[Language, ...]:
    """Read all catalogues: the shipped ones, and those in the folder that MADOGUCHI_LANGUAGES names.

    A language whose file cannot be read is not among them until the file has changed.
    """
    found = read_catalogues()
    if any(_stamp(file) != stamp for file, stamp in found.broken.items()):
        read_catalogues.cache_clear()
        found = read_catalogues()
    return found.languages


@SharedResult
def read_catalogues() -> _Found:
    """Read all catalogues, once."""
    folders = filter(None, [CATALOGUES, read_settings().languages])
    languages, broken = [ENGLISH], {}
    for file in (file for folder in folders for file in sorted(folder.glob("*.po"))):
        stamp, part = _stamp(file), f"language {file.stem}"
        try:
            language = read_language(file)
        except Exception as error:
            broken[file] = stamp
            note_broken(part, f"{file}: {error}; mend it (`python -m pages.languages` names what it lacks)")
        else:
            languages = [other for other in languages if other.code != language.code] + [language]
            note_whole(part)
    for language in _list_short(languages):
        file = CATALOGUES / f"{language.code}.po"
        broken[file] = _stamp(file)
        told = f"{file}: it ends before the others do, so that some texts are in English; bring back the whole file"
        note_broken(f"texts of language {language.code}", told)
    place = {code: number for number, code in enumerate(ORDER)}
    languages.sort(key=lambda language: (place.get(language.code, len(place)), language.code))
    return _Found(tuple(languages), broken)


def _list_short(languages: Iterable[Language]) -> list[Language]:
    """List the shipped languages that have fewer texts than another; English needs none."""
    shipped = [language for language in languages if (CATALOGUES / f"{language.code}.po").exists() and language.texts]
    most = max((language.texts for language in shipped), default=0)
    for language in shipped:
        note_whole(f"texts of language {language.code}")
    return [language for language in shipped if language.texts < most]


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_ctime_ns, status.st_size


def load_language(code: str = FALLBACK) -> Language:
    """Return the language of that code; of an unknown one English."""
    found = {language.code: language for language in list_languages()}
    return found.get(code) or found[FALLBACK]


def read_catalogue(file: Path) -> Catalog:
    """Read a catalogue file. Raises babel's PoFileError for what is no catalogue."""
    with file.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def read_language(file: Path) -> Language:
    """Read one catalogue; its first comment lines say what language it is."""
    catalogue = read_catalogue(file)
    if not file.read_text(encoding="utf-8").rstrip().endswith('"'):
        raise ValueError("it ends in the middle of a text, or there is nothing in it")
    about = dict(HEADING.findall(catalogue.header_comment))
    for message in catalogue:
        if message.id:
            strings = message.string if isinstance(message.string, (list, tuple)) else [message.string]
            read = [read_notation(text or "") for text in strings]
            message.string = tuple(read) if message.pluralizable else read[0]
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    words = GNUTranslations(compiled)
    tag = about.get("Tag") or file.stem
    return Language(
        code=file.stem,
        tag=tag,
        name=about.get("Name") or file.stem,
        direction=about.get("Direction") or "ltr",
        reviewed=about.get("Reviewed", "no") != "no",
        readings=about.get("Readings") == "yes",
        translator=SERVICE.format(tag=about.get("Translator") or tag),
        gettext=words.gettext,
        ngettext=words.ngettext,
        texts=sum(1 for message in catalogue if message.id and message.string),
    )
