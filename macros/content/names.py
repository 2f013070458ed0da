"""What the macros of a page may name, as far as it could be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import get_args

from macros.checks.symbols import FOLDER
from macros.content.library import PHASES, YOUNG, Entry
from macros.content.reading import DATA, Content
from macros.models.base import Reader
from macros.models.clause_use import ClauseUse, ClauseUses, PlainReader
from macros.models.drawn_scene import DrawnScenes
from macros.models.fact import Facts
from macros.models.macro_row import MacroRow, MacroRows
from macros.models.phase import Phases
from macros.models.policy import Policy
from macros.models.quiz import Quiz
from macros.models.school import CASES
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import SymbolGroup
from macros.views.school_website import KINDS

COMPONENTS = "macros/components"
TAUGHT = ("lessons", "ages", "strands", "questions")  # what can be counted of the lessons
NAMED = ("years", "ages")  # how all that is taught can be named
BY_AGE = ("plans", "guides", "lessons")  # the pages of which there is one for each age
COUNTS = ("points", "homes", "advised", "advice", "ages")  # what can be counted of the policy
DATES = ("approved", "review")  # of its approval table
CONTACTS = (
    "dsl", "office", "headteacher", "chair", "lado", "council", "council-in-short", "council-at-night",
    "police-or-council", "this-site",
)  # fmt: skip
ONCE_KNOWN = ("online-safety-lead", "safeguarding-governor", "channels")


def macro_rows(content: Content) -> dict[str, MacroRow]:
    """Give the row of each macro, by its name, from the folders of the components.

    Args:
        content: all that was read.
    """
    return {row.name: row for _, _, rows in content.read_well(MacroRows) for row in rows.macros}


def known_names(content: Content) -> dict[str, Collection[str] | None]:
    """Give the ids that there are of whatever a macro may take, by what its row calls it.

    Args:
        content: all that was read.

    Returns:
        None for ids of a file that could not be read, as one slip must not give two messages, and for what is no id.
    """
    policy, examples, facts = content.one(Policy)[1], content.one(Quiz)[1], content.one(Facts)[1]
    phases, song, routes = content.one(Phases)[1], content.one(Song)[1], content.help_routes
    points = {clause.part_of for clause in policy.clauses.values() if clause.part_of} if policy else set()
    questions, uses = content.one(SchoolQuestions)[1], content.one(ClauseUses)[1]
    # The names of the files, not what could be read of them.
    lists = {Path(path).stem for path in content.files(f"{DATA}/checklists", ".yml")}
    return {
        "quiz": {Path(path).stem for path in content.files("quizzes", ".yml")},
        "example": [question.id for question in examples.questions] if examples else None,
        "checklist": lists | points if policy else None,
        "policy clause": content.known_ids.clauses,
        "section of the policy": [section.id for section in policy.sections] if policy else None,
        "date of the policy": DATES,
        "count": COUNTS,
        "picture": content.pictures,
        "folder of pictures": {
            name.split("/")[0] for name in content.pictures if "/" in name and not name.startswith(FOLDER)
        },
        "group of symbols": get_args(SymbolGroup),
        "scene": set(_scenes(content)),
        "chat of a lesson": set(_places_of(content.entries, "chat")),
        "screen of a lesson": set(_places_of(content.entries, "screen")),
        "lesson": {path.split("/")[2] for path in content.files("lessons", "lesson.md") if path.count("/") == 3},
        "lesson with a verse": song.verses if song else None,
        "phase": PHASES,
        "phase with questions for before and after": (
            [phase.id for phase in phases.phases if phase.check] if phases else None
        ),
        "strand": content.known_ids.strands,
        "reader": get_args(Reader),
        "reader of plain words": (*get_args(PlainReader), YOUNG),
        "help route with a phone number": None if routes is None else [route.id for route in routes if route.phone],
        "fact that changes": [fact.id for fact in facts.facts] if facts else None,
        "fact about the school": None,
        "contact": CONTACTS,
        "fact said once it is known": ONCE_KNOWN,
        "case of a school": CASES,
        "list of questions to the school": questions.lists if questions else None,
        "count of what is taught": TAUGHT,
        "way to name what is taught": NAMED,
        "page of each age": BY_AGE,
        "one age or several": {
            " ".join(PHASES[first:last]) for first in range(len(PHASES)) for last in range(first + 1, len(PHASES) + 1)
        },
        "reader and clause": set(_in_short(policy, uses)) if policy and uses else None,
        "thing for the school's website": KINDS,
        "reader of the privacy page": ("child", "parent", "officer"),
        "component": {path.split("/")[2] for path in content.files(COMPONENTS, "template.html")},
        "words": None,
    }


def _scenes(content: Content) -> Iterator[str]:
    """Give each scene as a macro calls it; of a file with a mistake, which is told, those that it seems to have."""
    for lesson, drawn in content.scenes.items():
        yield from (f"{lesson}/{scene.id}" for scene in drawn)
    for path, (_, read) in content.each(DrawnScenes).items():
        if read is None:
            names = re.findall(r"^ *- id: *([\w-]+)", content.text(path) or "", re.MULTILINE)
            yield from (f"{path.split('/')[2]}/{name}" for name in names)


def _in_short(policy: Policy, uses: ClauseUses) -> Iterator[str]:
    """Give each clause of each reader for whom it has plain words, as a macro calls it: the reader and the clause.

    That a clause has no entry at all is told elsewhere, and what names it is not told as well.
    """
    entries = uses.by_id()
    for identity in policy.clauses:
        use = entries.get(identity)
        yield from (f"{reader}/{identity}" for reader in get_args(PlainReader) if _has_words(use, reader))


def _has_words(use: ClauseUse | None, reader: str) -> bool:
    """Tell whether a reader finds words: of a gap, its own."""
    found = use if use is None or use.gap == "no" else use.with_own_words("its own")
    return found is None or bool(found.words_for(reader))


def _places_of(entries: Mapping[str, Entry], kind: str) -> Iterator[str]:
    """Give the place of each part of a kind, as a macro calls it: the lesson, the step and the part, from 1."""
    for identity, entry in entries.items():
        for step, one in enumerate(entry.lesson.steps, start=1):
            for number, part in enumerate(one.parts, start=1):
                if part.kind == kind:
                    yield f"{identity}/{step}/{number}"
