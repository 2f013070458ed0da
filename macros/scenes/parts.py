"""Reads the drawn parts: species, faces, clothes, things and places, each a group of an SVG file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from xml.etree import ElementTree

PARTS = Path(__file__).parent / "parts"
SVG = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Part:
    """A group of an SVG file.

    Attributes:
        markup: what is in it, with the group itself.
        notes: its attributes “data-…”, without that beginning: what a composer has to know of it.
    """

    markup: str
    notes: Mapping[str, str]


Drawing = Mapping[str, Part]


@dataclass(frozen=True, eq=False)  # they are known by themselves: they are too many to be compared
class Parts:
    """Everything that has been drawn.

    Attributes:
        species: each kind of bird and animal, in parts.
        faces: each expression.
        mouths: the mouth of each expression, of those who have no beak.
        wears: clothes, hair and aids.
        things: each thing: what stands behind the figures (“back”), before them (“front”), over a
            screen (“over”) and what shines in the dark (“light”).
        backgrounds: each place.
        people: what people are drawn from: heads, faces, hair, hands and clothes.
    """

    species: Mapping[str, Drawing]
    faces: Drawing
    mouths: Drawing
    wears: Drawing
    things: Mapping[str, Drawing]
    backgrounds: Mapping[str, str]
    people: Mapping[str, Drawing]


def read_parts(folder: Path = PARTS) -> Parts:
    """Read every drawn part.

    Args:
        folder: where they are.
    """
    return Parts(
        species=MappingProxyType({file.stem: groups(_text(file)) for file in sorted(folder.glob("species/*.svg"))}),
        faces=groups(_text(folder / "faces.svg")),
        mouths=groups(_text(folder / "mouths.svg")),
        wears=groups(_text(folder / "wears.svg")),
        things=MappingProxyType({file.stem: groups(_text(file)) for file in sorted(folder.glob("things/*.svg"))}),
        backgrounds=MappingProxyType(
            {file.stem: whole(_text(file)) for file in sorted(folder.glob("backgrounds/*.svg"))}
        ),
        people=MappingProxyType({file.stem: groups(_text(file)) for file in sorted(folder.glob("people/*.svg"))}),
    )


def groups(svg: str) -> Drawing:
    """Give the groups of a drawing by their ids."""
    found = {}
    for element in ElementTree.fromstring(svg):
        identity = element.attrib.pop("id")
        notes = {
            name.removeprefix("data-"): element.attrib.pop(name) for name in list(element.attrib) if "data-" in name
        }
        found[identity] = Part(_markup(element), MappingProxyType(notes))
    return MappingProxyType(found)


def whole(svg: str) -> str:
    """Give a whole drawing as one group."""
    element = ElementTree.fromstring(svg)
    element.tag = "g"
    element.attrib.pop("viewBox")
    return _markup(element)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _markup(element: ElementTree.Element) -> str:
    # Without its namespace: which prefix the standard library would write is a setting of the whole process.
    for part in element.iter():
        part.tag = part.tag.removeprefix(f"{{{SVG}}}")
    text = ElementTree.tostring(element, encoding="unicode")
    return re.sub(r">\s+<", "><", text.strip()).replace(" />", "/>")
