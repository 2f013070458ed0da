"""Every check has a name, looks once, and waits for the files without which it would say what is not so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.content import checking
from macros.content.checking import CHECKS, Check, check
from macros.content.reading import FILES, Content
from macros.models.help_route import HelpRoutes
from macros.models.school import School
from macros.problems import Problem

Change = Callable[[str, str, str], int]
SAID = Problem("a.md", 1, 1, "This is to be mended.")


def test_every_check_has_a_name_and_looks_once() -> None:
    assert len({row.name for row in CHECKS}) == len({row.check for row in CHECKS}) == len(CHECKS)


def test_no_check_of_the_module_is_left_out_of_the_list() -> None:
    written = {
        value
        for value in vars(checking).values()
        if getattr(value, "__module__", "") == checking.__name__
        and getattr(value, "__annotations__", {}).get("return") == "Problems"
    }
    assert written == {row.check for row in CHECKS}


@pytest.mark.parametrize("needs", [(), (HelpRoutes,), (School,), (School, HelpRoutes)])
def test_a_check_waits_for_a_file_with_problems_of_its_own(
    project: Path, change: Change, monkeypatch: pytest.MonkeyPatch, needs: tuple[type[School | HelpRoutes], ...]
) -> None:
    change("docs/_data/help-routes.yml", "order: 10\n", "order: first\n")
    monkeypatch.setattr(checking, "CHECKS", (Check("a check", lambda _: [SAID], needs),))
    content = Content(project, RoundCache())
    assert [problem.sentence for problem in content.problems] == ["“order” must be a whole number."]
    assert check(content) == ([] if HelpRoutes in needs else [SAID])


def test_every_kind_of_file_is_there(root: Path) -> None:
    content = Content(root, RoundCache())
    for kind in FILES:
        found = content.each(kind.model) if kind.many else content.one(kind.model)[1]
        assert found, kind.path


def test_a_row_of_a_macro_takes_what_is_known_and_has_a_name_of_its_own(project: Path, change: Change) -> None:
    path = "macros/components/poster/macros.yml"
    change(path, "takes: phase", "takes: fase")
    change(path, "macros:\n", "macros:\n  - {name: key_words}\n")
    found = [str(problem) for problem in checking._macro_rows(Content(project, RoundCache()))]
    assert found == [
        f"{path}:3:12: Another row is called “key_words”. Keep one.",
        f"{path}:4:27: A macro cannot take “fase”. Did you mean “phase”?",
    ]
