"""The marking rule of quiz.js: one rule for every type of question, tested without a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools.node import run_node


def ask(root: Path, rule: str, answers: list[dict[str, object]]) -> object:
    """Call a rule of quiz.js under Node."""
    script = root / "docs" / "assets" / "javascripts" / "quiz.js"
    said = run_node("mark.cjs", str(script), rule, json.dumps(answers))
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


YES_YES = {"checked": True, "key": "yes"}
NO_NO = {"checked": False, "key": "no"}
NO_YES = {"checked": False, "key": "yes"}
YES_NO = {"checked": True, "key": "no"}
YES_MAY = {"checked": True, "key": "may"}
NO_MAY = {"checked": False, "key": "may"}


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ([YES_YES, NO_NO], True),
        ([YES_YES, YES_YES, NO_NO], True),
        ([YES_YES, YES_NO], False),
        ([YES_YES, NO_YES], False),
        ([NO_YES, NO_NO], False),
        ([NO_YES, YES_NO], False),
        ([YES_MAY, NO_MAY, NO_NO], True),
        ([NO_MAY, YES_MAY, NO_NO], True),
        ([NO_MAY, NO_MAY, YES_NO], False),
    ],
)
def test_an_answer_is_right_when_each_input_is_as_its_key_says(
    root: Path, answers: list[dict[str, object]], right: bool
) -> None:
    assert ask(root, "isRight", answers) is right


@pytest.mark.parametrize(
    ("names", "unanswered"),
    [
        ([("a", False), ("a", False)], True),
        ([("a", False), ("a", True)], False),
        ([("a", True), ("a", False)], False),
        ([("a", True), ("b", False)], True),
        ([("a", True), ("b", False), ("b", True)], False),
    ],
)
def test_a_question_is_unanswered_while_nothing_is_chosen_in_one_of_its_parts(
    root: Path, names: list[tuple[str, bool]], unanswered: bool
) -> None:
    answers: list[dict[str, object]] = [{"name": name, "checked": checked} for name, checked in names]
    assert ask(root, "isUnanswered", answers) is unanswered
