"""A lesson as slides, before they are set."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.content.library import Library
from macros.views.slides import Deck, Grid, NoAltError, Paragraph, Run, blocks_of, deck_of, runs_of
from tests.lessons import first_with


def made(library: Library, identity: str, change: str = "") -> Deck:
    entry = library.lessons[identity]
    lesson = entry.lesson
    if change:
        first = lesson.steps[0]
        part = next(part for part in first.parts if part.kind == "everyone")
        step = first.model_copy(update={"parts": (part.model_copy(update={"text": change}), *first.parts[1:])})
        lesson = lesson.model_copy(update={"steps": (step, *lesson.steps[1:])})
    scenes = {scene.id: scene.alt for scene in entry.scenes}
    recalled = library.questions(entry.quiz.recall)
    phase = library.phase(entry.phase)
    return deck_of(
        lesson,
        entry.quiz,
        recalled,
        phase,
        scenes,
        library.symbols,
        library.help_routes,
        "Kit",
        library.plan_words.child_tells,
    )


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain  words", (Run("plain words"),)),
        ("**Pause.** Then *go* on", (Run("Pause.", bold=True), Run(" Then "), Run("go", italic=True), Run(" on"))),
        ("***both***", (Run("both", bold=True, italic=True),)),
        ("3 * 4 and `a_b` and \\*", (Run("3 * 4 and "), Run("a_b"), Run(" and "), Run("*"))),
    ],
)
def test_marks_become_letters(text: str, runs: tuple[Run, ...]) -> None:
    assert runs_of(text) == runs


def test_paragraphs_items_and_tables_are_told_apart() -> None:
    text = "One\nline.\n\n1. First\n   still first\n2. Second\n\n- Dot\n\n| A | B |\n| --- | --- |\n| c | d |"
    *blocks, grid = blocks_of(text)
    assert [(one.mark, one.text) for one in blocks if isinstance(one, Paragraph)] == [
        ("", "One line."),
        ("1.", "First still first"),
        ("2.", "Second"),
        ("•", "Dot"),
    ]
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row] for row in grid.rows] == [["A", "B"], ["c", "d"]]


def test_young_children_see_pictures_to_choose_from_and_older_ones_read(own_library: Library) -> None:
    young = made(own_library, "my-special-facts")
    older = made(own_library, "three-word-locks")
    assert any(slide.layout == "caption" for slide in young.slides)
    assert all(slide.layout != "caption" for slide in older.slides)
    asked = next(slide for slide in young.slides if "Who can know the password" in slide.title)
    assert (asked.layout, [row.letter for row in asked.rows]) == ("cards", ["A", "B", "C"])
    assert all(row.picture for row in asked.rows)


def test_the_reasons_stand_on_the_slide_after_the_question(own_library: Library) -> None:
    slides = made(own_library, "three-word-locks").slides
    place = next(number for number, slide in enumerate(slides) if "Which one is the strongest?" in slide.title)
    assert [row.good for row in slides[place].rows] == [False, False, False]
    assert [(row.verdict, row.good) for row in slides[place + 1].rows] == [
        ("Not yet", False),
        ("A good choice", True),
        ("Not yet", False),
    ]


def test_a_story_leads_from_scene_to_scene(library: Library) -> None:
    slides = made(library, first_with("type: story", "years-3-4").split("/")[2]).slides
    titles = [slide.title for slide in slides]
    ways = [row.goes for slide in slides for row in slide.rows if row.goes]
    assert len(ways) > 8
    assert set(ways) <= set(titles)


def test_what_the_teacher_says_stands_with_what_is_shown_meanwhile(own_library: Library) -> None:
    slides = made(own_library, "my-special-facts").slides
    asked = next(slide for slide in slides if any("What can Pip do?" in one.text for one in slide.notes))
    assert any(isinstance(one, Paragraph) and one.text == "What can Pip do?" for one in asked.words)


def test_the_first_notes_say_what_to_do_when_a_child_tells_something(own_library: Library) -> None:
    said = " ".join(note.text for note in made(own_library, "three-word-locks").slides[0].notes)
    for words in ("If a child tells you something", "I can't keep this secret", "In danger now: 999."):
        assert words in said


def test_the_notes_say_which_questions_are_for_class_and_which_for_later(own_library: Library) -> None:
    entry = own_library.lessons["three-word-locks"]
    quiz = entry.quiz.model_copy(update={"recall": ("keep-it-locked/who-may-know", "my-special-facts/who-may-know")})
    again = replace(own_library, lessons={**own_library.lessons, entry.id: replace(entry, quiz=quiz)})
    deck = made(again, entry.id)
    asked = {
        one.title.split(".")[0]: [note.text for note in one.notes] for one in deck.slides if one.title[0].isdigit()
    }
    assert [number for number, notes in asked.items() if "In class" in notes] == ["3", "6", "8"]
    assert [number for number, notes in asked.items() if "For later" in notes] == ["1", "2", "4", "5", "7"]


def test_a_picture_without_alternative_text_is_refused(own_library: Library) -> None:
    line = '{{ picture("cast/kit-calm", alt="") }}'
    with pytest.raises(NoAltError) as found:
        made(own_library, "three-word-locks", line)
    assert str(found.value) == line


def test_a_decoration_says_nothing(own_library: Library) -> None:
    slide = made(own_library, "three-word-locks", '{{ decoration("cast/kit-calm") }}').slides[1]
    assert slide.picture is not None
    assert slide.picture.alt == ""
