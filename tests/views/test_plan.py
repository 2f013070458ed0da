"""A teacher's plan: what must be said in five minutes is on its first side, and the rest in its order."""

from __future__ import annotations

import pytest

from macros.exports.page import offer
from macros.exports.registry import export_all
from macros.models.lesson import Part, Step
from macros.views.lessons import learner_page
from macros.views.plan import class_questions, key_line, teacher_plan, things_to_listen_for
from tests.views.rendering import html_of
from tests.views.test_lessons import FRAMEWORKS, LESSON, PHASE, QUIZ, plan

EVERYONE = Part(kind="everyone", text="Kit has a plan.")
QUIZ_PART = Part(kind="quiz", text="a")


def teacher(title: str, text: str) -> Part:
    return Part(kind="teacher", title=title, text=text)


def step(*parts: Part) -> Step:
    return Step(title="Step", minutes=3, parts=parts)


def side(number: int) -> str:
    return plan().split('<section class="plan-')[number]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ((EVERYONE, teacher("Ask", '- "How did Ava guess?" (It is easy.)\n- "Why?"')), "How did Ava guess?"),
        ((teacher("Ask", 'Give pairs a minute. "What could Tam say?" (No.)'),), "What could Tam say?"),
        (
            (Part(kind="everyone", text="Kit.\n\n**What will you do?** Choose."), teacher("Do", "Clap.")),
            "What will you do?",
        ),
        ((EVERYONE, teacher("Do", "Two minutes each way. Then swap.")), "Two minutes each way."),
        ((EVERYONE, teacher("Say", '"Today is about locks. We listen."')), "Today is about locks."),
        ((EVERYONE,), "Kit has a plan."),
        ((Part(kind="everyone", text='Pip sat down. "Can I?" said Pip. "Yes," said Lin.'),), "Can I?"),
        (
            (Part(kind="everyone", text='What I need: "Please can you help?" Say it.'),),
            'What I need: "Please can you help?"',
        ),
        ((EVERYONE, teacher("Do", 'Say the two numbers with me." Clap.')), "Say the two numbers with me."),
    ],
)
def test_the_key_line_of_a_step_is_its_first_question_or_what_is_done(parts: tuple[Part, ...], line: str) -> None:
    assert key_line(step(*parts)) == line


def questions(*names: str, in_class: tuple[str, ...], recall: int = 0) -> str:
    """Give what the plan says of a quiz with these questions, each with its name as its words."""
    (one,) = QUIZ.questions
    asked = tuple(one.model_copy(update={"id": name, "text": f"Is it {name}? Choose one."}) for name in names)
    quiz = QUIZ.model_copy(update={"questions": asked, "recall": ("before/one", "before/two")[:recall]})
    return class_questions(LESSON.model_copy(update={"in_class": in_class}), quiz)


def test_the_questions_for_class_have_the_numbers_that_the_page_and_the_worksheet_give_them() -> None:
    assert questions("a", "b", "c", "d", in_class=("a", "c", "d"), recall=2) == (
        "In class: questions 3, *Is it a?*; 5, *Is it c?* and 6, *Is it d?* For later: 1, 2 and 4."
    )
    assert questions("a", "b", in_class=("b",)) == "In class: question 2, *Is it b?* For later: 1."
    assert questions("a", in_class=("a",)) == "In class: question 1, *Is it a?*"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nan is busy. What can Pip do?", "*Nan is busy*."),
        (
            'A box says, "Don\'t go! Your puffin will miss you!" Why is it there?',
            '*A box says, "Don\'t go! Your puffin will miss you!"*',
        ),
        ('Nan can tap "block". What does it do?', '*Nan can tap "block"*.'),
        ('Lin says, "No, thank you." What does Pip do?', '*Lin says, "No, thank you."*'),
    ],
)
def test_a_question_is_named_by_its_first_sentence(text: str, name: str) -> None:
    (one,) = QUIZ.questions
    quiz = QUIZ.model_copy(update={"questions": (one.model_copy(update={"text": text}),)})
    assert class_questions(LESSON, quiz) == f"In class: question 1, {name}"


def test_the_step_of_the_quiz_says_which_questions_are_for_class() -> None:
    row = "<td>3. Quiz time</td>\n<td>1</td>\n<td>In class: question 1, <em>QUESTION</em>.</td>"
    assert row in side(1)
    assert "In class: question 1, <em>QUESTION</em>" in side(3)


def test_what_is_listened_for_comes_from_each_step_in_turn_and_is_whole() -> None:
    def heard(text: str, *more: Part) -> Step:
        return step(EVERYONE, teacher("Listen for", text), *more)

    steps = (
        heard("An answer."),
        heard('- "Me!" Say, "Wait.\nThen go."\n- Second of one'),
        heard("First of two\n\nSecond of two"),
        heard("In the quiz.", QUIZ_PART),
    )
    lesson = LESSON.model_copy(update={"steps": steps})
    assert things_to_listen_for(lesson) == ['"Me!" Say, "Wait. Then go."', "First of two", "Second of one"]


def test_the_first_side_has_what_is_read_with_five_minutes_to_go() -> None:
    first = side(1)
    for words in (
        "I can keep it.",
        "CRITERION-2",
        "READY",
        "DSL-NOTE",
        "NO-DEVICE",
        "<td>1. Think</td>\n<td>1</td>",
        "<td>2. Do</td>\n<td>3</td>",
    ):
        assert words in first, words
    for words in ("SAFEGUARDING", "SUPPORT", "TEACHER-SAYS", "OSA-4"):
        assert words not in first, words


def test_the_first_side_says_what_to_say_first_and_what_to_do_if_a_child_tells_something() -> None:
    first, second = side(1), side(2)
    said = first.split(">If a child tells you something</h3>")[1].split("<h3")[0]
    for words in (
        "I can't keep this secret",
        "Don't ask why",
        "tell the DSL today",
        "phone(emergency)",
        "contact(dsl)",
    ):
        assert words in said, words
    assert "Say first" not in first + second  # where a lesson has none, no heading stands over nothing
    greeting = step(EVERYONE, teacher("Do", "Clap."), teacher("Say", '"Today is about **locks**."'))
    lesson = LESSON.model_copy(update={"steps": (step(teacher("Ask", '"Why?"')), greeting, *LESSON.steps)})
    shown = html_of(teacher_plan("keep-it", lesson, QUIZ, PHASE, FRAMEWORKS)).split('<section class="plan-')[1]
    before, _, after = shown.partition(">Say first</h3>")
    assert after.lstrip().startswith('<p>"Today is about <strong>locks</strong>."</p>')
    assert ">Have ready</h3>" in before
    assert ">The lesson, " in after


def test_the_second_side_has_what_is_looked_up() -> None:
    second = side(2)
    for words in ("THOUGHT", "SECURE", "SUPPORT", "STRETCH", "NEED", "SAFEGUARDING", "FIVE-MINUTES"):
        assert words in second, words
    assert "TEACHER-SAYS" not in second


def test_the_five_minute_version_is_a_plan_of_its_own_with_its_steps_in_order() -> None:
    heading = '<h3 id="five-minutes">Five-minute version</h3>'
    assert f"{heading}\n<ol>\n<li>FIVE-MINUTES</li>\n<li>THEN</li>\n<li>LAST</li>\n</ol>" in side(2)


def test_the_script_has_what_the_class_sees_before_what_is_said_to_it() -> None:
    script, _, more = side(3).partition('<details class="plan-more"')
    places = [script.index(words) for words in ("plan-seen", "EVERYONE", "plan-said", "TEACHER-SAYS")]
    assert places == sorted(places)
    assert "OSA-4" in more
    assert 'id="elsewhere"' not in plan()  # nothing is offered, so nothing is folded away
    files = export_all("keep-it", QUIZ)
    offered = html_of(teacher_plan("keep-it", LESSON, QUIZ, PHASE, FRAMEWORKS, offer(files)))
    assert '<h2 id="elsewhere">' in offered.partition("OSA-4")[2].partition(files[0].file)[0]
    assert "OSA-4" not in script


FILM = "https://example.org/signed"
SIGNED = LESSON.model_copy(update={"signed_film": FILM})


def test_a_signed_film_is_offered_once_there_is_one_and_nothing_is_shown_before() -> None:
    assert "Sign Language" not in plan() + html_of(learner_page("keep-it", LESSON, QUIZ, PHASE))
    signed = html_of(teacher_plan("keep-it", SIGNED, QUIZ, PHASE, FRAMEWORKS))
    needs = signed.split(">Needs</h3>")[1].split("<h3")[0]
    assert f'href="{FILM}"' in needs.split("<strong>NEED.</strong>")[0]
    home = html_of(learner_page("keep-it", SIGNED, QUIZ, PHASE)).split(">At home</h2>")[1]
    assert f'<a href="{FILM}">Watch the story in British Sign Language</a>' in home
