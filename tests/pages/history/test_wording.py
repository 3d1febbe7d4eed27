"""A change in the reader's words: the place, what of it, what stood there and what stands there."""

import pytest

from data.history.compare import compare_facts
from data.history.facts import SUBJECTS, Facts, Statement, read_facts
from data.history.records import Difference
from pages.address.view import View
from pages.history.wording import Saying, ToldChange, tell_change
from pages.languages.language import list_languages
from tests.data.history.samples import SHIPPED
from tests.pages.history.samples import ATLAS, HIMEJI, HOKKAIDO, SAKAI, SAPPORO, date_daily, edit_email, show


def tell(what: Difference, lang: str = "en") -> ToldChange:
    """Tell of a change of the shipped atlas."""
    [change] = date_daily([what])
    return tell_change(change, show(ATLAS, View(lang=lang)))


def mark(what: Difference, lang: str = "en") -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what is said of both sides, without languages."""
    return [(said.word, said.mark, said.texts) for said in tell(what, lang).sayings]


CASES = [
    (edit_email(SAPPORO), "E-mail", [("Before", "del", ("old@example.jp",)), ("Now", "ins", ("new@example.jp",))]),
    (
        Difference("changed", "city", SAPPORO, "", "class", "", "https://a.jp/ (A) | https://b.jp/"),
        "Japanese classes",
        [("New", "ins", ("https://a.jp/ (A)", "https://b.jp/"))],
    ),
    (Difference("removed", "city", SAPPORO), "No longer on the list", []),
    (Difference("added", "city", SAPPORO), "New on the list", []),
    (Difference("added", "city", new="62"), "Cities", [("New", "ins", ("62",))]),
    (
        Difference("changed", "counter", SAPPORO, "窓口", "days", "月火水木金", "月火水木金土"),
        "Counter for foreign residents: Opening hours",
        [("Before", "del", ("Mon–Fri",)), ("Now", "ins", ("Mon–Sat",))],
    ),
    (
        Difference("changed", "counter", SAPPORO, "窓口", "languages", "vi", "ne | my"),
        "Counter for foreign residents: Languages",
        [("Before", "del", ("Vietnamese",)), ("Now", "ins", ("Nepali", "Burmese"))],
    ),
    (
        Difference("changed", "counter", SAPPORO, "窓口", "phone_kind", "", "may have changed"),
        "Counter for foreign residents: Telephone",
        [("New", "ins", ("This number may have changed.",))],
    ),
    (
        Difference("changed", "counter", SAPPORO, "窓口", "closed", "", "holidays"),
        "Counter for foreign residents: Opening hours",
        [("New", "ins", ("Closed: public holidays",))],
    ),
    (
        Difference("removed", "association", HOKKAIDO, "協会"),
        "International association",
        [("No longer there", "del", ("協会",))],
    ),
    (
        Difference("added", "doubt", SAPPORO, "", "class", "", "a.jp → b.jp ?"),
        "What is doubted: Japanese classes",
        [("New", "ins", ("The source says: “a.jp”. Doubtful: perhaps b.jp.",))],
    ),
    (
        Difference("removed", "doubt", SAPPORO, "", "website", "a.jp"),
        "What is doubted: Website",
        [("No longer there", "del", ("The source says: “a.jp”. Doubtful.",))],
    ),
    (
        Difference("changed", "doubt", SAPPORO, "", "department", "A B → A | B ?", "A B → A | B"),
        "What is doubted: Department in charge (as listed)",
        [
            ("Before", "del", ("The source says: “A B”. Doubtful: perhaps A | B.",)),
            ("Now", "ins", ("The source says: “A B”. Read differently from the source.", "A | B")),
        ],
    ),
    (
        Difference("added", "department name", SAPPORO, "", "department", "", "国際課 (2024)"),
        "Japanese name of the department",
        [("New", "ins", ("国際課 (2024)",))],
    ),
    (
        Difference("added", "confirmation", SAPPORO, "", "email", "", "2026-04-01: a@b.jp"),
        "Confirmed by the city: E-mail",
        [("New", "ins", ("2026-04-01: a@b.jp",))],
    ),
    (Difference("begun", "city", new="20"), "This record begins. Cities on the map: 20", []),
]


@pytest.mark.parametrize(("what", "heading", "sayings"), CASES, ids=[case[1] + case[0].kind for case in CASES])
def test_a_change_is_told(what: Difference, heading: str, sayings: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """What of it, in the words that the card has for it, and both sides, each with a word beside its mark."""
    assert (tell(what).heading, mark(what)) == (heading, sayings)


def test_a_doubt_that_stands_is_told_with_its_reason() -> None:
    """What was doubted, what may be right and why, as on the card; of another doubt of the city nothing is said."""
    chiba = "121002"
    one, other = (
        Difference("added", "doubt", chiba, "", "class", "", source)
        for source in ("volunteer/introduction/list", "volunteer")
    )
    assert mark(one) == [("New", "ins", ("The source says: “volunteer/introduction/list”. Doubtful.",))]
    assert "list of volunteers, not of classes" in tell(one).reason
    assert tell(other).reason == ""


@pytest.mark.parametrize(
    ("code", "name", "url"),
    [
        (SAPPORO, "Sapporo", "https://example.org/base/?lang=en&city=sapporo"),
        (HOKKAIDO, "Hokkaido Prefecture", "https://example.org/base/?lang=en&prefecture=hokkaido"),
        (HIMEJI, "Himeji", "https://example.org/base/?lang=en&prefecture=hyogo"),
    ],
)
def test_a_change_leads_to_what_the_map_has_now(code: str, name: str, url: str) -> None:
    """To a listed city's card; of another place to its prefecture."""
    told = tell(edit_email(code))
    assert told.place
    assert (told.place.text, told.url) == (name, url)


def test_a_change_of_no_place_leads_to_itself() -> None:
    """On the page of changes."""
    told = tell(Difference("added", "counter", new="67"))
    assert (told.place, told.url) == (None, f"https://example.org/base/changes?lang=en#c-{told.id}")


def test_a_value_says_its_language_where_it_is_not_the_readers() -> None:
    """A Japanese name is Japanese to an English reader, and an English department English to a Japanese one."""
    name, department = (
        Difference("changed", "counter", SAPPORO, "新", "name", "旧", "新"),
        Difference("changed", "city", SAPPORO, "", "department", "Old", "New"),
    )
    assert tell(name).sayings == (Saying("Before", "del", ("旧",), "ja"), Saying("Now", "ins", ("新",), "ja"))
    assert {said.lang for said in tell(name, "ja").sayings} == {None}
    assert [{said.lang for said in tell(department, code).sayings} for code in ("en", "ja")] == [{None}, {"en"}]
    note = Difference("changed", "counter", SAPPORO, "窓口", "note", "Ring twice.", "Also online.")
    assert tell(note, "vi").sayings[0].lang == "en"
    assert tell(note, "vi").sayings[1] == Saying("Bây giờ", "ins", ("Cũng tư vấn trực tuyến.",))


@pytest.mark.parametrize("code", [language.code for language in list_languages()])
def test_every_field_that_can_differ_has_a_name(code: str) -> None:
    """All that the shipped tables say of anything, once in each language; nothing is told without a heading."""
    for subject, rows in read_facts(SHIPPED).statements.items():
        fields = {field: row for row in rows for field in row.values}
        for field, row in fields.items():
            bare = Statement(row.code, row.key, row.name, {})
            alone = Statement(row.code, row.key, row.name, {field: row.values[field]})
            [difference] = compare_facts(Facts({subject: (bare,)}), Facts({subject: (alone,)}))
            told = tell(difference, code)
            assert told.heading
            assert all(text for said in told.sayings for text in said.texts)
            assert (
                subject in ("city", "doubt", "department name")
                or field == "kind"
                or told.heading.count(show(ATLAS, View(lang=code)).language.colon.strip())
            )
    assert set(read_facts(SHIPPED).statements) == set(SUBJECTS)


def test_names_of_two_places_stay_apart() -> None:
    """Sakai in Osaka is named as its card is, in each language."""
    assert [told.place and told.place.text for told in (tell(edit_email(SAKAI), code) for code in ("en", "ko"))] == [
        "Sakai",
        "사카이시",
    ]
