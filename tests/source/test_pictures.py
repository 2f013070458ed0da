"""A picture that a reader who cannot see it would miss is found."""

from __future__ import annotations

import pytest

from macros.source import read_pictures_without_words

SENTENCE = "This picture has no alternative text. Say in a few words what it shows: ![a fox with a key](key.svg)."


@pytest.mark.parametrize("picture", ["![](key.svg)", "![ ](key.svg)", '<img src="key.svg">', '<IMG src="a" width="2">'])
def test_a_picture_without_words_is_told(picture: str) -> None:
    found = read_pictures_without_words(f"One\n\nTwo {picture}", "a.md")
    assert [str(problem) for problem in found] == [f"a.md:3:5: {SENTENCE}"]


@pytest.mark.parametrize(
    "picture", ["![A key](key.svg)", '<img src="key.svg" alt="A key">', '<img alt="" src="line.svg">']
)
def test_a_picture_with_words_or_that_says_it_decorates_is_left_alone(picture: str) -> None:
    assert read_pictures_without_words(picture, "a.md") == []
