"""Every check of what crosses files, by name: each is given what was read, and gives what is to be mended.

What a check holds is in the room `checks`; here is what it needs to have been read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.checks.branding import check_branding
from macros.checks.contacts import check_value_contacts, known_contacts
from macros.checks.help_hours import check_at_night, check_help_hours, check_routes_hours
from macros.checks.learner_words import Piece, of_clauses, of_lesson, of_page, of_phases, of_quiz, of_routes, of_symbols
from macros.checks.lesson_minutes import check_lesson_minutes
from macros.checks.literal_reader import check_literal
from macros.checks.markup import check_value_markup
from macros.checks.moved import check_moved
from macros.checks.pages import Known, check_front_matter, check_pages
from macros.checks.places import CHECKLISTS, check_for_adults, check_pairs, check_places
from macros.checks.policy import (
    Homes,
    check_addresses,
    check_clause_uses,
    check_linked_policies,
    check_policy_text,
    check_school_and_policy,
    ids_by_reader,
)
from macros.checks.published_files import check_published_files
from macros.checks.quiz_balance import check_balance
from macros.checks.quiz_quality import LIMITS, check_teaching
from macros.checks.references import (
    NEWSLETTER,
    check_answers,
    check_apps,
    check_coverage,
    check_half_terms,
    check_knowledge,
    check_lesson,
    check_phases,
    check_questions,
    check_quiz,
    check_recall,
    check_routes,
    check_song,
    check_topics,
)
from macros.checks.spread_length import check_spread_length
from macros.checks.symbols import FOLDER, check_new_words, check_register
from macros.checks.translations import check_translations
from macros.content.library import EXAMPLES_FOR, PHASES
from macros.content.names import known_names, macro_rows
from macros.content.reading import IN_ENGLISH, PICTURES, Content, place_of, quiz_path
from macros.models.app import Apps
from macros.models.base import Model
from macros.models.cast import Cast
from macros.models.clause_use import ClauseUses
from macros.models.colours import SiteColours
from macros.models.drawn_scene import DrawnScenes
from macros.models.fact import Facts
from macros.models.help_route import HelpRoutes
from macros.models.lesson import Lesson
from macros.models.linked_policy import LinkedPolicies
from macros.models.macro_row import MacroRows
from macros.models.moved import MovedPages
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.policy import Policy
from macros.models.quiz import ADULTS, Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbols
from macros.models.topic import Topics
from macros.models.translation import Translation
from macros.problems import Problem, did_you_mean
from macros.scenes.checks import check_cast, check_scenes
from macros.source import Document
from macros.views.addresses import lesson_folder, made_pages

LAYOUTS = "macros/theme"
CHILDLINE_PROMISE = "childline-promise"  # the fact that holds its one wording

Problems = Iterable[Problem]


@dataclass(frozen=True)
class Check:
    """One check.

    Attributes:
        name: what it looks at.
        check: finds what is to be mended.
        needs: the files without which it would say what is not so; where one has problems of its own, it waits.
    """

    name: str
    check: Callable[[Content], Problems]
    needs: tuple[type[Model], ...] = ()


def check(content: Content) -> list[Problem]:
    """Have every check look at the content.

    Args:
        content: all that was read.

    Returns:
        All that is to be mended between files.
    """
    found: list[Problem] = []
    for row in CHECKS:
        if all(content.one(model)[1] is not None for model in row.needs):
            found.extend(row.check(content))
    return found


def learner_words(content: Content) -> list[Piece]:
    """Give every word that a learner reads, but those of the examples, as far as it could be read."""
    return list(_words(content))


def _words(content: Content) -> Iterator[Piece]:
    for path, document, lesson in content.lessons:
        if lesson:
            yield from of_lesson(document, lesson)
        asked, quiz = content.each(Quiz).get(quiz_path(*place_of(path)), (document, None))
        if quiz:
            yield from of_quiz(asked, quiz)
    for path in content.pages:
        if tree := content.tree(path):
            yield from of_page(tree)
    uses_document, uses = content.one(ClauseUses)
    yield from of_clauses(uses_document, uses) if uses else ()
    phases_document, phases = content.one(Phases)
    yield from of_phases(phases_document, phases) if phases else ()
    symbols_document, symbols = content.one(Symbols)
    yield from of_symbols(symbols_document, symbols) if symbols else ()
    routes_document, routes = content.one(HelpRoutes)
    yield from of_routes(routes_document, "routes", routes.routes) if routes else ()
    school_document, school = content.one(School)
    yield from of_routes(school_document, "local_help", school.local_help) if school else ()


def _places(content: Content) -> Problems:
    checklists = content.files(CHECKLISTS.rstrip("/"), "")
    return check_places([*content.files("lessons", ""), *content.files("quizzes", ""), *checklists])


def _pairs(content: Content) -> Problems:
    return check_pairs({path: document for path, document, _ in content.lessons}, content.each(Quiz))


def _for_adults(content: Content) -> Problems:
    quizzes = [(place_of(path), document, quiz) for path, document, quiz in content.read_well(Quiz)]
    of_adults = [(identity, document, quiz) for (phase, identity), document, quiz in quizzes if phase == ADULTS]
    return check_for_adults(of_adults, content.entries)


def _lessons(content: Content) -> Problems:
    for path, document, lesson in content.read_well(Lesson):
        phase, identity = place_of(path)
        yield from check_lesson(phase, identity, document, lesson, content.known_ids)
        yield from content.cache.get((path, content.text(path)), _length, document, lesson, phase)


def _length(document: Document, lesson: Lesson, phase: str) -> list[Problem]:
    return list(check_spread_length(document, lesson, phase))


def _in_class(content: Content) -> Problems:
    for path, document, lesson in content.read_well(Lesson):
        phase, identity = place_of(path)
        asked = quiz_path(phase, identity)
        _, quiz = content.each(Quiz).get(asked, (document, None))
        if quiz:
            made_from = (path, content.text(path), content.text(asked))
            yield from content.cache.get(made_from, _minutes, document, lesson, quiz, phase)


def _minutes(document: Document, lesson: Lesson, quiz: Quiz, phase: str) -> list[Problem]:
    # What is not there takes no minutes; it is told first.
    unknown = list(check_questions(document, lesson, quiz))
    return unknown or list(check_lesson_minutes(document, lesson, quiz, phase))


def _quizzes(content: Content) -> Problems:
    for document, quiz in (content.one(Quiz), *content.each(Quiz).values()):
        if quiz:
            yield from check_quiz(document, quiz, content.known_ids)


def _teaching(content: Content) -> Problems:
    for path, document, quiz in content.read_well(Quiz):
        phase, identity = place_of(path)
        # Every lesson has a strand; if it cannot be read, or its strand is not known, that has been told.
        has_strand = f"{lesson_folder(phase, identity)}/lesson.md" in content.each(Lesson)
        made_from = (path, content.text(path), has_strand)
        yield from content.cache.get(made_from, _taught, quiz, phase, document, has_strand)


def _taught(quiz: Quiz, phase: str, document: Document, has_strand: bool) -> list[Problem]:
    return list(check_teaching(quiz, phase, document, has_strand))


def _examples(content: Content) -> Problems:
    document, examples = content.the(Quiz)
    return check_teaching(examples, EXAMPLES_FOR, document, has_strand=False)


def _balance(content: Content) -> Problems:
    for phase in PHASES:
        read = [found for path, found in content.each(Quiz).items() if place_of(path)[0] == phase]
        known = [(document, quiz) for document, quiz in read if quiz]
        # A quiz that cannot be read has been told; without it the figures would not be true.
        if len(known) == len(read):
            yield from check_balance(LIMITS[phase].whose, known)


def _asked_again(content: Content) -> Problems:
    document, phases = content.the(Phases)
    found: dict[str, dict[str, Quiz | None]] = {phase.id: {} for phase in phases.phases}
    for path, (_, quiz) in content.each(Quiz).items():
        phase, identity = place_of(path)
        found.setdefault(phase, {})[identity] = quiz
    orders = {phase.id: phase.order for phase in phases.phases}
    for path, quiz_document, quiz in content.read_well(Quiz):
        phase, identity = place_of(path)
        if phase in orders:
            others = {other: quiz for other, quiz in found[phase].items() if quiz}
            yield from check_recall(identity, quiz_document, quiz, orders[phase], others)
    yield from check_knowledge(document, phases, found)


def _phases(content: Content) -> Problems:
    document, phases = content.the(Phases)
    return check_phases(document, phases, PHASES, content.pictures, content.places)


def _half_terms(content: Content) -> Problems:
    return check_half_terms(
        *content.the(Phases), *content.the(School), content.outlines.get(NEWSLETTER.removeprefix("docs/"))
    )


def _coverage(content: Content) -> Problems:
    (document, phases), (_, topics) = content.the(Phases), content.the(Topics)
    entries = content.entries.values()
    taught = {phase: [(entry.lesson, entry.quiz) for entry in entries if entry.phase == phase] for phase in PHASES}
    # A lesson that cannot be read has been told; what it would have taught is not missed as well.
    return check_coverage(document, phases, topics, taught) if content.whole else ()


def _topics(content: Content) -> Problems:
    lessons = [entry.lesson for entry in content.entries.values()]
    return check_topics(*content.the(Topics), lessons) if content.whole else ()


def _song(content: Content) -> Problems:
    document, song = content.the(Song)
    singing = {entry.id: entry.lesson for entry in content.entries.values() if entry.phase == song.phase}
    return check_song(document, song, singing) if content.whole else ()


def _cast(content: Content) -> Problems:
    return check_cast(*content.the(Cast), content.parts)


def _scenes(content: Content) -> Problems:
    for path, document, scenes in content.read_well(DrawnScenes):
        has_lesson = f"{path.rpartition('/')[0]}/lesson.md" in content.each(Lesson)
        if content.studio and has_lesson:  # that there is none has been told
            yield from check_scenes(document, scenes, content.studio, place_of(path)[0])


def _symbols(content: Content) -> Problems:
    return check_register(*content.the(Symbols), content.symbols, f"{PICTURES}/{FOLDER}".rstrip("/"))


def _new_words(content: Content) -> Problems:
    for phase in PHASES:
        lessons = ((path, document, lesson) for path, document, lesson in content.read_well(Lesson))
        yield from check_new_words(
            (document, lesson) for path, document, lesson in lessons if place_of(path)[0] == phase
        )


def _school(content: Content) -> Problems:
    return check_branding(content.root, *content.the(School), content.the(SiteColours))


def _answers(content: Content) -> Problems:
    return check_answers(*content.the(School), content.the(SchoolQuestions)[1])


def _apps(content: Content) -> Problems:
    return check_apps(*content.the(Apps), content.the(Facts)[1])


def _help(content: Content) -> Problems:
    (school_document, school), (document, routes) = content.the(School), content.the(HelpRoutes)
    written = [path.removeprefix("docs/") for path in content.pages]
    yield from check_routes(school_document, school, document, routes, written)
    yield from check_at_night(document, routes, school_document, school)
    lists = ((document, "routes", routes.routes), (school_document, "local_help", school.local_help))
    yield from check_routes_hours(lists)


def _translations(content: Content) -> Problems:
    return check_translations(content.each(Translation), content.help_routes or (), IN_ENGLISH)


def _hours(content: Content) -> Problems:
    return check_help_hours(content.texts, content.help_routes or (), content.cache)


def _policy(content: Content) -> Problems:
    return check_policy_text(*content.the(Policy))


def _school_and_policy(content: Content) -> Problems:
    return check_school_and_policy(*content.the(School), content.the(Policy)[1])


def _linked_policies(content: Content) -> Problems:
    return check_linked_policies(*content.the(LinkedPolicies), content.the(Policy)[1])


def _addresses(content: Content) -> Problems:
    return check_addresses(*content.the(School), content.the(LinkedPolicies)[1])


def _clause_uses(content: Content) -> Problems:
    routes = content.help_routes
    shown = None if routes is None else ids_by_reader(routes)
    homes = Homes.of(content.outlines, made_pages(content.places), shown)
    return check_clause_uses(*content.the(ClauseUses), content.the(Policy)[1], content.known_ids, homes)


def _moved(content: Content) -> Problems:
    return check_moved(*content.the(MovedPages), content.outlines)


def _front_matter(content: Content) -> Problems:
    layouts = [path.rpartition("/")[2] for path in content.files(LAYOUTS, ".html") if path.count("/") == 2]
    for path, document, page in content.read_well(FrontMatter):
        made_from = (path, content.texts[path], tuple(layouts))
        yield from content.cache.get(made_from, check_front_matter, content.texts[path], document, page, layouts)


def _markup(content: Content) -> Problems:
    for document in content.documents:
        made_from = (document.path, content.text(document.path))
        yield from content.cache.get(made_from, check_value_markup, document)


def _contacts(content: Content) -> Problems:
    reached = known_contacts(content.help_routes or (), content.the(School)[1])
    for document in content.documents:
        if document.path.endswith(".yml"):  # a page is read whole, with its front matter
            made_from = (document.path, content.text(document.path), reached)
            yield from content.cache.get(made_from, check_value_contacts, document, reached)


def _pages(content: Content) -> Problems:
    school, symbols, routes = content.one(School)[1], content.one(Symbols)[1], content.help_routes
    reached = None if routes is None or not school else known_contacts(routes, school)
    known = Known(
        macro_rows(content), known_names(content), school, PHASES, reached, symbols.by_id() if symbols else {}
    )
    return check_pages(content.root, content.texts, known, content.cache)


def _macro_rows(content: Content) -> Problems:
    known = known_names(content)
    claimed: set[str] = set()
    for _, document, rows in content.read_well(MacroRows):
        for number, row in enumerate(rows.macros):
            if row.takes is not None and row.takes not in known:
                sentence = f"A macro cannot take “{row.takes}”.{did_you_mean(row.takes, known)}"
                yield document.problem(sentence, ("macros", number, "takes"))
            if row.name in claimed:
                yield document.problem(f"Another row is called “{row.name}”. Keep one.", ("macros", number, "name"))
            claimed.add(row.name)


def _published_files(content: Content) -> Problems:
    return check_published_files(content.root, content.texts, content.one(School)[1], content.cache)


def _literal_reader(content: Content) -> Problems:
    _, facts = content.one(Facts)
    document, examples = content.one(Quiz)
    promise = next((fact.text for fact in facts.facts if fact.id == CHILDLINE_PROMISE), None) if facts else None
    by_file: dict[str, list[Piece]] = {}
    for piece in (*_words(content), *(of_quiz(document, examples) if examples else ())):
        by_file.setdefault(piece.path, []).append(piece)
    for path, pieces in by_file.items():
        text = content.text(path) or ""
        yield from content.cache.get((path, text, promise), check_literal, pieces, text, promise)


CHECKS = (
    Check("where lessons and quizzes lie", _places),
    Check("a lesson and its quiz", _pairs),
    Check("quizzes for adults", _for_adults),
    Check("what a lesson names, and its length", _lessons),
    Check("questions for class, and minutes", _in_class),
    Check("what a quiz names", _quizzes),
    Check("how a quiz teaches", _teaching),
    Check("how the examples teach", _examples, (Quiz,)),
    Check("whether an age's quizzes can be guessed", _balance),
    Check("the ages", _phases, (Phases,)),
    Check("the half terms", _half_terms, (Phases, School)),
    Check("what is asked again", _asked_again, (Phases,)),
    Check("what every age teaches", _coverage, (Phases, Topics)),
    Check("what no lesson teaches", _topics, (Topics,)),
    Check("the song", _song, (Song,)),
    Check("the cast", _cast, (Cast,)),
    Check("scenes", _scenes),
    Check("what a symbol stands for", _symbols, (Symbols,)),
    Check("symbols of new words", _new_words),
    Check("the school's colours and crest", _school, (School, SiteColours)),
    Check("the school's answers", _answers, (School, SchoolQuestions)),
    Check("facts of apps", _apps, (Apps, Facts)),
    Check("help routes", _help, (School, HelpRoutes)),
    Check("help at night", _hours, (School, HelpRoutes)),
    Check("help in other languages", _translations, (School, HelpRoutes)),
    Check("the text of the policy", _policy, (Policy,)),
    Check("what school.yml says of the policy", _school_and_policy, (School, Policy)),
    Check("linked policies", _linked_policies, (LinkedPolicies, Policy)),
    Check("addresses of linked policies", _addresses, (School, LinkedPolicies)),
    Check("plain words and homes of clauses", _clause_uses, (ClauseUses, Policy)),
    Check("pages that have moved", _moved, (MovedPages,)),
    Check("what stands above a page", _front_matter),
    Check("tags and signs in values", _markup),
    Check("phone numbers and addresses in values", _contacts, (School, HelpRoutes)),
    Check("what pages hold, call and show", _pages),
    Check("the rows of the macros", _macro_rows),
    Check("what is published", _published_files),
    Check("what a literal reader may misread", _literal_reader),
)
