"""A reader finds the lines that are for them, in the order of the policy, each with its number."""

from __future__ import annotations

import pytest

from macros.content.library import Library
from macros.models.clause_use import ClauseUse
from macros.models.policy import Clause, Policy, Section
from macros.views.plain_words import PlainLine, pictures_of, plain_words_of

POLICY = Policy(
    title="P",
    approval=(),
    sections=(
        Section(
            id="aims",
            number="1",
            title="Aims",
            clauses=(
                Clause(id="list", reference="1.1", text="A list:"),
                Clause(id="one", reference="1.1(a)", text="one", part_of="list"),
                Clause(id="two", reference="1.1(b)", text="two", part_of="list"),
            ),
        ),
        Section(id="more", number="2", title="More", clauses=(Clause(id="own", reference="2.1", text="Own."),)),
    ),
)


def use(**plain: str) -> ClauseUse:
    young = {"picture": "key", "young": "I tell."} if "learners" in plain else {}
    words = {"parents": "P.", **plain}
    return ClauseUse.model_validate({"id": "a", "for": list(words), "plain": words, "homes": ["a.md"], **young})


USES = {"list": use(), "one": use(learners="L1."), "two": use(), "own": use(staff="S.")}


def test_sub_points_stand_under_their_point() -> None:
    first, second = plain_words_of(POLICY, USES, "parents")
    (line,) = first.lines
    assert [(part.reference, part.text) for part in line.parts] == [("1.1(a)", "P."), ("1.1(b)", "P.")]
    assert (second.number, second.title, second.lines[0].id) == ("2", "More", "own")


def test_a_sub_point_stands_alone_where_its_point_has_no_words_for_the_reader() -> None:
    (only,) = plain_words_of(POLICY, USES, "learners")
    assert only.lines == (PlainLine("one", "1.1(a)", "L1.", "key"),)


def test_a_section_without_a_line_is_left_out() -> None:
    assert [section.id for section in plain_words_of(POLICY, USES, "governors")] == ["more"]
    assert plain_words_of(POLICY, USES, "dsl") == ()


def test_the_pictures_are_those_with_words_for_the_youngest() -> None:
    assert pictures_of(POLICY, USES) == (PlainLine("one", "1.1(a)", "I tell.", "key"),)


def test_parents_find_the_whole_policy(library: Library) -> None:
    sections = plain_words_of(library.policy, library.clause_uses, "parents")
    shown = [one.id for section in sections for line in section.lines for one in (line, *line.parts)]
    assert shown == list(library.policy.clauses)


@pytest.mark.parametrize("reader", ["learners", "staff", "governors", "dsl", "account-holders"])
def test_every_reader_finds_something_once(library: Library, reader: str) -> None:
    sections = plain_words_of(library.policy, library.clause_uses, reader)
    shown = [one.id for section in sections for line in section.lines for one in (line, *line.parts)]
    assert shown
    assert shown == [identity for identity in library.policy.clauses if identity in shown]
