"""Says which tests are asked about which code: the module's own first, then those round it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# For the beginning of a path, the tests that are asked when a module's own say nothing. The first that fits counts.
AREAS: dict[str, tuple[str, ...]] = {
    "macros/source/": (
        "tests/source",
        "tests/content/test_loader.py",
        "tests/checks/test_pages.py",
        "tests/test_bad_input.py",
    ),
    "macros/models/": ("tests/models", "tests/checks/test_references.py", "tests/test_bad_input.py"),
    "macros/exports/": ("tests/exports",),
    "macros/views/": ("tests/views", "tests/components", "tests/site/test_hooks.py"),
    "macros/finish/": ("tests/finish",),
    "macros/hosts/": ("tests/hosts",),
    "macros/publishing/": ("tests/publishing",),
    "macros/checks/references.py": (
        "tests/checks/test_references.py",
        "tests/content/test_loader.py",
        "tests/test_bad_input.py",
    ),
    "macros/checks/pages.py": ("tests/checks/test_pages.py", "tests/content/test_loader.py", "tests/test_bad_input.py"),
    "macros/checks/quiz_quality.py": ("tests/checks/test_quiz_quality.py", "tests/content/test_teaching.py"),
    "macros/checks/policy.py": ("tests/checks/test_policy.py", "tests/content/test_loader.py"),
    "macros/checks/published_files.py": ("tests/checks/test_published_files.py", "tests/test_bad_input.py"),
    "macros/checks/help_hours.py": ("tests/checks/test_help_hours.py",),
    "macros/checks/quiz_balance.py": ("tests/checks/test_quiz_balance.py",),
    "macros/checks/literal_reader.py": ("tests/checks/test_literal_reader.py",),
    "macros/scenes/": ("tests/scenes", "tests/content/test_scenes.py"),
    "macros/commands/policy_diff.py": ("tests/commands/test_policy_diff.py", "tests/commands/test_citations.py"),
    "macros/commands/citations.py": ("tests/commands/test_citations.py", "tests/commands/test_policy_diff.py"),
    "macros/checks/places.py": ("tests/checks/test_places.py", "tests/content/test_loader.py"),
    "macros/content/": (
        "tests/content/test_loader.py",
        "tests/checks/test_references.py",
        "tests/test_bad_input.py",
    ),
    "macros/design/contrast.py": ("tests/design/test_contrast.py", "tests/design/test_branding.py"),
    "macros/design/rendering.py": ("tests/design/test_rendering.py", "tests/components"),
}


@dataclass(frozen=True)
class Known:
    """A place that once could be broken without a test that noticed.

    Attributes:
        path: the file.
        was: what stands there, once in the file.
        now: what it is broken to.
        tests: the tests that must notice.
    """

    path: str
    was: str
    now: str
    tests: tuple[str, ...]


KNOWN: tuple[Known, ...] = (
    Known("macros/source/markdown_tree.py", "INDENT = 4", "INDENT = 2", ("tests/source/test_audience.py",)),
    Known(
        "macros/source/markdown_tree.py",
        "last.startswith(fence)",
        "last.startswith(fence[0])",
        ("tests/source/test_markdown_tree.py",),
    ),
    Known(
        "macros/source/markdown_tree.py",
        'if token.meta["kind"] in ADULTS else audience',
        "if False else audience",
        ("tests/source/test_markdown_tree.py",),
    ),
    Known(
        "macros/source/policy_page.py",
        "            self.sub_point = 0\n            reference",
        "            reference",
        ("tests/source/test_policy_page.py",),
    ),
    Known(
        "macros/checks/contacts.py",
        "school.council.children_phone, school.council.out_of_hours_phone)",
        "school.council.children_phone)",
        ("tests/content/test_loader.py",),
    ),
    Known(
        "macros/finish/security.py",
        "\"worker-src 'self'\"",
        "\"worker-src 'self' blob:\"",
        ("tests/finish/test_security.py",),
    ),
    Known(
        "macros/finish/building.py",
        '"PYTHONHASHSEED": "0", ',
        "",
        ("tests/finish/test_building.py",),
    ),
    Known("macros/source/yaml_text.py", "DEEPEST = 30", "DEEPEST = 300", ("tests/source/test_yaml_text.py",)),
    Known(
        "macros/commands/policy_diff.py",
        "FEWEST_WORDS = 4",
        "FEWEST_WORDS = 1",
        ("tests/commands/test_policy_diff.py",),
    ),
    Known(
        "macros/exports/sheets.py",
        "if value.startswith(RISKY) else None",
        "if False else None",
        ("tests/exports/test_sheets.py",),
    ),
    Known(
        "macros/exports/documents.py",
        '"Title": (22, 0, 8), ',
        "",
        ("tests/exports/test_documents.py",),
    ),
    Known(
        "docs/assets/javascripts/story.js",
        "seen.length < 2",
        "seen.length < 1",
        ("tests/browser/test_every_type.py",),
    ),
    Known(
        "docs/assets/javascripts/search.js",
        "other.whole - one.whole",
        "one.whole - other.whole",
        ("tests/site/test_search.py",),
    ),
)


def fitting_tests(path: str, root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the tests of a module itself, and those that are asked next."""
    folder, _, name = path.removeprefix("macros/").rpartition("/")
    own = f"tests/{folder}/test_{name}" if folder else f"tests/test_{name}"
    wide = next((tests for place, tests in AREAS.items() if path.startswith(place)), ())
    return ((own,) if (root / own).exists() else ()), wide
