"""Reads a policy as a school has it, in Word, as text or pasted: its paragraphs, with what stands before each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros.problems import ContentError, Problem

TAB = 4  # columns
WORD = ".docx"
TEXT = (".txt", ".md")
BULLETS = "•·▪■◦●○‣⁃*–—-"
BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=[\s\u00a0]))[\s\u00a0]+(?P<text>\S.*)")
HASHES = re.compile(r"(?P<hashes>#{1,6}) +(?P<text>\S.*)")
NUMBER = re.compile(
    r"(?:(?P<deep>\d{1,2}(?:\.\d{1,2})+)[.)]?|(?P<one>\d{1,2})(?:[.)]|(?=\s+[A-Z]))|\(?(?P<letter>[A-Za-z]|[ivx]{2,4})[.)])"
    r"\s+(?P<text>\S.*)"
)
WRAPPED = 60  # characters: a line as long as that goes on in the next, where that begins with a small letter
ROW = re.compile(r"\t+| {3,}| *\| *")
HIDDEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a policy.

    Attributes:
        line: the line of the text or the paragraph of the document, counted from 1.
        text: its words, without what marks it.
        mark: "•" for any bullet; else the number or letter that is printed before it, or "".
        indent: how far it stands in, in columns.
        heading: its level, where the file says that it is a heading; else 0.
        cells: the cells of a row of a table.
        alone: whether an empty line, or nothing, stands before it.
    """

    line: int
    text: str
    mark: str = ""
    indent: int = 0
    heading: int = 0
    cells: tuple[str, ...] = ()
    alone: bool = True


def read_paragraphs(file: Path) -> list[Paragraph]:
    """Read a policy.

    Args:
        file: a Word document (.docx), or text as it was copied from one (.txt).

    Raises:
        ContentError: there is no such file, it is of another kind, or it holds no words.
    """

    def refuse(sentence: str) -> ContentError:
        return ContentError([Problem(file.name, 1, 1, sentence)])

    kind = file.suffix.lower()
    if not file.is_file():
        raise refuse("There is no such file. Put the policy beside the file of answers, and write its name there.")
    if kind not in (WORD, *TEXT):
        how = "Open it in Word and save it as .docx, or copy its words into a .txt file."
        raise refuse(f"A policy is read from a .docx or .txt file, and this is “{kind}”. {how}")
    try:
        found = list(_in_word(file) if kind == WORD else paragraphs_of(_decoded(file)))
    except (zipfile.BadZipFile, KeyError, ValueError):
        raise refuse("This is not a Word document, whatever its name says. Save it anew as .docx.") from None
    if not found:
        raise refuse("There are no words in this file. Is it a picture of the policy? Copy the words out of it.")
    return found


def _decoded(file: Path) -> str:
    data = file.read_bytes()
    for code in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    raise ValueError(file.name)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Read the paragraphs of a text.

    Args:
        text: the policy, with any kind of line end.
    """
    alone, held = True, None
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        line = HIDDEN.sub("", raw).replace("\u00a0", " ")
        if not line.strip():
            alone = True
            continue
        found = _marked(line, number, alone=alone)
        if held and not alone and _goes_on(held, found):
            held = replace(held, text=f"{held.text} {found.text}")
            continue
        if held:
            yield held
        held, alone = found, False
    if held:
        yield held


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether a line is the rest of the one before it, as in words copied from a PDF."""
    plain = not (after.mark or after.heading or after.cells or before.heading or before.cells)
    return plain and len(before.text) >= WRAPPED and after.text[:1].islower() and before.text[-1] not in ".:;?!"


def _marked(line: str, number: int, *, alone: bool) -> Paragraph:
    spread = line.expandtabs(TAB)
    indent = len(spread) - len(spread.lstrip())
    words = line.strip()
    if found := HASHES.fullmatch(words):
        inner = numbered(found["text"])
        return Paragraph(number, inner[1], inner[0], indent, len(found["hashes"]), alone=alone)
    if found := BULLET.fullmatch(words):
        return Paragraph(number, tidy(found["text"]), "•", indent, alone=alone)
    mark, text = numbered(words)
    cells = tuple(tidy(cell) for cell in ROW.split(words.strip("| ")) if cell.strip()) if not mark else ()
    if len(cells) > 1:
        return Paragraph(number, tidy(" ".join(cells)), cells=cells, alone=alone)
    return Paragraph(number, text, mark, indent, alone=alone)


def numbered(words: str) -> tuple[str, str]:
    """Part the number or letter that is printed before some words from them."""
    found = NUMBER.fullmatch(words)
    if not found:
        return "", tidy(words)
    mark = found["deep"] or found["one"] or found["letter"]
    again, text = numbered(found["text"])  # a number that was typed before the one that Word counted
    return mark, text if again == mark else tidy(found["text"])


def tidy(words: str) -> str:
    """Give words with one space between them."""
    return " ".join(words.split())


def _in_word(file: Path) -> Iterator[Paragraph]:
    from macros.takeover.word import word_paragraphs  # noqa: PLC0415 - it takes half a second, and few need it

    return word_paragraphs(file)
