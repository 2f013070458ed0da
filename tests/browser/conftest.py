"""What the tests in the browser share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.content.library import PHASES, Entry, Library
from macros.models.quiz import Quiz
from tests.browser.every_type import EVERY_TYPE, show, shown
from tests.browser.quizzes import as_asked, learners_page, lesson_file, marked
from tests.browser.serving import served
from tests.lessons import first_with, of_age
from tests.site.page import joined_parts, read_page, style_sheets
from tests.tools.browser import FLAGS, MISSING, find_browser
from tests.tools.built import pages_that_stay

# More browsers run at once than there are cores, so that each waits for its turn.
PATIENCE = 20_000  # ms
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Say which browser pytest-playwright starts; without one the tests fail, and are not skipped."""
    browser = find_browser()
    if browser is None:
        pytest.fail(MISSING, pytrace=False)
    return {"executable_path": browser, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def whole_browser_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Say how a browser is started that keeps whole pages for “back”, as readers' do and the shell does not."""
    browser = find_browser(whole=True)
    if browser is None:
        pytest.fail(MISSING, pytrace=False)
    return {**browser_type_launch_args, "executable_path": browser}


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """The address of the built site; `page.goto` begins there."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(page: Page) -> Page:
    """A page that gives up soon on what is not there: everything comes from this machine."""
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """The address of every page, from the site's root, but of those that lead to another at once."""
    return pages_that_stay(site)


# A lesson of each age, and one that has a story: all lessons are made in one way, and each has the quiz's every part.
SAMPLE = tuple(folder.split("/")[2] for folder in (*map(of_age, PHASES), first_with("type: story", "years-3-4")))


@pytest.fixture(scope="session")
def each_kind(paths: list[str]) -> list[str]:
    """The pages that were written by hand, and of those that the site makes the pages of a few lessons."""
    return [path for path in paths if not path.startswith("lessons/") or path.split("/")[2] in SAMPLE]


# What a page is made of: its style sheets, its components, and whose colours it has.
MADE_OF = re.compile(r'<link rel="stylesheet" href="[^"]*?([^"/]+)"|data-module="([\w-]+)"|<body class="([^"]*)"')


@pytest.fixture(scope="session")
def one_of_each(each_kind: list[str], site: Path) -> list[str]:
    """One page of those that are made of the same parts; `make audit` judges all of them."""
    found: dict[frozenset[tuple[str, ...]], str] = {}
    for path in each_kind:
        found.setdefault(frozenset(MADE_OF.findall((site / path).read_text(encoding="utf-8"))), path)
    return list(found.values())


@pytest.fixture(scope="session")
def layouts(one_of_each: list[str], site: Path) -> list[str]:
    """Of those pages one of several that differ in the colours of their age alone."""
    found: dict[frozenset[tuple[str, ...]], str] = {}
    for path in one_of_each:
        html = (site / path).read_text(encoding="utf-8")
        parts = (part for part in MADE_OF.findall(html) if not part[2].startswith("phase-"))
        found.setdefault(frozenset(parts), path)
    return list(found.values())


# How the header of a page is made, without its words.
HEADER = re.compile(r"<header.*?</header>", re.DOTALL)
ELEMENT = re.compile(r'<(\w+)(?: [^>]*?class="([^"]*)")?')


@pytest.fixture(scope="session")
def every_part(one_of_each: list[str], site: Path) -> list[str]:
    """As few pages as have every style sheet, every component, the colours of each age and each kind of header."""
    joined = joined_parts(site)
    parts: dict[str, set[str]] = {}
    for path in one_of_each:
        html = (site / path).read_text(encoding="utf-8")
        sheets = {part for sheet, _, _ in MADE_OF.findall(html) for part in joined.get(sheet, [sheet])}
        others = {part for _, *components in MADE_OF.findall(html) for part in components}
        header = HEADER.search(html)
        parts[path] = {*sheets, *others, str(header and ELEMENT.findall(header[0]))}
    missing, found = set().union(*parts.values()), []
    while missing:
        found.append(max(one_of_each, key=lambda path: len(parts[path] & missing)))
        missing -= parts[found[-1]]
    return found


@pytest.fixture(scope="session")
def library(library: Library) -> Library:
    """The content with a few of its lessons, each quiz as the page asks it: what comes back stands first."""
    return replace(library, lessons={identity: as_asked(library, identity) for identity in SAMPLE})


@pytest.fixture(scope="session")
def entries(library: Library) -> list[Entry]:
    """Every lesson with its quiz."""
    return list(library.lessons.values())


@pytest.fixture(scope="session")
def entry(entries: list[Entry]) -> Entry:
    """A lesson whose quiz has a question of each of the three types that most tests use, and no story."""
    types = {"choose-one", "choose-many", "sort"}
    return next(
        entry
        for entry in entries
        if types <= {question.type for question in entry.quiz.questions} and marked(entry) == [*entry.quiz.questions]
    )


@pytest.fixture(scope="session")
def every_type_html(site: Path, library: Library, entry: Entry) -> str:
    """A learner's page with a question of every type in the place of its quiz."""
    html = (site / lesson_file(entry)).read_text(encoding="utf-8")
    # The story's styles too, as on any page that has one.
    told = next(each for each in library.lessons.values() if any(q.type == "story" for q in each.quiz.questions))
    (style,), (styles,) = (style_sheets(read_page(site, lesson_file(each))) for each in (entry, told))
    html = html.replace(style, styles, 1)
    before, after = html.index('<div class="quiz"'), html.index('<h2 id="at-home"')
    return html[:before] + shown(library, "../../../") + html[after:]


@pytest.fixture
def every_type(page: Page, every_type_html: str, entry: Entry) -> str:
    """The address of that page."""
    show(page, every_type_html)
    return learners_page(entry).replace("index.html", "every-type.html")


@pytest.fixture(scope="session")
def every_entry() -> Any:
    """The quiz with every type, as if it were a lesson's: the tests of lessons can then be used for it."""
    return SimpleNamespace(id="every", quiz=Quiz.model_validate(EVERY_TYPE))
