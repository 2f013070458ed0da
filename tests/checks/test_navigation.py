"""The menu names every page, and nothing else; its settings are such as the host knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.navigation import NAMES, check_navigation

MENU = "site_name: A\nnav:\n  - index.md\n  - Teachers and staff:\n      - Plans: teachers/index.md\n  - Map: made.md\n"
WRITTEN = frozenset({"index.md", "teachers/index.md", "a.png"})


def told(
    folder: Path, text: str, *, written: frozenset[str] = WRITTEN, listed: frozenset[str] = frozenset()
) -> list[str]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_navigation(folder, written, {"made.md"}, listed)]


def test_a_menu_that_is_whole_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, MENU + "  - Elsewhere: https://example.org\n", listed=frozenset({"made.md"})) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "index.md\n  - T",
            "indx.md\n  - T",
            "mkdocs.yml:3:5: There is no page “indx.md” under docs/. Did you mean “index.md”?",
        ),
        (
            "- index.md",
            "- /index.md",
            "mkdocs.yml:3:5: “/index.md” begins with a slash. Name the page from docs/. Did you mean “index.md”?",
        ),
        (
            "- index.md",
            "- index.md\n  - a.png",
            "mkdocs.yml:4:5: “a.png” is no page. There is “index.md”, “teachers/index.md”.",
        ),
        (
            "- index.md",
            "- index.md\n  - Again: index.md",
            "mkdocs.yml:4:12: “index.md” is in the menu twice. Keep one of the lines.",
        ),
        (
            "- index.md",
            "- index.md\n  - New:",
            "mkdocs.yml:4:5: “New” leads nowhere. Write its page after the colon, or take it out.",
        ),
        (
            "- index.md",
            "- index.md\n  - New: []",
            "mkdocs.yml:4:5: “New” leads nowhere. Write its page after the colon, or take it out.",
        ),
        (
            "- index.md",
            "- index.md\n  - [index.md]",
            "mkdocs.yml:4:5: Each line of the menu is “- page.md” or “- Title: page.md”.",
        ),
        (
            "Teachers and staff",
            "Teachers",
            "mkdocs.yml:2:1: The menu has no part “Teachers and staff”; the lesson plans belong there.",
        ),
        ("site_name", "sitename", "mkdocs.yml:1:1: “sitename” is not a setting. Did you mean “site_name”?"),
        (
            "  - Map: made.md\n",
            "",
            "mkdocs.yml:2:1: The menu has no line “- made.md”; the site makes this page by itself. Add it.",
        ),
    ],
)
def test_a_slip_is_told_at_its_place(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert old in MENU
    assert line in told(tmp_path, MENU.replace(old, new, 1), listed=frozenset({"made.md"}))


@pytest.mark.parametrize("title", ["<b>Plans</b>", "Plans <your name>", "'{{ config }}'", "Pl*an*s"])
def test_a_title_that_is_more_than_words_is_told(tmp_path: Path, title: str) -> None:
    lines = told(tmp_path, MENU.replace("- Plans:", f"- {title}:"))
    assert lines
    assert all(line.startswith("mkdocs.yml:5:9: ") for line in lines)


def test_a_page_that_the_menu_does_not_name_is_told_at_the_page(tmp_path: Path) -> None:
    assert told(tmp_path, MENU, written=WRITTEN | {"help/new.md"}) == [
        "docs/help/new.md:1:1: This page is not in the menu. Add a line “- help/new.md” under “nav” in mkdocs.yml."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "site_name: A\n",
            "mkdocs.yml:1:1: The menu is missing. Write “nav:” and under it a line “- page.md” for each page.",
        ),
        (
            "nav: index.md\n",
            "mkdocs.yml:1:1: The menu is missing. Write “nav:” and under it a line “- page.md” for each page.",
        ),
        ("- a\n", "mkdocs.yml:1:1: The settings must be lines of “name: value”."),
        ("nav: [\n", "mkdocs.yml:"),
    ],
)
def test_settings_that_cannot_be_read_are_told(tmp_path: Path, text: str, line: str) -> None:
    assert told(tmp_path, text)[0].startswith(line)


def test_the_names_are_those_of_mkdocs_itself() -> None:
    from mkdocs.config.defaults import MkDocsConfig

    assert {name for name, _ in MkDocsConfig()._schema} >= NAMES
