"""Turns the site's drawings into pictures that any program shows: colours written out, letters brought along."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import resvg_py
from fontTools.ttLib import TTFont

INK = "#22303c"
VARIABLE = re.compile(r"var\(--[\w-]+, *(#[0-9a-fA-F]{3,8})\)")
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
FAMILY = "School Reader"


class Painter:
    """Makes pictures, each once.

    Args:
        fonts: the folder of the site's letters: a drawing's words look alike on every machine.
        width: how many points a picture of the story is wide.
    """

    def __init__(self, fonts: Path, width: int) -> None:
        self.width = width
        self._made: dict[tuple[str, int], bytes] = {}
        self._letters = tempfile.TemporaryDirectory()
        self._files = []
        for file in sorted(fonts.glob("*.woff2")):
            font = TTFont(file, recalcTimestamp=False)
            font.flavor = None
            target = Path(self._letters.name) / f"{file.stem}.ttf"
            font.save(target)
            self._files.append(str(target))

    def paint(self, svg: str, part: float = 1) -> bytes:
        """Give a drawing as a PNG.

        Args:
            svg: the drawing.
            part: how wide it is, as a part of the width of a picture of the story.
        """
        wide = round(self.width * part)
        if (svg, wide) not in self._made:
            letters = self._files if "<text" in svg else []
            self._made[svg, wide] = bytes(
                resvg_py.svg_to_bytes(
                    svg_string=resolved(svg),
                    width=wide,
                    skip_system_fonts=True,
                    font_files=letters,
                    sans_serif_family=FAMILY,
                )
            )
        return self._made[svg, wide]


def resolved(svg: str) -> str:
    """Write the colours of a drawing out, and take out what a page alone can follow (the dark).

    Args:
        svg: the drawing.
    """
    return VARIABLE.sub(r"\1", STYLE.sub("", svg)).replace("currentColor", INK)


def size_of(png: bytes) -> tuple[int, int]:
    """Give how wide and high a PNG is: both stand in its first chunk."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
