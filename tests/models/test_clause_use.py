"""An entry of clauses.yml gives words to every reader it names, and homes; what it lacks is told in its place."""

from __future__ import annotations

import pytest

from macros.models.clause_use import ClauseUses
from tests.models.telling import made, told

WHOLE = """clauses:
  - id: safe-passwords
    for: [learners, parents]
    plain:
      learners: Use safe passwords.
      parents: To use safe passwords.
    picture: key
    young: I use a safe password.
    homes: [parents/index.md]
"""


def use(text: str) -> ClauseUses:
    return made(ClauseUses, text)


def test_a_whole_entry_is_read() -> None:
    found = use(WHOLE).clauses[0]
    assert found.readers == ("learners", "parents")
    assert found.plain.written == {"learners": "Use safe passwords.", "parents": "To use safe passwords."}
    assert told(ClauseUses, WHOLE) == []


def test_a_readers_own_words_stand_in_the_place_of_everyones() -> None:
    found = use(
        "clauses: [{id: a, for: [everyone], plain: {everyone: All., account-holders: Mine.}, homes: [b.md]}]"
    ).clauses[0]
    assert found.words_for("account-holders") == "Mine."
    assert found.words_for("learners") == "All."


def test_governors_find_the_words_for_staff_where_they_have_none() -> None:
    found = use("clauses: [{id: a, for: [parents, staff], plain: {parents: P., staff: S.}, homes: [b.md]}]").clauses[0]
    assert found.words_for("governors") == "S."
    assert found.words_for("dsl") is None
    assert found.words_for("parents") == "P."


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (
            "[learners, parents]",
            "[learners, parnets]",
            ["3:21: “parnets” is not known as “for”. Did you mean “parents”?"],
        ),
        ("[learners, parents]", "[]", ["3:10: “for” needs at least 1 and has 0."]),
        ("    for: [learners, parents]\n", "", ["2:5: “for” is missing here. Add a line “for: …”."]),
        (
            "[learners, parents]",
            "[learners, parents, learners]",
            ["3:30: “learners” stands here twice. Keep one."],
        ),
        (
            "[learners, parents]",
            "[learners, parents, dsl]",
            ["3:30: There are no plain words for “dsl”. Add a line “dsl: …” to “plain”."],
        ),
        (
            "[learners, parents]",
            "[learners]",
            ["6:16: There are words for “parents”, who is not named in “for”. Name them there."],
        ),
        (
            "[learners, parents]",
            "[everyone]",
            [
                "3:11: There are no plain words for “everyone”. Add a line “everyone: …” to “plain”.",
                "5:7: This clause is for everyone. Add a line “everyone: …”.",
            ],
        ),
        (
            "      parents: To use safe passwords.\n",
            "",
            [
                "3:21: There are no plain words for “parents”. Add a line “parents: …” to “plain”.",
                "5:7: Parents find every clause in plain words. Add a line “parents: …”.",
            ],
        ),
        (
            "      parents:",
            "      parent:",
            ["6:7: “parent” is not a name that is known here. Did you mean “parents”?"],
        ),
        (
            "      parents:",
            "      account_holders:",
            ["6:7: “account_holders” is not a name that is known here. Did you mean “account-holders”?"],
        ),
        (
            "[parents/index.md]",
            "[]",
            ["9:12: “homes” needs at least 1. Add a page where this clause is done or explained."],
        ),
        (
            "[parents/index.md]",
            "[parents/index.md, parents/index.md]",
            ["9:31: The home “parents/index.md” stands here twice. Keep one."],
        ),
        (
            "I use a safe password.",
            "I always use a very safe password.",
            ["8:12: “young” has 7 words; it may have at most 6."],
        ),
        ("    picture: key\n", "", ["7:12: “young” needs a picture. Add a line “picture: …” with a symbol."]),
        (
            "    young: I use a safe password.\n",
            "",
            ["7:14: The picture has no words. Add a line “young: …” of at most 6 words."],
        ),
        (
            "To use safe passwords.",
            "p" * 61,
            ["6:16: The word “pppppppppppppppppppp…” has 61 letters. Is it a slip?"],
        ),
        (
            " Use safe passwords.",
            "",
            [
                "3:11: There are no plain words for “learners”. Add a line “learners: …” to “plain”.",
                "7:14: “picture” is for learners, and this clause has no plain words for them.",
                "8:12: “young” is for learners, and this clause has no plain words for them.",
            ],
        ),
    ],
)
def test_what_is_not_right_is_told(old: str, new: str, lines: list[str]) -> None:
    assert old in WHOLE
    assert told(ClauseUses, WHOLE.replace(old, new, 1)) == lines


def test_a_misspelt_name_in_an_entry_names_the_nearest() -> None:
    assert "9:5: “hoems” is not a name that is known here. Did you mean “homes”?" in told(
        ClauseUses, WHOLE.replace("homes", "hoems")
    )


def test_a_picture_needs_words_for_learners() -> None:
    text = WHOLE.replace("[learners, parents]", "[parents]").replace("      learners: Use safe passwords.\n", "")
    assert told(ClauseUses, text) == [
        "6:14: “picture” is for learners, and this clause has no plain words for them.",
        "7:12: “young” is for learners, and this clause has no plain words for them.",
    ]


def test_what_is_no_list_of_entries_is_told() -> None:
    assert told(ClauseUses, "clauses: [a]\n") == ["1:11: “clauses” must be lines of “name: value”."]
    assert told(ClauseUses, "clauses: {}\n") == ["1:10: “clauses” must be a list: lines that begin with “- ”."]


def test_the_way_of_last_year_is_told_once_with_the_command_that_rewrites_it() -> None:
    last_year = WHOLE.replace("  - id: safe-passwords\n", "  safe-passwords:\n")
    assert told(ClauseUses, last_year) == [
        "2:3: This file is written in last year's way: each clause is an entry of a list now, “- id: …”. Run "
        "“python -m macros migrate”, which rewrites it and keeps every note and word."
    ]


def test_a_second_entry_of_a_clause_is_told_and_one_without_an_id() -> None:
    entry = WHOLE.removeprefix("clauses:\n")
    assert told(ClauseUses, WHOLE + entry) == ["10:9: Two entries are of the clause “safe-passwords”. Keep one."]
    assert told(ClauseUses, WHOLE.replace("- id: safe-passwords\n    for", "- for")) == [
        "2:5: “id” is missing here. Add a line “id: …”."
    ]


GAP = "clauses: [{id: a, for: [staff], gap: yes}]"


def test_a_gap_needs_no_words_and_no_home_and_has_the_clauses_own_for_its_readers_and_for_parents() -> None:
    assert told(ClauseUses, GAP) == []
    found = use(GAP).clauses[0].with_own_words("As approved.")
    assert {reader: found.words_for(reader) for reader in ("staff", "governors", "parents", "learners", "dsl")} == {
        "staff": "As approved.",
        "governors": "As approved.",
        "parents": "As approved.",
        "learners": None,
        "dsl": None,
    }


def test_the_own_words_of_a_gap_reach_whoever_runs_an_account() -> None:
    found = use(GAP.replace("staff", "account-holders")).clauses[0].with_own_words("As approved.")
    assert found.words_for("account-holders") == "As approved."


def test_words_that_are_written_are_no_gap_and_a_clause_without_either_is_told() -> None:
    written = "clauses: [{id: a, for: [staff], gap: yes, plain: {staff: S.}}]"
    assert told(ClauseUses, written) == [
        "1:38: This clause has plain words, so it is no gap. Take this line out, or the words."
    ]
    assert told(ClauseUses, "clauses: [{id: a, for: [staff], homes: [b.md]}]") == [
        "1:11: “plain” is missing here. Add lines “plain: …”, or “gap: yes” until somebody writes them."
    ]
