"""Checks what one file says of another: that each id, code, symbol and lesson that is named is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.checks.symbols import names_of
from macros.models.app import Apps
from macros.models.base import repeats
from macros.models.fact import Facts
from macros.models.framework import ALL_STRANDS, Frameworks, Statement
from macros.models.help_route import EVERY, HelpRoutes
from macros.models.lesson import Lesson
from macros.models.phase import YEARS, Phases
from macros.models.policy import Policy
from macros.models.questions import Question
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song, sung
from macros.models.topic import Topics
from macros.models.years import name_of, title_of
from macros.problems import Problem, did_you_mean
from macros.source import Document, Outline, Step

NEWSLETTER = "docs/parents/print/newsletter.md"


@dataclass(frozen=True)
class KnownIds:
    """What is there to be named; None where its own file could not be read, and that has been told.

    Attributes:
        clauses: the ids of the policy's clauses.
        topics: the ids of the topics of lessons.
        statements: the curriculum's statements, by their ids.
        strands: the ids of the strands.
        symbols: the names of the symbols.
    """

    clauses: Collection[str] | None
    topics: Collection[str] | None
    statements: Mapping[str, Statement] | None
    strands: Collection[str] | None
    symbols: Collection[str]

    @classmethod
    def of(
        cls,
        policy: Policy | None,
        topics: Topics | None,
        frameworks: Frameworks | None,
        pictures: Collection[str],
    ) -> KnownIds:
        """Gather what is there.

        Args:
            policy: the approved policy; None if it could not be read.
            topics: the topics of lessons; None if they could not be read.
            frameworks: the strands and curriculum statements; None if they could not be read.
            pictures: the pictures' names, of which symbols are some.
        """
        return cls(
            clauses=policy.clauses if policy else None,
            topics=[topic.id for topic in topics.topics] if topics else None,
            statements={one.id: one for one in frameworks.statements} if frameworks else None,
            strands=[ALL_STRANDS, *(strand.id for strand in frameworks.strands)] if frameworks else None,
            symbols=names_of(pictures),
        )


def check_lesson(
    phase: str, identity: str, document: Document, lesson: Lesson, known_ids: KnownIds
) -> Iterator[Problem]:
    """Find what a lesson names that is not there, a year of another phase, and a claim to teach more than it does.

    Args:
        phase: the id of its phase.
        identity: the lesson's id.
        document: its file, for the places.
        lesson: what it holds.
        known_ids: what is there to be named.
    """
    yield from _unknown(document, lesson.topics, ("topics",), known_ids.topics, "topic")
    yield from _untrue_claims(document, lesson, known_ids.statements)
    if phase in YEARS and lesson.year not in YEARS[phase]:
        sentence = f"Lessons in {phase} are written for year {' or '.join(YEARS[phase])}. Write one of them."
        yield document.problem(sentence, ("year",))
    if known_ids.strands is not None and lesson.strand not in known_ids.strands:
        sentence = f"There is no strand “{lesson.strand}”.{did_you_mean(lesson.strand, known_ids.strands)}"
        yield document.problem(sentence, ("strand",))
    yield from _no_symbol(document, lesson.symbol, ("symbol",), known_ids)
    for number, line in enumerate(lesson.social_story):
        yield from _no_symbol(document, line.picture, ("social_story", number, "picture"), known_ids)
    for number, step in enumerate(lesson.steps):
        for place, part in enumerate(step.parts):
            loc = ("steps", number, "parts", place)
            if part.kind == "word":
                yield from _no_symbol(document, part.picture, (*loc, "picture"), known_ids)
            if part.kind == "quiz" and part.text != identity:
                sentence = f'A lesson shows its own quiz: write {{{{ quiz("{identity}") }}}}.'
                yield document.problem(sentence, loc)


def _untrue_claims(document: Document, lesson: Lesson, statements: Mapping[str, Statement] | None) -> Iterator[Problem]:
    if statements is None:
        return
    for number, claim in enumerate(lesson.teaches):
        loc = ("teaches", number, "id")
        if claim.id not in statements:
            sentence = f"There is no curriculum statement “{claim.id}”.{did_you_mean(claim.id, statements)}"
            yield document.problem(sentence, loc)
        elif statements[claim.id].years and lesson.year not in statements[claim.id].years:
            years = title_of(statements[claim.id].years)
            sentence = (
                f"“{claim.id}” is for the key stage of {years}, and this lesson is for {name_of(lesson.year)}. Claim "
                "the statement of its own key stage, or take this claim out."
            )
            yield document.problem(sentence, loc)
        elif statements[claim.id].taught == "not yet":
            sentence = (
                f"docs/_data/frameworks.yml says that no lesson teaches “{claim.id}” yet. If this step is new and "
                "teaches it, take out “taught: not yet” there; if not, take out this claim."
            )
            yield document.problem(sentence, loc)
        elif statements[claim.id].taught == "in part" and not claim.part:
            sentence = (
                f"docs/_data/frameworks.yml says that the lessons teach “{claim.id}” in part. Add “part: yes”; or, if "
                "this step now teaches all of it, take out “taught: in part” there."
            )
            yield document.problem(sentence, loc)


def check_questions(document: Document, lesson: Lesson, quiz: Quiz) -> Iterator[Problem]:
    """Find a question for class, or one that is to ask about a statement, that the lesson's quiz does not have.

    Args:
        document: the lesson's file, for the places.
        lesson: the lesson.
        quiz: its quiz.
    """
    known = [question.id for question in quiz.questions]
    for number, name in enumerate(lesson.in_class):
        if name not in known:
            sentence = f"The quiz of this lesson has no question “{name}”.{did_you_mean(name, known)}"
            yield document.problem(sentence, ("in_class", number))
        elif name in lesson.in_class[:number]:
            yield document.problem(f"“{name}” is named twice. Keep it once.", ("in_class", number))
    for number, claim in enumerate(lesson.teaches):
        if claim.question is not None and claim.question not in known:
            sentence = (
                f"The quiz of this lesson has no question “{claim.question}”.{did_you_mean(claim.question, known)}"
            )
            yield document.problem(sentence, ("teaches", number, "question"))


def check_quiz(document: Document, quiz: Quiz, known_ids: KnownIds) -> Iterator[Problem]:
    """Find what a quiz names that is not there.

    Args:
        document: the quiz's file, for the places.
        quiz: what it holds.
        known_ids: what is there to be named.
    """
    for number, question in enumerate(quiz.questions):
        loc = ("questions", number)
        yield from _unknown(document, question.topics, (*loc, "topics"), known_ids.topics, "topic")
        yield from _no_symbol(document, question.picture, (*loc, "picture"), known_ids)
        for name, place, picture in _pictured(question):
            yield from _no_symbol(document, picture, (*loc, name, place, "picture"), known_ids)


def check_song(document: Document, song: Song, lessons: Mapping[str, Lesson]) -> Iterator[Problem]:
    """Find a verse of no lesson, and one that its lesson doesn't have word by word.

    Args:
        document: the song's file.
        song: the song.
        lessons: the lessons of its age, by id.
    """
    for identity, verse in song.verses.items():
        if identity not in lessons:
            sentence = f"There is no lesson “{identity}” in lessons/{song.phase}.{did_you_mean(identity, lessons)}"
            yield document.problem(sentence, ("verses", identity), key=True)
            continue
        shown = [part.text for step in lessons[identity].steps for part in step.parts if part.kind == "everyone"]
        words = " ".join(" ".join(shown).replace("*", "").split())
        for number, line in enumerate(verse):
            if sung(line) not in words:
                sentence = f"The page of the lesson “{identity}” doesn’t have this line. Write both alike."
                yield document.problem(sentence, ("verses", identity, number))


def check_recall(
    identity: str, document: Document, quiz: Quiz, order: Collection[str], quizzes: Mapping[str, Quiz]
) -> Iterator[Problem]:
    """Find a question to be asked again that no earlier lesson of the phase has.

    Args:
        identity: the quiz's id.
        document: the file that it was read from.
        quiz: the quiz.
        order: the lessons of its phase, in the order in which they are taught.
        quizzes: the quizzes of its phase, by id.
    """
    lessons = list(order)
    before = lessons[: lessons.index(identity)] if identity in lessons else lessons
    yield from _asked_again(document, quiz.recall, ("recall",), before, "before this one in the year", quizzes)
    own = {question.id: number for number, question in enumerate(quiz.questions)}
    for name in quiz.recall:
        if (place := own.get(name.replace("/", "-"))) is not None:
            sentence = f"“{name}” is asked again here under this id. Give this question another."
            yield document.problem(sentence, ("questions", place, "id"))


def check_knowledge(
    document: Document, phases: Phases, quizzes: Mapping[str, Mapping[str, Quiz | None]]
) -> Iterator[Problem]:
    """Find a question to be asked before and after the year that no lesson of the phase has.

    Args:
        document: the file of the phases.
        phases: the phases.
        quizzes: the quizzes of each phase, by its id and theirs; None where one could not be read.
    """
    for number, phase in enumerate(phases.phases):
        here = quizzes.get(phase.id, {})
        read = {identity: quiz for identity, quiz in here.items() if quiz}
        yield from _asked_again(document, phase.check, ("phases", number, "check"), list(here), "of this phase", read)


def _asked_again(
    document: Document,
    names: Sequence[str],
    loc: tuple[Step, ...],
    lessons: Collection[str],
    which: str,
    quizzes: Mapping[str, Quiz],
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        lesson, _, question = name.partition("/")
        here = (*loc, number)
        if name in names[:number]:
            yield document.problem(f"“{name}” is asked again twice. Keep one.", here)
        elif lesson not in lessons:
            known = did_you_mean(lesson, lessons)
            sentence = (
                f"There is no lesson “{lesson}” {which}.{known} Name a question of one there is, or take this out."
            )
            yield document.problem(sentence, here)
        elif lesson in quizzes:
            ids = [asked.id for asked in quizzes[lesson].questions]
            if question not in ids:
                sentence = f"The quiz “{lesson}” has no question “{question}”.{did_you_mean(question, ids)}"
                yield document.problem(sentence, here)
            elif any(asked.id == question and asked.type == "story" for asked in quizzes[lesson].questions):
                yield document.problem("A story is too long to be asked again. Choose another question.", here)


def check_coverage(
    document: Document, phases: Phases, topics: Topics, taught: Mapping[str, Sequence[tuple[Lesson, Quiz]]]
) -> Iterator[Problem]:
    """Find a topic that every phase is to teach, and that one does not teach or does not ask about.

    Args:
        document: the file of the phases.
        phases: the phases.
        topics: the topics.
        taught: the lessons and quizzes of each phase.
    """
    names = {topic.id: topic.name for topic in topics.topics}
    yield from _unknown(document, phases.every_phase_teaches, ("every_phase_teaches",), names, "topic")
    owed = [topic for topic in phases.every_phase_teaches if topic in names]
    for number, phase in enumerate(phases.phases):
        here = taught.get(phase.id, ())
        in_lessons = {topic for lesson, _ in here for topic in lesson.topics}
        in_quizzes = {topic for _, quiz in here for question in quiz.questions for topic in question.topics}
        for known, doing, how in (
            (in_lessons, "teaches", "Name it under “topics” of the lesson that teaches it"),
            (in_quizzes, "asks about", "Name it under “topics” of the question that asks about it"),
        ):
            for topic in owed:
                if topic not in known:
                    sentence = f"No lesson of {phase.title} {doing} “{topic}” ({names[topic]}). {how}."
                    yield document.problem(sentence, ("phases", number))


def check_topics(document: Document, topics: Topics, lessons: Iterable[Lesson]) -> Iterator[Problem]:
    """Find a topic that no lesson teaches.

    Args:
        document: the file of the topics.
        topics: the topics.
        lessons: every lesson.
    """
    taught = {topic for lesson in lessons for topic in lesson.topics}
    for number, topic in enumerate(topics.topics):
        if topic.id not in taught:
            sentence = (
                f"No lesson teaches “{topic.id}”. Name it under “topics” of the lesson that does, or take it out here."
            )
            yield document.problem(sentence, ("topics", number, "id"))


def check_phases(
    document: Document,
    phases: Phases,
    known: tuple[str, ...],
    pictures: Collection[str],
    lessons: Collection[tuple[str, str]],
) -> Iterator[Problem]:
    """Find a phase, a friend or a lesson of the year that is not there, or is there twice.

    Args:
        document: the file of the phases.
        phases: the phases.
        known: the ids that they must have, in order.
        pictures: the pictures' names.
        lessons: the phase and the id of each lesson.
    """
    if tuple(phase.id for phase in phases.phases) != known:
        yield document.problem(f"The phases must be {', '.join(known)}, in this order.", ("phases",))
    friends = {name.removeprefix("cast/").removesuffix("-calm") for name in pictures if name.endswith("-calm")}
    for number, phase in enumerate(phases.phases):
        if phase.friend not in friends:
            sentence = f"There is no friend “{phase.friend}”.{did_you_mean(phase.friend, friends)}"
            yield document.problem(sentence, ("phases", number, "friend"))
        here = [identity for place, identity in lessons if place == phase.id]
        seen: set[str] = set()
        for half, half_term in enumerate(phase.year):
            for place, identity in enumerate(half_term.lessons):
                loc = ("phases", number, "year", half, "lessons", place)
                if identity in seen:
                    yield document.problem(f"The lesson “{identity}” stands in the year twice. Keep one.", loc)
                elif identity not in here:
                    sentence = f"There is no lesson “{identity}” in lessons/{phase.id}.{did_you_mean(identity, here)}"
                    yield document.problem(sentence, loc)
                seen.add(identity)


def check_half_terms(
    document: Document, phases: Phases, school_file: Document, school: School, newsletter: Outline | None
) -> Iterator[Problem]:
    """Find a half term that the school or the newsletter has and the year has not, or the other way round.

    Args:
        document: the file of the phases.
        phases: the phases; the year of the first names the half terms.
        school_file: school.yml, for the places.
        school: the school, which may say when its half terms begin.
        newsletter: what the page of the newsletter is made of; None where there is none.
    """
    titles = [half.title for half in phases.phases[0].year] if phases.phases else []
    days = len(school.half_terms)
    if days and titles and days != len(titles):
        sentence = (
            f"There {'is 1 day' if days == 1 else f'are {days} days'} here, and {len(titles)} half terms in "
            f"{document.path}. Write the first day of each."
        )
        yield school_file.problem(sentence, ("half_terms",))
    headings = [heading for heading in newsletter.headings if heading.level == 2] if newsletter else []
    unknown = [heading for heading in headings if heading.text not in titles]
    for heading in unknown:
        sentence = (
            f"“{heading.text}” is no half term of {document.path}, so the newsletter's feed would leave this paragraph "
            f"out.{did_you_mean(heading.text, titles)}"
        )
        yield Problem(NEWSLETTER, heading.line, 1, sentence)
    written = {heading.text for heading in headings}
    for number, title in enumerate(titles if headings and not unknown else ()):
        if title not in written:
            sentence = f"The newsletter has no paragraph for “{title}”. Write one under “## {title}” in {NEWSLETTER}."
            yield document.problem(sentence, ("phases", 0, "year", number, "title"))


def check_apps(document: Document, apps: Apps, facts: Facts) -> Iterator[Problem]:
    """Find the facts that the table of apps shows and that are not there.

    Args:
        document: the file of the apps, for the places.
        apps: the apps.
        facts: the facts that change.
    """
    known = [fact.id for fact in facts.facts]
    for number, app in enumerate(apps.apps):
        if app.fact and app.fact not in known:
            sentence = f"There is no fact that changes “{app.fact}”.{did_you_mean(app.fact, known)}"
            yield document.problem(sentence, ("apps", number, "fact"))


def check_answers(document: Document, school: School, asked: SchoolQuestions) -> Iterator[Problem]:
    """Find an answer in school.yml to a question that nobody asks.

    Args:
        document: school.yml, for the places.
        school: what it holds.
        asked: the questions that only the school can answer.
    """
    known = [question.id for question in asked.questions]
    for identity in school.answers:
        if identity not in known:
            sentence = f"No page asks the school “{identity}”.{did_you_mean(identity, known)}"
            yield document.problem(sentence, ("answers", identity), key=True)


def check_routes(
    school_document: Document,
    school: School,
    routes_document: Document,
    routes: HelpRoutes,
    pages: Collection[str],
) -> Iterator[Problem]:
    """Find help routes that have one id, a worry that no route helps with, and what a route or a worry names in vain.

    Args:
        school_document: the file of the school.
        school: the school, with its local help.
        routes_document: the file of the national routes and of the worries.
        routes: those.
        pages: every page below docs/ that was written by hand.
    """
    seen: set[str] = set()
    known = [EVERY, *(worry.id for worry in routes.worries)]
    lists = ((routes_document, "routes", routes.routes), (school_document, "local_help", school.local_help))
    for document, name, listed in lists:
        for number, route in enumerate(listed):
            if route.id in seen:
                sentence = f"Two help routes have the id “{route.id}”. Give each its own."
                yield document.problem(sentence, (name, number, "id"))
            seen.add(route.id)
            yield from _unknown(document, route.worries, (name, number, "worries"), known, "worry")
    for_families = [route for _, _, listed in lists for route in listed if "parents" in route.readers]
    for number, worry in enumerate(routes.worries):
        if not any(route.helps_with(worry.id) for route in for_families):
            sentence = f"No help route for parents helps with “{worry.id}”. Name it under “worries” of one that does."
            yield routes_document.problem(sentence, ("worries", number, "id"))
        if worry.page is not None and worry.page not in pages:
            sentence = f"There is no page “{worry.page}” under docs/.{did_you_mean(worry.page, pages)}"
            yield routes_document.problem(sentence, ("worries", number, "page"))


def listed_twice(document: Document, ids: Sequence[str], loc: tuple[Step, ...]) -> Iterator[Problem]:
    """Find what a list names more than once.

    Args:
        document: the file.
        ids: the list.
        loc: where it stands in the file.
    """
    for number in repeats(ids):
        yield document.problem(f"“{ids[number]}” stands here twice. Keep one.", (*loc, number))


def _unknown(
    document: Document, ids: Sequence[str], loc: tuple[Step, ...], known: Collection[str] | None, what: str
) -> Iterator[Problem]:
    yield from listed_twice(document, ids, loc)
    if known is None:
        return
    for number, identity in enumerate(ids):
        if identity not in known:
            yield document.problem(f"There is no {what} “{identity}”.{did_you_mean(identity, known)}", (*loc, number))


def _no_symbol(document: Document, name: str | None, loc: tuple[Step, ...], known_ids: KnownIds) -> Iterator[Problem]:
    if name is not None and name not in known_ids.symbols:
        yield document.problem(f"There is no symbol “{name}”.{did_you_mean(name, known_ids.symbols)}", loc)


def _pictured(question: Question) -> Iterator[tuple[str, int, str | None]]:
    """Give the list, the place and the picture of everything in a question that may have one."""
    for name in type(question).model_fields:
        value = getattr(question, name)
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield name, number, getattr(item, "picture", None)
