"""A code holds the very address, read here by the standard and not by what drew it."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product

from PIL import Image

from macros.design.qr import SCALE, qr_png

ADDRESS = "https://safety.sch.uk/"  # 22 letters: version 2, of which level M has one block, with 28 words of data
SIDE = 25
QUIET = 4
# ISO/IEC 18004, table 10: what the three bits of the mask turn over.
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
)


def modules(png: bytes) -> list[list[bool]]:
    """Read the dark modules of a picture."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    assert picture.size == ((SIDE + 2 * QUIET) * SCALE,) * 2
    middle = SCALE // 2
    rows = range(SIDE + 2 * QUIET)
    dark = [[picture.getpixel((x * SCALE + middle, y * SCALE + middle)) == 0 for x in rows] for y in rows]
    assert not any(any(row) for row in (*dark[:QUIET], *dark[-QUIET:])), "There is no quiet zone."
    return [row[QUIET:-QUIET] for row in dark[QUIET:-QUIET]]


def is_data(y: int, x: int) -> bool:
    """Say whether a module of version 2 carries data: it is no finder, no timing, no alignment and no format."""
    finder = (y < 9 and (x < 9 or x >= SIDE - 8)) or (y >= SIDE - 8 and x < 9)
    return not finder and 6 not in (y, x) and not (16 <= y <= 20 and 16 <= x <= 20)


def read(png: bytes) -> str:
    """Read a code of version 2 without errors, in bytes."""
    dark = modules(png)
    form = [dark[8][x] for x in range(5)]  # level and mask, with “10101” over them
    level, mask = form[0] ^ True, [form[2] ^ True, form[3] ^ False, form[4] ^ True]
    assert (level, form[1] ^ False) == (False, False), "It is not of level M."
    turned = MASKS[mask[0] * 4 + mask[1] * 2 + mask[2]]
    columns = [x for x in range(SIDE - 1, 0, -2) if x > 6] + [5, 3, 1]
    bits = []
    for number, right in enumerate(columns):
        rows = range(SIDE - 1, -1, -1) if number % 2 == 0 else range(SIDE)
        bits += [dark[y][x] ^ turned(y, x) for y, x in product(rows, (right, right - 1)) if is_data(y, x)]

    def number_of(start: int, length: int) -> int:
        return int("".join("01"[bit] for bit in bits[start : start + length]), 2)

    assert number_of(0, 4) == 4, "It is not in bytes."
    return bytes(number_of(12 + 8 * place, 8) for place in range(number_of(4, 8))).decode("iso-8859-1")


def test_the_code_opens_the_very_address() -> None:
    assert read(qr_png(ADDRESS)) == ADDRESS


def test_the_same_address_is_the_same_file() -> None:
    assert qr_png(ADDRESS) == qr_png(ADDRESS)
