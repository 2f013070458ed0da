"""A teacher reads a question's words, never the id that names it in a file."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ID = re.compile(r"^  - id: (\S+)$", re.MULTILINE)
QUOTED = re.compile(r'["“]([a-z]+(?:-[a-z0-9]+)+)["”]')  # an id of several words, in quotes as plans once had them
CALL = re.compile(r"\{\{.*?\}\}")
WRITERS = {
    f"docs/about/writing-{what}.md" for what in ("facts", "lessons", "pages", "pictures", "quizzes", "words")
}  # who write the ids


def codes_in(text: str, ids: set[str]) -> list[str]:
    return [code for code in QUOTED.findall(CALL.sub("", text)) if code in ids]


def test_no_page_names_a_question_by_its_id() -> None:
    quizzes = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.glob("quizzes/*/*.yml"))
    ids = set(ID.findall(quizzes))
    assert len(ids) > 150
    pages = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("lessons/*/*/lesson.md")]
    found = [
        f"{path}: {code}"
        for path, text in ((page.relative_to(ROOT).as_posix(), page.read_text(encoding="utf-8")) for page in pages)
        if path not in WRITERS
        for code in codes_in(text, ids)
    ]
    assert not found, "Say the question's words:\n" + "\n".join(found)


def test_a_code_among_words_is_seen() -> None:
    text = 'Do "sort-results" now. Make an "ask-first ticket". {{ quiz("sort-results") }}'
    assert codes_in(text, {"sort-results", "ask-first"}) == ["sort-results"]
