"""A scene names a place, who is there and what they do; each slip has its own sentence."""

from __future__ import annotations

import pytest

from macros.models.drawn_scene import DrawnScenes
from tests.models.telling import made, told

SCENE = (
    "scenes:\n"
    "  - id: hello\n"
    "    alt: Pip waves to Nan.\n"
    "    background: kitchen\n"
    "    figures:\n"
    "      - {who: pip, pose: waving, face: happy, at: left}\n"
    "      - {who: nan, at: 300}\n"
)


def test_a_scene_is_read_and_words_for_places_are_numbers() -> None:
    (scene,) = made(DrawnScenes, SCENE).scenes
    assert [figure.at for figure in scene.figures] == [120, 300]
    assert (scene.light, scene.figures[1].pose, scene.figures[1].face) == ("day", "standing", "calm")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("pose: waving", "pose: wavign", "6:26: “wavign” is not known as “pose”. Did you mean “waving”?"),
        ("face: happy", "face: hapy", "6:40: “hapy” is not known as “face”. Did you mean “happy”?"),
        ("at: 300", "at: 140", "7:9: “nan” and “pip” are in one place. Move one at least 30 along with “at”."),
        ("who: nan", "who: pip", "7:15: “pip” is here twice. Keep one."),
        (
            "at: left",
            "at: lefft",
            "6:51: “at” must be “left”, “centre”, “right” or a number of up to 480.",
        ),
        ("at: 300", "at: 300, size: big", "7:35: “size” must be a number."),
        ("at: 300", "at: 900", "7:24: “at” must be at most 540."),
    ],
)
def test_a_slip_is_told_with_its_place(old: str, new: str, said: str) -> None:
    assert told(DrawnScenes, SCENE.replace(old, new)) == [said]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("sits: stool", "There is no “stool” here to sit on. Add it to “things”, or write “floor”."),
        ("sits: lamp, y: 300", "“pip” is as high as the “lamp” that they sit on. Take “y” out."),
    ],
)
def test_a_seat_is_there_and_says_how_high_somebody_is(more: str, said: str) -> None:
    text = SCENE.replace("at: left", f"at: left, {more}") + "    things: [{what: lamp, at: 140}]\n"
    assert [one.split(": ", 1)[1] for one in told(DrawnScenes, text)] == [said]


@pytest.mark.parametrize("more", ["sits: lamp", "sits: floor, y: 300", "sits: yes, y: 300"])
def test_somebody_sits_on_a_thing_on_the_floor_or_on_what_the_place_has(more: str) -> None:
    text = SCENE.replace("at: left", f"at: left, {more}") + "    things: [{what: lamp, at: 140}]\n"
    assert made(DrawnScenes, text)


def test_figures_at_other_heights_are_in_other_places() -> None:
    assert made(DrawnScenes, SCENE.replace("at: 300", "at: 140, y: 320"))


def test_two_scenes_with_one_id_are_told() -> None:
    assert told(DrawnScenes, SCENE + SCENE.removeprefix("scenes:\n")) == [
        "8:9: Two scenes have the id “hello”. Give each its own."
    ]


@pytest.mark.parametrize(
    ("bubble", "said"),
    [
        ("words: Come and meet me", "A bubble has at most 3 words. Draw it with “shows”, or say it in the lesson."),
        ("words: Add me!, shows: plus", "A bubble has either “shows” or “words”. Keep one of them."),
        ("size: 1", "A bubble has either “shows” or “words”. Keep one of them."),
        ("shows: plus, from: pip", "A bubble with “from” finds the mouth by itself. Take “to” and “to_y” out."),
    ],
)
def test_a_bubble_has_a_picture_or_very_few_words_and_one_aim(bubble: str, said: str) -> None:
    text = f"{SCENE}    bubbles:\n      - {{{bubble}, at: 100, y: 50, to: 120, to_y: 90}}\n"
    assert [one.split(": ", 1)[1] for one in told(DrawnScenes, text)] == [said]


@pytest.mark.parametrize("aim", ["", ", to: 120", ", to_y: 90"])
def test_a_bubble_that_nobody_says_is_told(aim: str) -> None:
    text = f"{SCENE}    bubbles: [{{shows: plus, at: 100, y: 50{aim}}}]\n"
    assert [one.split(": ", 1)[1] for one in told(DrawnScenes, text)] == [
        "Nobody says this. Write “from” with one of the figures, or “to” and “to_y” for a thing that speaks."
    ]


def test_a_bubble_is_said_by_somebody_who_is_there() -> None:
    text = f"{SCENE}    bubbles: [{{shows: plus, at: 100, y: 50, from: jay}}]\n"
    assert told(DrawnScenes, text) == [
        "8:51: “jay” isn't in this picture. Add them to “figures”, or write who says it."
    ]
    (scene,) = made(DrawnScenes, text.replace("jay", "pip")).scenes
    assert scene.bubbles[0].speaker == "pip"


def test_a_bubble_of_three_words_is_right() -> None:
    assert made(DrawnScenes, f"{SCENE}    bubbles: [{{words: Come and see, at: 100, y: 50, to: 120, to_y: 90}}]\n")


def test_an_alternative_text_is_said_in_a_breath_or_two() -> None:
    (said,) = told(DrawnScenes, SCENE.replace("Pip waves to Nan.", "Pip waves. " * 30))
    assert "“alt” is too long: at most 250 characters." in said
