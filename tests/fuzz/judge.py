"""Reads a broken copy and says what is wrong with how it was taken, by oracles that are not the code under test."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from macros.cache import RoundCache
from macros.content.library import Library
from macros.content.loader import read_library
from macros.problems import ContentError
from macros.site.author_macros import macros
from tests.audience import EVERYONE, paragraphs_of, sentences_of, words_alone
from tests.fuzz.quiz_lines import UnclearError, read_lines
from tests.site.page import plain, tidy

TOLD = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<sentence>[^\n]{10,})")
MOST = 1_000  # sentences about one broken copy; more than that nobody reads
LONGEST = 1_000  # characters of a sentence
YES = {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False, "y": True, "n": False}


class Judge:
    """Holds a copy of the content, and breaks and mends it.

    Attributes:
        root: the copy.
        texts: the files that may be broken, as they are when whole.
    """

    def __init__(self, root: Path, texts: Mapping[str, str]) -> None:
        self.root = root
        self.texts = texts
        self.cache = RoundCache()

    def judge(self, changed: Mapping[str, str]) -> str:
        """Read the copy with some files changed.

        Returns:
            "" when all is as it should be; else what is wrong, its kind first.
        """
        for path, text in changed.items():
            (self.root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        self.cache.start_round()
        try:
            library = read_library(self.root, self.cache)
            return next(_faults(library, changed), "")
        except ContentError as error:
            return next(_faults_told(self.root, error, changed), "")
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.name}"
            return f"TRACEBACK: {type(error).__name__} in {place}: {error!s:.300}"
        finally:
            for path in changed:
                (self.root / path).write_bytes(self.texts[path].encode())


def _faults_told(root: Path, error: ContentError, changed: Mapping[str, str]) -> Iterator[str]:
    if not error.problems:
        yield "NOTHING TOLD: it is refused without a sentence"
    if len(error.problems) > MOST:
        yield f"TOO MANY: {len(error.problems)} sentences, the first {error.problems[0]!s:.200}"
    for problem in error.problems:
        match = TOLD.fullmatch(str(problem))
        if not match:
            yield f"NO PLACE: {problem!s:.300}"
            return
        if len(problem.sentence) > LONGEST:
            yield f"TOO LONG: a sentence of {len(problem.sentence)} characters: {problem!s:.200}"
        path, line = match["path"], int(match["line"])
        # A file that is missing is told at its first line.
        text = changed.get(path) or ((root / path).read_text(encoding="utf-8") if (root / path).is_file() else "")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if not 1 <= line <= len(lines) or not 1 <= int(match["column"]) <= len(lines[line - 1]) + 1:
            yield f"PLACE OUTSIDE: {problem!s:.300} (the file has {len(lines)} lines)"


def _faults(library: Library, changed: Mapping[str, str]) -> Iterator[str]:
    for path, text in changed.items():
        parts = path.split("/")
        if parts[0] == "quizzes":
            yield from _changed_question(library, parts[2].removesuffix(".yml"), text)
        if parts[0] == "lessons":
            yield from _leaked(library, parts[2], text)


def _changed_question(library: Library, identity: str, text: str) -> Iterator[str]:
    quiz = library.adults.get(identity) or library.lessons[identity].quiz
    try:
        read = read_lines(text)
    except UnclearError:
        return
    yield from _differences(read, quiz.model_dump(mode="python"), "quiz")
    if identity in library.lessons:
        yield from _lost_words(library, identity, read)


def _differences(typed: Any, built: Any, where: str) -> Iterator[str]:
    """Compare what was typed with what was built, value by value; what was not typed may have a value of its own."""
    if isinstance(typed, dict) and isinstance(built, dict):
        for name, value in typed.items():
            if name not in built:
                yield f"CHANGED: {where}: “{name}” is typed and not built"
            else:
                yield from _differences(value, built[name], f"{where}.{name}")
    elif isinstance(typed, list) and isinstance(built, list | tuple):
        if len(typed) != len(built):
            yield f"CHANGED: {where}: {len(typed)} are typed and {len(built)} are built"
        for number, (one, other) in enumerate(zip(typed, built, strict=False)):
            yield from _differences(one, other, f"{where}[{number}]")
    elif isinstance(typed, str) and isinstance(built, bool):
        if YES.get(typed.casefold()) is not built:
            yield f"CHANGED: {where}: “{typed}” is typed and {built} is built"
    elif typed is not None and (not isinstance(built, str) or tidy(typed) != tidy(built)):
        yield f"CHANGED: {where}: “{typed!s:.200}” is typed and “{built!s:.200}” is built"


def _lost_words(library: Library, identity: str, read: Any) -> Iterator[str]:
    """Find a text that was typed and that the quiz on the learner's page does not show."""
    made = {macro.__name__: macro for macro in macros(library, lambda: "lessons/a/b/index.html")}
    html = str(made["quiz"](identity))
    shown = tidy(unescape(re.sub(r"<[^>]*>", "", html)))
    for question in read["questions"]:
        for words in _texts(question):
            # The gap of a sentence is shown as dots; anywhere else three underscores are what they are.
            if tidy(plain(words)) not in shown and tidy(plain(words).replace("___", "……")) not in shown:
                yield f"NOT SHOWN: {identity}: “{words:.200}”"


def _texts(typed: Any) -> Iterator[str]:
    for name, value in typed.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from _texts(one)
            elif name in {"text", "hint", "feedback", "missed", "not_yet", "match", "if_true", "if_false"} and one:
                yield str(one)


def _leaked(library: Library, identity: str, text: str) -> Iterator[str]:
    """Find words that the oracle gives to adults in a part that is for everyone."""
    steps = library.lessons[identity].lesson.steps
    seen = words_alone("\n".join(p.text for step in steps for p in step.parts if p.kind in ("everyone", "word")))
    for_all = words_alone("\n".join((*paragraphs_of(text, EVERYONE), *paragraphs_of(text, "word"))))
    for audience in ("teacher", "home", "worksheet"):
        for said in sentences_of(text, audience):
            if said in seen and said not in for_all:
                yield f"LEAKED: {identity}: everyone reads the {audience}’s “{said.strip():.200}”"
