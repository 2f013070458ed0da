"""The pages for staff and governors are plain professional English: the band of the project's sheet on its voice.

A sentence has 8 to 16 words on average, and 28 at most; no one writes “whom”. A form to fill in is nearly all labels.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.test_voice_of_worries import ROOT, STAFF, faults
from tests.content.writing import page

FORMS = {"docs/staff/platform-risk.md"}
PAGES = sorted({file.relative_to(ROOT).as_posix() for file in (ROOT / "docs/staff").glob("*.md")} - FORMS)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_for_staff_is_plain_professional_english(root: Path, path: str) -> None:
    found = faults(page(root, path).text, STAFF)
    assert not found, f"{path}:\n" + "\n".join(found)


def test_every_page_for_staff_is_measured() -> None:
    assert len(PAGES) >= 10
    assert "docs/staff/dsl.md" in PAGES
