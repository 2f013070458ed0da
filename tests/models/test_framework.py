"""Strands and statements are read."""

from __future__ import annotations

import pytest

from macros.models.framework import Frameworks
from tests.models.telling import made, told

STRANDS = "strands: [{id: a, name: A}]\n"


def test_frameworks_are_read() -> None:
    frameworks = made(
        Frameworks,
        f"{STRANDS}statements:\n"
        "  - {id: OSA-4, curriculum: RSHE, text: Be careful.}\n"
        "  - {id: PS-Y3-1, curriculum: EfCW, strand: a, year: 3, text: Locks., taught: in part}\n",
    )
    of_all_years, of_a_year = frameworks.statements
    assert (of_all_years.id, of_all_years.year, of_all_years.taught) == ("OSA-4", None, "whole")
    assert (of_a_year.strand, of_a_year.year, of_a_year.taught) == ("a", "3", "in part")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("strands: [{id: a}]\nstatements: []\n", ["1:11: “name” is missing here. Add a line “name: …”."]),
        (
            f"{STRANDS}statements:\n  - {{id: A, curriculum: R, text: T}}\n  - {{id: A, curriculum: R, text: U}}\n",
            ["4:10: Two statements have the id “A”. Give each its own."],
        ),
        (
            f"{STRANDS}statements: [{{id: A, curriculum: R, strand: b, text: T}}]\n",
            ["2:45: There is no strand “b”. There is “a”."],
        ),
        (
            "strands: [{id: a, name: A}, {id: a, name: a}]\nstatements: []\n",
            [
                "1:34: Two strands have the id “a”. Give each its own.",
                "1:43: Two strands are called “a”. Give each its own name.",
            ],
        ),
        (
            "strands: [{id: all-strands, name: A}]\nstatements: []\n",
            ["1:16: “all-strands” is kept for a lesson of every strand. Give this strand another id."],
        ),
        (
            f"{STRANDS}statements: [{{id: A, curriculum: R, year: 1, years: [1, 2, 2], text: T}}]\n",
            [
                "2:53: This statement has “year” and “years”. Keep the one that its document says.",
                "2:60: “2” stands here twice. Keep one.",
            ],
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(text: str, sentences: list[str]) -> None:
    assert told(Frameworks, text) == sentences


def test_statements_for_other_years_alone_are_left_out() -> None:
    frameworks = made(
        Frameworks,
        f"{STRANDS}statements:\n"
        "  - {id: ALL, curriculum: RSHE, text: Be careful.}\n"
        "  - {id: Y3, curriculum: EfCW, year: 3, text: Locks.}\n"
        "  - {id: Y2, curriculum: EfCW, year: 2, text: Keys.}\n"
        "  - {id: KS2, curriculum: NC, years: [3, 4, 5, 6], text: Nets.}\n"
        "  - {id: KS1, curriculum: NC, years: [1, 2], text: Keep.}\n",
    )
    assert [one.id for one in frameworks.of_years(("R", "1", "2")).statements] == ["ALL", "Y2", "KS1"]
    assert [one.id for one in frameworks.of_years(["3"], {"KS1"}).statements] == ["ALL", "Y3", "KS2", "KS1"]
    assert frameworks.of_years(("R", "1", "2", "3", "4", "5", "6")) == frameworks
