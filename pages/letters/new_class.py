"""A letter of somebody who holds a class to whoever runs the map: empty lines for what a row of the table needs."""

from __future__ import annotations

from pages.letters.report import get_receiver

SUBJECT = "日本語教室の情報（まどぐちマップへの掲載）"
LETTER = """教室の名前：
主催：
会場・住所（オンラインの場合は「オンライン」）：
曜日・時間：
期間・休み：
対象・レベル：
料金：
保育：
申込方法：
使える言語：
公開してよい連絡先：
案内のページ（URL）：
この内容を確認した人（役割）・日付："""


def write_class_url() -> str | None:
    """Write the address of that letter; None where nobody receives it."""
    receiver = get_receiver()
    return receiver.write_url(SUBJECT, LETTER) if receiver else None
