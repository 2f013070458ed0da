"""A new lesson or quiz begins from a template that passes the check, and never in the place of another."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from macros.__main__ import main
from macros.commands.scaffold import FIRST_QUIZ, MINUTES, NotBegunError, new_lesson, new_quiz, types
from macros.content.library import PHASES
from macros.content.loader import read_library
from macros.models.questions import AnyQuestion
from tests.content.test_shape import MINUTES as MINUTES_AGREED
from tests.content.test_shape import QUESTIONS
from tests.copying import fingerprint

Capture = pytest.CaptureFixture[str]
TYPES = sorted(get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0]))
LESSON = "lessons/years-3-4/kind-words/lesson.md"
QUIZ = "quizzes/years-3-4/kind-words.yml"


def run(root: Path, capsys: Capture, *words: str) -> tuple[int, str, str]:
    code = main(["--root", str(root), "new", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_every_type_of_question_has_a_template() -> None:
    assert types() == TYPES


@pytest.mark.parametrize("phase", PHASES)
def test_a_new_lesson_passes_the_check_as_it_is_and_has_the_shape_of_its_age(project: Path, phase: str) -> None:
    assert new_lesson(project, f"{phase}/kind-words") == [
        f"lessons/{phase}/kind-words/lesson.md",
        f"quizzes/{phase}/kind-words.yml",
    ]
    entry = read_library(project).lessons["kind-words"]
    assert (entry.phase, entry.lesson.title, entry.quiz.title) == (phase, "Kind words", "Kind words")
    least, most = MINUTES_AGREED[phase]
    assert least <= entry.lesson.minutes == MINUTES[phase] <= most
    least, most = QUESTIONS[phase]
    assert least <= len(entry.quiz.questions) <= most
    assert tuple(question.type for question in entry.quiz.questions) == FIRST_QUIZ[phase]


@pytest.mark.parametrize("phase", PHASES)
def test_a_new_quiz_of_all_types_passes_the_check_at_every_age(project: Path, phase: str) -> None:
    new_lesson(project, f"{phase}/kind-words")
    (project / f"quizzes/{phase}/kind-words.yml").unlink()
    assert new_quiz(project, f"{phase}/kind-words", TYPES) == f"quizzes/{phase}/kind-words.yml"
    quiz = read_library(project).lessons["kind-words"].quiz
    assert [question.id for question in quiz.questions] == TYPES


def test_a_new_quiz_has_one_question_unless_types_are_named(project: Path) -> None:
    new_lesson(project, "years-3-4/kind-words")
    (project / QUIZ).unlink()
    new_quiz(project, "years-3-4/kind-words")
    assert [question.type for question in read_library(project).lessons["kind-words"].quiz.questions] == ["choose-one"]


def test_two_questions_of_one_type_have_ids_of_their_own(project: Path) -> None:
    new_lesson(project, "years-3-4/kind-words")
    (project / QUIZ).unlink()
    new_quiz(project, "years-3-4/kind-words", ["sort", "choose-one", "sort"])
    quiz = read_library(project).lessons["kind-words"].quiz
    assert [question.id for question in quiz.questions] == ["sort", "choose-one", "sort-2"]


def test_nothing_of_a_template_is_left_to_be_filled_in(project: Path) -> None:
    for phase in PHASES:
        for path in new_lesson(project, f"{phase}/words-{phase}"):
            text = (project / path).read_text(encoding="utf-8")
            for name in ("<id>", "<title>", "<question>", "<minutes>", "<activity>", "<work>"):
                assert name not in text


def test_the_command_says_what_it_wrote_and_what_comes_next(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path, capsys, "lesson", "years-3-4/kind-words") == (
        0,
        f"Written: {LESSON} and {QUIZ}.\n"
        "When it is taught: add its id to a half term in docs/_data/phases.yml.\n"
        "Its words are samples: change them, then check with “make check”.\n",
        "",
    )
    assert run(tmp_path, capsys, "quiz", "years-5-6/other", "--type", "match", "story", "--type", "sort") == (
        0,
        "Written: quizzes/years-5-6/other.yml.\n"
        "It has no lesson yet: python -m macros new lesson years-5-6/other\n"
        "Its words are samples: change them, then check with “make check”.\n",
        "",
    )
    text = (tmp_path / "quizzes/years-5-6/other.yml").read_text(encoding="utf-8")
    assert [line.split()[-1] for line in text.split("\n") if line.startswith("    type:")] == ["match", "story", "sort"]


def test_a_lesson_for_a_quiz_that_is_there_keeps_the_quiz(tmp_path: Path, capsys: Capture) -> None:
    new_quiz(tmp_path, "years-3-4/kind-words")
    (tmp_path / QUIZ).write_text("mine", encoding="utf-8")
    code, out, _ = run(tmp_path, capsys, "lesson", "years-3-4/kind-words")
    assert (code, out.split("\n")[0]) == (0, f"Written: {LESSON}.")
    assert (tmp_path / QUIZ).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("what", "path"), [("lesson", LESSON), ("quiz", QUIZ)])
def test_nothing_that_exists_is_overwritten(tmp_path: Path, capsys: Capture, what: str, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("mine", encoding="utf-8")
    before = fingerprint(tmp_path)
    assert run(tmp_path, capsys, what, "years-3-4/kind-words") == (
        1,
        "",
        f"{path} is there already, and is kept as it is. Choose another id, or change that file.\n",
    )
    assert fingerprint(tmp_path) == before


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / QUIZ).parent.mkdir(parents=True)
    (tmp_path / QUIZ).symlink_to(tmp_path / "elsewhere.yml")
    assert run(tmp_path, capsys, "quiz", "years-3-4/kind-words")[0] == 1
    assert not (tmp_path / "elsewhere.yml").exists()


def test_a_lesson_that_another_age_has_is_refused(project: Path, capsys: Capture) -> None:
    assert run(project, capsys, "lesson", "years-5-6/three-word-locks") == (
        1,
        "",
        "There is a lesson “three-word-locks” in years-3-4. Choose another id.\n",
    )


NO_ID = "is no id: small letters, digits and hyphens, at most 60, as in “kind-words”."


@pytest.mark.parametrize("what", ["lesson", "quiz"])
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("year-3-4/kind-words", "There is no phase “year-3-4”. Did you mean “years-3-4”?"),
        (
            "../kind-words",
            "There is no phase “..”. There is “early-years”, “years-1-2”, “years-3-4”, “years-5-6”.",
        ),
        ("kind-words", "“kind-words” is no place. Write the phase, “/” and the id: years-3-4/kind-words."),
        ("years-3-4/Kind Words", f"“Kind Words” {NO_ID} Did you mean “kind-words”?"),
        ("years-3-4/kind_words.yml", f"“kind_words.yml” {NO_ID} Did you mean “kind-words”?"),
        ("years-3-4/Kit's words", f"“Kit's words” {NO_ID} Did you mean “kits-words”?"),
        ("years-3-4/../../x", f"“../../x” {NO_ID} Did you mean “x”?"),
        ("years-3-4/é", f"“é” {NO_ID}"),
        (f"years-3-4/{'a' * 61}", f"“{'a' * 61}” {NO_ID} Did you mean “{'a' * 60}”?"),
    ],
)
def test_a_place_that_is_not_right_is_refused_with_the_nearest(
    tmp_path: Path, capsys: Capture, what: str, place: str, said: str
) -> None:
    assert run(tmp_path, capsys, what, place) == (1, "", f"{said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_type_that_is_not_known_is_refused_with_the_nearest_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NotBegunError) as caught:
        new_quiz(tmp_path, "years-3-4/kind-words", ["sort", "chose-one"])
    assert str(caught.value) == "There is no type of question “chose-one”. Did you mean “choose-one”?"
    assert list(tmp_path.iterdir()) == []
