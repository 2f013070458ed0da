"""Every field and macro is explained to authors; a name that is left out is told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from macros.content.library import Library
from macros.models.app import App, Apps
from macros.models.base import Model
from macros.models.cast import Cast, Character, Looks
from macros.models.checklist import Checklist, ChecklistItem
from macros.models.clause_use import ClauseUse, ClauseUses, PlainWords
from macros.models.drawn_scene import Bubble, DrawnScene, DrawnScenes, Figure, Screen, Thing
from macros.models.fact import Fact, Facts
from macros.models.framework import Frameworks, Statement, Strand
from macros.models.help_route import HelpRoute, Worry
from macros.models.lesson import Adaptation, Assessment, Claim, Lesson, Misconception, Part
from macros.models.link import Link, Links
from macros.models.linked_policy import LinkedPolicies, LinkedPolicy
from macros.models.moved import MovedPage, MovedPages
from macros.models.page import FrontMatter, Search
from macros.models.phase import Phase
from macros.models.questions import (
    AnyQuestion,
    GradedChoice,
    Group,
    ManyChoice,
    OrderedStep,
    Pair,
    Scene,
    Sentence,
    SortItem,
    WayOn,
)
from macros.models.quiz import Quiz
from macros.models.school import Answer, Colours, Council, Office, Person, Safeguarding, School
from macros.models.school_question import SchoolQuestion, SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbol, Symbols
from macros.models.topic import Topic, Topics
from macros.models.translation import Translation
from macros.site.author_macros import macros

LESSONS = "docs/about/writing-lessons.md"
FACTS = "docs/about/writing-facts.md"
PAGES = "docs/about/writing-pages.md"
PICTURES = "docs/about/writing-pictures.md"
QUIZZES = "docs/about/writing-quizzes.md"
TYPES: tuple[type[Model], ...] = get_args(get_args(AnyQuestion)[0])
EXPLAINED: dict[str, tuple[type[Model], ...]] = {
    LESSONS: (Lesson, Claim, Misconception, Adaptation, Assessment),
    FACTS: (
        Checklist, ChecklistItem, HelpRoute, Worry, School, Office, Safeguarding, Colours, Council, Person, Phase,
        Frameworks, Strand, Statement, App, Apps, Link, Links, ClauseUses, ClauseUse, PlainWords, LinkedPolicies,
        LinkedPolicy, Fact, Facts, Answer, SchoolQuestion, SchoolQuestions, Translation, MovedPages, MovedPage, Topics,
        Topic,
    ),
    PICTURES: (
        Cast, Character, Looks, DrawnScenes, DrawnScene, Screen, Figure, Thing, Bubble, Symbols, Symbol, Song,
    ),
    PAGES: (FrontMatter, Search),
    QUIZZES: (Quiz, *TYPES, ManyChoice, Group, SortItem, OrderedStep, Pair, Sentence, GradedChoice, Scene, WayOn),
}  # fmt: skip
# Written in another way than as a field: as headings of the page, and by a line of the question itself.
NOT_FIELDS = {"steps"}
SPOKEN = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


def fields(models: tuple[type[Model], ...]) -> list[str]:
    named = {field.alias or name for model in models for name, field in model.model_fields.items()}
    return sorted(named - NOT_FIELDS)


def kinds(annotation: object) -> list[str]:
    return [str(value) for value in get_args(annotation)]


def unexplained(names: list[str], text: str) -> list[str]:
    """Give the names that a page does not name in its words; an example alone explains nothing."""
    spoken = SPOKEN.findall(FENCE.sub("", text))
    known = {part for span in spoken for part in (span, *span.split(".")) if " " not in part}
    return [name for name in names if name not in known]


def unexplained_macros(names: list[str], text: str) -> list[str]:
    return [name for name in names if not re.search(rf"\{{\{{ *{name}\(", text)]


@pytest.fixture(scope="session")
def macro_names(library: Library) -> list[str]:
    return [macro.__name__ for macro in macros(library, lambda: "index.html")]


@pytest.mark.parametrize("page", EXPLAINED)
def test_every_field_is_explained_where_its_subject_is(root: Path, page: str) -> None:
    missing = unexplained(fields(EXPLAINED[page]), (root / page).read_text(encoding="utf-8"))
    assert not missing, f"{page} does not name: {', '.join(missing)}."


def test_every_block_of_a_lesson_is_explained(root: Path) -> None:
    blocks = [kind for kind in kinds(Part.model_fields["kind"].annotation) if kind not in ("everyone", "quiz")]
    text = (root / LESSONS).read_text(encoding="utf-8")
    missing = [kind for kind in blocks if f"!!! {kind}" not in text]
    assert not missing, f"{LESSONS} does not show: {', '.join(missing)}."


def test_every_type_of_question_is_explained(root: Path) -> None:
    types = [kind for model in TYPES for kind in kinds(model.model_fields["type"].annotation)]
    missing = unexplained(types, (root / QUIZZES).read_text(encoding="utf-8"))
    assert not missing, f"{QUIZZES} does not name: {', '.join(missing)}."


def test_every_macro_is_explained(root: Path, macro_names: list[str]) -> None:
    missing = unexplained_macros(macro_names, (root / PAGES).read_text(encoding="utf-8"))
    assert not missing, f"{PAGES} does not show: {', '.join(missing)}."


def test_every_macro_that_is_explained_exists(root: Path, macro_names: list[str]) -> None:
    shown = re.findall(r"\{\{ *(\w+)\(", "".join((root / page).read_text(encoding="utf-8") for page in EXPLAINED))
    assert set(shown) <= set(macro_names)


def test_every_macro_is_known_to_the_check(project: Path, macro_names: list[str]) -> None:
    from macros.content.loader import read_library
    from macros.problems import ContentError

    page = project / "docs/parents/index.md"
    calls = "\n\n".join(f'{{{{ {name}("zz", "zz", "zz") }}}}' for name in [*macro_names, "nonesuch"])
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{calls}\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_library(project)
    unknown = [problem.sentence for problem in caught.value.problems if "There is no macro" in problem.sentence]
    assert len(unknown) == 1
    assert "nonesuch" in unknown[0]


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (LESSONS, "no_device"),
        (LESSONS, "misconceptions"),
        (FACTS, "checked"),
        (FACTS, "named_in_policy"),
        (FACTS, "phone_rules"),
        (PICTURES, "facing"),
        (PAGES, "large_print"),
        (QUIZZES, "not_yet"),
        (QUIZZES, "missed"),
        (QUIZZES, "at_home"),
    ],
)
def test_a_field_that_is_taken_out_of_its_page_is_missed(root: Path, page: str, name: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    assert name in unexplained(fields(EXPLAINED[page]), re.sub(rf"`[^`\n]*\b{name}\b[^`\n]*`", "it", text))


def test_a_macro_that_is_taken_out_of_the_page_is_missed(root: Path, macro_names: list[str]) -> None:
    text = (root / PAGES).read_text(encoding="utf-8").replace("{{ checklist(", "{{ (")
    assert unexplained_macros(macro_names, text) == ["checklist"]
