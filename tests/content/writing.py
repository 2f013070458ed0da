"""Gives the words of the site by who reads them, and finds the line on which a sentence stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.checks.quiz_quality import texts_of
from macros.content.library import Entry, Library
from macros.models.questions import AnyQuestion, Choice, Group, SortItem
from macros.models.quiz import Quiz
from macros.views.quizzes import shown_questions
from tests.reading import phrases, words_of

LEARNER_PARTS = ("everyone", "word", "aloud")


@dataclass(frozen=True)
class Piece:
    """A piece of text, and the file in which it stands."""

    path: str
    text: str


def learner_pieces(entry: Entry) -> Iterator[Piece]:
    """Give what a learner reads in a lesson and its quiz."""
    for step in entry.lesson.steps:
        for part in step.parts:
            if part.kind in LEARNER_PARTS:
                yield Piece(entry.lesson_path, part.text)
    yield Piece(entry.lesson_path, "\n\n".join(line.text for line in entry.lesson.social_story))
    yield from quiz_pieces(entry)


def quiz_path(entry: Entry) -> str:
    return f"quizzes/{entry.phase}/{entry.id}.yml"


def quiz_pieces(entry: Entry) -> Iterator[Piece]:
    """Give every text of a quiz."""
    path = quiz_path(entry)
    yield Piece(path, entry.quiz.can_do)
    yield Piece(path, entry.quiz.at_home)
    for question in entry.quiz.questions:
        for _, text in texts_of(question):
            yield Piece(path, text)


def things(question: AnyQuestion) -> Iterator[Choice | Group | SortItem]:
    """Give what a learner can choose, or sort, or sort into."""
    yield from getattr(question, "choices", ())
    yield from getattr(question, "groups", ())
    yield from getattr(question, "items", ())


def feedback(question: AnyQuestion) -> Iterator[str]:
    """Give everything that is said to a learner who answered."""
    for shown in shown_questions(Quiz(title="-", can_do="-", at_home="-", questions=(question,))):
        yield from (reason.words for reason in shown.reasons)


def on_paper(entry: Entry) -> Iterator[Piece]:
    """Give what stands on the worksheet alone."""
    for step in entry.lesson.steps:
        for part in step.parts:
            if part.kind == "worksheet":
                yield Piece(entry.lesson_path, f"{part.title or ''}\n\n{part.text}")


def for_home(entry: Entry) -> Iterator[Piece]:
    """Give what is for the grown-up at home."""
    for step in entry.lesson.steps:
        for part in step.parts:
            if part.kind == "home":
                yield Piece(entry.lesson_path, part.text)


def page(root: Path, path: str) -> Piece:
    """Give the body of a page written by hand."""
    return Piece(path, (root / path).read_text(encoding="utf-8").split("---\n", 2)[2])


def pages(root: Path, *folders: str) -> Iterator[Piece]:
    """Give the pages under some folders of docs/."""
    for folder in folders:
        for file in sorted((root / "docs" / folder).rglob("*.md")):
            yield page(root, file.relative_to(root).as_posix())


def for_learners_and_families(library: Library, root: Path) -> Iterator[Piece]:
    """Give all that children and their families read."""
    for entry in library.lessons.values():
        yield from learner_pieces(entry)
        yield from on_paper(entry)
        yield from for_home(entry)
    yield from pages(root, "parents", "learners", "help")


def for_learners(library: Library, root: Path) -> Iterator[Piece]:
    """Give all that children read."""
    for entry in library.lessons.values():
        yield from learner_pieces(entry)
        yield from on_paper(entry)
    yield from pages(root, "learners")
    yield page(root, "docs/help/children.md")


def place(root: Path, path: str, sentence: str) -> str:
    """Say where a sentence stands: the file, and its line where that can be found."""
    start = words_of(sentence)[:4]
    for number, line in enumerate((root / path).read_text(encoding="utf-8").split("\n"), start=1):
        for phrase in phrases(line):
            words = words_of(phrase)
            if any(words[at : at + len(start)] == start for at in range(len(words))):
                return f"{path}, line {number}"
    return path
