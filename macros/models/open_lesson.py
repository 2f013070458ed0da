"""The lessons as open data: what another program may read of each. The schema beside the data is made from this."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.models.base import Identity, Text
from macros.models.framework import Year


class Open(BaseModel):
    """A piece of open data. It is made of what has been read and judged: so the rules for authors do not ask again."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class OpenAges(Open):
    """For whom a lesson is, in years of age."""

    youngest: int = Field(ge=3, le=11)
    """The age of the youngest at the beginning of the school year."""
    oldest: int = Field(ge=4, le=11)
    """The age of the oldest at its end."""


class OpenStatement(Open):
    """A statement of a curriculum, in this site's own words."""

    id: Text
    """Its short form, such as OSA-4."""
    curriculum: Text
    """The document in which it stands."""
    text: Text
    """What children should learn."""
    step: Text
    """The title of the lesson's step that teaches it."""
    question: Text | None
    """The id of the question of the lesson's quiz that asks about it; null where none does."""
    whole: bool
    """Whether the lesson teaches all of it, or a part."""


class OpenPages(Open):
    """The addresses of a lesson's pages, from the root of the site."""

    learners: Text
    """For learners, with the story and the quiz."""
    plan: Text
    """For the teacher: what to say and do, step by step, and the files to take away."""
    worksheet: Text
    """To print."""
    story: Text
    """The social story."""
    answers: Text
    """The answers of the quiz, for the teacher."""


class OpenLesson(Open):
    """One lesson."""

    id: Identity
    """Its id, which stays."""
    title: Text
    """Its name."""
    summary: Text
    """One sentence about it."""
    outcome: Text
    """What a learner can do at the end."""
    success_criteria: tuple[Text, ...]
    """How a learner and teacher know that it is learnt."""
    phase: Identity
    """The id of its age group."""
    years: Text
    """The name of its age group: the school years in it."""
    year: Year
    """The school year that it is written for."""
    ages: OpenAges
    """For whom it is."""
    half_term: Text | None
    """When it is taught in the school year; null for one that is for any time."""
    minutes: int = Field(ge=5, le=60)
    """The whole time in class."""
    strand: Text
    """Its strand of “Education for a Connected World” (UKCIS, 2020)."""
    statements: tuple[OpenStatement, ...]
    """The statements of a curriculum that it teaches."""
    new_words: tuple[Text, ...]
    """The words that it introduces."""
    led_by: Literal["teacher"] = "teacher"
    """Who leads it. Every lesson is led by an adult: its plan says what the teacher does at each step."""
    before_teaching: Text
    """What to settle with the safeguarding lead first, in Markdown."""
    safeguarding: Text
    """What to mind while teaching it, and who to tell, in Markdown."""
    without_a_device: Text
    """How to teach it without a screen, in Markdown."""
    questions: int = Field(ge=1)
    """How many questions its quiz has."""
    pages: OpenPages
    """Where its pages are."""


class OpenLessons(Open):
    """All lessons of the site."""

    school: Text
    """The school whose site it is."""
    site: Text | None
    """The address of the site's root, with a last slash; null where it is not published."""
    language: Literal["en-GB"] = "en-GB"
    """The language of all words (BCP 47)."""
    licence: Literal["https://creativecommons.org/licenses/by/4.0/"] = "https://creativecommons.org/licenses/by/4.0/"
    """Under which the lessons may be copied, changed and shared."""
    lessons: tuple[OpenLesson, ...]
    """The lessons, from the youngest to the oldest, in the order in which they are taught."""
