"""Pages follow who holds which part at a school: nobody is sent round in a circle, or to a number that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.models.school import School
from macros.site.author_macros import macros

CALL = re.compile(r"\{\{ (\w+)\((.*?)\) \}\}")
WORDS = re.compile(r'"([^"]*)"')
# What shows the policy's own words, or what a checklist made of them.
POLICYS = ("clause", "in_short", "checklist", "policy_map", "plain_words")
LEAD = re.compile(r"\bDSLs?\b|safeguarding lead", re.IGNORECASE)
HEAD = re.compile(r"\bheadteacher\b", re.IGNORECASE)
ONE = re.compile(r"who is the DSL|is the headteacher here|as headteacher and DSL|headteacher.{0,60} is the designated")
# They repeat what the policy says, which names both.
SAID_BY_POLICY = ("The policy says staff will talk it over", "tell your line manager, the DSL or a deputy, and/or",
                  "Your line manager, the DSL or a deputy, and/or")  # fmt: skip
ORDINARY = {"name": "A School", "short_name": "A", "website": "https://a.example"}
HEAD_IS_LEAD = {"safeguarding": {"lead_is_headteacher": "yes"}, "headteacher": {"name": "Mrs Patel"}}


def pages_of(library: Library, root: Path, **facts: object) -> Iterator[tuple[str, str]]:
    """Give each hand-written page with the words of its macros, as this school's facts have it."""
    school = School.model_validate({**ORDINARY, **facts})
    routes = tuple(one for one in library.help_routes if facts.get("council") or not one.id.startswith("council"))
    changed = replace(library, school=school, help_routes=routes)
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root / "docs").as_posix()
        if path.startswith(("about/writing", "about/look/", "about/the-year", "policy/index", "policy/review")):
            continue
        made = {macro.__name__: macro for macro in macros(changed, lambda path=path: path.replace(".md", ".html"))}  # type: ignore[misc]
        yield path, shown(file.read_text(encoding="utf-8").partition("\n---\n")[2], made)


def shown(text: str, made: Mapping[str, Callable[..., str]]) -> str:
    """Give the words of a page with those of its macros, without tags and addresses."""

    def words_of(call: re.Match[str]) -> str:
        return "" if call[1] in POLICYS else str(made[call[1]](*WORDS.findall(call[2])))

    return re.sub(r"<[^>]*>|\[([^\]]*)\]\([^)]*\)", r"\1", CALL.sub(words_of, text))


def circles(text: str) -> list[str]:
    """Give each line that names both the lead and the headteacher, and does not say that they are one."""
    return [
        line.strip()
        for line in text.split("\n")
        if LEAD.search(line)
        and HEAD.search(line)
        and not ONE.search(line)
        and not any(one in line for one in SAID_BY_POLICY)
    ]


def test_where_the_headteacher_is_the_lead_nobody_is_sent_from_the_one_to_the_other(
    library: Library, root: Path
) -> None:
    found = [f"{path}: {line}" for path, text in pages_of(library, root, **HEAD_IS_LEAD) for line in circles(text)]
    assert not found, "\n".join(found)


def test_where_they_are_two_a_concern_about_the_lead_goes_to_the_headteacher(library: Library, root: Path) -> None:
    pages = dict(pages_of(library, root))
    assert "- **If it's about the DSL,** go to the headteacher." in pages["parents/worries/worried-about-an-adult.md"]
    assert "tell them again, or tell the headteacher." in pages["teachers/index.md"]
    assert circles(pages["teachers/index.md"])


@pytest.mark.parametrize("known", [False, True])
def test_a_child_who_is_not_safe_has_a_number_to_ring_whether_the_councils_is_known_or_not(
    library: Library, root: Path, known: bool
) -> None:
    council = {"children_phone": "01632 960111", "out_of_hours_phone": "01632 960191"}
    pages = dict(pages_of(library, root, **({"council": council} if known else {})))
    places = 0
    for path, text in pages.items():
        for line in text.split("\n"):
            if re.search(r"child isn't safe|child might not be safe", line):
                places += 1
                assert re.search(r"01632 9601[19]1|\b101\b|\b999\b", line), f"{path}: {line}"
    assert places >= 9
    whole = "\n".join(pages.values())
    assert ("01632 960191" in whole) == known
    if not known:
        assert not re.search(r"[Rr]ing the council|council's night line|\[the council\]", whole)
        assert "In the day, go straight to the LADO or the NSPCC." in pages["staff/numbers.md"]
