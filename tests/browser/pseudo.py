"""Languages that nobody speaks: one of long words, one from right to left, made of all the program's texts."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from pages.languages.texts import extract_texts

ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçéîñöšûýÁÇÉÎÑÖŠÛÝ")
PLACEHOLDER = re.compile(r"(\{\w+\})")
MORE = 0.4  # of the letters are added
RIGHT, BACK = "\u2067", "\u2069"  # a part from right to left


def write_pseudo_languages(folder: Path) -> tuple[str, str]:
    """Write the two catalogues; return their codes: Latin letters 40 % longer, and the same from right to left."""
    _write(folder / "qaa.po", "Lóñgér", "ltr", lengthen)
    _write(folder / "qab.po", "Ríght tó léft", "rtl", lambda text: f"{RIGHT}{lengthen(text)}{BACK}")
    return "qaa", "qab"


def lengthen(text: str) -> str:
    """Return every letter an accent where there is one, and add two letters in five; placeholders stay."""
    parts = PLACEHOLDER.split(text)
    accented = "".join(part if PLACEHOLDER.fullmatch(part) else part.translate(ACCENTS) for part in parts)
    words = ["öñé", "twó", "thréé", "föür", "fîvé"]
    filling = ""
    while len(filling) < len(text) * MORE:
        filling += " " + words[len(filling) % len(words)]
    return accented + filling


def _write(file: Path, name: str, direction: str, change: object) -> None:
    catalogue = Catalog(locale="en", charset="utf-8")
    catalogue.header_comment = f"# Name: {name}\n# Tag: {file.stem}\n# Direction: {direction}\n# Reviewed: no"
    assert callable(change)
    for message in extract_texts():
        if message.id:
            ids = message.id if isinstance(message.id, (list, tuple)) else [message.id]
            strings = tuple(change(text) for text in ids)
            catalogue.add(message.id, strings if message.pluralizable else strings[0])
    with file.open("wb") as stream:
        write_po(stream, catalogue)
