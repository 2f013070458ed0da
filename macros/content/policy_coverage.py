"""Gathers from the whole content where each clause of the policy is taught, asked about, explained and done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.content.library import Entry, Library
from macros.models.policy import Clause
from macros.models.quiz import Quiz
from macros.views import addresses
from macros.views.addresses import made_from
from macros.views.policy_map import Age, Figures, Lesson, Link, Place, figures_of, readers_of


def coverage_of(library: Library) -> tuple[Place, ...]:
    """Give every clause with its places, in the order of the policy."""
    known = _Known.of(library)
    return tuple(_place(clause, library, known) for clause in library.policy.clauses.values())


def figures(library: Library) -> Figures:
    """Count what governors can quote."""
    return figures_of(coverage_of(library), library.advice, library.phases)


@dataclass(frozen=True)
class _Known:
    """What every clause would look for in the whole content.

    Attributes:
        asked: how many questions of each quiz ask about each clause, by the quiz's id.
        taught: the clauses that each lesson is about, by the lesson's id.
        lists: each list that a page shows, with the page.
    """

    asked: Mapping[str, Mapping[str, int]]
    taught: Mapping[str, frozenset[str]]
    lists: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, library: Library) -> _Known:
        quizzes = {**{entry.id: entry.quiz for entry in library.lessons.values()}, **library.adults}
        lists = [(one, page) for page, outline in library.outlines.items() for one in outline.called("checklist")]
        taught = {entry.id: frozenset(library.clauses_about(entry.lesson.topics)) for entry in library.lessons.values()}
        return cls({identity: _asked(quiz, library) for identity, quiz in quizzes.items()}, taught, lists)


def _asked(quiz: Quiz, library: Library) -> Mapping[str, int]:
    return Counter(identity for question in quiz.questions for identity in library.clauses_about(question.topics))


def _place(clause: Clause, library: Library, known: _Known) -> Place:
    use = library.clause_uses[clause.id]
    return Place(
        clause=clause,
        words=use.words_for("governors") or use.words_for("parents") or clause.text,
        readers=readers_of(use),
        ages=tuple(_ages(clause, library, known)),
        pages=tuple(_page(home, library) for home in use.homes),
        lists=tuple({link.target: link for link in _lists(clause, library, known)}.values()),
        about=use.about,
    )


def _ages(clause: Clause, library: Library, known: _Known) -> Iterator[Age]:
    for phase in library.phases:
        entries = library.of_phase(phase.id)
        found = (_lesson(clause, entry, known) for entry in entries)
        lessons = tuple(lesson for lesson in found if lesson is not None)
        if lessons:
            yield Age(phase.title, lessons)
    adults = tuple(_for_adults(clause, library, known))
    if adults:
        yield Age("Adults", adults)


def _lesson(clause: Clause, entry: Entry, known: _Known) -> Lesson | None:
    """Give a lesson that teaches what the clause is about, or whose quiz asks about it."""
    teaches, asked = clause.id in known.taught[entry.id], known.asked[entry.id].get(clause.id, 0)
    if not teaches and not asked:
        return None
    plan = Link(entry.lesson.title, addresses.lesson(entry.phase, entry.id, "teach"))
    quiz = addresses.lesson(entry.phase, entry.id) + addresses.QUIZ
    return Lesson(plan, teaches, asked, quiz)


def _for_adults(clause: Clause, library: Library, known: _Known) -> Iterator[Lesson]:
    for identity, quiz in library.adults.items():
        asked = known.asked[identity].get(clause.id, 0)
        pages = (page for page, outline in library.outlines.items() if identity in outline.called("quiz"))
        if asked and (page := next(pages, None)):
            yield Lesson(Link(quiz.title, made_from(page)), False, asked, made_from(page))


def _page(home: str, library: Library) -> Link:
    page, _, anchor = home.partition("#")
    outline = library.outlines.get(page)
    if outline:
        heading = outline.heading(anchor)
        return Link(f"{outline.title}: {heading}" if heading else outline.title, made_from(home))
    lesson = library.lessons.get(page.split("/")[-2]) if page.startswith("lessons/") else None
    return Link(lesson.lesson.title if lesson else page.removesuffix(".md"), made_from(home))


def _lists(clause: Clause, library: Library, known: _Known) -> Iterator[Link]:
    """Give the lists that stand where the clause is at home, and those that are made of it."""
    made_of_it = {clause.id, clause.part_of}
    for identity, page in known.lists:
        if identity in made_of_it:
            yield _list(identity, page, library)
    for home in library.clause_uses[clause.id].homes:
        page, _, anchor = home.partition("#")
        if page in library.outlines:
            for identity in library.outlines[page].called("checklist", anchor):
                yield _list(identity, page, library)


def _list(identity: str, page: str, library: Library) -> Link:
    authored = library.checklists.get(identity)
    title = authored.title if authored else f"The list of point {library.policy.clauses[identity].reference}"
    return Link(title, f"{made_from(page)}#checklist-{identity}")
