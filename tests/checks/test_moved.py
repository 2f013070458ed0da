"""An old address leads to a page that there is, and to a place on it."""

from __future__ import annotations

import pytest

from macros.checks.moved import check_moved
from macros.models.moved import MovedPages
from macros.source import Outline, parse_yaml

PAGES = {"a/new.md": Outline("New", (), frozenset({"there"}), ()), "a/broken.md": None}


def told(row: str) -> list[str]:
    document = parse_yaml(f"moved:\n  - {{was: Old, {row}}}\n", "moved.yml")
    return [str(problem) for problem in check_moved(document, MovedPages.model_validate(document.data), PAGES)]


@pytest.mark.parametrize("to", ["a/new.md", "a/new.md#there", "a/broken.md#anywhere"])
def test_an_address_that_leads_somewhere_is_left_alone(to: str) -> None:
    assert told(f"from: a/old.html, to: {to}") == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "from: a/old.html, to: a/nev.md",
            "2:38: There is no page “a/nev.md” under docs/. Did you mean “a/new.md”?",
        ),
        (
            "from: a/old.html, to: a/new.md#their",
            "2:38: The page “a/new.md” has no place “their”. Did you mean “there”?",
        ),
        ("from: a/new.html, to: a/new.md", "2:22: There is a page at “a/new.html” again. Take this line out."),
    ],
)
def test_one_that_does_not_is_told(row: str, said: str) -> None:
    assert told(row) == [f"moved.yml:{said}"]
