"""How many lines words take, by widths that were added up by hand from Adobe's table for Helvetica."""

from __future__ import annotations

import pytest

from macros.packs.letters import height_of, lines_of, width_of
from macros.views.slides import Paragraph, Run

# K 667, i 222, t 278, space 278, a 556, s 500, k 500, s 500: 3501 thousandths; at 36 points, half an inch each.
KIT_ASKS = 3.501 * 0.5


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert width_of("Kit asks", 36) == pytest.approx(KIT_ASKS)


def test_words_stay_on_one_line_while_there_is_room_for_them() -> None:
    # 3 per cent of the room is kept.
    assert lines_of([Run("Kit asks")], 36, KIT_ASKS / 0.97 + 0.001) == 1
    assert lines_of([Run("Kit asks")], 36, KIT_ASKS / 0.97 - 0.001) == 2


def test_a_word_in_two_kinds_of_letters_is_not_cut_between_them() -> None:
    assert lines_of([Run("As"), Run("k", bold=True), Run(" Kit")], 36, 1.2) == 2


def test_a_word_that_is_wider_than_the_room_takes_more_lines() -> None:
    # 20 letters of 833 at 72 points: 16.66 inches; there is room for 4.85 on each line.
    assert lines_of([Run("m" * 20)], 72, 5) == 4


def test_paragraphs_stand_apart() -> None:
    one = Paragraph((Run("Kit asks"),))
    # Two lines of 36 points × 1.2, and 0.45 of 36 between: 102.6 of the 72 points of an inch.
    assert height_of([one, one], 36, 5) == pytest.approx(102.6 / 72)
