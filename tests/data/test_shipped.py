"""The shipped table comes out exactly: every address, e-mail, label and department, compared with a list of their own."""

# ruff: noqa: E501 (addresses stand on one line, as published)

from __future__ import annotations

import pytest

from data.folder import locate_files
from data.places.slugs import resolve_slug
from data.records import City, Link
from data.table.links import is_safe_url
from data.table.table import read_table

TABLE = read_table(locate_files({}))

WEBSITES = [
    ("Sapporo", "https://www.city.sapporo.jp/"),
    ("Sendai", "https://www.city.sendai.jp/"),
    ("Saitama", "https://www.city.saitama.jp/en/index.html"),
    ("Chiba", "https://www.city.chiba.jp/shimin/shimin/kokusai/tabunka_nihongo.html"),
    ("Yokohama", "https://www.city.yokohama.lg.jp/city-info/seisaku/kokusai/kyosei/?lang=en"),
    (
        "Kawasaki",
        "https://www-city-kawasaki-jp-j-server.com/LUCKAWASAK/ns/tl.cgi/https://www.city.kawasaki.jp/250/soshiki/4%2d1%2d8%2d0%2d0.html?SLANG=ja&TLANG=en&XMODE=0&XCHARSET=utf-8&XJSID=0",
    ),
    ("Sagamihara", "https://sagamihara-international.jp/"),
    ("Niigata", "https://www.city.niigata.lg.jp/shisei/soshiki/soshikiinfo/kanko-kokusai/kokusaika.html"),
    ("Shizuoka", "https://www.city.shizuoka.lg.jp/s9328/s006318.html"),
    ("Hamamatsu", "https://www.city.hamamatsu.shizuoka.jp/"),
    ("Nagoya", "https://www.city.nagoya.jp/shisei/kokusai/1017165/index.html"),
    ("Kyoto", "https://www.city.kyoto.lg.jp/menu5/category/67-0-0-0-0-0-0-0-0.html"),
    ("Osaka", "https://www.city.osaka.lg.jp/keizaisenryaku/"),
    ("Osaka", "https://www.city.osaka.lg.jp/kyoiku/"),
    ("Sakai", "https://www.city.sakai.lg.jp/index.html"),
    ("Kobe", "https://www.city.kobe.lg.jp/"),
    ("Okayama", "https://www.city.okayama.jp/0000012949.html"),
    ("Hiroshima", "http://www.city.hiroshima.lg.jp/"),
    ("Kitakyushu", "https://www.city.kitakyushu.lg.jp/contents/division018.html"),
    ("Fukuoka", "https://www.city.fukuoka.lg.jp/shisei/gshien/index.html"),
    ("Kumamoto", "https://www.city.kumamoto.jp.e.fm.hp.transer.com/list00616.html"),
]

CLASSES = [
    ("Sapporo", "https://www.sapporolife.info/en/article/?id=43#id186069e299738", None),
    ("Sendai", "https://www.int.senia-sendai.jp/nihongo/", "Sendai Tourism, Convention and International Association"),
    ("Saitama", "https://www.city.saitama.jp/en/sc/class.html", None),
    ("Chiba", "https://ccia-chiba.or.jp/volunteer/introduction/list?key=vol_field&value=", None),
    ("Yokohama", "https://yokeweb.jp/", None),
    (
        "Kawasaki",
        "https://www-city-kawasaki-jp-j-server.com/LUCKAWASAK/ns/tl.cgi/https://www.city.kawasaki.jp/880/page/0000042877.html?SLANG=ja&TLANG=en&XMODE=0&XCHARSET=utf-8&XJSID=0",
        None,
    ),
    ("Sagamihara", "https://sagamihara-international.jp/study/study_class/", None),
    ("Niigata", "https://www.nief.or.jp/en/support/japanese_course/index.html", None),
    ("Shizuoka", "https://same-uni.com/en/", None),
    (
        "Hamamatsu",
        "https://www.hi-hice.jp/en/organization-overview/about-us/utoc/",
        "Hamamatsu Foreign Resident Study Support Center",
    ),
    (
        "Hamamatsu",
        "https://www.hi-hice.jp/en/",
        "HICE (Hamamatsu Foundation for International Communication and Exchange)",
    ),
    ("Nagoya", "https://www.nic-nagoniho.jp/", None),
    ("Kyoto", "https://www.kcif.or.jp/web/en/classes/japaneseclasses/", None),
    ("Kyoto", "https://www.kcif.or.jp/web/en/classes/easyjapanese/", None),
    ("Kyoto", "https://online.kcif.or.jp/en/", None),
    ("Kyoto", "https://www.kcif.or.jp/web/en/classes/lesson/", None),
    ("Osaka", "https://www.city.osaka.lg.jp/contents/wdu020/enjoy/en/content_h.html#content_02", "City of Osaka"),
    (
        "Osaka",
        "https://www-city-osaka-lg-jp.translate.goog/kyoiku/page/0000643355.html?x_tr_sl=ja&x_tr_tl=en&x_tr_hl=ja",
        None,
    ),
    ("Sakai", "https://www.city.sakai.lg.jp/foreign-language/english/visitors/living/dailylife/school.html", None),
    ("Kobe", "https://www.kicc.jp/en/living_guide/education/school/jpclass", None),
    ("Okayama", "https://www.city.okayama.jp/shisei/0000059201.html", "Fukuhama classroom"),
    ("Okayama", "https://www.city.okayama.jp/shisei/0000062863.html", "Mantomi classroom"),
    ("Hiroshima", "https://h-irocd.jp/en/guide/nihongo-en.html", None),
    ("Kitakyushu", "https://www.kitaq-koryu.jp/japanese/classroom/", None),
    ("Fukuoka", "https://www.fcif.or.jp/en/en-language/en-classroom/", "Fukuoka City International Foundation"),
    (
        "Kumamoto",
        "https://www-kumamoto-if-or-jp.translate.goog/kiji0031455/index.html?x_tr_sl=ja&x_tr_tl=en&x_tr_hl=ja",
        "Kumamoto International Foundation",
    ),
]

EMAILS = [
    ("Sapporo", "kokusai@city.sapporo.jp"),
    ("Sendai", "kik002040@city.sendai.jp"),
    ("Saitama", "kanko-kokusai@city.saitama.lg.jp"),
    ("Chiba", "kokusai.CIC@city.chiba.lg.jp"),
    ("Yokohama", "sh-tabunka@city.yokohama.lg.jp"),
    ("Kawasaki", "25tabunka@city.kawasaki.jp"),
    ("Sagamihara", "sil@city.sagamihara.kanagawa.jp"),
    ("Niigata", "kokusai@city.niigata.lg.jp"),
    ("Shizuoka", "sankaku@city.shizuoka.lg.jp"),
    ("Hamamatsu", "kokusai@city.hamamatsu.shizuoka.jp"),
    ("Nagoya", "a4610@sportsshimin.city.nagoya.lg.jp"),
    ("Kyoto", "kokusai@city.kyoto.lg.jp"),
    ("Osaka", "ga0030@city.osaka.lg.jp"),
    ("Osaka", "ua0012@city.osaka.lg.jp"),
    ("Sakai", "kokusai@city.sakai.lg.jp"),
    ("Kobe", "chiikikyousei@city.kobe.lg.jp"),
    ("Okayama", "kokusaika@city.okayama.jp"),
    ("Hiroshima", "kokusai@city.hiroshima.lg.jp"),
    ("Kitakyushu", "seisaku-kokusai@city.kitakyushu.lg.jp"),
    ("Fukuoka", "tabunkakyousei.GAPB@city.fukuoka.lg.jp"),
    ("Kumamoto", "kokusai@city.kumamoto.lg.jp"),
]

IDENTITIES = [
    ("011002", "Sapporo", "札幌市", "さっぽろし", "Hokkaido"),
    ("041009", "Sendai", "仙台市", "せんだいし", "Miyagi"),
    ("111007", "Saitama", "さいたま市", "さいたまし", "Saitama"),
    ("121002", "Chiba", "千葉市", "ちばし", "Chiba"),
    ("141003", "Yokohama", "横浜市", "よこはまし", "Kanagawa"),
    ("141305", "Kawasaki", "川崎市", "かわさきし", "Kanagawa"),
    ("141500", "Sagamihara", "相模原市", "さがみはらし", "Kanagawa"),
    ("151009", "Niigata", "新潟市", "にいがたし", "Niigata"),
    ("221007", "Shizuoka", "静岡市", "しずおかし", "Shizuoka"),
    ("221309", "Hamamatsu", "浜松市", "はままつし", "Shizuoka"),
    ("231002", "Nagoya", "名古屋市", "なごやし", "Aichi"),
    ("261009", "Kyoto", "京都市", "きょうとし", "Kyoto"),
    ("271004", "Osaka", "大阪市", "おおさかし", "Osaka"),
    ("271403", "Sakai", "堺市", "さかいし", "Osaka"),
    ("281000", "Kobe", "神戸市", "こうべし", "Hyogo"),
    ("331007", "Okayama", "岡山市", "おかやまし", "Okayama"),
    ("341002", "Hiroshima", "広島市", "ひろしまし", "Hiroshima"),
    ("401005", "Kitakyushu", "北九州市", "きたきゅうしゅうし", "Fukuoka"),
    ("401307", "Fukuoka", "福岡市", "ふくおかし", "Fukuoka"),
    ("431001", "Kumamoto", "熊本市", "くまもとし", "Kumamoto"),
]

ORIGINALS = [
    ("Kawasaki", "https://www.city.kawasaki.jp/250/soshiki/4-1-8-0-0.html", "J-SERVER", "ja"),
    ("Kawasaki", "https://www.city.kawasaki.jp/880/page/0000042877.html", "J-SERVER", "ja"),
    ("Osaka", "https://www.city.osaka.lg.jp/kyoiku/page/0000643355.html", "Google Translate", "ja"),
    ("Kumamoto", "https://www.city.kumamoto.jp/list00616.html", "Transer", None),
    ("Kumamoto", "https://www.kumamoto.if.or.jp/kiji0031455/index.html", "Google Translate", "ja"),
]


def find_city(name: str) -> City:
    """Return the city of that slug."""
    (city,) = resolve_slug(name.lower(), TABLE.cities)
    return city


def list_links() -> list[tuple[City, Link]]:
    """Return every link beside its city, in the table's order."""
    return [(city, link) for city in TABLE.cities for link in (*city.websites, *city.classes)]


def test_nothing_is_wrong_with_the_shipped_table() -> None:
    """The shipped files have no problem, and no text is left over."""
    assert TABLE.problems == ()
    assert all(city.leftovers == () for city in TABLE.cities)


def test_identities_come_out() -> None:
    """Each row is the city it names, in the table's order, with the row's own number and line."""
    listed = [(city.code, city.place.en, city.place.ja, city.place.kana, city.prefecture.en) for city in TABLE.cities]
    assert listed == IDENTITIES
    assert [city.number for city in TABLE.cities] == [str(number) for number in range(1, 21)]
    assert [city.row for city in TABLE.cities] == list(range(4, 24))
    assert [city.slug for city in TABLE.cities] == [identity[1].lower() for identity in IDENTITIES]


def test_all_47_addresses_come_out() -> None:
    """Every published address stands in its city, in order, byte for byte."""
    assert [(city.place.en, link.published) for city in TABLE.cities for link in city.websites] == WEBSITES
    assert [(city.place.en, link.published, link.label) for city in TABLE.cities for link in city.classes] == CLASSES
    assert len(list_links()) == 47


def test_all_21_emails_come_out() -> None:
    """Every e-mail is a real address."""
    assert [(city.place.en, email) for city in TABLE.cities for email in city.emails] == EMAILS
    assert len(EMAILS) == 21


def test_gateways_are_unwrapped() -> None:
    """The five links that go through a translation gateway know the page itself; all others are themselves."""
    wrapped = [(city.place.en, link.original, link.via, link.language) for city, link in list_links() if link.via]
    assert wrapped == ORIGINALS
    assert all(link.original == link.published for _, link in list_links() if link.via is None)


def test_eight_office_sites_are_only_a_front_page() -> None:
    """Exactly these websites lead to a site's front page and not to the department."""
    offices = [city.slug for city in TABLE.cities for link in city.websites if link.front_page]
    assert offices == ["sapporo", "sendai", "saitama", "sagamihara", "hamamatsu", "sakai", "kobe", "hiroshima"]


@pytest.mark.parametrize(
    ("city", "language"), [("sapporo", "en"), ("sendai", None), ("hiroshima", "en"), ("kitakyushu", None)]
)
def test_language_is_known_only_with_evidence(city: str, language: str | None) -> None:
    """The language of a class page is told where its address shows it; "japanese" in a path is the subject."""
    assert [link.language for link in find_city(city).classes] == [language]


def test_departments_are_as_listed() -> None:
    """Every city has its department as published; only Osaka's cell holds two, which a correction parts."""
    assert find_city("kobe").departments == (
        "Community Engagement Division, Community Engagement and Development Bureau",
    )
    assert find_city("osaka").departments == (
        "International Division, Cultural and International Affairs Department, Culture and Tourism Bureau",
        "Board of Education, Lifelong Education Division",
    )
    assert [city.slug for city in TABLE.cities if len(city.departments) != 1] == ["osaka"]


def test_doubts_are_told_and_nothing_is_replaced_silently() -> None:
    """The doubted addresses stay links; each doubt names what the table has, why it is doubted and where from."""
    doubts = [
        (city.slug, row.field, row.source_value, row.applied) for city in TABLE.cities for row in city.corrections
    ]
    assert [(slug, field, applied) for slug, field, _, applied in doubts] == [
        ("sendai", "class", False),
        ("chiba", "class", False),
        ("shizuoka", "class", False),
        ("osaka", "department", True),
        ("hiroshima", "class", False),
        ("kumamoto", "class", False),
    ]
    for city in TABLE.cities:
        for row in city.corrections:
            assert "Nobody has" in row.reason
            assert row.source
            assert all(map(is_safe_url, row.source.split()))
            if not row.applied:
                assert any(row.source_value in link.published for link in city.classes)
