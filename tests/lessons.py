"""Lessons of the real content, chosen by what they have: their writers may rename them, for no test names one."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent


def first_with(words: str, ages: str = "*") -> str:
    """Give the folder of the first lesson that has some words, on its page or in its quiz.

    Args:
        words: as its writer typed them.
        ages: the folder of its age; any if left out.

    Returns:
        The folder from the project's root, which is also where its pages are on the site.

    Raises:
        LookupError: no lesson has the words.
    """
    for lesson in sorted(ROOT.glob(f"lessons/{ages}/*/lesson.md")):
        folder = lesson.parent.relative_to(ROOT)
        quiz = ROOT / "quizzes" / folder.parent.name / f"{folder.name}.yml"
        if any(words in file.read_text(encoding="utf-8") for file in (lesson, quiz) if file.exists()):
            return folder.as_posix()
    raise LookupError(f"No lesson of {ages} has “{words}”: choose other words in this test.")


def of_age(ages: str) -> str:
    """Give the folder of the lesson of an age that stands for its kind: the one on privacy.

    Args:
        ages: the folder of its age.
    """
    return first_with("\nstrand: privacy-and-security\n", ages)
