"""A lesson's body is read as steps and the parts of each reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.problems import ContentError
from macros.source import Document, Position, read_lesson

BODY = """---
title: Keep it
---

## Think (2 minutes)

Hello.

!!! teacher "Say"
    Good morning.

    - Point.

!!! word "private"
    Only for you.

Bye.

## Quiz (1 minute)

{{ quiz("keep-it") }}
"""


def lesson(folder: Path, text: str) -> Document:
    (folder / "lesson.md").write_text(text, encoding="utf-8")
    return read_lesson(folder, "lesson.md")


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        lesson(folder, text)
    return str(caught.value).split("\n")


def parts(document: Document) -> list[dict[str, Any]]:
    return [part for step in document.data["steps"] for part in step["parts"]]


def test_steps_and_parts_are_read_in_order(tmp_path: Path) -> None:
    document = lesson(tmp_path, BODY)
    assert [(step["title"], step["minutes"]) for step in document.data["steps"]] == [("Think", "2"), ("Quiz", "1")]
    assert parts(document) == [
        {"kind": "everyone", "title": None, "text": "Hello."},
        {"kind": "teacher", "title": "Say", "text": "Good morning.\n\n- Point."},
        {"kind": "word", "title": "private", "text": "Only for you."},
        {"kind": "everyone", "title": None, "text": "Bye."},
        {"kind": "quiz", "title": None, "text": "keep-it"},
    ]


def test_a_part_knows_its_place(tmp_path: Path) -> None:
    document = lesson(tmp_path, BODY)
    assert document.position(("steps", 0, "parts", 1)) == Position(9, 1)
    assert document.position(("steps", 0, "minutes")) == Position(5, 11)
    assert document.position(("steps", 1, "title")) == Position(19, 4)


def test_what_stands_in_a_code_fence_is_only_text(tmp_path: Path) -> None:
    document = lesson(tmp_path, '---\na: 1\n---\n## One (1 minute)\n```\n## Two\n!!! teacher "x"\n```\n')
    assert [part["kind"] for part in parts(document)] == ["everyone"]


def test_a_step_without_minutes_is_left_for_the_model_to_refuse(tmp_path: Path) -> None:
    assert lesson(tmp_path, "---\na: 1\n---\n## One\n\nHello\n").data["steps"][0]["minutes"] is None


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('!!! teecher "Say"', "There is no block “teecher”. Did you mean “teacher”?"),
        (
            '??? teacher "Say"',
            'This block is not written as the page needs it. Write: !!! teacher "Title", with straight quotes.',
        ),
        (
            "!!! teacher “Say”",
            'This block is not written as the page needs it. Write: !!! teacher "Title", with straight quotes.',
        ),
        (
            '!!!teacher "Say"',
            'This block is not written as the page needs it. Write: !!! teacher "Title", with straight quotes.',
        ),
        ("!!! note", "There is no block “note”. There is “home”, “teacher”, “word”, “worksheet”."),
    ],
)
def test_a_block_that_is_not_ours_is_refused_so_that_its_words_never_become_everyones(
    tmp_path: Path, line: str, sentence: str
) -> None:
    assert told(tmp_path, f"---\na: 1\n---\n## One (1 minute)\n\n{line}\n    Secret.\n") == [
        f"lesson.md:6:1: {sentence}"
    ]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Hello\n", "lesson.md:4:1: Words stand before the first step. Begin with a heading “## Title (5 minutes)”."),
        (
            "!!! home\n    Hello\n",
            "lesson.md:4:1: This stands before the first step. Begin with a heading “## Title (5 minutes)”.",
        ),
        (
            "## One (1 minute)\n  !!! home\n    Hello\n",
            "lesson.md:5:1: “!!! home” must begin at the left margin.",
        ),
        (
            '## One (1 minute)\n!!! teacher "Say"\nHello\n',
            "lesson.md:5:1: “!!! teacher” has no words. Indent them by four spaces under this line.",
        ),
    ],
)
def test_a_mistake_in_the_body_has_its_sentence_and_place(tmp_path: Path, body: str, line: str) -> None:
    assert told(tmp_path, f"---\na: 1\n---\n{body}") == [line]


def test_steps_in_the_front_matter_are_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "---\na: 1\nsteps: []\n---\n") == [
        "lesson.md:3:1: Steps are written as headings “## Title (5 minutes)”, not here."
    ]


def test_front_matter_that_is_a_list_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "---\n- a\n---\n") == ["lesson.md:2:1: The front matter must be lines of “name: value”."]
