"""The columns of classes.csv: their keys, their Japanese names, and the words that some of them allow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# In the order of the municipal standard (自治体標準オープンデータセット) where it has the same columns.
_HEADINGS = {
    "code": "全国地方公共団体コード / 都道府県コード又は市区町村コード / 市区町村コード / 団体コード",
    "id": "ID",
    "city": "地方公共団体名 / 市区町村名 / 市町村名 / 自治体名",
    "organizer": "主催者 / 主催者名 / 主催 / 実施主体",
    "organizer_kind": "主催者の種類 / 主催者種別",
    "hide_organizer": "主催者を表示しない / 主催者非表示",
    "name": "教室名 / 名称 / 講座名",
    "name_kana": "カナ / 教室名カナ / 名称_カナ",
    "name_en": "英語 / 教室名英語 / 名称_英語",
    "mode": "形態 / 実施形態 / 開催形態",
    "venue": "会場 / 会場名 / 場所名称",
    "address": "住所 / 所在地 / 会場住所 / 所在地_連結表記 / 住所_連結表記",
    "latitude": "緯度",
    "longitude": "経度",
    "weekdays": "曜日 / 開催曜日 / 実施曜日",
    "weeks": "週 / 開催週",
    "start": "開始時刻 / 開始時間 / 時間 / 時刻 / 開催時間",
    "end": "終了時刻 / 終了時間",
    "valid_from": "期間開始 / 開始日 / 期間_開始 / 期間(開始) / 期間 / 開催期間",
    "valid_until": "期間終了 / 終了日 / 期間_終了 / 期間(終了)",
    "breaks": "休み / 休講",
    "level": "レベル / 対象レベル",
    "for_whom": "対象 / 対象者",
    "area": "在住条件 / 居住条件 / 参加条件",
    "fee_yen": "料金 / 参加費 / 受講料 / 授業料 / 費用 / 料金(円) / 料金(基本)",
    "fee_unit": "単位 / 料金の単位",
    "fee_note": "料金の説明 / 料金備考 / 料金(詳細)",
    "childcare": "保育 / 託児",
    "accepting": "受入 / 受入状況 / 受付状況",
    "how_to_join": "申込 / 申込方法 / 申込み / 申込み方法 / 申し込み / 申し込み方法 / 参加申込の方法",
    "languages": "使える言語 / 対応言語 / 言語",
    "url": "URL / ホームページ / ウェブサイト",
    "contact_phone": "電話 / 電話番号 / 連絡先電話番号",
    "contact_email": "メール / メールアドレス / 連絡先メールアドレス",
    "contact_consent": "連絡先の公開同意 / 公開同意",
    "volunteers_wanted": "ボランティア募集",
    "source_url": "出典 / 出典URL",
    "source_date": "出典の日付",
    "checked_on": "確認日 / 最終確認日",
    "checked_by_role": "確認した人(役割) / 確認した人 / 確認者の役割",
}
COLUMNS = tuple(_HEADINGS)
ALIASES: Mapping[str, str] = {name: column for column, names in _HEADINGS.items() for name in names.split(" / ")}


def fold_word(text: str) -> str:
    """Return what ways to write a word have in common: its letters, whatever their case and width."""
    return re.sub(r"[\s_・()-]", "", unicodedata.normalize("NFKC", text).casefold())


NEEDED = ("code", "name", "source_url")

# What is understood in each column of few words; of several that mean the same the first one is the usual one.
_WORDS = {
    "organizer_kind": {
        "association": "国際交流協会 / 国際化協会 / 協会 / 財団 / 公益財団法人",
        "city": "市 / 区 / 町 / 村 / 県 / 都 / 府 / 道 / 市町村 / 自治体 / 行政 / 教育委員会 / municipality",
        "volunteers": "ボランティア団体 / ボランティア / ボランティアグループ / 市民団体 / 任意団体 / NPO / NPO法人"
        " / 特定非営利活動法人 / サークル / volunteer group",
        "school": "学校 / 日本語学校 / 大学 / 専門学校 / 学校法人",
        "other": "その他 / 企業 / 会社 / 個人 / 教会",
    },
    "mode": {
        "in person": "対面 / 対面式 / 会場 / 教室 / 通学 / face to face / onsite",
        "online": "オンライン / リモート / Zoom / 遠隔 / オンラインのみ",
        "both": "両方 / 対面・オンライン / 対面とオンライン / 対面・オンライン併用 / 併用 / ハイブリッド / hybrid",
    },
    "level": {
        "first steps": "はじめて / 入門 / 初心者 / ゼロ初級 / 全くの初心者 / starter / introductory",
        "beginner": "初級 / 初級者 / 基礎 / elementary / basic",
        "intermediate": "中級 / 中級者",
        "advanced": "上級 / 上級者",
        "individual": "個別 / 個別対応 / 個人別 / 一人一人に合わせて / マンツーマン / one to one",
    },
    "for_whom": {
        "adult": "おとな / 大人 / 成人 / 一般 / 社会人 / 18歳以上 / adults",
        "child": "こども / 子ども / 子供 / 児童 / 児童生徒 / 小学生 / 中学生 / 小中学生 / 小・中学生 / children / kids",
        "anyone": "だれでも / 誰でも / どなたでも / 制限なし / 問わない / おとなとこども / 大人と子ども / 親子 / 家族"
        " / all / everyone / anybody",
    },
    "fee_unit": {
        "lesson": "回 / 1回 / 一回 / 毎回 / 回ごと / class / per lesson",
        "hour": "時間 / 1時間 / per hour",
        "month": "月 / 月額 / 1か月 / 1ヶ月 / ひと月 / 毎月 / per month",
        "term": "学期 / 期 / 1期 / コース / 1コース / 全回 / course / per term",
        "year": "年 / 年額 / 年間 / 1年 / 年度 / per year",
    },
    "childcare": {
        "yes": "あり / 有 / 有り / はい / ○ / 〇 / ◯ / 可 / 保育あり / 託児あり / true",
        "no": "なし / 無 / 無し / いいえ / × / 不可 / 保育なし / 託児なし / false",
    },
    "accepting": {
        "open": "受付中 / 募集中 / 受入可 / 空きあり / 空席あり / 随時 / 随時受付 / ○ / accepting / yes",
        "full": "満員 / 満席 / 定員に達しました / 空きなし / キャンセル待ち / waiting list",
        "paused": "休止 / 休止中 / 休講中 / 募集停止 / 受付停止 / 受付終了 / 募集終了 / closed / suspended",
    },
    "how_to_join": {
        "come": "直接会場へ / 直接会場に / 直接来場 / 当日参加 / 当日会場で / 申込不要 / 予約不要 / 不要"
        " / drop in / walk in",
        "contact first": "まず連絡 / 要連絡 / 事前連絡 / 事前に連絡 / 要予約 / 要問合せ / 電話 / メール / 電話かメール"
        " / 電話またはメール / 電話・メール / contact / call first / write first",
        "form": "申込書 / 申込フォーム / フォーム / 申請書 / 要申込 / ウェブ申込 / web申込 / オンライン申込"
        " / application form",
    },
    "volunteers_wanted": {
        "yes": "はい / 募集中 / 募集 / あり / 有 / ○ / 〇 / ◯ / true",
        "no": "いいえ / 募集していない / 募集なし / なし / 無 / × / false",
    },
    "hide_organizer": {
        "yes": "はい / 表示しない / 非表示 / 隠す / ○ / 〇 / ◯ / true / 1",
        "no": "いいえ / 表示する / 表示 / × / false / 0",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    column: {word: value for value, words in meanings.items() for word in words.split(" / ")}
    for column, meanings in _WORDS.items()
}
_FOLDED = {
    column: {fold_word(word): value for value, words in meanings.items() for word in (*words.split(" / "), value)}
    for column, meanings in _WORDS.items()
}


def read_word(column: str, cell: str) -> str | None:
    """Return what a cell means in a column of few words, in Japanese or English; None for anything else."""
    return _FOLDED[column].get(fold_word(cell))


def list_usual_words(column: str) -> str:
    """Name what may stand in a column of few words: the usual Japanese word for each meaning."""
    return "・".join(words.split(" / ")[0] for words in _WORDS[column].values())
