"""The open data say of each lesson what its own file says, fit their schema, and lead to pages that there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from macros.content.library import Library
from macros.site.generated_pages import of_data
from macros.views import addresses
from macros.views.open_data import linked_data_file, open_lesson, open_lessons
from tests.lessons import of_age
from tests.tools.node import run_node

# The properties that schema.org 28 gives a LearningResource, and those of what is in it.
KNOWN = {
    "LearningResource": {
        "url", "name", "description", "learningResourceType", "teaches", "assesses", "educationalLevel",
        "typicalAgeRange", "timeRequired", "about", "keywords", "inLanguage", "license", "isAccessibleForFree",
        "publisher", "audience", "educationalAlignment", "hasPart",
    },
    "Quiz": {"url"},
    "School": {"name", "url"},
    "EducationalAudience": {"educationalRole"},
    "AlignmentObject": {
        "alignmentType", "educationalFramework", "targetName", "targetDescription",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def files(library: Library) -> dict[str, str]:
    return {made.path: str(made.content) for made in of_data(library)}


@pytest.fixture(scope="module")
def lessons(files: dict[str, str]) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(files[addresses.LESSONS_DATA])["lessons"]
    return told


def judged(folder: Path, schema: str, data: str) -> list[str]:
    """Ask Ajv, which had no part in making either."""
    (folder / "schema.json").write_text(schema, encoding="utf-8")
    (folder / "data.json").write_text(data, encoding="utf-8")
    run = run_node("schema.cjs", str(folder / "schema.json"), str(folder / "data.json"))
    assert run.returncode == 0, run.stderr
    said: list[str] = json.loads(run.stdout)
    return said


def test_the_data_fit_their_schema(files: dict[str, str], tmp_path: Path) -> None:
    assert judged(tmp_path, files[addresses.LESSONS_SCHEMA], files[addresses.LESSONS_DATA]) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"minutes": ', '"minutes": 9', "minutes must be <= 60"),
        ('"summary"', '"sumary"', "must have required property 'summary'"),
        ('"led_by": "teacher"', '"led_by": "nobody"', "led_by must be equal to constant"),
    ],
)
def test_what_does_not_fit_would_be_told(files: dict[str, str], tmp_path: Path, old: str, new: str, said: str) -> None:
    broken = files[addresses.LESSONS_DATA].replace(old, new, 1)
    assert any(said in one for one in judged(tmp_path, files[addresses.LESSONS_SCHEMA], broken))


def test_each_lesson_says_what_its_own_file_says(root: Path, lessons: list[dict[str, Any]]) -> None:
    there = {file.parent.name: file for file in root.glob("lessons/*/*/lesson.md")}
    assert len(lessons) == len(there)
    for told in lessons:
        file = there[told["id"]]
        head = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
        for name in ("title", "summary", "outcome", "minutes", "year", "safeguarding"):
            assert str(told[name]) == str(head[name]).strip(), (told["id"], name)
        assert told["phase"] == file.parents[1].name
        claims = [(one["id"], one["step"], one["question"], not one["whole"]) for one in told["statements"]]
        assert claims == [(it["id"], it["step"], it.get("question"), it.get("part", False)) for it in head["teaches"]]
        assert f'!!! word "{told["new_words"][0]}"' in file.read_text(encoding="utf-8")


def test_the_ages_follow_each_other_from_four_to_eleven(lessons: list[dict[str, Any]]) -> None:
    ages = {told["phase"]: (told["ages"]["youngest"], told["ages"]["oldest"]) for told in lessons}
    assert list(ages.values()) == [(4, 5), (5, 7), (7, 9), (9, 11)]


def test_every_page_that_the_data_name_is_there(site: Path, files: dict[str, str]) -> None:
    data = json.loads((site / addresses.LESSONS_DATA).read_text(encoding="utf-8"))
    assert data == json.loads(files[addresses.LESSONS_DATA])
    assert (site / "data" / data["$schema"]).is_file()
    for told in data["lessons"]:
        for page in told["pages"].values():
            assert (site / page).is_file(), page
    for resource in json.loads((site / addresses.LESSONS_LINKED_DATA).read_text(encoding="utf-8"))["@graph"]:
        for one in (resource, *resource["hasPart"]):
            parts = urlsplit(urljoin("http://host/data/lessons.jsonld", one["url"]))
            page = (site / parts.path.lstrip("/")).read_text(encoding="utf-8")
            assert not parts.fragment or f'id="{parts.fragment}"' in page


def test_each_lesson_is_one_learning_resource_and_says_nothing_that_schema_org_does_not_know(
    files: dict[str, str], lessons: list[dict[str, Any]]
) -> None:
    data = json.loads(files[addresses.LESSONS_LINKED_DATA])
    assert data["@context"] == "https://schema.org"
    assert [one["name"] for one in data["@graph"]] == [told["title"] for told in lessons]

    def visit(node: object) -> None:
        if isinstance(node, list):
            for one in node:
                visit(one)
        elif isinstance(node, dict):
            assert set(node) - {"@type", "@id"} <= KNOWN[node["@type"]], node
            for one in node.values():
                visit(one)

    for resource in data["@graph"]:
        assert resource["@type"] == "LearningResource"
        visit(resource)
    locks = next(one for one in data["@graph"] if one["url"].endswith(f"{of_age('years-3-4')}/index.html"))
    assert locks["typicalAgeRange"] == "7-9"
    assert locks["timeRequired"].startswith("PT")


def test_a_site_that_is_published_gives_whole_addresses(own_library: Library) -> None:
    school = own_library.school.model_copy(update={"site_address": "https://a.sch.uk/online-safety"})
    entry = own_library.lessons["three-word-locks"]
    one = open_lesson(entry.id, own_library.phase(entry.phase), entry.lesson, entry.quiz, own_library.frameworks)
    data = json.loads(linked_data_file(open_lessons(school, [one]), school.website))
    (resource,) = data["@graph"]
    assert resource["@id"] == "https://a.sch.uk/online-safety/lessons/years-3-4/three-word-locks/index.html"
