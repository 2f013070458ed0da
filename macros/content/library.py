"""The library: all content of the site, checked, as one value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from macros.checks.learner_words import Piece
from macros.models.app import App
from macros.models.checklist import Checklist
from macros.models.clause_use import ClauseUse
from macros.models.colours import SiteColours
from macros.models.drawn_scene import DrawnScene
from macros.models.fact import Fact
from macros.models.framework import Frameworks
from macros.models.help_route import HelpRoute, NightStep, Worry
from macros.models.lesson import Lesson
from macros.models.linked_policy import LinkedPolicy
from macros.models.moved import MovedPage
from macros.models.phase import YEARS, Phase, PhaseId
from macros.models.plan_words import PlanWords
from macros.models.policy import Policy
from macros.models.privacy import Privacy
from macros.models.questions import Question
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestion
from macros.models.song import Song
from macros.models.symbol import Symbol
from macros.models.topic import Topic
from macros.models.translation import Translation
from macros.models.voice_pattern import VoicePattern
from macros.scenes.composer import Studio
from macros.source import (
    Outline,
)
from macros.views.addresses import pages_of_lesson, pages_of_phase, source

EXAMPLES_FOR = "years-3-4"  # the age for which the examples of questions are written
PHASES: tuple[str, ...] = get_args(PhaseId)
YOUNG = "young"  # the reader of the policy in pictures


@dataclass(frozen=True)
class Entry:
    """A lesson and its quiz, with the phase that their folder names."""

    id: str
    phase: str
    lesson: Lesson
    quiz: Quiz
    lesson_path: str
    pictures: tuple[str, ...] = ()
    scenes: tuple[DrawnScene, ...] = ()

    def asking(self, lessons: Collection[str]) -> Entry:
        """Give the entry with a quiz that asks again only what some lessons have asked.

        Args:
            lessons: the ids of those lessons.
        """
        recall = tuple(name for name in self.quiz.recall if name.partition("/")[0] in lessons)
        return (
            self if recall == self.quiz.recall else replace(self, quiz=self.quiz.model_copy(update={"recall": recall}))
        )


@dataclass(frozen=True)
class Untaught:
    """What the project has and the school does not teach.

    Attributes:
        ids: the ids of ages and lessons.
        pages: the sources of the pages that are for them alone, below docs/.
    """

    ids: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()


# Without a repr: it would hold all content, and mkdocs-macros makes one of every setting for each build.
@dataclass(frozen=True, repr=False)
class Library:
    """All content, checked.

    Attributes:
        root: the project's folder.
        school: the facts about the school.
        policy: the approved policy.
        clause_uses: whom each clause is for, its plain words and its homes, by its id.
        topics: what lessons and quizzes are about.
        linked_policies: the other policies that it links with.
        advice: the ids of the clauses about the topics that every phase teaches and asks about.
        outlines: what each page under docs/ is made of, by its place there.
        pages_of_phases: the phase of each page under docs/ that is for one age alone.
        phases: the phases, in order of age.
        frameworks: strands and curriculum statements.
        help_routes: national and local help, in the order in which it is shown.
        worries: what families can choose on the help page, in its order.
        facts: the facts that change, by id.
        school_questions: the questions that only the school can answer, in their order.
        moved: the pages that stood at another address once.
        privacy: what the site never does, and what it keeps after a press.
        at_night: where to turn when the school is closed, the most urgent first.
        apps: the apps, games and chatbots that parents look up.
        song: the song of one age, with a verse for each of its lessons.
        plan_words: what every teacher's plan says.
        colours: the site's own, by name.
        lessons: each lesson with its quiz, by id, in order of phase.
        adults: the quizzes for adults, by id.
        checklists: the lists that authors wrote, by id.
        examples: a question of each type, for the page that explains them.
        pictures: each picture's text (SVG) by its name, such as "cast/kit-calm".
        symbols: what each symbol stands for, by its id.
        learner_words: every word that a learner reads, by page.
        studio: what scenes are composed from: the drawn parts, the cast and the symbols.
        in_english: help for families in short, in English.
        translations: the same in other languages, by their names in English.
        voice_patterns: where the report of the voice looks for stiff English.
        counts: how many there are of each thing, for the report of a check.
        untaught: the ages and lessons that the school does not teach, once they have been taken out.
    """

    root: Path
    school: School
    policy: Policy
    clause_uses: Mapping[str, ClauseUse]
    topics: tuple[Topic, ...]
    linked_policies: tuple[LinkedPolicy, ...]
    advice: tuple[str, ...]
    outlines: Mapping[str, Outline]
    pages_of_phases: Mapping[str, str]
    phases: tuple[Phase, ...]
    frameworks: Frameworks
    help_routes: tuple[HelpRoute, ...]
    worries: tuple[Worry, ...]
    facts: Mapping[str, Fact]
    school_questions: tuple[SchoolQuestion, ...]
    moved: tuple[MovedPage, ...]
    privacy: Privacy
    at_night: tuple[NightStep, ...]
    apps: tuple[App, ...]
    song: Song
    plan_words: PlanWords
    colours: SiteColours
    lessons: Mapping[str, Entry]
    adults: Mapping[str, Quiz]
    checklists: Mapping[str, Checklist]
    examples: Quiz
    pictures: Mapping[str, str]
    symbols: Mapping[str, Symbol]
    learner_words: tuple[Piece, ...]
    studio: Studio
    in_english: Translation
    translations: tuple[Translation, ...]
    voice_patterns: tuple[VoicePattern, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    untaught: Untaught = Untaught()

    def for_the_public(self) -> Library:
        """Give the library without what may not be published yet: a translation that no speaker has checked."""
        return replace(self, translations=tuple(one for one in self.translations if one.is_checked))

    def as_taught(self) -> Library:
        """Give the library with what is for the years that the school teaches, and nothing that is for others alone.

        The four ages stay the folders. Of an age of which one year alone is taught, the lessons of that year are left.
        """
        years = self.school.taught.years
        lessons = {name: entry for name, entry in self.lessons.items() if entry.lesson.year in years}
        gone = [(entry.phase, name) for name, entry in self.lessons.items() if name not in lessons]
        phases = tuple(
            phase.taught(lessons, self.school.taught) for phase in self.phases if set(YEARS[phase.id]) & set(years)
        )
        ages = {phase.id for phase in self.phases} - {phase.id for phase in phases}
        pages = frozenset(
            (
                *(page for page, phase in self.pages_of_phases.items() if phase in ages),
                *(source(page) for phase in ages for page in pages_of_phase(phase)),
                *(source(page) for lesson in gone for page in pages_of_lesson(*lesson)),
            )
        )
        claimed = {claim.id for entry in lessons.values() for claim in entry.lesson.teaches}
        return replace(
            self,
            phases=phases,
            lessons=MappingProxyType({name: entry.asking(lessons) for name, entry in lessons.items()}),
            outlines=MappingProxyType({path: one for path, one in self.outlines.items() if path not in pages}),
            clause_uses=MappingProxyType({name: use.without_homes(pages) for name, use in self.clause_uses.items()}),
            frameworks=self.frameworks.of_years(years, claimed),
            untaught=Untaught(frozenset((*ages, *(name for _, name in gone))), pages),
        )

    @property
    def help_numbers(self) -> dict[str, str]:
        """The phone number of each help route that has one, by its id."""
        return {route.id: route.phone for route in self.help_routes if route.phone}

    def clauses_about(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of the clauses that are about some topics: by topic, and then in the order of the policy."""
        found = (identity for topic in topics for identity, use in self.clause_uses.items() if topic in use.about)
        return tuple(dict.fromkeys(found))

    def phase(self, identity: str) -> Phase:
        """Give a phase by its id.

        Raises:
            StopIteration: there is no such phase; in a checked library whoever names one is told before.
        """
        return next(phase for phase in self.phases if phase.id == identity)

    def questions(self, names: Iterable[str]) -> tuple[tuple[str, Question], ...]:
        """Give questions by "lesson/question": each with its lesson's title, and with an id of its own.

        Args:
            names: as “recall” of a quiz and “check” of a phase have them.

        Raises:
            KeyError: there is no such lesson.
            StopIteration: it has no such question; both are told before, of a checked library.
        """
        found = []
        for name in names:
            lesson, _, identity = name.partition("/")
            entry = self.lessons[lesson]
            question = next(question for question in entry.quiz.questions if question.id == identity)
            found.append((entry.lesson.title, question.model_copy(update={"id": f"{lesson}-{identity}"})))
        return tuple(found)

    def of_phase(self, identity: str) -> tuple[Entry, ...]:
        """Give the lessons of a phase: those of the year in their order, then those for any time."""
        order = self.phase(identity).order
        others = sorted(
            entry.id for entry in self.lessons.values() if entry.phase == identity and entry.id not in order
        )
        return tuple(self.lessons[lesson] for lesson in (*order, *others))
