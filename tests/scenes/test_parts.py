"""What has been drawn is whole: all parts of every species, a mouth for every face, something to show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args
from xml.dom import minidom
from xml.etree import ElementTree

import pytest

from macros.models.drawn_scene import Face
from macros.scenes.parts import PARTS, groups, read_parts, whole
from macros.scenes.places import seat_of

FILES = sorted(PARTS.rglob("*.svg"))
OF_ALL = {"tail", "body", "over-body", "head", "over-head"}
OF_A_BIRD = OF_ALL | {"crest", "wing"}
OF_AN_ANIMAL = OF_ALL | {"limbs", "ears", "features", "mouth", "nape", "back"}
BIRDS = {"robin", "owl", "duck", "tit", "kingfisher"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
SMALL = f'{SVG}<g id="front" data-screen="1 2 3 4"><path d="M0 0"/></g></svg>'


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_is_xml_and_brings_nothing_along(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    minidom.parseString(text)
    assert not re.search(r"<(?:script|image|style|foreignObject|use)\b|href|\son\w+=", text)


def test_every_bird_has_every_part_and_every_beak() -> None:
    parts = read_parts()
    beaks = {f"beak-{face.notes['beak']}" for face in parts.faces.values()}
    for name in BIRDS:
        assert set(parts.species[name]) == OF_A_BIRD | beaks, name


def test_every_animal_has_every_part_and_says_what_its_limbs_are_like() -> None:
    parts = read_parts()
    assert {face.notes["beak"] for face in parts.faces.values()} == set(parts.mouths)
    for name in set(parts.species) - BIRDS:
        animal = parts.species[name]
        assert set(animal) == OF_AN_ANIMAL, name
        assert set(animal["limbs"].notes) == {"arm", "paw", "foot", "size"}, name
        assert len([float(one) for one in animal["mouth"].notes["at"].split()]) == 2, name


def test_every_expression_that_may_be_written_is_drawn() -> None:
    assert set(read_parts().faces) == set(get_args(Face))


def test_clothes_say_what_they_are_on() -> None:
    assert {part.notes["on"] for part in read_parts().wears.values()} == {
        "head",
        "neck",
        "body",
        "collar",
        "seat",
        "wheel",
    }


def test_every_bird_and_animal_says_where_a_tail_ends_before_its_mouth() -> None:
    """A head is 60 wide and turns in its middle: the end of a tail is before it, and not far."""
    for name, drawing in read_parts().species.items():
        x, y = (float(one) for one in drawing["beak-closed" if name in BIRDS else "mouth"].notes["tip"].split())
        assert 20 <= x <= 60, name
        assert 0 <= y <= 25, name


def test_a_seat_has_its_height_and_half_of_its_width() -> None:
    seats = {name: seat_of(thing.values()) for name, thing in read_parts().things.items()}
    found = {name: seat for name, seat in seats.items() if seat}
    assert {"armchair", "sofa", "stool", "cushion", "bed"} <= set(found)
    for name, (high, half) in found.items():
        assert high < 0 < half, name


def test_a_thing_has_layers_of_known_names() -> None:
    for name, thing in read_parts().things.items():
        assert set(thing) <= {"back", "front", "over", "light"}, name


def test_a_group_is_read_with_its_notes_and_without_its_name() -> None:
    part = groups(SMALL)["front"]
    assert (part.markup, dict(part.notes)) == ('<g><path d="M0 0"/></g>', {"screen": "1 2 3 4"})


def test_a_place_is_read_as_one_group() -> None:
    assert whole(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" fill="none">\n  <path d="M0 0"/>\n</svg>'
    ) == ('<g fill="none"><path d="M0 0"/></g>')


def test_a_part_is_the_same_whatever_else_has_named_svg_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    before = groups(SMALL)["front"].markup, whole(SMALL)
    monkeypatch.setitem(vars(ElementTree)["_namespace_map"], "http://www.w3.org/2000/svg", "")
    assert (groups(SMALL)["front"].markup, whole(SMALL)) == before
    assert before[0] == '<g><path d="M0 0"/></g>'
