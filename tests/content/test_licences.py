"""Whatever came from others and is published stands in the list of licences, with the words of its licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LICENCES = ROOT / "docs/assets/licences.txt"
# A sentence of each licence that no other has.
WORDS = {
    "MIT": "Permission is hereby granted, free of charge",
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
}


def parts() -> dict[str, str]:
    """Give each part of the list by the name of its work."""
    _, *found = re.split(r"^-{100}\n", LICENCES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {part.split("\n", 1)[0]: part for part in found}


def part_on(name: str) -> str:
    """Give the part on a work, whatever its version."""
    return next((part for title, part in parts().items() if re.fullmatch(rf"{re.escape(name)}( [\d.]+)?", title)), "")


def test_the_letters_licence_is_given_word_for_word() -> None:
    assert (ROOT / "docs/assets/fonts/OFL.txt").read_text(encoding="utf-8").strip() in part_on("Andika")


@pytest.mark.parametrize("title", list(parts()))
def test_each_part_names_its_licence_and_gives_its_words(title: str) -> None:
    part = parts()[title]
    (licence,) = re.findall(r"^Licence: (\S+)$", part, re.MULTILINE)
    assert WORDS[licence] in part
    assert "opyright" in part
    assert f"- {title} ({licence})" in LICENCES.read_text(encoding="utf-8")


def test_the_credits_lead_to_the_list() -> None:
    assert "(../assets/licences.txt)" in (ROOT / "docs/about/credits.md").read_text(encoding="utf-8")
