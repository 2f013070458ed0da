"""Limbs have joints: as long as they are, bent the right way, and as thick as was said."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from macros.scenes.joints import elbow, middle_line, sides, smooth


@pytest.mark.parametrize("bend", [1, -1])
@pytest.mark.parametrize("end", [(0, 30), (20, 10), (-15, -20), (39, 0)])
def test_both_bones_keep_their_length(end: tuple[float, float], bend: int) -> None:
    joint, reached = elbow((0, 0), end, 20, 20, bend)
    assert math.dist((0, 0), joint) == pytest.approx(20)
    assert math.dist(joint, reached) == pytest.approx(20)
    assert reached == pytest.approx(end)


def test_what_is_too_far_is_reached_as_far_as_it_goes() -> None:
    _, reached = elbow((0, 0), (0, 99), 20, 20, 1)
    assert reached == pytest.approx((0, 39.5))


def test_an_elbow_of_a_hanging_arm_is_behind_it_or_before_it() -> None:
    assert elbow((0, 0), (0, 30), 20, 20, 1)[0][0] < 0 < elbow((0, 0), (0, 30), 20, 20, -1)[0][0]


def test_a_middle_line_goes_from_one_end_to_the_other_and_cuts_the_corner() -> None:
    line = middle_line((0, 0), (20, 0), (20, 20))
    assert line[0] == (0, 0)
    assert line[-1] == pytest.approx((20, 20))
    assert (20, 0) not in line
    steps = [math.dist(one, other) for one, other in pairwise(line)]
    assert max(steps) == pytest.approx(min(steps), rel=0.1)


def test_a_limb_grows_thinner() -> None:
    left, right = sides(middle_line((0, 0), (0, 20), (0, 40)), (8, 6, 3))
    wide = [math.dist(one, other) / 2 for one, other in zip(left, right, strict=True)]
    assert (wide[0], wide[-1]) == pytest.approx((8, 3))
    assert wide == sorted(wide, reverse=True)


def test_a_sleeve_covers_as_much_as_was_said() -> None:
    left, _ = sides(middle_line((0, 0), (0, 20), (0, 40)), (8, 6, 3), 0.5)
    assert left[-1][1] == pytest.approx(20, abs=1)


def test_a_soft_line_begins_and_ends_where_it_should() -> None:
    assert smooth([(0, 0), (5, 5), (10, 0)]) == "M0.0 0.0Q5.0 5.0 10.0 0.0"
