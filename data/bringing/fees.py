"""Fees as lists of events write them, 料金(基本) and 料金(詳細), made the cells of a fee; a doubt is left as text."""

from __future__ import annotations

import re
import unicodedata

_FREE = re.compile("無料|参加費?無料|受講料?無料|入場無料|0円")
_UNITS = {
    "回": "回",
    "1回": "回",
    "時間": "時間",
    "1時間": "時間",
    "月": "月",
    "月額": "月",
    "1か月": "月",
    "1ヶ月": "月",
    "1カ月": "月",
} | {
    "学期": "学期",
    "期": "学期",
    "1期": "学期",
    "年": "年",
    "年額": "年",
    "1年": "年",
    "年間": "年",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_SUM = re.compile(
    rf"(?:(?P<before>{_UNIT})\s*)?(?P<yen>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)円?(?:\s*[/／(]?\s*(?P<behind>{_UNIT})\)?)?"
)
_BESIDES = re.compile("テキスト|教科書|教材|材料|保険|資料|コピー|実費|交通")


def read_fee(basic: str, details: str) -> tuple[str, str, str]:
    """Return the cells `fee_yen`, `fee_unit` and `fee_note`.

    A basic fee of 0 beside a sum that is not for books is a contradiction: the fee is then not known, and told as text.
    """
    folded = unicodedata.normalize("NFKC", details).strip()
    detailed = _read_sum(folded)
    plain = _read_sum(unicodedata.normalize("NFKC", basic).strip())
    if plain is None and basic.strip():
        return "", "", "; ".join(filter(None, (basic, details)))
    if plain is None:
        return (*detailed, "") if detailed else ("", "", details)
    if detailed and (detailed[0] == plain[0] or not plain[0]):
        return plain[0], plain[1] or detailed[1], ""
    named = re.search("[0-9]円", folded) is not None and not _BESIDES.search(folded)
    if plain[0] == "0" and (detailed or named):
        return "", "", details
    return (*plain, details)


def _read_sum(text: str) -> tuple[str, str] | None:
    """Return yen and unit of a text that is nothing else; None for any other."""
    if _FREE.fullmatch(text):
        return "0", ""
    found = _SUM.fullmatch(text)
    if found is None or (found["before"] and found["behind"]):
        return None
    unit = _UNITS.get(found["before"] or found["behind"] or "", "")
    return str(int(found["yen"].replace(",", ""))), unit
