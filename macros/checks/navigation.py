"""Checks the settings of the site's host: that its menu names every page once it is there, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from macros.problems import ContentError, Problem, did_you_mean
from macros.source import Document, Step, read_yaml
from macros.source.calls import MARK
from macros.source.markdown_words import read_sentence

SETTINGS = "mkdocs.yml"
MENU = "nav"
PLANS = "Teachers and staff"  # the part of the menu that the plans are added to
# What MkDocs 1.6 knows (mkdocs/config/defaults.py); any other name ends a build.
NAMES = frozenset({
    "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra",
    "extra_css", "extra_javascript", "extra_templates", "hooks", "markdown_extensions", "mdx_configs", "nav",
    "not_in_nav", "plugins", "remote_branch", "remote_name", "repo_name", "repo_url", "site_author",
    "site_description", "site_dir", "site_name", "site_url", "strict", "theme", "use_directory_urls", "validation",
    "watch",
})  # fmt: skip


def check_navigation(
    root: Path, written: Collection[str], made: Collection[str], listed: Collection[str]
) -> list[Problem]:
    """Find a page that the menu does not name, and what it names that is no page.

    Args:
        root: the project's folder.
        written: every file below docs/ that a person put there.
        made: every page that the site makes by itself.
        listed: those of them that the menu is to name.
    """
    try:
        document = read_yaml(root, SETTINGS)
    except ContentError as error:
        return list(error.problems)
    if not isinstance(document.data, dict):
        return [document.problem("The settings must be lines of “name: value”.")]
    problems = [
        document.problem(f"“{name}” is not a setting.{did_you_mean(name, NAMES)}", (name,), key=True)
        for name in document.data
        if name not in NAMES
    ]
    menu = document.data.get(MENU)
    if not isinstance(menu, list):
        sentence = "The menu is missing. Write “nav:” and under it a line “- page.md” for each page."
        return [*problems, Problem(SETTINGS, 1, 1, sentence)]
    named: dict[str, tuple[Step, ...]] = {}
    problems += _walk(document, menu, (MENU,), named)
    pages = {path for path in written if path.endswith(".md")}
    for path, loc in named.items():
        if "://" in path:
            continue
        if path.startswith("/"):
            sentence = f"“{path}” begins with a slash. Name the page from docs/.{did_you_mean(path[1:], pages)}"
            problems.append(document.problem(sentence, loc))
        elif path not in pages and path not in made:
            what = f"“{path}” is no page" if path in written else f"There is no page “{path}” under docs/"
            problems.append(document.problem(f"{what}.{did_you_mean(path, pages - set(named) or pages)}", loc))
    added = any(isinstance(item, dict) and isinstance(item.get(PLANS), list) for item in menu)
    if not added:
        sentence = f"The menu has no part “{PLANS}”; the lesson plans belong there."
        problems.append(document.problem(sentence, (MENU,), key=True))
    for path in sorted(pages - set(named) - set(made)):
        sentence = f"This page is not in the menu. Add a line “- {path}” under “nav” in {SETTINGS}."
        problems.append(Problem(f"docs/{path}", 1, 1, sentence))
    for path in sorted(path for path in listed if not path.startswith(("lessons/", "teachers/")) and path not in named):
        sentence = f"The menu has no line “- {path}”; the site makes this page by itself. Add it."
        problems.append(document.problem(sentence, (MENU,), key=True))
    return problems


def _walk(
    document: Document, items: Any, loc: tuple[Step, ...], named: dict[str, tuple[Step, ...]]
) -> Iterator[Problem]:
    """Go through a menu, and note where it names each page."""
    for number, item in enumerate(items):
        here = (*loc, number)
        if isinstance(item, str):
            yield from _name(document, item, here, named)
        elif isinstance(item, dict) and len(item) == 1:
            ((title, inside),) = item.items()
            place = document.position((*here, title), key=True)
            # The layouts show it as it is, and the template engine reads it.
            if MARK.search(title):
                yield Problem(SETTINGS, *place, "Double braces are read as a program here. Write the words themselves.")
            else:
                yield from read_sentence(title, SETTINGS, *place)
            if isinstance(inside, str):
                yield from _name(document, inside, (*here, title), named)
            elif isinstance(inside, list) and inside:
                yield from _walk(document, inside, (*here, title), named)
            else:
                sentence = f"“{title}” leads nowhere. Write its page after the colon, or take it out."
                yield document.problem(sentence, here)
        else:
            yield document.problem("Each line of the menu is “- page.md” or “- Title: page.md”.", here)


def _name(
    document: Document, path: str, loc: tuple[Step, ...], named: dict[str, tuple[Step, ...]]
) -> Iterator[Problem]:
    """Note where the menu names a page; a page that it names twice would show another part of the menu as its own."""
    if path in named:
        yield document.problem(f"“{path}” is in the menu twice. Keep one of the lines.", loc)
    named.setdefault(path, loc)
