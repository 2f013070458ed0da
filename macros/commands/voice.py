"""Reports how the site sounds: where the words are stiff, and how each lesson's sentences measure.

The patterns show a reader where to look and judge nothing by themselves. The bands of the project's sheet on its voice
(part 3) are tests, in tests/content/test_voice.py and test_voice_for_families.py; the figures here are those that the
first of them judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.checks.learner_words import Piece, asked_for, of_page, place_of, sentences_of
from macros.checks.quiz_quality import WORD
from macros.models.lesson import Lesson
from macros.models.voice_pattern import VoicePattern
from macros.source import read_text, read_tree
from macros.views.spreads import spreads_of

FOR_ADULTS = ("parents", "help", "teachers", "staff")  # folders of docs/
QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
CONVERSATIONS = ("chat", "screen")
# What speech contracts, whole and contracted. “That's” and “Kit's” differ: only after these words is it “is”.
CONTRACTED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|wo|ca|must|need)n['’]t\b|\b[Ll]et['’]s\b"
    r"|\b(?:I|you|we|they|he|she|it|that|what|who|there|here|where|how)['’](?:m|s|re|ve|ll|d)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|will|must|need) not\b|\bcannot\b|\blet us\b"
    r"|\b(?:I am|(?:you|we|they) are|(?:he|she|it|that|what|who|there) is|(?:I|you|we|they|he|she|it) (?:will|have))\b",
    re.IGNORECASE,
)
SOMEONE = re.compile(r"\b(?:some|every|any|no)[ -]?one\b", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(?:some|every|any|no)body\b", re.IGNORECASE)


@dataclass
class Measure:
    """What was counted over some words.

    Attributes:
        sentences: each sentence, in order.
        contracted: places in quotation marks where speech would contract, and does.
        whole: such places where it does not.
        someone: the words someone, everyone, anyone and no one.
        somebody: the same with -body.
    """

    sentences: list[str] = field(default_factory=list)
    contracted: int = 0
    whole: int = 0
    someone: int = 0
    somebody: int = 0

    def add(self, text: str, *, spoken: bool = False) -> None:
        """Count the words of a text.

        Args:
            text: Markdown.
            spoken: whether all of it is said, as in a chat, and not only what stands in quotation marks.
        """
        self.sentences.extend(sentence.text for sentence in sentences_of(text))
        said = [text] if spoken else QUOTED.findall(text)
        for words in said:
            self.contracted += len(CONTRACTED.findall(words))
            self.whole += len(WHOLE.findall(words))
        self.someone += len(SOMEONE.findall(text))
        self.somebody += len(SOMEBODY.findall(text))

    @property
    def lengths(self) -> list[int]:
        """The words of each sentence, in order."""
        return [len(WORD.findall(sentence)) for sentence in self.sentences]

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(self.lengths)

    @property
    def average(self) -> float:
        """The words of a sentence, on average."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max(self.lengths, default=0)

    @property
    def share(self) -> float | None:
        """The share of places where speech contracts, of those where it would; None where there are none."""
        places = self.contracted + self.whole
        return self.contracted / places if places else None


def story_of(lesson: Lesson) -> tuple[Measure, Measure]:
    """Measure a lesson's story: its prose, and its chats.

    The prose is what is read aloud. Where nothing is, it is the words beside the scenes and the conversations (beside
    the cast, in a lesson without scenes).

    Args:
        lesson: the lesson.
    """
    prose, chats = Measure(), Measure()
    for part in (part for step in lesson.steps for part in step.parts):
        if part.kind == "aloud":
            prose.add(part.text)
        for message in part.messages:
            if message.kind == "words" and message.words:
                chats.add(message.words, spoken=True)
    if prose.sentences:
        return prose, chats
    spreads = list(spreads_of(lesson))
    shown = ("scene", *CONVERSATIONS) if any(one.shows == "scene" for one in spreads) else ("cast", *CONVERSATIONS)
    for spread in spreads:
        if spread.shows in shown:
            for words in spread.parts:
                if isinstance(words, str):
                    prose.add(words)
    return prose, chats


def hits(root: Path, pieces: Iterable[Piece], whose: str, patterns: Sequence[VoicePattern]) -> Iterator[str]:
    """Give each place that a pattern finds: file, line and column, the pattern, the sentence, and what to say.

    Args:
        root: the project's folder.
        pieces: the words to look at.
        whose: "children" or "adults".
        patterns: what to look for.

    Raises:
        ContentError: the file of some words cannot be read.
    """
    looked_for = [pattern for pattern in patterns if pattern.where in ("all", whose)]
    texts: dict[str, str] = {}
    for piece in pieces:
        for sentence in sentences_of(piece.text):
            for pattern in looked_for:
                if pattern.find.search(sentence.text):
                    text = texts.setdefault(piece.path, read_text(root, piece.path))
                    place = place_of(text, sentence.text, piece.line)
                    yield (f"{piece.path}:{place.line}:{place.column}: {pattern.id}: {sentence.text} → {pattern.say}")


def pieces_for_adults(root: Path) -> Iterator[Piece]:
    """Give the words of the pages for adults, the policy aside.

    Args:
        root: the project's folder.

    Raises:
        ContentError: a page cannot be read.
    """
    for folder in FOR_ADULTS:
        for file in sorted((root / "docs" / folder).rglob("*.md")):
            path = file.relative_to(root).as_posix()
            tree = read_tree(read_text(root, path), path)
            if not list(of_page(tree)):  # that is for learners
                yield Piece(f"Page: {path}", path, tree.first_line, tree.body)


def report(
    root: Path,
    patterns: Sequence[VoicePattern],
    words: Sequence[Piece],
    lessons: Mapping[str, tuple[str, Lesson]],
    wanted: Sequence[str] = (),
) -> Iterator[str]:
    """Give the lines of the report: each hit, and then a table of the lessons.

    Args:
        root: the project's folder.
        patterns: what to look for.
        words: every word that a learner reads, by page.
        lessons: each lesson, with its phase, by its id.
        wanted: words of the names or files of the pages to look at. Without any, all.

    Raises:
        NoPageError: no page has one of the words in its name or its file.
        ContentError: a page cannot be read.
    """
    children = [piece for piece in words if not piece.spoken]
    adults = [*(piece for piece in words if piece.spoken), *pieces_for_adults(root)]
    chosen = set(asked_for([*children, *adults], wanted, "page"))
    for whose, pieces in (("children", children), ("adults", adults)):
        yield from hits(root, [piece for piece in pieces if piece in chosen], whose, patterns)
    files = {piece.path for piece in chosen}
    yield ""
    yield "| Lesson | Story, words | Words in a sentence | Longest | Contracted in speech | -one : -body |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for identity, (phase, lesson) in lessons.items():
        path = f"lessons/{phase}/{identity}/lesson.md"
        if path not in files:
            continue
        (story, chats), all_words = story_of(lesson), Measure()
        for piece in words:
            if piece.path == path:
                all_words.add(piece.text)
        share = "–" if all_words.share is None else f"{all_words.share:.0%}"
        yield (
            f"| {phase}/{identity} | {story.words + chats.words} | {story.average:.1f} | {story.longest} | {share} | "
            f"{all_words.someone} : {all_words.somebody} |"
        )
