"""Whatever a slip makes of the content, it is read as it was typed or refused in a sentence with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.source import lesson_page
from tests.fuzz.cases import CASES, OWN, slips
from tests.fuzz.judge import Judge
from tests.fuzz.quiz_lines import UnclearError, read_lines
from tests.fuzz.slips import KINDS, Slip, broken
from tests.fuzz.worker import Worker, prepared, texts_of

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
QUIZZES = sorted((Path(__file__).parents[2] / "quizzes").glob("*/*.yml"))


@pytest.mark.parametrize("file", QUIZZES, ids=lambda file: file.stem)
def test_the_reader_by_lines_can_read_every_quiz(file: Path) -> None:
    read = read_lines(file.read_text(encoding="utf-8"))
    assert list(read)[:3] == ["title", "can_do", "at_home"]
    assert all(question["text"] and question["type"] for question in read["questions"])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: one\nb: 'it''s: two'", {"a": "one", "b": "it's: two"}),
        ('a: "one \\"two\\" # three"', {"a": 'one "two" # three'}),
        ("a: use #kindness today", {"a": "use #kindness today"}),
        ("a: use # kindness\n# a note\nb:", {"a": "use # kindness", "b": None}),
        ("a:\n  - b: 1\n    c: 2\n  - b: 3", {"a": [{"b": "1", "c": "2"}, {"b": "3"}]}),
        ("a:\n- one\n- two", {"a": ["one", "two"]}),
        ("a: [one, 'two, three']", {"a": ["one", "two, three"]}),
        ("- {id: on, text: One two}", [{"id": "on", "text": "One two"}]),
        ("a: one\n  two\nb: three", {"a": "one two", "b": "three"}),
    ],
)
def test_the_reader_by_lines_reads_as_a_person_does(text: str, read: object) -> None:
    assert read_lines(text) == read


@pytest.mark.parametrize(
    "text", ["", "a: >-\n  b", "a: &b c", "a: b\na: c", "a: b: c", "a", "a: [b", "  a: b\nc: d", "---"]
)
def test_the_reader_by_lines_says_when_it_cannot_tell(text: str) -> None:
    with pytest.raises(UnclearError):
        read_lines(text)


def test_each_kind_of_slip_changes_something_and_the_same_numbers_do_the_same() -> None:
    texts = {"a.yml": "a: one\n  - b: two\n\nc: three\n"}
    for kind in KINDS:
        changed = [broken(texts, [Slip("a.yml", kind, at, at)]) for at in range(40)]
        assert any(changed), kind
        assert changed == [broken(texts, [Slip("a.yml", kind, at, at)]) for at in range(40)]


def test_each_fault_is_seen_when_the_site_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = prepared(tmp_path / "project")
    texts = texts_of(root)
    judge = Judge(root, texts)
    hidden = {QUIZ: texts[QUIZ].replace("text: kitfox2026", "text: kitfox # 2026", 1)}
    assert hidden[QUIZ] != texts[QUIZ]
    assert judge.judge(hidden) == judge.judge({}) == ""
    monkeypatch.setattr("macros.source.yaml_text._Reader.refuse_note", lambda *_: None)

    def mistaken(body: Any, number: int, kind: str, title: str | None, *more: Any, **named: Any) -> None:
        add_part(body, number, "everyone" if title == "How" else kind, title, *more, **named)

    add_part = lesson_page._Body.add_part
    monkeypatch.setattr(lesson_page._Body, "add_part", mistaken)
    # Words on another page make that too long, and are missed in the minutes: this would be told as well.
    for check in ("check_spread_length", "check_lesson_minutes"):
        monkeypatch.setattr(f"macros.content.checking.{check}", lambda *_: [])
    judge = Judge(root, texts)
    assert judge.judge(hidden).startswith("CHANGED: quiz.questions[0].choices[0].text: “kitfox # 2026” is typed")
    assert judge.judge({LESSON: texts[LESSON] + "\n"}).startswith("LEAKED: three-word-locks: everyone reads the ")
    monkeypatch.setattr("tests.fuzz.judge.read_library", None)
    assert judge.judge(hidden).startswith("TRACEBACK: TypeError in judge.py:judge: ")
    assert texts_of(root) == texts


def test_what_takes_too_long_is_ended_and_the_next_copy_is_judged(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as short:
        short.setattr("tests.fuzz.worker.LIMIT", 0.001)
        assert worker.judge([Slip(QUIZ, "delete", 100, 1)]) == "HANG: it takes more than 0.001 seconds"
    assert worker.judge([]) == ""


@settings(CASES)
@given(data=st.data())
def test_a_broken_lesson_or_quiz_is_told_or_taken_as_it_was_typed(worker: Worker, data: st.DataObject) -> None:
    assert worker.judge(data.draw(slips(path for path in worker.texts if path.startswith(OWN)))) == ""
