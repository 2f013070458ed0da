"""A quiz with a question of every type, to be put in the place of a lesson's own."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from macros.content.library import Library
from macros.design.rendering import component, components
from macros.models.quiz import Quiz
from macros.views.quizzes import shown_questions

ICON = "icon.svg"  # the browser asks for the page's icon when it likes

# A question of every type. The reasons are words that stand nowhere else, so that they can be looked for.
EVERY_TYPE: dict[str, Any] = {
    "title": "Every type",
    "can_do": "You can vote.",
    "at_home": "Talk about it.",
    "questions": [
        {
            "id": "one",
            "type": "choose-one",
            "text": "Which password is the strongest?",
            "hint": "Which one is long?",
            "picture": "key",
            "choices": [
                {"text": "kit7", "feedback": "Reason one-a: short."},
                {"text": "lamp river cactus", "correct": True, "feedback": "Reason one-b: long."},
                {"text": "p@ss", "feedback": "Reason one-c: swaps."},
            ],
        },
        {
            "id": "many",
            "type": "choose-many",
            "text": "Which are good settings? Choose two.",
            "hint": "Who can see?",
            "choices": [
                {"text": "Friends only", "correct": True, "feedback": "Reason many-a.", "missed": "Missed many-a."},
                {"text": "Anyone", "feedback": "Reason many-b."},
                {"text": "Location off", "correct": True, "feedback": "Reason many-c.", "missed": "Missed many-c."},
            ],
        },
        {
            "id": "sort",
            "type": "sort",
            "text": "Which are fine to show?",
            "hint": "Does it say who you are?",
            "groups": [
                {"id": "fine", "text": "Fine to show", "picture": "thumb-up"},
                {"id": "private", "text": "Keep private", "picture": "key"},
            ],
            "items": [
                {
                    "text": "A tree",
                    "picture": "tree",
                    "group": "fine",
                    "feedback": "Reason sort-a.",
                    "not_yet": "Other sort-a.",
                },
                {
                    "text": "A school",
                    "picture": "school",
                    "group": "private",
                    "feedback": "Reason sort-b.",
                    "not_yet": "Other sort-b.",
                },
            ],
        },
        {
            "id": "order",
            "type": "put-in-order",
            "text": "Put the steps in order.",
            "hint": "What comes first?",
            "steps": [
                {"text": "Pause", "feedback": "Reason order-a.", "not_yet": "Other order-a."},
                {"text": "Tell", "feedback": "Reason order-b.", "not_yet": "Other order-b."},
                {"text": "Sort it together", "feedback": "Reason order-c.", "not_yet": "Other order-c."},
            ],
        },
        {
            "id": "match",
            "type": "match",
            "text": "Match the words.",
            "hint": "Which is like a key?",
            "pairs": [
                {"text": "password", "match": "opens", "feedback": "Reason match-a.", "not_yet": "Other match-a."},
                {"text": "location", "match": "place", "feedback": "Reason match-b.", "not_yet": "Other match-b."},
                {"text": "profile", "match": "about you", "feedback": "Reason match-c.", "not_yet": "Other match-c."},
            ],
        },
        {
            "id": "gap",
            "type": "fill-the-gap",
            "text": "Fill the gaps.",
            "hint": "Read it all.",
            "sentences": [
                {"text": "It is like a ___.", "answer": "key", "feedback": "Reason gap-a.", "not_yet": "Other gap-a."},
                {"text": "Tell ___.", "answer": "Gran", "feedback": "Reason gap-b.", "not_yet": "Other gap-b."},
            ],
            "spare_words": ["game"],
        },
        {
            "id": "true",
            "type": "true-or-false",
            "text": "True or false? A friend needs it.",
            "hint": "Think.",
            "answer": False,
            "if_true": "Reason true-a.",
            "if_false": "Reason true-b.",
        },
        {
            "id": "would",
            "type": "what-would-you-do",
            "text": "What would you do?",
            "hint": "Who can help?",
            "choices": [
                {"text": "Say no, and tell", "grade": "safest", "feedback": "Reason would-a."},
                {"text": "Say no", "grade": "okay", "feedback": "Reason would-b."},
                {"text": "Tell it", "grade": "risky", "feedback": "Reason would-c."},
            ],
        },
        {
            "id": "story",
            "type": "story",
            "text": "You choose what Kit does.",
            "hint": "Who could help?",
            "scenes": [
                {
                    "id": "start",
                    "text": "A message asks for a password.",
                    "picture": "envelope",
                    "choices": [{"text": "Type it in", "to": "typed"}, {"text": "Show Gran", "to": "gran"}],
                },
                {
                    "id": "typed",
                    "text": "The page goes blank.",
                    "choices": [{"text": "Tell Gran now", "to": "gran"}, {"text": "Wait until later", "to": "start"}],
                },
                {"id": "gran", "text": "Gran helps.", "helper": True, "ending": True},
            ],
        },
    ],
}


def shown(library: Library, root: str) -> str:
    """Make the HTML of the quiz with every type, for a page from which the site's root is at an address."""
    quiz = Quiz.model_validate(EVERY_TYPE)
    environment = components(library.pictures, library.help_numbers)
    environment.globals["link"] = lambda target: root + target
    return str(
        component(
            environment,
            "quiz",
            id="every",
            quiz=quiz,
            questions=shown_questions(quiz),
            adults=False,
            promise=None,
            friend="kit",
            ears=False,
            cards=False,
            lessons=None,
            after=None,
            begins=False,
        )
    )


def show(page: Page, html: str) -> None:
    """Give a page of one's own making in answer to the address every-type.html."""
    page.route("**/every-type.html", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
