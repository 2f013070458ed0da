"""What a macro may take is what the content has; of a file that cannot be read it is not known."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from macros.cache import RoundCache
from macros.content.names import known_names, macro_rows
from macros.content.reading import Content


def test_every_row_takes_what_the_real_content_has(root: Path) -> None:
    content = Content(root, RoundCache())
    known = known_names(content)
    rows = macro_rows(content)
    assert rows["key_words"].takes == "phase"
    assert {row.takes for row in rows.values()} - {None} == set(known)
    assert "childline" in (known["help route with a phone number"] or ())
    assert "three-word-locks" in (known["lesson"] or ())
    assert {name for name, ids in known.items() if not ids} == {"words", "fact about the school"}


def test_a_chat_is_named_by_its_place_and_so_is_a_screen(root: Path) -> None:
    known = known_names(Content(root, RoundCache()))
    for box in ("chat", "screen"):
        typed = {
            file.parent.name: len(re.findall(rf"^!!! {box} ", file.read_text(encoding="utf-8"), re.MULTILINE))
            for file in (root / "lessons").glob("*/*/lesson.md")
        }
        named = [place.partition("/")[0] for place in known[f"{box} of a lesson"] or ()]
        assert {lesson: named.count(lesson) for lesson in typed} == typed


def test_what_a_file_would_have_said_is_not_known_while_it_is_to_be_mended(
    project: Path, change: Callable[[str, str, str], int]
) -> None:
    change("docs/_data/help-routes.yml", "order: 10\n", "order: first\n")
    assert known_names(Content(project, RoundCache()))["help route with a phone number"] is None


def test_a_gap_has_words_for_each_of_its_readers_and_other_clauses_for_those_they_have_words_for(
    project: Path, change: Callable[[str, str, str], int]
) -> None:
    before = set(known_names(Content(project, RoundCache()))["reader and clause"] or ())
    assert {"staff/written-by", "parents/written-by"} <= before
    assert "learners/written-by" not in before
    file = project / "docs/_data/clauses.yml"
    text = file.read_text(encoding="utf-8")
    first, second = text.index("  - id: written-by"), text.index("  - id: purpose")
    gap = "  - id: written-by\n    for: [parents, staff, governors]\n    gap: yes\n"
    file.write_text(text[:first] + gap + text[second:], encoding="utf-8")
    assert set(known_names(Content(project, RoundCache()))["reader and clause"] or ()) == before
