"""What a hand-written page says at a school that does not teach every age."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.models.years import Teaches
from macros.problems import ContentError
from macros.site.site_check import read_site
from macros.site.site_parts import SiteParts
from macros.site.taught_pages import lost_places, may_name, taught_page
from macros.source import read_tree

FRONT = "---\ntitle: A page\n---\n\n"
LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)")


def taught(library: Library, first: str, last: str) -> Library:
    school = library.school.model_copy(update={"teaches": Teaches(first_year=first, last_year=last)})
    return replace(library, school=school).as_taught()


@pytest.fixture(scope="module")
def infant(own_library: Library) -> Library:
    """The library of a school that ends with Year 2."""
    return taught(own_library, "reception", "year-2")


def said(infant: Library, words: str, page: str = "parents/a-page.md") -> str:
    text = FRONT + words
    assert may_name(text, infant.untaught) or "](" not in text
    return taught_page(read_tree(text, f"docs/{page}"), infant.untaught).removeprefix(FRONT.strip()).strip()


LOCKS = "[Locks](../lessons/years-3-4/three-word-locks/index.md)"
KEEP = "[Keep](../lessons/years-1-2/keep-it-locked/index.md)"
HEAD = "| A | B |\n| --- | --- |"
RAW = '{% raw %}{{ poster("years-3-4") }}{% endraw %} shows one.'


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (f"One. The next is {LOCKS}. Three.", "One. Three."),
        (f"Look at {KEEP} or {LOCKS}.", f"Look at {KEEP} or Locks."),
        (f"- **Years 3 and 4:** {LOCKS}\n- **Years 1 and 2:** {KEEP}", f"- **Years 1 and 2:** {KEEP}"),
        (f"- One.\n\n    More.\n\n- {LOCKS}\n\n    More.\n\nAfter.", "- One.\n\n    More.\n\n\nAfter."),
        (f"{HEAD}\n| One | two |\n| Locks | {LOCKS} |", f"{HEAD}\n| One | two |"),
        (f"{HEAD}\n| One | {KEEP}, {LOCKS} |", f"{HEAD}\n| One | {KEEP}, Locks |"),
        ('**Years 5 and 6.** {{ lesson_titles("years-5-6") }}\n\nAfter.', "After."),
        ('**Years 1 and 2.** {{ lesson_titles("years-1-2") }}', '**Years 1 and 2.** {{ lesson_titles("years-1-2") }}'),
        ("Next: [Ages 7 to 9](ages/7-9.md), with [the policy](../policy/index.md).", ""),
        ("[Help](../help/index.md)! Or [Kit's page](../learners/years-3-4.md).", "[Help](../help/index.md)!"),
        (f'!!! note "Look"\n    - {LOCKS}\n    - Two\n\nAfter.', '!!! note "Look"\n    - Two\n\nAfter.'),
        (f"`{LOCKS}` is a link.", f"`{LOCKS}` is a link."),
        (f"```text\n{LOCKS}\n```", f"```text\n{LOCKS}\n```"),
        (RAW, RAW),
        (
            "## One\n\nWords.\n\n## Ages 7 to 9 { #seven .years-3-4 }\n\nWords.\n\n### In it\n\n- x\n\n## Last",
            "## One\n\nWords.\n\n## Last",
        ),
        ("## Ages 5 to 9 { #x .years-1-2 .years-3-4 }\n\nWords.", "## Ages 5 to 9 { #x }\n\nWords."),
        ('A. {{ only_for("years-5-6") }} [B](#b) or c. D.', "A. D."),
        ('- {{ only_for("years-5-6") }} **9 to 11:** "One. Two."\n- Others. And more.', "- Others. And more."),
        ('{{ only_for("years-5-6") }} One. [Help](../help/index.md).\n\nAfter.', "After."),
        ('One. {{ only_for("years-5-6") }} Two. [Help](../help/index.md).', "One. [Help](../help/index.md)."),
        (HEAD + '\n| {{ only_for("years-5-6") }} One. | Two. |\n| Three. | Four. |', f"{HEAD}\n| Three. | Four. |"),
        ('- {{ only_for("years-3-4 years-5-6") }} **7 to 11:** Words.\n- Others.', "- Others."),
        (
            '- {{ only_for("years-1-2 years-3-4") }} **5 to 9:** W.',
            '- {{ only_for("years-1-2 years-3-4") }} **5 to 9:** W.',
        ),
        ("## Ages 5 to 7 { .years-1-2 }\n\nWords.", "## Ages 5 to 7\n\nWords."),
    ],
)
def test_what_is_for_another_age_steps_back(infant: Library, typed: str, left: str) -> None:
    assert said(infant, typed) == left


def test_a_link_into_a_section_that_has_gone_is_told_with_its_place(infant: Library) -> None:
    section = "Words.\n\n## Ages 7 to 9 { #seven .years-3-4 }\n\nWords."
    pages = [
        read_tree(f"{FRONT}See [below](#seven). {section}", "docs/parents/a.md"),
        read_tree(f"{FRONT}See [it](../parents/a.md#seven), or [all](../parents/a.md).", "docs/teachers/b.md"),
        read_tree(f'{FRONT}{{{{ only_for("years-3-4") }}}} See [it](a.md#seven).', "docs/parents/c.md"),
    ]
    said = "leads to a section for an age that the school does not teach. Mark this sentence with “only_for”"
    assert [str(problem).partition(", as ")[0] for problem in lost_places(pages, infant.untaught)] == [
        f"docs/parents/a.md:5:13: “#seven” {said}",
        f"docs/teachers/b.md:5:10: “../parents/a.md#seven” {said}",
    ]


def test_the_check_of_an_infant_school_tells_it_too(project: Path, change: Callable[[str, str, str], int]) -> None:
    with (project / "school.yml").open("a", encoding="utf-8") as school:
        school.write("\nteaches: {last_year: year-2}\n")
    assert read_site(project).school.taught.span == "Reception to Year 2"
    line = change(
        "docs/teachers/index.md",
        "## Ground rules",
        "[The oldest](../parents/family-agreement.md#ages-9-to-11)\n\n## Ground rules",
    )
    with pytest.raises(ContentError) as error:
        read_site(project)
    assert [(one.path, one.line, one.column) for one in error.value.problems] == [("docs/teachers/index.md", line, 14)]


@pytest.mark.parametrize(
    ("first", "last"),
    [("reception", "year-2"), ("year-3", "year-6"), ("reception", "year-4"), ("year-1", "year-5")],
    ids=["infant", "junior", "first", "half an age at each end"],
)
def test_no_page_leads_to_a_page_that_is_not_there(library: Library, root: Path, first: str, last: str) -> None:
    school = taught(library, first, last)
    gone = school.untaught.pages
    found, changed = [], 0
    for file in (root / "docs").rglob("*.md"):
        path = file.relative_to(root / "docs").as_posix()
        if path in gone or path.startswith("_data/"):
            continue
        text = file.read_text(encoding="utf-8")
        mended = taught_page(read_tree(text, f"docs/{path}"), school.untaught)
        changed += mended != text
        assert mended == text or may_name(text, school.untaught), path
        for target in LINK.findall(mended):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("#")[0]))
            if page in gone:
                found.append(f"{path}: {target}")
    assert not found, "\n".join(found)
    assert changed >= 3


@pytest.mark.parametrize(
    ("first", "last", "path", "title", "words"),
    [
        ("reception", "year-3", "learners/years-3-4.md", "Year 3", "for ages 7 to 8"),
        ("year-6", "year-6", "learners/years-5-6.md", "Year 6", "for ages 10 to 11"),
        ("year-3", "year-4", "learners/years-3-4.md", "Years 3 and 4", "for ages 7 to 9"),
        ("reception", "year-3", "learners/early-years.md", "Early years", "for ages 4 to 5"),
    ],
)
def test_a_page_for_learners_names_the_years_that_are_taught(
    library: Library, root: Path, first: str, last: str, path: str, title: str, words: str
) -> None:
    text = SiteParts(taught(library, first, last)).page(path, (root / "docs" / path).read_text(encoding="utf-8"))
    assert text
    assert f"title: {title}\n" in text
    assert words in text
    if title.startswith("Year "):
        assert f"also: [{title}]" in text


def test_all_of_primary_changes_no_page(library: Library, root: Path) -> None:
    school = taught(library, "reception", "year-6")
    assert not school.untaught.pages
    for file in (root / "docs").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        mended = taught_page(read_tree(text, "docs/x.md"), school.untaught)
        assert re.sub(r"(?m) \.(?:early-years|years-\d-\d)(?=[^\n{}]*\}$)", "", text) == mended, file
