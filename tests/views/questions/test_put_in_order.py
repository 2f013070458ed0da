"""Steps are mixed, and each has its place to choose."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_steps_are_shown_mixed_and_the_right_number_is_the_place_in_the_file() -> None:
    question = shown("put-in-order")
    right = [step["text"] for step in PLAIN["put-in-order"]["steps"]]
    asked = [str(part.text) for part in question.parts]
    assert sorted(asked) == sorted(right)
    assert asked != right
    for part in question.parts:
        number = next(option.text for option in part.options if option.key == "yes")
        assert right[int(number) - 1] == part.text
