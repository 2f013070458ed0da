"""A step that cannot be done in its minutes is told with its sum; the sums here are worked out by hand."""

from __future__ import annotations

import pytest

from macros.checks.lesson_minutes import check_lesson_minutes
from macros.models.lesson import Lesson
from macros.models.quiz import Quiz
from macros.source import read_tree
from macros.source.lesson_page import parse_lesson
from tests.lesson_head import lesson_head

BODY = """
## A story ({story} minutes)

{words}

## Paper ({paper} minutes)

!!! teacher "Say"
    "Hush."

!!! home
    Hush.

!!! worksheet "Draw"
    Hush.

## Quiz ({quiz} minutes)

{{{{ quiz("locks") }}}}
"""
STORY_AT = "lesson.md:26:13: "  # the minutes of the first step


def asked(name: str, words: int = 10) -> dict[str, object]:
    """Give a question of this many words, besides one for each choice and one for each reason: four more."""
    choices = [{"text": "A", "feedback": "No"}, {"text": "B", "correct": True, "feedback": "So"}]
    return {"id": name, "type": "choose-one", "text": "ha " * words, "hint": "Look.", "choices": choices}


QUESTIONS = (asked("one"), asked("two"))


def told(
    words: str,
    story: int,
    phase: str = "years-3-4",
    *,
    in_class: str = "one",
    paper: int = 2,
    quiz: int = 2,
    more: int = 0,
) -> list[str]:
    """Give what is told of a lesson that begins with these words, and with them steps of some more minutes."""
    total = story + more + paper + quiz
    text = lesson_head(total, in_class) + BODY.format(story=story, words=words, paper=paper, quiz=quiz)
    document = parse_lesson(read_tree(text, "lesson.md"))
    made = Quiz.model_validate({"title": "Q", "can_do": "You can.", "at_home": "Say.", "questions": QUESTIONS})
    lesson = Lesson.model_validate(document.data)
    return [str(problem) for problem in check_lesson_minutes(document, lesson, made, phase)]


def note(title: str, text: str) -> str:
    return f'\n\n!!! teacher "{title}"\n    {text}'


def needs(minutes: str, what: str) -> list[str]:
    """Give the sentence on a story that has one minute."""
    return [
        f"{STORY_AT}“A story” has 1 minute and needs {minutes}: {what}. Cut words or questions, or give it the minutes "
        "of another step."
    ]


# 180 words at 150 a minute are 1.2 minutes, which is let pass in 1; 30 more are 1.4.
ENOUGH = "ha " * 180
TOO_MANY = "ha " * 210


def test_words_are_read_at_the_pace_of_the_age() -> None:
    assert told(ENOUGH, 1) == []
    assert told(TOO_MANY, 1) == needs("1.4", "210 words said or read aloud 1.4")
    assert told(ENOUGH, 1, "early-years") == needs("1.4", "180 words said or read aloud 1.4")


@pytest.mark.parametrize(
    "more",
    [
        note("Say", '"' + "ha " * 30 + '" (And what nobody says.)'),
        '\n\n!!! word "lock"\n    ' + "ha " * 29,
        "\n\n!!! aloud\n    " + "ha " * 30,
        '\n\n!!! chat "Year 4"\n    Ines, 16:05: ' + "ha " * 30,
        '\n\n!!! screen "Sign up" sign-up' + "\n    ha ha: ha" * 10,
    ],
)
def test_all_that_is_heard_is_counted(more: str) -> None:
    assert told(ENOUGH + more, 1) == needs("1.4", "210 words said or read aloud 1.4")


@pytest.mark.parametrize(
    "more",
    [
        note("Listen for", "ha " * 90),
        note("Do", "ha " * 90),
        note("Later, in play", "Two minutes with a friend. Talk in pairs."),
        '\n\n!!! worksheet "Two"\n    ' + "ha " * 90,
        '\n\n{{ picture("symbols/key", alt="' + "ha " * 90 + '") }}',
    ],
)
def test_what_nobody_hears_in_the_step_is_not(more: str) -> None:
    assert told(ENOUGH + more, 1) == []


def test_each_question_to_the_class_takes_twenty_seconds_and_its_words() -> None:
    # 90 words and the three of the questions, 0.62; three questions, 1.0. The answers are not read.
    more = note("Ask", '- "Why?" (Ha ha ha ha ha ha ha ha.)\n    - "Who? How?" Take two answers.')
    assert told("ha " * 90 + more, 1) == needs("1.6", "93 words said or read aloud 0.6 + 3 questions to the class 1.0")


def test_the_questions_on_the_board_count_where_no_others_are_asked() -> None:
    board = "Is it? Is it not? " * 2 + '"Is that what she said?"'
    assert told(board, 1) == needs("1.4", "15 words said or read aloud 0.1 + 4 questions to the class 1.3")
    assert told(board + note("Ask", '"Well?"'), 1) == []


@pytest.mark.parametrize(
    ("stated", "work"),
    [
        ("Two minutes in pairs.", "2.0"),
        ("Pairs talk: (1 minute). Then a minute to show.", "2.0"),
        ("One-minute debate, and half a minute to sit.", "1.5"),
        ("A minute and a half of it.", "1.5"),
        ('Two minutes. Call, "Ten minutes more!" and "In a minute!"', "2.0"),
    ],
)
def test_the_minutes_of_work_are_those_that_the_notes_state_and_half_a_minute_to_move(stated: str, work: str) -> None:
    total = f"{float(work) + 0.5:.1f}"
    said = f"the minutes of work that the notes state {work} + handing out, moving and settling 0.5"
    assert told("---" + note("Do", stated), 1) == needs(total, said)


def test_a_word_with_a_partner_takes_half_a_minute_where_nothing_is_stated() -> None:
    # 120 words are 0.8, and four more 0.03.
    partner = "ha " * 120 + "Tell your own partner."
    assert told(partner, 1) == needs("1.3", "124 words said or read aloud 0.8 + a word with a partner 0.5")


def test_a_step_that_does_not_say_how_long_the_class_works_is_told() -> None:
    assert told("ha " * 150, 3) == []
    assert told("ha " * 150, 4) == [
        f"{STORY_AT}“A story” has 4 minutes, and 1.0 of them are spoken for: 150 words said or read aloud 1.0. Say in "
        "its notes how many minutes the class works, or give it fewer."
    ]
    assert told("ha " * 150 + note("Do", "Two minutes to draw."), 4) == []


def test_the_quiz_takes_what_its_questions_for_class_take() -> None:
    # 14 words are 0.09, and to think and vote 0.42: 0.51 for the one that is for class, and 1.02 for both.
    left = "of them are spoken for: {} 0.{}. Say in its notes how many minutes the class works, or give it fewer."
    assert told("ha", 2, quiz=3) == [
        f"lesson.md:41:10: “Quiz” has 3 minutes, and 0.5 {left.format('1 question of the quiz', 5)}"
    ]
    assert told("ha", 2, in_class="one, two", quiz=3) == []


def test_a_lesson_is_told_where_its_steps_need_more_than_all_its_minutes() -> None:
    # Seven steps that need 1.2 and have 1; the other two need 0.5 of their 2.
    longer = "".join(f"\n\n## Part {number} (1 minute)\n\n{'ha ' * 187}" for number in range(6))
    assert told("ha " * 187 + longer, 1, paper=1, quiz=1, more=6) == [
        "lesson.md:6:10: The steps need 9.2 minutes together, and the lesson has 9. Cut words."
    ]
    assert told("ha " * 150 + longer, 1, paper=1, quiz=1, more=6) == []
