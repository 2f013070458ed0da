"""A page is split into its front matter and its body."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.source.front_matter import body_of, read_as_the_host, read_front_matter, split_front_matter


def test_the_body_keeps_its_words_and_knows_its_first_line() -> None:
    document, body, line = split_front_matter("---\ntitle: No\n---\n\nHello\n---\n", "a.md")
    assert document.data == {"title": "No"}
    assert body == "\nHello\n---\n"
    assert line == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" \n", "a.md:1:1: This file is empty. Fill it in or delete it."),
        ("# Title\n", "a.md:1:1: The page must begin with a line “---” and its front matter."),
        ("---\ntitle: One\n", "a.md:1:1: The front matter has no end. Close it with a line “---”."),
        (
            "---\ntitle: One\n\n## A step\n\nHello\n\n---\n\nBye\n",
            "a.md:1:1: The front matter has no end. Close it with a line “---”.",
        ),
        ("---\n---\n", "a.md:2:1: This file is empty. Fill it in or delete it."),
        ("---\na: 1\na: 2\n---\n", "a.md:3:1: “a” is here twice; the first is on line 2. Keep one of them."),
    ],
)
def test_a_mistake_has_its_sentence_and_place(text: str, line: str) -> None:
    with pytest.raises(ContentError) as caught:
        split_front_matter(text, "a.md")
    assert str(caught.value) == line


def test_the_front_matter_alone_is_read_from_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n\nHello\n", encoding="utf-8")
    document = read_front_matter(tmp_path, "a.md")
    assert (document.path, document.data) == ("a.md", {"title": "A"})


def test_a_body_is_found_whatever_stands_above_it() -> None:
    assert body_of("---\n: : :\n---\nWords\n---\n") == ("Words\n---\n", 4)
    assert body_of("Words\n---\n") == ("", 1)
    assert body_of("---\nwithout an end") == ("", 1)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: Get help\nchecked: 2026-11-22\nlarge_print: yes", []),
        ('title: "2026"\nother: 7', []),
        (
            "title: 2026",
            ["a.md:2:8: “title” would be read as something other than words. Put what is after the colon in quotes."],
        ),
        (
            "title: No",
            ["a.md:2:8: “title” would be read as something other than words. Put what is after the colon in quotes."],
        ),
        ("checked: '2026-11-22'", ["a.md:2:10: “checked” needs no quotes. Take them out."]),
        ('large_print: "yes"', ["a.md:2:14: “large_print” needs no quotes. Take them out."]),
        ("title: >-\n  Get help", ["a.md:2:8: The title stands on one line, behind its colon. Write it there."]),
        ("checked: 2026-13-45", []),  # which the model tells
        ("title: *a", []),
    ],
)
def test_what_the_host_would_read_otherwise_is_told(front: str, told: list[str]) -> None:
    problems = read_as_the_host(
        f"---\n{front}\n---\nWords\n", "a.md", {"title": str, "checked": date, "large_print": bool}
    )
    assert [str(problem) for problem in problems] == told
