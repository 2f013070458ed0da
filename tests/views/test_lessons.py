"""Each reader gets what is for them: the teacher's words never reach a learner, nor the answers a worksheet."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
import yaml

from macros.content.library import Library
from macros.models.framework import Frameworks, Statement, Strand
from macros.models.lesson import Adaptation, Assessment, Claim, Lesson, Misconception, Part, Step, StoryLine
from macros.models.phase import HalfTerm, Phase
from macros.models.quiz import Quiz
from macros.views.lessons import answer_sheet, learner_page, social_story, worksheet
from macros.views.markdown import front_matter
from macros.views.page import PageView
from macros.views.plan import teacher_plan
from tests.views.rendering import html_of

PHASE = Phase(
    id="years-3-4",
    title="Years 3 and 4",
    ages="7 to 9",
    friend="kit",
    promise=("A", "B", "C"),
    year=(HalfTerm(title="Autumn"),),
)
FRAMEWORKS = Frameworks(
    strands=(Strand(id="privacy", name="Privacy and security"),),
    statements=(
        Statement(id="OSA-4", curriculum="RSHE 2025", text="Be careful."),
        Statement(id="WO-10", curriculum="RSHE 2025", text="Rights."),
    ),
)
QUIZ = Quiz.model_validate(
    {
        "title": "Practice",
        "can_do": "CAN-DO",
        "at_home": "SAY-AT-HOME",
        "questions": [
            {
                "id": "one",
                "type": "choose-one",
                "text": "QUESTION",
                "hint": "HINT",
                "choices": [
                    {"text": "A", "feedback": "REASON-A"},
                    {"text": "B", "correct": True, "feedback": "REASON-B"},
                ],
            }
        ],
    }
)
LESSON = Lesson(
    title='Keep "it" & {# <b>safe</b>',
    outcome="I can keep it.",
    summary="SUMMARY",
    symbol="key",
    minutes=5,
    year="3",
    strand="privacy",
    topics=("help",),
    teaches=(Claim(id="OSA-4", step="Do", question="one"), Claim(id="WO-10", step="Think", part=True)),
    success_criteria=("CRITERION", "CRITERION-2"),
    have_ready=("READY",),
    in_class=("one",),
    no_device="NO-DEVICE",
    misconceptions=(Misconception(thought="THOUGHT", reply="REPLY"), Misconception(thought="T2", reply="R2")),
    support=("SUPPORT",),
    stretch=("STRETCH",),
    adaptations=(Adaptation(need="NEED", change="CHANGE"), Adaptation(need="N2", change="C2")),
    dsl="DSL-NOTE",
    safeguarding="SAFEGUARDING",
    assessment=Assessment(secure="SECURE", developing="DEVELOPING", misconception="MISCONCEIVED"),
    five_minutes=("FIVE-MINUTES", "THEN", "LAST"),
    social_story=tuple(StoryLine(text=f"I TELL {number}", picture="tell") for number in range(5)),
    steps=(
        Step(
            title="Think",
            minutes=1,
            parts=(
                Part(kind="everyone", text='{{ picture("cast/kit-calm", alt="Kit") }}\n\nEVERYONE'),
                Part(kind="teacher", title='Say "this"', text="TEACHER-SAYS\n\n- TEACHER-LIST"),
                Part(kind="word", title="private", text="MEANING"),
            ),
        ),
        Step(
            title="Do",
            minutes=3,
            parts=(
                Part(kind="worksheet", title="Draw", text="ON-PAPER"),
                Part(kind="home", text="FOR-HOME"),
            ),
        ),
        Step(title="Quiz time", minutes=1, parts=(Part(kind="quiz", text="keep-it"),)),
    ),
)
FOR_ADULTS = [
    "TEACHER-SAYS",
    "TEACHER-LIST",
    "READY",
    "NO-DEVICE",
    "THOUGHT",
    "REPLY",
    "SUPPORT",
    "STRETCH",
    "NEED",
    "CHANGE",
    "DSL-NOTE",
    "SAFEGUARDING",
    "SECURE",
    "DEVELOPING",
    "MISCONCEIVED",
    "FIVE-MINUTES",
    "CRITERION",
]
ANSWERS = ("REASON-A", "REASON-B", "HINT", "CAN-DO")


def learner_view() -> PageView:
    return learner_page("keep-it", LESSON, QUIZ, PHASE)


def paper_view() -> PageView:
    return worksheet("keep-it", LESSON, PHASE)


def large_view() -> PageView:
    return worksheet("keep-it", LESSON, PHASE, large=True)


def sheet_view() -> PageView:
    return answer_sheet("keep-it", LESSON)


def plan_view() -> PageView:
    return teacher_plan("keep-it", LESSON, QUIZ, PHASE, FRAMEWORKS, clauses=("tell",))


def learner() -> str:
    return html_of(learner_view())


def paper() -> str:
    return html_of(paper_view())


def plan() -> str:
    return html_of(plan_view())


def test_the_notes_of_a_verse_stand_on_the_plan_under_its_words() -> None:
    notes = "verse_notes(keep-it)"
    assert notes not in plan()
    sung = html_of(teacher_plan("keep-it", LESSON, QUIZ, PHASE, FRAMEWORKS, verse=("A line", "EVERYONE")))
    assert sung.count(notes) == 1
    before, _, after = sung.partition(notes)
    assert "EVERYONE" in before
    assert ">2. Do (3 minutes)</h3>" in after  # they follow the step in which the words stand, as wide as the page
    assert '<p>Every verse is on <a href="../../../teachers/song.html">one sheet to print</a>.</p>' in after


@pytest.mark.parametrize("words", FOR_ADULTS)
def test_words_for_adults_are_on_the_plan_and_on_no_learners_page(words: str) -> None:
    assert words in plan()
    assert words not in learner()
    assert words not in paper()


@pytest.mark.parametrize("words", ANSWERS)
def test_answers_are_not_in_the_text_of_the_worksheet(words: str) -> None:
    assert words not in paper()


def test_the_learners_page_has_what_is_for_the_learner_in_order() -> None:
    page = learner()
    places = [page.index(words) for words in ("EVERYONE", "MEANING", "quiz(keep-it)", "SAY-AT-HOME", "FOR-HOME")]
    assert places == sorted(places)
    assert '<div class="admonition word">\n<p class="admonition-title">private</p>\n<p>MEANING</p>\n</div>' in page
    assert '<h2 id="quiz">Quiz time</h2>' in page


def test_what_is_for_paper_is_on_the_worksheet_alone() -> None:
    assert '<h2 id="draw">Draw</h2>\n<p>ON-PAPER</p>' in paper()
    assert "ON-PAPER" not in learner()
    assert "quiz_paper(keep-it)" in paper()
    assert "quiz_answers" not in paper() + learner()


def test_only_what_is_to_be_cut_has_dashed_lines() -> None:
    text = """**Task 1.** Cut out the CARDS.

| CARDS |
| --- |

**The second desk**

| MORE |
| --- |

**Task 2.** Write on the SLIP.

| SLIP |
| --- |"""
    step = Step(title="Do", minutes=3, parts=(Part(kind="worksheet", title="Draw", text=text),))
    page = html_of(worksheet("keep-it", LESSON.model_copy(update={"steps": (step,)}), PHASE))
    dashed = re.findall(r"to-cut(.*?)/div", page, re.DOTALL)
    assert [re.findall("CARDS|MORE|SLIP", words) for words in dashed] == [["CARDS"], ["MORE"]]


def test_the_worksheet_is_kept_out_of_search() -> None:
    assert paper_view().meta["search"] == {"exclude": True}


def test_the_plan_has_every_step_with_its_minutes() -> None:
    page = plan()
    for heading in ("1. Think (1 minute)", "2. Do (3 minutes)", "3. Quiz time (1 minute)"):
        assert f">{heading}</h3>" in page
    assert ">The lesson, 5 minutes</h3>" in page


def test_the_plan_names_the_strand_the_statements_with_step_and_question_and_the_clauses() -> None:
    page = plan()
    assert "<p>Strand: Privacy and security. Written for Year 3.</p>" in page
    assert page.count("<p><strong>RSHE 2025</strong></p>") == 1
    do, think = '<a href="index.html#page-2">Do</a>', '<a href="index.html#page-1">Think</a>'
    asked = '<a href="index.html#keep-it-one-title">question 1</a>'
    assert f"<li><strong>OSA-4</strong>: Be careful. {do}, {asked}.</li>" in page
    assert f"<li><strong>WO-10</strong> in part: Rights. {think}, not asked.</li>" in page
    assert "clause(tell)" in page


def test_the_answers_are_on_a_sheet_of_their_own_to_which_the_plan_leads() -> None:
    assert "quiz_answers" not in plan()
    assert 'href="answers.html"' in plan()
    assert "quiz_answers(keep-it)" in html_of(sheet_view())
    assert sheet_view().meta["for"] == "Teachers and staff"
    assert sheet_view().meta["search"] == {"exclude": True}
    assert "answers" not in learner() + paper()


def test_the_worksheet_in_large_print_says_the_same() -> None:
    assert large_view().meta["large"] is True
    assert paper_view().meta["large"] is False
    assert large_view().meta["search"] == {"exclude": True}
    assert html_of(large_view()) == paper()
    assert 'href="worksheet-large.html"' in plan()


@pytest.mark.parametrize("view", [learner_view, paper_view, large_view, plan_view, sheet_view])
def test_front_matter_survives_quotes_and_signs(view: Callable[[], PageView]) -> None:
    meta = yaml.safe_load(front_matter(**view().meta).strip("-\n"))
    assert meta["title"].startswith('Keep "it" & {# <b>safe</b>')
    assert meta["description"]


@pytest.mark.parametrize("value", ['"', "é: ü", "---", "{# x", "No", "\n", "'"])
def test_front_matter_gives_back_what_was_put_in(value: str) -> None:
    assert yaml.safe_load(front_matter(title=value).strip("-\n"))["title"] == value
    assert json.dumps(value, ensure_ascii=False) in front_matter(title=value)


def test_no_real_learners_page_or_worksheet_has_a_word_of_the_teachers_parts(library: Library) -> None:
    for entry in library.lessons.values():
        phase = library.phase(entry.phase)
        views = learner_page(entry.id, entry.lesson, entry.quiz, phase), worksheet(entry.id, entry.lesson, phase)
        pages = "".join(map(html_of, views))
        for step in entry.lesson.steps:
            for part in step.parts:
                if part.kind == "teacher":
                    for line in map(plain, part.text.split("\n")):
                        assert not line or line not in pages, f"{entry.lesson_path}: {line}"


def plain(line: str) -> str:
    """Give a line of Markdown without its signs, so far that HTML has it in one piece."""
    return max(re.split(r"[*_`<>&]|\]\(.*?\)|\[", line.strip().removeprefix("- ")), key=len).strip()


def test_a_text_of_the_quiz_is_no_tag_and_no_macro_on_the_learners_page() -> None:
    hostile = QUIZ.model_copy(update={"at_home": "<script>alert(1)</script> {{ 7*7 }} {% if %} **Ask** & tell."})
    page = html_of(learner_page("keep-it", LESSON, hostile, PHASE))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% if %} <strong>Ask</strong> &amp; tell." in page


def test_nothing_is_put_into_a_page_that_the_words_did_not_have(library: Library) -> None:
    for entry in library.lessons.values():
        page = html_of(learner_page(entry.id, entry.lesson, entry.quiz, library.phase(entry.phase)))
        assert "admonition teacher" not in page
        assert "quiz_answers" not in page


def test_a_social_story_is_the_learners_own() -> None:
    view = social_story("keep", LESSON, PHASE)
    assert view.meta["lesson"] == "keep"
    assert "social_story(keep)" in html_of(view)
    assert "SAFEGUARDING" not in html_of(view)


def test_a_line_of_a_chat_is_no_tag_link_or_macro_on_the_plan() -> None:
    chat = Part(
        kind="chat", title="Year 6", text='Ines, 16:05: <img src="x"> [a](b.md) {{ quiz("x") }}\n- <i>Bo</i> left'
    )
    lesson = LESSON.model_copy(update={"steps": (*LESSON.steps, Step(title="Read", minutes=1, parts=(chat,)))})
    page = html_of(teacher_plan("keep-it", lesson, QUIZ, PHASE, FRAMEWORKS))
    made = page.partition("On the board: Year 6")[2].partition("<h3")[0]
    assert "<li>Ines, 16:05: &lt;img src=" in made
    assert "<li>&lt;i&gt;Bo&lt;/i&gt; left</li>" in made
    assert "[a](b.md) {{ quiz(" in made
    assert not [sign for sign in ("<img", "<i>", "<a", "quiz(x)") if sign in made]
