"""What each phase has besides its lessons: the year's plan, key words, a poster, and a quiz for before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.models.framework import Frameworks
from macros.models.lesson import Lesson, Part
from macros.models.phase import Phase
from macros.models.questions import Question
from macros.models.quiz import Quiz
from macros.views.page import PageView

ANY_TIME = "At any time"
NO_LESSON = "No new lesson. A good time to ask the questions of earlier lessons again."
# Within the reading limits of the youngest.
CAN_DO = "You had a go at it all."
AT_HOME = "Tell one thing you know."


def knowledge_quiz(questions: Iterable[Question]) -> Quiz:
    """Make the quiz for before and after the year; each question's id is its own already."""
    return Quiz(title="What do we know?", can_do=CAN_DO, at_home=AT_HOME, questions=tuple(questions))


def key_words(lessons: Sequence[Lesson]) -> tuple[Part, ...]:
    """Gather the new words of lessons, each once: as it is first taught."""
    words: dict[str, Part] = {}
    for lesson in lessons:
        for word in lesson.words:
            words.setdefault((word.title or "").casefold(), word)
    return tuple(words.values())


def words_page(phase: Phase) -> PageView:
    """Make the page of key words, for the wall, the table or a family that reads another language."""
    return _for_learners(
        phase,
        "words",
        "learner.html",
        f"Our words: {phase.title}",
        f"The new words of the online-safety lessons for {phase.title}, with pictures.",
    )


def poster_page(phase: Phase) -> PageView:
    """Make the poster."""
    return _for_learners(
        phase,
        "poster",
        "poster.html",
        f"Poster: {phase.title}",
        f"A poster for the classroom, {phase.title}: pause, tell someone, sort it together.",
    )


def promise_page(phase: Phase) -> PageView:
    """Make the promise, to be filled in and printed."""
    return _for_learners(
        phase,
        "promise",
        "learner.html",
        f"My promise: {phase.title}",
        f"A promise to print, with room for a first name or a drawing: {phase.title}.",
        heading="My promise",
    )


def check_page(phase: Phase) -> PageView:
    """Make the quiz for before and after the year, for the class board or a child's screen."""
    return _for_learners(
        phase,
        "check",
        "learner.html",
        f"What do we know? {phase.title}",
        f"A quiz for before and after the year's online-safety lessons, {phase.title}.",
    )


def check_paper(phase: Phase) -> PageView:
    """Make the same quiz for paper."""
    return _for_learners(
        phase,
        "check-paper",
        "worksheet.html",
        f"What do we know? {phase.title}: on paper",
        f"The quiz for before and after the year's lessons, {phase.title}, to print.",
        search={"exclude": True},
    )


def _for_learners(phase: Phase, name: str, template: str, title: str, description: str, **more: object) -> PageView:
    head = {"template": template, "title": title, "description": description, "phase": phase.id, "for": "Learners"}
    return PageView(name, {**head, **more}, {"phase": phase.id})


def _asked(name: str) -> tuple[str, ...]:
    return name, f"{name} plans", f"{name} lesson plans", f"{name} lessons"


@dataclass(frozen=True)
class TaughtLesson:
    """A lesson in the plan of the year: its id, the lesson, and the name of its strand."""

    id: str
    lesson: Lesson
    strand: str


def year_page(
    phase: Phase,
    lessons: Mapping[str, Lesson],
    frameworks: Frameworks,
    *,
    calendar: bool = False,
    packs: Sequence[str] = (),
    mixed: Sequence[object] = (),
) -> PageView:
    """Make the plan of the year for the teacher: half terms, lessons, what to print, the quiz with its answers.

    Args:
        phase: the phase.
        lessons: its lessons, by id, in the order in which they are taught.
        frameworks: for the names of the strands.
        calendar: whether there is a file of the year for a calendar.
        packs: the links to all lessons in one file, and to the posters, where there are such files: Markdown.
        mixed: the classes of two year groups that have children of this phase.
    """
    halves = [
        (
            title or ANY_TIME,
            [TaughtLesson(name, lessons[name], frameworks.strand_name(lessons[name].strand)) for name in identities],
        )
        for title, identities in phase.by_half_term(lessons)
    ]
    return PageView(
        "year",
        {
            "title": f"{phase.title}: the year",
            "description": f"The year's online-safety lessons for {phase.title}, half term by half term, with plans.",
            "also": [words for name in phase.also for words in _asked(name)],
            "for": "Teachers and staff",
        },
        {
            "phase": phase,
            "count": len(lessons),
            "minutes": sum(lesson.minutes for lesson in lessons.values()),
            "halves": halves,
            "no_lesson": NO_LESSON,
            "calendar": calendar,
            "packs": packs,
            "mixed": mixed,
        },
    )
