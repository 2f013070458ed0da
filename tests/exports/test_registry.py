"""Every form takes every quiz, and whatever it does not take is told."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.exports.items import plain_quiz
from macros.exports.registry import FORMS, Format, export_all
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE


def test_the_files_are_named_after_the_quiz_and_no_two_alike(examples: Quiz) -> None:
    assert [taken.file for taken in export_all("a-b", examples)] == [
        "exports/a-b.gift.txt",
        "exports/a-b-kahoot.xlsx",
        "exports/a-b-wayground.xlsx",
        "exports/a-b-blooket.csv",
        "exports/a-b-forms.docx",
        "exports/a-b-google-forms.gs.txt",
    ]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_question_is_in_the_file_or_is_named(form: Format, examples: Quiz, library: Library) -> None:
    for quiz in (examples, *(entry.quiz for entry in library.lessons.values())):
        for number in range(len(quiz.questions)):
            one = plain_quiz(quiz.model_copy(update={"questions": (quiz.questions[number],)}))
            export = form.make(one)
            items = len(one.questions[0].items)
            assert export.questions or any(note.startswith("Question 1 (“") for note in export.notes)
            left_out = [note for note in export.notes if "is left out" in note]  # said of one question, and not of all
            whole = [note for note in left_out if "the part" not in note]
            if export.questions < items and not whole:
                matched = form.name == "Moodle" and export.questions == 1
                assert matched or len(left_out) == items - export.questions


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_story_is_left_out_and_named(form: Format, only: Callable[..., Quiz]) -> None:
    export = form.make(plain_quiz(only("story")))
    assert export.questions == 0
    assert export.notes == ("Question 1 (“The odd message. You choose what Kit does.”) is left out: it is a story.",)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_questions_of_earlier_lessons_are_taken_or_told(form: Format, examples: Quiz) -> None:
    quiz = examples.model_copy(update={"recall": ("earlier/true-or-false",)})
    told = "Questions from earlier lessons are left out. They are in the files of those lessons."
    assert told in form.make(plain_quiz(quiz)).notes
    whole = form.make(plain_quiz(quiz, [examples.questions[6]]))
    assert told not in whole.notes
    assert whole.questions == form.make(plain_quiz(examples)).questions + 1


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_taken_by_every_form(form: Format, filled: Callable[[str], Quiz], text: str) -> None:
    usual = form.make(plain_quiz(filled("Plain")))
    assert form.make(plain_quiz(filled(text))).questions <= usual.questions
    assert form.make(plain_quiz(filled(text))).questions


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_says_when_its_limits_were_read_and_where(form: Format) -> None:
    text = importlib.import_module(form.make.__module__).__doc__ or ""
    assert "Read on 22 November 2026: " in text


def test_the_same_quiz_gives_the_same_files(examples: Quiz) -> None:
    assert export_all("a", examples) == export_all("a", examples.model_copy(deep=True))
