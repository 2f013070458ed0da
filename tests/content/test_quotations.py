"""Guidance says a clause in plain words, the exact ones one tap away, and quotes it only where its words matter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

QUOTED = re.compile(r"\{\{\s*clause\(\s*[\"']([\w-]+)[\"']\s*\)\s*\}\}")
# Where the sentence beside it is about the very words, or somebody is to be held to them.
EXACT = {
    # “will not” and “are advised not to”: a rule and a piece of advice, side by side.
    "docs/staff/all-staff.md": {"no-personal-accounts", "no-friends-with-learners", "tell-leadership"},
    # Who assesses, how and when.
    "docs/staff/platform-risk.md": {"platform-risk-assessment"},
    # Governors hold the figures against the promise.
    "docs/teachers/knowing-it-worked.md": {"learners-empowered"},
}
GUIDANCE = ("parents", "help", "staff", "teachers")


def quoted(root: Path) -> dict[str, set[str]]:
    """Give the clauses that each page of guidance quotes word for word."""
    found = {}
    for folder in GUIDANCE:
        for file in sorted((root / "docs" / folder).rglob("*.md")):
            if clauses := set(QUOTED.findall(file.read_text(encoding="utf-8"))):
                found[file.relative_to(root).as_posix()] = clauses
    return found


def test_a_clause_is_quoted_word_for_word_only_where_its_words_matter(root: Path) -> None:
    assert quoted(root) == EXACT, "Show the plain words: {{ in_short(“parents/…”) }}, or a link to the clause."


@pytest.mark.parametrize("call", ['{{ clause("a-b") }}', "{{clause('a-b')}}", "x\n\n{{ clause( 'a-b' ) }}\n"])
def test_a_quotation_is_found_however_it_is_typed(tmp_path: Path, call: str) -> None:
    (tmp_path / "docs/parents").mkdir(parents=True)
    (tmp_path / "docs/parents/a.md").write_text(call, encoding="utf-8")
    (tmp_path / "docs/parents/b.md").write_text('{{ in_short("parents/a-b") }}', encoding="utf-8")
    assert quoted(tmp_path) == {"docs/parents/a.md": {"a-b"}}
