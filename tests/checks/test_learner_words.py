"""Every word that a learner reads is given, by page; and the place of a sentence is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.learner_words import (
    of_clauses,
    of_lesson,
    of_page,
    of_phases,
    of_quiz,
    of_routes,
    place_of,
    sentences_of,
)
from macros.models.clause_use import ClauseUses
from macros.models.help_route import HelpRoute
from macros.models.lesson import Lesson
from macros.models.phase import Phases
from macros.models.quiz import Quiz
from macros.source import parse_yaml, read_lesson, read_tree
from tests.lesson_head import lesson_head

STORY = """
  - {text: I pause., picture: stop}
  - {text: I breathe., picture: stop}
  - {text: I think., picture: stop}
  - {text: I tell someone., picture: tell}
  - {text: I feel better., picture: heart}"""
LESSON = (
    lesson_head(story=STORY)
    + """
## A story (5 minutes)

Kit has a key.

!!! word "password" key
    It opens a door.

!!! teacher "Say"
    "Look at Kit."

!!! home
    Ask about keys.

## Do it (5 minutes)

!!! worksheet "Draw a key"
    Make it big.

## Quiz (5 minutes)

{{ quiz("locks") }}
"""
)


def test_a_lesson_is_its_page_then_its_story_then_its_worksheet(tmp_path: Path) -> None:
    (tmp_path / "lesson.md").write_text(LESSON, encoding="utf-8")
    document = read_lesson(tmp_path, "lesson.md")
    pieces = list(of_lesson(document, Lesson.model_validate(document.data)))
    assert [(piece.page.removesuffix(": Locks"), piece.line, piece.text) for piece in pieces if not piece.spoken] == [
        ("Lesson", 3, "I can lock it."),
        ("Lesson", 30, "A story"),
        ("Lesson", 32, "Kit has a key."),
        ("Lesson", 34, "password"),
        ("Lesson", 34, "It opens a door."),
        ("Lesson", 43, "Do it"),
        ("Lesson", 48, "Quiz"),
        ("Story", 23, "I pause."),
        ("Story", 24, "I breathe."),
        ("Story", 25, "I think."),
        ("Story", 26, "I tell someone."),
        ("Story", 27, "I feel better."),
        ("Worksheet", 45, "Draw a key"),
        ("Worksheet", 45, "Make it big."),
    ]
    assert [(piece.line, piece.text) for piece in pieces if piece.spoken] == [(37, '"Look at Kit."')]
    assert [piece.defines for piece in pieces if piece.defines] == ["password"]


def test_a_quiz_is_all_that_a_learner_reads_of_it() -> None:
    text = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
  - id: a
    type: true-or-false
    text: Keys are round.
    hint: Look.
    answer: no
    if_true: Some are.
    if_false: >-
      Most
      are not.
"""
    document = parse_yaml(text, "a.yml")
    pieces = list(of_quiz(document, Quiz.model_validate(document.data)))
    assert {(piece.page, piece.line, piece.text) for piece in pieces} == {
        ("Quiz: Locks", 2, "You can lock it."),
        ("Quiz: Locks", 3, "Say it at home."),
        ("Quiz: Locks", 7, "Keys are round."),
        ("Quiz: Locks", 8, "Look."),
        ("Quiz: Locks", 10, "Some are."),
        ("Quiz: Locks", 11, "Most are not."),
    }


def test_a_page_is_given_only_if_it_is_for_learners() -> None:
    text = "---\ntitle: You can tell\nfor: Learners\n---\n\n# Hello\n"
    (piece,) = of_page(read_tree(text, "docs/a.md"))
    assert (piece.page, piece.path, piece.line, piece.text) == ("Page: You can tell", "docs/a.md", 5, "\n# Hello\n")
    assert list(of_page(read_tree(text.replace("Learners", "Parents and carers"), "docs/a.md"))) == []
    assert list(of_page(read_tree("# For: nobody\n\nfor: Learners\n", "docs/a.md"))) == []


def test_the_policy_is_given_in_learners_words_and_in_those_of_its_picture() -> None:
    text = """\
clauses:
  - id: one
    for: [learners, parents]
    plain: {parents: For them., learners: For us.}
    picture: key
    young: I lock it.
    homes: [a.md]
  - id: two
    for: [parents]
    plain: {parents: Not for us.}
    homes: [a.md]
  - id: three
    for: [everyone]
    plain:
      everyone: For all of us.
    homes: [a.md]
"""
    document = parse_yaml(text, "clauses.yml")
    pieces = list(of_clauses(document, ClauseUses.model_validate(document.data)))
    assert [(piece.line, piece.text) for piece in pieces] == [(4, "For us."), (6, "I lock it."), (15, "For all of us.")]


def test_the_promises_and_the_help_for_learners_are_given() -> None:
    text = """\
phases:
  - id: years-3-4
    title: Years 3 and 4
    ages: 7 to 9
    friend: kit
    promise: [I pause., I tell someone., We sort it.]
    year: [{title: Autumn}]
"""
    document = parse_yaml(text, "phases.yml")
    pieces = list(of_phases(document, Phases.model_validate(document.data)))
    assert [piece.text for piece in pieces] == ["I pause.", "I tell someone.", "We sort it."]
    assert {piece.page for piece in pieces} == {"Promise: Years 3 and 4"}
    rest = "when: day, looked_up: 2026-11-22, without_speech: {ways: [{how: Write.}], looked_up: 2026-11-28}"
    text = f"""\
routes:
  - {{id: a, order: 1, name: A grown-up, readers: [learners], who: Someone kind., {rest}}}
  - {{id: b, order: 2, name: The office, readers: [parents], who: For parents., {rest}}}
  - {{id: emergency, order: 3, name: Danger, readers: [staff], who: For staff., phone: "999", rung: none, {rest}}}
  - {{id: childline, order: 4, name: A line, readers: [staff], who: For staff., phone: "111", rung: none, {rest}}}
"""
    document = parse_yaml(text, "help-routes.yml")
    routes = [HelpRoute.model_validate(route) for route in document.data["routes"]]
    assert [piece.text for piece in of_routes(document, "routes", routes)] == ["A grown-up", "Someone kind."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## A heading\n\nOne. Two!\n", ["A heading", "One.", "Two!"]),
        ("- One\n- Two\n  goes on\n", ["One", "Two goes on"]),
        ("1. **Pause.** Breathe.", ["Pause.", "Breathe."]),
        ("| Head | More |\n| --- | --- |\n| In a cell. | |", ["Head", "More", "In a cell."]),
        ('"No!" says Tam. Tam runs.', ['"No!" says Tam.', "Tam runs."]),
        ("It's *really* [here](a.md).", ["It's really here."]),
        ('{{ picture("a", alt="Never mind.") }}\n\nCall {{ phone("b") }} now.', ["Call it now."]),
        ("```text\nNever.\n```\n\nAfter. <!-- never -->", ["After."]),
        ("Fill the ___ here.", ["Fill the here."]),
        ('!!! word "key"\n    It opens.', ["key", "It opens."]),
    ],
)
def test_markdown_is_split_into_its_sentences(text: str, said: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(text)] == said


def test_what_somebody_says_is_not_narrated_even_over_two_sentences() -> None:
    first, second, third = sentences_of('Juno writes, "Meet me. Don\'t tell." Kit stops.')
    assert first.narrated == "Juno writes,"
    assert second.narrated == ""
    assert second.text == "Don't tell.\""
    assert third.narrated == "Kit stops."
    assert third.before == 'Juno writes, "Meet me. Don\'t tell."'


FILE = "title: A\ntext: >-\n  Kit\n  **stops** now.\nhint: Kit stops now.\n"


def test_a_sentence_is_found_over_lines_and_marks_from_the_line_on() -> None:
    assert place_of(FILE, "Kit stops now.", 2) == (3, 3)
    assert place_of(FILE, "Kit stops now.", 5) == (5, 7)


def test_a_sentence_with_other_words_in_it_is_found_by_its_first_ones() -> None:
    assert place_of("a\nCall us on {{ phone() }} now\n", "Call us on it now", 1) == (2, 1)
    assert place_of("a\nCall us at once or {{ x }}\n", "Call us at once or it", 1) == (2, 1)


def test_a_sentence_that_is_not_found_stands_where_it_was_looked_for() -> None:
    assert place_of(FILE, "Nan waits.", 4) == (4, 1)
