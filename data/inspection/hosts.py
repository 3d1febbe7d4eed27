"""Hosts of web and e-mail addresses: endings that exist, names of other places, slips beside other hosts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from data.inspection.cells import Oddity
from data.inspection.words import find_near_word, is_slip
from data.places.gazetteer import list_places, list_prefectures
from data.places.romaji import fold_name
from data.records import Place

# Country codes in use (ISO 3166-1, with eu and uk), and the other endings that the tables of such maps have.
_COUNTRIES = (
    "ac ad ae af ag ai al am ao ar as at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg"
    " ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg"
    " gh gi gl gm gn gp gq gr gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn"
    " kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz"
    " na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se"
    " sg sh si sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va"
    " vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_OTHERS = (
    "com net org info biz edu gov int mil asia app dev site online tokyo osaka nagoya kyoto yokohama okinawa goog pub"
)
_OTHERS += " blog cloud page news life link example test invalid"
_ENDINGS = frozenset(f"{_COUNTRIES} {_OTHERS}".split())
_KINDS = "ac ad co ed go gr lg ne or"  # what .jp has before the name (JPRS)
_JP_KINDS = frozenset(_KINDS.split())
_FIXED = ("www", "city", "pref", "town", "vill", "metro")  # labels that are slips when they are nearly these
_OFFICE = re.compile(r"(?:^|\.)(?P<kind>city|pref|town|vill)\.(?P<name>[a-z-]+)(?:\.(?P<rest>[a-z]+))?(?:\.lg)?\.jp$")


def find_odd_host(host: str, place: Place | None) -> Iterator[Oddity]:
    """Yield what is odd about a host by itself, and in a row about a place."""
    labels = host.lower().split(".")
    yield from _find_odd_ending(labels)
    for label in labels[:-1]:
        if label.startswith("xn--"):
            yield from _find_disguise(label)
        elif near := next((fixed for fixed in _FIXED if is_slip(fixed, label) and len(label) > 1), None):
            if label not in _JP_KINDS and label not in _ALLOWED:
                yield Oddity(f"{label!r} in {host} is nearly {near!r}.", _REMEDY)
        else:
            yield from _find_near_label(label, host)
    if place:
        yield from _find_other_place(host.lower(), place)


_REMEDY = "Compare it with the page's address in the browser."
_ALLOWED = frozenset(("cit", "ww2", "www1", "www2", "www3", "www4", "www5"))


def _find_odd_ending(labels: list[str]) -> Iterator[Oddity]:
    """Yield an ending that no address has."""
    last, before = labels[-1], labels[-2] if len(labels) > 1 else ""
    if last not in _ENDINGS and not last.startswith("xn--") and last.isascii():
        yield Oddity(f"No address ends in .{last}.", _REMEDY)
    elif re.fullmatch("www[a-z]+", labels[0]):
        yield Oddity(f"{labels[0]} has no point behind www.", _REMEDY, notice=True)
    elif labels[0] == "www" and len(labels) == 2:
        yield Oddity("The name between www. and the ending is missing.", _REMEDY)
    elif last == "jp" and len(labels) > 2 and len(before) <= 2 and before not in _JP_KINDS:
        yield Oddity(f".{before}.jp is none of the kinds that .jp has ({_KINDS}).", _REMEDY)
    elif last == "jp" and len(labels) > 2 and before[:-1] in _JP_KINDS and before[-1] == before[-2]:
        yield Oddity(f".{before}.jp has a letter twice.", _REMEDY, notice=True)
    elif last == "jp" and before in _JP_KINDS and len(labels) == 2:
        yield Oddity(f"{before}.jp is only the end of an address.", _REMEDY)


def _find_disguise(label: str) -> Iterator[Oddity]:
    """Yield a name in Punycode that shows letters which look like Latin ones."""
    try:
        shown = label.encode("ascii").decode("idna")
    except UnicodeError:
        yield Oddity(f"{label} cannot be read as an international name.", _REMEDY)
        return
    scripts = {unicodedata.name(sign, "?").split(" ")[0] for sign in shown if sign.isalpha()}
    if scripts - {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "DEVANAGARI", "MYANMAR"}:
        yield Oddity(f"{label} is shown as {shown}, in letters that look like Latin ones.", _REMEDY)


def _find_near_label(label: str, host: str) -> Iterator[Oddity]:
    for word in re.findall("[a-z]+", label):
        if near := find_near_word(word):
            remedy = f"{_REMEDY} If it is right, add {word!r} to data/inspection/words.txt."
            yield Oddity(f"{word!r} in {host} is nearly {near!r}.", remedy)


def _find_other_place(host: str, place: Place) -> Iterator[Oddity]:
    """Yield a host of another city's or prefecture's office, or of none that exists."""
    found = _OFFICE.search(host)
    if not found or len(found["name"]) < 2:
        return
    names = _name_governments() if found["kind"] == "pref" else _name_municipalities()
    prefectures = names.get(fold_name(found["name"]))
    if prefectures is None:
        yield Oddity(f"No {found['kind']} is called {found['name']}, as {host} says.", _REMEDY)
    elif place.prefecture.code not in prefectures:
        yield Oddity(f"{host} is an office of another prefecture than {place.prefecture.en}.", _REMEDY, notice=True)


def is_office_of(host: str, place: Place) -> bool:
    """Tell whether a host is that of a place's own office: city.sakai.lg.jp of Sakai."""
    found = _OFFICE.search(host.lower())
    name = place.prefecture.en if place.kind == "prefecture" else place.en
    is_kind = found is not None and (found["kind"] == "pref") == (place.kind == "prefecture")
    return found is not None and is_kind and fold_name(found["name"]) == fold_name(name)


def name_other_office(host: str, place: Place) -> str | None:
    """Return the city that a host is the office of, if that is another place."""
    found = _OFFICE.search(host.lower())
    if not found or found["kind"] != "city" or is_office_of(host, place):
        return None
    return found["name"].capitalize()


@cache
def _name_governments() -> dict[str, frozenset[str]]:
    return {fold_name(prefecture.en): frozenset([prefecture.code]) for prefecture in list_prefectures()}


@cache
def _name_municipalities() -> dict[str, frozenset[str]]:
    """Map the folded English name of each municipality to the prefectures that have one."""
    found: dict[str, frozenset[str]] = {}
    for place in list_places():
        for key in {fold_name(place.en), fold_name(place.en.replace(" City", ""))}:
            found[key] = found.get(key, frozenset()) | {place.prefecture.code}
    return found


def find_near_host(host: str, others: Iterable[str]) -> str | None:
    """Return another host that this one is a slip away from."""
    bare = host.lower().removeprefix("www.")
    return next((other for other in others if _is_near(bare, other.lower().removeprefix("www."))), None)


def _is_near(host: str, other: str) -> bool:
    return host != other and abs(len(host) - len(other)) <= 1 and is_slip(other, host)
