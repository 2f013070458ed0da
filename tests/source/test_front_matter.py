"""A page is split into its front matter and its body."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.source.front_matter import read_front_matter, split_front_matter


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
