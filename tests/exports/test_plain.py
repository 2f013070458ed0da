"""Words without marks are the words that a page shows; what nobody sees is taken out."""

from __future__ import annotations

import re

import html5lib
import pytest

from macros.checks.quiz_quality import texts_of
from macros.content.library import Library
from macros.design.rendering import inline_markdown
from macros.exports.plain import has_hidden, plain
from tests.site.page import text as words_of
from tests.site.page import tidy

_inline = inline_markdown()


def on_a_page(markdown: str) -> str:
    """Give the words that the page itself shows: the renderer of pages is the oracle here, and exports its peer."""
    html = re.sub(r"<[^>]*>", "", str(_inline(markdown)))
    return tidy(words_of(html5lib.parse(html, namespaceHTMLElements=False)))


@pytest.mark.parametrize(
    "text",
    [
        "Pause. **Tell.** Sort it *together*.",
        "***Both***, and **one *in* another**",
        "Type `a*b*c` and ``a`b``",
        r"A \*star\* and a \`tick\` and a \\ slash",
        "2 * 3 and 4 * 5",
        "*a *",
        "* a*",
        "**a **b",
        "a*b*c and 2**3**4",
        "one * star",
        "** ** and ``",
        "snake_case and ___ gap",
        "<b>bold</b> & “quoted”",
        "  many \n\n lines\tand tabs ",
        r"C:\Users\me",
        "`code` then *`code` in emphasis*",
        "\\",
        "[a](b) {c} #d ~e~ ^f^",
    ],
)
def test_the_words_are_those_that_a_page_shows(text: str) -> None:
    assert plain(text) == on_a_page(text)


def test_every_text_of_the_real_quizzes_reads_as_on_its_page(library: Library) -> None:
    for quiz in (library.examples, *(entry.quiz for entry in library.lessons.values())):
        for way, text in texts_of(quiz):
            assert plain(text) == on_a_page(text), way


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x02", "\x7f", "\ufeff", "\ud800", "\uffff"])
def test_a_hidden_character_is_taken_out_and_told(sign: str) -> None:
    assert plain(f"a{sign}b") == "ab"
    assert has_hidden(f"a{sign}b")


@pytest.mark.parametrize("text", ["a b", "a\nb\t c", "café \U0001f468\u200d\U0001f469\u200d\U0001f467", "one\u2028two"])
def test_words_spaces_and_joined_emoji_are_not_hidden(text: str) -> None:
    assert not has_hidden(text)
    assert plain(text) == " ".join(text.split())


def test_no_text_can_bring_back_what_was_kept_apart() -> None:
    assert plain("`a` \x020\x03 \x029\x03") == "a 0 9"
