"""Answers stay out of search and off worksheets; what is for adults stays off learners' pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from macros.checks.quiz_quality import texts_of
from macros.content.library import Entry, Library
from macros.models.help_route import HelpRoute
from macros.views.addresses import relative
from macros.views.quizzes import shown_questions
from tests.site.page import Page, plain, text, tidy
from tests.site.searching import hits, read_index

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”*)]*\s+")
MARK = re.compile(r"^(?:[-*] |\d+\. |#+ |> |:   )")
WORKSHEETS = ("worksheet.html", "worksheet-large.html")
WORDS = 6  # a shorter sentence ("What can Pip say?") may fairly stand on both kinds of page

LISTENERS = ("early-years", "years-1-2")


def answers(entry: Entry) -> Iterator[str]:
    """Give everything that the quiz of a lesson says about an answer, as a page shows it."""
    for question in shown_questions(entry.quiz):
        yield from (plain(reason.words) for reason in question.reasons)


def hints(entry: Entry) -> list[str]:
    """Give the hints of the quiz of a lesson, as a page shows them."""
    return [plain(question.hint) for question in entry.quiz.questions]


def for_teachers(entry: Entry) -> Iterator[str]:
    """Give the sentences of a lesson that are for the teacher alone, as a page shows them."""
    blocks = [part.text for step in entry.lesson.steps for part in step.parts if part.kind == "teacher"]
    alone = [
        entry.lesson.safeguarding,
        entry.lesson.no_device,
        *entry.lesson.five_minutes,
        entry.lesson.assessment.secure,
        entry.lesson.assessment.developing,
        entry.lesson.assessment.misconception,
    ]
    for block in (*blocks, *alone):
        for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", block):
            yield from sentences(MARK.sub("", tidy(paragraph)))


def sentences(paragraph: str) -> Iterator[str]:
    """Give the sentences of a paragraph that are long enough to be known again."""
    for sentence in SENTENCE_END.split(plain(paragraph)):
        if len(sentence.split()) >= WORDS:
            yield sentence.strip(' "”*')


def for_everyone(entry: Entry, library: Library) -> str:
    """Give what the lesson and the quizzes of its age say to children: a teacher may say the same words aloud."""
    parts = [
        part.text
        for step in entry.lesson.steps
        for part in step.parts
        if part.kind in ("everyone", "word", "aloud", "chat", "screen")
    ]
    parts += [line.text for line in entry.lesson.social_story]
    parts += [part.text for step in entry.lesson.steps for part in step.parts if part.kind == "worksheet"]
    quizzes = [text for other in library.of_phase(entry.phase) for _, text in texts_of(other.quiz)]
    return plain(" ".join((*parts, *quizzes)))


def folder(entry: Entry) -> str:
    return f"lessons/{entry.phase}/{entry.id}"


def test_no_answer_can_be_found_by_search(site: Path, library: Library) -> None:
    rows, _ = read_index(site)
    shown = {path: " ".join((title, about, also, *headings)) for path, title, _, about, also, headings in rows}
    found = [
        f"{location}: “{answer}” (quiz “{entry.id}”)"
        for entry in library.lessons.values()
        for answer in answers(entry)
        for location, words in shown.items()
        if answer in words
    ]
    assert not found, "Search shows these answers:\n" + "\n".join(found)


def test_search_does_find_the_lessons_themselves(site: Path, library: Library) -> None:
    asked = [(reader, entry.lesson.title) for entry in library.lessons.values() for reader in ("learners", "staff")]
    for (reader, title), found in zip(asked, hits(asked, site), strict=True):
        name = "index.html" if reader == "learners" else "teach.html"
        pages = [f"{folder(entry)}/{name}" for entry in library.lessons.values() if entry.lesson.title == title]
        assert set(pages) & set(found[:2]), f"{reader}: {title}"


@pytest.mark.parametrize("name", ["worksheet", "answers.html"])
def test_search_finds_no_sheet(site: Path, name: str) -> None:
    assert not [row[0] for row in read_index(site)[0] if name in row[0]]


@pytest.mark.parametrize("name", WORKSHEETS)
def test_no_worksheet_gives_an_answer_or_a_hint_away(pages: dict[str, Page], library: Library, name: str) -> None:
    found = []
    for entry in library.lessons.values():
        page = pages[f"{folder(entry)}/{name}"]
        words = page.everything
        found += [f"{page.path}: “{said}”" for said in (*answers(entry), *hints(entry)) if said in words]
        found += [f"{page.path}: {mark}" for mark in ("data-key", "data-say", "data-missed") if mark in page.html]
        found += [f"{page.path}: {mark}" for mark in ("Good choice", "correct") if mark in words]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", WORKSHEETS)
def test_every_worksheet_asks_every_question(pages: dict[str, Page], library: Library, name: str) -> None:
    for entry in library.lessons.values():
        words = text(pages[f"{folder(entry)}/{name}"].tree)
        again = [question for _, question in library.questions(entry.quiz.recall)]
        for question in (*again, *entry.quiz.questions):
            assert plain(question.text) in words


def test_learners_and_worksheets_see_nothing_that_is_for_the_teacher(pages: dict[str, Page], library: Library) -> None:
    found = []
    for entry in library.lessons.values():
        said_to_all = for_everyone(entry, library)
        for_them_alone = [sentence for sentence in for_teachers(entry) if sentence not in said_to_all]
        for name in ("index.html", *WORKSHEETS):
            page = pages[f"{folder(entry)}/{name}"]
            words = page.everything
            found += [f"{page.path}: “{sentence}”" for sentence in for_them_alone if sentence in words]
    assert not found, "These are for the teacher, and a child can read them:\n" + "\n".join(found)


def test_the_plan_says_all_that_is_for_the_teacher(pages: dict[str, Page], library: Library) -> None:
    missing = []
    for entry in library.lessons.values():
        page = pages[f"{folder(entry)}/teach.html"]
        words = text(page.tree)
        wanted = list(for_teachers(entry))
        assert len(wanted) > len(entry.lesson.steps)
        missing += [f"{page.path}: “{sentence}”" for sentence in wanted if sentence not in words]
    assert not missing, "The plan lacks what the lesson says to the teacher:\n" + "\n".join(missing)


def test_only_the_plan_leads_to_the_answer_sheet(pages: dict[str, Page], library: Library) -> None:
    for entry in library.lessons.values():
        place = f"{folder(entry)}/answers.html"
        leading = [page.path for page in pages.values() if f'href="{relative(place, page.path)}' in page.html]
        assert leading == [f"{folder(entry)}/teach.html"]


def test_the_answer_sheet_gives_the_reason_for_every_answer(pages: dict[str, Page], library: Library) -> None:
    for entry in library.lessons.values():
        words = text(pages[f"{folder(entry)}/answers.html"].tree)
        reasons = set(answers(entry))
        missing = [reason for reason in reasons if reason not in words]
        assert not missing, f"The answer sheet of “{entry.id}” lacks: {missing}"


def staff_only(library: Library) -> list[HelpRoute]:
    """Give the help routes that are for staff alone."""
    return [route for route in library.help_routes if route.readers == ("staff",)]


def marks(library: Library) -> list[str]:
    """Give the words by which the routes for staff are known: names, numbers and addresses that nothing else has."""
    alone = staff_only(library)
    others = [route for route in library.help_routes if route not in alone]
    shared = {word for other in others for word in (other.name, other.phone, other.email, other.web)}
    policy = " ".join(clause.text for clause in library.policy.clauses.values())
    return [
        word
        for route in alone
        for word in (route.name, route.phone, route.email, route.web)
        if word and word not in shared and f"]({word})" not in policy
    ]


def test_help_for_staff_alone_is_on_no_page_for_others(pages: dict[str, Page], library: Library) -> None:
    found = [
        f"{page.path}: {mark}"
        for page in pages.values()
        if not page.path.startswith(("staff/", "about/"))
        for mark in marks(library)
        if mark in page.everything
    ]
    assert not found, "These help routes are for staff alone:\n" + "\n".join(found)


def test_help_for_staff_is_on_the_staff_page(pages: dict[str, Page], library: Library) -> None:
    words = pages["staff/numbers.html"].everything
    assert marks(library)
    for mark in marks(library):
        assert mark in words, f"“{mark}” is for staff, and the numbers for staff lack it"


@pytest.mark.parametrize("name", ["worksheet.html", "index.html"])
def test_a_sentence_of_the_teachers_is_known_again_on_a_page(library: Library, name: str) -> None:
    entry = next(iter(library.lessons.values()))
    sentence = next(for_teachers(entry))
    broken = f'<p>Before.</p><p title="{sentence.replace(chr(34), "&quot;")}">After.</p>'
    page = Page(name, broken, html5lib.parse(broken, namespaceHTMLElements=False))
    assert sentence in page.everything
