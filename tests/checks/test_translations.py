"""Each translation is of the English, line for line, with the same numbers."""

from __future__ import annotations

import pytest

from macros.checks.translations import check_translations
from macros.models.help_route import HelpRoute
from macros.models.translation import Translation
from macros.source import Document, parse_yaml

ENGLISH = "en.yml"
WORDS = "language: {0}\nname: A\nin_english: B\ntitle: T\nintro: I\nlines:\n  - Ring {{police}}.\n  - Tell someone.\n"
END = "say: S\nmore: M\nnot_checked: N\n"
POLICE = {
    "id": "police", "order": 1, "name": "Police", "readers": ["parents"], "who": "For a crime.", "phone": "101",
    "when": "day-and-night", "looked_up": "2026-11-28", "rung": "none",
    "without_speech": {"relay": "18001", "looked_up": "2026-11-28"},
}  # fmt: skip


def read(path: str, text: str) -> tuple[Document, Translation]:
    document = parse_yaml(text, path)
    return document, Translation.model_validate(document.data)


def told(polish: str, path: str = "pl.yml", english: str = ENGLISH) -> list[str]:
    found = {english: read(english, WORDS.format("en") + END), path: read(path, polish + END)}
    return [str(problem) for problem in check_translations(found, [HelpRoute.model_validate(POLICE)], ENGLISH)]


def test_a_translation_line_for_line_is_left_alone() -> None:
    assert told(WORDS.format("pl").replace("Ring", "Zadzwoń").replace("Tell someone", "Powiedz komuś")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  - Tell someone.\n",
            "",
            "6:1: This has 1 lines, and the English has 2. Translate it line for line.",
        ),
        (
            "Ring {police}.",
            "Ring.",
            "7:5: The same line of the English names these numbers: {police}. Name them here too, and no others.",
        ),
        (
            "Tell someone.",
            "Tell {police}.",
            "8:5: The same line of the English names these numbers: none. Name them here too, and no others.",
        ),
        (
            "{police}",
            "{police",
            "7:5: A number stands here as {police}: the id of its help route in braces. Mend the braces.",
        ),
    ],
)
def test_what_is_not_as_in_the_english_is_told(old: str, new: str, said: str) -> None:
    assert f"pl.yml:{said}" in told(WORDS.format("pl").replace(old, new))


def test_a_number_that_is_not_there_is_told_with_what_was_meant() -> None:
    assert told(WORDS.format("pl").replace("{police}", "{polise}"))[0] == (
        "pl.yml:7:5: There is no help route {polise} with a phone number. Did you mean “{police}”?"
    )


def test_an_address_that_is_not_there_is_told() -> None:
    said = told(WORDS.format("pl").replace("{police}", "{police email}"))[0]
    assert said.startswith("pl.yml:7:5: There is no help route {police email} with an email address.")


def test_a_file_of_another_name_is_told() -> None:
    assert told(WORDS.format("pl"), path="pol.yml") == [
        "pol.yml:1:11: This file is called “pol.yml”. Name it “pl.yml”."
    ]


def test_the_english_is_missed() -> None:
    assert told(WORDS.format("pl"), english="other/en.yml") == [
        "en.yml:1:1: This file is missing: the English, of which the others are translations."
    ]
