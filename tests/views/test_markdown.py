"""The pieces of Markdown say what they are given, whatever it holds."""

from __future__ import annotations

import yaml

from macros.views.markdown import block, front_matter, table


def test_front_matter_keeps_any_words() -> None:
    head = front_matter(title='Keep "it": {{ x }} # <b>', search={"exclude": True})
    assert head.startswith("---\n")
    assert head.endswith("\n---")
    assert yaml.safe_load(head.strip("-")) == {"title": 'Keep "it": {{ x }} # <b>', "search": {"exclude": True}}


def test_a_quotation_mark_does_not_end_the_title_of_a_block() -> None:
    assert block("note", 'He said "no"', "One.\n\nTwo.") == '!!! note "He said ”no”"\n\n    One.\n\n    Two.'


def test_a_bar_does_not_end_the_cell_of_a_table() -> None:
    assert table(["A", "B"], [["one | two", "three"]]) == "| A | B |\n| --- | --- |\n| one &#124; two | three |"
