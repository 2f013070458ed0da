"""A lesson's documents say what its pages say: no answer on the worksheet, and each reason in the key."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from macros.content.library import Entry, Library
from macros.models.lesson import Part
from macros.views.handouts import (
    Around,
    Block,
    Frame,
    Handout,
    Heading,
    Lines,
    Pictured,
    handouts_of,
    poster_of,
)
from macros.views.quizzes import shown_questions
from macros.views.slides import Grid, Paragraph

LEAD = "The designated safeguarding lead (DSL) is Ms *A*."


def made(library: Library, entry: Entry) -> dict[str, Handout]:
    questions = shown_questions(entry.quiz, library.questions(entry.quiz.recall))
    routes, phones = library.help_routes, library.help_numbers
    around = Around(library.plan_words, LEAD, routes, phones, library.frameworks, library.symbols)
    clauses = list(library.policy.clauses.values())[:1]
    phase = library.phase(entry.phase)
    handouts = handouts_of(entry.lesson, entry.quiz, questions, phase, around, clauses)
    return {handout.name: handout for handout in handouts}


def words(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return block.text
        case Grid():
            return " | ".join(cell.text for row in block.rows for cell in row)
        case Pictured():
            return block.words.text if block.words else block.picture.alt
    return ""


def all_words(handout: Handout) -> str:
    return "\n".join(map(words, handout.blocks))


def without_marks(text: str) -> str:
    return " ".join(text.replace("**", "").replace("*", "").split())


def test_no_answer_is_on_a_worksheet(library: Library) -> None:
    for entry in library.lessons.values():
        said = all_words(made(library, entry)["worksheet"])
        for question in shown_questions(entry.quiz):
            assert without_marks(question.text) in said
            assert not [reason.words for reason in question.reasons if without_marks(reason.words) in said], entry.id


def test_a_worksheet_has_every_choice_and_im_not_sure(library: Library) -> None:
    for entry in library.lessons.values():
        said = all_words(made(library, entry)["worksheet"])
        for question in shown_questions(entry.quiz):
            for part in question.parts:
                assert without_marks(part.text or "") in said
                if question.paper != "number":  # numbers are written
                    assert all(without_marks(option.text) in said for option in part.options)
        assert "I’m not sure" in said


def test_room_to_write_and_to_draw_is_where_the_page_has_it(library: Library) -> None:
    for entry in library.lessons.values():
        text = "".join(part.text for step in entry.lesson.steps for part in step.parts if part.kind == "worksheet")
        blocks = made(library, entry)["worksheet"].blocks
        assert sum(isinstance(block, Frame) for block in blocks) == text.count('class="box"')
        assert sum(isinstance(block, Lines) for block in blocks) == text.count('class="lines"')
        assert "<div" not in all_words(made(library, entry)["worksheet"])


def test_the_key_has_every_reason_and_what_is_right(library: Library) -> None:
    for entry in library.lessons.values():
        said = all_words(made(library, entry)["key"])
        for question in shown_questions(entry.quiz, library.questions(entry.quiz.recall)):
            assert all(without_marks(reason.words) in said for reason in question.reasons), entry.id
            assert without_marks(question.hint) in said or question.scenes
            assert not question.origin or f"From before: {question.origin}" in said


def test_the_plan_has_what_a_teacher_needs_and_every_word_to_say(library: Library) -> None:
    for entry in library.lessons.values():
        said = without_marks(all_words(made(library, entry)["plan"]).replace("\n", " "))
        lesson = entry.lesson
        for text in (lesson.outcome, *lesson.have_ready, *lesson.support, *lesson.stretch):
            assert without_marks(text) in said, entry.id
        for step in lesson.steps:
            for part in step.parts:
                if part.kind == "teacher" and "\n" not in part.text and "](" not in part.text:
                    assert without_marks(part.text.removeprefix("- ")) in said, (entry.id, part.text)
        assert "{{" not in said


def test_a_number_and_an_address_are_written_out(own_library: Library) -> None:
    entry = own_library.lessons["three-word-locks"]
    text = 'Ring {{ phone("police") }}, see [the report](https://a.uk/b), [b.uk](https://b.uk/c) or [the page](x.md).'
    part = Part(kind="teacher", title="Say", text=text)
    step = entry.lesson.steps[0].model_copy(update={"parts": (part,)})
    lesson = entry.lesson.model_copy(update={"steps": (step,)})
    said = all_words(made(own_library, replace(entry, lesson=lesson))["plan"])
    assert "Ring 101, see the report (a.uk/b), b.uk or the page." in said


def test_the_story_is_the_lines_with_their_symbols(library: Library) -> None:
    for entry in library.lessons.values():
        blocks = made(library, entry)["story"].blocks
        assert [(block.picture.name, words(block)) for block in blocks if isinstance(block, Pictured)] == [
            (f"symbols/{line.picture}", without_marks(line.text)) for line in entry.lesson.social_story
        ]


def test_a_list_keeps_its_numbers_round_a_room_to_write(library: Library) -> None:
    for entry in library.lessons.values():
        text = "\n".join(part.text for step in entry.lesson.steps for part in step.parts if part.kind == "worksheet")
        typed = re.findall(r"^(\d+\.) ", text, re.MULTILINE)
        blocks = made(library, entry)["worksheet"].blocks
        end = next(place for place, block in enumerate(blocks) if block == Heading("Quiz", 1))
        assert [one.mark for one in blocks[:end] if isinstance(one, Paragraph) and one.mark[:1].isdigit()] == typed


def test_no_heading_skips_a_level(library: Library) -> None:
    for entry in library.lessons.values():
        for handout in made(library, entry).values():
            levels = [0, *(block.level for block in handout.blocks if isinstance(block, Heading))]
            jumps = [after - before for before, after in itertools.pairwise(levels)]
            assert max(jumps, default=0) <= 1, (entry.id, handout.name)


@pytest.mark.parametrize("phase", ["early-years", "years-5-6"])
def test_a_poster_says_what_to_do_and_whom_to_tell(library: Library, phase: str) -> None:
    poster = poster_of(library.phase(phase), "Pip", "0800 1111")
    assert all_words(poster).split("\n") == [
        "Pip.",
        "Pause.",
        "Tell someone.",
        "Sort it together.",
        "Who can I tell?",
        "A grown-up at home. A grown-up at school.",
        "If they’re busy, tell another one.",
        "Childline: 0800 1111",
        "In danger now: 999",
    ]
