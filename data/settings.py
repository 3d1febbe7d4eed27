"""Settings of whoever runs the map: the environment variables, each read, judged and explained in this one place."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

logger = logging.getLogger(__name__)
ENVIRONMENT: Mapping[str, str] = os.environ
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?\.){1,4}[a-z][a-z0-9]{1,30}"
# Stricter than the table's readers, to whom half the world writes: one person writes this, and can write it plainly.
RECEIVER = re.compile(
    rf"(?!.*_at_)(?:mailto:)?[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@{_HOST}"
    rf"|https://{_HOST}(?::(?:[1-9][0-9]{{1,3}}|[1-5][0-9]{{4}}))?(?:[/?][a-z0-9._~:/?@!$&'()*+,;=%-]*)?",
    re.ASCII | re.IGNORECASE,
)
SESSIONS = 60  # of one process: it answers 18 changes of a filter a second, and these ask for 12 (`make soak`)
FRAME_HOST = re.compile(
    r"https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:[0-9]{1,5}|\*))?", re.ASCII | re.IGNORECASE
)
MAX_NAME_LENGTH = 64  # letters before the @, as mail servers have it
HOST_PATTERN = re.compile(r"(\*\.)?[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*|\[[0-9a-f:.]+\]", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings; empty, or None, where nothing is set, or nothing that can be used."""

    data: Path | None = None  # MADOGUCHI_DATA: the folder of a table of the operator's own
    url: str = ""  # MADOGUCHI_URL: the public address of the app's root, no slash at the end
    report_to: str = ""  # MADOGUCHI_REPORT_TO: an e-mail address, or that of an issue tracker's form
    tiles: str = ""  # MADOGUCHI_TILES: the address of a tile, with {z}, {x} and {y}
    tiles_credit: str = ""  # MADOGUCHI_TILES_CREDIT: text
    frames: str = ""  # MADOGUCHI_FRAMES: whose pages may show ours: "none", "*", or origins with a space between
    languages: Path | None = None  # MADOGUCHI_LANGUAGES: a folder of further catalogues
    hosts: tuple[str, ...] = ()  # MADOGUCHI_HOSTS: names that the app answers to, in lower case; none: to every name
    security_contact: str = ""  # MADOGUCHI_SECURITY_CONTACT: mailto: or https:, for finders of holes
    metrics: bool = False  # MADOGUCHI_METRICS: Streamlit's counters and its interface for programs are open
    sessions: int = SESSIONS  # MADOGUCHI_SESSIONS: open at a time, beyond which visitors keep the first view; 0: any
    offline: bool = True  # MADOGUCHI_OFFLINE: browsers keep copies of pages, for where there is no connection
    trusted_proxies: str = ""  # FORWARDED_ALLOW_IPS, as the server (uvicorn) reads it


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """A setting that cannot be used."""

    variable: str
    value: str  # what was found
    allowed: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.variable}={self.value!r} is not used: it has to be {self.allowed}. {self.remedy}"


class _Rule(NamedTuple):
    is_met: Callable[[str], bool]
    allowed: str
    remedy: str


def read_settings(environment: Mapping[str, str] = ENVIRONMENT) -> Settings:
    """Return the settings; what cannot be used is left out, and the log names all of it at once, the first time."""
    return _read_once(tuple(environment.get(variable, "") for variable in VARIABLES))


def judge_settings(environment: Mapping[str, str]) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """Return the settings that can be used, and what is wrong with the others."""
    values = {variable: environment.get(variable, "").strip() for variable in VARIABLES}
    wrong = [variable for variable, rule in _RULES.items() if values[variable] and not rule.is_met(values[variable])]
    problems = tuple(SettingProblem(name, environment[name], *_RULES[name][1:]) for name in wrong)
    values |= dict.fromkeys(wrong, "")
    settings = Settings(
        data=_find_folder(values["MADOGUCHI_DATA"]),
        url=values["MADOGUCHI_URL"].rstrip("/"),
        report_to=values["MADOGUCHI_REPORT_TO"],
        tiles=values["MADOGUCHI_TILES"],
        tiles_credit=values["MADOGUCHI_TILES_CREDIT"],
        frames=values["MADOGUCHI_FRAMES"].lower(),
        languages=_find_folder(values["MADOGUCHI_LANGUAGES"]),
        hosts=_split_hosts(values["MADOGUCHI_HOSTS"]),
        security_contact=_name_scheme(values["MADOGUCHI_SECURITY_CONTACT"]),
        metrics=values["MADOGUCHI_METRICS"] == "yes",
        sessions=int(values["MADOGUCHI_SESSIONS"] or SESSIONS),
        offline=values["MADOGUCHI_OFFLINE"] != "no",
        trusted_proxies=values["FORWARDED_ALLOW_IPS"],
    )
    return settings, problems


def list_in_force(environment: Mapping[str, str] = ENVIRONMENT) -> tuple[str, ...]:
    """List the names of the variables that are set and can be used."""
    unusable = {problem.variable for problem in judge_settings(environment)[1]}
    return tuple(name for name in sorted(VARIABLES) if environment.get(name, "").strip() and name not in unusable)


@lru_cache(maxsize=16)
def _read_once(values: tuple[str, ...]) -> Settings:
    settings, problems = judge_settings(dict(zip(VARIABLES, values, strict=True)))
    if problems:
        logger.warning("%s", "\n".join(map(str, problems)))
    return settings


def _find_folder(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


def _split_hosts(text: str) -> tuple[str, ...]:
    return tuple(host.strip().lower() for host in text.split(",") if host.strip())


def _name_scheme(receiver: str) -> str:
    return f"mailto:{receiver}" if receiver and ":" not in receiver else receiver


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    plain = not (re.search(r"\s", text) or parts.query or parts.fragment)
    return parts.scheme in {"http", "https"} and bool(host) and plain


def _is_receiver(text: str) -> bool:
    return bool(RECEIVER.fullmatch(text)) and ("/" in text or len(text.partition("@")[0]) <= MAX_NAME_LENGTH)


def _are_hosts(text: str) -> bool:
    hosts = _split_hosts(text)
    return bool(hosts) and all(map(HOST_PATTERN.fullmatch, hosts))


def _is_tile(text: str) -> bool:
    return all(re.search(rf"\{{-?{axis}\}}", text) for axis in "zxy")


def _is_number(text: str) -> bool:
    return bool(re.fullmatch("[0-9]{1,6}", text))


def _is_frames(text: str) -> bool:
    return text in {"*", "none"} or all(FRAME_HOST.fullmatch(origin) for origin in text.split(" "))


def _is_folder(text: str) -> bool:
    return Path(text).expanduser().is_dir()


# A folder of data is not judged here: where a file of it is missing, pages and `python -m data check` say which.
_RULES: Mapping[str, _Rule] = {
    "MADOGUCHI_URL": _Rule(
        _is_web_address,
        "the http or https address of the app's root, without ? and #",
        "Write it whole, as https://example.org/map.",
    ),
    "MADOGUCHI_REPORT_TO": _Rule(
        _is_receiver,
        "one e-mail address, or the https address of an issue tracker's form",
        "Write it as reports@example.org or https://example.org/issues/new, or leave it out: nobody gets reports then.",
    ),
    "MADOGUCHI_TILES": _Rule(
        _is_tile,
        "the address of a map tile with {z}, {x} and {y} in it",
        "Write it as https://example.org/{z}/{x}/{y}.png, or leave it out: the built-in tiles are shown then.",
    ),
    "MADOGUCHI_SESSIONS": _Rule(
        _is_number,
        "a whole number; 0 sets no limit",
        f"Write it as 200, or leave it out: {SESSIONS} are let in then.",
    ),
    "MADOGUCHI_FRAMES": _Rule(
        _is_frames,
        "none, * for everybody, or http and https addresses of hosts with a space between",
        "Write it as https://www.city.example.jp https://*.example.org, or leave it out: everybody may show the address"
        " with embed=true then.",
    ),
    "MADOGUCHI_LANGUAGES": _Rule(
        _is_folder,
        "a folder with catalogues CODE.po",
        "Name a folder that exists, or leave it out: the shipped languages are offered in any case.",
    ),
    "MADOGUCHI_HOSTS": _Rule(
        _are_hosts,
        "names of hosts without scheme and port, parted by commas; *.example.org stands for all below it",
        "Write it as map.example.org,*.example.net, or leave it out: the app answers under every name then.",
    ),
    "MADOGUCHI_SECURITY_CONTACT": _Rule(
        _is_receiver,
        "one e-mail address, or an https address",
        "Write it as mailto:security@example.org or https://example.org/security, or leave it out.",
    ),
    "MADOGUCHI_METRICS": _Rule(
        lambda text: text in {"yes", "no"},
        "yes or no",
        "Write yes to open /_stcore/metrics and /_stcore/agent, or leave it out: they are closed then.",
    ),
    "MADOGUCHI_OFFLINE": _Rule(
        lambda text: text in {"yes", "no"},
        "yes or no",
        "Write no so that browsers keep no copies and delete theirs, or leave it out: they keep them then.",
    ),
}
VARIABLES = ("MADOGUCHI_DATA", "MADOGUCHI_TILES_CREDIT", "FORWARDED_ALLOW_IPS", *_RULES)
