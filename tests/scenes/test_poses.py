"""Every pose that may be written is known, and no two look the same."""

from __future__ import annotations

from typing import get_args

from macros.models.drawn_scene import Pose as Written
from macros.scenes.parts import read_parts
from macros.scenes.poses import LEGS, POSES


def test_every_pose_that_may_be_written_is_known() -> None:
    assert set(POSES) == set(get_args(Written))


def test_no_two_poses_are_the_same() -> None:
    assert len(set(POSES.values())) == len(POSES)


def test_every_pose_has_legs_that_are_drawn() -> None:
    seats = {part.notes["legs"] for part in read_parts().wears.values() if "legs" in part.notes}
    assert {pose.legs for pose in POSES.values()} | seats == set(LEGS)
