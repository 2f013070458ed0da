"""Every pose has arms and legs that can reach where they are to be."""

from __future__ import annotations

import math
from typing import get_args

import pytest

from macros.models.drawn_scene import Pose
from macros.scenes.parts import read_parts
from macros.scenes.stances import IN_BOTH_HANDS, LEGS, STANCES

HANDS = read_parts().people["hands"]


def test_every_pose_that_may_be_written_is_known() -> None:
    assert set(STANCES) == set(get_args(Pose))
    assert {stance.legs for stance in STANCES.values()} <= set(LEGS)


def test_no_two_poses_are_the_same() -> None:
    assert len(set(STANCES.values())) == len(STANCES)


@pytest.mark.parametrize("pose", sorted(STANCES))
def test_an_arm_is_long_enough_and_its_hand_is_drawn(pose: str) -> None:
    for arm in (STANCES[pose].near, STANCES[pose].far):
        assert arm.hand in {*HANDS, ""}
        assert arm.head or math.hypot(arm.x, arm.y) <= 1


def test_legs_are_long_enough() -> None:
    for name, legs in LEGS.items():
        for ankle in (legs.near, legs.far):
            assert math.hypot(*ankle) <= (1 + legs.thigh) / 2 + 0.02, name


def test_whoever_sits_has_the_legs_before_the_trunk() -> None:
    assert {name for name, legs in LEGS.items() if legs.over} == {"sitting", "seated", "floor"}


def test_other_legs_leave_the_arms_as_they_are() -> None:
    seated = STANCES["waving"].with_legs("seated")
    assert (seated.legs, seated.near) == ("seated", STANCES["waving"].near)


def test_whoever_holds_their_tummy_hugs_no_one() -> None:
    tummy, hug = STANCES["holding-tummy"], STANCES["hugging"]
    assert tummy.near.x + tummy.far.x < (hug.near.x + hug.far.x) / 3


def test_hands_at_the_ears_are_at_both_sides_of_the_head() -> None:
    ears = STANCES["covering-ears"]
    assert ears.near.head
    assert ears.far.head
    assert ears.near.x < 0
    assert ears.far.x > 20


def test_whoever_sits_on_the_floor_has_the_hips_lower_than_on_a_chair() -> None:
    low = {name: max(LEGS[name].near[1], LEGS[name].far[1]) for name in ("floor", "sitting", "standing")}
    assert low["floor"] < 0.1 < low["sitting"] < low["standing"]


def test_hands_that_hold_up_a_thing_are_drawn_on_its_edges_and_not_on_the_arms() -> None:
    assert {arm.hand for arm in IN_BOTH_HANDS} == {""}
