"""The lessons as open data: for other programs, with a schema; and for search engines, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from macros.models.base import SENTENCE
from macros.models.framework import Frameworks
from macros.models.lesson import Lesson
from macros.models.open_lesson import OpenAges, OpenLesson, OpenLessons, OpenPages, OpenStatement
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.views import addresses

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def open_lesson(identity: str, phase: Phase, lesson: Lesson, quiz: Quiz, frameworks: Frameworks) -> OpenLesson:
    """Tell one lesson.

    Args:
        identity: its id.
        phase: its phase.
        lesson: the lesson.
        quiz: its quiz.
        frameworks: the strands and statements that it may name.
    """
    statements = {statement.id: statement for statement in frameworks.statements}
    halves = (half.title for half in phase.year if identity in half.lessons)
    ages = [int(age) for age in re.findall(r"\d+", phase.ages)]

    def page(name: str) -> str:
        return addresses.lesson(phase.id, identity, name)

    return OpenLesson(
        id=identity,
        title=lesson.title,
        summary=lesson.summary,
        outcome=lesson.outcome,
        success_criteria=lesson.success_criteria,
        phase=phase.id,
        years=phase.title,
        year=lesson.year,
        ages=OpenAges(youngest=min(ages), oldest=max(ages)),
        half_term=next(halves, None),
        minutes=lesson.minutes,
        strand=frameworks.strand_name(lesson.strand),
        statements=tuple(
            OpenStatement(
                id=claim.id,
                curriculum=statements[claim.id].curriculum,
                text=statements[claim.id].text,
                step=claim.step,
                question=claim.question,
                whole=not claim.part,
            )
            for claim in lesson.teaches
        ),
        new_words=tuple(word.title for word in lesson.words if word.title),
        before_teaching=lesson.dsl,
        safeguarding=lesson.safeguarding,
        without_a_device=lesson.no_device,
        questions=len(quiz.questions),
        pages=OpenPages(
            learners=page("index"),
            plan=page("teach"),
            worksheet=page("worksheet"),
            story=page("story"),
            answers=page("answers"),
        ),
    )


def open_lessons(school: School, lessons: Sequence[OpenLesson]) -> OpenLessons:
    """Tell all lessons.

    Args:
        school: the school.
        lessons: its lessons, in order.
    """
    return OpenLessons(school=school.name, site=school.site_root, lessons=tuple(lessons))


def lessons_file(told: OpenLessons) -> str:
    """Give the file for other programs: JSON (RFC 8259), which names its schema."""
    schema = addresses.relative(addresses.LESSONS_SCHEMA, addresses.LESSONS_DATA)
    return _text({"$schema": schema, **told.model_dump()})


def schema_file() -> str:
    """Give the schema of that file (JSON Schema 2020-12)."""
    schema = _for_any_program(OpenLessons.model_json_schema(mode="serialization"))
    schema["properties"]["$schema"] = {"description": "Where this schema is.", "type": "string"}
    return _text({"$schema": SCHEMA_DIALECT, **schema})


def _for_any_program(schema: Any) -> Any:
    """Leave out of a schema the word that only editors and our forms know: strict readers refuse it."""
    if isinstance(schema, dict):
        return {name: _for_any_program(value) for name, value in schema.items() if name != SENTENCE}
    return [_for_any_program(value) for value in schema] if isinstance(schema, list) else schema


def linked_data_file(told: OpenLessons, website: str) -> str:
    """Give the file for search engines: a LearningResource (schema.org) for each lesson, as JSON-LD 1.1.

    Args:
        told: the lessons.
        website: the school's own website.
    """

    def address(page: str) -> str:
        return told.site + page if told.site else addresses.relative(page, addresses.LESSONS_LINKED_DATA)

    publisher = {"@type": "School", "name": told.school, "url": website}

    def resource(lesson: OpenLesson) -> dict[str, object]:
        parts = (("Lesson plan", lesson.pages.plan), ("Worksheet", lesson.pages.worksheet))
        return {
            "@type": "LearningResource",
            "@id": address(lesson.pages.learners),
            "url": address(lesson.pages.learners),
            "name": lesson.title,
            "description": lesson.summary,
            "learningResourceType": "Lesson",
            "teaches": lesson.outcome,
            "assesses": list(lesson.success_criteria),
            "educationalLevel": lesson.years,
            "typicalAgeRange": f"{lesson.ages.youngest}-{lesson.ages.oldest}",
            "timeRequired": f"PT{lesson.minutes}M",
            "about": lesson.strand,
            "keywords": ["online safety", *lesson.new_words],
            "inLanguage": told.language,
            "license": told.licence,
            "isAccessibleForFree": True,
            "publisher": publisher,
            "audience": {"@type": "EducationalAudience", "educationalRole": "student"},
            "educationalAlignment": [
                {
                    "@type": "AlignmentObject",
                    "alignmentType": "teaches",
                    "educationalFramework": one.curriculum,
                    "targetName": one.id,
                    "targetDescription": one.text,
                }
                for one in lesson.statements
                if one.whole
            ],
            "hasPart": [
                *(
                    {"@type": "LearningResource", "learningResourceType": kind, "url": address(page)}
                    for kind, page in parts
                ),
                {"@type": "Quiz", "url": address(lesson.pages.learners + addresses.QUIZ)},
            ],
        }

    return _text({"@context": "https://schema.org", "@graph": [resource(lesson) for lesson in told.lessons]})


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
