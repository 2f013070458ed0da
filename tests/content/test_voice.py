"""The words sound as British children and teachers talk: the bands of part 3 of the project's sheet on its voice.

| age | what is read aloud, or the story's prose | words in all, with chats |
| --- | --- | --- |
| early years | 8 to 12 words a sentence on average, 20 at most | 120 to 250 |
| years 1 and 2 | 8 to 13, 22 at most | 120 to 250 |
| years 3 and 4 | 8 to 12, 18 at most | 150 to 300 |
| years 5 and 6 | 10 to 15, 24 at most | 250 to 450 |

From age 7 the prose is what stands beside the pictures of the story, its chats and its screens. Choices and tasks are
no part of it where they stand beside a symbol or one of the cast, on a page of their own.

A single stiff sentence fails nothing: `python -m macros voice` shows where to look.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from macros.commands.voice import Measure, story_of
from macros.content.library import PHASES, Library

CONTRACTED = 0.7  # of the places in speech where a speaker would contract
SOMEONE = 2 / 3  # someone, everyone, anyone and no one, beside the words in -body


@dataclass(frozen=True)
class Band:
    """Between what the prose of a story lies."""

    average: tuple[float, float]
    longest: int
    words: tuple[int, int]


BANDS = {
    "early-years": Band((8, 12), 20, (120, 250)),
    "years-1-2": Band((8, 13), 22, (120, 250)),
    "years-3-4": Band((8, 12), 18, (150, 300)),
    "years-5-6": Band((10, 15), 24, (250, 450)),
}


@pytest.mark.parametrize("phase", PHASES)
def test_each_story_has_the_measure_of_its_age(library: Library, phase: str) -> None:
    band, age = BANDS[phase], library.phase(phase).title
    found = []
    for entry in library.of_phase(phase):
        story = f"{entry.lesson_path}: the story of “{entry.lesson.title}”"
        prose, chats = story_of(entry.lesson)
        words = prose.words + chats.words
        if words < band.words[0]:
            found.append(f"{story} has {words} words. In {age} it has at least {band.words[0]}. Tell more of it.")
        if words > band.words[1]:
            found.append(f"{story} has {words} words. In {age} it has at most {band.words[1]}. Cut what repeats.")
        if prose.average < band.average[0]:
            found.append(
                f"{story} has {prose.average:.2f} words a sentence on average. In {age} it has at least "
                f"{band.average[0]}. Join some, with “because”, “so”, “when” or “who”."
            )
        if prose.average > band.average[1]:
            found.append(
                f"{story} has {prose.average:.2f} words a sentence on average. In {age} it has at most "
                f"{band.average[1]}. Divide some."
            )
        for sentence, length in zip(prose.sentences, prose.lengths, strict=True):
            if length > band.longest:
                found.append(
                    f"{story} has a sentence of {length} words. In {age} one has at most {band.longest}. Divide it: "
                    f"“{sentence}”"
                )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("phase", PHASES)
def test_people_contract_when_they_speak(library: Library, phase: str) -> None:
    found = []
    for entry in library.of_phase(phase):
        measure = measured(library, entry.lesson_path)
        if measure.share is not None and measure.share < CONTRACTED:
            found.append(
                f"{entry.lesson_path}: {measure.share:.0%} contract in speech; at least {CONTRACTED:.0%} should."
            )
    assert not found, "\n".join(found)


@pytest.mark.parametrize("phase", PHASES)
def test_lessons_say_someone_more_often_than_somebody(library: Library, phase: str) -> None:
    measures = [measured(library, entry.lesson_path) for entry in library.of_phase(phase)]
    someone, somebody = sum(one.someone for one in measures), sum(one.somebody for one in measures)
    assert someone >= SOMEONE * (someone + somebody), f"{phase}: {someone} in -one and {somebody} in -body."


def measured(library: Library, path: str) -> Measure:
    measure = Measure()
    for piece in library.learner_words:
        if piece.path == path:
            measure.add(piece.text)
    return measure
