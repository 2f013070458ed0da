"""Words are kind, calm and British, and name nothing that does not belong before children."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from macros.content.library import Library
from tests.content.writing import (
    Piece,
    feedback,
    for_learners,
    for_learners_and_families,
    place,
    quiz_path,
)
from tests.reading import phrases, sentences

# What blames, and what to write in its place.
BLAMING = (
    (r"\bshould(?:n['’]t| not)? have\b|\bshould['’]ve\b", "It looks back and blames. Say what can be done now."),
    (r"\b(?:stupid|careless|foolish|naughty|dumb|daft)\b", "It judges a person. Say what is safer."),
    (r"\bsilly\b(?! picture)", "It judges a person. A picture may be silly; a child is not."),
    (
        r"\b(?:that|this|it|you)(?:['’](?:s|re)| is| are| was| were) wrong\b|\bwrong (?:answer|choice|one)\b"
        r"|\byou(?:['’]ve| have)? (?:got|get|did|done) (?:it|this|that|something) wrong\b",
        "Say “not yet”, or what is safer.",
    ),
    (r"\btold you so\b|\byou were told\b", "It looks back and blames. Say what can be done now."),
)
FREED = re.compile(r"\b(?:not|never|none|nobody|whose|no)\b|n['’]t\b", re.IGNORECASE)
# The services of the project's table of apps, and other names that children know.
BRANDS = re.compile(
    r"\b(?:YouTube|TikTok|Instagram|Snapchat|WhatsApp|Facebook|Messenger|Twitter|Pinterest|Twitch|BeReal|Discord|Roblox|"
    r"Robux|Minecraft|Fortnite|Gemini|ChatGPT|Copilot|Meta AI|My AI|Claude|Google|Apple|Microsoft|Amazon|Alexa|Siri|"
    r"Netflix|Xbox|PlayStation|Nintendo|Spotify|Zoom|Reddit|Telegram|Signal)\b"
)
NOT_BEFORE_CHILDREN = re.compile(
    r"\b(?:nudes?|naked|porn\w*|sext\w*|sexual\w*|sexy|grooming|paedophile)\b", re.IGNORECASE
)
AMERICAN = {
    "color": "colour",
    "favorite": "favourite",
    "behavior": "behaviour",
    "neighbor": "neighbour",
    "organiz": "organis",
    "recogniz": "recognis",
    "realiz": "realis",
    "apologiz": "apologis",
    "analyz": "analys",
    "personaliz": "personalis",
    "center": "centre",
    "gray": "grey",
    "mom": "mum",
    "program's": "programme's",
    "license's": "licence's",
    "practicing": "practising",
    "bullyed": "bullied",
    "canceled": "cancelled",
    "defense": "defence",
}
AMERICAN_WORD = re.compile(
    r"\b(?:"
    + "|".join(rf"{word}\w*" if word.endswith("z") else rf"{word}(?:s|ed|ing|ful|ite)?" for word in AMERICAN)
    + r")\b",
    re.IGNORECASE,
)
NOT_FIRST = re.compile(r"(?:yes|no|not yet|wrong|well done)\b(?!-)", re.IGNORECASE)


def found_in(root: Path, pieces: Iterable[Piece], pattern: re.Pattern[str], why: str) -> Iterator[str]:
    for piece in pieces:
        for phrase in phrases(piece.text):
            for sentence in sentences(phrase):
                match = pattern.search(sentence)
                if match:
                    yield f"{place(root, piece.path, sentence)}: “{sentence}” has “{match[0]}”. {why}"


@pytest.mark.parametrize(("pattern", "why"), BLAMING)
def test_no_text_blames(library: Library, root: Path, pattern: str, why: str) -> None:
    pieces = for_learners_and_families(library, root)
    found = list(found_in(root, pieces, re.compile(pattern, re.IGNORECASE), why))
    assert not found, "\n".join(found)


def test_nobody_is_at_fault_who_was_harmed(library: Library, root: Path) -> None:
    found = [
        f"{place(root, piece.path, sentence)}: “{sentence}” speaks of a fault. Say only that it is not theirs."
        for piece in for_learners_and_families(library, root)
        for phrase in phrases(piece.text)
        for sentence in sentences(phrase)
        if re.search(r"\b(?:fault|blame)\b", sentence, re.IGNORECASE) and not FREED.search(sentence)
    ]
    assert not found, "\n".join(found)


def test_no_real_app_or_brand_is_named_to_learners(library: Library, root: Path) -> None:
    why = "Apps change, and a name can be an invitation. Make up a name."
    found = list(found_in(root, for_learners(library, root), BRANDS, why))
    assert not found, "\n".join(found)


def test_nothing_is_said_before_children_that_is_for_their_teachers(library: Library, root: Path) -> None:
    why = "This is for the teacher and the designated safeguarding lead, not for a learner's page."
    found = list(found_in(root, for_learners(library, root), NOT_BEFORE_CHILDREN, why))
    assert not found, "\n".join(found)


def test_no_choice_is_all_or_none_of_the_others(library: Library, root: Path) -> None:
    why = "It tests reading and not thinking. Write a real choice."
    pattern = re.compile(r"\b(?:all|none|both|neither) of (?:the above|these|them)\b[.!]?$", re.IGNORECASE)
    found = [
        fault
        for entry in library.lessons.values()
        for question in entry.quiz.questions
        for choice in getattr(question, "choices", ())
        for fault in found_in(root, [Piece(quiz_path(entry), choice.text)], pattern, why)
    ]
    assert not found, "\n".join(found)


def test_feedback_says_why_and_leaves_the_verdict_to_the_quiz(library: Library, root: Path) -> None:
    found = [
        f"{place(root, quiz_path(entry), text)}: the feedback “{text}” begins with “{match[0]}”. The quiz says “Yes” "
        f"or "
        "“Not yet” by itself: begin with the reason."
        for entry in library.lessons.values()
        for question in entry.quiz.questions
        for text in feedback(question)
        if (match := NOT_FIRST.match(text))
    ]
    assert not found, "\n".join(found)


def test_every_lesson_practises_the_routine(library: Library) -> None:
    for entry in library.lessons.values():
        words = " ".join(part.text for step in entry.lesson.steps for part in step.parts if part.kind == "everyone")
        for name in ("**Pause.**", "**Tell someone.**", "**Sort it together.**"):
            assert name in words, f"{entry.lesson_path} lacks the step {name} of the routine."


def test_spelling_is_british(root: Path) -> None:
    found = []
    for folder in ("docs", "lessons", "quizzes", "school.yml"):
        here = root / folder
        for file in [here] if here.is_file() else sorted([*here.rglob("*.md"), *here.rglob("*.yml")]):
            text = file.read_text(encoding="utf-8").replace("Meta's Family Center", "")
            text = re.sub(r"`[^`\n]*`|https?://\S+|\]\([^)]*\)", "", text)
            for number, line in enumerate(text.split("\n"), start=1):
                for match in AMERICAN_WORD.finditer(line):
                    found.append(
                        f"{file.relative_to(root).as_posix()}, line {number}: “{match[0]}” is American spelling."
                    )
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("sentence", "blames"),
    [
        ("You should have told us.", True),
        ("That was a silly thing to do.", True),
        ("Draw one silly picture.", False),
        ("If something ever feels wrong, tell.", False),
        ("That is wrong.", True),
        ("You got it wrong.", True),
        ("You haven't done anything wrong.", False),
        ("A chatbot can sound sure and still get it wrong.", False),
    ],
)
def test_the_rule_on_blame_knows_what_blames(sentence: str, blames: bool) -> None:
    assert any(re.search(pattern, sentence, re.IGNORECASE) for pattern, _ in BLAMING) is blames


@pytest.mark.parametrize(
    ("sentence", "freed"),
    [("It is not your fault.", True), ("It was your own fault.", False), ("Nobody is to blame.", True)],
)
def test_the_rule_on_fault_knows_who_is_freed(sentence: str, freed: bool) -> None:
    assert bool(FREED.search(sentence)) is freed


@pytest.mark.parametrize("word", ["color", "colors", "colored", "favorite", "organize", "behaviors", "center"])
def test_the_rule_on_spelling_knows_american_words(word: str) -> None:
    assert AMERICAN_WORD.fullmatch(word)


@pytest.mark.parametrize("word", ["colour", "organise", "moment", "maths", "centred", "centre", "grayling"])
def test_the_rule_on_spelling_leaves_british_words_alone(word: str) -> None:
    assert not AMERICAN_WORD.fullmatch(word)
