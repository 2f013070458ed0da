"""Says which tests are asked about which code: the module's own first, then those round it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# For the beginning of a path, the tests that are asked when a module's own say nothing. The first that fits counts.
AREAS: dict[str, tuple[str, ...]] = {
    "macros/source/": ("tests/source", "tests/test_library.py", "tests/test_pages.py", "tests/test_bad_input.py"),
    "macros/models/": ("tests/models", "tests/test_crossing.py", "tests/test_bad_input.py"),
    "macros/exports/": ("tests/exports",),
    "macros/views/": ("tests/views", "tests/components", "tests/test_hooks.py"),
    "macros/finish/": ("tests/finish",),
    "macros/crossing.py": ("tests/test_crossing.py", "tests/test_library.py", "tests/test_bad_input.py"),
    "macros/pages.py": ("tests/test_pages.py", "tests/test_library.py", "tests/test_bad_input.py"),
    "macros/teaching.py": ("tests/test_teaching.py", "tests/content/test_teaching.py"),
    "macros/clauses.py": ("tests/test_clauses.py", "tests/test_library.py"),
    "macros/published_files.py": ("tests/test_published_files.py", "tests/test_bad_input.py"),
    "macros/help_hours.py": ("tests/test_help_hours.py",),
    "macros/quiz_balance.py": ("tests/test_quiz_balance.py",),
    "macros/literal_reader.py": ("tests/test_literal_reader.py",),
    "macros/scenes/": ("tests/scenes", "tests/content/test_scenes.py"),
    "macros/review.py": ("tests/test_review.py", "tests/test_citations.py"),
    "macros/citations.py": ("tests/test_citations.py", "tests/test_review.py"),
    "macros/library.py": ("tests/test_library.py", "tests/test_crossing.py", "tests/test_bad_input.py"),
    "macros/palette.py": ("tests/test_palette.py", "tests/test_dressing.py"),
    "macros/rendering.py": ("tests/test_rendering.py", "tests/components"),
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
    Known(
        "macros/source/lesson_page.py",
        'self.lines[end].startswith("    ")):',
        'self.lines[end].startswith("  ")):',
        ("tests/source/test_audience.py",),
    ),
    Known(
        "macros/source/fences.py",
        "re.escape(fence[0])}{{{len(fence)},}}",
        "[`~]{{{len(fence)},}}",
        ("tests/source/test_fences.py", "tests/source/test_outline.py"),
    ),
    Known(
        "macros/source/policy_page.py",
        "            self.sub_point = 0\n            reference",
        "            reference",
        ("tests/source/test_policy_page.py",),
    ),
    Known(
        "macros/library.py",
        "school.council.children_phone, school.council.out_of_hours_phone)",
        "school.council.children_phone)",
        ("tests/test_library.py",),
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
    Known("macros/review.py", "FEWEST_WORDS = 4", "FEWEST_WORDS = 1", ("tests/test_review.py",)),
    Known(
        "macros/exports/ooxml.py",
        "spreadsheetml/2006/main",
        "spreadsheetml/2006/mein",
        ("tests/exports/test_ooxml.py",),
    ),
    Known(
        "macros/exports/ooxml.py",
        "wordprocessingml/2006/main",
        "wordprocessingml/2006/mein",
        ("tests/exports/test_ooxml.py",),
    ),
    Known(
        "docs/assets/javascripts/story.js",
        "seen.length < 2",
        "seen.length < 1",
        ("tests/browser/test_every_type.py",),
    ),
    Known(
        "docs/assets/javascripts/adults.js",
        "search.checked && /^(?:Tab|Shift)$/",
        "search.checked && /^(?:Tabb|Shift)$/",
        ("tests/browser/test_adults_by_keyboard.py",),
    ),
)


def fitting_tests(path: str, root: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the tests of a module itself, and those that are asked next."""
    folder, _, name = path.removeprefix("macros/").rpartition("/")
    own = f"tests/{folder}/test_{name}" if folder else f"tests/test_{name}"
    wide = next((tests for place, tests in AREAS.items() if path.startswith(place)), ())
    return ((own,) if (root / own).exists() else ()), wide
