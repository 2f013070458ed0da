"""A slip at a block of a lesson shows everyone nothing that Python-Markdown shows in a box for adults.

The judge is the HTML that Python-Markdown makes of the same broken file; a slip that is refused is no harm.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from macros.checks.markup import check_page_markup
from macros.problems import ContentError
from macros.source import Document, parse_lesson, read_tree
from tests.source.test_every_page_as_shown import MACRO, PAGES, ROOT, SYMBOL, shown

LESSONS = [file for file in PAGES if file.name == "lesson.md"]
ADULTS = frozenset({"teacher", "home", "worksheet"})
LONG = 12  # letters: a shorter line may fairly stand in two places

Slip = Callable[[random.Random, str], list[str]]
SLIPS: dict[str, Slip] = {
    "indented by less": lambda chance, line: [line[chance.randrange(1, 5) :]],
    "something before it": lambda chance, line: [chance.choice([" ", "    ", "\t", "- ", "> ", "`", "1. "]) + line],
    "an empty line after it": lambda _, line: [line, ""],
    "an empty line before it": lambda _, line: ["", line],
    "gone": lambda _chance, _line: [],
    "wrapped": lambda _, line: [line[: len(line) // 2], line[len(line) // 2 :]],
    "a fence before it": lambda _, line: ["```", line],
    "other marks": lambda chance, line: [line.replace("!!! ", chance.choice(["!!!", "!! ", "??? ", "!!!  "]))],
}


def outside_boxes(element: Any, inside: bool = False) -> Iterator[str]:
    """Give the words that stand in no box for adults."""
    inside = inside or bool(ADULTS & set((element.get("class") or "").split()))
    if not inside:
        yield element.text or ""
    for child in element:
        yield from outside_boxes(child, inside)
        if not inside:
            yield child.tail or ""


def squeezed(text: str) -> str:
    return "".join(text.split())


def for_everyone(document: Document) -> Iterator[str]:
    """Give the beginning of each line for everyone, up to what Markdown would change in it."""
    for step in document.data["steps"]:
        for part in step["parts"]:
            for line in part["text"].split("\n") if part["kind"] == "everyone" else ():
                plain = MACRO.sub("", line).replace("*", "").lstrip("-# 1234567890.|")
                for sign in "[|<`":
                    plain = plain.split(sign)[0]
                yield squeezed(plain)


def broken(chance: random.Random, slip: Slip) -> tuple[str, str]:
    """Give a lesson with one slip, and its file."""
    file = chance.choice(LESSONS)
    head, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
    lines = body.split("\n")
    place = chance.choice([number for number, line in enumerate(lines) if line.startswith(("    ", "!!!"))])
    lines[place : place + 1] = slip(chance, lines[place])
    return f"{head}\n---\n" + "\n".join(lines), file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("seed", range(3))
def test_a_slip_shows_everyone_nothing_that_is_in_a_box_for_adults(seed: int, slip: str) -> None:
    chance = random.Random(f"{seed} {slip}")
    for _ in range(12):
        text, path = broken(chance, SLIPS[slip])
        tree = read_tree(text, path)
        try:
            document = parse_lesson(tree)
        except ContentError:
            continue
        if tree.refused or check_page_markup(tree):
            continue
        body = text.split("\n---\n", 1)[1]
        seen = squeezed("".join(outside_boxes(shown(MACRO.sub("", SYMBOL.sub(r"\1", body))))))
        leaked = [line for line in for_everyone(document) if len(line) > LONG and line not in seen]
        assert not leaked, f"{path}: {leaked}"


def test_a_leak_would_be_seen() -> None:
    page = shown('Hello to all of you.\n\n!!! teacher "Say"\n    Do not show this to the class.\n')
    seen = squeezed("".join(outside_boxes(page)))
    assert "Hellotoallofyou." in seen
    assert "Donotshow" not in seen
