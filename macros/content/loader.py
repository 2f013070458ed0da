"""Reads the whole content into one library, and has all that crosses files checked.

Every problem of every file is found in one run.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from macros.cache import RoundCache
from macros.content.checking import check, learner_words
from macros.content.library import Library
from macros.content.reading import IN_ENGLISH, Content
from macros.models.app import Apps
from macros.models.checklist import Checklist
from macros.models.clause_use import ClauseUse, ClauseUses
from macros.models.colours import SiteColours
from macros.models.fact import Facts
from macros.models.framework import Frameworks
from macros.models.help_route import HelpRoutes
from macros.models.linked_policy import LinkedPolicies
from macros.models.moved import MovedPages
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.plan_words import PlanWords
from macros.models.policy import Policy
from macros.models.privacy import Privacy
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbols
from macros.models.topic import Topics
from macros.models.translation import Translation
from macros.models.voice_pattern import VoicePatterns
from macros.problems import ContentError
from macros.source.markdown_tree import read_blocks


@contextmanager
def without_collecting() -> Iterator[None]:
    """Have Python look for no memory to free: what is read is kept, and to look through it takes a seventh longer."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collecting()
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
    content = Content(root, cache or RoundCache())
    problems = check(content)  # to check is to read further files too
    if problems := [*problems, *content.problems]:
        raise ContentError(problems)
    return _library(content)


def _without_gaps(uses: ClauseUses, policy: Policy) -> dict[str, ClauseUse]:
    """Give each clause that has no plain words yet its own words, so that no page has a hole."""

    def words(identity: str) -> str:
        return "".join(block.words for block in read_blocks(policy.clauses[identity].text))

    return {use.id: use.with_own_words(words(use.id)) if use.gap == "yes" else use for use in uses.clauses}


def _library(content: Content) -> Library:
    school, policy, routes = content.the(School)[1], content.the(Policy)[1], content.the(HelpRoutes)[1]
    phases, facts, apps = content.the(Phases)[1].phases, content.the(Facts)[1].facts, content.the(Apps)[1].apps
    uses, owed = _without_gaps(content.the(ClauseUses)[1], policy), set(content.the(Phases)[1].every_phase_teaches)
    checklists = {Path(path).stem: checklist for path, _, checklist in content.read_well(Checklist)}
    translations = {path: translation for path, _, translation in content.read_well(Translation)}
    in_english = translations.pop(IN_ENGLISH)
    entries, studio = content.entries, content.studio
    assert studio  # a cast that cannot be drawn has been told
    return Library(
        root=content.root,
        school=school,
        policy=policy,
        clause_uses=MappingProxyType(uses),
        linked_policies=content.the(LinkedPolicies)[1].policies,
        topics=content.the(Topics)[1].topics,
        advice=tuple(identity for identity, use in uses.items() if owed & set(use.about)),
        outlines=MappingProxyType({path: outline for path, outline in content.outlines.items() if outline}),
        pages_of_phases=MappingProxyType(
            {path.removeprefix("docs/"): page.phase for path, _, page in content.read_well(FrontMatter) if page.phase}
        ),
        phases=phases,
        frameworks=content.the(Frameworks)[1],
        help_routes=tuple(sorted((*routes.routes, *school.local_help), key=lambda route: route.order)),
        worries=routes.worries,
        facts=MappingProxyType({fact.id: fact for fact in facts}),
        school_questions=content.the(SchoolQuestions)[1].questions,
        moved=content.the(MovedPages)[1].moved,
        privacy=content.the(Privacy)[1],
        at_night=routes.at_night,
        apps=apps,
        song=content.the(Song)[1],
        plan_words=content.the(PlanWords)[1],
        colours=content.the(SiteColours)[1],
        lessons=MappingProxyType(dict(entries)),
        adults=MappingProxyType(dict(content.adults)),
        checklists=MappingProxyType(checklists),
        examples=content.the(Quiz)[1],
        pictures=MappingProxyType(dict(content.pictures)),
        symbols=MappingProxyType(content.the(Symbols)[1].by_id()),
        learner_words=tuple(learner_words(content)),
        studio=studio,
        in_english=in_english,
        translations=tuple(sorted(translations.values(), key=lambda translation: translation.in_english)),
        voice_patterns=content.the(VoicePatterns)[1].patterns,
        counts=MappingProxyType(
            {
                "policy clause": len(policy.clauses),
                "lesson": len(entries),
                "quiz": len(entries) + len(content.adults),
                "question": sum(len(quiz.questions) for _, _, quiz in content.read_well(Quiz)),
                "checklist": len(checklists),
                "help route": len(routes.routes) + len(school.local_help),
                "changing fact": len(facts),
                "app": len(apps),
                "picture": len(content.pictures),
                "scene": sum(len(entry.scenes) for entry in entries.values()),
                "translation": len(translations),
                "hand-written page": len(content.pages),
            }
        ),
    )
