"""Copies the project with its code, so that a test can build what it has changed."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

FIXTURE = Path(__file__).parent / "fixtures/school"
# One lesson for each age is enough to be broken, and is read many times as fast. These are the tests' own: they were
# lessons of the real content once, and stay as they are whatever its writers change.
LESSONS = {file.parent.name: file.parent.parent.name for file in sorted(FIXTURE.glob("lessons/*/*/lesson.md"))}
CONTENT = ("docs", "lessons", "quizzes", "macros", "mkdocs.yml")
# A copy is of an invented school: what the real one fills in changes no test.
SCHOOL = FIXTURE / "school.yml"


def copy_project(root: Path, to: Path, school: Path = SCHOOL) -> Path:
    """Copy what a build reads: content, code and settings.

    Args:
        root: the project.
        to: where the copy is to be.
        school: whose school.yml it has.
    """
    for name in CONTENT:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, to / name)
    hand_over(to, school)
    return to


def copy_content(root: Path, to: Path) -> Path:
    """Copy what a check reads: content, and of the code its theme and components."""
    for name in (
        *(name for name in CONTENT if name != "macros"),
        "macros/theme",
        "macros/components",
        "macros/site/hooks.py",
        "macros/site/author_macros.py",
    ):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name)
        else:
            shutil.copy(root / name, to / name)
    hand_over(to)
    return to


def hand_over(project: Path, school: Path = SCHOOL) -> None:
    """Give a copy to another school, at which nobody has read a translation yet.

    Args:
        project: the copy.
        school: that school's school.yml.
    """
    shutil.copy(school, project / "school.yml")
    for file in project.glob("docs/_data/translations/*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^(checked_(?:by|on)):.*", r"\1:", text, flags=re.MULTILINE), encoding="utf-8")


def fingerprint(folder: Path) -> dict[str, str]:
    """Give a hash of every file of a folder."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def ask_nothing_again(project: Path) -> None:
    """Take out what names questions of other quizzes, so that a test may change any quiz."""
    for quiz in project.glob("quizzes/*/*.yml"):
        text = quiz.read_text(encoding="utf-8")
        quiz.write_text(re.sub(r"^recall: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    phases = project / "docs/_data/phases.yml"
    text = phases.read_text(encoding="utf-8")
    text = re.sub(r"^every_phase_teaches: .*\n|^    check:\n(?:      - .*\n)+", "", text, flags=re.MULTILINE)
    phases.write_text(text, encoding="utf-8")


def teach_every_topic(project: Path) -> None:
    """Let one lesson teach all topics, so that none is missed for want of the others."""
    topics = re.findall(r"\{id: ([a-z0-9-]+),", (project / "docs/_data/topics.yml").read_text(encoding="utf-8"))
    (lesson,) = project.glob("lessons/years-5-6/*/lesson.md")
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(re.sub(r"(?m)^topics: .*$", f"topics: [{', '.join(topics)}]", text, count=1), encoding="utf-8")


def count_no_habits(project: Path) -> None:
    """Let the copied code see no habit in the quizzes of an age, so that a test may put any quiz among them."""
    code = project / "macros/checks/quiz_balance.py"
    text = code.read_text(encoding="utf-8")
    assert "ENOUGH_QUIZZES = 3\n" in text, "The copied code counts in another way: this must be mended."
    code.write_text(text.replace("ENOUGH_QUIZZES = 3\n", "ENOUGH_QUIZZES = 1_000\n"), encoding="utf-8")


def count_no_minutes(project: Path) -> None:
    """Let the copied code see no minutes, so that a test may put a quiz of any length into a lesson."""
    code = project / "macros/checks/lesson_minutes.py"
    text = code.read_text(encoding="utf-8")
    for old, new in (
        ("LEAVE = 0.25\n", "LEAVE = 1_000\n"),
        ("UNSPOKEN = 2.0 ", "UNSPOKEN = 1_000 "),
        ("if together > lesson.minutes:\n", "if False:\n"),
    ):
        assert old in text, "The copied code counts in another way: this must be mended."
        text = text.replace(old, new)
    code.write_text(text, encoding="utf-8")


def take_html_as_words(project: Path) -> None:
    """Let the copied code pass HTML in a quiz, so that a test may see that no page would run it."""
    code = project / "macros/checks/markup.py"
    text = code.read_text(encoding="utf-8")
    assert "read_typed_html(value)\n" in text, "The copied code refuses HTML in another way: this must be mended."
    code.write_text(text.replace("read_typed_html(value)\n", "[]\n"), encoding="utf-8")


def thin_out(project: Path) -> None:
    """Put the tests' own lesson for each age in place of all others: a project that is checked and built fast."""
    for place in (*project.glob("lessons/*/*"), *project.glob("quizzes/*/*.yml")):
        if place.parent.name != "adults":
            shutil.rmtree(place) if place.is_dir() else place.unlink()
    for name in ("lessons", "quizzes"):
        shutil.copytree(FIXTURE / name, project / name, dirs_exist_ok=True)
    ask_nothing_again(project)
    teach_every_topic(project)
    phases = project / "docs/_data/phases.yml"
    text = re.sub(r"lessons: \[.*\]", "lessons: []", phases.read_text(encoding="utf-8"))
    for lesson, phase in LESSONS.items():
        text, count = re.subn(
            rf'(?ms)(^  - id: {phase}$.*?"Spring, first half", lessons: \[)\]', rf"\1{lesson}]", text, count=1
        )
        assert count, f"docs/_data/phases.yml has no half term for the tests' lesson of {phase}: this must be mended."
    phases.write_text(text, encoding="utf-8")
    kept = "|".join(LESSONS)
    song = project / "docs/_data/song.yml"
    verses = re.compile(rf"^  (?!(?:{kept}):)[a-z0-9-]+:\n(?:    - .*\n)+", flags=re.MULTILINE)
    song.write_text(verses.sub("", song.read_text(encoding="utf-8")), encoding="utf-8")
    others = re.compile(rf"\[([^\]]*)\]\([^()\s]*lessons/[a-z0-9-]+/(?!(?:{kept})/)[^()\s]*\)")
    scenes = re.compile(rf'\{{\{{ scene\("(?!(?:{kept})/).*?\) \}}\}}\n?')
    for page in project.glob("docs/**/*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(scenes.sub("", others.sub(r"\1", text)), encoding="utf-8")
