"""Separators: the signs between the links and addresses of a cell, which are nothing by themselves."""

from __future__ import annotations

import re

from data.records import FieldName, Leftover

SEPARATORS = ",;、，；・･｜|。"
MARKS = f'{SEPARATORS}"/／:：※→()（）「」『』【】〔〕［］[]〈〉《》<>＜＞●○◎◆◇■□★☆▶&＆＋.'
_OPENING, _CLOSING = "(（「『【〔［", ")）」』】〕］"  # of a bracket round what was taken out
WORDS = (
    r"及び|および|並びに|ならびに|又は|または|と|や|and|or|URL|HP|Web|ホームページ|リンク|こちら"
    r"|mailto|e-?mail|mail|メール(?:アドレス)?|電子メール"
)
_NOTHING = re.compile(rf"(?:[\s{re.escape(MARKS)}]|(?<!\w)(?:{WORDS})(?!\w))*", re.IGNORECASE)


def keep_text(field: FieldName, text: str) -> list[Leftover]:
    """Keep a text unless it is nothing but white space, separators, bullets and words such as "and" or "URL"."""
    if _NOTHING.fullmatch(text):
        return []
    tidy = re.sub(rf"^[\s{re.escape(SEPARATORS)}]+|[\s{re.escape(SEPARATORS)}]+$", "", text)
    return [Leftover(field, tidy.rstrip(_OPENING).lstrip(_CLOSING).strip())]
