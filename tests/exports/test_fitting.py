"""What does not fit is left out and named, and never cut; "I'm not sure" is offered wherever there is room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.exports.export import UNSURE
from macros.exports.fitting import Limits, fitted, length
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz

WIDE = Limits(answers=10)
CHOICES = [{"text": f"Choice {number}", "feedback": "F", "correct": number == 1} for number in range(4)]


def fit(quiz: Quiz, room: Limits) -> tuple[list[list[str]], tuple[str, ...]]:
    """Give the answers of each question, and what is said."""
    questions, notes = fitted(plain_quiz(quiz), room)
    return [[answer.text for answer in question.answers] for question in questions], notes.sentences()


def test_with_room_everything_but_the_story_fits(examples: Quiz) -> None:
    questions, notes = fitted(plain_quiz(examples), WIDE)
    assert [question.asked.number for question in questions] == [1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8]
    assert all(question.answers[-1].text == UNSURE for question in questions)
    assert [question.many for question in questions] == [question.asked.number == 2 for question in questions]
    assert [note for note in notes.sentences() if "left out" in note] == [
        "Question 9 (“The odd message. You choose what Kit does.”) is left out: it is a story."
    ]


def test_parts_become_questions_and_it_is_said_of_what(examples: Quiz) -> None:
    said = fit(examples, WIDE)[1]
    for note in (
        "Question 3: asked as 2 questions, one for each thing to sort.",
        "Question 4: asked as 3 questions, one for each step.",
        "Question 5: asked as 3 questions, one for each pair.",
        "Question 6: asked as 2 questions, one for each sentence.",
    ):
        assert note in said


def test_unsure_takes_the_last_place_and_never_an_answers(only: Callable[..., Quiz]) -> None:
    assert fit(only("choose-one", choices=CHOICES), Limits(answers=5)) == (
        [["Choice 0", "Choice 1", "Choice 2", "Choice 3", UNSURE]],
        (),
    )
    answers, said = fit(only("choose-one", choices=CHOICES), Limits(answers=4))
    assert answers == [["Choice 0", "Choice 1", "Choice 2", "Choice 3"]]
    assert said == ("Question 1: “I’m not sure” is not offered, as there is no room for it.",)


def test_an_authors_choice_is_never_dropped_to_make_room(only: Callable[..., Quiz]) -> None:
    answers, said = fit(only("choose-one", choices=CHOICES), Limits(answers=3))
    assert answers == []
    assert said == (
        "Question 1 (“Kit needs a password. Which is the strongest?”) is left out: "
        "it has 4 answers, and there is room for 3.",
    )


def test_of_the_answers_to_a_part_some_are_shown_with_the_right_one(only: Callable[..., Quiz]) -> None:
    pairs = [{"text": f"L{n}", "match": f"R{n}", "feedback": "F", "not_yet": "N"} for n in range(6)]
    questions, notes = fitted(plain_quiz(only("match", pairs=pairs)), Limits(answers=4))
    assert len(questions) == 6
    for question in questions:
        assert len(question.answers) == 4
        assert question.answers[-1].text == UNSURE
        assert [answer.text for answer in question.answers if answer.good] == [f"R{question.item.part[1]}"]
        assert question.numbers == (next(n for n, each in enumerate(question.answers, 1) if each.good),)
    assert "Question 1: shows 3 of its 6 answers each time, the right one among them." in notes.sentences()


@pytest.mark.parametrize(("limit", "fits"), [(45, True), (44, False)])
def test_a_question_over_the_limit_is_left_out_and_named(only: Callable[..., Quiz], limit: int, fits: bool) -> None:
    quiz = only("choose-one")
    assert len(quiz.questions[0].text) == 45
    answers, said = fit(quiz, Limits(answers=4, question=limit))
    assert bool(answers) == fits
    name = "Question 1 (“Kit needs a password. Which is the strongest?”)"
    named = f"{name} is left out: its text has more than 44 characters."
    assert said == (() if fits else (named,))


@pytest.mark.parametrize(("limit", "fits"), [(17, True), (16, False)])
def test_an_answer_over_the_limit_takes_its_question_out(only: Callable[..., Quiz], limit: int, fits: bool) -> None:
    answers, said = fit(only("choose-one"), Limits(answers=4, answer=limit))
    assert bool(answers) == fits
    assert fits or said[0].endswith("is left out: one of its answers has more than 16 characters.")


def test_one_part_over_the_limit_is_named_and_the_others_stay(only: Callable[..., Quiz]) -> None:
    quiz = only("sort")
    room = Limits(
        answers=4,
        question=length("Where does “A drawing of a tree” go?"),
    )
    answers, said = fit(quiz, room)
    assert len(answers) == 1
    assert said == (
        "Question 1 (“Kit is making a profile. Which things stay private?”), the part “The name of Kit's school”, "
        "is left out: its text has more than 36 characters.",
        "Question 1: asked of one thing to sort alone.",
        "Question 1: is asked without the words that its parts share, for which there is no room.",
    )


def test_a_part_with_no_room_for_the_words_that_all_share_is_asked_without_them(only: Callable[..., Quiz]) -> None:
    longer = "Kit is making a profile. Which things stay private? Where does “The name of Kit's school” go?"
    questions, notes = fitted(plain_quiz(only("sort")), Limits(answers=4, question=length(longer) - 1))
    assert [question.item.text for question in questions] == [
        "Kit is making a profile. Which things stay private? Where does “A drawing of a tree” go?",
        "Where does “The name of Kit's school” go?",
    ]
    assert "asked without the words that its parts share" in " ".join(notes.sentences())


def test_all_parts_over_the_limit_are_named_once(only: Callable[..., Quiz]) -> None:
    assert fit(only("sort"), Limits(answers=4, question=10)) == (
        [],
        (
            "Question 1 (“Kit is making a profile. Which things stay private?”) is left out: its text has more than 10 "
            "characters.",
        ),
    )


def test_an_okay_choice_is_said_not_to_count(only: Callable[..., Quiz]) -> None:
    told = "Question 1: only the safest choice counts as right, though another is okay."
    assert fit(only("what-would-you-do"), WIDE)[1] == (told,)
    two = [{"text": "A", "grade": "safest", "feedback": "F"}, {"text": "B", "grade": "risky", "feedback": "F"}]
    assert fit(only("what-would-you-do", choices=two), WIDE)[1] == ()


def test_where_one_alone_can_be_right_two_safest_choices_do_not_fit(only: Callable[..., Quiz]) -> None:
    choices = [{"text": text, "grade": "safest" if text != "C" else "risky", "feedback": "F"} for text in "ABC"]
    quiz = only("what-would-you-do", choices=choices)
    assert len(fit(quiz, WIDE)[0]) == 1
    answers, said = fit(quiz, Limits(answers=10, several=False))
    assert answers == []
    assert said[0].endswith("more than one of its answers is right, and only one can be chosen.")
    assert len(fit(only("choose-many"), Limits(answers=10, several=False))[0]) == 1


def test_hidden_characters_that_were_taken_out_are_told(only: Callable[..., Quiz]) -> None:
    assert fit(only("true-or-false", if_true="a\u202eb"), WIDE)[1] == ("Question 1: hidden characters were taken out.",)


def test_answers_that_are_the_same_without_their_marks_do_not_fit(only: Callable[..., Quiz]) -> None:
    choices = [{"text": "*Tell*", "feedback": "F"}, {"text": "Tell", "correct": "yes", "feedback": "F"}]
    answers, said = fit(only("choose-one", choices=choices), WIDE)
    assert answers == []
    assert said[0].endswith("is left out: two of its answers are the same without their marks.")


def test_an_emoji_counts_as_two() -> None:
    assert (length("key"), length("\U0001f511")) == (3, 2)


@pytest.mark.parametrize(("room", "marked"), [(120, True), (57, True), (56, False), (None, True)])
def test_a_question_that_is_asked_again_says_so_where_there_is_room(
    only: Callable[..., Quiz], room: int | None, marked: bool
) -> None:
    text = "Kit needs a password. Which is the strongest?"  # 45 signs, and 13 before them
    again = only("choose-one", text=text[:44]).questions
    (first, *_), notes = fitted(plain_quiz(only("true-or-false"), again), Limits(answers=4, question=room))
    assert first.text == ("From before: " if marked else "") + text[:44]
    told = "Question 1: is not marked “From before”, for which there is no room."
    assert (told in notes.sentences()) is not marked
