"""A pasted address finds the municipality or ward it lies in, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.places.addresses import read_address
from data.places.gazetteer import list_places
from data.records import Place

ADDRESSES = [
    ("神戸市中央区加納町6丁目5番1号", ["神戸市中央区"]),
    ("兵庫県神戸市中央区加納町6-5-1", ["神戸市中央区"]),
    ("〒650-8570 兵庫県神戸市中央区加納町6丁目5番1号", ["神戸市中央区"]),
    ("〒650-8570兵庫県神戸市中央区加納町6-5-1", ["神戸市中央区"]),
    ("６５０－８５７０　兵庫県神戸市中央区加納町６丁目５番１号", ["神戸市中央区"]),
    ("日本兵庫県神戸市中央区加納町", ["神戸市中央区"]),
    ("兵库县神户市中央区加纳町", ["神戸市中央区"]),
    ("大阪市役所", ["大阪市"]),
    ("堺市役所 国際課", ["堺市"]),
    ("さいたま市 浦和区 常盤6-4-4", ["さいたま市浦和区"]),
    ("住所：さいたま市浦和区常盤6-4-4", ["さいたま市浦和区"]),
    ("株式会社サンプル 横浜市西区みなとみらい2-2-1", ["横浜市西区"]),
    ("浜松市浜名区貴布祢3000", ["浜松市浜名区"]),
    ("浜松市中区元城町103-2", ["浜松市中区"]),
    ("埼玉県川口市青木2-1-1", ["川口市"]),
    ("東京都新宿区西新宿2-8-1", ["新宿区"]),
    ("東京新宿区西新宿2-8-1", ["新宿区"]),
    ("東京都府中市宮西町2-24", ["府中市"]),
    ("府中市宮西町2-24", ["府中市", "府中市"]),
    ("183-8703 府中市宮西町2-24", ["府中市"]),
    ("広島県安芸郡府中町大通3-5-1", ["府中町"]),
    ("埼玉県北足立郡伊奈町中央4-355", ["伊奈町"]),
    ("北足立郡伊奈町中央4-355", ["伊奈町"]),
    ("北海道虻田郡倶知安町北1条東3丁目", ["倶知安町"]),
    ("東京都八丈島八丈町大賀郷2551-2", ["八丈町"]),
    ("大阪府北区梅田1-1", ["大阪市北区", "堺市北区"]),
    ("北広島市中央4丁目2-1", ["北広島市"]),
    ("東大阪市荒本北1-1-1", ["東大阪市"]),
    ("四日市市諏訪町1番5号", ["四日市市"]),
    ("愛知県蒲郡市旭町17-1", ["蒲郡市"]),
    ("十日町市千歳町3-3", ["十日町市"]),
    ("町田市森野2-2-22", ["町田市"]),
    ("市川市八幡1-1-1", ["市川市"]),
    ("郡山市朝日一丁目23-7", ["郡山市"]),
    ("大和郡山市北郡山町248-4", ["大和郡山市"]),
    ("廿日市市下平良1-11-1", ["廿日市市"]),
    ("津市西丸之内23-1", ["津市"]),
    ("大津市御陵町3-1", ["大津市"]),
    ("大阪府庁", ["大阪府"]),
    ("長野県どこか村1-1", ["長野県"]),
    ("650-8570 Kobe", ["神戸市"]),
    ("650-8570Kobe", ["神戸市"]),
    ("Kobe, Japan", ["神戸市"]),
    ("Kobe City Hall", ["神戸市"]),
    ("City of Kobe, Japan", ["神戸市"]),
    ("Kobe Sannomiya", ["神戸市"]),
    ("6-5-1 Kano-cho, Chuo-ku, Kobe, Hyogo 650-8570, Japan", ["神戸市中央区"]),
    ("Kanagawa-ken Yokohama-shi", ["横浜市"]),
    ("Yokohama-shi Naka-ku", ["横浜市中区"]),
    ("Landmark Tower 25F, 2-2-1 Minatomirai, Nishi-ku, Yokohama-shi, Kanagawa-ken 220-8125, Japan", ["横浜市西区"]),
    ("1-1 Sakae-machi, Kawasaki-ku, Kawasaki-shi", ["川崎市川崎区"]),
    ("Sakae, Nagoya", ["名古屋市"]),
    ("Sakai-ku, Sakai-shi, Oosaka-hu", ["堺市堺区"]),
    ("590-0078 Sakai", ["堺市", "堺市堺区"]),
    ("Apt 302, 2-1-1 Aoki, Kawaguchi, Saitama", ["川口市"]),
    ("Matsumoto-shi, Nagano-ken, Japan", ["松本市"]),
    ("Higashi-Osaka-shi, Osaka", ["東大阪市"]),
    ("Shinjuku City, Tokyo, Japan", ["新宿区"]),
    ("Tokyo-to Shinjuku-ku Nishi-Shinjuku 2-8-1", ["新宿区"]),
    ("Setagaya Ward Office", ["世田谷区"]),
    ("Kyoto, Kyoto, Japan", ["京都市"]),
    ("Hyogo Prefectural Government Office", ["兵庫県"]),
    ("999-9999 Kobe", ["神戸市"]),
    ("고베시 주오구", ["神戸市中央区"]),
]


@pytest.mark.parametrize(("text", "found"), ADDRESSES, ids=[text for text, _ in ADDRESSES])
def test_a_pasted_address_finds_its_place(text: str, found: list[str]) -> None:
    """As a letterhead, a map, a parcel or an envelope has it."""
    assert [place.ja for place in read_address(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!?",
        "078-331-8181",
        "East Osaka",
        "Lifelong Education",
        "Community Engagement Division, Development Bureau",
        "the date of my Japanese class",
        "qqqq zzzz",
        "市町村",
        "役所",
    ],
)
def test_what_is_no_address_finds_nothing(text: str) -> None:
    """Neither a telephone number nor words that hold a town's name by chance."""
    assert read_address(text) == ()


def test_a_neighbourhood_is_no_reason_to_leave_the_city() -> None:
    """Every place is found from its name with a quarter, a county and a house number behind or before it."""
    for place in list_places():
        prefecture = place.prefecture
        if place.kind == "prefecture":
            continue
        assert place in read_address(f"〒000-0000 {prefecture.ja}{place.ja}本町1丁目2番3号 さくら荘101"), place.ja
        if place.kind in {"town", "village"}:
            assert place in read_address(f"{prefecture.ja}北郡{place.ja}大字本町123"), place.ja
        if place.kind == "city":
            found = read_address(f"Room 101, 1-2-3 Honcho, {place.en}-shi, {prefecture.en}, Japan")
            assert place in found, place.en


@given(st.one_of(st.text(max_size=200), st.text("市区町村都道府県神戸東京大阪 、,-0123456789", max_size=200)))
def test_any_text_gives_places_or_none(text: str) -> None:
    """Whatever is pasted, places come out, each once."""
    found = read_address(text)
    assert all(isinstance(place, Place) for place in found)
    assert len(set(found)) == len(found)
