"""Letters in addresses: whatever is in them, a mail program reads back exactly what was written."""

from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.folder import locate_files
from data.records import City
from data.table.table import read_table
from pages.languages.language import list_languages, load_language
from pages.letters.asking import choose_usual, describe_asking, write_letter
from pages.letters.mailto import encode_text, write_mailto
from pages.letters.request import Choices
from pages.letters.sentences import join_japanese
from tests.pages.samples import make_city

SHIPPED = read_table(locate_files({})).cities
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def read_mailto(url: str) -> tuple[str, str, str]:
    """Read address, subject and body as RFC 6068 has it: a plus sign is a plus sign."""
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc, parts.fragment) == ("mailto", "", "")
    (subject, text), (body, content) = (part.split("=") for part in parts.query.split("&"))
    assert (subject, body) == ("subject", "body")
    return unquote(parts.path), unquote(text), unquote(content)


@pytest.mark.parametrize(
    ("text", "encoded"),
    [
        ("a b", "a%20b"),
        ("A&B=C?", "A%26B%3DC%3F"),
        ("a\nb\r\nc\rd", "a%0D%0Ab%0D%0Ac%0D%0Ad"),
        ("1+1#%", "1%2B1%23%25"),
        ("-_.~!'()*", "-_.~!'()*"),
        ("窓", "%E7%AA%93"),
        ("🦊", "%F0%9F%A6%8A"),
    ],
)
def test_text_is_encoded_as_browsers_do(text: str, encoded: str) -> None:
    """The result is that of encodeURIComponent, with mail's line ends."""
    assert encode_text(text) == encoded


@given(TEXTS, TEXTS)
def test_any_letter_is_read_back(subject: str, body: str) -> None:
    """No text ends the field it stands in."""
    read = read_mailto(write_mailto("a.b+c@d.jp", subject, body))
    lines = [text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n") for text in (subject, body)]
    assert read == ("a.b+c@d.jp", *lines)


@pytest.mark.parametrize("city", [city for city in SHIPPED if city.emails], ids=lambda city: city.slug)
def test_each_address_of_a_city_gets_the_usual_letter(city: City) -> None:
    """Without a script too a letter opens with its subject and text; Osaka has two addresses."""
    for language in list_languages():
        letter = write_letter(city, choose_usual(language), language)
        addresses = describe_asking(city, language).addresses
        assert [entry.text for entry in addresses] == list(city.emails)
        assert len(addresses) == (2 if city.slug == "osaka" else 1)
        for entry in addresses:
            address, subject, body = read_mailto(entry.url)
            assert (address, entry.bare) == (entry.text, f"mailto:{entry.text}")
            assert parseaddr(address)[1] == entry.text
            assert subject == letter.subject.ja
            assert body.split("\r\n") == join_japanese(letter.body).split("\n")
            assert city.place.ja in body


@pytest.mark.parametrize("name", ["A & B", "Who?", "First\nLast", "Lan 🦊 {city}", "50% = a+b#c", "<b>‮'\""])
def test_a_name_survives_as_it_was_written(name: str) -> None:
    """Signs that mean something in addresses, or in our own texts, are only signs of a name."""
    letter = write_letter(make_city("271004"), Choices(), load_language("vi"), name=name)
    body = join_japanese(letter.body)
    _, _, read = read_mailto(write_mailto("a@b.jp", letter.subject.ja, body))
    assert f"{name}と申します。".replace("\n", "\r\n") in read
    assert read.endswith(name.replace("\n", "\r\n"))
    assert f"Tôi tên là {name}." in [sentence.native for sentence in letter.body]
