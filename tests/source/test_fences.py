"""Fenced code is found as CommonMark finds it; the expected lines are worked out by hand from its section 4.5."""

from __future__ import annotations

import pytest

from macros.source.fences import find_fences


@pytest.mark.parametrize(
    ("text", "inside", "unclosed"),
    [
        ("a\n```\nb\n```\nc", {1, 2, 3}, None),
        ("~~~\n```\n~~~\nc", {0, 1, 2}, None),
        ("````\n```\n````\nc", {0, 1, 2}, None),
        ("```\nb\n`````  \nc", {0, 1, 2}, None),
        ("```yaml\nb\n```yaml\nc", {0, 1, 2, 3}, 0),
        ("```three words``` make a lock.\nc", set(), None),
        ("~~~ with `ticks`\nb\n~~~", {0, 1, 2}, None),
        ("    ```\nb", set(), None),
        ("   ```\nb\n   ```\nc", {0, 1, 2}, None),
        ("``\nb\n``", set(), None),
        ("a\n```", {1}, 1),
    ],
)
def test_a_fence_is_found_with_all_that_stands_in_it(text: str, inside: set[int], unclosed: int | None) -> None:
    assert find_fences(text.split("\n")) == (frozenset(inside), unclosed)


def test_a_fence_in_a_block_is_found_where_blocks_are_nested() -> None:
    lines = ["!!! note", "    ```", "    # no heading", "    ```", "after"]
    assert find_fences(lines, deepest=None) == (frozenset({1, 2, 3}), None)
    assert find_fences(lines) == (frozenset(), None)
