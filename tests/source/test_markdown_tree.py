"""A page is read once, as blocks with their lines, their readers, and the place of every piece in them."""

from __future__ import annotations

import pytest

from macros.source.markdown_tree import Block, Inline, Tree, read_blocks, read_tree

PAGE = """---
title: A
---

## Think (2 minutes) { #think }

Hello, *you* and [a `friend`](../b.md "Title").
Ring {{ phone("childline") }}.

!!! teacher "Say **this**" key
    Good morning.

    - One ![A key](key.svg)
    - Two


    Still said.

Bye.
{ #bye }

| A | B |
| --- | --- |
| `a|b` | [c](d.md) |

```text
!!! teacher "No"
```
"""


def tree() -> Tree:
    return read_tree(PAGE, "docs/a.md")


def one(kind: str) -> Block:
    return next(block for block in tree().walk() if block.kind == kind)


def piece(kind: str, text: str) -> Inline:
    return next(found for _, found in read_tree(text, "docs/a.md").inlines() if found.kind == kind)


def test_blocks_are_in_order_and_know_their_lines() -> None:
    assert [(block.kind, block.line, block.end) for block in tree().blocks] == [
        ("heading", 5, 6),
        ("paragraph", 7, 9),
        ("box", 10, 18),
        ("paragraph", 19, 21),
        ("table", 22, 25),
        ("fence", 26, 29),
    ]


def test_a_box_says_whom_it_is_for_and_so_does_all_that_stands_in_it() -> None:
    box = one("box")
    assert (box.box, box.title, box.picture, box.mark) == ("teacher", "Say **this**", "key", "!!!")
    assert {block.audience for block in box.walk()} == {"teacher"}
    assert {block.audience for other in tree().blocks if other is not box for block in other.walk()} >= {"everyone"}
    assert [block.line for block in box.walk() if block.kind == "item"] == [13, 14]


@pytest.mark.parametrize("kind", ["home", "worksheet", "teacher"])
def test_a_box_for_adults_or_paper_is_never_for_everyone(kind: str) -> None:
    (box,) = read_blocks(f"!!! {kind}\n    - One\n\n        > Two\n")
    assert {block.audience for block in box.walk()} == {kind}


@pytest.mark.parametrize("kind", ["word", "aloud", "chat", "screen", "note"])
def test_any_other_box_is_for_everyone(kind: str) -> None:
    (box,) = read_blocks(f"!!! {kind}\n    One\n")
    assert {block.audience for block in box.walk()} == {"everyone"}


def test_an_id_is_taken_from_the_words() -> None:
    assert (one("heading").id, one("heading").level, one("heading").words) == ("think", 2, "Think (2 minutes)")
    assert [(block.id, block.words) for block in tree().blocks if block.line == 19] == [("bye", "Bye.")]


@pytest.mark.parametrize("text", ["{ #alone }", "Words { #within }", "Braces {a} b"])
def test_what_python_markdown_does_not_take_for_an_id_stays(text: str) -> None:
    assert [(block.id, block.words) for block in read_blocks(text)] == [("", text)]


@pytest.mark.parametrize(
    ("kind", "text", "place", "target"),
    [
        ("link", "See [help](../help.md#now).", (1, 5), ("../help.md#now", 1, 12)),
        ("link", "See [help\nfor all](help.md).", (1, 5), ("help.md", 2, 10)),
        ("link", '[a](<b c.md> "Title")', (1, 1), ("b c.md", 1, 5)),
        ("link", "[a]( my page.md )", (1, 1), ("my page.md", 1, 6)),
        ("link", "[a](b_(c).md)", (1, 1), ("b_(c).md", 1, 5)),
        ("link", "[a](javascript:alert(1))", (1, 1), ("javascript:alert(1)", 1, 5)),
        ("link", "[a]()", (1, 1), ("", 1, 5)),
        ("link", "> - [`code`](b.md)", (1, 5), ("b.md", 1, 14)),
        ("link", "A [b][k]\n\n[k]: c.md", (1, 3), ("c.md", 1, 3)),
        ("link", '{{ if_taught("a", "[b](c.md)") }}', (1, 20), ("c.md", 1, 24)),
        ("picture", "[![A key](key.png)](b.md)", (1, 2), ("key.png", 1, 11)),
        ("address", "At <https://example.org>.", (1, 4), ("https://example.org", 1, 5)),
        ("code", "A\n`` a ` b ``", (2, 1), ("", 0, 0)),
        ("call", 'A {{ fact("b") }}', (1, 3), ("", 0, 0)),
        ("html", "A <br> b", (1, 3), ("", 0, 0)),
    ],
)
def test_a_piece_knows_its_place_and_that_of_its_target(
    kind: str, text: str, place: tuple[int, int], target: tuple[str, int, int]
) -> None:
    found = piece(kind, text)
    assert (found.line, found.column) == place
    assert (found.target, found.target_line, found.target_column) == target


def test_a_piece_of_a_table_and_of_a_box_knows_its_place() -> None:
    places = {(found.kind, found.line, found.column) for _, found in tree().inlines()}
    assert {("code", 24, 3), ("link", 24, 11), ("strong", 10, 18), ("picture", 13, 11), ("call", 8, 6)} <= places


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("!!! note\n   Three spaces.", ["box", "paragraph"]),
        ("!!! note\nTouches.", ["box", "paragraph"]),
        ("  !!! note\n    One", ["paragraph"]),
        ("!!!note\n    One", ["paragraph"]),
        ("!!! note “One”\n    One", ["paragraph"]),
        ("Words\n!!! note\n    One", ["paragraph", "box"]),
        ("Far.\n---\nNear.", ["paragraph", "rule", "paragraph"]),
        ("```\n!!! note", ["fence"]),
        ("```three words``` make a lock.", ["paragraph"]),
        ('<div markdown="1">\nOne\n</div>\nTwo', ["html", "paragraph", "html", "paragraph"]),
    ],
)
def test_a_block_begins_and_ends_where_it_does_for_the_host(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in read_blocks(text)] == kinds


@pytest.mark.parametrize(
    ("text", "closed"),
    [("```\na\n```", True), ("```\na", False), ("~~~\n```\n~~~", True), ("````\n```", False), ("```", False)],
)
def test_a_fence_knows_whether_it_is_closed(text: str, closed: bool) -> None:
    assert [block.closed for block in read_blocks(text)] == [closed]


def test_the_lines_of_a_chat_are_no_markdown() -> None:
    (box,) = read_blocks('!!! chat "Us"\n    - Ines made *this*\n    Bo, 16:05: [a](b.md)\n')
    assert (box.text, box.children) == ("- Ines made *this*\nBo, 16:05: [a](b.md)", ())


def test_what_is_raw_to_the_engine_is_read_without_its_braces() -> None:
    assert [found.kind for found in read_blocks('A {% raw %}{{ quiz("a") }}{% endraw %} b')[0].inlines] == ["text"]


def test_a_macro_is_read_with_its_place_wherever_it_stands() -> None:
    read = read_tree('---\na: 1\n---\n```\n{{ quiz("a") }}\n```\n{% x %}\n', "docs/a.md")
    assert [(call.name, call.line, call.column) for call in read.calls] == [("quiz", 5, 1)]
    assert [problem.line for problem in read.refused] == [7]


@pytest.mark.parametrize(
    "text", [">" * 5000 + " a", "- " * 3000 + "a", "[" * 5000, "*" * 5000, "`" * 4999, "\n" * 9999]
)
def test_rubbish_is_read_too(text: str) -> None:
    assert isinstance(read_blocks(text), tuple)


def test_a_page_without_front_matter_is_all_body() -> None:
    read = read_tree("# One\n", "docs/a.md")
    assert (read.first_line, read.blocks[0].line) == (1, 1)
