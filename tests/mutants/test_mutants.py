"""Each mutant is one small change of code that runs, and the places known from before are still where they were."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants.__main__ import sample, shares
from tests.mutants.areas import AREAS, KNOWN, Known, fitting_tests
from tests.mutants.operators import Mutant, mutants_of
from tests.mutants.running import copied, noticed

CODE = '''"""Words == no code."""


def f(a: int = 1) -> bool:
    """Words."""
    if not a or a == 2:
        print(f"{a + 1}")
    for b in range(a - 3):
        continue
    return True
'''


def test_each_kind_of_slip_is_made_once_and_words_are_left() -> None:
    assert [(mutant.line, mutant.was, mutant.now) for mutant in mutants_of(CODE, "a.py")] == [
        (4, "1", "2"),
        (6, "not a or a == 2", "(not a and a == 2)"),
        (6, "not a", "(a)"),
        (6, "a == 2", "(a != 2)"),
        (6, "2", "3"),
        (7, 'print(f"{a + 1}")', "pass"),
        (8, "a - 3", "(a + 3)"),
        (8, "3", "4"),
        (9, "continue", "break"),
        (10, "True", "False"),
    ]


def test_a_mutant_is_the_file_with_that_change_alone() -> None:
    first = next(mutants_of("a = 1  # é\nb = 2 == 2\n", "a.py"))
    assert first.text == "a = 2  # é\nb = 2 == 2\n"


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.path}: {known.now}")
def test_a_place_known_from_before_is_there_once_and_has_its_tests(root: Path, known: Known) -> None:
    assert (root / known.path).read_text(encoding="utf-8").count(known.was) == 1
    assert known.was != known.now
    for test in known.tests:
        assert (root / test).is_file()


def test_the_copy_has_every_room_and_nothing_that_was_made(tmp_path: Path) -> None:
    for name in (
        "macros/site/a.py",
        "tests/look/b.py",
        "site/index.html",
        "look/c.png",
        ".git/d",
        "macros/__pycache__/e",
    ):
        file = tmp_path / "root" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    copy = copied(tmp_path / "root", tmp_path / "copy")
    there = {file.relative_to(copy).as_posix() for file in copy.rglob("*") if file.is_file()}
    assert there == {"macros/site/a.py", "tests/look/b.py"}


def test_a_failure_and_what_never_ends_are_noticed_and_the_file_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "a.py").write_text("b = 1\n", encoding="utf-8")
    (tmp_path / "test_a.py").write_text("import a\n\ndef test_b():\n    assert a.b == 1\n", encoding="utf-8")
    assert not noticed(tmp_path, "a.py", "b = 1.0\n", ["test_a.py"])
    assert noticed(tmp_path, "a.py", "b = 2\n", ["test_a.py"])
    assert noticed(tmp_path, "a.py", "b = \n", ["test_a.py"])
    monkeypatch.setattr("tests.mutants.running.SLOWEST", 5)
    assert noticed(tmp_path, "a.py", "while True:\n    b = 1\n", ["test_a.py"])
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "b = 1\n"


def test_every_area_has_code_and_tests(root: Path) -> None:
    for place, tests in AREAS.items():
        assert (root / place).exists()
        for test in tests:
            assert (root / test).exists(), test


def test_a_sample_is_the_same_for_a_seed_and_takes_from_every_area(root: Path) -> None:
    taken = sample(root, (), 2 * len(AREAS), "1")
    assert taken == sample(root, (), 2 * len(AREAS), "1")
    for place in AREAS:
        assert sum(mutant.path.startswith(place) for mutant in taken) == 2
    for mutant in taken:
        ast.parse(mutant.text)
        assert any(fitting_tests(mutant.path, root))


def test_the_share_of_survivors_is_told_by_area() -> None:
    def mutant(path: str) -> Mutant:
        return Mutant(path, 1, "1", "2", "")

    left, *others = (mutant("macros/source/a.py"), mutant("macros/source/b.py"), mutant("macros/checks/pages.py"))
    assert shares([left, *others], [left]) == [
        "1 of 3 mutants survived (33 %); by area:",
        "  macros/source/: 1 of 2 mutants survived (50 %)",
        "  macros/checks/pages.py: 0 of 1 mutants survived (0 %)",
    ]
