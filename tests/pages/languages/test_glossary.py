"""One thing has one word in a language: the glossaries at the top of the catalogues."""

from pathlib import Path

import pytest

from pages.languages.glossary import TERMS, check_terms, read_glossary
from pages.languages.language import read_catalogue
from pages.languages.texts import list_catalogues

HEAD = "# Name: Deutsch\n# Glossary, kept to by every text (tested):\n"
HEAD += "".join(f"# {term} = {term.upper()} / {term[0]}\n" for term in TERMS if term not in {"pin", "source"})
HEAD += "# pin = Nadel / Nadeln\n# source = Quelle\n"
TEXT = '\nmsgid "The pins and the {source}"\nmsgstr "Die Nadeln und {source}"\n'


@pytest.mark.parametrize("file", list_catalogues(), ids=lambda file: file.stem)
def test_each_catalogue_keeps_to_its_glossary(file: Path) -> None:
    """Wherever the English names a counter, a city hall or a pin, the translation has the glossary's word for it."""
    assert check_terms(file) == []


@pytest.mark.parametrize("file", list_catalogues(), ids=lambda file: file.stem)
def test_each_glossary_tells_the_terms_apart(file: Path) -> None:
    """Two things do not share a word."""
    words = [forms[0] for forms in read_glossary(read_catalogue(file).header_comment).values()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("# pin = Nadel / Nadeln\n", ""), "no word for 'pin'"),
        (("Die Nadeln", "Die Stifte"), "does not call 'pin' 'Nadel or Nadeln'"),
        (("Die Nadeln", "Die 《Nadeln》Nadel"), None),
    ],
)
def test_what_departs_from_the_glossary_is_named(tmp_path: Path, change: tuple[str, str], problem: str | None) -> None:
    """A missing term and a text that says it otherwise; the name of a place to fill in is no word."""
    file = tmp_path / "de.po"
    text = HEAD + 'msgid ""\nmsgstr "Language: de\\n"\n' + TEXT
    file.write_text(text, encoding="utf-8")
    assert check_terms(file) == []
    file.write_text(text.replace(*change), encoding="utf-8")
    found = check_terms(file)
    assert [problem] == [problem for other in found if problem in other] if problem else found == []
