"""The sentences that a person reads one by one are printed, with their places and a line to sign."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks.learner_words import NoPageError, Piece
from macros.commands.read_alone import SIGN, read_alone

FILE = "We keep it safe.\n\nPlay on. Nan says, \"It's our secret. Don't tell!\"\n"
OTHER = "Meet me – now.\nI breathe.\n"


@pytest.fixture
def words(tmp_path: Path) -> list[Piece]:
    (tmp_path / "a.md").write_text(FILE, encoding="utf-8")
    (tmp_path / "b.yml").write_text(OTHER, encoding="utf-8")
    return [
        Piece("Lesson: Locks", "a.md", 1, FILE),
        Piece("Lesson: Locks", "a.md", 1, "Never mind.", spoken=True),
        Piece("Story: Locks", "a.md", 1, "I breathe."),
        Piece("Quiz: Locks", "b.yml", 1, "Meet me – now."),
        Piece("Quiz: Locks", "b.yml", 2, "I breathe."),
    ]


def test_each_sentence_stands_on_a_line_of_its_own_by_page_with_its_place(tmp_path: Path, words: list[Piece]) -> None:
    assert list(read_alone(tmp_path, words)) == [
        "Lesson: Locks",
        "a.md:1: We keep it safe.",
        "a.md:3: Nan says, \"It's our secret.",
        "a.md:3: Don't tell!\"",
        "",
        "Quiz: Locks",
        "b.yml:1: Meet me – now.",
        "",
        "Each of the 4 sentences above was read alone: none tells a child to keep quiet, to go or to wait.",
        SIGN,
    ]


@pytest.mark.parametrize("wanted", [["quiz"], ["QUIZ"], ["b.yml"], ["b.yml", "story"]])
def test_only_the_pages_that_are_asked_for_are_given(tmp_path: Path, words: list[Piece], wanted: list[str]) -> None:
    assert list(read_alone(tmp_path, words, wanted))[:2] == ["Quiz: Locks", "b.yml:1: Meet me – now."]


def test_a_page_that_is_not_there_is_told(tmp_path: Path, words: list[Piece]) -> None:
    with pytest.raises(NoPageError) as caught:
        list(read_alone(tmp_path, words, ["quizz"]))
    assert str(caught.value) == ("No page for learners has “quizz” in its name or its file. Did you mean “quiz”?")


@pytest.mark.parametrize(
    "sentence",
    ["It's a secret.", "Secrets are odd.", "Never go.", "You must stop.", "You mustn't.", "They didn't tell.",
     "Do not tell.", "Tell no one.", "Keep it.", "He keeps on.", "She kept it.", "I promise.", "We promised.",
     "They meet.", "Let's go on meeting.", "We met him."],
)  # fmt: skip
def test_a_sentence_with_one_of_the_words_is_to_be_read(tmp_path: Path, sentence: str) -> None:
    (tmp_path / "a.md").write_text(sentence, encoding="utf-8")
    assert f"a.md:1: {sentence}" in list(read_alone(tmp_path, [Piece("Page: A", "a.md", 1, sentence)]))


@pytest.mark.parametrize("sentence", ["Tell someone.", "A keeper waves.", "Custard or mustard?", "Metal."])
def test_a_sentence_without_them_is_not(tmp_path: Path, sentence: str) -> None:
    (tmp_path / "a.md").write_text(sentence, encoding="utf-8")
    assert len(list(read_alone(tmp_path, [Piece("Page: A", "a.md", 1, sentence)]))) == 2


def test_the_command_prints_the_pages_of_the_site(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = "quizzes/years-3-4/three-word-locks.yml"
    line = change(path, "at_home: ", "at_home: Zip never naps. ")
    change("quizzes/years-1-2/keep-it-locked.yml", "at_home: ", "at_home: Zap never naps. ")
    assert main(["--root", str(project), "read-alone", "years-3-4"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"{path}:{line}: Zip never naps." in lines
    assert not [said for said in lines if "Zap" in said]
    assert lines[-1] == SIGN


def test_the_command_names_a_page_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "read-alone", "nonesuch"]) == 1
    assert "No page for learners has “nonesuch” in its name or its file." in capsys.readouterr().err


def test_what_it_prints_is_utf_8_on_every_machine(project: Path) -> None:
    page = project / "docs/help/children.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n\nKeep calm – “really”.\n", encoding="utf-8")
    command = [sys.executable, "-m", "macros", "--root", str(project), "read-alone", "help/children"]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "Keep calm – “really”." in done.stdout.decode("utf-8")
