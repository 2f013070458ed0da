"""The pages for teachers sound like a colleague in the staff room; what one could say to a child is said as we speak.

| what | band |
| --- | --- |
| a sentence of prose for teachers | 8 to 16 words on average, 28 at most |
| what speech contracts, for teachers | at least half is |
| what speech contracts within quotation marks, for all adults | at least 70 in 100 |
| whom | none |

What prose is, is said in test_voice_for_families.py. A script is what children hear, and orders for a week are none.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.content.test_voice_for_families import SAID, WHOM, average, contracted, prose
from tests.content.writing import page
from tests.reading import phrases, words_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = {f"docs/teachers/{name}.md" for name in ("assembly", "safer-internet-day", "song")}
PAGES = sorted({file.relative_to(ROOT).as_posix() for file in (ROOT / "docs/teachers").glob("*.md")} - SCRIPTS)
AVERAGE = (8, 16)
LONGEST = 28
LEAST_CONTRACTED = 0.5
FOLDERS = ("docs/help", "docs/parents", "docs/staff", "docs/teachers")
LEAST_CONTRACTED_IN_SPEECH = 0.7


def said(text: str) -> str:
    """Give what stands in quotation marks."""
    return " ".join(found[1] for phrase in phrases(text) for found in SAID.finditer(phrase))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_for_teachers_sounds_like_a_colleague(root: Path, path: str) -> None:
    text = page(root, path).text
    assert AVERAGE[0] <= average(text) <= AVERAGE[1], f"{average(text):.1f} words in a sentence on average"
    assert not [sentence for sentence in prose(text) if len(words_of(sentence)) > LONGEST]
    short, whole = contracted(text)
    assert short >= LEAST_CONTRACTED * (short + whole), f"{short} of {short + whole} are contracted"
    assert not WHOM.search(text)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_can_be_said_to_a_child_is_said_as_people_speak(root: Path, folder: str) -> None:
    counts = [
        contracted(said(page(root, file.relative_to(root).as_posix()).text))
        for file in sorted((root / folder).rglob("*.md"))
    ]
    short, whole = (sum(count[place] for count in counts) for place in (0, 1))
    assert short + whole >= 5, "there is speech to judge"
    assert short >= LEAST_CONTRACTED_IN_SPEECH * (short + whole), f"{short} of {short + whole} are contracted"


def test_speech_is_told_from_what_stands_round_it() -> None:
    text = 'You do not have to.\n\n- Say, "It\'s fine. I will not be cross."\n- He said “we’re here”.\n'
    assert re.sub(r"\s+", " ", said(text)) == "It's fine. I will not be cross. we’re here"
    assert contracted(said('Don\'t. "Do not."')) == (0, 1)


def test_every_page_for_teachers_is_measured_but_scripts() -> None:
    assert len(PAGES) >= 7
    assert {path for path in SCRIPTS if not (ROOT / path).exists()} == set()
