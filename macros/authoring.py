"""The macros that an author may use in a page, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from macros.library import Library, read_library
from macros.rendering import component, components, draw, relative
from macros.views.checklists import checklist_of
from macros.views.quizzes import shown_questions

ASK = "ask the school office"


def define_env(env: Any) -> None:
    """Give the macros to mkdocs-macros (or to another host that calls this).

    Args:
        env: the host: it has `macro`, `conf` (with the project's `config_file_path`) and `page`.

    Raises:
        ContentError: something in the content is to be mended.
    """
    library: Library = env.conf.get("library") or read_library(Path(env.conf["config_file_path"]).parent)
    for macro in macros(library, lambda: str(env.page.url)):
        env.macro(macro)


def macros(library: Library, here: Callable[[], str]) -> list[Callable[..., Markup | str]]:
    """Make the macros.

    Args:
        library: all content.
        here: gives the address of the page that is being made, from the site's root.
    """
    environment = components(library.pictures)
    environment.globals["link"] = lambda target: relative(target, here())

    def quiz_of(identity: str) -> dict[str, Any]:
        found = library.lessons[identity].quiz
        return {"id": identity, "quiz": found, "questions": shown_questions(found)}

    def quiz(identity: str) -> Markup:
        """Show a quiz to be done on screen."""
        return component(environment, "quiz", **quiz_of(identity))

    def quiz_paper(identity: str) -> Markup:
        """Show a quiz to be done on paper, without its answers."""
        return component(environment, "quiz-paper", **quiz_of(identity))

    def quiz_answers(identity: str) -> Markup:
        """Show the answers of a quiz, with the reasons, for the teacher."""
        return component(environment, "quiz-answers", **quiz_of(identity))

    def quiz_example(kind: str) -> Markup:
        """Show the example of one type of question, to be tried."""
        only = tuple(question for question in library.examples.questions if question.id == kind)
        shown = library.examples.model_copy(update={"questions": only})
        return component(environment, "quiz", id="example", quiz=shown, questions=shown_questions(shown))

    def checklist(identity: str) -> Markup:
        """Show a checklist: an authored one, or the sub-points of a policy clause."""
        authored = library.checklists.get(identity)
        return component(environment, "checklist", list=checklist_of(identity, authored, library.policy))

    def clause(identity: str) -> Markup:
        """Quote a clause of the policy, exactly, with its number and a link to it."""
        return component(environment, "clause", clause=library.policy.clauses[identity])

    def help_routes(reader: str) -> Markup:
        """Show where to get help: "learners", "parents" or "staff"."""
        routes = [route for route in library.help_routes if reader in route.readers]
        return component(environment, "help-routes", routes=routes, school=library.school, ask=ASK)

    def lesson_cards(phase: str) -> Markup:
        """Show the lessons of a phase as large cards."""
        return component(environment, "lesson-cards", phase=phase, entries=library.of_phase(phase))

    def picture(name: str, alt: str) -> Markup:
        """Show a picture that means something, with the words for those who cannot see it."""
        return Markup('<div class="scene">{}</div>').format(draw(library.pictures[name], alt))

    def decoration(name: str) -> Markup:
        """Show a picture that only decorates."""
        return picture(name, alt="")

    def fact(way: str) -> str:
        """Give a fact from school.yml, or "ask the school office" where the school has not given it."""
        return str(escape(library.school.fact(way) or ASK))

    return [
        quiz,
        quiz_paper,
        quiz_answers,
        quiz_example,
        checklist,
        clause,
        help_routes,
        lesson_cards,
        picture,
        decoration,
        fact,
    ]
