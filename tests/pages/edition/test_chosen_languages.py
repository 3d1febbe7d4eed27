"""An edition in fewer languages: no page of another, and no link to one."""

import json
import re
from urllib.parse import urlsplit

from pages.answers.atlas import Atlas
from pages.edition.edition import list_files
from pages.edition.pages import Edition
from tests.pages.edition.sample import DAY, URL, list_addresses
from tests.pages.parsed_html import read_html


def test_an_edition_may_be_in_some_languages(atlas: Atlas) -> None:
    """No page of another, no link to one; the root is in the first of them where English is not among them."""
    files = dict(list_files(Edition(atlas, URL, DAY, ("vi", "ja"))))
    assert {name.split("/")[0] for name in files if "/" in name} == {
        *("vi", "ja", "data", "assets", "cities", "about", "changes", "quality", "feed"),
    }
    root = read_html(files["index.html"].decode())
    assert root.find("html")[0].attributes["lang"] == "vi"
    assert {link.attributes["hreflang"] for link in root.find("a") if "hreflang" in link.attributes} == {"vi", "ja"}
    told = json.loads(root.find("div", id="first-view")[0].attributes["data-address"])
    assert (told["language"], told["chosen"]) == ("vi", False)
    [tags] = [file.decode() for name, file in files.items() if name.startswith("assets/static.")]
    assert set(json.loads(tags.splitlines()[0].partition("=")[2].strip().rstrip(";")).values()) == {"vi", "ja"}
    hrefs = {
        href
        for name, file in files.items()
        if name.endswith(".html")
        for href in list_addresses(read_html(file.decode()))
    }
    ours = [href for href in hrefs if href.startswith(URL) or not urlsplit(href).scheme]
    assert [href for href in ours if re.search(r"(^|/)(en|ja-easy)/", href)] == []
    assert f"{URL}/en/" not in files["sitemap.xml"].decode()


def test_in_one_language_nothing_offers_another(atlas: Atlas) -> None:
    """Neither pages nor sheets have links of languages."""
    files = dict(list_files(Edition(atlas, "", DAY, ("ja",))))
    assert [name for name, file in files.items() if name.endswith(".html") and b"hreflang" in file] == []
