"""A question that only the school can answer, such as who leads on filtering; school.yml has the answer."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Finding, Identity, Model, Text


class SchoolQuestion(Model):
    """One question to the school."""

    id: Identity
    """Its name in this project; school.yml answers it by this name."""
    asks: Text
    """The question, as a page shows it."""
    lists: tuple[Identity, ...] = Field(min_length=1)
    """The lists that it stands in; a page shows a list whole."""


class SchoolQuestions(Model):
    """All questions that only the school can answer."""

    questions: tuple[SchoolQuestion, ...] = Field(min_length=1)
    """Each question, once, in the order in which a list shows them."""

    @property
    def lists(self) -> tuple[str, ...]:
        """The name of every list, each once."""
        return tuple(dict.fromkeys(name for question in self.questions for name in question.lists))

    def rules(self) -> Iterator[Finding]:
        """No two questions have one id, and each is a question."""
        seen: set[str] = set()
        for number, question in enumerate(self.questions):
            if question.id in seen:
                yield ("questions", number, "id"), f"The id “{question.id}” is taken. Give each question its own."
            seen.add(question.id)
            if not question.asks.endswith("?"):
                yield ("questions", number, "asks"), "This is no question: end it with a question mark."
