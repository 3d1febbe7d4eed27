"""The recipe for a host fits the app it serves, and the soak changes nothing of it but ports, paths and replicas."""

import re
from pathlib import Path

from data.settings import VARIABLES
from pages.languages.language import list_languages
from pages.languages.readers_language import COOKIE
from tests.browser.server import ROOT
from tests.soak.recipe import NGINX, fit
from tests.soak.rows import Row, format_rows, judge_least, judge_most

CONFIGURATION = NGINX.read_text(encoding="utf-8")
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
CODES = {language.code for language in list_languages()}


def test_an_address_without_a_language_leads_to_one_that_is_spoken() -> None:
    """The reader's last choice may be any language of the app's, and so may what the browser names, save easy Japanese.

    No browser names that.
    """
    chosen = re.search(rf"{COOKIE}=\(\?<chosen>([^)]+)\)", CONFIGURATION)
    accepted = re.search(r"map \$http_accept_language \$accepted \{(.*?)\}", CONFIGURATION, re.DOTALL)
    assert chosen
    assert accepted
    assert set(chosen[1].split("|")) == CODES
    assert set(re.findall(r"\S+ ([\w-]+);", accepted[1])) == CODES - {"ja-easy"}


def test_the_soak_changes_ports_paths_and_replicas_only(tmp_path: Path) -> None:
    """Lines that name none of them are what a host runs; nothing of the host's own is left."""
    fitted = fit(CONFIGURATION, tmp_path, ["127.0.0.1:1001", "127.0.0.1:1002", "127.0.0.1:1003"], 8080, 8443)
    added = set(fitted.splitlines()) - set(CONFIGURATION.splitlines())
    assert all(re.search(rf"listen 127|server 127|{re.escape(str(tmp_path))}", line) for line in added)
    assert fitted.count("server 127.0.0.1:1003") == 2
    assert re.findall(r"app\d|/etc/nginx/tls|/var/|/run/|/dev/", fitted) == []


def test_every_replica_has_its_place() -> None:
    """What compose.yaml starts is what nginx passes to, for pages and for sessions, at an address that stays."""
    replicas = re.findall(r"^  (app\d+):$", COMPOSE, re.MULTILINE)
    assert len(replicas) >= 2
    for name in replicas:
        assert CONFIGURATION.count(f"server {name}:8501") == 2
        address = re.search(rf"- {name}:([\d.]+)$", COMPOSE, re.MULTILINE)
        assert address
        assert f"ipv4_address: {address[1]} " in COMPOSE


def test_compose_sets_what_the_app_reads() -> None:
    """Each setting in it is one of the app's; the secret of the replicas is Streamlit's own."""
    block = re.search(r"^  environment:(?: \S+)?\n((?:    .+\n)+)", COMPOSE, re.MULTILINE)
    assert block
    names = set(re.findall(r"^ +([A-Z_]+):", block[1], re.MULTILINE))
    assert names - set(VARIABLES) == {"STREAMLIT_SERVER_COOKIE_SECRET"}


def test_what_is_found_stands_beside_what_was_promised() -> None:
    """The table says met or not, in units a reader knows."""
    rows = [judge_most("late", 1.25, 1.5, "s"), judge_least("pages", 2400, 2500), Row("a", "b", "c", met=True)]
    assert format_rows(rows).splitlines()[2:] == [
        "| late | at most 1.50 s | 1.25 s | met |",
        "| pages | at least 2,500 | 2,400 | **not met** |",
        "| a | b | c | met |",
    ]
