"""The library holds all content, in the order in which it is taught and shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.content.library import Library
from macros.content.loader import read_library
from macros.problems import ContentError
from tests.photos import png

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"


def test_national_and_local_help_stand_in_one_order(library: Library) -> None:
    orders = [route.order for route in library.help_routes]
    assert orders == sorted(orders)
    assert {route.id for route in library.school.local_help} <= {route.id for route in library.help_routes}


def test_what_was_counted_is_what_there_is(library: Library) -> None:
    assert library.counts["policy clause"] == len(library.policy.clauses)
    assert library.counts["lesson"] == len(library.lessons)
    assert library.counts["quiz"] == len(library.lessons) + len(library.adults)
    assert library.counts["picture"] == len(library.pictures)


def test_a_hidden_file_is_passed_over(project: Path) -> None:
    before = read_library(project)
    (project / "quizzes" / "years-3-4" / ".DS_Store").write_bytes(b"\x00")
    (project / "docs" / ".draft").mkdir()
    (project / "docs" / ".draft" / "a.md").write_text("{{ no", encoding="utf-8")
    (project / "docs" / "assets" / "images" / "symbols" / "._key.svg").write_bytes(b"\xff")
    (project / "lessons" / "years-3-4" / "three-word-locks" / "Thumbs.db").write_bytes(b"\x00")
    assert read_library(project) == before
    assert before.lessons["three-word-locks"].pictures == ()


def test_the_same_file_without_its_dot_is_read(project: Path) -> None:
    (project / "docs" / "draft.md").write_text("{{ no", encoding="utf-8")
    assert {said.split(": ")[0] for said in told(project)} == {"docs/draft.md:1:1"}


@pytest.mark.parametrize("name", ["children_phone", "out_of_hours_phone"])
def test_a_page_may_name_each_number_of_the_council_by_day_and_by_night(project: Path, name: str) -> None:
    school = project / "school.yml"
    number = "01632 960987"  # kept by Ofcom for drama: nobody's
    text = re.sub(rf"^  {name}: .*$", f"  {name}: {number}", school.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert number in text
    school.write_text(text, encoding="utf-8")
    with (project / "docs/parents/index.md").open("a", encoding="utf-8") as page:
        page.write("\nRing 01632 960987, or 01632 960986.\n")
    unknown = [line.split(": ", 1)[1].split("”")[0] for line in told(project) if "is in no help route" in line]
    assert unknown == ["“01632 960986"]


def test_a_picture_beside_a_lesson_goes_with_it(project: Path, change: Callable[[str, str, str], int]) -> None:
    folder = project / "lessons" / "years-3-4" / "three-word-locks"
    (folder / "settings.png").write_bytes(png())
    change(LESSON, "{{ quiz(", "![Three rows](settings.png)\n\n{{ quiz(")
    assert read_library(project).lessons["three-word-locks"].pictures == (
        "lessons/years-3-4/three-word-locks/settings.png",
    )


def test_what_is_kept_is_what_would_be_read(project: Path, change: Callable[[str, str, str], int]) -> None:
    cache = RoundCache()
    quiz = "quizzes/years-3-4/three-word-locks.yml"
    for path, old, new in (
        ("lessons/years-3-4/three-word-locks/lesson.md", "title: Three-word locks", "title: Other locks"),
        (quiz, "text: lamp river cactus", "text: spoon tiger cloud"),
        (quiz, "text: spoon tiger cloud", "text: lamp river cactus"),
        ("school.yml", "short_name: Elmfield", "short_name: Elsewhere"),
        ("docs/_data/help-routes.yml", "for anyone under 19", "for everyone under 19"),
        ("docs/policy/index.md", "safe passwords.", "very safe passwords."),
        ("docs/parents/index.md", "# ", "# New: "),
    ):
        cache.start_round()
        read_library(project, cache)
        change(path, old, new)
        cache.start_round()
        kept, anew = read_library(project, cache), read_library(project, RoundCache())
        assert replace(kept, studio=anew.studio) == anew
        # A studio is known by itself, so what it draws with is compared here.
        assert vars(kept.studio.parts) == vars(anew.studio.parts)
        assert {**vars(kept.studio), "parts": None} == {**vars(anew.studio), "parts": None}


def test_a_problem_is_told_again_until_it_is_mended(project: Path, change: Callable[[str, str, str], int]) -> None:
    cache = RoundCache()
    change("quizzes/years-3-4/three-word-locks.yml", "text: p@ssw0rd!", "text: kitfox2026")
    change("docs/parents/index.md", "# ", "{{ quiz( }}\n# ")
    told = []
    for _ in range(2):
        cache.start_round()
        with pytest.raises(ContentError) as caught:
            read_library(project, cache)
        told.append(caught.value.problems)
    assert told[0] == told[1]
    assert len(told[0]) == 2


ADULTS = "quizzes/adults/ten-minutes-tonight.yml"


def told(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_library(root)
    return [str(problem) for problem in caught.value.problems]


def test_a_quiz_for_adults_belongs_to_no_lesson(library: Library) -> None:
    assert library.adults
    assert not library.adults.keys() & library.lessons.keys()


def test_a_quiz_for_adults_needs_an_id_of_its_own(project: Path) -> None:
    (project / ADULTS).rename(project / "quizzes/adults/three-word-locks.yml")
    assert told(project)[-1] == (
        "quizzes/adults/three-word-locks.yml:2:1: “three-word-locks” is a lesson’s id. Rename this file."
    )


def test_a_quiz_for_adults_asks_nothing_again(change: Callable[[str, str, str], int], project: Path) -> None:
    line = change(ADULTS, "questions:", "recall: [three-word-locks/strongest]\n\nquestions:")
    assert told(project) == [
        f"{ADULTS}:{line}:9: A quiz for adults asks nothing again: it belongs to no lesson. Take this line out."
    ]


def test_a_question_for_adults_names_its_topic(change: Callable[[str, str, str], int], project: Path) -> None:
    change(ADULTS, "    topics: [safe-passwords]\n", "")
    (said,) = told(project)
    assert "This question belongs to no topic" in said


SCENES = """scenes:
  - id: hello
    alt: Pip waves.
    background: kitchen
    figures: [{who: pip, pose: waving}]
"""


def _tell_in(project: Path, scenes: str) -> None:
    """Give a lesson these scenes instead of its own, and let it call none."""
    folder = project / "lessons/early-years/my-special-facts"
    text = (folder / "lesson.md").read_text(encoding="utf-8")
    plain = re.sub(r"\{\{ scene\(.*\) \}\}", '{{ picture("symbols/key", alt="A key.") }}', text)
    (folder / "lesson.md").write_text(plain, encoding="utf-8")
    (folder / "scenes.yml").write_text(scenes, encoding="utf-8")


def test_scenes_beside_a_lesson_are_read_and_are_no_picture_of_it(project: Path) -> None:
    _tell_in(project, SCENES)
    entry = read_library(project).lessons["my-special-facts"]
    assert [scene.id for scene in entry.scenes] == ["hello"]
    assert not [path for path in entry.pictures if path.endswith(".yml")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("who: pip", "who: pipp", "5:21: There is no figure “pipp”. Did you mean “pip”?"),
        ("kitchen", "kichen", "4:17: There is no background “kichen”. Did you mean “kitchen”?"),
        ("waving}", "waving, face: hapy}", "5:46: “hapy” is not known as “face”. Did you mean “happy”?"),
        (
            "Pip waves",
            "Nan waves",
            "3:10: The alternative text names “Nan”, who is not in the picture. Draw them, or take the name out.",
        ),
    ],
)
def test_a_slip_in_the_scenes_of_a_lesson_is_told(project: Path, old: str, new: str, said: str) -> None:
    path = "lessons/early-years/my-special-facts/scenes.yml"
    _tell_in(project, SCENES.replace(old, new))
    with pytest.raises(ContentError) as caught:
        read_library(project)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}:{said}"]


def test_a_scene_that_is_not_there_is_told_where_it_is_called(project: Path) -> None:
    page = project / "docs/about/credits.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ scene("my-special-facts/helo") }}\n', encoding="utf-8")
    _tell_in(project, SCENES)
    with pytest.raises(ContentError) as caught:
        read_library(project)
    assert [problem.sentence for problem in caught.value.problems] == [
        "There is no scene “my-special-facts/helo”. Did you mean “my-special-facts/hello”?"
    ]
