"""The pages for a family that is worried sound as a calm friend talks, who works in a school.

The bands are those of part 3 of the project's sheet on its voice. What is measured is prose: paragraphs, and the items
of lists that are sentences. Headings, the titles of boxes and labels (“being left out on purpose”) are counted apart,
and so is the approved policy, which a macro puts in.

| readers | words in a sentence on average | longest | contracted, of what speech contracts |
| --- | --- | --- | --- |
| families | 10 to 16 | 28 | at least half |
| staff | 8 to 16 | 28 | – |
| children | 5 to 12 | 18 | at least half |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content.writing import page
from tests.reading import phrases, sentences, words_of

ROOT = Path(__file__).resolve().parents[2]
LABEL_ENDS = re.compile(r"[.!?:][\"”’')*]*$")
NOT_PROSE = re.compile(r"^\s*(?:#{1,6} .*|!!! .*)$", re.MULTILINE)
# These put in whole sentences, which are written and read elsewhere.
SENTENCES = re.compile(r"\{\{ *(?:contact|current|current_text|phone_rule|routes_looked_up)\([^)]*\) *\}\}")
# What a speaker contracts, and the same in full. After “who”, “what” and “here” a name may have 's, too: not counted.
SHORT = re.compile(
    r"\b(?:\w+n['’]t|(?:I|you|we|they|he|she|it|that|there)['’](?:m|s|re|ve|ll|d)|let['’]s)\b", re.IGNORECASE
)
FULL = re.compile(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should|will|need) not|cannot|let us|I am"
    r"|(?:you|we|they) (?:are|have|will)|(?:he|she|it|that|there) (?:is|has|will))\b(?! (?:to|got to)\b)",
    re.IGNORECASE,
)
WHOM = re.compile(r"\bwhom\b", re.IGNORECASE)
LEAVE = re.compile(r"\b(?:may|shall not|need not|ought)\b", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
# “Told them already? Start from here.” One question may stand for “if”: whether there is danger now.
QUESTION_FOR_IF = re.compile(r"(?:^|[.!] )(?P<question>[A-Z][^.?!\"“]{2,60}\?)(?= [A-Z])")
URGENT = re.compile(r"\bdanger\b", re.IGNORECASE)
ONE, BODY = (re.compile(rf"\b(?:some|every|any|no)[ -]?{end}\b", re.IGNORECASE) for end in ("one", "body"))


@dataclass(frozen=True)
class Band:
    """How the sentences of a page measure; "friend" is how families are spoken to: no “may”, no question for “if”."""

    average: tuple[float, float]
    longest: int
    contracted: float | None = None
    friend: bool = False


FAMILIES = Band((10, 16), 28, 0.5, friend=True)
STAFF = Band((8, 16), 28)
CHILDREN = Band((5, 12), 18, 0.5)
FOR_STAFF = {f"docs/help/when/{name}.md" for name in ("about-staff", "official-account")}
FOR_CHILDREN = {"docs/help/children.md", "docs/help/when/child.md"}
PAGES = sorted(
    file.relative_to(ROOT).as_posix()
    for folder in ("docs/help", "docs/parents/worries")
    for file in (ROOT / folder).rglob("*.md")
)


def band_of(path: str) -> Band:
    """Give the band of a page's readers."""
    return STAFF if path in FOR_STAFF else CHILDREN if path in FOR_CHILDREN else FAMILIES


def prose(text: str) -> list[str]:
    """Give the sentences of a text in Markdown, without headings, the titles of boxes and labels."""
    written = SENTENCES.sub("", NOT_PROSE.sub("", text))
    parts = [phrase for phrase in phrases(written) if LABEL_ENDS.search(phrase)]
    return [sentence for phrase in parts for sentence in sentences(phrase)]


def faults(text: str, band: Band) -> list[str]:
    """Name what is outside the band in a text."""
    said = prose(text)
    lengths = [len(words_of(sentence)) for sentence in said]
    average, (least, most) = sum(lengths) / len(lengths), band.average
    found = []
    if not least <= average <= most:
        found.append(f"A sentence has {average:.1f} words on average, not {least:g} to {most:g}. Join or split some.")
    found += [
        f"“{sentence}” has {count} words, and {band.longest} is the most. Split it."
        for sentence, count in zip(said, lengths, strict=True)
        if count > band.longest
    ]
    whole = " ".join(phrases(text))
    short, full = len(SHORT.findall(whole)), len(FULL.findall(whole))
    if band.contracted is not None and short < band.contracted * (short + full):
        found.append(f"{short} of {short + full} places are contracted. Write “it's”, “don't”, “you'll”.")
    found += [f"“{match[0]}”: write “who”." for match in WHOM.finditer(whole)]
    if band.friend:
        found += [f"“{match[0]}”: write “might” or “can”." for match in LEAVE.finditer(QUOTED.sub("", whole))]
        found += [
            f"“{match['question']}” stands for “if”. Write “If …, …”."
            for phrase in phrases(text)
            for match in QUESTION_FOR_IF.finditer(phrase)
            if not URGENT.search(match["question"])
        ]
    one, body = len(ONE.findall(whole)), len(BODY.findall(whole))
    if one < 2 * body:
        found.append(f"{one} words end in -one and {body} in -body. Write “someone”, “no one”.")
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_a_worry_sounds_like_a_calm_friend(root: Path, path: str) -> None:
    found = faults(page(root, path).text, band_of(path))
    assert not found, f"{path}:\n" + "\n".join(found)


def test_every_page_of_help_and_of_a_worry_is_measured() -> None:
    assert len(PAGES) >= 25
    assert set(PAGES) > FOR_STAFF | FOR_CHILDREN


CALM = "If it's scared your child, close it and keep a copy of what it said. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It scared them. Close it. Keep a copy. Tell us.", "words on average"),
        (CALM + "Do it " + "and then again " * 9 + "now.", "has 30 words, and 28 is the most"),
        ("If it is late and they are tired, you do not have to look at it all again.", "0 of 3 places"),
        (CALM + "It's hard to know whom you can ask about something that's as odd as this.", "“whom”"),
        (CALM + "They may not want to say any more about it until they're ready to.", "“may”"),
        (CALM + "Told your child off already? Lots of parents have, so you can just start from here.", "stands for"),
        (CALM + "Somebody at school can talk it over with you when you've had time to think.", "1 in -body"),
    ],
)
def test_what_is_stiff_is_told(text: str, told: str) -> None:
    assert any(told in fault for fault in faults(text, FAMILIES))


def test_what_a_friend_says_is_left_alone() -> None:
    said = (
        '## What is it?\n\n- being left out\n- "May I see it, if you don\'t mind, just for a bit?"\n\n'
        f'{{{{ contact("dsl") }}}} {CALM}In danger now? Call 999, and don\'t leave your child until someone comes.'
    )
    assert not faults(said, FAMILIES)
    assert [len(words_of(sentence)) for sentence in prose(said)] == [12, 15, 3, 10]
