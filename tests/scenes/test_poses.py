"""Every pose that may be written is known, and no two look the same."""

from __future__ import annotations

from typing import get_args

from macros.models.drawn_scene import Figure
from macros.models.drawn_scene import Pose as Written
from macros.scenes.parts import read_parts
from macros.scenes.poses import LEGS, POSES, pose_of


def test_every_pose_that_may_be_written_is_known() -> None:
    assert set(POSES) == set(get_args(Written))


def test_no_two_poses_are_the_same() -> None:
    assert len(set(POSES.values())) == len(POSES)


def test_every_pose_has_legs_that_are_drawn() -> None:
    seats = {part.notes["legs"] for part in read_parts().wears.values() if "legs" in part.notes}
    assert {pose.legs for pose in POSES.values()} | seats == set(LEGS)


def test_whoever_sits_is_lower_and_has_the_legs_before_them() -> None:
    for sits in ("floor", "stool", "yes"):
        pose = pose_of(Figure(who="pip", pose="waving", sits=sits), [])
        assert (pose.down, pose.legs, pose.near) == (10, "sitting", POSES["waving"].near)


def test_whoever_is_proud_holds_the_chin_up() -> None:
    assert pose_of(Figure(who="pip", face="proud"), []).nod < pose_of(Figure(who="pip"), []).nod


def test_a_wheelchair_has_legs_of_its_own() -> None:
    chair = [read_parts().wears["wheelchair"]]
    assert pose_of(Figure(who="asha", pose="walking"), chair).legs == "seated"
    assert pose_of(Figure(who="asha", pose="lying"), chair).legs == "none"
