"""A page in large print has the words of the page, and a title and a layout of its own."""

from __future__ import annotations

import pytest
import yaml

from macros.views.large_print import large_print_of, large_print_path

FRONT = "title: Get help\ntemplate: help.html\nlarge_print: yes\nchecked: 2026-11-22\n"
PAGE = f"---\n{FRONT}---\n\n# Get help\n\n---\n\nCall.\n"


def test_the_words_are_the_same_and_the_front_matter_is_its_own() -> None:
    made = large_print_of(PAGE)
    assert made is not None
    _, front, words = made.split("---\n", 2)
    assert words == "\n# Get help\n\n---\n\nCall.\n"
    meta = yaml.safe_load(front)
    assert (meta["title"], meta["template"], meta["large"]) == ("Get help, in large print", "large.html", True)
    assert meta["search"] == {"exclude": True}
    assert "large_print" not in meta
    assert str(meta["checked"]) == "2026-11-22"


def test_a_title_in_quotes_keeps_one_pair() -> None:
    made = large_print_of(PAGE.replace("Get help\nt", '"Help: now"\nt'))
    assert made is not None
    assert 'title: "Help: now, in large print"\n' in made


def test_a_page_that_does_not_ask_for_it_has_none() -> None:
    assert large_print_of(PAGE.replace("large_print: yes\n", "")) is None
    assert large_print_of("Words alone, and large_print: yes\n") is None


def test_the_file_stands_beside_the_page() -> None:
    assert large_print_path("parents/print/leaflet.md") == "parents/print/leaflet-large.md"
    assert large_print_path("help/index.html") == "help/index-large.html"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("'Three minutes: tonight'", "Three minutes: tonight, in large print"),
        ("'It''s late'", "It's late, in large print"),
        ('"Say \\"no\\""', 'Say "no", in large print'),
        ('The "big" day', 'The "big" day, in large print'),
    ],
)
def test_a_title_is_the_same_however_it_was_quoted(typed: str, title: str) -> None:
    made = large_print_of(PAGE.replace("title: Get help", f"title: {typed}"))
    assert made is not None
    assert yaml.safe_load(made.split("---\n")[1])["title"] == title
