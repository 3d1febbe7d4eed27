"""What events say of a class besides its days: where, for whom, for how much, how one joins; only what is certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from data.bringing.cells import Carrier
from data.bringing.fees import read_fee
from data.bringing.spoken import read_spoken
from data.records import Place

Taker = Callable[[Carrier, str], str]
ONLINE = re.compile("オンライン|リモート|ZOOM|ズーム|WEB会議|online", re.IGNORECASE)
_JAPAN = ((20, 46), (122, 154))  # degrees: of latitude, of longitude
_AREA = re.compile(r"[^、。,;；()（）\s]*在住[^、。;；()（）\s]*")
_JOINING = (
    (
        "直接会場へ",
        r"直接.{0,8}(?:会場|教室|お?越し|お?来)|申し?込み?.{0,6}(?:不要|必要(?:は)?(?:ありません|ない|なし))|^不要$",
    ),
    ("申込書", "申込書|申込用紙|申請書|フォーム|電子申請"),
    ("まず連絡", "電話|メール|はがき|ハガキ|葉書|窓口|来館|来所|問い?合わ?せ|連絡|ファックス|FAX"),
)
_LEARNERS = (
    ("だれでも", "(?:どなた|だれ|誰)でも|制限なし|年齢不問"),
    ("こども", "小学生|中学生|高校生|こども|子ども|子供|児童|生徒|園児"),
    ("おとな", "おとな|大人|成人|一般|1[5-8]歳以上"),
)
_YES, _NO = re.compile("1|有|あり|有り|○|可|はい"), re.compile("0|無|なし|無し|×|不可|いいえ")


def make_details(carriers: Sequence[Carrier], place: Place, source: str) -> dict[str, str]:
    """Make the other cells of a class from the lines of its lessons; of each the first that says something."""
    first = _take_first(carriers)
    mode = _read_mode(carriers)
    latitude, longitude = ("", "") if mode == "オンライン" else _take_point(carriers)
    text = partial(Carrier.take_text, place=place)
    return {
        "organizer": first("organizer", text) or first("contact", text),
        "name_kana": first("name_kana", Carrier.take_name),
        "name_en": first("name_en", Carrier.take_name),
        "mode": mode,
        "address": _take_address(carriers, text),
        "latitude": latitude,
        "longitude": longitude,
        **_read_audience(first("for_whom", text), first("name", _read)),
        **_take_terms(first, text),
        "url": (url := first("url", Carrier.take_url)),
        "contact_phone": first("phone", lambda carrier, column: "".join(carrier.take_phones(column)[:1])),
        "contact_email": first("email", Carrier.take_email),
        "source_url": source or url,
    }


def _take_terms(first: Callable[[str, Taker], str], text: Taker) -> dict[str, str]:
    """Make the cells that tell on what terms one takes part."""
    fee, unit, note = read_fee(first("fee", text), first("fee_note", text))
    childcare = _read_yes(first("childcare", _read))
    kept = first("childcare_note", text) if childcare == "あり" else ""
    return {
        "fee_yen": fee,
        "fee_unit": unit,
        "fee_note": note,
        "childcare": f"{childcare}({kept})" if kept else childcare,
        "how_to_join": _read_joining(first("how", _read)),
        "languages": " ".join(read_spoken(first("languages", Carrier.take)).languages),
    }


def _take_first(carriers: Sequence[Carrier]) -> Callable[[str, Taker], str]:
    """Return what takes the first filled cell of a column; a cell that stands in several lines is judged once."""

    def take(column: str, how: Taker) -> str:
        alike: dict[str, Carrier] = {}
        for carrier in carriers:
            alike.setdefault(carrier.cells.get(column, ""), carrier)
        return next(filter(None, (how(carrier, column) for carrier in alike.values())), "")

    return take


def _read(carrier: Carrier, column: str) -> str:
    """Return a cell that is only understood, not carried over."""
    return unicodedata.normalize("NFKC", carrier.cells.get(column, "")).strip()


def _read_mode(carriers: Sequence[Carrier]) -> str:
    """Return the form of teaching: a venue alone, or the net alone; where both are spoken of it is not known."""
    venues = [carrier.cells.get("venue", "") for carrier in carriers]
    if any(map(ONLINE.search, venues)):
        return "オンライン"
    spoken = (carrier.cells.get(column, "") for carrier in carriers for column in ("name", "about", "said", "how"))
    return "対面" if any(venues) and not any(map(ONLINE.search, spoken)) else ""


def _take_address(carriers: Sequence[Carrier], text: Taker) -> str:
    """Return the address, put together where it stands in parts; a city alone is none."""
    for carrier in carriers:
        if whole := text(carrier, "address"):
            return " ".join(filter(None, (whole, text(carrier, "building"))))
        parts = [text(carrier, f"address_{part}") for part in ("prefecture", "city", "town", "block")]
        if parts[2]:
            return " ".join(filter(None, ("".join(parts), text(carrier, "building"))))
    return ""


def _take_point(carriers: Sequence[Carrier]) -> tuple[str, str]:
    """Return the venue's degrees; one that does not lie in Japan is refused."""
    carrier = next((one for one in carriers if _read(one, "latitude") or _read(one, "longitude")), None)
    if carrier is None:
        return "", ""
    point = _read(carrier, "latitude"), _read(carrier, "longitude")
    degrees = [float(part) if re.fullmatch(r"[0-9]{2,3}(\.[0-9]{1,12})?", part) else 0 for part in point]
    if all(low <= degree <= high for degree, (low, high) in zip(degrees, _JAPAN, strict=True)):
        return point
    carrier.refuse(
        "latitude", ", ".join(point), "This does not lie in Japan.", "Write 緯度 35.6 and 経度 139.5, or none."
    )
    return "", ""


def _read_audience(for_whom: str, name: str) -> dict[str, str]:
    """Return for whom it is, where the words say one thing, and who may come by where they live."""
    folded = unicodedata.normalize("NFKC", for_whom)
    found = [word for word, pattern in _LEARNERS if re.search(pattern, folded)]
    if not folded and re.search("こども|子ども|子供|小学生|中学生", name):
        found = ["こども"]
    area = _AREA.search(for_whom)
    return {"for_whom": found[0] if len(found) == 1 else "", "area": area[0] if area else ""}


def _read_joining(how: str) -> str:
    """Return how one joins, the easiest way that is named."""
    return next((word for word, pattern in _JOINING if re.search(pattern, how, re.IGNORECASE)), "")


def _read_yes(text: str) -> str:
    return "あり" if _YES.fullmatch(text) else "なし" if _NO.fullmatch(text) else ""
