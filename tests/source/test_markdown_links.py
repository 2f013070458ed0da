"""The links and pictures of a page are found, each with its place."""

from __future__ import annotations

import pytest

from macros.source.markdown_links import Link, links_of, read_unended
from macros.source.markdown_tree import read_blocks


def found(text: str) -> list[Link]:
    return list(links_of(read_blocks(text)))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("See [help](../help/index.md#now).", Link("../help/index.md#now", 1, 12)),
        ("\nSee [help\nfor all](help.md).", Link("help.md", 3, 10)),
        ("![A key](my key.png)", Link("my key.png", 1, 10, True)),
        ("[a](b.md 'Title')", Link("b.md", 1, 5)),
        ('[a](<b c.md> "Title")', Link("b c.md", 1, 5)),
        ("[a]( b.md )", Link("b.md", 1, 6)),
        ("[a](b_(c).md)", Link("b_(c).md", 1, 5)),
        ("[a]()", Link("", 1, 5)),
        ("[`code`](b.md)", Link("b.md", 1, 10)),
        ("<https://example.org>", Link("https://example.org", 1, 2)),
    ],
)
def test_a_link_is_found_with_its_place(text: str, link: Link) -> None:
    assert found(text) == [link]


def test_a_picture_in_a_link_is_found_with_it() -> None:
    assert found("[![A key](key.png)](b.md)") == [Link("key.png", 1, 11, True), Link("b.md", 1, 21)]


def test_a_link_within_the_words_of_a_macro_is_found() -> None:
    assert [link.target for link in found('{{ if_taught("[a](b.md)", "[c](d.md)") }}')] == ["b.md", "d.md"]


@pytest.mark.parametrize("text", ["`[a](b.md)`", "```\n[a](b.md)\n```", "[a] (b.md)", "[a][b]", "a](b"])
def test_what_is_no_link_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_a_link_without_an_end_is_told() -> None:
    problems = read_unended(read_blocks("See [a](b.md"), "a.md")
    assert [str(problem) for problem in problems] == [
        "a.md:1:9: The address of this link has no end on its line. Close it with “)”."
    ]
