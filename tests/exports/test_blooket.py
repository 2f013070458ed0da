"""Blooket's CSV: eight cells a row, lines that end as it wants, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.exports.blooket import blooket
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE


def table(quiz: Quiz) -> list[list[str]]:
    content = blooket(plain_quiz(quiz)).content
    assert isinstance(content, bytes)
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def test_the_first_two_rows_are_those_of_the_template(examples: Quiz) -> None:
    assert table(examples)[:2] == [
        ["Blooket\nImport Template", *[""] * 7],
        [
            "Question #",
            "Question Text",
            "Answer 1",
            "Answer 2",
            "Answer 3\n(Optional)",
            "Answer 4\n(Optional)",
            "Time Limit (sec)\n(Max: 300 seconds)",
            "Correct Answer(s)\n(Only include Answer #)",
        ],
    ]


def test_lines_end_with_both_signs(examples: Quiz) -> None:
    content = blooket(plain_quiz(examples)).content
    assert isinstance(content, bytes)
    assert content.startswith(b'"Blooket\nImport Template",,,,,,,\r\nQuestion #,')
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == blooket(plain_quiz(examples)).questions + 2


def test_a_row_has_its_question_answers_time_and_key(only: Callable[..., Quiz]) -> None:
    text = "Kit needs a password. Which is the strongest?"
    assert table(only("choose-one"))[2] == [
        "1", text, "kitfox2026", "lamp river cactus", "p@ssw0rd!", "I'm not sure", "300", "2",
    ]  # fmt: skip
    assert table(only("choose-many"))[2][-1] == "1,3"
    assert table(only("true-or-false"))[2][2:] == ["True", "False", "I'm not sure", "", "300", "2"]


def test_a_program_that_takes_it_for_an_old_code_page_shows_the_same_words(filled: Callable[[str], Quiz]) -> None:
    content = blooket(plain_quiz(filled("Don’t say “no” – wait …"))).content
    assert isinstance(content, bytes)
    old = list(csv.reader(io.StringIO(content.decode("cp1252"), newline="")))
    assert any('Don\'t say "no" - wait ...' in cell for row in old for cell in row)
    assert not any("â" in cell for row in old for cell in row)


def test_every_row_of_a_real_quiz_has_eight_cells(library: Library) -> None:
    for entry in library.lessons.values():
        found = table(entry.quiz)
        assert {len(row) for row in found} == {8}
        for number, row in enumerate(found[2:], start=1):
            assert row[0] == str(number)
            answers = [cell for cell in row[2:6] if cell]
            assert len(answers) >= 2
            assert all(1 <= int(right) <= len(answers) for right in row[7].split(","))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_and_every_text_comes_back(filled: Callable[[str], Quiz], text: str) -> None:
    found = table(filled(text))
    assert {len(row) for row in found} == {8}
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@"))]
    item = plain_quiz(filled(text)).questions[0].items[0]
    assert [cell.removeprefix("'") if not text.startswith("'") else cell for cell in found[2][1:3]] == [
        typed(item.text),
        typed(item.answers[0].text),
    ]


def typed(text: str) -> str:
    return text.replace("“", '"').replace("”", '"').replace("’", "'").replace("……", "......")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_the_apostrophe_before_a_formula_is_told(only: Callable[..., Quiz], sign: str) -> None:
    assert blooket(plain_quiz(only("true-or-false"))).notes == ()
    quiz = only("true-or-false", text=f"{sign}1 is a number.")
    assert table(quiz)[2][1] == f"'{sign}1 is a number."
    told = "Question 1: an apostrophe is put before a text that a spreadsheet would take for a formula."
    assert blooket(plain_quiz(quiz)).notes == (told,)


def test_a_printers_dash_is_no_formula_as_a_keyboards(only: Callable[..., Quiz]) -> None:
    assert table(only("true-or-false", text="–1 is a number."))[2][1] == "'-1 is a number."


def test_the_same_quiz_gives_the_same_file(examples: Quiz) -> None:
    assert blooket(plain_quiz(examples)) == blooket(plain_quiz(examples.model_copy()))
