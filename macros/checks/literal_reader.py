"""Refuses what a literal reader could take as an order to keep quiet or to go, or as a promise that may be broken.

Some children read every sentence as it stands: the youngest, many autistic children, children new to English, and a
child for whom it is real. The rules are those of part 4 of the project's sheet on its voice, and of its words with
one job. A rule finds what is plain to see; `python -m macros read-alone` prints the rest for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.checks.learner_words import QUOTED, Piece, Sentence, place_of, sentences_of
from macros.checks.quiz_quality import beginning
from macros.problems import Problem

# A text without any of these breaks no rule; most texts are passed over by it.
MAY_BREAK = re.compile(
    r"\b(?:tell\w*|told|secret|kept|childline|private|confiden\w+|go(?:es|ing|ne)?|went|trust\w*)\b|\bmake it stop\b"
    r"|nude|naked|porn|sex|groom|paedo",
    re.IGNORECASE,
)

_NOT = r"(?:n['’]t| not)"
_CANNOT = r"(?:cannot|can not|can['’]t|could(?:n['’]t| not))"
_ENDS = r"(?=\W*(?:[.!?;,:…]|$))"
_GROWN_UPS = r"(?:grown-?ups?|adults?)"
_HELPERS = rf"(?:tell\w*|they|{_GROWN_UPS}|teachers?|the school|childline|police|mum|dad|nan|gran|grandad)"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Rule:
    """One kind of sentence that is refused.

    Attributes:
        pattern: what is looked for.
        said: what is wrong with it, and what to say instead.
        unless: what may stand before it, where the sentence means something else.
        narrated: whether somebody in a story may say it, in quotation marks.
    """

    pattern: re.Pattern[str]
    said: str
    unless: re.Pattern[str] | None = None
    narrated: bool = False

    def broken_by(self, sentence: Sentence) -> str | None:
        """Give the words of a sentence that break the rule."""
        text = sentence.narrated if self.narrated else sentence.text
        for found in self.pattern.finditer(text):
            if not (self.unless and self.unless.search(text[: found.start()])):
                return found[0].strip(" .!?;:,")
        return None


RULES = (
    Rule(
        _words(
            rf"\b(?:must|should|may|is|are|will)(?: never|{_NOT}(?: ever)?) be told\b|\b{_CANNOT} be told\b"
            r"|\bnever be told\b|\bmust (?:always )?be kept\b(?! (?:safe|private|in|on|at|up)\b)"
        ),
        "may be read as an order to keep quiet. An unsafe secret is “one that someone tells you to keep for ever, or "
        "that gives you a wobbly feeling. You can always tell a grown-up about it.”",
    ),
    Rule(
        _words(rf"\b(?:do{_NOT}|never) (?:ever )?tell\b"),
        "tells a child to keep quiet. If somebody in the story says it, put their words in quotation marks. If not, "
        "say what to do.",
        # “If you don't tell, it goes on” and “children who don't tell” give no order.
        unless=_words(r"\b(?:if|when|why|who)(?: [\w'’-]+){0,2} $"),
        narrated=True,
    ),
    Rule(
        _words(rf"\b{_CANNOT} tell\b"),
        "can be heard as “not allowed to tell”. For not knowing, say “don't know”. For having no one to tell, say “I "
        "don't know who to tell.”",
        unless=_words(r"\bif(?: [\w'’-]+){1,2} $"),  # “If you can't tell Mum, tell a teacher.”
    ),
    Rule(
        _words(rf"\b(?:fine|okay|ok|all right|safe) to tell{_ENDS}|\bfine to tell (?:people|anyone|everyone)\b"),
        "makes a child think that other things are not. For what may be shared, say “OK to share”.",
    ),
    Rule(
        _words(
            r"\btell(?:s|ing)? (?:who|whose|where|what|which|how)\b"
            rf"|\bhow (?:can|could|do|does|did|would) [\w'’-]+ tell{_ENDS}"
        ),
        "uses “tell” for something else than getting help. Say “shows”, “gives away” or “know”. If help is meant, say "
        "who is told: “Tell someone what happened.”",
    ),
    Rule(
        _words(
            rf"^(?-i:T)ell{_ENDS}|(?:[.!?;:,]|\b(?:and|or|then))(?: (?:i|we))? tell{_ENDS}"
            rf"|^(?:so |then )?(?:i|we) tell{_ENDS}|\btells{_ENDS}"
        ),
        "does not say who is told. Say “Tell someone.” or “tell a grown-up”.",
        # “She's still the one who tells” and “until he tells” are no call to do it.
        unless=_words(r"\b(?:who|if|when|until|once|after|before)(?: [\w'’-]+)? $"),
    ),
    Rule(
        _words(r"\b(?:nudes?|naked|porn\w*|sext\w*|sexual\w*|sexy|grooming|paedophiles?)\b"),
        "holds a word that is not for children. Take it out: pages for parents and staff can say it.",
    ),
    Rule(
        _words(r"\bsecret (?:pass)?(?:word|code)s?\b"),
        "makes a good thing of a secret. Say “password”.",
    ),
    Rule(
        _words(
            r"\b(?:go(?:es|ing|ne)?|went) (?:(?:to )?(?:\w+ )?places|out|off|away|along|anywhere|somewhere) with "
            rf"(?:an? |the |some |any |other |big |kind )*{_GROWN_UPS}\b"
        ),
        "sends a child out with any grown-up. Say whose: “her own grown-ups”.",
    ),
    Rule(
        _words(
            r"\btelling (?:someone )?(?:always (?:helps|works)|(?:helps|works)(?: \w+)? (?:every|each) time)\b"
            r"|\btelling (?:someone )?(?:helps|works) always\b|\btelling makes it stop\b"
            rf"|\b{_HELPERS}\b[^.!?]{{0,40}}(?: will|['’]ll)(?: always)? make it stop\b"
        ),
        "promises what may not happen. Say “Telling is the thing to do every time. If it doesn't work, tell someone "
        "else.”",
    ),
)

CHILDLINE = re.compile(r"\bchildline\b", re.IGNORECASE)
GOES_ON = re.compile(r"\W*(?:they|it|nobody|no one|what you say|if)\b", re.IGNORECASE)
PRIVACY = re.compile(
    rf"\b(?:private(?:ly)?|secrets?|confiden\w+|wo(?:n['’]t|uld{_NOT}) tell|will (?:not|never) tell"
    rf"|do(?:es)?{_NOT} tell|never tells?|nobody else|no one else)\b",
    re.IGNORECASE,
)
YOUNG = re.compile(r"/(?:early-years|years-1-2)[/.]")

TRUSTED = re.compile(rf"\btrusted {_GROWN_UPS}\b|\b{_GROWN_UPS} (?:that |who )?(?:you|i|we) trust\b", re.IGNORECASE)
IS = re.compile(r"^\W*(?:a |your )?(?:trusted (?:grown-up|adult)|(?:grown-up|adult) you trust) (?:is|means)\b", re.I)
REAL_LIFE = re.compile(r"\b(?:real life|in person|face to face)\b", re.IGNORECASE)


def check_literal(pieces: Iterable[Piece], file: str, promise: str | None) -> list[Problem]:
    """Find the sentences of one file that a literal reader could take as what is not meant.

    Args:
        pieces: the learner's words of the file.
        file: its text, for the places.
        promise: what Childline promises, in the one wording; None where that is not known.

    Returns:
        A problem for each, at the sentence.
    """
    found = []
    for piece in pieces:
        if piece.defines or MAY_BREAK.search(piece.text):
            for sentence in sentences_of(piece.text):
                for said in _wrong_with(piece, sentence, promise):
                    line, column = place_of(file, sentence.text, piece.line)
                    found.append(Problem(piece.path, line, column, f"“{beginning(sentence.text)}” {said}"))
    return found


def _wrong_with(piece: Piece, sentence: Sentence, promise: str | None) -> Iterator[str]:
    if piece.spoken:
        if QUOTED.search(sentence.paragraph):
            yield from _of_childline(piece, sentence, promise)
        return
    for rule in RULES if MAY_BREAK.search(sentence.text) else ():
        broken = rule.broken_by(sentence)
        if broken:
            shown = "" if broken == sentence.text.rstrip(".!?") else f"(“{broken}”) "
            yield f"{shown}{rule.said}"
    yield from _of_childline(piece, sentence, promise)
    yield from _of_trust(piece, sentence)


def _of_childline(piece: Piece, sentence: Sentence, promise: str | None) -> Iterator[str]:
    """Find a promise in Childline's name that is not in the one wording."""
    about = CHILDLINE.search(sentence.text) or (GOES_ON.match(sentence.text) and CHILDLINE.search(sentence.before))
    if promise is None or not about or not PRIVACY.search(sentence.text):
        return
    if YOUNG.search(piece.path):
        yield (
            "promises something in Childline's name. For this age say only “You can ring Childline on 0800 1111. It's "
            "free, day or night.”"
        )
    elif _plain(promise) not in _plain(sentence.paragraph):
        yield f"promises something in Childline's name. There is one wording, and it is whole: “{promise}”"


def _of_trust(piece: Piece, sentence: Sentence) -> Iterator[str]:
    """Find a trusted adult who may be anyone that is kind to a child online."""
    defined = piece.defines is not None and TRUSTED.search(piece.defines) and not sentence.before
    if (defined or IS.search(sentence.text)) and not REAL_LIFE.search(sentence.paragraph):
        yield (
            "would fit a stranger who is kind online. Say “a grown-up you know in real life, who listens and helps "
            "keep you safe”."
        )


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
