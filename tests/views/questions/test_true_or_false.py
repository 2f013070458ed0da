"""A statement is answered by True or by False."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_the_answer_of_the_file_is_right() -> None:
    question, written = shown("true-or-false"), PLAIN["true-or-false"]
    (part,) = question.parts
    right = {"True": written["answer"] == "yes", "False": written["answer"] != "yes"}
    assert {option.text: option.key == "yes" for option in part.options} == right
    assert [reason.words for reason in question.reasons] == [written["if_true"], written["if_false"]]
