"""The pictures of the stories: small, whole, shown, and told in words by what is drawn."""

from __future__ import annotations

import re
from pathlib import Path
from xml.dom import minidom

import brotli
import pytest

from macros.content.library import Library
from macros.scenes.composer import compose

# PICTURES.md of the design: one picture, and those of a whole lesson, as a browser gets them.
LARGEST_PICTURE = 14_000  # bytes
LARGEST_LESSON = 120_000  # bytes
FEWEST, MOST = 3, 10  # pictures of a story

ROOT = Path(__file__).parents[2]
LESSONS = sorted(file.parent.name for file in ROOT.glob("lessons/*/*/scenes.yml"))


def weight(svg: str) -> int:
    return len(brotli.compress(svg.encode()))


def test_the_stories_that_are_told_in_pictures(library: Library) -> None:
    assert sorted(entry.id for entry in library.lessons.values() if entry.scenes) == LESSONS
    assert "people-i-know" in LESSONS


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_pictures_of_a_story_are_small_and_whole(library: Library, lesson: str) -> None:
    pictures = {scene.id: compose(scene, library.studio) for scene in library.lessons[lesson].scenes}
    assert FEWEST <= len(pictures) <= MOST
    for name, svg in pictures.items():
        minidom.parseString(svg)
        assert weight(svg) <= LARGEST_PICTURE, name
        assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)|\son\w+=|var\(", svg), name
    assert sum(weight(svg) for svg in pictures.values()) <= LARGEST_LESSON


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_picture_of_a_story_is_shown_in_its_lesson_once_and_in_order(library: Library, lesson: str) -> None:
    text = (ROOT / library.lessons[lesson].lesson_path).read_text(encoding="utf-8")
    shown = re.findall(rf'\{{\{{ scene\("{lesson}/([\w-]+)"\) \}}\}}', text)
    assert shown == [scene.id for scene in library.lessons[lesson].scenes]


def test_a_picture_with_a_thousand_hats_would_be_too_heavy() -> None:
    different = "".join(f'<path d="M{n * 7919 % 9973} {n * 104729 % 99991}"/>' for n in range(9000))
    assert weight(different) > LARGEST_PICTURE
