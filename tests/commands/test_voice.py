"""The report of the voice: where the words are stiff, and how each lesson's sentences measure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.checks.learner_words import NoPageError, Piece
from macros.commands.voice import Measure, hits, report, story_of
from macros.models.lesson import Lesson, Message, Part, Step
from macros.models.voice_pattern import VoicePattern

WHOM = VoicePattern.model_validate({"id": "whom", "where": "all", "find": r"\b[Ww]hom\b", "say": "who"})
MADE = VoicePattern.model_validate({"id": "made", "where": "adults", "find": "made for", "say": "suitable from"})


def lesson(*parts: Part) -> Lesson:
    construct: Any = Lesson.model_construct  # the other fields say nothing here
    made: Lesson = construct(title="Locks", steps=(Step(title="One", minutes=1, parts=parts),))
    return made


def measured(text: str, *, spoken: bool = False) -> Measure:
    measure = Measure()
    measure.add(text, spoken=spoken)
    return measure


def test_each_place_is_told_with_file_line_and_column_and_what_to_say(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Hello.\n\nTell someone. To whom? It's made for six.\n", encoding="utf-8")
    piece = Piece("Lesson: Locks", "a.md", 1, (tmp_path / "a.md").read_text(encoding="utf-8"))
    assert list(hits(tmp_path, [piece], "children", [WHOM, MADE])) == ["a.md:3:15: whom: To whom? → who"]
    assert list(hits(tmp_path, [piece], "adults", [MADE])) == ["a.md:3:24: made: It's made for six. → suitable from"]


def test_sentences_are_counted_by_their_words() -> None:
    measure = measured("Pip ran home. Nan laughed at the big red hat!")
    assert (measure.words, measure.average, measure.longest) == (10, 5.0, 7)
    assert (Measure().average, Measure().longest) == (0, 0)


@pytest.mark.parametrize(
    ("text", "contracted", "whole"),
    [
        ('"Don\'t," said Nan. "It is hot."', 1, 1),
        ("Nan said, “I’ll help. You’re safe, and I cannot stop.”", 2, 1),
        ("It is hot. I do not know.", 0, 0),
        ("\"That is Kit's bag, and it's Nan's.\"", 1, 1),
        ('"Let us go." "Let\'s!"', 1, 1),
    ],
)
def test_only_speech_is_asked_whether_it_contracts(text: str, contracted: int, whole: int) -> None:
    measure = measured(text)
    assert (measure.contracted, measure.whole) == (contracted, whole)
    assert measure.share == (contracted / (contracted + whole) if contracted + whole else None)


def test_a_chat_is_speech_without_quotation_marks() -> None:
    assert measured("it's me, I am here", spoken=True).share == 0.5


def test_someone_and_somebody_are_told_apart() -> None:
    measure = measured("Someone told no one. Everybody knew, and nobody else did.")
    assert (measure.someone, measure.somebody) == (2, 2)


def test_the_story_is_what_is_read_aloud_or_else_what_stands_by_its_pictures_and_chats() -> None:
    scene = Part(kind="everyone", text='{{ scene("locks/one") }}\n\nKit ran.')
    cast = Part(kind="everyone", text='{{ picture("cast/kit-calm", alt="Kit.") }}\n\nWork with a partner.')
    task = Part(kind="everyone", text='{{ picture("symbols/stop", alt="A hand.") }}\n\nWork alone.')
    messages = (Message(who="Ines", when="16:05", words="Are you coming?"), Message(kind="typing", who="Leo"))
    chat = Part(kind="chat", title="Year 6", text="-", messages=messages)
    prose, chats = story_of(lesson(scene, chat, Part(kind="everyone", text="Off she went."), cast, task))
    assert (prose.lengths, chats.lengths) == ([2, 3], [3])
    assert story_of(lesson(cast, task))[0].lengths == [4]
    assert story_of(lesson(scene, Part(kind="aloud", text="Kit ran all the way home.")))[0].lengths == [6]


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoPageError, match="No page has “locks” in its name or its file"):
        list(report(tmp_path, [WHOM], [], {}, ["locks"]))


def test_the_command_prints_the_places_of_the_site_and_a_table(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = "quizzes/years-3-4/three-word-locks.yml"
    line = change(path, "at_home: ", "at_home: Zip asks whom. ")
    assert main(["--root", str(project), "voice", "three-word-locks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [said for said in lines if said.startswith(f"{path}:{line}:") and "whom: Zip asks whom. → who" in said]
    assert [said.split(" |")[0] for said in lines if said.startswith("| years-")] == ["| years-3-4/three-word-locks"]
    assert main(["--root", str(project), "voice", "nonesuch"]) == 1


@pytest.mark.parametrize("command", ["voice", "read-alone"])
def test_a_report_that_is_read_no_further_ends_without_a_traceback(project: Path, command: str) -> None:
    shell = f"{sys.executable} -m macros --root {project} {command} | head -1"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
