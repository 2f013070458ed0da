"""Says where in the project something went wrong while the site was read or made, for whoever mends it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError

from macros.problems import Problem

HOME = Path(__file__).parents[2]  # where the program is: most often the project itself
PAGE = "<template>"  # what Jinja calls the words of a page, which are not in a file of their own


def explain(error: BaseException, root: Path, path: str, first_line: int = 1) -> Problem:
    """Say what went wrong, and where.

    Args:
        error: what was raised.
        root: the project's folder.
        path: the file that was read or made, from the root; it is told where no other place is known.
        first_line: the line of that file on which the words begin that Jinja was given.

    Returns:
        The problem: in a template, a page, a file that cannot be read, or the program.
    """
    chain = list(_chain(error))
    for cause in chain:
        if isinstance(cause, TemplateSyntaxError):
            template = own_path(cause.filename, root)
            if template:
                return _problem(template, cause.lineno, f"This template cannot be read: {cause.message}")
            return _problem(path, cause.lineno + first_line - 1, f"The braces here cannot be read: {cause.message}")
        mark = getattr(cause, "problem_mark", None)  # of YAML
        if mark:
            said = f"This cannot be read: {getattr(cause, 'problem', '')}"
            return _problem(path, mark.line + 1, said, mark.column + 1)
    # mkdocs-macros ends the program at a macro that failed: why, is in what it was doing.
    cause = next((cause for cause in chain if not isinstance(cause, SystemExit)), error)
    if isinstance(cause, OSError) and cause.filename is not None:
        name = str(cause.filename)
        unread = own_path(name, root)
        if unread:
            return _problem(unread, 1, f"This cannot be read: {cause.strerror}. Is it there, and may you open it?")
        return _problem(path, 1, f"“{name}” cannot be read or written: {cause.strerror}")
    said = f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__
    for frame in reversed(traceback.extract_tb(cause.__traceback__)):
        if frame.filename == PAGE:
            return _problem(path, (frame.lineno or 1) + first_line - 1, f"This cannot be shown: {said}")
        own = own_path(frame.filename, root)
        if own and own.startswith("macros/"):
            what = "program" if own.endswith(".py") else "template"
            return _problem(own, frame.lineno or 1, f"The {what} went wrong here, not your words: {said}")
    return _problem(path, 1, f"This cannot be made: {said}")


def own_path(file: str | None, root: Path) -> str | None:
    """Give a file from the project's root; None where it is no file of the project.

    Args:
        file: a file as a program names it, or None.
        root: the project's folder.

    Returns:
        With forward slashes; None, too, for what lies in a hidden folder.
    """
    for home in (root, HOME):
        if file and Path(file).is_relative_to(home):
            path = Path(file).relative_to(home)
            return None if any(part.startswith(".") for part in path.parts) else path.as_posix()
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error, and all that it was raised about."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _problem(path: str, line: int, said: str, column: int = 1) -> Problem:
    words = " ".join(said.split())
    return Problem(path, line, column, words if words.endswith((".", "?")) else f"{words}.")
