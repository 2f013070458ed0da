"""Arms and legs reach where a pose says, have sleeves and shoes, and are before or behind the body."""

from __future__ import annotations

import math
import re
from xml.dom import minidom

import pytest

from macros.scenes.limbs import REACHES, SHOULDERS, STEPS, between, limbs
from macros.scenes.parts import read_parts
from macros.scenes.poses import LEGS, POSES

KIND = read_parts().species["hedgehog"]["limbs"]
LONGEST = 66  # of an arm, in a figure's own measures; the figure is about 120 high
EYES = [(7, -83), (27, -84)]  # faces.svg has them at 3 and 23 from the neck, which is at (4, -80)


def test_every_pose_has_arms_and_every_kind_of_legs_its_steps() -> None:
    assert set(REACHES) == set(POSES)
    assert set(STEPS) == set(LEGS) - {"none"}


def test_no_two_poses_have_the_same_arms() -> None:
    assert len(set(REACHES.values())) == len(REACHES)


@pytest.mark.parametrize("pose", sorted(REACHES))
def test_no_arm_is_longer_than_an_arm(pose: str) -> None:
    reach = REACHES[pose]
    for shoulder, (elbow, hand) in zip(SHOULDERS, (reach.near, reach.far), strict=True):
        assert math.dist(shoulder, hand) <= LONGEST
        assert elbow != hand


def test_a_hiding_figure_has_its_paws_at_its_eyes() -> None:
    reach = REACHES["hiding"]
    for (_, hand), eye in zip((reach.near, reach.far), EYES, strict=True):
        assert math.dist(hand, eye) < 8
    drawn = limbs("hiding", "sitting", KIND, {}, 2.4, both=False)
    assert drawn.far == ""


def test_a_waving_paw_is_above_the_shoulder_and_a_pointing_one_in_front() -> None:
    assert REACHES["waving"].near[1][1] < SHOULDERS[0][1] - 30
    assert REACHES["pointing"].far[1][0] > SHOULDERS[1][0] + 30


def test_what_takes_two_hands_is_between_them() -> None:
    (_, near), (_, far) = REACHES["holding"].near, REACHES["holding"].far
    assert near[0] < between("holding", both=True)[0] < far[0]
    assert between("phoning", both=False) == REACHES["phoning"].near[1]
    held = limbs("sitting", "sitting", KIND, {}, 2.4, both=True)
    assert held.near == limbs("holding", "sitting", KIND, {}, 2.4, both=True).near


def test_what_is_given_is_further_out_than_what_is_held() -> None:
    given, held = between("giving", both=True), between("holding", both=True)
    assert given[0] > held[0] + 20
    (_, near), (_, far) = REACHES["giving"].near, REACHES["giving"].far
    assert near[0] < given[0] < far[0]


def test_hands_that_touch_somebody_are_where_they_touch() -> None:
    """A paw is drawn 2.5 units past the end of a bare arm."""
    drawn = limbs("hugging", "standing", KIND, {}, 2.4, both=False, touch=[(50.0, -46.0), (40.0, -30.0)])
    for paw, (x, y) in ((drawn.near, (50, -46)), (drawn.far, (40, -30))):
        (there_x, there_y), *_ = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\)", paw)
        assert math.dist((float(there_x), float(there_y)), (x, y)) < 3


def test_a_hand_on_a_shoulder_is_that_of_the_arm_next_to_it() -> None:
    """The other arm stays where it is: none crosses the body."""
    touching = limbs("hand-on-shoulder", "standing", KIND, {}, 2.4, both=False, touch=[(56.0, -50.0)])
    (x, y), *_ = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\)", touching.far)
    assert math.dist((float(x), float(y)), (56, -50)) < 3
    assert touching.near == limbs("hand-on-shoulder", "standing", KIND, {}, 2.4, both=False).near


def test_a_paw_behind_an_ear_is_lower_than_one_that_waves_and_beside_the_head() -> None:
    """The head is 56 wide, round (4, -80); the elbow hangs below the paw."""
    elbow, paw = REACHES["listening"].near
    assert math.dist(paw, (4, -80)) < 34
    assert paw[1] > REACHES["waving"].near[1][1] + 12
    assert elbow[1] > SHOULDERS[0][1]


def test_covered_ears_have_a_paw_on_either_side_of_the_head() -> None:
    """The head is 56 wide, round (4, -80)."""
    reach = REACHES["covering-ears"]
    assert math.dist(reach.near[1], (4, -80)) < 36
    assert math.dist(reach.far[1], (4, -80)) < 44
    assert reach.near[1][0] < 4 < reach.far[1][0]


def test_a_bare_arm_is_of_the_coat_and_one_in_a_sleeve_is_not() -> None:
    bare = limbs("standing", "standing", KIND, {"coat": "#123456"}, 2.4, both=False)
    assert "#123456" in bare.near
    dressed = limbs("standing", "standing", KIND, {"coat": "#123456", "sleeve": "#abcdef"}, 2.4, both=False)
    assert "#123456" not in dressed.near
    assert "#abcdef" in dressed.near


def test_shoes_and_trousers_have_their_colours() -> None:
    drawn = limbs("walking", "walking", KIND, {"shoes": "#0000ff", "trousers": "#00ff00"}, 2.4, both=False)
    assert drawn.legs.count("#0000ff") == drawn.legs.count("#00ff00") == 2


def test_the_legs_of_whoever_sits_are_before_the_body() -> None:
    over = {legs for legs in STEPS if limbs("standing", legs, KIND, {}, 2.4, both=False).over}
    assert over == {"seated", "sitting"}


def test_one_finger_is_drawn_where_somebody_points() -> None:
    finger = re.compile(r"M4-2L14-3")
    for pose, there in (("pointing", True), ("standing", False)):
        assert bool(finger.search(limbs(pose, "standing", KIND, {}, 2.4, both=False).far)) is there


def test_whoever_lies_has_no_legs_and_what_is_drawn_is_xml() -> None:
    assert limbs("lying", "none", KIND, {}, 2.4, both=False).legs == ""
    for pose in REACHES:
        drawn = limbs(pose, "walking", KIND, {}, 2.4, both=False)
        minidom.parseString(f"<svg>{drawn.far}{drawn.legs}{drawn.near}</svg>")
