"""The quizzes of an age, taken together, cannot be guessed; every figure here was worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks.quiz_balance import (
    ENOUGH_CHOICES,
    ENOUGH_OF_A_PICTURE,
    ENOUGH_OF_A_SET,
    ENOUGH_QUESTIONS,
    ENOUGH_QUIZZES,
    ENOUGH_SAFEST,
    ENOUGH_SORTS,
    ENOUGH_STATEMENTS,
    FEWEST_FALSE,
    MOST_AGAIN,
    MOST_APART,
    MOST_FALSE,
    MOST_TELLING,
    check_balance,
    gives_reason,
    names_telling,
)
from macros.models.quiz import Quiz
from macros.source import parse_yaml

HEAD = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
"""
STATEMENT = """\
  - id: a{number}
    type: true-or-false
    text: A best friend needs it.
    hint: Think.
    topics: [safe-passwords]
    answer: {answer}
    if_true: They share a lot.
    if_false: They can play without it.
"""
CHOOSE = """\
  - id: {name}
    type: {kind}
    text: Which is good?
    hint: Think.
    topics: [safe-passwords]
    choices:
"""


def statements(*answers: str) -> str:
    """Make a quiz of statements, each true (“yes”) or false (“no”)."""
    return HEAD + "".join(STATEMENT.format(number=number, answer=answer) for number, answer in enumerate(answers))


def choosing(kind: str, *questions: Sequence[str]) -> str:
    """Make a quiz of one type. Each choice is “mark text”, or “mark text @picture”; a mark is +, o or -."""
    lines = HEAD
    for place, choices in enumerate(questions):
        lines += CHOOSE.format(name=f"q{place}", kind=kind)
        for number, choice in enumerate(choices):
            mark, text = choice.split(" ", maxsplit=1)
            words, _, picture = text.partition(" @")
            lines += f'      - text: "{words}"\n        feedback: Why {number}.\n'
            if kind == "what-would-you-do":
                lines += f"        grade: {dict(zip('+o-', ('safest', 'okay', 'risky'), strict=True))[mark]}\n"
            elif mark == "+":
                lines += "        correct: yes\n" + ("        missed: Look.\n" if kind == "choose-many" else "")
            if picture:
                lines += f"        picture: {picture}\n"
    return lines


NOTHING_TO_COUNT = (
    HEAD
    + """\
  - id: gap
    type: fill-the-gap
    text: Fill the gap.
    hint: Think.
    topics: [safe-passwords]
    sentences: [{text: A ___., answer: key, feedback: It opens., not_yet: Look.}]
    spare_words: [hat]
"""
)


def told(*texts: str, alike: bool = False) -> list[str]:
    """Give each problem as `file:line:column: sentence`; the files are a.yml, b.yml and so on.

    Each quiz has a title of its own, unless they are to be alike; one more has nothing that is counted.
    """
    quizzes = []
    for letter, text in zip("abcdefgh", (*texts, NOTHING_TO_COUNT), strict=False):
        document = parse_yaml(text if alike else text.replace("Locks", f"Locks {letter}"), f"{letter}.yml")
        quizzes.append((document, Quiz.model_validate(document.data)))
    return [str(problem) for problem in sorted(check_balance("Years 1 and 2", quizzes))]


# Statements


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("no", "no"), ("yes", "yes")),  # 2 of 4: 50 %
        (("no", "no", "no"), ("yes", "yes")),  # 3 of 5: 60 %, the most
        (("yes", "yes", "yes"), ("no", "no")),  # 2 of 5: 40 %, the fewest
        (("no", "no", "no", "no"), ("yes", "yes", "yes")),  # 4 of 7: 57 %
        (("no", "no"), ("no",)),  # three alone may be chance
    ],
)
def test_statements_that_are_about_as_often_true_as_false_are_left_alone(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    assert told(statements(*first), statements(*second)) == []


def test_statements_that_are_mostly_false_are_told_at_the_first_that_is() -> None:
    # 6 of 7 are 86 %. At most 4 may be false (4 of 7 is 57 %, 5 of 7 is 71 %), and at least 3 (43 %): turn 2.
    assert told(statements("yes", "no", "no"), statements("no", "no", "no", "no")) == [
        "a.yml:18:13: 6 of the 7 true-or-false questions of Years 1 and 2 are false, so the answer can be guessed. 3 "
        "to 4 may be. Turn 2 of them, such as this one, into a statement that is interesting and true."
    ]


def test_statements_that_are_mostly_true_are_told_at_the_first_that_is() -> None:
    # 1 of 4 is 25 %. Only 2 of 4 lies from 40 to 60 %: turn 1.
    assert told(statements("no", "yes"), statements("yes", "yes")) == [
        "a.yml:18:13: 1 of the 4 true-or-false questions of Years 1 and 2 is false, so the answer can be guessed. 2 "
        "may be. Turn 1 of them, such as this one, into a statement that is interesting and false."
    ]


def test_two_quizzes_are_too_few_to_see_a_habit() -> None:
    assert told(statements("no", "no", "no", "no")) == []
    assert len(told(statements("no", "no"), statements("no", "no"))) == 1


def test_a_quiz_that_is_there_twice_counts_once() -> None:
    one = choosing("choose-one", ["+ Halt @stop", "- Run @song"], ["+ Stay @stop", "- Go @game"])
    (said,) = told(one, one, alike=False)
    assert "“stop” stands on 4 choices" in said
    assert told(one, one, one, alike=True) == []


# Reasons


def told_of_reasons(*texts: str) -> list[str]:
    """Give what is told of reasons alone: these questions are made without care for places and lengths."""
    return [problem for problem in told(*texts) if "by “because”" in problem]


def reasoned(good: int, good_of: int, others: int, others_of: int) -> list[str]:
    """Make two quizzes in which so many of the good choices, and of the others, give a reason."""
    rows = [f"+ Good {n}{', because it helps' if n < good else ''}" for n in range(good_of)]
    rest = [f"- Other {n}{', because it is fun' if n < others else ''}" for n in range(others_of)]
    per, more = divmod(others_of, good_of)
    questions = []
    for number, row in enumerate(rows):
        start = number * per + min(number, more)
        questions.append([row, *rest[start : start + per + (number < more)]])
    half = good_of // 2
    return [choosing("choose-one", *questions[:half]), choosing("choose-one", *questions[half:])]


@pytest.mark.parametrize(
    ("good", "good_of", "others", "others_of"),
    [
        (0, 10, 1, 10),  # 0 and 10 %: ten points apart
        (1, 10, 4, 20),  # 10 and 20 %
        (3, 10, 4, 20),  # 30 and 20 %
        (0, 10, 2, 20),  # 0 and 10 %
        (0, 9, 9, 9),  # nine are too few to say
    ],
)
def test_reasons_that_stand_about_as_often_in_good_choices_are_left_alone(
    good: int, good_of: int, others: int, others_of: int
) -> None:
    assert told_of_reasons(*reasoned(good, good_of, others, others_of)) == []


def test_reasons_that_give_the_others_away_are_told_at_the_first_of_them() -> None:
    # 1 of 10 is 10 %, and 3 of 12 is 25 %.
    assert told_of_reasons(*reasoned(1, 10, 3, 12)) == [
        "a.yml:14:15: 1 of the 10 good choices of Years 1 and 2 gives a reason (10 %), and 3 of the 12 others give one "
        "(25 %), so they can be told apart by “because”. Take the reason out of some other choices, such as this one, "
        "or give a reason in some good ones. The shares may be 10 points apart."
    ]


def test_reasons_that_give_the_good_ones_away_are_told_at_the_first_of_them() -> None:
    # 3 of 10 is 30 %, and 1 of 11 is 9 %: 21 points.
    assert told_of_reasons(*reasoned(3, 10, 1, 11)) == [
        "a.yml:11:15: 3 of the 10 good choices of Years 1 and 2 give a reason (30 %), and 1 of the 11 others gives one "
        "(9 %), so they can be told apart by “because”. Take the reason out of some good choices, such as this one, or "
        "give a reason in some other ones. The shares may be 10 points apart."
    ]


@pytest.mark.parametrize(("kind", "line"), [("choose-one", 14), ("choose-many", 15), ("what-would-you-do", 14)])
def test_reasons_are_counted_in_every_type_that_has_choices(kind: str, line: int) -> None:
    questions = [["+ Stop", "- Go on, because it is fun", "- Wait"]] * 5
    (said,) = told_of_reasons(choosing(kind, *questions), choosing(kind, *questions))
    assert said.startswith(
        f"a.yml:{line}:15: 0 of the 10 good choices of Years 1 and 2 give a reason (0 %), and 10 of "
    )


def test_a_choice_that_is_okay_is_accepted_and_so_a_good_one() -> None:
    # 5 safest and 5 okay ones are 10 good ones, of which 5 say why: 50 %. Of the 10 others 0 do.
    questions = [["+ Stop", "- Go", "- Wait"], ["+ Halt", "o Walk, because it helps", "- Run"]]
    text = choosing("what-would-you-do", *questions)
    (said,) = told_of_reasons(text, text, text, text, choosing("what-would-you-do", *reversed(questions)))
    assert "5 of the 15 good choices" in said
    assert "0 of the 15 others" in said


@pytest.mark.parametrize(
    "text",
    [
        "Keep it, because Meg is kind",
        "Because it is free",
        "Send it, since everyone does",
        "Change it, so it is safe",
        "Wait, so that Dad can look",
        "Block them so they can't write",
        "Take a friend along so Kit isn't alone",
        "Take it, as it is online",
        "Buy it, for everyone has one",
        "Turn it off to keep it safe",
        "Ask first, to make sure",
        "To help the bees",
    ],
)
def test_a_choice_that_says_why_gives_a_reason(text: str) -> None:
    assert gives_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is so much fun",
        "I think so",
        "Not so fast",
        "It has been there since Monday",
        "Ask Dad to help",
        "She wants to keep it",
        "Tell another grown-up, such as a teacher",
        "Look for another page",
        "As soon as it pops up",
        "Wait for Dad",
    ],
)
def test_a_choice_that_does_not_say_why_gives_none(text: str) -> None:
    assert not gives_reason(text)


# Telling


def test_safest_choices_of_which_two_in_three_name_a_grown_up_are_left_alone() -> None:
    first = choosing("what-would-you-do", ["+ Tell Dad", "- Wait"], ["+ Block them", "- Send it"])
    assert told(first, choosing("what-would-you-do", ["+ Show your teacher", "- Go on"])) == []


def test_two_safest_choices_are_too_few_to_say() -> None:
    one = choosing("what-would-you-do", ["+ Tell Dad", "- Wait"])
    assert told(one, one) == []


def test_safest_choices_that_mostly_name_a_grown_up_are_told_at_the_first() -> None:
    # 4 of 5; two thirds of 5 is 3 and a bit, so 3 may.
    first = choosing("what-would-you-do", ["+ Say no kindly", "- Wait"], ["- Send it", "+ Tell a grown-up"])
    second = choosing("what-would-you-do", *[["+ Ask Gran", "o Tell Dad later", "- Go on"]] * 3)
    assert told(first, second) == [
        "a.yml:26:15: 4 of the 5 safest choices of Years 1 and 2 name a grown-up or telling, so they can be guessed; 3 "
        "may. Let 1 of them, such as this one, be what a child can do: pause, say no kindly, block, leave, check, turn "
        "it off, be kind, save a copy."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tell someone",
        "Show Dad",
        "Ask for help",
        "Ask Raj to help",
        "Get some help",
        "Go to Miss Bell",
        "Ring Childline",
        "Say sorry to Nan",
        "Find a grown-up",
        "Talk to someone",
        "Keep telling",
    ],
)
def test_a_choice_names_telling(text: str) -> None:
    assert names_telling(text)


@pytest.mark.parametrize(
    "text", ["Block them", "Ask Meg first", "Miss the turn", "Save a copy", "Ask if Raj needs help", "Turn it off"]
)
def test_a_choice_names_the_childs_own_skill(text: str) -> None:
    assert not names_telling(text)


# Pictures


def test_a_picture_that_is_always_on_good_choices_is_told_at_the_first() -> None:
    first = choosing("choose-one", ["- Send it @star", "+ Halt @stop"], ["+ Stay @stop", "- Run @game"])
    second = choosing("what-would-you-do", ["o Wait @stop", "+ Say no @talk", "- Go on @song"])
    assert told(first, second) == [
        "a.yml:17:18: The picture “stop” stands on 3 choices of Years 1 and 2, and each is a good one, so it gives the "
        "answer away. Put another fitting picture here, or put this one on a choice that is not good."
    ]


def test_a_picture_that_is_never_on_a_good_choice_is_told_at_the_first() -> None:
    first = choosing("choose-one", ["+ Halt @stop", "- Hide it @whisper"], ["- Hush @whisper", "+ Stay @tree"])
    second = choosing("choose-many", ["+ Wait @bed", "- Hide @whisper", "- Run @song"])
    assert told(first, second) == [
        "a.yml:17:18: The picture “whisper” stands on 3 choices of Years 1 and 2, and none is a good one, so it gives "
        "the answer away. Put another fitting picture here, or put this one on a choice that is good."
    ]


def test_a_picture_that_is_on_both_kinds_or_seldom_is_left_alone() -> None:
    first = choosing("choose-one", ["+ Halt @stop", "- Hide it @whisper"], ["- Hush @whisper", "+ Stay @stop"])
    second = choosing("choose-one", ["+ Whisper in class @whisper", "- Stop the bus @stop"])
    assert told(first, second) == []


# Places


def placed(kind: str, size: int, *questions: str) -> str:
    """Make a quiz of choices that are as long as each other; a question is the numbers of its right choices: "13"."""
    return choosing(
        kind,
        *(
            [f"{'+' if str(number) in right else '-'} Do {number}" for number in range(1, size + 1)]
            for right in questions
        ),
    )


def test_a_place_that_is_right_half_as_often_again_and_once_more_is_left_alone() -> None:
    # 8 questions with 3 choices: each place has 2 2/3 by chance, half as many again is 4, and one more is 5.
    assert told(placed("choose-one", 3, *"22213"), placed("choose-one", 3, *"223")) == []


def test_a_place_that_is_right_more_often_is_told_at_the_last() -> None:
    # 6 of 8. A question has 13 lines, so the last of b.yml begins in line 31, and its second choice in 39.
    assert told(placed("choose-one", 3, *"22213"), placed("choose-one", 3, *"222")) == [
        "b.yml:39:15: Number 2 is correct in 6 of the 8 “choose-one” questions of Years 1 and 2 with 3 choices, so it "
        "can be guessed; 5 may. Move it in 1 of them, such as here."
    ]


def test_seven_questions_are_too_few_to_see_a_place() -> None:
    assert told(placed("choose-one", 3, *"2222"), placed("choose-one", 3, *"222")) == []


def test_the_safest_choices_are_counted_and_those_that_are_okay_are_not() -> None:
    okay = placed("what-would-you-do", 4, *"1234")
    okay = okay.replace(
        '"Do 1"\n        feedback: Why 0.\n        grade: risky',
        '"Do 1"\n        feedback: Why 0.\n        grade: okay',
    )
    # The first choice is okay in each, and so always good; the safest one goes round.
    assert okay.count("grade: okay") == 3
    assert told(okay, okay) == []
    # 8 questions with 4 choices: 2 by chance, 3 with half as many again, and 4 with one more.
    (said,) = told(placed("what-would-you-do", 4, *"4444"), placed("what-would-you-do", 4, *"1243"))
    assert said.startswith("b.yml:")
    assert "Number 4 is the safest in 5 of the 8 “what-would-you-do” questions" in said


def test_each_type_and_each_number_of_choices_is_counted_apart() -> None:
    first = [placed("choose-one", 3, *"1111111"), placed("choose-one", 4, *"1111111")]
    assert told(*first, placed("what-would-you-do", 3, *"1111111")) == []


def test_a_place_that_is_never_right_is_told_at_the_last_question() -> None:
    # 12 questions with 4 choices: each place has 3 by chance. 11 have 2 3/4, and none is then chance too.
    eleven = placed("choose-one", 4, *"12312"), placed("choose-one", 4, *"312312")
    assert told(*eleven) == []
    assert told(*eleven, placed("choose-one", 4, "3")) == [
        "c.yml:15:15: Number 4 is correct in none of the 12 “choose-one” questions of Years 1 and 2 with 4 choices, so "
        "it can be crossed out unread. Move what is there in one of them or more, such as this choice."
    ]
    assert told(*eleven, placed("choose-one", 4, "4")) == []


def test_the_same_places_of_several_are_told_at_the_last() -> None:
    # 6 questions: 3 may have the same places. A question has 18 lines, and its third choice is in the thirteenth.
    assert told(placed("choose-many", 4, "13", "13", "13"), placed("choose-many", 4, "12", "24", "34")) == []
    assert told(placed("choose-many", 4, "13", "13", "13"), placed("choose-many", 4, "12", "13", "34")) == [
        "b.yml:35:15: Numbers 1 and 3 are correct in 4 of the 6 “choose-many” questions of Years 1 and 2 with 4 "
        "choices of which several are correct, so they can be guessed; 3 may. Change the order of the choices in 1 of "
        "them, such as here."
    ]


def test_three_places_are_named_as_they_are_said() -> None:
    (said,) = told(*[placed("choose-many", 5, *["135"] * 4)] * 2)
    assert "Numbers 1, 3 and 5 are correct in 8 of the 8" in said


def test_five_questions_are_too_few_to_see_the_same_places() -> None:
    assert told(placed("choose-many", 4, "13", "13", "13"), placed("choose-many", 4, "13", "13")) == []


# Lengths


def stretched(kind: str, size: int, *questions: tuple[str, str]) -> str:
    """Make a quiz; a question is the numbers of its right choices, and those of its longer ones."""
    return choosing(
        kind,
        *(
            [
                f"{'+' if str(number) in right else '-'} Do {number}{' now' if str(number) in longer else ''}"
                for number in range(1, size + 1)
            ]
            for right, longer in questions
        ),
    )


def test_a_longest_choice_that_is_right_half_as_often_again_and_once_more_is_left_alone() -> None:
    # 8 questions with 3 choices, of which one is right: 2 2/3 by chance, 4 with half as many again, 5 with one more.
    first = stretched("choose-one", 3, ("1", "1"), ("2", "2"), ("3", "3"), ("1", "1"))
    assert told(first, stretched("choose-one", 3, ("2", "2"), ("3", "1"), ("1", "2"), ("2", "3"))) == []


def test_a_longest_choice_that_is_right_more_often_is_told_at_the_last() -> None:
    first = stretched("choose-one", 3, ("1", "1"), ("2", "2"), ("3", "3"), ("1", "1"))
    assert told(first, stretched("choose-one", 3, ("2", "2"), ("3", "3"), ("1", "2"), ("2", "3"))) == [
        "b.yml:28:15: The longest choice is correct or the safest in 6 of the 8 questions of Years 1 and 2 that have "
        "one, so it can be guessed; 5 may. In 1 of them, such as here, say it in fewer words, or say more in another "
        "choice."
    ]


def test_what_is_right_by_chance_grows_with_the_right_choices() -> None:
    # Of 4 choices 2 are right, so of 8 longest ones 4 are by chance, and 7 may be. Of other types as well as of one.
    seven = stretched("choose-many", 4, ("12", "1"), ("13", "1"), ("14", "1"), ("23", "2"))
    first = stretched("what-would-you-do", 4, ("24", "2"), ("34", "3"), ("12", "2"))
    assert told(seven, first, stretched("choose-many", 4, ("13", "2"))) == []
    (said,) = told(seven, first, stretched("choose-many", 4, ("13", "3")))
    assert "in 8 of the 8 questions" in said


def test_seven_questions_or_two_that_are_as_long_show_no_length() -> None:
    seven = [("1", "1"), ("2", "2"), ("3", "3"), ("1", "1"), ("2", "2"), ("3", "3"), ("1", "1")]
    first = stretched("choose-one", 3, *seven)
    assert told(first, sorting("ab")) == []
    assert told(first, stretched("choose-one", 3, ("2", "23"))) == []
    assert len(told(first, stretched("choose-one", 3, ("2", "2")))) == 1


# Sorts


def sorting(*orders: str) -> str:
    """Make a quiz of sorts; each is the groups of its things, one letter each: "abab"."""
    lines = HEAD
    for number, order in enumerate(orders):
        groups = "".join(f"      - {{id: {letter}, text: Group {letter}}}\n" for letter in sorted(set(order)))
        items = "".join(
            f"      - {{text: Thing {place}, group: {letter}, feedback: Why {place}., not_yet: Look {place}.}}\n"
            for place, letter in enumerate(order)
        )
        lines += (
            f"  - id: s{number}\n    type: sort\n    text: Which is it?\n    hint: Think.\n"
            f"    topics: [safe-passwords]\n    groups:\n{groups}    items:\n{items}"
        )
    return lines


def test_sorts_of_which_half_go_through_their_groups_in_turn_are_left_alone() -> None:
    assert told(sorting("abab", "aabb"), sorting("babab", "abba")) == []


def test_sorts_that_mostly_go_through_their_groups_in_turn_are_told_at_the_last() -> None:
    # 3 of 4, and 2 may. The first sort of b.yml is in lines 5 to 20, and the things of the second begin in line 30.
    assert told(sorting("abab", "aabb"), sorting("abc" * 2, "aba")) == [
        "b.yml:30:7: 3 of the 4 sorts of Years 1 and 2 go through their groups in turn, so each thing can be guessed "
        "from those before it; 2 may. Mix the items of 1 of them, such as here."
    ]


def test_three_sorts_are_too_few_and_one_thing_for_each_group_is_no_turn() -> None:
    assert told(sorting("abab", "abab"), sorting("abab")) == []
    assert told(sorting("abab", "abab"), sorting("abab", "ab", "abc")) == []
    assert told(sorting("abab", "abca"), sorting("ab", "abca")) == []
    assert told(sorting("abab", "abcb"), sorting("abab", "aabb")) == []


# On the page for authors


def test_the_page_for_authors_names_the_same_figures(root: Path) -> None:
    page = (root / "docs/about/writing-quizzes.md").read_text(encoding="utf-8")
    rows = page.split("| What is counted |")[1].split("\n\n")[0].split("\n")[2:]
    statements, reasons, telling, pictures, place, same, length, sorts = (
        [cell.strip() for cell in row.split("|")[2:4]] for row in rows
    )
    assert statements == [f"{FEWEST_FALSE} to {MOST_FALSE} in 100", f"{ENOUGH_STATEMENTS} statements"]
    assert f"within {MOST_APART} points in 100" in reasons[0]
    assert reasons[1] == f"{ENOUGH_CHOICES} good choices and {ENOUGH_CHOICES} others"
    assert MOST_TELLING == (2, 3)
    assert telling == ["At most two in three", f"{ENOUGH_SAFEST} choices"]
    assert pictures[1] == f"{ENOUGH_OF_A_PICTURE} choices"
    assert Fraction(3, 2) == MOST_AGAIN
    assert place[0] == length[0] == "At most half as often again as by chance, and once more"
    assert place[1] == length[1] == f"{ENOUGH_QUESTIONS} questions"
    assert same == ["In at most half", f"{ENOUGH_OF_A_SET} questions"]
    assert sorts == ["At most half", f"{ENOUGH_SORTS} sorts"]
    assert ENOUGH_QUIZZES == 3
    assert "where there are at least three" in page


# In the check of all content


@pytest.fixture
def four_quizzes(project: Path) -> Callable[[str, str], Path]:
    """Give a project with three lessons more, and a way to write two of the four quizzes of Years 3 and 4."""

    def write(first: str, second: str) -> Path:
        for name, text in (("a-word", first), ("b-word", NOTHING_TO_COUNT), ("c-word", statements("yes"))):
            assert main(["--root", str(project), "new", "lesson", f"years-3-4/{name}"]) == 0
            (project / f"quizzes/years-3-4/{name}.yml").write_text(text, encoding="utf-8")
        (project / "quizzes/years-3-4/three-word-locks.yml").write_text(second, encoding="utf-8")
        return project

    return write


def test_the_check_looks_at_all_quizzes_of_an_age(
    four_quizzes: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = four_quizzes(statements("no", "no"), statements("no", "no").replace("Locks", "Keys"))
    assert main(["--root", str(root), "check"]) == 1
    assert (
        "quizzes/years-3-4/a-word.yml:10:13: 4 of the 5 true-or-false questions of Years 3 and 4 are false, so the "
        "answer can be guessed. 2 to 3 may be. Turn 1 of them, such as this one, into a statement that is interesting "
        "and true."
    ) in capsys.readouterr().err.splitlines()


def test_without_a_quiz_that_cannot_be_read_no_figure_is_given(
    four_quizzes: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = four_quizzes(statements("no", "no", "no", "no"), statements("no", "perhaps"))
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().err
    assert "“answer” must be “yes” or “no”." in said
    assert "true-or-false questions of Years 3 and 4" not in said


def test_quizzes_for_adults_are_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two", "three"):
        (project / f"quizzes/adults/{name}.yml").write_text(statements("no", "no"), encoding="utf-8")
    main(["--root", str(project), "check"])
    assert "true-or-false questions" not in capsys.readouterr().err
