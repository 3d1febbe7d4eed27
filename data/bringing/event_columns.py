"""The columns of a municipality's list of events (イベント一覧), by every name that its editions have had.

Known are those of 自治体標準オープンデータセット, of the recommended data set before it, and of lists put together from
these. Columns of which nothing is told of a class (定員, 駐車場情報 …) are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = {
    "name": "イベント名 / 名称 / 行事名 / 講座名 / タイトル",
    "first": "開始日 / 開催日 / 開催開始日",
    "last": "終了日 / 開催終了日",
    "start": "開始時間 / 開始時刻",
    "end": "終了時間 / 終了時刻",
    "said": "日時備考 / 開始日時特記事項 / 日時特記事項 / 開催日時備考 / 開催日時特記事項",
    "code": "全国地方公共団体コード / 都道府県コード又は市区町村コード / 市区町村コード / 団体コード",
    "prefecture": "都道府県名",
    "city": "地方公共団体名 / 市区町村名",
    "name_kana": "イベント名_カナ / 名称(カナ) / 名称_カナ",
    "name_en": "イベント名_英語 / イベント名_英字 / 名称(英字) / 名称_英語 / 名称_英字",
    "about": "説明 / 概要 / 内容 / イベント概要",
    "status": "状態 / 開催状況",
    "venue": "場所名称 / 開催場所 / 会場 / 会場名 / 集合場所",
    "address": "住所 / 所在地 / 所在地_連結表記 / 住所_連結表記",
    "address_prefecture": "所在地_都道府県 / 住所都道府県",
    "address_city": "所在地_市区町村 / 住所市区町村",
    "address_town": "所在地_町字 / 住所町名",
    "address_block": "所在地_番地以下 / 住所丁目以下",
    "building": "建物名等(方書) / 建物名等 / 方書",
    "latitude": "緯度",
    "longitude": "経度",
    "organizer": "主催者 / 主催者名 / 主催団体 / 主催 / 実施主体",
    "for_whom": "対象者 / 対象 / 参加条件 / 参加条件_詳細 / 参加資格",
    "fee": "料金(基本) / 料金_基本 / 料金 / 参加費",
    "fee_note": "料金(詳細) / 料金_詳細",
    "languages": "外国語対応 / 対応言語",
    "how": "参加申込方法 / 申込方法 / 申込み方法",
    "contact": "連絡先名称 / 問合せ先 / 問い合わせ先",
    "phone": "連絡先電話番号 / 電話番号 / 連絡先電話",
    "email": "連絡先メールアドレス / メールアドレス",
    "url": "URL / コンテンツURL / 詳細URL / ホームページ",
    "childcare": "託児所_有無 / 託児_有無 / 託児所 / 託児 / 保育",
    "childcare_note": "託児所_詳細 / 託児_詳細",
}
ALIASES: Mapping[str, str] = {name: column for column, names in _NAMES.items() for name in names.split(" / ")}
NEEDED = ("name", "first")
