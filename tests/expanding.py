"""Gives hand-written pages with the words of their macros, without a build: enough to read what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from macros.content.library import Library
from macros.site.author_macros import macros

CALL = re.compile(r"\{\{ (\w+)\((.*?)\) \}\}")
WORDS = re.compile(r'"([^"]*)"')
# What shows the policy's own words, or what a checklist made of them.
POLICYS = ("clause", "in_short", "checklist", "policy_map", "plain_words", "linked_policies")
OWN_WORDS = "[the policy's own words]"  # stands where they are shown
# What is about the site itself, or is the policy.
PASSED_OVER = ("about/writing", "about/look/", "about/the-year", "policy/index", "policy/review")


def expanded_pages(library: Library, root: Path) -> Iterator[tuple[str, str]]:
    """Give each hand-written page, with its path below docs/.

    Args:
        library: all content, with the school whose facts are shown.
        root: the project's folder.
    """
    here = [""]
    made = {macro.__name__: macro for macro in macros(library, lambda: here[0])}
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root / "docs").as_posix()
        if not path.startswith(PASSED_OVER):
            here[0] = path.replace(".md", ".html")
            yield path, _words(file.read_text(encoding="utf-8").partition("\n---\n")[2], made)


def _words(text: str, made: Mapping[str, Callable[..., str]]) -> str:
    """Give the words of a page, without tags and addresses."""

    def words_of(call: re.Match[str]) -> str:
        return OWN_WORDS if call[1] in POLICYS else str(made[call[1]](*WORDS.findall(call[2])))

    return re.sub(r"<[^>]*>|\[([^\]]*)\]\([^)]*\)", r"\1", CALL.sub(words_of, text))
