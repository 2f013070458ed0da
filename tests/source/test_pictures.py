"""A picture that a reader who cannot see it would miss is found."""

from __future__ import annotations

import pytest

from macros.source import read_pictures_without_words, read_tree

SENTENCE = "This picture has no alternative text. Say in a few words what it shows: ![a fox with a key](key.svg)."


@pytest.mark.parametrize("picture", ["![](key.svg)", "![ ](key.svg)"])
def test_a_picture_without_words_is_told(picture: str) -> None:
    found = read_pictures_without_words(read_tree(f"One\n\nTwo {picture}", "a.md"))
    assert [str(problem) for problem in found] == [f"a.md:3:5: {SENTENCE}"]


def test_a_picture_with_words_is_left_alone() -> None:
    assert read_pictures_without_words(read_tree("![A key](key.svg)", "a.md")) == []
