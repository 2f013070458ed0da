"""Reads the whole content into one library, and has all that crosses files checked.

Every problem of every file is found in one run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, get_args

from pydantic import ValidationError

from macros.cache import RoundCache
from macros.checks.branding import check_branding
from macros.checks.contacts import check_value_contacts
from macros.checks.help_hours import check_at_night, check_help_hours, check_routes_hours
from macros.checks.learner_words import Piece, of_clauses, of_lesson, of_page, of_phases, of_quiz, of_routes, of_symbols
from macros.checks.lesson_minutes import check_lesson_minutes
from macros.checks.literal_reader import check_literal
from macros.checks.markup import check_value_markup
from macros.checks.pages import Known, check_front_matter, check_pages
from macros.checks.policy import Homes, check_addresses, check_clause_uses, check_linked_policies, check_policy_text
from macros.checks.published_files import check_published_files, is_picture
from macros.checks.quiz_balance import check_balance
from macros.checks.quiz_quality import LIMITS, check_teaching
from macros.checks.references import (
    KnownIds,
    check_answers,
    check_apps,
    check_coverage,
    check_in_class,
    check_knowledge,
    check_lesson,
    check_phases,
    check_quiz,
    check_recall,
    check_routes,
    check_song,
)
from macros.checks.spread_length import check_spread_length
from macros.checks.symbols import FOLDER, REGISTER, check_new_words, check_register, names_of
from macros.content.library import EXAMPLES_FOR, PHASES, YOUNG, Entry, Library
from macros.models.app import Apps
from macros.models.base import SLUG, Model, Reader, explain
from macros.models.cast import Cast
from macros.models.checklist import Checklist
from macros.models.clause_use import ClauseUses, PlainReader
from macros.models.drawn_scene import DrawnScene, DrawnScenes
from macros.models.fact import Facts
from macros.models.framework import Frameworks
from macros.models.help_route import HelpRoute, HelpRoutes
from macros.models.lesson import Lesson
from macros.models.linked_policy import LinkedPolicies
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.policy import Policy
from macros.models.quiz import ADULTS, Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbols
from macros.models.voice_pattern import VoicePatterns
from macros.problems import ContentError, Problem, did_you_mean
from macros.scenes.checks import check_cast, check_scenes
from macros.scenes.composer import Studio
from macros.scenes.parts import read_parts
from macros.source import (
    Document,
    Outline,
    files_in,
    parse_front_matter,
    parse_lesson,
    parse_policy,
    parse_yaml,
    read_outline,
    read_text,
)
from macros.views.addresses import made_pages

SCHOOL = "school.yml"
POLICY = "docs/policy/index.md"
DATA = "docs/_data"
PICTURES = "docs/assets/images"
COMPONENTS = "macros/components"
SCENES = "scenes.yml"  # beside a lesson
LAYOUTS = "macros/theme"
TAUGHT = ("lessons", "ages", "strands", "questions")  # what can be counted of the lessons
COUNTS = ("points", "homes", "advised", "advice", "ages")  # what can be counted of the policy
CHILDLINE_PROMISE = "childline-promise"  # the fact that holds its one wording
DATES = ("approved", "review")  # of its approval table
CONTACTS = ("dsl", "office", "headteacher", "chair", "lado", "council", "this-site")
M = TypeVar("M", bound=Model)


def read_library(root: Path, cache: RoundCache | None = None) -> Library:
    """Read and check all content.

    Args:
        root: the project's folder.
        cache: what was read the last time, where content is read again and again.

    Returns:
        The library.

    Raises:
        ContentError: with every problem that was found.
    """
    return _Reader(root, cache or RoundCache()).library()


def ids_by_reader(routes: Iterable[HelpRoute]) -> dict[str, list[str]]:
    """Give the ids of the help routes that each reader is shown."""
    found: dict[str, list[str]] = {}
    for route in routes:
        for reader in route.readers:
            found.setdefault(reader, []).append(route.id)
    return found


def known_contacts(routes: Iterable[HelpRoute], school: School) -> frozenset[str]:
    """Give every phone number and email address that a page may name: those of the help routes and of the school.

    Args:
        routes: every help route, those near the school too.
        school: the school.
    """
    ways = {loc for route in routes for loc in (route.phone, route.email) if loc}
    ways |= {loc for route in routes for loc in route.also_reach}
    council = (school.council.children_phone, school.council.out_of_hours_phone)
    for facts in (school.office, school.headteacher, school.chair_of_governors, school.lado):
        ways |= {loc for loc in (facts.phone, facts.email) if loc}
    return frozenset(ways | {loc for loc in council if loc})


class _Reader:
    def __init__(self, root: Path, cache: RoundCache) -> None:
        self.root = root
        self.cache = cache
        self.texts: dict[str, str] = {}
        self.documents: dict[str, Document] = {}
        self.problems: list[Problem] = []

    def library(self) -> Library:
        school_document, school = self.model(SCHOOL, parse_yaml, School)
        policy_document, policy = self.model(POLICY, parse_policy, Policy)
        uses_document, uses = self.model(f"{DATA}/clauses.yml", parse_yaml, ClauseUses)
        linked_document, linked = self.model(f"{DATA}/linked-policies.yml", parse_yaml, LinkedPolicies)
        phases_document, phases = self.model(f"{DATA}/phases.yml", parse_yaml, Phases)
        _, frameworks = self.model(f"{DATA}/frameworks.yml", parse_yaml, Frameworks)
        routes_document, routes = self.model(f"{DATA}/help-routes.yml", parse_yaml, HelpRoutes)
        asked = self.questions(school_document, school)
        (_, facts), (apps_document, apps), (_, voice) = (
            self.model(f"{DATA}/facts.yml", parse_yaml, Facts),
            self.model(f"{DATA}/apps.yml", parse_yaml, Apps),
            self.model(f"{DATA}/voice-patterns.yml", parse_yaml, VoicePatterns),
        )
        examples_document, examples = self.model(f"{DATA}/examples.yml", parse_yaml, Quiz)
        pictures = self.pictures()
        checklists = self.checklists()
        quizzes = dict(self.quizzes())
        lessons = dict(self.lessons())
        places = [(path.split("/")[1], path.split("/")[2]) for path in lessons]
        known_ids = KnownIds.of(policy, frameworks, pictures)
        symbols_document, symbols = self.symbols(pictures, lessons)
        studio = self.studio(pictures)
        scenes = dict(self.scenes(lessons, studio))
        self.check_names(lessons, [*quizzes.values(), (examples_document, examples)], known_ids)
        entries = self.join(lessons, quizzes, scenes)
        song = self.song(entries, whole=len(entries) == len(lessons))
        adults = self.for_adults(quizzes, entries)
        self.check_teaching(quizzes, lessons, examples_document, examples)
        if school:
            self.problems.extend(check_branding(self.root, school_document, school))
        if school and routes:
            self.check_help(school_document, school, routes_document, routes)
        if phases:
            self.problems.extend(check_phases(phases_document, phases, PHASES, pictures, places))
            self.check_asked_again(phases_document, phases, quizzes)
            # A lesson that cannot be read has been told; what it would have taught is not missed as well.
            if policy and len(entries) == len(lessons):
                taught = {phase: [(e.lesson, e.quiz) for e in entries.values() if e.phase == phase] for phase in PHASES}
                self.problems.extend(check_coverage(phases_document, phases, policy, taught))
        self.problems.extend(check_apps(apps_document, apps, facts) if apps and facts else ())
        outlines = self.outlines()
        if policy:
            self.problems.extend(check_policy_text(policy_document, policy))
        if linked:
            self.check_linked(linked_document, linked, policy, school_document, school)
        if policy and uses and school and routes:
            homes = Homes.of(outlines, made_pages(places), ids_by_reader((*routes.routes, *school.local_help)))
            self.problems.extend(check_clause_uses(uses_document, uses, policy, known_ids.symbols, homes))
        self.check_front_matter()
        pages = self.check_pages(
            policy,
            pictures,
            school,
            examples,
            known_ids,
            routes,
            facts,
            scenes,
            phases,
            entries,
            symbols,
            song,
            asked,
            uses,
        )
        words = [
            *self.words_of_lessons(lessons, quizzes),
            *self.words_of_pages(),
            *(of_clauses(uses_document, uses) if uses else ()),
            *(of_phases(phases_document, phases) if phases else ()),
            *(of_symbols(symbols_document, symbols) if symbols else ()),
            *(of_routes(routes_document, "routes", routes.routes) if routes else ()),
            *(of_routes(school_document, "local_help", school.local_help) if school else ()),
        ]
        self.check_literal([*words, *(of_quiz(examples_document, examples) if examples else ())], facts)
        if self.problems or not (
            school
            and policy
            and uses
            and linked
            and phases
            and frameworks
            and routes
            and facts
            and asked
            and apps
            and song
            and examples
            and studio
            and voice
            and symbols
        ):
            raise ContentError(self.problems)
        return Library(
            root=self.root,
            school=school,
            policy=policy,
            clause_uses=MappingProxyType(uses.clauses),
            linked_policies=linked.policies,
            advice=tuple(part.id for part in policy.parts(phases.every_phase_teaches or "")),
            outlines=MappingProxyType({path: outline for path, outline in outlines.items() if outline}),
            phases=phases.phases,
            frameworks=frameworks,
            help_routes=tuple(sorted((*routes.routes, *school.local_help), key=lambda route: route.order)),
            worries=routes.worries,
            facts=MappingProxyType({fact.id: fact for fact in facts.facts}),
            school_questions=asked.questions,
            at_night=routes.at_night,
            apps=apps.apps,
            song=song,
            lessons=MappingProxyType(entries),
            adults=MappingProxyType(adults),
            checklists=MappingProxyType(checklists),
            examples=examples,
            pictures=MappingProxyType(pictures),
            symbols=MappingProxyType(symbols.by_id()),
            learner_words=tuple(words),
            studio=studio,
            voice_patterns=voice.patterns,
            counts=MappingProxyType(
                {
                    "policy clause": len(policy.clauses),
                    "lesson": len(entries),
                    "quiz": len(entries) + len(adults),
                    "question": sum(len(quiz.questions) for _, quiz in quizzes.values() if quiz),
                    "checklist": len(checklists),
                    "help route": len(routes.routes) + len(school.local_help),
                    "changing fact": len(facts.facts),
                    "app": len(apps.apps),
                    "picture": len(pictures),
                    "scene": sum(len(entry.scenes) for entry in entries.values()),
                    "hand-written page": pages,
                }
            ),
        )

    # Reading

    def model(self, path: str, parse: Callable[[str, str], Document], model: type[M]) -> tuple[Document, M | None]:
        """Read one file into a model; its problems are kept, and then there is no model."""
        try:
            text = self.text(path)
        except ContentError as error:
            self.problems.extend(error.problems)
            return Document(path), None
        # What is kept is kept by the text from which it was made: a second look at the file may find another.
        made_from = (path, text, parse, model)
        document, found, problems = self.cache.get(made_from, _read_model, text, path, parse, model)
        self.documents[path] = document
        self.problems.extend(problems)
        return document, found

    def text(self, path: str) -> str:
        """Read one file, once for all who ask."""
        if path not in self.texts:
            self.texts[path] = read_text(self.root, path)
        return self.texts[path]

    def files(self, folder: str, ending: str) -> Iterator[str]:
        return files_in(self.root, folder, ending)

    def pages(self) -> list[str]:
        """Name the pages that were written by hand."""
        return [path for path in self.files("docs", ".md") if not path.startswith(f"{DATA}/")]

    def pictures(self) -> dict[str, str]:
        found = {}
        for path in self.files(PICTURES, ".svg"):
            try:
                found[path.removeprefix(f"{PICTURES}/").removesuffix(".svg")] = self.text(path)
            except ContentError as error:
                self.problems.extend(error.problems)
        return found

    def studio(self, pictures: Mapping[str, str]) -> Studio | None:
        """Read what scenes are composed from; None where the cast has problems of its own."""
        document, cast = self.model(f"{DATA}/cast.yml", parse_yaml, Cast)
        if not cast:
            return None
        parts = read_parts()
        self.problems.extend(found := list(check_cast(document, cast, parts)))
        symbols = {name: pictures[FOLDER + name] for name in names_of(pictures)}
        return None if found else Studio(parts, MappingProxyType(cast.by_id()), MappingProxyType(symbols))

    def symbols(
        self, pictures: Mapping[str, str], lessons: Mapping[str, tuple[Document, Lesson | None]]
    ) -> tuple[Document, Symbols | None]:
        """Read what each symbol stands for, and check that it stands for that alone."""
        document, symbols = self.model(REGISTER, parse_yaml, Symbols)
        if symbols:
            drawings = {name: pictures[FOLDER + name] for name in names_of(pictures)}
            self.problems.extend(check_register(document, symbols, drawings, f"{PICTURES}/{FOLDER}".rstrip("/")))
        for phase in PHASES:
            read = [found for path, found in lessons.items() if path.split("/")[1] == phase]
            self.problems.extend(check_new_words((document, lesson) for document, lesson in read if lesson))
        return document, symbols

    def scenes(self, lessons: Collection[str], studio: Studio | None) -> Iterator[tuple[str, tuple[DrawnScene, ...]]]:
        """Read the scenes of each lesson that has some, by the lesson's id."""
        for path in self.files("lessons", SCENES):
            _, phase, identity = (*path.split("/"), "", "")[:3]
            if path != f"lessons/{phase}/{identity}/{SCENES}" or path.removesuffix(SCENES) + "lesson.md" not in lessons:
                continue  # that the folder has no lesson, or that the file does not belong there, is told
            document, scenes = self.model(path, parse_yaml, DrawnScenes)
            if scenes:
                yield identity, scenes.scenes
                if studio:
                    self.problems.extend(check_scenes(document, scenes, studio, phase))

    def questions(self, school_document: Document, school: School | None) -> SchoolQuestions | None:
        """Read the questions to the school, and check that each of its answers belongs to one."""
        _, asked = self.model(f"{DATA}/school-questions.yml", parse_yaml, SchoolQuestions)
        if school and asked:
            self.problems.extend(check_answers(school_document, school, asked))
        return asked

    def song(self, entries: Mapping[str, Entry], *, whole: bool) -> Song | None:
        """Read the song; what a lesson that could not be read would have sung is not missed as well."""
        document, song = self.model(f"{DATA}/song.yml", parse_yaml, Song)
        if song and whole:
            singing = {entry.id: entry.lesson for entry in entries.values() if entry.phase == song.phase}
            self.problems.extend(check_song(document, song, singing))
        return song

    def checklists(self) -> dict[str, Checklist]:
        found = {}
        for path in self.files(f"{DATA}/checklists", ".yml"):
            _, checklist = self.model(path, parse_yaml, Checklist)
            if checklist:
                found[Path(path).stem] = checklist
        return found

    def quizzes(self) -> Iterator[tuple[str, tuple[Document, Quiz | None]]]:
        for path in self.files("quizzes", ""):
            parts = path.split("/")
            if not path.endswith(".yml"):
                continue  # told by check_published_files
            if len(parts) != 3 or parts[1] not in (*PHASES, ADULTS):
                self.refuse_phase(path, parts[1])
            else:
                yield path, self.model(path, parse_yaml, Quiz)

    def lessons(self) -> Iterator[tuple[str, tuple[Document, Lesson | None]]]:
        for path in self.files("lessons", "lesson.md"):
            parts = path.split("/")
            if len(parts) != 4 or parts[1] not in PHASES or parts[3] != "lesson.md":
                self.refuse_phase(path, parts[1])
                continue
            if not re.fullmatch(SLUG, parts[2]):
                sentence = f"The folder’s name “{parts[2]}” must be small letters, digits and hyphens, as “a-b”."
                self.refuse(path, f"{sentence} Its quiz has the same name.")
                continue
            yield path, self.model(path, parse_lesson, Lesson)
        for path in self.files("lessons", ""):
            parts = path.split("/")
            if len(parts) == 4 and not (self.root / path).parent.joinpath("lesson.md").exists():
                self.refuse(path, "This folder has no “lesson.md”. Write one, or move this file to its lesson.")

    def outlines(self) -> dict[str, Outline | None]:
        """Read what each page under docs/ is made of; one that cannot be read is told by the check of pages."""
        found: dict[str, Outline | None] = {}
        for path in self.pages():
            try:
                text = self.text(path)
            except ContentError:
                found[path.removeprefix("docs/")] = None
            else:
                found[path.removeprefix("docs/")] = self.cache.get((path, text), read_outline, text, path)
        return found

    def refuse(self, path: str, sentence: str) -> None:
        self.problems.append(Problem(path, 1, 1, sentence))

    def refuse_phase(self, path: str, name: str) -> None:
        form = "lessons/<phase>/<id>/lesson.md" if path.startswith("lessons/") else "quizzes/<phase>/<id>.yml"
        hint = "" if name in PHASES else did_you_mean(name, (*PHASES, ADULTS))
        self.refuse(path, f"A file of this kind must be {form}, and the phase one of the four.{hint}")

    # Checking what crosses files

    def check_names(
        self,
        lessons: Mapping[str, tuple[Document, Lesson | None]],
        quizzes: Iterable[tuple[Document, Quiz | None]],
        known_ids: KnownIds,
    ) -> None:
        """Check that what lessons and quizzes name is there."""
        for path, (document, lesson) in lessons.items():
            if lesson:
                _, phase, identity, _ = path.split("/")
                self.problems.extend(check_lesson(identity, document, lesson, known_ids))
                self.problems.extend(check_spread_length(document, lesson, phase))
        for document, quiz in quizzes:
            if quiz:
                self.problems.extend(check_quiz(document, quiz, known_ids))

    def check_teaching(
        self,
        quizzes: Mapping[str, tuple[Document, Quiz | None]],
        lessons: Collection[str],
        examples_document: Document,
        examples: Quiz | None,
    ) -> None:
        for path, (document, quiz) in quizzes.items():
            _, phase, name = path.split("/")
            # Every lesson has a strand; if it cannot be read, or its strand is not known, that has been told.
            has_strand = f"lessons/{phase}/{name.removesuffix('.yml')}/lesson.md" in lessons
            if quiz:
                made_from = (path, self.text(path), has_strand)
                self.problems.extend(self.cache.get(made_from, _teaching, quiz, phase, document, has_strand))
        if examples:
            self.problems.extend(check_teaching(examples, EXAMPLES_FOR, examples_document, has_strand=False))
        self.check_balance(quizzes)

    def check_balance(self, quizzes: Mapping[str, tuple[Document, Quiz | None]]) -> None:
        for phase in PHASES:
            here = [read for path, read in quizzes.items() if path.split("/")[1] == phase]
            known = [(document, quiz) for document, quiz in here if quiz]
            # A quiz that cannot be read has been told; without it the figures would not be true.
            if len(known) == len(here):
                self.problems.extend(check_balance(LIMITS[phase].whose, known))

    def words_of_lessons(
        self,
        lessons: Mapping[str, tuple[Document, Lesson | None]],
        quizzes: Mapping[str, tuple[Document, Quiz | None]],
    ) -> Iterator[Piece]:
        for path, (document, lesson) in sorted(lessons.items(), key=lambda item: PHASES.index(item[0].split("/")[1])):
            if lesson:
                yield from of_lesson(document, lesson)
            _, phase, identity, _ = path.split("/")
            asked, quiz = quizzes.get(f"quizzes/{phase}/{identity}.yml", (document, None))
            if quiz:
                yield from of_quiz(asked, quiz)

    def words_of_pages(self) -> Iterator[Piece]:
        for path in self.pages():
            try:
                yield from of_page(path, self.text(path))
            except ContentError:
                continue  # told by the check of pages

    def check_literal(self, words: Iterable[Piece], facts: Facts | None) -> None:
        promise = next((fact.text for fact in facts.facts if fact.id == CHILDLINE_PROMISE), None) if facts else None
        by_file: dict[str, list[Piece]] = {}
        for piece in words:
            by_file.setdefault(piece.path, []).append(piece)
        for path, pieces in by_file.items():
            text = self.text(path)
            self.problems.extend(self.cache.get((path, text, promise), check_literal, pieces, text, promise))

    def check_asked_again(
        self, document: Document, phases: Phases, quizzes: Mapping[str, tuple[Document, Quiz | None]]
    ) -> None:
        found: dict[str, dict[str, Quiz | None]] = {phase.id: {} for phase in phases.phases}
        for path, (_, quiz) in quizzes.items():
            found.setdefault(path.split("/")[1], {})[Path(path).stem] = quiz
        orders = {phase.id: phase.order for phase in phases.phases}
        for path, (where, quiz) in quizzes.items():
            phase = path.split("/")[1]
            if quiz and phase in orders:
                here = {identity: other for identity, other in found[phase].items() if other}
                self.problems.extend(check_recall(Path(path).stem, where, quiz, orders[phase], here))
        self.problems.extend(check_knowledge(document, phases, found))

    def join(
        self,
        lessons: Mapping[str, tuple[Document, Lesson | None]],
        quizzes: Mapping[str, tuple[Document, Quiz | None]],
        scenes: Mapping[str, tuple[DrawnScene, ...]],
    ) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        claimed: dict[str, str] = {}
        for path, (document, lesson) in sorted(lessons.items(), key=lambda item: PHASES.index(item[0].split("/")[1])):
            _, phase, identity, _ = path.split("/")
            if identity in claimed:
                self.problems.append(
                    document.problem(f"The lesson “{identity}” is also at {claimed[identity]}. Rename one folder.")
                )
                continue
            claimed[identity] = path
            quiz_path = f"quizzes/{phase}/{identity}.yml"
            if quiz_path not in quizzes:
                self.refuse(path, f"The lesson has no quiz. Write {quiz_path}.")
                continue
            quiz = quizzes[quiz_path][1]
            if lesson and quiz:
                self.problems.extend(check_in_class(document, lesson, quiz))
                self.problems.extend(check_lesson_minutes(document, lesson, quiz, phase))
                folder = f"lessons/{phase}/{identity}"
                pictures = tuple(p for p in self.files(folder, "") if is_picture(p))
                drawn = scenes.get(identity, ())
                entries[identity] = Entry(identity, phase, lesson, quiz, path, pictures, drawn)
        for quiz_path in quizzes:
            _, phase, name = quiz_path.split("/")
            if phase != ADULTS and f"lessons/{phase}/{name.removesuffix('.yml')}/lesson.md" not in lessons:
                ids = [path.split("/")[2] for path in lessons if path.split("/")[1] == phase]
                self.refuse(quiz_path, f"This quiz belongs to no lesson.{did_you_mean(name.removesuffix('.yml'), ids)}")
        return entries

    def for_adults(
        self, quizzes: Mapping[str, tuple[Document, Quiz | None]], entries: Collection[str]
    ) -> dict[str, Quiz]:
        """Give the quizzes for adults; none has the id of a lesson, as a page calls both by their ids alone."""
        found = {}
        for path, (document, quiz) in quizzes.items():
            identity = Path(path).stem
            if quiz and path.split("/")[1] == ADULTS:
                found[identity] = quiz
                if identity in entries:
                    self.problems.append(document.problem(f"“{identity}” is a lesson’s id. Rename this file."))
                if quiz.recall:
                    sentence = "A quiz for adults asks nothing again: it belongs to no lesson. Take this line out."
                    self.problems.append(document.problem(sentence, ("recall",)))
        return found

    def check_linked(
        self,
        document: Document,
        linked: LinkedPolicies,
        policy: Policy | None,
        school_document: Document,
        school: School | None,
    ) -> None:
        """Check that the linked policies are those of the approved text, and that school.yml names no other."""
        if policy:
            self.problems.extend(check_linked_policies(document, linked, policy))
        if school:
            self.problems.extend(check_addresses(school_document, school, linked))

    def check_help(
        self, school_document: Document, school: School, routes_document: Document, routes: HelpRoutes
    ) -> None:
        """Check the help routes of both files, and the list of help at night."""
        written = [path.removeprefix("docs/") for path in self.pages()]
        self.problems.extend(check_routes(school_document, school, routes_document, routes, written))
        self.problems.extend(check_at_night(routes_document, routes, school_document, school))
        lists = ((routes_document, "routes", routes.routes), (school_document, "local_help", school.local_help))
        self.problems.extend(check_routes_hours(lists))

    def check_front_matter(self) -> None:
        layouts = [path.rpartition("/")[2] for path in self.files(LAYOUTS, ".html") if path.count("/") == 2]
        for path in self.pages():
            document, page = self.model(path, parse_front_matter, FrontMatter)
            if page:
                self.problems.extend(check_front_matter(self.text(path), document, page, layouts))

    def check_pages(
        self,
        policy: Policy | None,
        pictures: Mapping[str, str],
        school: School | None,
        examples: Quiz | None,
        known_ids: KnownIds,
        routes: HelpRoutes | None,
        facts: Facts | None,
        scenes: Mapping[str, tuple[DrawnScene, ...]],
        phases: Phases | None,
        entries: Mapping[str, Entry],
        symbols: Symbols | None,
        song: Song | None,
        questions: SchoolQuestions | None,
        uses: ClauseUses | None,
    ) -> int:
        """Check what every page and file of values holds, calls and shows; give how many pages were written by hand."""
        self.problems.extend(check_value_markup(self.documents.values()))
        everywhere = (*routes.routes, *school.local_help) if routes and school else None
        phones = None if everywhere is None else [route.id for route in everywhere if route.phone]
        reached = None if everywhere is None or not school else known_contacts(everywhere, school)
        if reached is not None:
            for document in self.documents.values():
                if document.path.endswith(".yml"):  # a page is read whole, with its front matter
                    self.problems.extend(check_value_contacts(document, reached))
        # The names of the files, not what could be read of them: one slip must not give two messages.
        quizzes = {Path(path).stem for path in self.files("quizzes", ".yml")}
        lists = {Path(path).stem for path in self.files(f"{DATA}/checklists", ".yml")}
        pages = self.pages()
        lessons = [path for path in self.files("lessons", "lesson.md") if path.count("/") == 3]
        points = {clause.part_of for clause in policy.clauses.values() if clause.part_of} if policy else set()
        asked = [phase.id for phase in phases.phases if phase.check] if phases else None
        changing, changes = "fact that changes", [fact.id for fact in facts.facts] if facts else None
        names: dict[str, tuple[str, Collection[str] | None]] = {
            "quiz": ("quiz", quizzes),
            "quiz_paper": ("quiz", quizzes),
            "quiz_answers": ("quiz", quizzes),
            "quiz_example": ("example", [question.id for question in examples.questions] if examples else None),
            "checklist": ("checklist", lists | points if policy else None),
            "clause": ("policy clause", known_ids.clauses),
            "picture": ("picture", pictures),
            "decoration": ("picture", pictures),
            "scene": ("scene", {f"{lesson}/{scene.id}" for lesson, drawn in scenes.items() for scene in drawn}),
            "scene_sheet": ("", None),
            **{kind: (f"{kind} of a lesson", set(_places_of(entries, kind))) for kind in ("chat", "screen")},
            "verse_notes": ("lesson with a verse", song.verses if song else None),
            "song_sheet": ("", None),
            "app_table": ("", None),
            "talk_starters": ("phase", PHASES),
            "lessons_about": ("strand", known_ids.strands),
            "help_routes": ("reader", get_args(Reader)),
            "help_by_worry": ("", None),
            "help_at_night": ("", None),
            "help_without_phoning": ("reader", get_args(Reader)),
            "phone": ("help route with a phone number", phones),
            "current": (changing, changes),
            "current_text": (changing, changes),
            "current_date": (changing, changes),
            "sourced": (changing, changes),
            "school_answers": ("list of questions to the school", questions.lists if questions else None),
            "contact": ("contact", CONTACTS),
            "phone_rule": ("", None),
            "if_taught": ("", None),
            "routes_looked_up": ("", None),
            "lesson_cards": ("phase", PHASES),
            "key_words": ("phase", PHASES),
            "poster": ("phase", PHASES),
            "knowledge_check": ("phase with questions for before and after", asked),
            "knowledge_check_paper": ("phase with questions for before and after", asked),
            "knowledge_check_answers": ("phase with questions for before and after", asked),
            "social_story": ("lesson", {path.split("/")[2] for path in lessons}),
            "promise": ("phase", PHASES),
            "fact": ("fact about the school", None),
            "taught_count": ("count of what is taught", TAUGHT),
            "taught_strands": ("", None),
            "taught_statements": ("", None),
            "lesson_titles": ("phase", PHASES),
            "in_short": ("reader and clause", set(_in_short(uses)) if uses else None),
            "plain_words": ("reader", (*get_args(PlainReader), YOUNG)),
            "policy_map": ("section of the policy", [section.id for section in policy.sections] if policy else None),
            "policy_count": ("count", COUNTS),
            "policy_date": ("date of the policy", DATES),
            "linked_policies": ("", None),
            "review_date": ("", None),
            "examples": ("component", {path.split("/")[2] for path in self.files(COMPONENTS, "template.html")}),
            "colours": ("", None),
            "gallery": ("folder of pictures", {name.split("/")[0] for name in pictures if "/" in name}),
        }
        texts = {}
        for path in (*pages, *lessons):
            try:
                texts[path] = self.text(path)
            except ContentError as error:
                self.problems.extend(error.problems)
        known = Known(names, school, PHASES, reached, symbols.by_id() if symbols else {})
        self.problems.extend(check_pages(self.root, texts, known, self.cache))
        if everywhere is not None:
            self.problems.extend(check_help_hours(texts, everywhere, self.cache))
        self.problems.extend(check_published_files(self.root, texts, school, self.cache))
        return len(pages)


def _read_model(
    text: str, path: str, parse: Callable[[str, str], Document], model: type[M]
) -> tuple[Document, M | None, list[Problem]]:
    try:
        document = parse(text, path)
    except ContentError as error:
        return Document(path), None, list(error.problems)
    try:
        return document, model.model_validate(document.data), []
    except ValidationError as error:
        return document, None, [document.problem(said, loc, key=key) for loc, said, key in explain(error, model)]


def _teaching(quiz: Quiz, phase: str, document: Document, has_strand: bool) -> list[Problem]:
    return list(check_teaching(quiz, phase, document, has_strand))


def _in_short(uses: ClauseUses) -> Iterator[str]:
    """Give each clause of each reader for whom it has plain words, as a macro calls it: the reader and the clause."""
    for identity, use in uses.clauses.items():
        yield from (f"{reader}/{identity}" for reader in get_args(PlainReader) if use.words_for(reader))


def _places_of(entries: Mapping[str, Entry], kind: str) -> Iterator[str]:
    """Give the place of each part of a kind, as a macro calls it: the lesson, the step and the part, from 1."""
    for identity, entry in entries.items():
        for step, one in enumerate(entry.lesson.steps, start=1):
            for number, part in enumerate(one.parts, start=1):
                if part.kind == kind:
                    yield f"{identity}/{step}/{number}"
