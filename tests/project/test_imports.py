"""Who may import whom: the table of the architecture, held by reading the code."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# For each module or package, the longest name first: what it may import besides the standard library.
# “macros.x” allows macros.x and what is under it.
TABLE = {
    "macros.problems": (),
    "macros.source": ("macros.problems", "macros.source", "yaml"),
    "macros.models": ("macros.models", "macros.problems", "pydantic", "pydantic_core"),
    "macros.kept": (),
    "macros.palette": (),
    "macros.dressing": ("macros.models", "macros.palette", "macros.problems", "macros.source"),
    "macros.rendering": ("jinja2", "markdown", "markupsafe"),
    "macros.teaching": ("macros.models", "macros.problems", "macros.source"),
    "macros.quiz_balance": ("macros.models", "macros.problems", "macros.source"),
    "macros.learner_words": ("macros.models", "macros.problems", "macros.source", "macros.teaching"),
    "macros.literal_reader": ("macros.learner_words", "macros.problems", "macros.teaching"),
    "macros.read_alone": ("macros.learner_words", "macros.source"),
    "macros.voice": ("macros.learner_words", "macros.models", "macros.source", "macros.teaching", "macros.views"),
    "macros.schema": ("macros.models", "pydantic"),
    "macros.new": ("macros.models", "macros.problems"),
    "macros.links": ("macros.models", "macros.problems", "macros.source", "pydantic"),
    "macros.stale": ("macros.models", "macros.problems", "macros.rendering", "macros.source"),
    "macros.publish": ("macros.problems", "macros.source"),
    "macros.help_hours": ("macros.kept", "macros.models", "macros.problems", "macros.source"),
    "macros.published_files": ("macros.kept", "macros.models", "macros.problems", "macros.source"),
    "macros.markup": ("macros.problems", "macros.source"),
    "macros.navigation": ("macros.problems", "macros.source"),
    "macros.ways": ("macros.problems", "macros.source"),
    "macros.pages": (
        "macros.kept",
        "macros.markup",
        "macros.models",
        "macros.problems",
        "macros.source",
        "macros.ways",
    ),
    "macros.site_check": (
        "macros.authoring",
        "macros.clauses",
        "macros.generated",
        "macros.kept",
        "macros.library",
        "macros.navigation",
        "macros.problems",
        "macros.source",
        "macros.views.large_print",
    ),
    "macros.clauses": ("macros.models", "macros.problems", "macros.source"),
    "macros.citations": ("macros.problems", "macros.source"),
    "macros.review": ("macros.citations", "macros.problems", "macros.source"),
    "macros.whereabouts": ("macros.library", "macros.models", "macros.views"),
    "macros.crossing": ("macros.models", "macros.problems", "macros.source"),
    "macros.scenes": ("macros.models", "macros.problems", "macros.scenes", "macros.source"),
    "macros.library": (
        "macros.clauses",
        "macros.crossing",
        "macros.dressing",
        "macros.help_hours",
        "macros.kept",
        "macros.learner_words",
        "macros.literal_reader",
        "macros.markup",
        "macros.models",
        "macros.pages",
        "macros.problems",
        "macros.published_files",
        "macros.quiz_balance",
        "macros.scenes",
        "macros.source",
        "macros.teaching",
        "macros.ways",
        "pydantic",
    ),
    "macros.views": ("macros.models", "macros.views"),
    "macros.exports": ("macros.exports", "macros.models", "macros.views"),
    "macros.finish": ("macros.finish", "filelock"),
    "macros.serving": ("macros.finish", "macros.problems"),
    "macros.examples": (
        "jinja2",
        "macros.models",
        "macros.palette",
        "macros.rendering",
        "macros.source",
        "macros.views",
        "markupsafe",
    ),
    "macros.authoring": (
        "jinja2",
        "macros.dressing",
        "macros.examples",
        "macros.library",
        "macros.models.drawn_scene",
        "macros.models.lesson",
        "macros.models.policy_date",
        "macros.palette",
        "macros.rendering",
        "macros.scenes",
        "macros.views",
        "macros.whereabouts",
        "markupsafe",
    ),
    "macros.generated": (
        "macros.exports",
        "macros.kept",
        "macros.library",
        "macros.models",
        "macros.scenes",
        "macros.views",
        "macros.whereabouts",
    ),
    "macros.hooks": (
        "macros.dressing",
        "macros.generated",
        "macros.library",
        "macros.problems",
        "macros.rendering",
        "macros.site_check",
        "macros.source",
        "macros.views",
        "mkdocs",
    ),
    "macros.watching": ("watchfiles",),
    "macros.faults": ("jinja2", "macros.problems"),
    "macros.preview": (
        "jinja2",
        "macros.faults",
        "macros.hooks",
        "macros.kept",
        "macros.problems",
        "macros.rendering",
        "mkdocs",
    ),
    "macros.__main__": (
        "macros.finish",
        "macros.learner_words",
        "macros.library",
        "macros.links",
        "macros.new",
        "macros.preview",
        "macros.problems",
        "macros.publish",
        "macros.read_alone",
        "macros.review",
        "macros.schema",
        "macros.serving",
        "macros.site_check",
        "macros.stale",
        "macros.voice",
        "macros.watching",
    ),
    "macros": (),
}
FILES = sorted((Path(__file__).parents[2] / "macros").rglob("*.py"))


def name_of(file: Path) -> str:
    parts = file.with_suffix("").parts
    name = ".".join(parts[len(parts) - parts[::-1].index("macros") - 1 :])
    return name.removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[str]:
    """Name everything that is imported anywhere in a module, in functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def refused(module: str, tree: ast.AST) -> list[str]:
    """Give the imports of a module that the table does not allow."""
    row = next(row for row in sorted(TABLE, key=len, reverse=True) if module == row or module.startswith(f"{row}."))
    return [
        name
        for name in imports(tree)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name == allowed or name.startswith(f"{allowed}.") for allowed in TABLE[row])
    ]


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_module_imports_only_what_the_table_allows(file: Path) -> None:
    assert refused(name_of(file), ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("macros.models.quiz", "import yaml"),
        ("macros.models.quiz", "from macros.source import Document"),
        ("macros.source.files", "def f():\n    from pydantic import BaseModel"),
        ("macros.views.lessons", "from macros.library import Library"),
        ("macros.library", "import mkdocs.config"),
        ("macros.problems", "from . import library"),
        ("macros", "from macros.library import Library"),
    ],
)
def test_an_import_that_the_table_does_not_allow_is_seen(module: str, code: str) -> None:
    assert len(refused(module, ast.parse(code))) == 1
