"""Knows where the parts of a quiz are on a learner's page, and which answers are right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from playwright.sync_api import Locator, Page, expect

from macros.content.library import Entry, Library
from macros.models.questions import AnyQuestion, Story
from macros.views.quizzes import shown_questions


def lesson_file(entry: Entry) -> str:
    """Give the place of a lesson's page from the site's root."""
    return f"lessons/{entry.phase}/{entry.id}/index.html"


def learners_page(entry: Entry) -> str:
    """Give the address of a lesson from the site's root, with all its pages one below the other."""
    return f"{lesson_file(entry)}#whole"


def come_near(page: Page, within: str = "") -> None:
    """Scroll to the first quiz that has what is named, and wait for its scripts, which come then."""
    is_there(page.locator(f".quiz:has({within})" if within else ".quiz").first)


def is_there(quiz: Locator) -> None:
    """Scroll to a quiz, and wait for its style and scripts: what came within a press would move what is pressed."""
    quiz.scroll_into_view_if_needed()
    expect(quiz).not_to_have_attribute("data-coming", "yes")


def as_asked(library: Library, identity: str) -> Entry:
    """Give a lesson whose quiz holds all that is asked: what comes back from earlier lessons, then its own."""
    entry = library.lessons[identity]
    again = tuple(question for _, question in library.questions(entry.quiz.recall))
    quiz = entry.quiz.model_copy(update={"recall": (), "questions": (*again, *entry.quiz.questions)})
    return replace(entry, quiz=quiz)


def marked(entry: Entry) -> list[AnyQuestion]:
    """Give the questions that are marked: all but stories."""
    return [question for question in entry.quiz.questions if not isinstance(question, Story)]


def ways_to_the_end(story: Story) -> list[int]:
    """Give the place of each choice that leads a reader to an ending, by the shortest way."""
    scenes = {scene.id: scene for scene in story.scenes}
    waiting: list[tuple[str, list[int]]] = [(story.scenes[0].id, [])]
    seen: set[str] = set()
    while waiting:
        here, ways = waiting.pop(0)
        if scenes[here].ending:
            return ways
        if here not in seen:
            seen.add(here)
            waiting += [(choice.to, [*ways, place]) for place, choice in enumerate(scenes[here].choices)]
    raise AssertionError(f"The story “{story.id}” has no end")


def section(page: Page, entry: Entry, story: Story) -> Locator:
    """Find a story on the page."""
    return page.locator(f'section[aria-labelledby="{entry.id}-{story.id}-title"]')


def read_story(page: Page, entry: Entry, story: Story) -> None:
    """Go through a story to an ending."""
    where = section(page, entry, story)
    come_near(page)
    for place in ways_to_the_end(story):
        where.locator("[data-part=way]:visible").nth(place).click()


def do_right(page: Page, entry: Entry) -> None:
    """Do a whole quiz so that all is good, and press nothing after that."""
    for question in entry.quiz.questions:
        if isinstance(question, Story):
            read_story(page, entry, question)
        else:
            answer(page, entry, question, right(entry, question))


def finish(page: Page) -> Locator:
    """Press “I have finished” where it stands once the quiz's style is there; give the panel at the end."""
    come_near(page)
    page.locator("[data-part=finish]").click()
    return page.locator(".quiz__done")


def _inputs(entry: Entry, question: AnyQuestion, *, good: bool) -> Iterator[str]:
    shown = next(shown for shown in shown_questions(entry.quiz) if shown.id == question.id)
    name = f"{entry.id}-{question.id}"
    for number, part in enumerate(shown.parts, start=1):
        chosen = [place for place, option in enumerate(part.options, start=1) if (option.key != "no") == good]
        if shown.control == "select":
            yield f"{name}-{number}={chosen[0]}"
        else:
            each = f"{name}-{number}" if part.text else name
            many = shown.control == "checkbox" and good
            yield from (f"{each}-{place}" for place in (chosen if many else chosen[:1]))


def right(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of the inputs that the quiz's file says are right; of a list, its id, "=" and the value."""
    return list(_inputs(entry, question, good=True))


def not_yet(entry: Entry, question: AnyQuestion) -> list[str]:
    """Give the ids of inputs that make an answer which is not right yet."""
    return list(_inputs(entry, question, good=False))


def form(page: Page, entry: Entry, question: AnyQuestion) -> Locator:
    """Find a question on the page."""
    return page.locator(f'form:has([id="{entry.id}-{question.id}-title"])')


def choose(page: Page, inputs: list[str]) -> None:
    """Click the labels of some inputs, as a finger does: where they stand once the scripts of their quiz are there."""
    for name in inputs:
        place, _, value = name.partition("=")
        label = page.locator(f'label[for="{place}"]').first
        label.scroll_into_view_if_needed()
        page.wait_for_function("(id) => !document.getElementById(id).closest('.quiz')?.dataset.coming", arg=place)
        if value:
            page.locator(f"#{place}").select_option(value)
        else:
            label.click()


def check(where: Locator) -> None:
    """Press the Check button of a question, and wait until it says something."""
    where.locator(".quiz__check").click()
    expect(where.locator(".quiz__result")).not_to_be_empty()


def answer(page: Page, entry: Entry, question: AnyQuestion, inputs: list[str]) -> Locator:
    """Clear a question of many answers, choose some, and press Check; give the question."""
    where = form(page, entry, question)
    ticked = where.locator("input[type=checkbox]:checked")
    while ticked.count():
        ticked.first.click()
    choose(page, inputs)
    check(where)
    return where


def verdict(where: Locator) -> str:
    """Give the first line of what the quiz says about an answer."""
    return where.locator(".quiz__verdict").inner_text()
