"""People's names in a text: with an honorific or a title, beside a role, or by themselves.

It is careful rather than clever: what may be a name is one. Whoever is told so says it in other words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from data.privacy.findings import Finding
from data.privacy.word_lists import fold_kana, read_names, read_ordinary

REMEDY = "Write the office or the post alone, such as 国際課 担当者 or staff: no person's name is kept."
_KANJI = "一-鿿々〆"
_RUN = re.compile(f"[{_KANJI}]+")
_HONORIFICS = "さん|さま|様|氏|殿|くん|ちゃん|先生"
_WHO = rf"[{_KANJI}]{{1,8}}|[ァ-ヶー]{{2,}}|[ぁ-ゖ]{{2,8}}|[A-Za-z]{{2,}}"
_HONOURED = re.compile(rf"(?P<who>{_WHO}) ?(?:{_HONORIFICS})(?![式子相態々名神場])")
_NO_NAMES = re.compile(r"皆|同|仕|一|多|異|模|有|両|各|御|神|宮|客|(?:お|御)客")  # 皆様, 仕様, 同氏, 御殿 …
_OFFICE_ENDS = "者員長係課部局室所館市区町村県府庁会体関社校当任事査民位口方人客生皆"
_TITLES = re.compile(
    r"(?:課長|係長|部長|局長|室長|次長|所長|館長|班長|主任|主事|主査|主幹|参事|担当者?|職員"
    r"|代表|会長|理事長|理事|世話人|講師|教師)(?:補佐|代理)?"
)
_FORMER = {"前", "新", "今", "所", "長", "現"}  # 前課長 is no Mr Mae
_UNITS = "市町村区県府都道課部局係室班館所庁"
_SPACED = re.compile(rf"([{_KANJI}]{{1,4}})[ ・,、]{{1,2}}([{_KANJI}]{{1,4}}|[ぁ-ゖ]{{2,6}})(?![{_KANJI}ぁ-ゖ])")
_AFTER_ROLE = re.compile(rf"(?:氏名|名前|担当者?|係長|課長|主任|職員)[:はのがを\s]+([{_KANJI}])(?![{_KANJI}])")
_KANA_PAIR = re.compile(r"([ァ-ヶー]{2,})[ ・=]([ァ-ヶー]{2,})|([ぁ-ゖ]{2,6}) ([ぁ-ゖ]{2,6})(?![ぁ-ゖ])")
_KATAKANA = re.compile("(?<![ァ-ヶー])[ァ-ヶー]{3,}")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mister|Madam|Sir)\b\.? ?[A-Z][\w'-]+|[A-Za-z]{2,}-(?:san|sama|sensei|kun|chan)\b"
    r"|[가-힣]{2,4} ?(?:씨|님)(?![가-힣])"
)
_HOME = re.compile(rf"(?<![{_KANJI}])([{_KANJI}]{{2,5}}?)(?:様|さん)?[方宅邸](?![{_KANJI}ぁ-ゖ])")
_WORDS = re.compile(r"(?<![\w@./-])[A-Z][A-Za-z'’]+(?![\w@/])")


def find_names(text: str, places: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what may be a person's name; `places` are names of the city and its prefecture, which people bear too."""
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    found = {name: None for find in _FINDERS for name in find(folded, places)}  # each once, in their order
    yield from (Finding(name, "This may be a person's name.", REMEDY) for name in found)


def _find_honoured(text: str, _places: Collection[str]) -> Iterator[str]:
    """Yield who has an honorific, unless it is an office or everybody."""
    for match in _HONOURED.finditer(text):
        if _is_somebody(match["who"]):
            yield match[0]


def _is_somebody(who: str) -> bool:
    names = read_names()
    ends = {who[start:] for start in range(len(who))}
    if re.fullmatch("[ぁ-ゖ]+", who):
        return any(len(end) > 1 and end in names.family_kana for end in ends)
    if re.fullmatch("[A-Za-z]+", who):
        return not who.isupper() and who.lower() not in read_ordinary("english") | read_ordinary("role")
    if re.fullmatch("[ァ-ヶー]+", who):
        return not any(who.endswith(word) for word in read_ordinary("katakana"))
    if _NO_NAMES.fullmatch(who):
        return False
    if who in names.family or any(len(end) > 1 and end in names.family for end in ends):
        return True
    return who[-1] not in _OFFICE_ENDS and not _NO_NAMES.fullmatch(who[-1])


def _find_kanji(text: str, places: Collection[str]) -> Iterator[str]:
    """Yield runs of kanji that are a name, a name with a title, or an office with a name behind it."""
    for match in _RUN.finditer(text):
        run = match[0]
        parts = [(run[:cut], run[cut:]) for cut in range(1, len(run))]
        titled = any(_is_name(name, (), single=True) and _TITLES.fullmatch(title) for name, title in parts)
        behind = any(office[-1] in "課部局係室長者員表師" and _is_name(name, places) for office, name in parts)
        if _is_name(run, places) or titled or behind:
            yield run


def _is_name(text: str, places: Collection[str], *, single: bool = False) -> bool:
    """Tell whether kanji are a family name, alone or with a given one; of one letter only if `single`."""
    names = read_names()
    if text in places or text in _FORMER:
        return False
    if text in names.family:
        return len(text) > 1 or single
    if text[-1] in _UNITS:
        return False
    for cut in range(1, len(text)):
        family, given = text[:cut], text[cut:]
        if family in names.family and given in names.given and (cut > 1 or given[-1] in "郎子美恵介輔彦夫雄男"):
            return True
    return False


def _find_spaced(text: str, _places: Collection[str]) -> Iterator[str]:
    """Yield a family and a given name with a space between, in either order, and a lone letter behind a role."""
    names = read_names()
    for match in _SPACED.finditer(text):
        first, second = match[1], match[2]
        office = _TITLES.fullmatch(second) or second[-1] in _UNITS
        pairs = ((first, second), (second, first))
        if not office and any(one in names.family and _is_given(other) for one, other in pairs):
            yield match[0]
    for match in _AFTER_ROLE.finditer(text):
        if match[1] in names.family:
            yield match[0]


def _is_given(text: str) -> bool:
    names = read_names()
    return text in names.given or text in names.given_kana


def _find_homes(text: str, places: Collection[str]) -> Iterator[str]:
    """Yield whose home an address is: 山田方."""
    yield from (match[0] for match in _HOME.finditer(text) if _is_name(match[1], places))


def _find_kana(text: str, _places: Collection[str]) -> Iterator[str]:
    """Yield names in kana: two words of which one is a name or none is an ordinary one, or a family name alone."""
    names, ordinary = read_names(), read_ordinary("katakana")
    for match in _KANA_PAIR.finditer(text):
        first, second = (fold_kana(part) for part in match.groups() if part)
        if match[3]:
            found = first in names.family_kana and second in names.given_kana
        else:
            found = not {match[1], match[2]} & ordinary
        if found:
            yield match[0]
    for match in _KATAKANA.finditer(text):
        if fold_kana(match[0]) in names.family_kana and match[0] not in ordinary:
            yield match[0]


def _find_latin(text: str, places: Collection[str]) -> Iterator[str]:
    """Yield names in letters: with a title, a Japanese one, or two words with a capital that are no ordinary ones."""
    yield from (match[0] for match in _TITLED.finditer(text))
    latin = read_names().latin
    ordinary = read_ordinary("english") | read_ordinary("role") | {place.lower() for place in places}
    words = [match for match in _WORDS.finditer(text) if match[0].lower().split("'")[0] not in ordinary]
    for word in words:
        if word[0].lower() in latin and len(word[0]) > 3:
            yield word[0]
    for first, second in pairwise(words):
        between = text[first.end() : second.start()]
        if between in {" ", ", "} and not (first[0].isupper() and second[0].isupper()):
            yield text[first.start() : second.end()]


_FINDERS: tuple[Callable[[str, Collection[str]], Iterator[str]], ...] = (
    _find_honoured,
    _find_kanji,
    _find_spaced,
    _find_homes,
    _find_kana,
    _find_latin,
)
