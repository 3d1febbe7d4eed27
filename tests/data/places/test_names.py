"""Names in Korean and Chinese: of every place, by the rules and the tables, in characters that every font has."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.gazetteer import find_place, find_prefecture, list_places, list_prefectures, search_places
from data.places.hangul import transcribe_kana
from data.places.hanzi import unify_variants
from data.places.names import translate_name
from data.places.romaji import fold_name
from data.records import Place, Prefecture

EVERYWHERE: tuple[Place | Prefecture, ...] = (*list_places(), *list_prefectures())
# What GB 2312 and Big5 lack and a name keeps, because no other character is the name's. All are of Unicode's first
# block of Chinese characters, which every font for Chinese has.
KEPT = {
    "zh-Hans": ("gb2312", "咲埼堺塙姶嬬宍栃梼楢槻橿潟瀞狛瑳畑畠畷苅萩鉾雫驒鲹"),
    "zh-Hant": ("big5", "亘咲坂堺宍嶋栃瀞狛畑畠竈脇舘苅雫韮鰐鰺"),
}


@given(st.text())
def test_any_text_can_be_transcribed(text: str) -> None:
    """Nothing breaks, and nothing of kana is left of plain kana."""
    transcribe_kana(text)
    unify_variants(text)
    assert fold_name(fold_name(text)) == fold_name(text)


@pytest.mark.parametrize(
    ("code", "korean", "simplified", "traditional"),
    [
        ("281000", "고베시", "神户市", "神戶市"),
        ("341002", "히로시마시", "广岛市", "廣島市"),
        ("221309", "하마마쓰시", "滨松市", "濱松市"),
        ("041009", "센다이시", "仙台市", "仙台市"),
        ("131067", "다이토구", "台东区", "台東區"),
        ("244431", "오다이정", "大台町", "大台町"),
        ("111007", "사이타마시", "埼玉市", "埼玉市"),
        ("111015", "사이타마시 니시구", "埼玉市西区", "埼玉市西區"),
        ("072044", "이와키시", "磐城市", "磐城市"),
        ("075418", "히로노정", "广野町", "廣野町"),
        ("092096", "모카시", "真冈市", "真岡市"),
        ("104264", "구사쓰정", "草津町", "草津町"),
        ("112372", "미사토시", "三乡市", "三鄉市"),
        ("053619", "고조메정", "五城目町", "五城目町"),
        ("053635", "하치로가타정", "八郎潟町", "八郎潟町"),
        ("012122", "루모이시", "留萌市", "留萌市"),
        ("043613", "와타리정", "亘理町", "亘理町"),
        ("082341", "호코타시", "鉾田市", "鉾田市"),
        ("282219", "단바사사야마시", "丹波筱山市", "丹波篠山市"),
        ("402303", "이토시마시", "糸岛市", "糸島市"),
        ("152161", "이토이가와시", "糸鱼川市", "糸魚川市"),
        ("131016", "지요다구", "千代田区", "千代田區"),
        ("131130", "시부야구", "涩谷区", "澀谷區"),
        ("131156", "스기나미구", "杉并区", "杉並區"),
        ("141046", "요코하마시 나카구", "横滨市中区", "橫濱市中區"),
        ("121061", "지바시 미하마구", "千叶市美滨区", "千葉市美濱區"),
        ("130001", "도쿄도", "东京都", "東京都"),
        ("132284", "아키루노시", "秋留野市", "秋留野市"),
        ("142077", "지가사키시", "茅崎市", "茅崎市"),
        ("122297", "소데가우라시", "袖浦市", "袖浦市"),
        ("082082", "류가사키시", "龙崎市", "龍崎市"),
        ("123226", "시스이정", "酒酒井町", "酒酒井町"),
        ("302082", "기노카와시", "纪之川市", "紀之川市"),
        ("462195", "이치키쿠시키노시", "市来串木野市", "市來串木野市"),
        ("452092", "에비노시", "虾野市", "蝦野市"),
        ("294497", "도쓰카와촌", "十津川村", "十津川村"),
        ("243035", "기소사키정", "木曾岬町", "木曾岬町"),
        ("272264", "후지이데라시", "藤井寺市", "藤井寺市"),
        ("114081", "요리이정", "寄居町", "寄居町"),
        ("073423", "가가미이시정", "镜石町", "鏡石町"),
        ("223018", "히가시이즈정", "东伊豆町", "東伊豆町"),
        ("244724", "미나미이세정", "南伊势町", "南伊勢町"),
        ("364053", "가미이타정", "上板町", "上板町"),
        ("052132", "기타아키타시", "北秋田市", "北秋田市"),
        ("442127", "분고오노시", "丰后大野市", "豐後大野市"),
        ("151009", "니가타시", "新潟市", "新潟市"),
    ],
)
def test_places_have_their_names(code: str, korean: str, simplified: str, traditional: str) -> None:
    """Cities, towns, villages, wards, a prefecture; kana is written with characters too."""
    place = find_place(code)
    assert place is not None
    names = [translate_name(place, tag) for tag in ("ko", "zh-Hans", "zh-Hant", "fr")]
    assert names == [korean, simplified, traditional, None]


@pytest.mark.parametrize("tag", KEPT)
def test_every_chinese_name_is_in_characters_of_common_fonts(tag: str) -> None:
    """All 1,741 municipalities, all wards and prefectures: in the national standard, or in the short list above."""
    standard, kept = KEPT[tag]
    signs = {sign for place in EVERYWHERE for sign in str(translate_name(place, tag))}
    assert {sign for sign in signs if not is_encodable(sign, standard)} == set(kept)
    assert re.fullmatch("[\u4e00-\u9fa5]+", kept)


def test_every_korean_name_is_in_syllables_of_common_fonts() -> None:
    """All places: syllables of KS X 1001, none of kanji or kana; a space parts a ward from its city."""
    for place in EVERYWHERE:
        name = str(translate_name(place, "ko"))
        assert re.fullmatch("[가-힣]+( [가-힣]+구)?", name), place
        assert is_encodable(name, "euc_kr"), place


@pytest.mark.parametrize("tag", ["ko", "zh-Hans", "zh-Hant"])
def test_every_place_is_found_by_its_name(tag: str) -> None:
    """What a page calls a place leads to that place."""
    for place in list_places():
        assert place in search_places(str(translate_name(place, tag))), place


@pytest.mark.parametrize(
    ("text", "ja"),
    [
        ("仙臺市", "仙台市"),
        ("臺東區", "台東区"),
        ("杉竝區", "杉並区"),
        ("杉并区", "杉並区"),
        ("旷野町", "広野町"),
        ("曠野町", "広野町"),
        ("三鄕市", "三郷市"),
        ("八郞潟町", "八郎潟町"),
        ("八郎泻町", "八郎潟町"),
        ("留萠市", "留萌市"),
        ("亙理町", "亘理町"),
        ("門眞市", "門真市"),
        ("𫓴田市", "鉾田市"),
        ("丹波筿山市", "丹波篠山市"),
        ("丝岛市", "糸島市"),
        ("絲島市", "糸島市"),
        ("磐城", "いわき市"),
        ("茅崎", "茅ヶ崎市"),
        ("茅ヶ崎", "茅ヶ崎市"),
        ("埼玉市西區", "さいたま市西区"),
        ("기소사키초", "木曽岬町"),
        ("도쓰카와무라", "十津川村"),
        ("미하마구", "千葉市美浜区"),
    ],
)
def test_other_forms_lead_to_the_place(text: str, ja: str) -> None:
    """Older characters, those of other tables, the Japanese name, and Korean with the unit as it is read."""
    assert ja in [place.ja for place in search_places(text)]


def test_a_short_name_of_a_prefecture_stays_its_own() -> None:
    """Chinese writes みやこ町 as 京都町, but 京都 means the prefecture and its city, and 埼玉 the prefecture."""
    assert [place.ja for place in search_places("京都")] == ["京都府", "京都市"]
    assert [place.ja for place in search_places("埼玉")] == ["埼玉県"]


def is_encodable(text: str, codec: str) -> bool:
    """Tell whether a national character set has every sign."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("text", ["효고", "효고현", "兵库县", "兵庫縣", "兵庫県", "兵庫"])
def test_prefectures_are_found_in_every_script(text: str) -> None:
    """Korean and Chinese lead to the prefecture as Japanese does."""
    found = find_prefecture(text)
    assert found is not None
    assert found.en == "Hyogo"
