"""No sentence of a teacher's, home or worksheet block stands where a child reads, by an oracle of its own.

The oracle (tests/audience.py) reads the lesson's file by itself, and never asks the code that makes the pages.
"""

from __future__ import annotations

import html as html_text
import re
from pathlib import Path

import pytest

from tests.audience import EVERYONE, paragraphs_of, sentences_of, words_alone
from tests.site.page import Page

LESSONS = sorted(
    path.relative_to(Path(__file__).parents[2]).parent.as_posix()
    for path in Path(__file__).parents[2].glob("lessons/*/*/lesson.md")
)


def words_of(html: str) -> str:
    """Give all words of a piece of HTML, those of attributes too."""
    attributes = " ".join(re.findall(r'="([^"]*)"', html))
    return words_alone(html_text.unescape(re.sub(r"<[^>]*>", "", html) + " " + attributes))


def class_view(page: Page) -> str:
    """Give the steps of a learner's page: what the class sees, what the whiteboard shows, and all before “At home”."""
    before, found, _ = page.html.partition('id="at-home"')
    assert found, f"{page.path} has no part “At home”"
    return words_of(before.partition("<main")[2])


@pytest.mark.parametrize("folder", LESSONS)
def test_a_child_reads_nothing_that_is_for_others(root: Path, pages: dict[str, Page], folder: str) -> None:
    text = (root / folder / "lesson.md").read_text(encoding="utf-8")
    # A question may be asked again in a later lesson, so every quiz of the age counts.
    quizzes = [file.read_text(encoding="utf-8") for file in (root / "quizzes" / folder.split("/")[1]).glob("*.yml")]
    audiences = (EVERYONE, "word", "aloud", "chat", "screen")
    for_all = words_alone("\n".join([*(line for one in audiences for line in paragraphs_of(text, one)), *quizzes]))
    for_adults, teachers, on_paper = (
        [said for audience in audiences for said in sentences_of(text, audience) if said not in for_all]
        for audiences in (("teacher", "home"), ("teacher",), ("worksheet",))
    )
    assert len(for_adults) > 10, "the oracle finds too little: has the form of a lesson changed?"
    seen = class_view(pages[f"{folder}/index.html"])
    story = words_of(pages[f"{folder}/story.html"].html)
    sheets = [words_of(pages[f"{folder}/{name}.html"].html) for name in ("worksheet", "worksheet-large")]
    whole = words_of(pages[f"{folder}/index.html"].html)
    found = [f"{folder}: step: “{said}”" for said in (*for_adults, *on_paper) if said in seen]
    found += [f"{folder}: story: “{said}”" for said in (*for_adults, *on_paper) if said in story]
    found += [f"{folder}: sheet: “{said}”" for said in for_adults for sheet in sheets if said in sheet]
    found += [f"{folder}: page: “{said}”" for said in teachers if said in whole]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", LESSONS[:1])
def test_the_oracle_knows_a_leak_when_it_sees_one(root: Path, pages: dict[str, Page], folder: str) -> None:
    said = sentences_of((root / folder / "lesson.md").read_text(encoding="utf-8"), "teacher")[3]
    page = pages[f"{folder}/index.html"]
    leaking = page.html.replace('id="at-home"', f'><p>{said}</p><h2 id="at-home"')
    assert said in class_view(Page(page.path, leaking, page.tree))


@pytest.mark.parametrize("folder", LESSONS)
def test_the_plan_has_the_teachers_sentences_that_the_oracle_finds(
    root: Path, pages: dict[str, Page], folder: str
) -> None:
    text = (root / folder / "lesson.md").read_text(encoding="utf-8")
    plan = words_of(pages[f"{folder}/teach.html"].html)
    wanted = sentences_of(text, "teacher")
    lost = [said for said in wanted if said not in plan]
    assert not lost, f"{folder}: the plan lacks {len(lost)} of {len(wanted)} sentences: {lost[:3]}"
