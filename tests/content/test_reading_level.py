"""Words fit their readers.

There is no official measure of sentence length by age for web pages in the United Kingdom. These are the project's
working limits (part 3 of its sheet on its voice), read beside GOV.UK's aim of a reading age of 9. Up to Year 2 an adult
reads the words aloud, and a listener follows a longer sentence than a beginner can read:

| age | a sentence has | Flesch–Kincaid grade |
| --- | --- | --- |
| early years (4 to 5) | at most 20 words; a choice, 1 to 6 | read aloud by an adult |
| years 1 and 2 (5 to 7) | at most 22 words; a choice, 1 to 12 | read aloud by an adult |
| years 3 and 4 (7 to 9) | 12 words on average, 18 at most | at most 4 |
| years 5 and 6 (9 to 11) | 15 words on average, 24 at most | at most 6.5 |
| families | at most 28 words | at most 7 |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.content.library import PHASES, Library
from tests.content.writing import Piece, for_home, learner_pieces, on_paper, page, pages, place, quiz_path, things
from tests.reading import measure, phrases, sentences, words_of


@dataclass(frozen=True)
class Limits:
    """What a text for some readers may have at most."""

    longest: int
    average: float | None = None
    grade: float | None = None


LIMITS = {
    "early-years": Limits(20),
    "years-1-2": Limits(22),
    "years-3-4": Limits(18, 12, 4),
    "years-5-6": Limits(24, 15, 6.5),
}
FAMILIES = Limits(28, grade=7)
CHILDREN = Limits(10, grade=2)
CHOICE_WORDS = {"early-years": 6, "years-1-2": 12}


def faults(root: Path, pieces: Iterable[Piece], limits: Limits, whose: str) -> list[str]:
    """Name each sentence that is too long, and a whole that is too hard."""
    listed = list(pieces)
    found = []
    for piece in listed:
        for phrase in phrases(piece.text):
            for sentence in sentences(phrase):
                count = len(words_of(sentence))
                if count > limits.longest:
                    found.append(
                        f"{place(root, piece.path, sentence)}: “{sentence}” has {count} words; for {whose} a sentence "
                        f"has at most {limits.longest}. Split it, or take words out."
                    )
    figures = measure(piece.text for piece in listed)
    if limits.average is not None and figures.average > limits.average:
        found.append(
            f"{listed[0].path}: a sentence has {figures.average:.1f} words on average; for {whose} at most "
            f"{limits.average:g}. Split some of the longer ones."
        )
    if limits.grade is not None and figures.grade > limits.grade:
        found.append(
            f"{listed[0].path}: the reading grade is {figures.grade:.1f}; for {whose} at most {limits.grade:g}. "
            "Use shorter words and sentences."
        )
    return found


@pytest.mark.parametrize("phase", PHASES)
def test_lessons_and_quizzes_fit_their_age(library: Library, root: Path, phase: str) -> None:
    title = library.phase(phase).title.lower()
    found = [
        fault
        for entry in library.of_phase(phase)
        for fault in faults(root, learner_pieces(entry), LIMITS[phase], title)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("phase", PHASES[1:])
def test_worksheets_fit_their_age(library: Library, root: Path, phase: str) -> None:
    title = library.phase(phase).title.lower()
    limits = Limits(LIMITS[phase].longest)
    found = [fault for entry in library.of_phase(phase) for fault in faults(root, on_paper(entry), limits, title)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("phase", CHOICE_WORDS)
def test_choices_for_the_youngest_are_labels(library: Library, root: Path, phase: str) -> None:
    most = CHOICE_WORDS[phase]
    found = [
        f"{place(root, quiz_path(entry), thing.text)}: “{thing.text}” has {len(thing.text.split())} words; for "
        f"{phase} a choice has 1 to {most}."
        for entry in library.of_phase(phase)
        for question in entry.quiz.questions
        for thing in things(question)
        if len(thing.text.split()) > most
    ]
    assert not found, "\n".join(found)


def test_what_is_for_home_fits_families(library: Library, root: Path) -> None:
    found = [
        fault for entry in library.lessons.values() for fault in faults(root, for_home(entry), FAMILIES, "families")
    ]
    assert not found, "\n".join(found)


def test_pages_for_families_fit_them(root: Path) -> None:
    read = [*pages(root, "parents"), page(root, "docs/help/index.md")]
    found = [fault for piece in read for fault in faults(root, [piece], FAMILIES, "families")]
    assert not found, "\n".join(found)


def test_the_help_page_for_children_fits_the_youngest_readers(library: Library, root: Path) -> None:
    found = faults(root, [page(root, "docs/help/children.md")], CHILDREN, "children who need help")
    routes = [route for route in library.help_routes if "learners" in route.readers]
    texts = [text for route in routes for text in (route.who, route.note) if text and text != "school"]
    found += faults(
        root,
        [Piece("docs/_data/help-routes.yml", text) for text in texts],
        Limits(CHILDREN.longest),
        "children who need help",
    )
    assert not found, "\n".join(found)


def test_pages_for_learners_fit_the_youngest_readers(root: Path) -> None:
    found = [fault for piece in pages(root, "learners") for fault in faults(root, [piece], CHILDREN, "learners")]
    assert not found, "\n".join(found)


def test_a_sentence_that_is_too_long_is_named_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("One.\n\nPip can tell Nan about it now and then.\n", encoding="utf-8")
    piece = Piece("a.md", (tmp_path / "a.md").read_text(encoding="utf-8"))
    assert faults(tmp_path, [piece], Limits(6), "early years") == [
        "a.md, line 3: “Pip can tell Nan about it now and then.” has 9 words; for early years a sentence has at most "
        "6. "
        "Split it, or take words out."
    ]


def test_a_text_that_is_too_hard_is_named_with_its_grade(tmp_path: Path) -> None:
    piece = Piece("a.md", "Unauthorised individuals frequently obtain information.")
    (tmp_path / "a.md").write_text(piece.text, encoding="utf-8")
    assert len(faults(tmp_path, [piece], Limits(30, 4, 4), "years 3 and 4")) == 2
