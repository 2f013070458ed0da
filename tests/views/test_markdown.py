"""The pieces of Markdown say what they are given, whatever it holds."""

from __future__ import annotations

import pytest
import yaml
from markdown import Markdown

from macros.views.markdown import MARK, block, bullets, closed, front_matter, opened, table, with_elements


def test_front_matter_keeps_any_words() -> None:
    head = front_matter(title='Keep "it": {{ x }} # <b>', search={"exclude": True})
    assert head.startswith("---\n")
    assert head.endswith("\n---")
    assert yaml.safe_load(head.strip("-")) == {"title": 'Keep "it": {{ x }} # <b>', "search": {"exclude": True}}


def test_a_quotation_mark_does_not_end_the_title_of_a_block() -> None:
    assert block("note", 'He said "no"', "One.\n\nTwo.") == '!!! note "He said ”no”"\n\n    One.\n\n    Two.'


def test_bullets_are_one_to_a_line() -> None:
    assert bullets(["One", "Two"]) == "- One\n- Two"


def test_a_bar_does_not_end_the_cell_of_a_table() -> None:
    assert table(["A", "B"], [["one | two", "three"]]) == "| A | B |\n| --- | --- |\n| one &#124; two | three |"


def test_an_element_holds_what_markdown_makes_of_the_words_in_it() -> None:
    text = "\n\n".join(
        [opened("div", "a", module="b"), opened("section", "c d", "e"), "*One.*", closed("section"), closed("div")]
    )
    made = with_elements(Markdown().convert(text))
    assert made.replace("\n", "") == (
        '<div class="a" data-module="b"><section class="c d" id="e"><p><em>One.</em></p></section></div>'
    )


def test_words_that_look_like_an_element_stay_words() -> None:
    assert with_elements('<p>section class="spread"</p>') == '<p>section class="spread"</p>'


@pytest.mark.parametrize(
    "within", ["script", 'section onclick="x"', 'img src="x"', "/script", 'div class="a" style="b"']
)
def test_no_other_element_is_put_in(within: str) -> None:
    html = f"<p>{MARK}{within}{MARK}</p>"
    assert with_elements(html) == html
