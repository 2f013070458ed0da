"""In a browser's reader view, which leaves out what it takes for furniture, all clauses and numbers are there.

Mozilla's Readability is what Firefox makes that view of; those of Safari and Edge work in much the same way.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from macros.content.library import Library
from tests.site.page import plain
from tests.tools.node import MODULES

VIEW = """
  const article = new Readability(document.cloneNode(true)).parse();
  const view = document.createElement("div");
  view.innerHTML = article ? article.content : "";
  return [view.textContent, [...view.querySelectorAll("a")].map((link) => link.getAttribute("href"))];
"""
NUMBERS = "(links) => links.map((link) => link.getAttribute('href'))"


def reader_view(page: Page, path: str) -> tuple[str, set[str]]:
    """Give the words of the reader view of a page, and where its links lead."""
    page.goto(path)
    code = (MODULES / "@mozilla/readability/Readability.js").read_text(encoding="utf-8")
    words, links = page.evaluate(f"() => {{ {code}\n{VIEW} }}")
    return " ".join(words.split()), set(links)


def words_of(clause: str) -> str:
    """Give the words of a clause without the marks and addresses of its links."""
    return " ".join(plain(re.sub(r"\[([^\]]*)\]\([^)]*\)|<(https:[^>]*)>", r"\1\2", clause)).split())


def test_every_clause_of_the_policy_is_there(page: Page, library: Library) -> None:
    words, _ = reader_view(page, "policy/index.html")
    clauses = library.policy.clauses
    assert len(clauses) == 84
    assert not [one.id for one in clauses.values() if words_of(one.text) not in words]


@pytest.mark.parametrize(
    "path", ["help/index.html", "help/children.html", "help/without-phoning.html", "parents/worries/unkind.html"]
)
def test_every_number_is_there(page: Page, path: str) -> None:
    _, links = reader_view(page, path)
    numbers = set(page.locator("main a[href^='tel:']").evaluate_all(NUMBERS))
    assert len(numbers) >= 2
    assert numbers <= links, sorted(numbers - links)
