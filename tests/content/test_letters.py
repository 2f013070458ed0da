"""The letters that the site serves are enough for every word that a learner reads."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont

from macros.content.library import Library
from tests.content.writing import for_learners

LETTERS = tuple(f"docs/assets/fonts/school-reader-{weight}.woff2" for weight in (400, 700))


def served(root: Path) -> set[str]:
    """Give the characters of which both weights have a drawing."""
    thin, bold = (set(TTFont(root / path).getBestCmap()) for path in LETTERS)
    return set(map(chr, thin & bold))


def lacking(text: str, letters: set[str]) -> list[str]:
    return sorted(set(text) - letters - {"\n"})


def test_every_letter_that_learners_read_is_served(root: Path, library: Library) -> None:
    letters = served(root)
    found = [
        f"{piece.path}: {' '.join(lack)}"
        for piece in for_learners(library, root)
        if (lack := lacking(piece.text, letters))
    ]
    assert not found, (
        "The learners' letters have no drawing for these. Use other words, or add them to the letters "
        "(docs/assets/fonts):\n" + "\n".join(found)
    )


def test_a_letter_that_is_not_served_is_found(root: Path) -> None:
    assert lacking("Ω and a", served(root)) == ["Ω"]
