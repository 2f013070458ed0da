"""What a macro may take is what the content has; of a file that cannot be read it is not known."""

from __future__ import annotations

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


def test_what_a_file_would_have_said_is_not_known_while_it_is_to_be_mended(
    project: Path, change: Callable[[str, str, str], int]
) -> None:
    change("docs/_data/help-routes.yml", "order: 10\n", "order: first\n")
    assert known_names(Content(project, RoundCache()))["help route with a phone number"] is None
