"""Strands and codes are read."""

from __future__ import annotations

from macros.models.framework import Frameworks
from tests.models.telling import made, told


def test_frameworks_are_read() -> None:
    frameworks = made(
        Frameworks, "strands: [{id: a, name: A}]\ncodes: [{code: OSA-4, curriculum: RSHE, text: Be careful.}]\n"
    )
    assert frameworks.codes[0].code == "OSA-4"


def test_a_strand_without_a_name_is_told() -> None:
    assert told(Frameworks, "strands: [{id: a}]\ncodes: []\n") == [
        "1:11: “name” is missing here. Add a line “name: …”."
    ]
