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


def test_a_line_of_three_hyphens_begins_a_new_page_with_the_part_after_it(tmp_path: Path) -> None:
    body = BODY.replace("Bye.", 'Bye.\n\n---\n\n!!! word "kept"\n    Looked after.\n\nFar.\n---\n\nNear.\n\n---')
    read = parts(lesson(tmp_path, body))
    assert [part["text"] for part in read] == [
        *("Hello.", "Good morning.\n\n- Point.", "Only for you.", "Bye.", "Looked after.", "Far.", "Near.", "keep-it")
    ]
    assert [part["text"] for part in read if part.get("new_page")] == ["Looked after.", "Near."]


def test_one_slip_above_the_first_step_is_told_once(tmp_path: Path) -> None:
    many = 'One.\n\nTwo.\n\n!!! teacher "Say"\n    Three.\n\nFour.\n'
    assert told(tmp_path, BODY.replace("\n## Think", f"\n{many}\n## Think", 1)) == [
        "lesson.md:5:1: Words stand before the first step. Begin with a heading “## Title (5 minutes)”."
    ]


def test_indented_lines_that_stand_together_are_told_once(tmp_path: Path) -> None:
    (said,) = told(
        tmp_path, BODY.replace("\n## Think", "\n## First (5 minutes)\n\n   One.\n   Two.\n   Three.\n\n## Think", 1)
    )
    assert said.startswith(
        "lesson.md:7:1: These words are indented and belong to no block, so a child would read them."
    )


def test_no_page_is_begun_before_the_first_step(tmp_path: Path) -> None:
    assert told(tmp_path, BODY.replace("\n## Think", "\n---\n\n## Think")) == [
        "lesson.md:5:1: Words stand before the first step. Begin with a heading “## Title (5 minutes)”."
    ]


def test_words_stand_where_the_first_of_them_does(tmp_path: Path) -> None:
    document = lesson(tmp_path, BODY.replace("\nHello.", "\n\n\nHello."))
    assert document.position(("steps", 0, "parts", 0)) == Position(9, 1)


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
        (
            "!!! note",
            "There is no block “note”. There is “aloud”, “chat”, “home”, “screen”, “teacher”, “word”, “worksheet”.",
        ),
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


CHAT = """---
a: 1
---
## One (1 minute)

!!! chat "Year 6" bo
    - Ines made this group
    Ines, Monday 16:05: Coming?
    Bo, 16.06: Yes: at four
    Sam, Monday: [sticker: a dancing cat]
    Leo is typing
"""


def test_a_chat_is_read_line_by_line(tmp_path: Path) -> None:
    [part] = parts(lesson(tmp_path, CHAT))
    assert (part["kind"], part["title"], part["picture"]) == ("chat", "Year 6", "bo")
    assert part["messages"] == [
        {"kind": "notice", "words": "Ines made this group"},
        {"kind": "words", "who": "Ines", "when": "Monday 16:05", "words": "Coming?"},
        {"kind": "words", "who": "Bo", "when": "16.06", "words": "Yes: at four"},
        {"kind": "sticker", "who": "Sam", "when": "Monday", "words": "sticker: a dancing cat"},
        {"kind": "typing", "who": "Leo"},
    ]


@pytest.mark.parametrize("line", ["Ines: Coming?", "Ines, 16:05:", "16:05: Coming?", "Coming?", "Ines, soon: Coming?"])
def test_a_line_of_a_chat_without_a_name_a_time_or_words_is_refused_in_its_place(tmp_path: Path, line: str) -> None:
    [sentence] = told(tmp_path, CHAT.replace("Sam, Monday: [sticker: a dancing cat]", line))
    assert sentence.startswith("lesson.md:10:5: A line of a chat says who, when and what: Ines, 16:05: Coming?")


def test_a_screen_is_read_line_by_line_and_a_line_without_a_label_is_refused(tmp_path: Path) -> None:
    text = '---\na: 1\n---\n## One (1 minute)\n\n!!! screen "Sign up" sign-up\n    Name: stormfox\n    Birthday:\n'
    [part] = parts(lesson(tmp_path, text))
    assert part["rows"] == [{"label": "Name", "value": "stormfox"}, {"label": "Birthday", "value": None}]
    assert told(tmp_path, text + "    Everyone\n") == [
        "lesson.md:9:5: A line of a screen says what it is and what it shows: Who can see this: Everyone"
    ]
