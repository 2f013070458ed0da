"""What a scene or the cast names and nobody has drawn is told with its place."""

from __future__ import annotations

import pytest

from macros.content.library import Library
from macros.models.cast import Cast
from macros.models.drawn_scene import DrawnScene, DrawnScenes
from macros.scenes.checks import absent, check_cast, check_scenes
from macros.source.yaml_text import parse_yaml

SCENE = """scenes:
  - id: hello
    alt: Pip shows Nan a tablet. Jay is on it.
    background: kitchen
    figures:
      - {who: pip, at: left, holds: tablet, wears: [new-hat]}
      - {who: nan, at: 300}
    things: [{what: mug, at: right}]
    bubbles: [{shows: plus, at: 100, y: 60, to: 120, to_y: 99}]
    screen: {background: garden, figures: [{who: jay}]}
"""


def said(library: Library, text: str, phase: str = "early-years") -> list[str]:
    document = parse_yaml(text, "s.yml")
    found = check_scenes(document, DrawnScenes.model_validate(document.data), library.studio, phase)
    return [str(problem).removeprefix("s.yml:") for problem in found]


def test_a_right_scene_has_nothing_to_mend(library: Library) -> None:
    assert said(library, SCENE) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("who: nan", "who: nann", "7:15: There is no figure “nann”. Did you mean “nan”?"),
        ("kitchen", "kichen", "4:17: There is no background “kichen”. Did you mean “kitchen”?"),
        ("background: garden", "background: gardn", "10:26: There is no background “gardn”. Did you mean “garden”?"),
        ("what: mug", "what: mugg", "8:21: There is no thing or symbol “mugg”. Did you mean “mug”?"),
        ("shows: plus", "shows: pluss", "9:23: There is no thing or symbol “pluss”. Did you mean “plus”?"),
        ("[new-hat]", "[new-hats]", "6:53: There is no clothing “new-hats”. Did you mean “new-hat”?"),
    ],
)
def test_what_is_not_there_is_told(library: Library, old: str, new: str, told: str) -> None:
    assert told in said(library, SCENE.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "at: left, holds: tablet",
            "at: right, sits: mug, holds: tablet",
            "6:37: “pip” can't sit on “mug”. What has a seat: ",
        ),
        (
            "- {who: nan, at: 300}\n    things: [",
            "- {who: nan, at: 300, sits: stool}\n    things: [{what: stool, at: 200}, ",
            "7:9: “nan” sits beside the “stool”, not on it. Move them to 200.",
        ),
        ("who: nan,", "who: nan, pose: hugging,", "7:9: “nan” doesn't reach “pip” with “hugging”. Bring them closer"),
        (
            "      - {who: nan, at: 300}\n",
            "",
            "6:26: “pip” is alone: nobody is there for “hugging”. Take another pose.",
        ),
        (
            "to: 120, to_y: 99",
            "from: pip",
            "9:33: The tail goes through the face of “pip”. Let its “at” be 163 or more.",
        ),
        (
            "to: 120, to_y: 99",
            "from: nan",
            "9:51: “nan” is seen from behind, without a mouth. Turn them round, or use “to”.",
        ),
    ],
)
def test_what_does_not_touch_or_speak_is_told(library: Library, old: str, new: str, told: str) -> None:
    text = SCENE.replace(old, new)
    if "alone" in told:
        text = text.replace("who: pip,", "who: pip, pose: hugging,").replace("Pip shows Nan", "Pip shows")
    if "behind" in told:
        text = text.replace("at: 300", "at: 300, facing: away")
    assert any(one.startswith(told) for one in said(library, text)), said(library, text)


def test_a_bubble_before_a_face_and_a_hug_that_reaches_are_right(library: Library) -> None:
    text = SCENE.replace("at: 100, y: 60, to: 120, to_y: 99", "at: 190, y: 60, from: pip")
    text = text.replace("{who: nan, at: 300}", "{who: nan, at: 190, pose: hugging}")
    assert said(library, text) == []


def test_a_mistyped_figure_gives_one_message(library: Library) -> None:
    assert len(said(library, SCENE.replace("who: nan", "who: nann"))) == 1


def test_what_is_held_and_not_there_is_told(library: Library) -> None:
    assert said(library, SCENE.replace("holds: tablet", "holds: phon")) == [
        "6:37: There is no thing “phon”. Did you mean “phone”?",
        "10:5: No tablet or phone is in this scene, so “screen” is seen nowhere. Add one, or take it out.",
    ]


def test_an_alternative_text_that_names_who_is_not_there_is_told(library: Library) -> None:
    assert said(library, SCENE.replace("Pip shows Nan", "Pip shows Grandad")) == [
        "3:10: The alternative text names “Grandad”, who is not in the picture. Draw them, or take the name out."
    ]


def test_nobody_stands_in_the_stories_of_another_age(library: Library) -> None:
    assert said(library, SCENE, "years-1-2")[0] == (
        "6:15: “pip” lives in the stories of early-years. Take somebody of this age."
    )


def test_a_name_within_a_name_or_a_word_is_not_another(library: Library) -> None:
    scene = {"id": "a", "background": "classroom", "figures": [{"who": "teacher"}]}
    for alt in ("Pip's teacher reads.", "Pip's teacher has a linen bag and a quilled pen."):
        assert absent(DrawnScene.model_validate(scene | {"alt": alt}), library.studio.cast) == []
    alone = DrawnScene.model_validate(scene | {"alt": "Pip's teacher helps Pip."})
    assert absent(alone, library.studio.cast) == ["Pip"]


def test_the_name_of_somebody_in_another_world_is_no_name_here(library: Library) -> None:
    text = SCENE.replace("Pip shows Nan", "Pip and Tam and Miss Plum show Nan")
    assert said(library, text) == []


def test_a_human_does_not_wear_the_clothes_of_an_animal(library: Library) -> None:
    text = "scenes: [{id: a, alt: Kit., background: street, figures: [{who: kit, wears: [shawl]}]}]\n"
    (told,) = said(library, text, "years-3-4")
    assert "There is no clothing “shawl”." in told


@pytest.mark.parametrize(
    ("looks", "told"),
    [
        ("species: robbin", "There is no species “robbin”. Did you mean “robin”?"),
        ("species: robin, wears: [glases]", "There is no clothing “glases”. Did you mean “glasses”?"),
        ("person: {build: ten, skin: tan, hair: pufs}", "There is no hair “pufs”. Did you mean “puffs”?"),
        (
            "person: {build: ten, skin: tan, hair: puffs}, wears: [glases]",
            "There is no clothing “glases”. Did you mean “glasses”?",
        ),
    ],
)
def test_a_species_or_clothes_that_nobody_has_drawn_are_told(library: Library, looks: str, told: str) -> None:
    text = (
        "cast:\n  - {id: pip, name: Pip, pronoun: she, age: four, world: early-years, family: A., line: B.,"
        f" looks: {{{looks}}}}}\n"
    )
    document = parse_yaml(text, "cast.yml")
    found = list(check_cast(document, Cast.model_validate(document.data), library.studio.parts))
    assert [problem.sentence for problem in found] == [told]
