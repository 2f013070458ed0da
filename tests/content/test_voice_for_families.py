"""Pages for families sound as a calm friend who works in a school: the band of the project's sheet on its voice.

| what | families |
| --- | --- |
| a sentence of prose | 10 to 16 words on average, 28 at most |
| Flesch–Kincaid grade | at most 7 |
| places where speech contracts (don't, it's) | at least half do |
| someone, everyone, no one, anyone | at least two thirds, beside the words in -body |
| whom | none |

Prose is what stands in paragraphs, in steps and in lists of whole sentences. Counted apart are headings, tables,
labels, the box at the top of a page, the bold words with which a step begins, and what a grown-up could say to a
child: all of those are short so that they are seen or said quickly. A sheet to print is nearly all labels, so it has
no average.

A single stiff sentence fails nothing: `python -m macros voice docs/parents` shows where to look.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.commands.voice import CONTRACTED, SOMEBODY, SOMEONE, WHOLE
from tests.content.test_reading_level import FAMILIES, faults
from tests.content.writing import Piece, page
from tests.reading import phrases, sentences, words_of

PAGES = (
    "docs/index.md",
    "docs/about/accessibility.md",
    "docs/about/credits.md",
    "docs/about/index.md",
    "docs/about/privacy.md",
    "docs/teachers/how-we-teach.md",
    "docs/parents/*.md",
    "docs/parents/ages/*.md",
    "docs/parents/set-up/*.md",
    "docs/parents/print/*.md",
)
SHEETS = ("docs/parents/print/leaflet.md", "docs/parents/print/words-*.md")  # labels, and little else

AVERAGE = (10, 16)
LEAST_CONTRACTED = 0.5
LEAST_SOMEONE = 2 / 3

FRONT_BOX = re.compile(r"^!!! minute.*\n(?:(?:    .*)?\n)*", re.MULTILINE)
SAYS_A_SENTENCE = re.compile(r"\{\{ *(?:contact|current|current_text|phone_rule|routes_looked_up)\(.*?\) *\}\}")
HEADING_OR_TABLE = re.compile(r"^(?:#|\||!!!).*$", re.MULTILINE)
ITEM = re.compile(r"^[ ]*(?:[-*]|\d+\.) +", re.MULTILINE)
LABEL = re.compile(r"\*\*[^*]+\*\*[:.,]?\s*")
SAID = re.compile(r"[\"“]([^\"“”]*)[\"”]")
WHOM = re.compile(r"\bwhom\b", re.IGNORECASE)
STOP = re.compile(r"[.!?…][\"”)*]*$")


def prose(text: str) -> list[str]:
    """Give the sentences of a page's prose."""
    text = SAYS_A_SENTENCE.sub("", FRONT_BOX.sub("", text))
    text = HEADING_OR_TABLE.sub("", text)
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        for block in re.split(r"\n(?=[ ]*(?:[-*]|\d+\.) )", paragraph):
            words = ITEM.sub("", block.strip())
            if not STOP.search(words):
                continue  # a label, or the words before a list or a line to write on
            words = LABEL.sub("", words) if LABEL.match(words) else words
            words = SAID.sub(lambda said: f"“{sentences(said[1])[0]}”" if sentences(said[1]) else "", words)
            for phrase in phrases(words):
                found += [one for one in sentences(phrase) if not SAID.fullmatch(one)]
    return found


def average(text: str) -> float:
    """Give the words of a sentence of prose, on average."""
    lengths = [len(words_of(sentence)) for sentence in prose(text)]
    return sum(lengths) / len(lengths) if lengths else 0


def contracted(text: str) -> tuple[int, int]:
    """Count the places where speech contracts: those where the text does, and those where it does not."""
    return len(CONTRACTED.findall(text)), len(WHOLE.findall(text))


def pieces(root: Path) -> list[Piece]:
    found = [file.relative_to(root).as_posix() for pattern in PAGES for file in sorted(root.glob(pattern))]
    return [page(root, path) for path in found]


@pytest.mark.parametrize("pattern", [*PAGES, *SHEETS])
def test_there_are_such_pages(root: Path, pattern: str) -> None:
    assert list(root.glob(pattern)), f"No page is called {pattern} any more. Take it out of the list above."


def test_a_sentence_for_families_is_neither_chopped_nor_long(root: Path) -> None:
    sheets = {file.relative_to(root).as_posix() for pattern in SHEETS for file in root.glob(pattern)}
    found = []
    for piece in pieces(root):
        found += faults(root, [piece], FAMILIES, "families")
        words = average(piece.text)
        if piece.path not in sheets and not AVERAGE[0] <= words <= AVERAGE[1]:
            found.append(
                f"{piece.path}: a sentence of prose has {words:.1f} words on average; for families {AVERAGE[0]} to "
                f"{AVERAGE[1]}. Join short ones with so, because, if or but; split long ones."
            )
    assert not found, "\n".join(found)


def test_pages_for_families_contract_as_people_do(root: Path) -> None:
    found = []
    for piece in pieces(root):
        done, whole = contracted(piece.text)
        if done < LEAST_CONTRACTED * (done + whole):
            places = ", ".join(f"“{match[0]}”" for match in WHOLE.finditer(piece.text))
            found.append(f"{piece.path}: {done} of {done + whole} contract; at least half should. Look at {places}.")
    assert not found, "\n".join(found)


def test_pages_for_families_say_someone_more_often_than_somebody(root: Path) -> None:
    text = "\n".join(piece.text for piece in pieces(root))
    someone, somebody = len(SOMEONE.findall(text)), len(SOMEBODY.findall(text))
    assert someone >= LEAST_SOMEONE * (someone + somebody), f"{someone} in -one and {somebody} in -body."


def test_no_page_for_families_says_whom(root: Path) -> None:
    found = [piece.path for piece in pieces(root) if WHOM.search(piece.text)]
    assert not found, f"Say “who” and not “whom” in {', '.join(found)}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A heading\n\nSit down with your child.\n", ["Sit down with your child."]),
        ("- Shorts\n- Sit with your child.\n", ["Sit with your child."]),
        ("1. **Listen.** Let your child talk first.\n2. Wait.\n", ["Let your child talk first.", "Wait."]),
        ('!!! minute "In one minute"\n    - Stay near.\n\n    Worried now?\n\nAsk about it.\n', ["Ask about it."]),
        ('Ask, "Who is there? Is it fun?"\n', ["Ask, “Who is there?”"]),
        ('Begin with a game. "Show me what you like."\n', ["Begin with a game."]),
        ('- "Who could you tell?"\n', []),
        ("| Age | Thirteen. |\n", []),
        ('{{ current("under-16") }} That can change.\n', ["That can change."]),
        ('!!! note "A note"\n    Stay calm.\n', ["Stay calm."]),
        ("See [the other page](other.md#place)\nfor more.\n", ["See the other page for more."]),
    ],
)
def test_prose_is_what_is_left_without_headings_labels_and_words_to_say(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


def test_short_sentences_are_told_from_joined_ones() -> None:
    assert average("Stay calm. Then listen. Keep it.\n") == 2
    assert average("If it's scared your child, close it and keep a copy.\n") == 11


def test_what_contracts_is_counted_in_and_out_of_quotation_marks() -> None:
    assert contracted("It is late, so don't reply. Say, \"I'm not cross. You are safe.\"") == (2, 2)
