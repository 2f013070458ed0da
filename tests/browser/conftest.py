"""What the tests in the browser share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.library import Entry, Library
from tests.browser.serving import served
from tests.tools.browser import FLAGS, MISSING, find_browser


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Say which browser pytest-playwright starts; without one the tests fail, and are not skipped."""
    browser = find_browser()
    if browser is None:
        pytest.fail(MISSING, pytrace=False)
    return {"executable_path": browser, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """The address of the built site; `page.goto` begins there."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(page: Page) -> Page:
    """A page that gives up soon on what is not there: everything comes from this machine."""
    page.set_default_timeout(10_000)
    return page


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """The address of every page, from the site's root."""
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


@pytest.fixture(scope="session")
def entries(library: Library) -> list[Entry]:
    """Every lesson with its quiz."""
    return list(library.lessons.values())


@pytest.fixture(scope="session")
def entry(entries: list[Entry]) -> Entry:
    """A lesson whose quiz has a question of each of the three types that most tests use."""
    types = {"choose-one", "choose-many", "sort"}
    return next(entry for entry in entries if types <= {question.type for question in entry.quiz.questions})
