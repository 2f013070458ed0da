"""Checks that a quiz teaches: nothing to be guessed by looking, nothing unkind, nothing too hard for its age.

What a question may be at all is for its model. Here is what a good teacher would say of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from macros.models.base import Finding, Loc, Model, normalised
from macros.models.questions import ChooseMany, ChooseOne, Question, Story, WhatWouldYouDo
from macros.models.questions.fill_the_gap import GAP
from macros.models.quiz import ADULTS, Quiz
from macros.problems import Problem
from macros.source import Document


@dataclass(frozen=True)
class Limits:
    """What a quiz for one age may have at most.

    Attributes:
        whose: the age, in words.
        words: the words of a sentence, read aloud to the youngest and read by the others.
        label: the words of what a learner picks: a choice, a thing to sort or to order, a word for a gap.
        one: the choices of which one is chosen.
        many: the choices of which several are chosen.
    """

    whose: str
    words: int
    label: int
    one: int
    many: int


# Sentences: part 3 of the project's sheet on its voice. There is no official measure of sentence length by age in the
# United Kingdom; these are working limits, read beside GOV.UK's aim of a reading age of 9. Up to Year 2 an adult reads
# the words aloud, and a listener follows a longer sentence than a beginner can read; labels are what they read.
# Choices: part E3, drawn from the Education Endowment Foundation's guidance on retrieval practice and feedback.
LIMITS = MappingProxyType({
    "early-years": Limits("the early years", words=20, label=6, one=3, many=3),
    "years-1-2": Limits("Years 1 and 2", words=22, label=12, one=3, many=3),
    "years-3-4": Limits("Years 3 and 4", words=18, label=18, one=4, many=5),
    "years-5-6": Limits("Years 5 and 6", words=24, label=24, one=4, many=5),
    ADULTS: Limits("adults", words=28, label=28, one=4, many=5),
})  # fmt: skip

# With fewer questions, the same place or the greatest length is often chance.
ENOUGH_TO_SEE_A_HABIT = 3

# Fields that hold a name for the site and not words for a learner; the title is the lesson's.
NOT_READ = frozenset({"id", "type", "title", "picture", "topics", "group", "grade", "to", "recall"})
# What is picked, of which the text is a label; scenes and questions have a text too, and it is read.
PICKED = frozenset({"choices", "items", "groups", "pairs", "steps"})
# What of a question may have pictures that stand side by side, to be chosen by.
PICTURED = ("choices", "items", "groups")
# What may have pictures that are told from one another, though nothing of it stands beside “I'm not sure”.
TOLD_APART = (*PICTURED, "pairs", "steps")
# The component adds “I'm not sure” with a picture of its own; nothing else may look like it.
OF_NOT_SURE = MappingProxyType({
    "unsure": "“unsure” is the picture of “I'm not sure”, which is added to every question by itself.",
    "ask": "A question bubble, “ask”, looks like “I'm not sure”, which is added to every question by itself.",
})  # fmt: skip
FEEDBACK = frozenset({"feedback", "missed", "not_yet", "if_true", "if_false"})

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# A sentence ends at . ! or ? and what closes after it, where the next begins with anything but a small letter:
# “"No!" says Tam.” is one sentence.
END = re.compile(r"(?<=[.!?…])([\"”’')]*)\s+(?![a-z])")

ALL_OR_NONE = re.compile(
    r"\b(?:all|any|none|both|neither|each) of (?:the above|the others|these|those|them)\W*$"
    r"|\b(?:all|none) (?:the )?above\b|^\W*(?:both|neither)\W*$|\b(?:do|say|are|tell) both\W*$",
    re.IGNORECASE,
)

_HELPING = r"(?:is|are|was|were|do|does|did|can|could|may|might|must|should|would|will|has|have)"
_NOT = rf"(?:{_HELPING}(?:n['’]t|(?: [\w'’-]+){{0,2}} (?:not|never))|can['’]t|cannot|won['’]t)\b(?! sure)"
_COMMAND = r"^\W*(?:choose|pick|find|tick|name)\b"
ASKING = re.compile(rf"[?…:][\"”’')]*$|^\W*which\b|{_COMMAND}", re.IGNORECASE)
NEGATIVE = re.compile(
    rf"\bwhich(?: of(?: [\w'’-]+){{1,3}}?)?(?: [\w'’-]+){{0,2}}? {_NOT}"
    rf"|\b(?:what|who|whom) {_NOT}"
    rf"|{_COMMAND}(?: [\w'’-]+){{0,4}}? {_NOT}"
    r"|\bnot an? (?:good|safe|kind|wise|clever|private)\b|\bexcept\b",
    re.IGNORECASE,
)

BLAMING = re.compile(
    r"\bshould(?:n['’]t| not| never)? have\b|\bshould['’]ve\b|\btold you so\b|\byou were told\b"
    r"|\b(?:stupid|careless|foolish|naughty|dumb|daft)\b|\bsilly\b(?! picture)"
    # Of an answer or a child. “You haven't done anything wrong” and “a chatbot can get it wrong” say what is needed.
    r"|\b(?:that|this|it|you)(?:['’](?:s|re)| is| are| was| were) wrong\b|\bwrong (?:answer|choice|one)\b"
    r"|\byou(?:['’]ve| have)? (?:got|get|did|done) (?:it|this|that|something) wrong\b",
    re.IGNORECASE,
)
FAULT = re.compile(r"\b(?:fault|blame)\b", re.IGNORECASE)
FREED = re.compile(r"\b(?:not|never|none|nobody|no)\b|n['’]t\b", re.IGNORECASE)
VERDICT = re.compile(r"\W*(?:yes|no|not yet|wrong|well done)\b(?!-| one\b)", re.IGNORECASE)

PERSONAL = re.compile(
    r"\byour (?:\w+ )?(?:name|surname|age|birthday|address|postcode|street|school|phone number)\b"
    r"|\bhow old are you\b|\bwhere do you live\b|\bwhat are you called\b",
    re.IGNORECASE,
)
SOMEBODY_ASKS = re.compile(r"\b(?:ask(?:s|ed|ing)?|want(?:s|ed|ing)?)\b", re.IGNORECASE)
EXPERIENCE = re.compile(
    r"\bhave you (?:ever|already)\b|\bhappen(?:ed|s)? to you\b|\bdid you ever\b|\bwhen did you last\b", re.IGNORECASE
)


def check_teaching(quiz: Quiz, phase: str, document: Document, has_strand: bool) -> Iterator[Problem]:
    """Find what a quiz could teach better.

    Args:
        quiz: the quiz.
        phase: the id of its age, or “adults”.
        document: the file that it was read from, for the places.
        has_strand: whether its lesson names a strand.

    Yields:
        A problem for each, at the words that it is about.
    """
    limits = LIMITS[phase]
    for loc, sentence in _found(quiz, limits, has_strand):
        yield document.problem(sentence, loc)


def texts_of(model: Model, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Give every text that a learner reads, with the way to it.

    Args:
        model: a quiz, or a part of one.
        loc: the way to it, with which each way begins.
    """
    for name in type(model).model_fields:
        value = getattr(model, name)
        if name in NOT_READ:
            continue
        for further, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            here = (*loc, name) if further is None else (*loc, name, further)
            if isinstance(item, Model):
                yield from texts_of(item, here)
            elif isinstance(item, str):
                yield here, item


def sentences(text: str) -> Iterator[str]:
    """Split a text into its sentences; what holds no word is none."""
    plain = re.sub(r"[*`]+", "", text)
    for part in END.sub(lambda match: f"{match[1]}\n", " ".join(plain.split())).split("\n"):
        if WORD.search(part):
            yield part.strip()


def beginning(sentence: str) -> str:
    """Give the first words of a sentence, as a message quotes it."""
    words = sentence.split()
    return sentence if len(words) <= 12 else f"{' '.join(words[:12])} …"


def _found(quiz: Quiz, limits: Limits, has_strand: bool) -> Iterator[Finding]:
    if quiz.score and limits is not LIMITS[ADULTS]:
        yield ("score",), "A score is for adults’ quizzes. A learner is told what they can do now. Take this line out."
    yield from _too_long(quiz, limits)
    yield from _habits(quiz)
    for number, question in enumerate(quiz.questions):
        loc: Loc = ("questions", number)
        if not question.topics and not has_strand:
            yield (
                loc,
                "This question belongs to no topic, and its lesson to no strand. Add a line “topics: […]” with "
                "the topic that it asks about.",
            )
        for rule in (_asked, _choices, _pictures, _said):
            for further, sentence in rule(question, limits):
                yield (*loc, *further), sentence


def _too_long(quiz: Quiz, limits: Limits) -> Iterator[Finding]:
    for loc, text in texts_of(quiz):
        is_label = loc[-1] in {"text", "match"} and any(step in PICKED for step in loc)
        most, what = (limits.label, "a label") if is_label else (limits.words, "a sentence")
        for sentence in sentences(text.replace(GAP, "gap")):
            count = len(WORD.findall(sentence))
            if count > most:
                yield (
                    loc,
                    f"“{beginning(sentence)}” has {count} words; for {limits.whose} {what} has at most {most}. Split "
                    "it, or take words out.",
                )


def _habits(quiz: Quiz) -> Iterator[Finding]:
    """Find what lets a learner guess the good choice without reading."""
    asked = [(number, question) for number, question in enumerate(quiz.questions) if isinstance(question, ChooseOne)]
    if len(asked) < ENOUGH_TO_SEE_A_HABIT:
        return
    places = [[choice.correct for choice in question.choices].index(True) for _, question in asked]
    first: Loc = ("questions", asked[0][0], "choices", places[0], "text")
    if len(set(places)) == 1:
        yield (
            first,
            f"The good choice is number {places[0] + 1} in every “choose-one” question of this quiz, so it can be "
            "guessed. Move it up or down in some of them.",
        )
    if all(_is_longest(question, place) for (_, question), place in zip(asked, places, strict=True)):
        yield (
            first,
            "The good choice is the longest in every “choose-one” question of this quiz, so it can be guessed. "
            "Shorten it in some of them, or say more in another choice.",
        )


def _is_longest(question: ChooseOne, place: int) -> bool:
    lengths = [len(choice.text) for choice in question.choices]
    return lengths[place] == max(lengths) and lengths.count(max(lengths)) == 1


def _asked(question: Question, limits: Limits) -> Iterator[Finding]:
    for sentence in sentences(question.text):
        negative = NEGATIVE.search(sentence) if ASKING.search(sentence) else None
        if negative:
            yield (
                ("text",),
                f"The question asks what is not so (“{negative[0]}”), and a child may read past that. Ask for what "
                "is good or safe.",
            )
        personal = PERSONAL.search(sentence)
        if personal and not SOMEBODY_ASKS.search(sentence[: personal.start()]):
            yield (
                ("text",),
                f"This asks a child about themselves (“{personal[0]}”). Ask about a child in a story: “Who may know "
                "Kit's name?”",
            )
    for name, text in (("text", question.text), ("hint", question.hint)):
        told = EXPERIENCE.search(text)
        if told:
            yield (
                (name,),
                f"This asks for what has happened to a child (“{told[0]}”), which they may not want to tell in "
                "class. Ask what a child in a story could do.",
            )


def _choices(question: Question, limits: Limits) -> Iterator[Finding]:
    if not isinstance(question, ChooseOne | ChooseMany | WhatWouldYouDo):
        return
    most = limits.many if isinstance(question, ChooseMany) else limits.one
    if len(question.choices) > most:
        yield (
            ("choices", most),
            f"There are {len(question.choices)} choices; for {limits.whose} a question of this type has at most "
            f"{most}. Take out the one that the fewest children would think of.",
        )
    for loc, text in texts_of(question):
        if loc[0] == "choices" and loc[-1] == "text" and ALL_OR_NONE.search(text):
            yield (
                loc,
                f"“{text}” tests reading and not thinking. Write a choice of its own, or make the question "
                "“type: choose-many”.",
            )


def _pictures(question: Question, limits: Limits) -> Iterator[Finding]:
    """Find pictures that a learner who reads by them would take for one another."""
    for name in TOLD_APART:
        seen: dict[str, int] = {}
        for number, thing in enumerate(getattr(question, name, ())):
            picture = getattr(thing, "picture", None)
            if picture is None:
                continue
            loc: Loc = (name, number, "picture")
            if name in PICTURED and picture in OF_NOT_SURE:
                yield loc, f"{OF_NOT_SURE[picture]} Put another picture here."
            elif picture in seen:
                yield (
                    loc,
                    f"“{picture}” is also the picture of number {seen[picture] + 1} above, and they look alike to a "
                    "child who cannot read yet. Put another picture on one of them.",
                )
            seen.setdefault(picture, number)


def _said(question: Question, limits: Limits) -> Iterator[Finding]:
    """Find what is said to a learner and does not help."""
    seen: set[str] = set()
    for loc, text in texts_of(question):
        is_feedback = loc[-1] in FEEDBACK
        # What happens in a scene is what came of the learner's choice.
        if is_feedback or loc == ("hint",) or (isinstance(question, Story) and "choices" not in loc):
            yield from ((loc, sentence) for sentence in _unkind(text))
        if not is_feedback:
            continue
        verdict = VERDICT.match(text)
        if verdict:
            yield (
                loc,
                f"The feedback begins with “{verdict[0].strip()}”. The page says “Yes!” or “Not yet.” by itself, so "
                "begin with the reason.",
            )
        if normalised(text) in seen:
            yield loc, "The same feedback stands above in this question. Say why for this choice alone."
        seen.add(normalised(text))


def _unkind(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        blaming = BLAMING.search(sentence)
        if not blaming and not FREED.search(sentence):
            blaming = FAULT.search(sentence)
        if blaming:
            yield (
                f"“{beginning(sentence)}” may sound like blame (“{blaming[0]}”). Say what is good in the thought, and "
                "what is safer."
            )
