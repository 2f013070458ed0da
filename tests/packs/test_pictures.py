"""A drawing as a PNG, read with Pillow."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from macros.packs.pictures import Painter, resolved, size_of

FONTS = Path(__file__).parents[2] / "docs/assets/fonts"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6" width="9" height="6">{}</svg>'


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(FONTS, 90)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGBA")


@pytest.mark.parametrize(
    ("colour", "expected"),
    [("var(--picture-warm, #e8955a)", (232, 149, 90, 255)), ("currentColor", (34, 48, 60, 255))],
)
def test_colours_of_the_page_are_written_out(painter: Painter, colour: str, expected: tuple[int, ...]) -> None:
    drawn = opened(painter.paint(SQUARE.format(f'<rect width="9" height="6" fill="{colour}"/>')))
    assert drawn.getpixel((45, 30)) == expected


def test_a_picture_is_as_light_as_by_day(painter: Painter) -> None:
    dark = "<style>@media (prefers-color-scheme:dark){rect{fill:#000000}}</style>"
    drawn = opened(painter.paint(SQUARE.format(f'{dark}<rect width="9" height="6" fill="#ffffff"/>')))
    assert drawn.getpixel((45, 30)) == (255, 255, 255, 255)


def test_words_in_a_drawing_are_drawn_on_a_machine_without_letters(painter: Painter) -> None:
    text = '<text x="1" y="5" font-family="Andika,Verdana,sans-serif" font-size="4" fill="#000000">Ha!</text>'
    drawn = opened(painter.paint(SQUARE.format(text)))
    assert drawn.getbbox() is not None


def test_its_size_stands_in_a_picture(painter: Painter) -> None:
    png = painter.paint(SQUARE.format(""), 0.5)
    assert size_of(png) == opened(png).size == (45, 30)


def test_no_colour_is_left_to_the_page() -> None:
    assert (
        resolved('<path fill="var(--a, #123456)" stroke="currentColor"/>') == '<path fill="#123456" stroke="#22303c"/>'
    )
