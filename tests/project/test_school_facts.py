"""What this school fills in changes no test of the code: those have an invented school, and name no fact of ours."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import pytest
import yaml

from macros.content.library import Library
from tests.copying import LESSONS

ROOT = Path(__file__).parents[2]
# The tests of the content are of this school; the fixtures are of others; and one test asks that no page of another
# school names this one.
MAY = (
    "tests/content/",
    "tests/fixtures/",
    "tests/node/",
    "tests/project/test_school_facts.py",
    "tests/test_other_school.py",
)
READ = (".py", ".yml", ".mjs", ".cjs")
# Its name and website, and the numbers and pages of its county.
OURS = re.compile(r"headcorn|\bkent-|03000 ?41 ?[19]1|kscmp\.org|salusgroup|theeducationpeople", re.IGNORECASE)
# The policy is content of this school's own: its text names it.
POLICY = "Headcorn Primary School\\n\\nMobile Technology"


def held(text: str) -> list[str]:
    """Give the facts of this school that a text holds."""
    return OURS.findall(text.replace(POLICY, ""))


def test_no_test_of_the_code_holds_a_fact_of_this_school() -> None:
    files = (file for file in sorted((ROOT / "tests").rglob("*")) if file.suffix in READ)
    texts = {file.relative_to(ROOT).as_posix(): file for file in files}
    found = {
        path: facts
        for path, file in texts.items()
        if not path.startswith(MAY) and (facts := held(file.read_text(encoding="utf-8")))
    }
    assert not found, "Take it from the fixture “library”, or from tests/fixtures/school/school.yml."


def named(text: str, lessons: Collection[str]) -> list[str]:
    """Give the lessons that a text names by their ids."""
    return [lesson for lesson in lessons if re.search(rf"(?<![\w-]){lesson}(?![\w-])", text)]


def test_no_test_of_the_code_names_a_lesson_but_the_tests_own() -> None:
    lessons = {file.parent.name for file in ROOT.glob("lessons/*/*/lesson.md")} - LESSONS.keys()
    assert len(lessons) > 20
    files = [file for file in sorted((ROOT / "tests").rglob("*")) if file.suffix in READ]
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    # What people type who look for a lesson stands with the page that they should find.
    may = (*MAY, "tests/site/queries.yml")
    found = {
        path: names for path, text in texts.items() if not path.startswith(may) and (names := named(text, lessons))
    }
    assert not found, "Take one of tests/fixtures/school/lessons, or choose it by what it has: tests/lessons.py."


def test_a_lesson_that_is_named_would_be_seen() -> None:
    assert named('"lessons/a/kind-taps/index.html"', ["kind-taps", "taps"]) == ["kind-taps"]


@pytest.mark.parametrize("text", ["HEADCORN", "tel:03000411111", "03000 41 91 91", "https://www.kscmp.org.uk"])
def test_a_fact_would_be_seen(text: str) -> None:
    assert held(f'assert "{text}" in page')


def test_the_tests_have_an_invented_school_with_the_same_content(library: Library) -> None:
    own = yaml.safe_load((ROOT / "tests/fixtures/school/school.yml").read_text(encoding="utf-8"))
    assert library.school.name == own["name"] == "Elmfield Primary School"
    assert len(library.lessons) == len(list(ROOT.glob("lessons/*/*/lesson.md")))
