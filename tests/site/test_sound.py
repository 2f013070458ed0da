"""Sound carries nothing alone: the site plays nothing, and what it reads aloud is the words that stand on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets import scripts
from tests.site.page import Page

PLAYERS = ("audio", "video", "source", "track", "embed", "object", "bgsound", "iframe")
# What a script may make a sound with, other than a voice that reads.
SOUNDS = ("AudioContext", "new Audio", "createOscillator", "HTMLMediaElement", ".play(", "vibrate(")
VOICE = "speechSynthesis"
READS = {"display.js", "read-aloud.js"}


def sounds(code: str) -> list[str]:
    """Name what a script may make a sound with."""
    return [each for each in SOUNDS if each in code]


def test_no_page_plays_a_sound_or_a_film(pages: dict[str, Page]) -> None:
    found = {path: [one.tag for one in page.all(*PLAYERS)] for path, page in pages.items()}
    assert not {path: tags for path, tags in found.items() if tags}


def test_no_script_makes_a_sound_but_the_reading_of_words_that_are_there(root: Path) -> None:
    code = {file.name: file.read_text(encoding="utf-8") for file in scripts(root)}
    assert not {name: found for name, text in code.items() if (found := sounds(text))}
    assert {name for name, text in code.items() if VOICE in text} == READS


@pytest.mark.parametrize("code", ["new Audio('ping.mp3').play()", "new (window.AudioContext)()"])
def test_a_sound_would_be_found(code: str) -> None:
    assert sounds(code)
