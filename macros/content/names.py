"""What the macros of a page may name, as far as it could be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import get_args

from macros.content.library import PHASES, YOUNG, Entry
from macros.content.reading import DATA, Content
from macros.models.base import Reader
from macros.models.clause_use import ClauseUses, PlainReader
from macros.models.fact import Facts
from macros.models.phase import Phases
from macros.models.policy import Policy
from macros.models.quiz import Quiz
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song

COMPONENTS = "macros/components"
TAUGHT = ("lessons", "ages", "strands", "questions")  # what can be counted of the lessons
COUNTS = ("points", "homes", "advised", "advice", "ages")  # what can be counted of the policy
DATES = ("approved", "review")  # of its approval table
CONTACTS = ("dsl", "office", "headteacher", "chair", "lado", "council", "this-site")


def macro_names(content: Content) -> dict[str, tuple[str, Collection[str] | None]]:
    """Give, for each macro, what its id names and the ids that there are.

    Args:
        content: all that was read.

    Returns:
        None for ids of a file that could not be read: one slip must not give two messages.
    """
    policy, examples, facts = content.one(Policy)[1], content.one(Quiz)[1], content.one(Facts)[1]
    phases, song, routes = content.one(Phases)[1], content.one(Song)[1], content.help_routes
    # The names of the files, not what could be read of them.
    quizzes = {Path(path).stem for path in content.files("quizzes", ".yml")}
    lists = {Path(path).stem for path in content.files(f"{DATA}/checklists", ".yml")}
    lessons = {path.split("/")[2] for path in content.files("lessons", "lesson.md") if path.count("/") == 3}
    points = {clause.part_of for clause in policy.clauses.values() if clause.part_of} if policy else set()
    phones = None if routes is None else [route.id for route in routes if route.phone]
    checked = [phase.id for phase in phases.phases if phase.check] if phases else None
    pictures = content.pictures
    questions, uses = content.one(SchoolQuestions)[1], content.one(ClauseUses)[1]
    fact = ("fact that changes", [fact.id for fact in facts.facts] if facts else None)
    return {
        "quiz": ("quiz", quizzes),
        "quiz_paper": ("quiz", quizzes),
        "quiz_answers": ("quiz", quizzes),
        "quiz_example": ("example", [question.id for question in examples.questions] if examples else None),
        "checklist": ("checklist", lists | points if policy else None),
        "clause": ("policy clause", content.known_ids.clauses),
        "picture": ("picture", pictures),
        "decoration": ("picture", pictures),
        "scene": ("scene", {f"{lesson}/{scene.id}" for lesson, drawn in content.scenes.items() for scene in drawn}),
        "scene_sheet": ("", None),
        **{kind: (f"{kind} of a lesson", set(_places_of(content.entries, kind))) for kind in ("chat", "screen")},
        "verse_notes": ("lesson with a verse", song.verses if song else None),
        "song_sheet": ("", None),
        "app_table": ("", None),
        "talk_starters": ("phase", PHASES),
        "lessons_about": ("strand", content.known_ids.strands),
        "help_routes": ("reader", get_args(Reader)),
        "help_by_worry": ("", None),
        "help_at_night": ("", None),
        "help_without_phoning": ("reader", get_args(Reader)),
        "phone": ("help route with a phone number", phones),
        "current": fact,
        "current_text": fact,
        "current_date": fact,
        "sourced": fact,
        "school_answers": ("list of questions to the school", questions.lists if questions else None),
        "contact": ("contact", CONTACTS),
        "phone_rule": ("", None),
        "if_taught": ("", None),
        "routes_looked_up": ("", None),
        "lesson_cards": ("phase", PHASES),
        "key_words": ("phase", PHASES),
        "poster": ("phase", PHASES),
        "knowledge_check": ("phase with questions for before and after", checked),
        "knowledge_check_paper": ("phase with questions for before and after", checked),
        "knowledge_check_answers": ("phase with questions for before and after", checked),
        "social_story": ("lesson", lessons),
        "promise": ("phase", PHASES),
        "fact": ("fact about the school", None),
        "taught_count": ("count of what is taught", TAUGHT),
        "taught_strands": ("", None),
        "taught_statements": ("", None),
        "lesson_titles": ("phase", PHASES),
        "in_short": ("reader and clause", set(_in_short(policy, uses)) if policy and uses else None),
        "policy_views": ("", None),
        "plain_words": ("reader", (*get_args(PlainReader), YOUNG)),
        "policy_map": ("section of the policy", [section.id for section in policy.sections] if policy else None),
        "policy_count": ("count", COUNTS),
        "policy_date": ("date of the policy", DATES),
        "linked_policies": ("", None),
        "review_date": ("", None),
        "examples": ("component", {path.split("/")[2] for path in content.files(COMPONENTS, "template.html")}),
        "colours": ("", None),
        "gallery": ("folder of pictures", {name.split("/")[0] for name in pictures if "/" in name}),
    }


def _in_short(policy: Policy, uses: ClauseUses) -> Iterator[str]:
    """Give each clause of each reader for whom it has plain words, as a macro calls it: the reader and the clause.

    That a clause has no entry at all is told elsewhere, and what names it is not told as well.
    """
    for identity in policy.clauses:
        use = uses.clauses.get(identity)
        yield from (f"{reader}/{identity}" for reader in get_args(PlainReader) if not use or use.words_for(reader))


def _places_of(entries: Mapping[str, Entry], kind: str) -> Iterator[str]:
    """Give the place of each part of a kind, as a macro calls it: the lesson, the step and the part, from 1."""
    for identity, entry in entries.items():
        for step, one in enumerate(entry.lesson.steps, start=1):
            for number, part in enumerate(one.parts, start=1):
                if part.kind == kind:
                    yield f"{identity}/{step}/{number}"
