"""People are drawn whole at every age, in every pose and mood, and the cast of Years 3 to 6 is not all alike."""

from __future__ import annotations

import re
from typing import get_args
from xml.dom import minidom

import pytest

from macros.content.library import Library
from macros.models.cast import Character, Person
from macros.models.drawn_scene import DrawnScene, Face, Figure
from macros.scenes.composer import compose
from macros.scenes.parts import read_parts
from macros.scenes.people import SKINS, person, skin_colours
from macros.scenes.stances import STANCES

PEOPLE = read_parts().people
HUMAN_WORLDS = ("years-3-4", "years-5-6")


def drawn(library: Library, figure: dict[str, object], **changed: object) -> str:
    scene = {"id": "a", "alt": "A picture.", "background": "street", "figures": [{"who": "kit"} | figure]}
    return compose(DrawnScene.model_validate(scene | changed), library.studio)


def humans(library: Library, world: str) -> list[Character]:
    return [one for one in library.studio.cast.values() if one.world == world and one.looks.person]


def test_every_mood_and_tone_of_skin_that_may_be_written_is_known() -> None:
    assert set(PEOPLE["faces"]) == set(get_args(Face))
    assert set(get_args(Person.model_fields["skin"].annotation)) == set(SKINS)


@pytest.mark.parametrize("pose", sorted(STANCES))
@pytest.mark.parametrize("who", ["kit", "ama-of-year-six"])
def test_everyone_can_be_drawn_in_every_pose_from_every_side(library: Library, who: str, pose: str) -> None:
    ways: list[dict[str, object]] = [
        {"facing": "left", "holds": "phone"},
        {"facing": "right", "holds": "tablet"},
        {"facing": "away"},
    ]
    for more in ways:
        text = drawn(library, {"who": who, "pose": pose, "sits": "yes" if "holds" in more else "floor"} | more)
        minidom.parseString(text)
        assert not re.search(r"var\(|\bnan\b", text)


def test_every_face_is_that_of_its_mood(library: Library) -> None:
    for face in get_args(Face):
        text = drawn(library, {"face": face})
        assert {name for name, part in PEOPLE["faces"].items() if _path(part.markup) in text} == {face}
        assert _mouths(text) == {PEOPLE["faces"][face].notes["mouth"]}


def _path(markup: str) -> str:
    """Give the last path of a drawing as a scene has it, with two decimals."""
    return re.sub(r"(?<=\.\d\d)\d+", "", markup.rsplit('d="', 1)[1].partition('"')[0])


def test_whoever_is_seen_from_behind_has_neither_face_nor_what_they_hold(library: Library) -> None:
    nose = _path(PEOPLE["heads"]["nose-young"].markup)
    edge = 'rx="8" fill="#3c4a52"'  # of a tablet
    for facing, there in (("right", True), ("away", False)):
        text = drawn(library, {"facing": facing, "pose": "holding", "holds": "tablet"})
        assert (nose in text) is there
        assert (edge in text) is there


def test_what_takes_two_hands_has_fingers_on_both_its_edges(library: Library) -> None:
    fingers = _path(PEOPLE["hands"]["fingers"].markup)
    assert drawn(library, {"pose": "holding", "holds": "tablet"}).count(fingers) == 2
    assert drawn(library, {"pose": "holding", "holds": "mug"}).count(fingers) == 0


def test_what_is_held_in_both_hands_is_never_the_wrong_way_round(library: Library) -> None:
    for facing, turned in (("left", True), ("right", False)):
        text = drawn(library, {"pose": "holding", "facing": facing, "holds": "box-seven"})
        assert bool(re.search(r"skewY\(-?\d+\) scale\([\d.]+\) scale\(-1 1\)", text)) is turned
    text = drawn(library, {"pose": "holding", "facing": "left", "holds": "mug"})  # it has a handle, and no words
    assert not re.search(r"skewY\(0\) scale\([\d.]+\) scale\(-1 1\)", text)


def test_a_mouth_is_open_while_somebody_talks(library: Library) -> None:
    for face, mouth in (("calm", "open"), ("worried", "open"), ("happy", "wide"), ("surprised", "open")):
        assert _mouths(drawn(library, {"pose": "telling", "face": face})) == {mouth}
    assert _mouths(drawn(library, {"pose": "listening", "face": "calm"})) == {"closed"}


def _mouths(text: str) -> set[str]:
    return {name for name, part in PEOPLE["mouths"].items() if _path(part.markup) in text}


def test_every_mood_has_a_mouth_that_is_drawn() -> None:
    assert {part.notes["mouth"] for part in PEOPLE["faces"].values()} == set(PEOPLE["mouths"])


def test_a_hand_on_a_shoulder_is_at_the_end_of_a_long_arm(library: Library) -> None:
    """The hand is where the other's shoulder is: 18 from the middle of a girl of eight, and 43 is her trunk."""
    text = drawn(library, {"at": 300, "y": 300}, figures=[
        {"who": "kit", "at": 300, "y": 300, "facing": "left"},
        {"who": "max", "at": 250, "y": 300, "pose": "hand-on-shoulder", "facing": "right"},
    ])  # fmt: skip
    far = text.rindex("translate(250 300)")
    places = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\) rotate\([-\d]+\) scale", text[far:])
    # her nearer shoulder is at 286, and he stands at 250: the hand is before it by the length of a palm at most
    assert any(20 < float(x) < 40 and -110 < float(y) < -80 for x, y in places)


def test_whoever_uses_a_wheelchair_sits_between_its_seat_and_its_wheel(library: Library) -> None:
    text = drawn(library, {"who": "ama-of-year-six", "pose": "waving"})
    seat, wheel = (PEOPLE["wears"][name].markup for name in ("wheelchair", "wheelchair-wheel"))
    assert text.index(_path(seat)) < text.index(_path(PEOPLE["hands"]["shoe"].markup)) < text.index(_path(wheel))


def test_an_animal_is_not_drawn_as_a_human(library: Library) -> None:
    pip = library.studio.cast["pip"]
    with pytest.raises(ValueError, match="pip"):
        person(Figure(who="pip"), "left", pip, PEOPLE, pytest.fail)


def test_lines_on_dark_skin_are_darker(library: Library) -> None:
    inks = {who: skin_colours(library.studio.cast[who].looks)["ink"] for who in ("kit", "kits-dad", "ama-of-year-six")}
    assert inks["kit"] != inks["kits-dad"] == inks["ama-of-year-six"]


@pytest.mark.parametrize("world", HUMAN_WORLDS)
def test_the_class_is_not_all_alike(library: Library, world: str) -> None:
    """PICTURES.md of the design asks for four tones of skin and six kinds of hair."""
    looks = [one.looks for one in humans(library, world)]
    assert len({one.person.skin for one in looks if one.person}) >= 4
    assert len({one.person.hair for one in looks if one.person}) >= 6


def test_aids_and_what_covers_hair_are_worn_by_somebody_with_a_name(library: Library) -> None:
    worn = {
        name
        for world in HUMAN_WORLDS
        for one in humans(library, world)
        for name in (*one.looks.wears, one.looks.person.hair if one.looks.person else "")
    }
    assert worn >= {"glasses", "hearing-aid", "wheelchair", "hijab", "patka"}


def test_people_have_their_own_clothes_and_hair(library: Library) -> None:
    assert {part.notes["on"] for part in PEOPLE["wears"].values()} == {"head", "face", "seat", "wheel"}
    for name in PEOPLE["hair"]:
        base = name.removesuffix("-behind")
        assert base in PEOPLE["hair"], name
