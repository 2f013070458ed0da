"""Reads every file of the content, each once: a table says which files there are and what each must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from macros.cache import RoundCache
from macros.checks.published_files import is_picture
from macros.checks.references import KnownIds
from macros.checks.symbols import FOLDER, REGISTER, names_of
from macros.content.library import PHASES, Entry
from macros.models.app import Apps
from macros.models.base import SLUG, Model, explain
from macros.models.cast import Cast
from macros.models.checklist import Checklist
from macros.models.clause_use import ClauseUses
from macros.models.colours import SiteColours
from macros.models.drawn_scene import DrawnScene, DrawnScenes
from macros.models.fact import Facts
from macros.models.framework import Frameworks
from macros.models.help_route import HelpRoute, HelpRoutes
from macros.models.lesson import Lesson
from macros.models.linked_policy import LinkedPolicies
from macros.models.macro_row import MacroRows
from macros.models.moved import MovedPages
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.plan_words import PlanWords
from macros.models.policy import Policy
from macros.models.privacy import Privacy
from macros.models.quiz import ADULTS, Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbols
from macros.models.topic import Topics
from macros.models.translation import ENGLISH, Translation
from macros.models.translation import FOLDER as TRANSLATIONS
from macros.models.voice_pattern import VoicePatterns
from macros.problems import ContentError, Problem
from macros.scenes.checks import check_cast
from macros.scenes.composer import Studio
from macros.scenes.parts import PARTS, Parts, read_parts
from macros.source import (
    Document,
    Outline,
    Tree,
    files_in,
    front_matter_of,
    parse_lesson,
    parse_policy,
    parse_yaml,
    read_outline,
    read_text,
    read_tree,
)

DATA = "docs/_data"
PICTURES = "docs/assets/images"
IN_ENGLISH = f"{TRANSLATIONS}/{ENGLISH}.yml"
M = TypeVar("M", bound=Model)
Read = tuple[Document, M | None]

_PHASE = "|".join(PHASES)


@dataclass(frozen=True)
class Kind:
    """One file, or the files of one kind.

    Attributes:
        path: the file, or a pattern of the places of the files, from a folder on.
        model: what it must be.
        parse: reads its values from its text and path; of a page, from its tree.
        many: whether the path is a pattern.
    """

    path: str
    model: type[Model]
    parse: Callable[..., Document] = parse_yaml
    many: bool = False


# A file of a kind that lies elsewhere is told by `check_places`.
FILES = (
    Kind("school.yml", School),
    Kind("docs/policy/index.md", Policy, parse_policy),
    Kind(f"{DATA}/clauses.yml", ClauseUses),
    Kind(f"{DATA}/topics.yml", Topics),
    Kind(f"{DATA}/linked-policies.yml", LinkedPolicies),
    Kind(f"{DATA}/phases.yml", Phases),
    Kind(f"{DATA}/frameworks.yml", Frameworks),
    Kind(f"{DATA}/help-routes.yml", HelpRoutes),
    Kind(f"{DATA}/facts.yml", Facts),
    Kind(f"{DATA}/moved.yml", MovedPages),
    Kind(f"{DATA}/privacy.yml", Privacy),
    Kind(f"{DATA}/apps.yml", Apps),
    Kind(f"{DATA}/voice-patterns.yml", VoicePatterns),
    Kind(f"{DATA}/school-questions.yml", SchoolQuestions),
    Kind(f"{DATA}/examples.yml", Quiz),
    Kind(f"{DATA}/cast.yml", Cast),
    Kind(f"{DATA}/colours.yml", SiteColours),
    Kind(f"{DATA}/song.yml", Song),
    Kind(f"{DATA}/plans.yml", PlanWords),
    Kind(REGISTER, Symbols),
    Kind(rf"{DATA}/checklists/.+\.yml", Checklist, many=True),
    Kind(rf"{TRANSLATIONS}/[^/]+\.yml", Translation, many=True),
    Kind(rf"quizzes/({_PHASE}|{ADULTS})/[^/]+\.yml", Quiz, many=True),
    Kind(rf"lessons/({_PHASE})/{SLUG}/lesson\.md", Lesson, parse_lesson, many=True),
    Kind(rf"lessons/({_PHASE})/[^/]+/scenes\.yml", DrawnScenes, many=True),
    Kind(r"docs/(?!_data/).+\.md", FrontMatter, front_matter_of, many=True),
    Kind(r"macros/components/[^/]+/macros\.yml", MacroRows, many=True),
)


class Content:
    """All that was read of a project, also where some of it is to be mended.

    Attributes:
        root: the project's folder.
        cache: what was made in the last round.
        problems: what is wrong with single files.
    """

    def __init__(self, root: Path, cache: RoundCache) -> None:
        self.root = root
        self.cache = cache
        self.problems: list[Problem] = []
        self._texts: dict[str, str | None] = {}
        self._files: dict[str, list[str]] = {}
        self._one: dict[type[Model], Read[Any]] = {}
        self._each: dict[type[Model], dict[str, Read[Any]]] = {}
        for kind in FILES:
            if kind.many:
                folder = kind.path.partition("/")[0]
                paths = [path for path in self.files(folder, "") if re.fullmatch(kind.path, path)]
                self._each[kind.model] = {path: self._read(path, kind) for path in paths}
            else:
                self._one[kind.model] = self._read(kind.path, kind)

    # What was read

    def one(self, model: type[M]) -> Read[M]:
        """Give what the one file of a kind holds; None, where it has problems of its own."""
        return self._one[model]

    def the(self, model: type[M]) -> tuple[Document, M]:
        """Give the same of a file that could be read.

        Raises:
            LookupError: it could not.
        """
        document, found = self.one(model)
        if found is None:
            raise LookupError(document.path)
        return document, found

    def each(self, model: type[M]) -> Mapping[str, Read[M]]:
        """Give what the files of a kind hold, each by its path from the root."""
        return self._each[model]

    def read_well(self, model: type[M]) -> Iterator[tuple[str, Document, M]]:
        """Give the files of a kind that could be read, each with its path."""
        for path, (document, found) in self.each(model).items():
            if found is not None:
                yield path, document, found

    @property
    def documents(self) -> Iterator[Document]:
        """Every file of values, and the front matter of every page."""
        yield from (document for document, _ in self._one.values())
        yield from (document for read in self._each.values() for document, _ in read.values())

    def text(self, path: str) -> str | None:
        """Give the text of a file, read once for all who ask; None, and a problem, where it cannot be read."""
        if path not in self._texts:
            try:
                self._texts[path] = read_text(self.root, path)
            except ContentError as error:
                self._texts[path] = None
                self.problems.extend(error.problems)
        return self._texts[path]

    def tree(self, path: str) -> Tree | None:
        """Read one page, once for all who ask; None where its text cannot be read."""
        text = self.text(path)
        return None if text is None else self.cache.get((path, text), read_tree, text, path)

    def files(self, folder: str, ending: str) -> list[str]:
        """Name the files below a folder.

        Args:
            folder: the folder, from the root.
            ending: how their names end.
        """
        if folder not in self._files:
            self._files[folder] = list(files_in(self.root, folder))
        return [path for path in self._files[folder] if path.endswith(ending)]

    def _read(self, path: str, kind: Kind) -> Read[Any]:
        text = self.text(path)
        if text is None:
            return Document(path), None
        # What is kept is kept by the text from which it was made: a second look at the file may find another.
        made_from = (path, text, kind.parse, kind.model)
        read = (self.tree(path),) if path.endswith(".md") else (text, path)
        document, found, problems = self.cache.get(made_from, read_model, read, path, kind.parse, kind.model)
        self.problems.extend(problems)
        return document, found

    # What follows from it

    @cached_property
    def pages(self) -> Sequence[str]:
        """The pages that were written by hand."""
        return list(self.each(FrontMatter))

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of every page, and of every lesson that lies in a folder of its own."""
        lessons = [path for path in self.files("lessons", "lesson.md") if path.count("/") == 3]
        read = ((path, self.text(path)) for path in (*self.pages, *lessons))
        return {path: text for path, text in read if text is not None}

    @cached_property
    def outlines(self) -> Mapping[str, Outline | None]:
        """What each page is made of, by its place below docs/; None for one that cannot be read."""
        found: dict[str, Outline | None] = {}
        for path in self.pages:
            tree = self.tree(path)
            outline = self.cache.get((path, self.text(path)), read_outline, tree) if tree else None
            found[path.removeprefix("docs/")] = outline
        return found

    @cached_property
    def pictures(self) -> Mapping[str, str]:
        """Each picture's text (SVG), by its name."""
        read = ((path, self.text(path)) for path in self.files(PICTURES, ".svg"))
        return {path.removeprefix(f"{PICTURES}/").removesuffix(".svg"): text for path, text in read if text is not None}

    @cached_property
    def symbols(self) -> Mapping[str, str]:
        """Each symbol's text (SVG), by its id."""
        return {name: self.pictures[FOLDER + name] for name in names_of(self.pictures)}

    @cached_property
    def known_ids(self) -> KnownIds:
        """What lessons and quizzes may name."""
        return KnownIds.of(self.one(Policy)[1], self.one(Topics)[1], self.one(Frameworks)[1], self.pictures)

    @cached_property
    def parts(self) -> Parts:
        """The drawn parts of which scenes are composed."""
        saved = tuple((file, file.stat().st_mtime_ns) for file in sorted(PARTS.rglob("*.svg")))
        return self.cache.get(saved, read_parts)

    @cached_property
    def studio(self) -> Studio | None:
        """What scenes are composed from; None where the cast has problems of its own."""
        document, cast = self.one(Cast)
        if not cast or any(check_cast(document, cast, self.parts)):
            return None
        made_from = (self.parts, self.text(document.path), tuple(self.symbols.items()))
        return self.cache.get(made_from, _studio, self.parts, cast, self.symbols)

    @cached_property
    def places(self) -> Sequence[tuple[str, str]]:
        """The phase and the id of each lesson."""
        return [place_of(path) for path in self.each(Lesson)]

    @cached_property
    def lessons(self) -> Sequence[tuple[str, Document, Lesson | None]]:
        """Each lesson with its path, in order of phase."""
        read = [(path, *found) for path, found in self.each(Lesson).items()]
        return sorted(read, key=lambda lesson: PHASES.index(place_of(lesson[0])[0]))

    @cached_property
    def scenes(self) -> Mapping[str, tuple[DrawnScene, ...]]:
        """The scenes of each lesson that has some, by the lesson's id."""
        return {
            place_of(path)[1]: scenes.scenes
            for path, _, scenes in self.read_well(DrawnScenes)
            if f"{path.rpartition('/')[0]}/lesson.md" in self.each(Lesson)
        }

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Each lesson with its quiz, by its id, where both could be read."""
        found: dict[str, Entry] = {}
        claimed = set()
        for path, _, lesson in self.lessons:
            phase, identity = place_of(path)
            _, quiz = self.each(Quiz).get(quiz_path(phase, identity), (None, None))
            if lesson and quiz and identity not in claimed:
                pictures = tuple(p for p in self.files(path.rpartition("/")[0], "") if is_picture(p))
                scenes = self.scenes.get(identity, ())
                found[identity] = Entry(identity, phase, lesson, quiz, path, pictures, scenes)
            claimed.add(identity)
        return found

    @property
    def whole(self) -> bool:
        """Whether every lesson could be read, with its quiz: what others would have had is not missed as well."""
        return len(self.entries) == len(self.each(Lesson))

    @cached_property
    def adults(self) -> Mapping[str, Quiz]:
        """The quizzes for adults, by id."""
        return {Path(path).stem: quiz for path, _, quiz in self.read_well(Quiz) if path.split("/")[1] == ADULTS}

    @cached_property
    def help_routes(self) -> tuple[HelpRoute, ...] | None:
        """The help routes of both files; None where one of them could not be read."""
        routes, school = self.one(HelpRoutes)[1], self.one(School)[1]
        return (*routes.routes, *school.local_help) if routes and school else None


def _studio(parts: Parts, cast: Cast, symbols: Mapping[str, str]) -> Studio:
    return Studio(parts, MappingProxyType(cast.by_id()), MappingProxyType(dict(symbols)))


def place_of(path: str) -> tuple[str, str]:
    """Give the phase and the id of the lesson to which a file belongs."""
    _, phase, identity = path.split("/")[:3]
    return phase, identity.removesuffix(".yml")


def quiz_path(phase: str, identity: str) -> str:
    """Give the place of a quiz.

    Args:
        phase: its phase, or “adults”.
        identity: its id.
    """
    return f"quizzes/{phase}/{identity}.yml"


def read_model(
    read: tuple[object, ...], path: str, parse: Callable[..., Document], model: type[M]
) -> tuple[Document, M | None, list[Problem]]:
    """Read the values of a file into the model that they must fit.

    Args:
        read: what the parser takes.
        path: the file, from the root.
        parse: reads the values.
        model: what they must be.

    Returns:
        The values, the model or None where they do not fit it, and what is to be mended.
    """
    try:
        document = parse(*read)
    except ContentError as error:
        return Document(path), None, list(error.problems)
    try:
        return document, model.model_validate(document.data), []
    except ValidationError as error:
        return document, None, [document.problem(said, loc, key=key) for loc, said, key in explain(error, model)]
