"""The letters that the site serves are enough for every word that a learner reads."""

from __future__ import annotations

import re
from pathlib import Path

from macros.content.library import Library
from tests.content.writing import for_learners

STYLE = "docs/assets/stylesheets/tokens.css"
RANGES = re.compile(r"unicode-range: ([^;]+);")
BETWEEN = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


def served(style: str) -> set[str]:
    """Give the characters for which a style sheet's letters are fetched."""
    (one,) = set(RANGES.findall(style))  # both weights say the same
    return {
        chr(code) for first, last in BETWEEN.findall(one) for code in range(int(first, 16), int(last or first, 16) + 1)
    }


def lacking(text: str, letters: set[str]) -> list[str]:
    return sorted(set(text) - letters - {"\n"})


def test_every_letter_that_learners_read_is_served(root: Path, library: Library) -> None:
    letters = served((root / STYLE).read_text(encoding="utf-8"))
    found = [
        f"{piece.path}: {' '.join(lack)}"
        for piece in for_learners(library, root)
        if (lack := lacking(piece.text, letters))
    ]
    assert not found, (
        "The learners' letters have no drawing for these. Use other words, or add them to the letters "
        "(docs/assets/fonts):\n" + "\n".join(found)
    )


def test_a_letter_that_is_not_served_is_found() -> None:
    assert lacking("Ω and a", served("unicode-range: U+20-7E;")) == ["Ω"]
