"""The steps of space and of letters: each is as much as its name says, is used, and is there where it is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.assets import style_sheets

STEP = re.compile(r"(--(space|size)-(em-)?(\d+)): ([\d.]+)(r?em);")
USED = re.compile(r"var\((--(?:space|size)-[\w-]+)\)")
PARTS = {"space": 10, "size": 100}  # a step is so many of a letter's tenths, or of its hundredths


@pytest.fixture(scope="module")
def sheets(root: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in style_sheets(root)}


def test_a_step_is_as_much_as_its_name_says(sheets: dict[str, str]) -> None:
    steps = STEP.findall(sheets["tokens.css"])
    assert len(steps) > 30
    for name, kind, em, number, value, unit in steps:
        assert float(value) == int(number) / PARTS[kind], name
        assert unit == ("em" if em else "rem"), name


def test_every_step_is_used_and_every_step_that_is_used_is_there(sheets: dict[str, str]) -> None:
    steps = {name for name, *_ in STEP.findall(sheets["tokens.css"])}
    assert {name for sheet in sheets.values() for name in USED.findall(sheet)} == steps


def test_nothing_else_sets_a_step(sheets: dict[str, str]) -> None:
    """A build writes the values in the place of the names: a step that a page sets anew would be lost."""
    assert [name for name, sheet in sheets.items() if re.search(r"--(?:space|size)-[\w-]+:", sheet)] == ["tokens.css"]
