"""Help in other languages: each page in its own language and direction, and marked until a speaker has checked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.page import Page, text, with_class

HELP = "help/index.html"
# The letters of each language, and a word of its page's title; put down by hand.
LANGUAGES = {
    "help/in-arabic.html": ("ar", "rtl", "العربية", "مساعدة"),
    "help/in-polish.html": ("pl", "ltr", "Polski", "Pomoc"),
    "help/in-romanian.html": ("ro", "ltr", "Română", "Ajutor"),
    "help/in-ukrainian.html": ("uk", "ltr", "Українська", "Допомога"),
}
each = pytest.mark.parametrize("path", LANGUAGES)
# Who is rung, in the order of the English; looked up by hand in the list of help.
NUMBERS = ["999", "101", "111", "01632960111", "01632960191", "08001111", "08088005000", "101"]


@each
def test_a_page_says_its_language_and_its_direction(pages: dict[str, Page], path: str) -> None:
    letters, direction, _, word = LANGUAGES[path]
    (root,) = pages[path].all("html")
    assert (root.attrib["lang"], root.attrib["dir"]) == (letters, direction)
    (title,) = pages[path].all("h1")
    assert word in text(title)


@each
def test_what_stands_round_its_words_is_english_and_says_so(pages: dict[str, Page], path: str) -> None:
    for tag in ("header", "footer"):
        (element,) = pages[path].all(tag)
        assert (element.attrib["lang"], element.attrib["dir"]) == ("en-GB", "ltr")


@each
def test_it_has_the_same_numbers_as_the_english_in_its_order(pages: dict[str, Page], path: str) -> None:
    lists = list(pages[path].all("ol"))
    assert len(lists) == 2
    for numbered in lists:
        called = [link.attrib["href"].removeprefix("tel:") for link in numbered.iter("a")]
        assert [number for number in called if not number.startswith("mailto:")] == NUMBERS
        assert called.count("mailto:help@nspcc.org.uk") == 1


@each
def test_it_says_that_no_speaker_has_checked_it(pages: dict[str, Page], path: str) -> None:
    (marked,) = with_class(pages[path].tree, "translation__unchecked")
    assert text(marked)
    assert "This page has not yet been checked by a speaker of" in text(pages[path].tree)


@each
def test_the_help_page_leads_to_it_in_its_own_words(pages: dict[str, Page], path: str) -> None:
    letters, direction, name, _ = LANGUAGES[path]
    (link,) = [each for each in pages[HELP].all("a") if each.attrib.get("href") == path.removeprefix("help/")]
    assert text(link) == name
    assert (link.attrib["lang"], link.attrib["hreflang"], link.attrib["dir"]) == (letters, letters, direction)


def test_there_are_four_and_the_search_of_english_passes_them_over(pages: dict[str, Page], site: Path) -> None:
    assert {path for path in pages if path.startswith("help/in-")} == set(LANGUAGES)
    index = (site / "assets/javascripts/search-index.js").read_text(encoding="utf-8")
    assert HELP in index
    assert not [path for path in LANGUAGES if path in index]
