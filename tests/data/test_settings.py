"""Settings: what can be used is, and what cannot is explained, all of it at once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from data import settings
from data.settings import VARIABLES, Settings, judge_settings, list_in_force, read_settings


def test_without_any_variable_nothing_is_set() -> None:
    """Variables that are not there, or empty, are no settings and no problems."""
    assert judge_settings({}) == judge_settings(dict.fromkeys(VARIABLES, " ")) == (Settings(), ())


def test_every_setting_is_read(tmp_path: Path) -> None:
    """Each has its variable; white space around it and the slash behind an address do not count."""
    environment = {
        "MADOGUCHI_DATA": str(tmp_path / "not there yet"),
        "MADOGUCHI_URL": " https://example.org/map/ ",
        "MADOGUCHI_REPORT_TO": "reports@example.org",
        "MADOGUCHI_TILES": "https://example.org/{z}/{x}/{-y}.png",
        "MADOGUCHI_TILES_CREDIT": "© <b>",
        "MADOGUCHI_FRAMES": "https://www.city.example.jp https://*.example.org:*",
        "MADOGUCHI_LANGUAGES": str(tmp_path),
        "MADOGUCHI_HOSTS": "Map.example.org , *.example.net,[::1]",
        "MADOGUCHI_SECURITY_CONTACT": "security@example.org",
        "MADOGUCHI_METRICS": "yes",
        "MADOGUCHI_SESSIONS": "200",
        "MADOGUCHI_OFFLINE": "no",
        "FORWARDED_ALLOW_IPS": "*",
    }
    found, problems = judge_settings(environment)
    assert problems == ()
    assert found == Settings(
        data=tmp_path / "not there yet",
        url="https://example.org/map",
        report_to="reports@example.org",
        tiles="https://example.org/{z}/{x}/{-y}.png",
        tiles_credit="© <b>",
        frames="https://www.city.example.jp https://*.example.org:*",
        languages=tmp_path,
        hosts=("map.example.org", "*.example.net", "[::1]"),
        security_contact="mailto:security@example.org",
        metrics=True,
        sessions=200,
        offline=False,
        trusted_proxies="*",
    )
    assert len(environment) == len(VARIABLES) == len(fields(Settings))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MADOGUCHI_URL", "example.org/map"),
        ("MADOGUCHI_URL", "javascript:alert(1)"),
        ("MADOGUCHI_URL", "https://"),
        ("MADOGUCHI_URL", "https://[broken"),
        ("MADOGUCHI_URL", "https://example.org/?lang=vi"),
        ("MADOGUCHI_URL", "https://example.org/a b"),
        ("MADOGUCHI_REPORT_TO", "nobody"),
        ("MADOGUCHI_REPORT_TO", "http://example.org/new"),
        ("MADOGUCHI_REPORT_TO", "a@b.jp, c@d.jp"),
        ("MADOGUCHI_TILES", "https://example.org/tiles"),
        ("MADOGUCHI_SESSIONS", "many"),
        ("MADOGUCHI_SESSIONS", "-1"),
        ("MADOGUCHI_FRAMES", "city.example.jp"),
        ("MADOGUCHI_FRAMES", "https://a.example; script-src *"),
        ("MADOGUCHI_FRAMES", "* none"),
        ("MADOGUCHI_LANGUAGES", "/no/such/folder"),
        ("MADOGUCHI_HOSTS", "https://map.example.org"),
        ("MADOGUCHI_HOSTS", "map.example.org:8501"),
        ("MADOGUCHI_HOSTS", "map.example.org map.example.net"),
        ("MADOGUCHI_HOSTS", ","),
        ("MADOGUCHI_HOSTS", "*"),
        ("MADOGUCHI_SECURITY_CONTACT", "http://example.org/security"),
        ("MADOGUCHI_SECURITY_CONTACT", "tel:+81-3-0000-0000"),
        ("MADOGUCHI_METRICS", "true"),
        ("MADOGUCHI_OFFLINE", "off"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_explained(variable: str, value: str) -> None:
    """Variable, value found, what is allowed and a remedy, in one sentence after the other."""
    found, (problem,) = judge_settings({variable: value})
    assert found == Settings()
    assert (problem.variable, problem.value) == (variable, value)
    assert str(problem).startswith(f"{variable}={value!r} is not used: it has to be ")
    assert str(problem).endswith(f"{problem.allowed}. {problem.remedy}")
    assert problem.remedy.endswith(".")


def test_all_problems_are_logged_at_once_and_only_once(caplog: pytest.LogCaptureFixture) -> None:
    """Whoever starts the map mends all of them in one go, and the log does not fill while he does not."""
    settings._read_once.cache_clear()
    wrong = {"MADOGUCHI_URL": "example.org", "MADOGUCHI_TILES": "nothing", "MADOGUCHI_TILES_CREDIT": "© me"}
    for _ in range(3):
        assert read_settings(wrong) == Settings(tiles_credit="© me")
    (record,) = caplog.records
    assert [line.partition("=")[0] for line in record.getMessage().splitlines()] == ["MADOGUCHI_URL", "MADOGUCHI_TILES"]


def test_what_is_in_force_is_named_without_its_value() -> None:
    """Whoever looks into the log learns which settings hold; what is set to nothing, or unusable, is not among them."""
    environment = {"MADOGUCHI_URL": "https://example.org", "MADOGUCHI_METRICS": "maybe", "MADOGUCHI_DATA": " "}
    assert list_in_force({**environment, "MADOGUCHI_HOSTS": "example.org", "HOME": "/"}) == (
        "MADOGUCHI_HOSTS",
        "MADOGUCHI_URL",
    )
