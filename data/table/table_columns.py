"""The columns of the table: what they are called, and the other names that people give them."""

from __future__ import annotations

from collections.abc import Mapping

from data.records import FieldName

NUMBER, PREFECTURE, CITY = "No.", "Prefecture", "City"
FIELD_COLUMNS: Mapping[FieldName, str] = {
    "department": "Department in Charge",
    "website": "URL",
    "email": "E-mail",
    "class": "Japanese Class Information",
}
# Names that tables in Japan and their English copies give the columns.
_ALIASES = {
    NUMBER: "Number / 番号 / 通番 / 連番 / 項番",
    PREFECTURE: "Prefectures / 都道府県 / 都道府県名 / 県 / 県名",
    CITY: "City name / Municipality / Local government / 市 / 市名 / 都市名 / 市区町村 / 市区町村名 / 市町村 / 市町村名"
    " / 指定都市 / 自治体 / 自治体名 / 団体名",
    FIELD_COLUMNS["department"]: "Department / Division / 担当 / 担当部署 / 担当部署名 / 担当課 / 担当課名 / 担当部局"
    " / 担当部局名 / 部署 / 部署名 / 所管課 / 課名",
    FIELD_COLUMNS["website"]: "Website / HP / ホームページ / ホームページURL / ウェブサイト / 担当課URL / リンク",
    FIELD_COLUMNS["email"]: "Mail / E-mail address / メール / メールアドレス / Eメール / Eメールアドレス / 電子メール"
    " / 電子メールアドレス",
    FIELD_COLUMNS["class"]: "Japanese class / Japanese classes / Class information / 日本語教室 / 日本語教室情報"
    " / 日本語教室の情報 / 教室情報 / 日本語教育情報 / 日本語クラス",
}
ALIASES: Mapping[str, str] = {name: column for column, names in _ALIASES.items() for name in names.split(" / ")}
COLUMNS = (NUMBER, PREFECTURE, CITY, *FIELD_COLUMNS.values())
