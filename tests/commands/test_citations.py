"""Every place that cites a clause is found, even where the content no longer passes its checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.commands.citations import Citation, citations
from macros.problems import ContentError


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def found(root: Path) -> list[str]:
    return [f"{citation.clause}: {citation}" for citation in citations(root)]


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("docs/help/a.md", "A\n\nSee [it](../policy/index.md#tell).\n", ["tell: docs/help/a.md:3: page"]),
        ("docs/policy/review.md", "[1](index.md#tell), [2](index.md#own)\n",
         ["own: docs/policy/review.md:1: page", "tell: docs/policy/review.md:1: page"]),
        ("docs/policy/index.md", "[Point 1](#tell)\n", ["tell: docs/policy/index.md:1: page"]),
        ("docs/help/a.md", "[On this page](#tell) [Elsewhere](other.md#tell)\n", []),
        ("docs/help/a.md", '{{ clause("tell") }}\n\n{{ checklist("advice") }}\n',
         ["tell: docs/help/a.md:1: page", "advice: docs/help/a.md:3: page"]),
        ("docs/help/a.md", '{% raw %}{{ clause("tell") }}{% endraw %}\n', []),
        ("docs/_data/checklists/a.yml", "items:\n  - text: Read [it](../policy/index.md#tell).\n",
         ["tell: docs/_data/checklists/a.yml:2: checklist"]),
        ("docs/_data/linked-policies.yml", "policies:\n  - id: a\n    clause: tell\n",
         ["tell: docs/_data/linked-policies.yml:3: linked policy"]),
        ("lessons/years-3-4/a/lesson.md", "---\ntitle: A\ntopics: [help]\n---\n\nSee [it](../policy/index.md#tell)\n",
         ["tell: lessons/years-3-4/a/lesson.md:6: lesson"]),
        ("docs/help/a.md", "---\ntitle: A\ndescription: >-\n  Long words,\n  and [it](../policy/index.md#tell).\n---\n",
         ["tell: docs/help/a.md:5: page"]),
        ("docs/.drafts/a.md", '{{ clause("tell") }}\n', []),
        ("docs/_data/clauses.yml", "clauses:\n  - id: tell\n    homes: [help/a.md#now, help/b.md]\n",
         ["tell: docs/_data/clauses.yml:2: plain words",
          "tell: docs/help/a.md:1: page where it is at home (docs/_data/clauses.yml, line 3)",
          "tell: docs/help/b.md:1: page where it is at home (docs/_data/clauses.yml, line 3)"]),
    ],
)  # fmt: skip
def test_a_citation_is_found_in_its_place(tmp_path: Path, path: str, text: str, said: list[str]) -> None:
    write(tmp_path, path, text)
    assert found(tmp_path) == said


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("docs/_data/phases.yml", "phases: []\nevery_phase_teaches: [other, help]\n",
         ["own: docs/_data/phases.yml:2: what every age teaches",
          "tell: docs/_data/phases.yml:2: what every age teaches"]),
        ("lessons/years-3-4/a/lesson.md", "---\ntitle: A\ntopics: [help, locks]\n---\n",
         ["locked: lessons/years-3-4/a/lesson.md:3: lesson", "own: lessons/years-3-4/a/lesson.md:3: lesson",
          "tell: lessons/years-3-4/a/lesson.md:3: lesson"]),
        ("quizzes/years-3-4/a.yml",
         "questions:\n  - id: one\n    topics: [locks]\n  - id: two\n    topics:\n      - other\n",
         ["locked: quizzes/years-3-4/a.yml:3: question “one”"]),
    ],
)  # fmt: skip
def test_a_topic_cites_each_clause_that_is_about_it(tmp_path: Path, path: str, text: str, said: list[str]) -> None:
    about = (
        "clauses:\n  - {id: tell, about: [help]}\n  - {id: locked, about: [locks]}\n  - {id: own, about: [help]}\n"
        "  - {id: far}\n"
    )
    write(tmp_path, "docs/_data/clauses.yml", about)
    write(tmp_path, path, text)
    assert [line for line in found(tmp_path) if "clauses.yml" not in line] == said


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/_data/clauses.yml", "clauses: [tell]\n"),
        ("docs/_data/clauses.yml", "clauses:\n  - {id: tell, about: help}\n"),
        ("docs/_data/clauses.yml", "- tell\n"),
        ("docs/_data/clauses.yml", "clauses: words\n"),
        ("docs/_data/linked-policies.yml", "policies: {a: b}\n"),
        ("quizzes/years-3-4/a.yml", "questions: words\n"),
        ("quizzes/years-3-4/a.yml", "questions: [words]\n"),
        ("lessons/years-3-4/a/lesson.md", "---\n- a\n---\nWords.\n"),
    ],
)
def test_values_of_another_shape_are_passed_over(tmp_path: Path, path: str, text: str) -> None:
    write(tmp_path, path, text)
    assert all(isinstance(citation, Citation) for citation in citations(tmp_path))


def test_files_that_cannot_be_read_are_told_together(tmp_path: Path) -> None:
    write(tmp_path, "docs/_data/clauses.yml", "clauses:\n\ta: b\n")
    write(tmp_path, "quizzes/years-3-4/a.yml", "")
    with pytest.raises(ContentError) as caught:
        citations(tmp_path)
    assert str(caught.value) == (
        "docs/_data/clauses.yml:2:1: A tab stands here. Use spaces: YAML does not allow tabs.\n"
        "quizzes/years-3-4/a.yml:1:1: This file is empty. Fill it in or delete it."
    )


def test_the_way_of_last_year_is_told_and_not_taken_for_a_policy_that_nothing_cites(tmp_path: Path) -> None:
    write(tmp_path, "docs/_data/clauses.yml", "clauses:\n  tell:\n    about: [help]\n")
    with pytest.raises(ContentError, match=r"^docs/_data/clauses\.yml:2:3: This file is written in last year's way"):
        citations(tmp_path)


def test_every_clause_of_the_real_policy_is_cited(root: Path) -> None:
    assert {"safe-passwords", "when-unsure", "linked-policies"} <= {citation.clause for citation in citations(root)}
