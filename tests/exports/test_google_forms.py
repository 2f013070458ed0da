"""The script for Google Forms, run with a stand-in for Google's service: it makes the form and does nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from macros.exports.google_forms import BEGIN, google_forms
from macros.exports.items import plain_quiz
from macros.models.quiz import Quiz
from tests.exports.hostile import HOSTILE
from tests.tools.node import run_node

# Keeps what it is told; anything that Google's service does not know would be an error.
STAND_IN = """
const fs = require("fs"), vm = require("vm");
const made = process.argv.slice(2).map(function (path) {
  const form = { items: [], published: false };
  function item(kind) {
    const kept = { kind: kind };
    form.items.push(kept);
    return {
      setTitle(text) { kept.title = text; }, setPoints(points) { kept.points = points; },
      setChoices(choices) { kept.choices = choices; },
      createChoice(text, right) { return [text, right]; },
      setFeedbackForCorrect(text) { kept.right = text; }, setFeedbackForIncorrect(text) { kept.notYet = text; },
    };
  }
  const FormApp = {
    create(title) {
      form.title = title;
      return {
        setIsQuiz(on) { form.quiz = on; }, setCollectEmail(on) { form.email = on; },
        addCheckboxItem() { return item("checkbox"); }, addMultipleChoiceItem() { return item("radio"); },
        setPublished(on) { form.published = on; }, getEditUrl() { return "address"; },
      };
    },
    createFeedback() { return { setText(text) { return { build() { return text; } }; } }; },
  };
  const place = vm.createContext({ FormApp: FormApp, Logger: { log() {} } });
  vm.runInContext(fs.readFileSync(path, "utf8"), place);
  const before = JSON.stringify(form.items) + form.title;
  vm.runInContext("makeForm()", place);
  form.names = Object.keys(place);
  form.before = before;
  return form;
});
console.log(JSON.stringify(made));
"""


def run(folder: Path, quizzes: Sequence[Quiz]) -> list[dict[str, Any]]:
    """Run the script of each quiz; give the forms."""
    (folder / "stand-in.js").write_text(STAND_IN, encoding="utf-8")
    paths = []
    for number, quiz in enumerate(quizzes):
        content = google_forms(plain_quiz(quiz)).content
        assert isinstance(content, str)
        paths.append(folder / f"{number}.js")
        paths[-1].write_text(content, encoding="utf-8")
    said = run_node(str(folder / "stand-in.js"), *map(str, paths))
    assert said.returncode == 0, said.stderr
    forms: list[dict[str, Any]] = json.loads(said.stdout)
    return forms


@pytest.fixture(scope="module")
def form(examples: Quiz, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return run(tmp_path_factory.mktemp("form"), [examples])[0]


def test_the_form_is_a_quiz_that_asks_for_no_address(form: dict[str, Any]) -> None:
    assert (form["title"], form["quiz"], form["email"]) == ("Examples", True, False)


def test_children_can_open_the_form(form: dict[str, Any]) -> None:
    assert form["published"] is True


def test_nothing_is_made_before_the_teacher_presses_run(form: dict[str, Any]) -> None:
    assert form["before"] == "[]undefined"


def test_every_question_has_its_kind_its_answers_and_its_reasons(form: dict[str, Any]) -> None:
    assert len(form["items"]) == 14
    assert [item["kind"] for item in form["items"]].count("checkbox") == 1
    assert form["items"][0] == {
        "kind": "radio",
        "title": "Kit needs a password. Which is the strongest?",
        "choices": [
            ["kitfox2026", False],
            ["lamp river cactus", True],
            ["p@ssw0rd!", False],
            ["I’m not sure", False],
        ],
        "points": 1,
        "right": "It's long, and it gives nothing about Kit away.",
        "notYet": "“kitfox2026”: It's nice and long. Could anyone who knows Kit guess her name and the year? "
        "“p@ssw0rd!”: Lots of people think that. But computers know all those swaps, so three plain words are safer. "
        "“I’m not sure”: Asking is good. Ask someone, then have another go.",
    }
    assert [text for text, right in form["items"][1]["choices"] if right] == [
        "Only people I know can see it",
        "My location is off",
    ]


def test_a_part_has_one_reason_for_all_other_answers(form: dict[str, Any]) -> None:
    item = form["items"][2]
    assert item["right"] == "It doesn't give away where Kit is."
    assert item["notYet"].startswith("It's good to be careful.")
    assert item["notYet"].count("It's good to be careful.") == 1


def test_no_text_is_anything_but_words(filled: Callable[[str], Quiz], tmp_path: Path) -> None:
    usual = run(tmp_path, [filled("Plain")])[0]
    for text, form in zip(HOSTILE, run(tmp_path, [filled(text) for text in HOSTILE]), strict=True):
        quiz = plain_quiz(filled(text))
        assert form["names"] == usual["names"], text
        assert form["title"] == quiz.title
        assert [item["kind"] for item in form["items"]] == [item["kind"] for item in usual["items"]]
        for asked, item in zip(quiz.questions[:2], form["items"], strict=False):
            assert item["title"] == asked.text
            assert [choice for choice, _ in item["choices"][:-1]] == [answer.text for answer in asked.items[0].answers]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_words_are_written_with_plain_letters_alone(filled: Callable[[str], Quiz], text: str) -> None:
    content = google_forms(plain_quiz(filled(text))).content
    assert isinstance(content, str)
    assert content.isascii()
    (line,) = [line for line in content.split("\n") if line.startswith(BEGIN)]
    words = line.removeprefix(BEGIN).removesuffix(");")
    assert not set("<>&'`/${}") & set(words)
    data = json.loads(json.loads(words))
    assert data["title"] == plain_quiz(filled(text)).title
    usual = google_forms(plain_quiz(filled("Plain"))).content
    assert isinstance(usual, str)
    assert content.replace(line, "") == "\n".join("" if each.startswith(BEGIN) else each for each in usual.split("\n"))


def test_the_same_quiz_gives_the_same_file(examples: Quiz) -> None:
    assert google_forms(plain_quiz(examples)) == google_forms(plain_quiz(examples.model_copy()))
