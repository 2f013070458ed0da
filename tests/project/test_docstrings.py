"""Docstrings of public functions name what goes in and what is raised; each field of a model has words of its own."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.plugins import PluginCollection

from macros.models.base import Model

MACROS = Path(__file__).parents[2] / "macros"
FILES = sorted(MACROS.rglob("*.py"))
MODELS = sorted((MACROS / "models").rglob("*.py"))
# What MkDocs gives to each event, and takes back, MkDocs tells: https://www.mkdocs.org/dev-guide/plugins/#events
HOOKS = MACROS / "site/hooks.py"
Function = ast.FunctionDef | ast.AsyncFunctionDef
# A class or function within a function has its own raises and arguments.
INNER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


def public(body: list[ast.stmt], before: str = "") -> Iterator[tuple[str, Function]]:
    """Give each public function of a module, and each public method of its public classes."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{before}{node.name}.")
            else:
                yield before + node.name, node


def section(function: Function, name: str) -> set[str]:
    """Give the names that a part of a docstring explains, such as “Args”; without the stars of “**values”."""
    found = re.search(rf"^{name}:\n((?:    .*\n?|\n)+)", ast.get_docstring(function) or "", re.MULTILINE)
    return set(re.findall(r"^    \**([\w.]+): \S", found[1], re.MULTILINE)) if found else set()


def arguments(function: Function) -> list[str]:
    given = function.args
    several = [one for one in (given.vararg, given.kwarg) if one]
    names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs, *several)]
    return [name for name in names if name not in ("self", "cls")]


def raised(function: Function) -> set[str]:
    """Name what a function raises in its own body; of a function within it that makes the error, what that makes."""
    makers = {node.name: node.returns for node in ast.walk(function) if isinstance(node, Function)}
    found = set()
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, INNER):
            continue
        if isinstance(node, ast.Raise) and node.exc:
            error = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            found.add(ast.unparse(makers.get(ast.unparse(error)) or error))
        waiting.extend(ast.iter_child_nodes(node))
    return found


def silent(code: str) -> list[str]:
    """Name what the public functions of a module do not explain."""
    told = []
    for name, function in public(ast.parse(code).body):
        names = arguments(function)
        if len(names) > 1:
            explained = section(function, "Args")
            told += [f"{name}: “{one}” is not under Args." for one in names if one not in explained]
        told += [
            f"{name}: “{one}” is not under Raises." for one in sorted(raised(function) - section(function, "Raises"))
        ]
    return told


@pytest.mark.parametrize(
    "file", [file for file in FILES if file != HOOKS], ids=lambda file: file.relative_to(MACROS).as_posix()
)
def test_a_public_function_names_its_arguments_and_what_it_raises(file: Path) -> None:
    assert silent(file.read_text(encoding="utf-8")) == []


def test_a_hook_is_an_event_of_mkdocs_and_nothing_else() -> None:
    named = {name for name, _ in public(ast.parse(HOOKS.read_text(encoding="utf-8")).body)}
    assert named <= {f"on_{event}" for event in PluginCollection().events}


WHOLE = '''
class Room:
    def enter(self, door: str, *keys: str, **marks: str) -> None:
        """Go in.

        Args:
            door: the door.
            *keys: those that open it,
                in order.
            **marks: what is written on it.

        Raises:
            os.NoKeyError: it stays shut.
            ShutError: nobody may.
        """

        def refuse(why: str, how: str) -> ShutError:
            return ShutError(why + how)

        if keys:
            raise os.NoKeyError(door)
        raise refuse("no", "way") from None
'''


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("            door: the door.\n", "door"),
        ("            *keys: those that open it,\n                in order.\n", "keys"),
        ("            **marks: what is written on it.\n", "marks"),
        ("            os.NoKeyError: it stays shut.\n", "os.NoKeyError"),
        ("            ShutError: nobody may.\n", "ShutError"),
    ],
)
def test_what_is_not_named_would_be_seen(line: str, named: str) -> None:
    assert silent(WHOLE) == []
    assert [told.split("“")[1].split("”")[0] for told in silent(WHOLE.replace(line, ""))] == [named]


@pytest.mark.parametrize("named", ["door:", "door: \n"])
def test_a_name_without_words_explains_nothing(named: str) -> None:
    assert silent(WHOLE.replace("door: the door.", named)) == ["Room.enter: “door” is not under Args."]


@pytest.mark.parametrize(
    "code",
    [
        "def _own(one, two):\n    raise ValueError",
        "class _Own:\n    def act(self, one, two):\n        raise ValueError",
        "def one_only(root):\n    '''Read it.'''",
        "def again():\n    '''Try.'''\n    try:\n        act()\n    except OSError:\n        raise",
    ],
)
def test_what_is_not_public_or_is_passed_on_may_be_silent(code: str) -> None:
    assert silent(code) == []


def wordless(model: type[Model]) -> list[str]:
    """Name the fields of a model that have no words; one value alone, as a question's type, needs none."""
    return [
        name
        for name, field in model.model_fields.items()
        if not (field.description or "").endswith(".") and name != "type"
    ]


@pytest.mark.parametrize("file", MODELS, ids=lambda file: file.relative_to(MACROS).as_posix())
def test_every_field_of_a_model_is_described_below_it_and_nowhere_else(file: Path) -> None:
    name = ".".join(file.relative_to(MACROS.parent).with_suffix("").parts)
    module = importlib.import_module(name)
    found = [model for model in vars(module).values() if isinstance(model, type) and model.__module__ == name]
    models = [model for model in found if issubclass(model, Model)]
    assert {model.__name__: wordless(model) for model in models if wordless(model)} == {}
    assert [model.__name__ for model in models if "Attributes:" in (model.__doc__ or "")] == []


def test_a_field_without_words_would_be_seen() -> None:
    class Told(Model):
        one: str
        """The first."""
        two: str
        type: str

    assert wordless(Told) == ["two"]
