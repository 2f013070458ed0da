"""A clause without words or a home, an entry without a clause, and what an entry names: each is told in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.policy import Homes, ids_by_reader
from macros.content.library import Library
from macros.content.loader import read_library
from macros.problems import ContentError
from macros.site.generated_pages import generated
from macros.views import addresses
from macros.views.addresses import made_pages

Change = Callable[[str, str, str], int]
CLAUSES = "docs/_data/clauses.yml"
LINKED = "docs/_data/linked-policies.yml"
POLICY = "docs/policy/index.md"
ENTRY = re.compile(r"^  - id: safe-passwords\n(?:    .*\n)+", re.MULTILINE)


def told(project: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_library(project)
    return [str(problem) for problem in caught.value.problems]


def line_of(project: Path, path: str, words: str) -> int:
    text = (project / path).read_text(encoding="utf-8")
    assert words in text
    return text[: text.index(words)].count("\n") + 1


def rewrite(project: Path, path: str, make: Callable[[str], str]) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    changed = make(text)
    assert changed != text, "the test must be mended"
    file.write_text(changed, encoding="utf-8")


def test_a_name_that_the_policy_does_not_have_is_told(project: Path) -> None:
    rewrite(project, "school.yml", lambda text: text.replace("named_in_policy: Mr Drury", "named_in_policy: Mr Drur"))
    line = line_of(project, "school.yml", "named_in_policy:")
    assert told(project) == [
        f"school.yml:{line}:20: The approved policy does not name “Mr Drur (Deputy Head Teacher)”. Write the name as "
        "it stands there; or leave this empty, where it names nobody. Today's lead goes under “lead”."
    ]


@pytest.mark.parametrize("name", ["mr  drury", "Mr Drury (the deputy)", ""])
def test_a_name_that_the_policy_has_is_taken(name: str, project: Path) -> None:
    rewrite(
        project,
        "school.yml",
        lambda text: re.sub("named_in_policy: .*", f"named_in_policy: {name}", text) + "# changed\n",
    )
    read_library(project)


def test_a_review_before_the_policy_was_approved_is_told(project: Path) -> None:
    rewrite(project, "school.yml", lambda text: text.replace("policy_reviewed:", "policy_reviewed: 2022-02-28"))
    line = line_of(project, "school.yml", "policy_reviewed:")
    assert told(project) == [
        f"school.yml:{line}:18: 2022-02-28 is before the policy was approved (March 2022). Write the day of a review "
        "since then, or leave this empty."
    ]


def test_every_clause_has_an_entry_and_every_entry_a_clause(library: Library) -> None:
    assert list(library.clause_uses) == list(library.policy.clauses)


def test_a_clause_without_an_entry_is_told_where_it_belongs(project: Path) -> None:
    rewrite(project, CLAUSES, lambda text: ENTRY.sub("", text))
    line = line_of(project, CLAUSES, "  - id: meeting-online-friends")
    assert told(project) == [
        f"{CLAUSES}:{line}:9: Point 6.4(d) of the policy has no entry here. Add “- id: safe-passwords” after "
        "“meeting-online-friends”, with its plain words and a home."
    ]


def test_the_first_clause_without_an_entry_is_told_at_the_top(project: Path) -> None:
    rewrite(project, CLAUSES, lambda text: re.sub(r"^  - id: written-by\n(?:    .*\n)+", "", text, flags=re.MULTILINE))
    line = line_of(project, CLAUSES, "\nclauses:") + 1
    assert told(project) == [
        f"{CLAUSES}:{line}:1: Point 1.1 of the policy has no entry here. Add “- id: written-by”, with its plain words "
        "and a home."
    ]


def test_a_renamed_clause_names_its_old_entry_and_the_new_id(project: Path, change: Change) -> None:
    change(POLICY, "{ #safe-passwords }", "{ #safer-passwords }")
    for folder, ending in (("docs", "*.md"), ("lessons", "lesson.md"), ("quizzes", "*.yml"), ("docs/_data", "e*.yml")):
        for file in (project / folder).rglob(ending):
            text = file.read_text(encoding="utf-8")
            text = re.sub(r"(clauses: \[[^\]]*)\bsafe-passwords\b", r"\1safer-passwords", text)
            file.write_text(text.replace('clause("safe-passwords")', 'clause("safer-passwords")'), encoding="utf-8")
    line = line_of(project, CLAUSES, "  - id: safe-passwords")
    before = line_of(project, CLAUSES, "  - id: meeting-online-friends")
    assert told(project) == [
        f"{CLAUSES}:{before}:9: Point 6.4(d) of the policy has no entry here. Add “- id: safer-passwords” after "
        "“meeting-online-friends”, with its plain words and a home.",
        f"{CLAUSES}:{line}:9: The policy has no clause “safe-passwords”. Did you mean “safer-passwords”? Rename this "
        "entry, or take it out.",
    ]


def test_an_entry_without_a_clause_names_the_nearest(project: Path, change: Change) -> None:
    line = change(CLAUSES, "  - id: purpose\n", "  - id: purposes\n    for: [parents]\n    plain: {parents: More.}\n"
                  "    homes: [help/index.md]\n  - id: purpose\n")  # fmt: skip
    assert told(project) == [
        f"{CLAUSES}:{line}:9: The policy has no clause “purposes”. Did you mean “purpose”? Rename this entry, or take "
        "it out."
    ]


def test_another_order_is_told_once(project: Path) -> None:
    def swap(text: str) -> str:
        found = ENTRY.search(text)
        assert found
        return text.replace(found[0], "").replace("  - id: known-friends\n", f"{found[0]}  - id: known-friends\n")

    rewrite(project, CLAUSES, swap)
    line = line_of(project, CLAUSES, "  - id: safe-passwords")
    assert told(project) == [f"{CLAUSES}:{line}:9: In the policy “known-friends” (6.4(b)) comes next. Keep its order."]


def test_a_clause_cited_twice_under_two_ids_is_told(project: Path) -> None:
    def repeat(text: str) -> str:
        found = ENTRY.search(text)
        assert found
        return text.replace(found[0], found[0] + found[0].replace("safe-passwords", "good-passwords", 1))

    rewrite(project, CLAUSES, repeat)
    line = line_of(project, CLAUSES, "  - id: good-passwords")
    found = told(project)
    assert found[0].startswith(f"{CLAUSES}:{line}:9: The policy has no clause “good-passwords”.")
    assert found[1:] == [
        f"{CLAUSES}:{line}:9: “good-passwords” says the same as “safe-passwords” to every reader. Is one clause here "
        "under two ids? Keep the entry whose id is in the policy."
    ]


def test_two_clauses_with_the_same_words_are_told(project: Path, change: Change) -> None:
    line = change(POLICY, "to use social media sites which are appropriate for their age and abilities.",
                  "to use safe passwords.")  # fmt: skip
    assert told(project) == [
        f"{POLICY}:{line}:7: This clause has the words of point 6.4(d), under another id. Keep one of them."
    ]


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("picture: key\n", "picture: kye\n", 14, "There is no symbol “kye”. Did you mean “key”?"),
        (
            "[parents/passwords-privacy-location.md, parents/worries/scams-and-spending.md]",
            "[parents/passwords-privacy-locatoin.md]",
            13,
            "There is no page “parents/passwords-privacy-locatoin.md” under docs/. Did you mean "
            "“parents/passwords-privacy-location.md”?",
        ),
        (
            "[parents/passwords-privacy-location.md, parents/worries/scams-and-spending.md]",
            "[staff/all-staff.md#pasword]",
            13,
            "The page “staff/all-staff.md” has no place “pasword”. Did you mean “passwords”?",
        ),
        (
            "[parents/passwords-privacy-location.md, parents/worries/scams-and-spending.md]",
            "[../school.yml]",
            13,
            "There is no page “../school.yml” under docs/.",
        ),
        (
            "[parents/passwords-privacy-location.md, parents/worries/scams-and-spending.md]",
            "['<script>alert(1)</script>']",
            13,
            "There is no page “<script>alert(1)</script>” under docs/.",
        ),
    ],
)  # fmt: skip
def test_a_symbol_or_a_home_that_is_not_there_is_told(
    project: Path, change: Change, old: str, new: str, column: int, said: str
) -> None:
    line = change(CLAUSES, old, new)
    here = f"{CLAUSES}:{line}:"
    found = told(project)
    assert all(one.startswith(here) for one in found)
    assert [one for one in found if one.startswith(f"{here}{column}: {said}")]


@pytest.mark.parametrize(
    "home",
    [
        "policy/map.md",
        "teachers/map.md",
        "lessons/years-3-4/three-word-locks/teach.md",
        "teachers/years-3-4/index.md",
        "learners/years-3-4-poster.md",
        "help/index.md#childline",
        "help/index.md#what-to-do-first",
        "staff/all-staff.md#passwords",
    ],
)
def test_a_home_may_be_a_page_that_the_site_makes_or_a_place_that_a_macro_makes(
    project: Path, change: Change, home: str
) -> None:
    change(CLAUSES, "[parents/passwords-privacy-location.md, parents/worries/scams-and-spending.md]", f"[{home}]")
    assert read_library(project).clause_uses["safe-passwords"].homes == (home,)


def test_a_clause_is_checked_though_the_school_cannot_be_read(project: Path, change: Change) -> None:
    wrong = change("school.yml", "channels:\n", "channels: no\n")
    line = change(CLAUSES, "about: [safe-passwords]", "about: [safe-passwords, safe-pasword, safe-passwords]")
    # Homes at the ids of help routes, of which some are in school.yml, are not told as missing.
    assert told(project) == [
        f"{CLAUSES}:{line}:29: There is no topic “safe-pasword” in docs/_data/topics.yml, so no lesson can be about "
        "it. Did you mean “safe-passwords”?",
        f"{CLAUSES}:{line}:43: “safe-passwords” stands here twice. Keep one.",
        f"school.yml:{wrong}:11: “channels” must be a list: lines that begin with “- ”.",
    ]


def test_every_page_that_can_be_a_home_is_made(library: Library) -> None:
    lessons = [(entry.phase, entry.id) for entry in library.lessons.values()]
    homes = Homes.of(library.outlines, made_pages(lessons), ids_by_reader(library.help_routes))
    made = {page.path for page in generated(library) if page.path.endswith(".md")}
    # A clause is at home neither on a page in another language nor at an address of before.
    made -= {addresses.source(addresses.help_in(each.in_english)) for each in library.translations}
    made -= {addresses.source(each.address) for each in library.moved}
    assert set(homes.made) == made


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        (
            "<td>March 2023</td>",
            "<td>next spring</td>",
            45,
            "“next spring” is not a date. Write a month and a year, as “March 2023”, or a day, as “1 March 2023”.",
        ),
        (
            "<td>March 2022</td>",
            "<td>March</td>",
            43,
            "“March” is not a date. Write a month and a year, as “March 2023”, or a day, as “1 March 2023”.",
        ),
    ],
)
def test_a_date_of_the_approval_table_that_is_none_is_told(
    project: Path, change: Change, old: str, new: str, column: int, said: str
) -> None:
    line = change(POLICY, old, new)
    assert told(project) == [f"{POLICY}:{line}:{column}: {said}"]


def test_an_approval_table_without_its_dates_is_told(project: Path, change: Change) -> None:
    change(POLICY, "Date for Review", "Next time")
    change(POLICY, "Approval Date", "Written in")
    line = line_of(project, POLICY, '<div class="policy"')
    assert told(project) == [
        f"{POLICY}:{line}:1: The approval table has no row “Approval Date”. Add it, with a month and a year.",
        f"{POLICY}:{line}:1: The approval table has no row “Date for Review”. Add it, with a month and a year.",
    ]


def test_words_about_the_policy_of_another_date_are_told(project: Path, change: Change) -> None:
    change(CLAUSES, "In the policy of March 2022, that is", "In the policy of May 2019, that is")
    line = line_of(project, CLAUSES, "May 2019")
    assert told(project) == [
        f"{CLAUSES}:{line}:17: This speaks of the policy of May 2019, and the policy was approved in March 2022. "
        "See whether it is still so, and mend the date."
    ]


def test_a_linked_policy_has_the_policys_own_name_and_point(project: Path, change: Change) -> None:
    name = change(LINKED, "name: Anti-bullying policy", "name: Bullying policy")
    part = change(LINKED, "name: Child protection policy", "name: protection policy")
    clause = change(LINKED, "clause: data-security", "clause: data-securty")
    assert told(project) == [
        f"{LINKED}:{name}:11: The policy says “Anti-bullying policy”. Write the name as it stands there.",
        f"{LINKED}:{part}:11: The policy says “Child protection policy”. Write the name as it stands there.",
        f"{LINKED}:{clause}:13: There is no policy clause “data-securty”. Did you mean “data-security”?",
    ]


def test_a_linked_policy_may_be_named_within_a_sentence(project: Path, change: Change) -> None:
    change("docs/policy/index.md", "- Anti-bullying policy", "- See our Anti-bullying policy, which says more.")
    assert "anti-bullying-policy" in read_library(project).policy.clauses


def test_an_address_for_no_linked_policy_is_told(project: Path, change: Change) -> None:
    line = change("school.yml", "  anti-bullying:", "  antibullying:")
    assert told(project) == [
        f"school.yml:{line}:3: There is no linked policy “antibullying”. Did you mean “anti-bullying”?"
    ]


def test_a_file_that_is_missing_is_told(project: Path) -> None:
    (project / CLAUSES).unlink()
    assert told(project) == [f"{CLAUSES}:1:1: This file is missing. Put it back, or take away what names it."]


def test_a_file_that_is_no_list_of_entries_is_told(project: Path) -> None:
    (project / CLAUSES).write_text("- a\n", encoding="utf-8")
    assert told(project) == [f"{CLAUSES}:1:1: This must be lines of “name: value”, and it is something else."]
