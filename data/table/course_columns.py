"""The columns of classes.csv: their keys, their Japanese names, and the words that some of them allow."""

from __future__ import annotations

from collections.abc import Mapping

# In the order of the municipal standard (自治体標準オープンデータセット) where it has the same columns.
_HEADINGS = {
    "code": "全国地方公共団体コード",
    "id": "ID",
    "city": "地方公共団体名",
    "organizer": "主催者 / 主催者名 / 主催 / 実施主体",
    "organizer_kind": "主催者の種類 / 主催者種別",
    "hide_organizer": "主催者を表示しない / 主催者非表示",
    "name": "教室名 / 名称 / 講座名",
    "name_kana": "カナ / 教室名カナ / 名称_カナ",
    "name_en": "英語 / 教室名英語 / 名称_英語",
    "mode": "形態 / 実施形態 / 開催形態",
    "venue": "会場 / 会場名 / 場所名称",
    "address": "住所 / 所在地 / 会場住所",
    "latitude": "緯度",
    "longitude": "経度",
    "weekdays": "曜日 / 開催曜日",
    "weeks": "週 / 開催週",
    "start": "開始時刻 / 開始時間",
    "end": "終了時刻 / 終了時間",
    "valid_from": "期間開始 / 開始日 / 期間_開始",
    "valid_until": "期間終了 / 終了日 / 期間_終了",
    "breaks": "休み / 休講",
    "level": "レベル / 対象レベル",
    "for_whom": "対象 / 対象者",
    "area": "在住条件",
    "fee_yen": "料金 / 参加費 / 受講料 / 料金(円)",
    "fee_unit": "単位 / 料金の単位",
    "fee_note": "料金の説明 / 料金備考",
    "childcare": "保育 / 託児",
    "accepting": "受入 / 受入状況 / 受付状況",
    "how_to_join": "申込 / 申込方法",
    "languages": "使える言語 / 対応言語",
    "url": "URL / ホームページ",
    "contact_phone": "電話 / 電話番号 / 連絡先電話番号",
    "contact_email": "メール / メールアドレス / 連絡先メールアドレス",
    "contact_consent": "連絡先の公開同意 / 公開同意",
    "volunteers_wanted": "ボランティア募集",
    "source_url": "出典 / 出典URL",
    "source_date": "出典の日付",
    "checked_on": "確認日",
    "checked_by_role": "確認した人(役割) / 確認した人 / 確認者の役割",
}
COLUMNS = tuple(_HEADINGS)
ALIASES: Mapping[str, str] = {name: column for column, names in _HEADINGS.items() for name in names.split(" / ")}
NEEDED = ("code", "name", "source_url")

# What is understood in each column of few words; of several that mean the same the first Japanese one is written.
WORDS: Mapping[str, Mapping[str, str]] = {
    "organizer_kind": {
        "国際交流協会": "association",
        "市": "city",
        "ボランティア団体": "volunteers",
        "学校": "school",
        "その他": "other",
    },
    "mode": {"対面": "in person", "オンライン": "online", "両方": "both"},
    "level": {
        "はじめて": "first steps",
        "初級": "beginner",
        "中級": "intermediate",
        "上級": "advanced",
        "個別": "individual",
    },
    "for_whom": {"おとな": "adult", "こども": "child", "だれでも": "anyone", "大人": "adult", "子ども": "child"},
    "fee_unit": {"回": "lesson", "時間": "hour", "月": "month", "学期": "term", "年": "year"},
    "childcare": {"あり": "yes", "なし": "no"},
    "accepting": {"受付中": "open", "満員": "full", "休止": "paused"},
    "how_to_join": {"直接会場へ": "come", "まず連絡": "contact first", "申込書": "form"},
    "volunteers_wanted": {"はい": "yes", "いいえ": "no"},
    "hide_organizer": {"はい": "yes", "いいえ": "no"},
}
