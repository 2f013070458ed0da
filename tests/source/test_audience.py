"""One slip of a key at a block never makes its words everyone's: it is refused, or the words stay where they were.

What belongs to a block is found here by the lines of the real files, which are all well formed, not by the reader.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.source import read_lesson

ROOT = Path(__file__).parents[2]
LESSONS = sorted(ROOT.glob("lessons/*/*/lesson.md"))
FOR_ADULTS = re.compile(r"!!! (?:teacher|home|worksheet)\b")
HIDDEN = "\ufeff"


def blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Give the first and the last line of each block that is not for everyone."""
    for number, line in enumerate(lines):
        if FOR_ADULTS.match(line):
            last = number
            for after in range(number + 1, len(lines)):
                if lines[after].startswith("    ") and lines[after].strip():
                    last = after
                elif lines[after].strip():
                    break
            yield number, last


def without_blocks(lines: list[str], found: list[tuple[int, int]]) -> list[str]:
    """Give the lines that stand in no block for adults."""
    return [line for n, line in enumerate(lines) if not any(first <= n <= last for first, last in found)]


def before_mark(text: str) -> Callable[[list[str], int, int], None]:
    def slip(lines: list[str], first: int, last: int) -> None:
        lines[first] = text + lines[first]

    return slip


def mark_is(text: str) -> Callable[[list[str], int, int], None]:
    def slip(lines: list[str], first: int, last: int) -> None:
        lines[first] = lines[first].replace("!!! ", text, 1)

    return slip


def indented_by(text: str) -> Callable[[list[str], int, int], None]:
    def slip(lines: list[str], first: int, last: int) -> None:
        lines[last] = text + lines[last].lstrip()

    return slip


def wrapped(lines: list[str], first: int, last: int) -> None:
    words = lines[last].split(" ")
    lines[last : last + 1] = [" ".join(words[:-2]), " ".join(words[-2:])]


def line_before(text: str) -> Callable[[list[str], int, int], None]:
    def slip(lines: list[str], first: int, last: int) -> None:
        lines[first:first] = [text, ""]

    return slip


def mark_gone(lines: list[str], first: int, last: int) -> None:
    del lines[first]


SLIPS = {
    "three spaces": indented_by("   "),
    "one space": indented_by(" "),
    "a tab": indented_by("\t"),
    "two marks": mark_is("!! "),
    "one mark": mark_is("! "),
    "full-width marks": mark_is("！！！ "),
    "no marks": mark_is(""),
    "no space after the marks": mark_is("!!!"),
    "in a list": before_mark("- "),
    "in a quotation": before_mark("> "),
    "a space before the mark": before_mark(" "),
    "an unseen mark": before_mark(HIDDEN),
    "a zero-width space": before_mark("\u200b"),
    "a last line that an editor wrapped": wrapped,
    "backticks that only look like a fence": line_before("```three words``` make a lock."),
    "a fence that is never closed": line_before("```"),
    "the line of the mark is gone": mark_gone,
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.parent.name)
def test_a_slip_at_a_block_is_refused_or_harmless(tmp_path: Path, file: Path, slip: str) -> None:
    original = file.read_text(encoding="utf-8").split("\n")
    whole = list(blocks(original))
    assert len(whole) >= 8, "too few blocks are found: has the form of a lesson changed?"
    first, last = random.Random(f"{file.parent.name} {slip}").choice(whole)
    told_apart = {line.strip() for line in original[first + 1 : last + 1] if len(line.split()) >= 3}
    lines = list(original)
    SLIPS[slip](lines, first, last)
    (tmp_path / "lesson.md").write_text("\n".join(lines), encoding="utf-8")
    try:
        document = read_lesson(tmp_path, "lesson.md")
    except ContentError as error:
        assert re.match(r"lesson\.md:\d+:\d+: ", str(error))
        return
    seen = "\n".join(
        part["text"]
        for step in document.data["steps"]
        for part in step["parts"]
        if part["kind"] in ("everyone", "word")
    )
    for_all = "\n".join(without_blocks(original, whole))
    leaked = [line for line in told_apart if line in seen and line not in for_all]
    assert not leaked, f"{slip}: everyone reads {leaked}"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ('!!! teacher "Say"\n    Ask Kit,\nand listen.\n', "7:1: These words stand right under “!!! teacher”."),
        ('!!! teacher "Say"\n    Ask Kit.\n   And listen.\n', "7:1: These words are indented and belong to no block"),
        ('!! teacher "Say"\n    Ask Kit.\n', "5:1: This looks like a block and is none"),
        ('!!! word "kind"\n    Good.\n\n    Ask them.\n', "8:1: A new word’s meaning is one paragraph"),
        ("```\nHello.\n", "5:1: This fence is opened and not closed."),
    ],
)
def test_each_slip_has_its_sentence(tmp_path: Path, body: str, place: str) -> None:
    (tmp_path / "lesson.md").write_text(f"---\na: 1\n---\n## One (1 minute)\n{body}", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_lesson(tmp_path, "lesson.md")
    assert str(caught.value).startswith(f"lesson.md:{place}")


@pytest.mark.parametrize("line", ["Home is where Pip lives.", "A word to the wise!", 'Teacher says, "Well done."'])
def test_words_that_only_begin_like_a_block_are_left_alone(tmp_path: Path, line: str) -> None:
    (tmp_path / "lesson.md").write_text(f"---\na: 1\n---\n## One (1 minute)\n\n{line}\n", encoding="utf-8")
    assert read_lesson(tmp_path, "lesson.md").data["steps"][0]["parts"][0]["text"] == line
