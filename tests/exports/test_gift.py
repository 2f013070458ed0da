"""GIFT as Moodle reads it: every question of the type meant, every text as it was, whatever signs stand in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.content.library import Library
from macros.exports.export import UNSURE
from macros.exports.gift import escaped, gift
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE
from tests.exports.moodle import Read, read


def questions(quiz: Quiz) -> list[Read]:
    export = gift(plain_quiz(quiz))
    found = read(export.content)
    assert len(found) == export.questions
    return found


def test_every_type_becomes_a_type_of_moodles(examples: Quiz) -> None:
    kinds = [(question.name, question.kind) for question in questions(examples)]
    assert kinds == [
        ("Q1 choose-one", "multichoice"),
        ("Q2 choose-many", "multichoice"),
        ("Q3 sort", "match"),
        ("Q4 put-in-order", "match"),
        ("Q5 match", "match"),
        ("Q6.1 fill-the-gap", "multichoice"),
        ("Q6.2 fill-the-gap", "multichoice"),
        ("Q7 true-or-false", "truefalse"),
        ("Q8 what-would-you-do", "multichoice"),
    ]


def test_a_choice_has_its_weight_and_its_reason(only: Callable[..., Quiz]) -> None:
    (question,) = questions(only("choose-one"))
    assert question.single
    assert [(text, weight) for (text, _), weight, _ in question.answers] == [
        ("kitfox2026", 0),
        ("lamp river cactus", 100),
        ("p@ssw0rd!", 0),
        (UNSURE, 0),
    ]
    assert question.answers[1][2][0] == "It's long, and it gives nothing about Kit away."
    assert all(why for _, _, (why, _) in question.answers)


def test_to_choose_everything_is_worth_nothing(only: Callable[..., Quiz]) -> None:
    (question,) = questions(only("choose-many"))
    assert not question.single
    weights = [weight for _, weight, _ in question.answers]
    assert weights == [50, -100, 50, 0]


@pytest.mark.parametrize("good", range(1, 6))
def test_good_choices_share_the_marks_by_weights_that_moodle_takes(only: Callable[..., Quiz], good: int) -> None:
    choices = [
        {"text": f"C{n}", "feedback": "F", **({"correct": "yes", "missed": "M"} if n < good else {})} for n in range(6)
    ]
    (question,) = questions(only("choose-many", choices=choices))
    weights = [weight for _, weight, _ in question.answers]
    assert sum(weight for weight in weights if weight > 0) == pytest.approx(100, abs=0.001)
    assert sum(weights) == pytest.approx(0, abs=0.001)
    assert not question.single


def test_an_okay_choice_is_worth_half(only: Callable[..., Quiz]) -> None:
    (question,) = questions(only("what-would-you-do"))
    assert question.single
    assert [weight for _, weight, _ in question.answers] == [100, 50, 0, 0]
    assert (
        "Question 1: the safest choice gets full marks, and one that is okay gets half."
        in gift(plain_quiz(only("what-would-you-do"))).notes
    )


@pytest.mark.parametrize(("answer", "true"), [("yes", True), ("no", False)])
def test_of_true_or_false_the_reason_for_the_wrong_answer_comes_first(
    only: Callable[..., Quiz], answer: str, true: bool
) -> None:
    (question,) = questions(only("true-or-false", answer=answer, if_true="IF-TRUE", if_false="IF-FALSE"))
    assert question.true is true
    assert question.if_right[0] == ("IF-TRUE" if true else "IF-FALSE")
    assert question.if_wrong[0] == ("IF-FALSE" if true else "IF-TRUE")


def test_things_are_matched_with_their_groups_and_steps_with_their_places(examples: Quiz) -> None:
    by_name = {question.name: question for question in questions(examples)}
    pairs = {name: [(text, match) for (text, _), match in by_name[name].pairs] for name in by_name}
    assert pairs["Q3 sort"] == [
        ("A drawing of a tree", "Fine to show"),
        ("The name of Kit's school", "Keep private"),
        ("", UNSURE),
    ]
    assert dict(pairs["Q4 put-in-order"]) == {
        "Pause": "1st",
        "Tell a grown-up": "2nd",
        "Sort it together": "3rd",
        "": UNSURE,
    }
    assert pairs["Q4 put-in-order"][0][1] != "1st"
    assert ("password", "it opens an account") in pairs["Q5 match"]
    assert by_name["Q5 match"].feedback[0].split("\n")[0] == "password: It opens an account, like a key opens a door."


def test_a_gap_is_where_the_answers_stand(examples: Quiz) -> None:
    by_name = {question.name: question for question in questions(examples)}
    gap = by_name["Q6.1 fill-the-gap"]
    assert gap.text == ("Fill each gap with a word. A password is like a _____ for a door.", "plain")
    assert [text for (text, _), weight, _ in gap.answers if weight == 100] == ["key"]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [("___ opens it.", "_____ opens it."), ("Open it with a ___", "Open it with a _____"), ("A ___.", "A _____.")],
)
def test_a_gap_is_seen_wherever_it_stands(only: Callable[..., Quiz], sentence: str, shown: str) -> None:
    sentences = [{"text": sentence, "answer": "key", "feedback": "F", "not_yet": "N"}]
    (question,) = questions(only("fill-the-gap", sentences=sentences))
    assert question.text[0] == f"Fill each gap with a word. {shown}"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_sign_changes_a_question_or_its_words(examples: Quiz, filled: Callable[[str], Quiz], text: str) -> None:
    usual = plain_quiz(filled("Plain"))
    quiz = plain_quiz(filled(text))
    found = questions(filled(text))
    assert [(question.kind, question.name, question.single) for question in found] == [
        (question.kind, question.name, question.single) for question in read(gift(usual).content)
    ]
    for question in found:
        given = [question.text, question.feedback, question.if_right, question.if_wrong]
        given += [each for answer, _, why in question.answers for each in (answer, why)]
        assert {kind for words, kind in given if words} == {"plain"}
    one, many, sort = quiz.questions[:3]
    for asked, question in ((one, found[0]), (many, found[1])):
        assert question.text[0] == asked.text
        offered = [(answer.text.replace("->", "→"), answer.why) for answer in asked.items[0].answers]
        assert [(words, why) for (words, _), _, (why, _) in question.answers[:-1]] == offered
    wanted = [(item.part.replace("->", "→"), item.good[0].text.replace("->", "→")) for item in sort.items]
    assert [(words, match) for (words, _), match in found[2].pairs[:-1]] == wanted
    assert found[7].if_right[0] == quiz.questions[6].items[0].good[0].why


def test_an_arrow_within_a_choice_is_changed_and_told(only: Callable[..., Quiz]) -> None:
    choices = [{"text": f"a -> {n}", "feedback": "F", **({"correct": "yes"} if n else {})} for n in range(2)]
    export = gift(plain_quiz(only("choose-one", choices=choices)))
    assert "Question 1: the sign “->” is written “→”." in export.notes
    assert [text for (text, _), _, _ in read(export.content)[0].answers] == ["a → 0", "a → 1", UNSURE]


def test_an_arrow_within_a_pair_is_changed_and_told(only: Callable[..., Quiz]) -> None:
    pairs = [{"text": f"a->{n}", "match": f"b{n}", "feedback": "F", "not_yet": "N"} for n in range(2)]
    export = gift(plain_quiz(only("match", pairs=pairs)))
    assert "Question 1: the sign “->” is written “→”." in export.notes
    assert [text for (text, _), _ in read(export.content)[0].pairs] == ["a→0", "a→1", ""]


def test_what_is_left_out_or_changed_is_told(examples: Quiz) -> None:
    assert gift(plain_quiz(examples)).notes == (
        "Question 9 (“The odd message. You choose what Kit does.”) is left out: it is a story.",
        "Question 3: each thing is matched with its group; its reasons are given together at the end, "
        "without those for “not yet”.",
        "Question 4: each step is matched with 1st, 2nd and so on; its reasons are given together at the end, "
        "without those for “not yet”.",
        "Question 5: its reasons are given together at the end, without those for “not yet”.",
        "Question 6: asked as 2 questions, one for each sentence.",
        "Question 7: “I’m not sure” is not offered, as there is no room for it.",
        "Question 8: the safest choice gets full marks, and one that is okay gets half.",
    )


@pytest.mark.parametrize("kind", ["choose-one", "sort", "fill-the-gap", "true-or-false"])
def test_a_question_without_words_is_left_out_and_named(only: Callable[..., Quiz], kind: str) -> None:
    quiz = plain_quiz(only(kind, text="\u202e") if kind in ("choose-one", "true-or-false") else _marks(only, kind))
    export = gift(quiz)
    assert "is left out: nothing is left of its words without their marks." in export.notes[0]
    assert len(read(export.content)) == export.questions


def _marks(only: Callable[..., Quiz], kind: str) -> Quiz:
    if kind == "sort":
        groups = [{"id": "fine", "text": "\u202e"}, {"id": "private", "text": "Private"}]
        return only(kind, groups=groups)
    return only(kind, spare_words=["\u202e"])


def test_the_real_quizzes_are_read_whole(library: Library) -> None:
    for entry in library.lessons.values():
        found = questions(entry.quiz)
        assert len(found) >= len(entry.quiz.questions) - len(gift(plain_quiz(entry.quiz)).notes)
        assert {question.text[1] for question in found} == {"plain"}


@pytest.mark.parametrize("sign", "~=#{}:\\")
def test_every_sign_of_gift_is_escaped(sign: str) -> None:
    assert escaped(f"a{sign}b") == f"a\\{sign}b"


def test_a_backslash_before_a_sign_is_escaped_by_itself() -> None:
    assert escaped("\\{") == "\\\\\\{"
