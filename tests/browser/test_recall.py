"""Questions of an earlier lesson come back first: on the screen, the board, read aloud, on paper and on the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.finish.building import build_site
from macros.library import Entry, Library, read_library
from macros.new import new_lesson
from tests.browser.quizzes import answer, as_asked, finish, form, learners_page, marked, not_yet, right, verdict
from tests.browser.serving import served
from tests.browser.test_axe import violations
from tests.browser.test_board import heading, open_board
from tests.browser.test_read_aloud import BRITISH, come, read_to_the_end
from tests.copying import copy_project

PHASE, EARLIER, LATER = "years-3-4", "three-word-locks", "later-on"
ASKED = ("strongest", "three-steps")


@dataclass(frozen=True)
class Recalling:
    """A site with a lesson that asks two questions of another again."""

    address: str
    entry: Entry
    library: Library

    def page(self, name: str = "index.html") -> str:
        return self.address + learners_page(self.entry).replace("index.html", name)


@pytest.fixture(scope="module")
def recalling(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recalling]:
    project = copy_project(root, tmp_path_factory.mktemp("recall") / "project")
    _, quiz = new_lesson(project, f"{PHASE}/{LATER}")
    year = project / "docs/_data/phases.yml"
    data = yaml.safe_load(year.read_text(encoding="utf-8"))
    half_terms = next(phase["year"] for phase in data["phases"] if phase["id"] == PHASE)
    half_terms[-1].setdefault("lessons", []).append(LATER)
    year.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    names = ", ".join(f"{EARLIER}/{name}" for name in ASKED)
    text = (project / quiz).read_text(encoding="utf-8")
    (project / quiz).write_text(text.replace("questions:", f"recall: [{names}]\n\nquestions:", 1), encoding="utf-8")
    site = project / "site"
    build_site(project, site)
    library = read_library(project)
    with served(site) as address:
        yield Recalling(address, as_asked(library, LATER), library)


def test_they_stand_first_and_say_from_where(page: Page, recalling: Recalling) -> None:
    page.goto(recalling.page())
    titles = page.locator(".quiz__question .quiz__legend")
    count = len(recalling.entry.quiz.questions)
    expect(titles).to_have_count(count)
    title = recalling.library.lessons[EARLIER].lesson.title
    for number in range(len(ASKED)):
        expect(titles.nth(number)).to_contain_text(f"{number + 1} of {count}")
        expect(titles.nth(number)).to_contain_text(f"From before: {title}")
    expect(page.get_by_text("From before")).to_have_count(len(ASKED))


def test_they_are_marked_and_looked_at_again_like_the_others(page: Page, recalling: Recalling) -> None:
    page.goto(recalling.page())
    entry = recalling.entry
    first, *others = marked(entry)
    assert verdict(answer(page, entry, first, not_yet(entry, first))) == "Not yet."
    for each in others:
        assert verdict(answer(page, entry, each, right(entry, each))) == "Yes!"
    done = finish(page)
    expect(done.locator("[data-part=links]")).to_have_text(f"1. {first.text}")
    assert not violations(page, "with questions from before")


def test_they_are_on_the_board_with_their_origin(page: Page, recalling: Recalling) -> None:
    open_board(page, recalling.page())
    expect(heading(page)).to_contain_text("From before: Three-word locks")
    expect(heading(page)).to_contain_text(recalling.entry.quiz.questions[0].text)


def test_they_are_read_aloud_with_their_origin(page: Page, recalling: Recalling) -> None:
    come(page, recalling.page(), BRITISH)
    said = read_to_the_end(form(page, recalling.entry, recalling.entry.quiz.questions[0]))
    assert said[1] == "From before: Three-word locks"
    assert said[2] in recalling.entry.quiz.questions[0].text


@pytest.mark.parametrize("name", ["worksheet.html", "worksheet-large.html", "answers.html"])
def test_they_are_on_paper_with_their_origin(page: Page, recalling: Recalling, name: str) -> None:
    page.goto(recalling.page(name))
    said = page.locator("main").inner_text()
    texts = [each.text for each in recalling.entry.quiz.questions]
    places = [said.index(f"{number}. {text}") for number, text in enumerate(texts, start=1)]
    assert places == sorted(places)
    assert said.count("From before: Three-word locks") == len(ASKED)
