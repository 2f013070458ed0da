"""A note that is hidden from readers is published with the page, so it is told."""

from __future__ import annotations

import pytest

from macros.source import read_comments, read_tree

SENTENCE = (
    "A note in “<!-- … -->” is not shown, but anybody can read it in the page’s source. Take it out; a note for "
    "authors may stand at the top of the file between the lines “---”, on a line that begins with “#”."
)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<!-- Ask Mrs A about this -->", ["1:1"]),
        ("One\n\nTwo <!-- a --> three <!-- b -->", ["3:5", "3:22"]),
        ("<!--\nover\nlines\n-->", ["1:1"]),
        ('!!! teacher "Say"\n    <!-- not this -->', ["2:5"]),
        ("<!note>", ["1:1"]),
        ("<?php note ?>", ["1:1"]),
        ("<!-->", ["1:1"]),
        ("`code` <!-- a -->", ["1:8"]),
        ("\\`<!-- a -->`", ["1:3"]),
        ("```\n<!-- shown -->\n```\n<!-- not shown -->", ["4:1"]),
        ("---\ntitle: <!-- a -->\n---\n", ["2:8"]),
    ],
)
def test_a_note_is_told_where_it_begins(text: str, places: list[str]) -> None:
    assert [str(problem) for problem in read_comments(read_tree(text, "a.md"))] == [
        f"a.md:{at}: {SENTENCE}" for at in places
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three < four, and a <b>word</b>!",
        "Write `<!-- a note -->` like this, or ``<!-- ` -->``.",
        "```html\n<!-- a note -->\n```",
        '!!! teacher "Say"\n    ~~~\n    <!-- a note -->\n    ~~~',
        "---\n# a note for authors\ntitle: A\n---\n",
    ],
)
def test_what_is_shown_or_never_published_is_left_alone(text: str) -> None:
    assert read_comments(read_tree(text, "a.md")) == []
