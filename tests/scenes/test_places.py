"""A mouth, a back and a seat are where they are drawn: the numbers are worked out by hand."""

from __future__ import annotations

import math
from typing import Any, Literal

import pytest

from macros.content.library import Library
from macros.models.drawn_scene import Figure, Thing
from macros.scenes.places import Body, body, crown, mouth, nearest_to, reaches, seated, touch, turned

BODY = 36  # half of the width of a bird or an animal of size 1


def spoken(library: Library, facing: Literal["right", "left"] = "right", **figure: Any) -> tuple[float, float]:
    made = Figure.model_validate({"at": 120, "y": 300, "facing": facing} | figure)
    return mouth(made, facing, library.studio.cast[made.who], library.studio.parts)


@pytest.mark.parametrize(
    ("figure", "lips", "near"),
    [
        # The neck of a bird or an animal turns at (4, -80).
        ({"who": "pip"}, (120 + 4 + 37, 300 - 80 + 5), 4),  # the tip of a robin's beak is at (37, 5)
        ({"who": "pip", "size": 2}, (120 + 2 * 41, 300 - 2 * 75), 8),
        ({"who": "ama"}, (120 + 4 + 20, 300 - 80 + 13), 6),  # that of an owl is at (20, 13)
        ({"who": "pip", "sits": "floor"}, (161, 235), 4),  # whoever sits is 10 lower
        ({"who": "tam"}, (120 + 4 + 46, 300 - 80 + 10), 6),  # the nose of a hedgehog ends at (46, 8)
        # A girl of eight: legs of 58, a shoe of 6, a trunk of 43, a neck of 1; a head turns at (1, 25), and its mouth
        # is at (12, 17): 11 before the neck and 8 above it.
        ({"who": "kit"}, (120 + 2.5 + 11, 300 - 58 - 6 - 43 - 1 - 8), 16),
    ],
)
def test_the_mouth_is_where_it_is_drawn(
    library: Library, figure: dict[str, Any], lips: tuple[float, float], near: float
) -> None:
    assert math.dist(spoken(library, **figure), lips) < near


def test_whoever_looks_to_the_left_has_the_mouth_on_the_other_side(library: Library) -> None:
    for who in ("pip", "tam", "kit"):
        right, left = spoken(library, who=who), spoken(library, "left", who=who)
        assert left[0] == pytest.approx(240 - right[0])
        assert left[1] == right[1]


def test_a_head_that_looks_up_has_the_mouth_higher(library: Library) -> None:
    for who in ("pip", "tam", "kit"):
        assert spoken(library, who=who, looks="up")[1] < spoken(library, who=who)[1] < spoken(
            library, who=who, looks="down"
        )[1]  # fmt: skip


def test_the_crown_is_above_the_mouth_and_behind_it(library: Library) -> None:
    for who in ("pip", "tam", "kit"):
        figure = Figure(who=who, at=120, y=300)
        top = crown(figure, "right", library.studio.cast[who], library.studio.parts)
        lips = spoken(library, who=who)
        assert top[0] < lips[0] - 10
        assert top[1] < lips[1] - 30


def test_a_body_gives_back_the_place_that_it_is_given() -> None:
    bent = Body(at=100, y=200, size=1.5, turn=-1, lean=20, hip=-40, down=10, lies=-84)
    assert bent.into(bent.out((12, -34))) == pytest.approx((12, -34))
    assert Body(at=100, y=200, size=2, turn=-1, lean=0).out((10, -5)) == (80, 190)


def test_a_quarter_turn_forwards_brings_what_is_above_before() -> None:
    assert turned((0, -10), 90) == pytest.approx((10, 0))


def hug(library: Library, who: str, other: str, apart: float, pose: str = "hugging") -> tuple[list[float], bool]:
    """Give how far past the middle of the other each hand is, and whether it reaches."""
    cast, parts = library.studio.cast, library.studio.parts
    figure = Figure.model_validate({"who": who, "at": 200, "y": 300, "pose": pose})
    there = Figure(who=other, at=200 + apart, y=300)
    both = cast[who], cast[other]
    place = body(figure, "right", both[0], parts)
    hands = touch(figure, "right", there, both, parts)
    return [place.out(hand)[0] - there.at for hand in hands], reaches(figure, "right", there, both, parts)


@pytest.mark.parametrize(("who", "other"), [("nan", "pip"), ("tams-dad", "tam"), ("grandad", "jay")])
def test_the_hands_of_a_hug_are_on_the_far_half_of_a_back(library: Library, who: str, other: str) -> None:
    hands, reached = hug(library, who, other, 60)
    assert len(hands) == 2
    assert reached
    for far in hands:
        assert 0 < far < BODY


def test_a_hand_on_a_shoulder_is_on_the_nearer_half(library: Library) -> None:
    for who, other, apart in (("nan", "pip", 80), ("tams-dad", "tam", 84), ("kits-dad", "kit", 50)):
        (far,), reached = hug(library, who, other, apart, "hand-on-shoulder")
        assert reached
        assert -BODY < far < 0


def test_a_hand_on_the_shoulder_of_somebody_close_is_not_behind_its_own_body(library: Library) -> None:
    """Nan's size is 1.3, and that of Tam's father 1.36."""
    for who, other, size in (("nan", "pip", 1.3), ("tams-dad", "tam", 1.36)):
        (far,), _ = hug(library, who, other, 50, "hand-on-shoulder")
        assert 50 + far > BODY * size


def test_no_arm_is_stretched_to_somebody(library: Library) -> None:
    """An arm is at most as long as in any pose, 66, and in a hug a little longer; whoever is further is not reached."""
    for who, other in (("nan", "pip"), ("tams-dad", "tam")):
        assert not hug(library, who, other, 150, "hand-on-shoulder")[1]
        cast, parts = library.studio.cast, library.studio.parts
        for pose, shoulder, longest in (("hand-on-shoulder", (27, -52), 66), ("hugging", (-14, -52), 75)):
            figure = Figure.model_validate({"who": who, "at": 200, "y": 300, "pose": pose})
            near, *_ = touch(figure, "right", Figure(who=other, at=310, y=300), (cast[who], cast[other]), parts)
            assert math.dist(near, shoulder) < longest


def test_nobody_reaches_across_the_room(library: Library) -> None:
    for who, other in (("nan", "pip"), ("tams-dad", "tam"), ("kits-dad", "kit")):
        for pose in ("hugging", "hand-on-shoulder"):
            assert not hug(library, who, other, 200, pose)[1]


def test_the_nearest_is_whoever_is_next_to_somebody() -> None:
    nan, pip, jay = (Figure(who=who, at=at) for who, at in (("nan", 100), ("pip", 180), ("jay", 300)))
    assert nearest_to(pip, [nan, pip, jay]) == nan
    assert nearest_to(nan, [nan]) is None


@pytest.mark.parametrize(
    ("who", "high"),
    [
        ("pip", 300 - 2 * 34 - 2),  # the seat of a stool is 34 high; a bird that sits is 2 lower than its feet
        # A girl of eight: from her feet to her hips are 0.64 of 58 and a shoe of 6.2; her thigh is 8.8 thick below.
        ("kit", 300 - 2 * 34 + (0.64 * 58 + 6.2 - 8.8)),
    ],
)
def test_whoever_sits_touches_the_seat(library: Library, who: str, high: float) -> None:
    stools = [Thing(what="stool", at=300, y=300), Thing(what="stool", at=120, y=300, size=2)]
    figure = seated(Figure(who=who, at=130, sits="stool"), stools, library.studio.cast[who], library.studio.parts)
    assert figure.y == pytest.approx(high, abs=0.2)


def test_whoever_sits_on_the_floor_or_on_the_place_stays_where_they_are(library: Library) -> None:
    for sits in ("floor", "yes", None):
        figure = Figure(who="pip", at=130, y=280, sits=sits)
        assert seated(figure, [Thing(what="stool", at=120)], library.studio.cast["pip"], library.studio.parts) is figure
