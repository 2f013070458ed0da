"""What all questions have in common."""

from __future__ import annotations

import pytest

from macros.models.questions.common import alike_texts


def test_a_full_stop_does_not_make_two_choices_differ() -> None:
    assert list(alike_texts(["Tell Nan", "Play on", "tell Nan."], "choices")) == [
        (("choices", 2, "text"), "“tell Nan.” says the same as number 1 above. Make them differ, or keep one.")
    ]


@pytest.mark.parametrize("text", ["I'm not sure", "I’m not sure.", "Not sure", "I don't know"])
def test_the_choice_that_is_added_by_itself_is_refused(text: str) -> None:
    assert list(alike_texts(["Yes", text], "choices")) == [
        (("choices", 1, "text"), f"“{text}” is added to every question by itself. Take it out here.")
    ]


def test_different_texts_are_left_alone() -> None:
    assert list(alike_texts(["Tell Nan", "Tell Dad"], "choices")) == []
