"""A composed scene is one SVG file that stands alone."""

from __future__ import annotations

import math
import re
from xml.dom import minidom

import pytest

from macros.content.library import Library
from macros.models.drawn_scene import DrawnScene
from macros.scenes.composer import Studio, compose, hand
from macros.scenes.poses import POSES

SCENE = {
    "id": "a",
    "alt": "Pip and Nan.",
    "background": "kitchen",
    "figures": [{"who": "pip", "at": "left"}, {"who": "nan", "at": "right"}],
}


def drawn(library: Library, **changed: object) -> str:
    return compose(DrawnScene.model_validate(SCENE | changed), library.studio)


def test_a_scene_is_whole_xml_with_its_measures(library: Library) -> None:
    root = minidom.parseString(drawn(library)).documentElement
    assert root is not None
    assert (root.tagName, root.getAttribute("viewBox")) == ("svg", "0 0 480 320")


def test_every_colour_is_written_out_and_there_is_a_form_for_the_dark(library: Library) -> None:
    text = drawn(library)
    assert "var(" not in text
    assert "currentColor" not in text
    assert "@media (prefers-color-scheme:dark)" in text


def test_whatever_clips_or_glows_is_defined_once(library: Library) -> None:
    text = drawn(library, things=[{"what": "lamp", "at": "left"}, {"what": "lamp", "at": "right"}])
    asked = set(re.findall(r"url\(#([\w-]+)\)", text))
    given = re.findall(r' id="([\w-]+)"', text)
    assert asked == set(given)
    assert len(given) == len(set(given))


@pytest.mark.parametrize("pose", sorted(POSES))
@pytest.mark.parametrize("facing", ["left", "right", "away"])
@pytest.mark.parametrize("who", ["pip", "tam", "asha"])
def test_every_pose_can_be_drawn_every_way(library: Library, pose: str, facing: str, who: str) -> None:
    for holds in ("tablet", "phone"):
        minidom.parseString(drawn(library, figures=[{"who": who, "pose": pose, "facing": facing, "holds": holds}]))


def test_faces_are_turned_to_whoever_is_next_to_them(library: Library) -> None:
    text = drawn(library)
    ways = re.findall(r"translate\((\d+) 292\) scale\([\d.]+\) scale\((-?1) 1\)", text)
    assert ways == [("120", "1"), ("360", "-1")]


def test_whoever_is_seen_from_behind_has_no_face(library: Library) -> None:
    beak = library.studio.parts.species["robin"]["beak-closed"].markup.split('d="')[1].split('"')[0]
    assert beak in drawn(library, figures=[{"who": "pip"}])
    assert beak not in drawn(library, figures=[{"who": "pip", "facing": "away"}])


def test_an_animal_seen_from_behind_has_no_face(library: Library) -> None:
    nose = library.studio.parts.species["rabbit"]["features"].markup
    assert nose in drawn(library, figures=[{"who": "meg"}])
    assert nose not in drawn(library, figures=[{"who": "meg", "facing": "away"}])


def test_the_mouth_of_an_animal_is_that_of_its_face(library: Library) -> None:
    for face, mouth in (("calm", "closed"), ("laughing", "wide"), ("wobbly", "wavy")):
        text = drawn(library, figures=[{"who": "ola", "face": face}])
        there = {name for name, part in library.studio.parts.mouths.items() if part.markup in text}
        assert there == {mouth}


def test_clothes_are_cut_by_the_body_that_wears_them(library: Library) -> None:
    cut = '<g clip-path="url(#rabbit-body)"><g><path d="M-60-30'
    assert cut in drawn(library, figures=[{"who": "meg"}])


def test_whoever_uses_a_wheelchair_sits_in_it_between_its_seat_and_its_wheel(library: Library) -> None:
    seat, wheel = (library.studio.parts.wears[name].markup for name in ("wheelchair", "wheelchair-wheel"))
    for pose in ("standing", "walking", "holding"):
        text = drawn(library, figures=[{"who": "asha", "pose": pose}])
        body = text.index("translate(0 -17)")
        assert text.index(seat[:60]) < body < text.index(wheel[:60])


def test_what_is_held_in_both_hands_is_never_the_wrong_way_round(library: Library) -> None:
    for facing, turned in (("left", True), ("right", False)):
        text = drawn(library, figures=[{"who": "tam", "pose": "holding", "facing": facing, "holds": "box-seven"}])
        assert bool(re.search(r"skewY\(-5\) scale\([\d.]+\) scale\(-1 1\)", text)) is turned


def test_what_takes_one_hand_lies_in_it_and_what_takes_two_between_them(library: Library) -> None:
    one = drawn(library, figures=[{"who": "tam", "pose": "phoning", "holds": "phone"}])
    two = drawn(library, figures=[{"who": "tam", "pose": "phoning", "holds": "tablet"}])
    assert "skewY" not in one
    assert "skewY" in two


def test_the_outline_is_as_thick_on_a_large_figure_as_on_a_small_one(library: Library) -> None:
    for size, thick in ((1, "2.40"), (2, "1.20")):
        assert f'stroke-width="{thick}"' in drawn(library, figures=[{"who": "pip", "size": size}])


def test_a_screen_shows_what_the_story_says(library: Library) -> None:
    tablet = {"things": [{"what": "tablet"}], "figures": []}
    star = library.studio.parts.things["unicorn"]["front"].markup.split('d="')[1].split('"')[0]
    assert star not in drawn(library, **tablet)
    assert star in drawn(library, **tablet, screen={"background": "garden", "things": [{"what": "unicorn"}]})


def test_the_words_of_a_bubble_are_never_markup(library: Library) -> None:
    bubble = {"words": "<b>&", "at": 100, "y": 60, "to": 120, "to_y": 120}
    assert "&lt;b&gt;&amp;" in drawn(library, bubbles=[bubble])


def test_the_tail_of_a_bubble_ends_at_the_mouth_of_whoever_speaks(library: Library) -> None:
    """Pip's neck turns at (4, -80), and the tip of her beak is at (37, 5) from there: at (161, 225) in the scene."""
    figures = [{"who": "pip", "at": 120, "y": 300, "facing": "right"}]
    text = drawn(library, figures=figures, bubbles=[{"shows": "heart", "at": 180, "y": 60, "from": "pip"}])
    (x, y), *_ = re.findall(r'<path d="M[-\d.]+ [-\d.]+L([\d.]+) ([\d.]+)L[-\d.]+ [-\d.]+z" fill="#fffdf6"', text)
    assert math.dist((float(x), float(y)), (161, 225)) < 4


def test_what_somebody_thinks_begins_above_their_head(library: Library) -> None:
    """Her crown is 28 above where her neck turns, at (124, 220)."""
    figures = [{"who": "pip", "at": 120, "y": 300, "facing": "right"}]
    bubble = {"kind": "thought", "shows": "heart", "at": 124, "y": 60, "from": "pip"}
    text = drawn(library, figures=figures, bubbles=[bubble])
    smallest = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="3"', text)[-1]
    assert math.dist([float(one) for one in smallest], (124, 180)) < 12


def test_the_arm_of_a_hug_is_before_both(library: Library) -> None:
    figures = [{"who": "pip", "at": 290, "y": 300}, {"who": "nan", "at": 200, "y": 300, "pose": "hugging"}]
    text = drawn(library, figures=figures)
    wing = library.studio.parts.species["robin"]["wing"].markup.split('d="')[1].split('"')[0]
    beak = library.studio.parts.species["robin"]["beak-closed"].markup.split('d="')[1].split('"')[0]
    assert text.rindex(wing) > text.rindex(beak)
    assert text.count("translate(200 300)") == 2
    assert text.count("translate(290 300)") == 1


def test_the_wing_of_a_hug_ends_on_the_other(library: Library) -> None:
    """A wing is 47 long from its shoulder at (-14, -52); Nan leans by 7 degrees and is drawn at 1.3 of her size."""
    figures = [{"who": "pip", "at": 270, "y": 300}, {"who": "nan", "at": 200, "y": 300, "pose": "hugging"}]
    text = drawn(library, figures=figures)
    angle, long = re.findall(r"translate\(-14 -52\) rotate\((-?[\d.]+)\)(?: scale\(1 ([\d.]+)\))?", text)[-1]
    way, lean = math.radians(float(angle)), math.radians(7)
    x, y = -14 - 47 * float(long or 1) * math.sin(way), -52 + 47 * float(long or 1) * math.cos(way)
    tip = 200 + 1.3 * (x * math.cos(lean) - y * math.sin(lean))
    assert 270 < tip < 270 + 36  # past Pip's middle, and on her


def test_what_is_given_is_held_out_and_hides_no_face(library: Library) -> None:
    """The tip of Pip's beak is 41 before her feet and 75 above them; a tablet is 61 high, and drawn at 0.78."""
    places = {}
    for pose in ("holding", "giving"):
        text = drawn(library, figures=[{"who": "pip", "pose": pose, "holds": "tablet", "at": 200}])
        x, y = re.findall(r"translate\((-?[\d.]+) (-?[\d.]+)\) skewY\(-5\) scale\(.78\)", text)[0]
        places[pose] = float(x), float(y)
    assert places["giving"][0] > places["holding"][0] + 10
    assert places["giving"][1] - 61 * 0.78 > -75


def test_a_beak_is_open_while_somebody_talks(library: Library) -> None:
    beaks = library.studio.parts.species["robin"]
    for face, beak in (("calm", "open"), ("sad", "open"), ("happy", "wide"), ("laughing", "wide")):
        text = drawn(library, figures=[{"who": "pip", "pose": "telling", "face": face}])
        there = {
            name
            for name, part in beaks.items()
            if name.startswith("beak-") and part.markup.split(' d="')[1].partition('"')[0] in text
        }
        assert there == {f"beak-{beak}"}


def test_whoever_sits_on_a_thing_is_as_high_as_its_seat(library: Library) -> None:
    """The seat of a stool of size 2 is 68 above its foot at 300, and a bird that sits is 2 lower than its feet."""
    stool = {"what": "stool", "at": 120, "y": 300, "size": 2}
    text = drawn(library, figures=[{"who": "pip", "sits": "stool", "at": 120}], things=[stool])
    assert "translate(120 230)" in text


def test_what_somebody_sits_on_is_behind_them(library: Library) -> None:
    cushion = library.studio.parts.things["cushion"]["front"].markup.split('d="')[1].split('"')[0]
    beak = library.studio.parts.species["robin"]["beak-closed"].markup.split('d="')[1].split('"')[0]
    for sits, behind in (("cushion", True), ("floor", False)):
        figures = [{"who": "pip", "sits": sits, "at": 120, "facing": "right"}]
        text = drawn(library, figures=figures, things=[{"what": "cushion", "at": 120}])
        assert (text.index(cushion) < text.index(beak)) is behind


def test_a_bubble_shows_a_thing_or_a_symbol(library: Library) -> None:
    heart = library.studio.parts.things["heart"]["front"].markup.split('d="')[1].split('"')[0]
    for shows, there in (("heart", True), ("clock", False)):
        text = drawn(library, bubbles=[{"shows": shows, "at": 100, "y": 60, "to": 120, "to_y": 120}])
        assert (heart in text) is there
        assert ('viewBox="0 0 96 96"' in text) is not there
        minidom.parseString(text)


def test_the_sky_is_that_of_the_time_of_day(library: Library) -> None:
    skies = {light: "#2f4268" in drawn(library, light=light) for light in ("day", "evening", "night")}
    assert skies == {"day": False, "evening": False, "night": True}


def test_everyone_looks_always_the_same(library: Library) -> None:
    studio = Studio(library.studio.parts, library.studio.cast, library.studio.symbols)
    assert compose(DrawnScene.model_validate(SCENE), studio) == drawn(library)


def test_a_holding_hand_is_before_the_body_and_a_waving_one_above_the_shoulder() -> None:
    assert hand(POSES["holding"])[0] > 15
    assert hand(POSES["waving"])[1] < -70
