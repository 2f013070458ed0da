"""What has been drawn is whole: every bird has every part, every expression its beak, every thing something to show."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args
from xml.dom import minidom

import pytest

from macros.models.drawn_scene import Face
from macros.scenes.parts import PARTS, groups, read_parts, whole

FILES = sorted(PARTS.rglob("*.svg"))
OF_A_BIRD = {"tail", "body", "over-body", "head", "over-head", "crest", "wing"}
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
    for name, bird in parts.birds.items():
        assert set(bird) == OF_A_BIRD | beaks, name


def test_every_expression_that_may_be_written_is_drawn() -> None:
    assert set(read_parts().faces) == set(get_args(Face))


def test_clothes_say_what_they_are_on() -> None:
    assert {part.notes["on"] for part in read_parts().wears.values()} == {"head", "neck", "body"}


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
