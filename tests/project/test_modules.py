"""Modules keep no state, and each has a test file that mirrors it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parents[2] / "macros"
TESTS = Path(__file__).parents[1]
FILES = sorted(MACROS.rglob("*.py"))
CHANGEABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = frozenset({"list", "dict", "set", "defaultdict", "Counter", "deque", "bytearray"})
KEEPERS = frozenset({"cache", "lru_cache"})


def state(tree: ast.Module) -> Iterator[str]:
    """Name what a module could remember between two calls."""
    for node in tree.body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        names = [ast.unparse(target) for target in node.targets] if isinstance(node, ast.Assign) else []
        made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MAKERS
        if names != ["__all__"] and (isinstance(value, CHANGEABLE) or made):
            yield ast.unparse(node).split("\n")[0]
    for inner in ast.walk(tree):
        if isinstance(inner, ast.Global):
            yield ast.unparse(inner)
        for decorator in getattr(inner, "decorator_list", ()):
            called = decorator.func if isinstance(decorator, ast.Call) else decorator
            if ast.unparse(called).split(".")[-1] in KEEPERS:
                yield f"@{ast.unparse(decorator)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(MACROS).as_posix())
def test_a_module_keeps_no_state(file: Path) -> None:
    assert list(state(ast.parse(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "code",
    [
        "A = []",
        "A: dict[str, int] = {}",
        "A = set()",
        "def f():\n    global A",
        "@functools.cache\ndef f(): ...",
        "A = [x for x in b]",
    ],
)
def test_state_would_be_seen(code: str) -> None:
    assert list(state(ast.parse(code)))


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.name != "__init__.py"],
    ids=lambda file: file.relative_to(MACROS).as_posix(),
)
def test_a_module_has_a_test_file_that_mirrors_it(file: Path) -> None:
    place = file.relative_to(MACROS)
    mirror = TESTS / place.parent / f"test_{place.stem.strip('_')}.py"
    assert mirror.exists(), f"macros/{place.as_posix()} has no tests/{mirror.relative_to(TESTS).as_posix()}."


def test_the_hooks_stay_thin() -> None:
    """What the site is made of knows no host: MkDocs's hooks hand things over, in sixty lines at most."""
    assert len((MACROS / "site/hooks.py").read_text(encoding="utf-8").splitlines()) <= 60
