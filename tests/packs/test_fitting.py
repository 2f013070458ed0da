"""The largest letters that fit, and what goes on over to another slide."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from macros.packs.fitting import Overfull, columns_of, fitted, groups_of
from macros.views.slides import Grid, Paragraph, Run


def high(items: Sequence[int], size: float) -> float:
    """Each item is so many lines of a tenth of its size."""
    return sum(items) * size / 10


def test_the_largest_letters_that_fit_are_taken() -> None:
    assert fitted([2, 3], (30, 20, 10), 10, high, str) == (20, [[2, 3]])


def test_what_does_not_fit_goes_on_over_in_letters_as_large_as_the_number_of_slides_allows() -> None:
    # In letters of 10 there is room for ten lines, so two slides; in letters of 12 they are still two.
    assert fitted([4, 4, 4], (30, 12, 10), 10, high, str) == (12, [[4, 4], [4]])


def test_no_slide_has_a_single_line_left_over() -> None:
    assert fitted([2, 2, 2, 2, 2, 2], (10,), 10, high, str) == (10, [[2, 2, 2], [2, 2, 2]])


def test_an_item_with_too_many_lines_is_refused_with_their_number() -> None:
    with pytest.raises(Overfull) as found:
        # A line of 10 points is a sixth of an inch; there is room for 60 lines and a half.
        fitted([1, 80], (12, 10), 60.5 / 6, lambda items, size: sum(items) * size / 60, str)
    assert (found.value.text, found.value.lines, found.value.room) == ("80", 20, 60)


def test_what_must_stand_on_one_slide_never_goes_on_over() -> None:
    with pytest.raises(Overfull):
        fitted([4, 4, 4], (10,), 10, high, str, whole=True)


def test_paragraphs_stand_together_and_a_table_alone() -> None:
    one, grid = Paragraph((Run("a"),)), Grid(((Paragraph((Run("b"),)),),))
    assert groups_of([one, one, grid, one]) == [[one, one], grid, [one]]


def test_a_column_with_more_words_is_wider_and_all_of_the_width_is_used() -> None:
    cells = (Paragraph((Run("short"),)), Paragraph((Run("long " * 20),)))
    narrow, wide = columns_of(Grid((cells,)), 6)
    assert narrow < wide
    assert narrow + wide == pytest.approx(6)
