"""What one file names in another is there: lessons of the year, questions asked again, symbols."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.references import KnownIds
from macros.content.loader import read_library
from macros.models.policy import Policy
from macros.problems import ContentError

Change = Callable[[str, str, str], int]
APPS = "docs/_data/apps.yml"
PHASES = "docs/_data/phases.yml"
STATEMENTS = "docs/_data/frameworks.yml"
TOPICS = "docs/_data/topics.yml"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
ROUTES = "docs/_data/help-routes.yml"
QUIZ = "quizzes/years-3-4/three-word-locks.yml"


def told(project: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_library(project)
    return [str(problem) for problem in caught.value.problems]


def test_a_fact_that_an_app_shows_must_be_there(project: Path, change: Change) -> None:
    line = change(APPS, "fact: roblox-chat", "fact: roblox-chats")
    assert told(project) == [
        f"{APPS}:{line}:11: There is no fact that changes “roblox-chats”. Did you mean “roblox-chat”?"
    ]


def test_a_lesson_of_the_year_that_is_not_there_is_told_with_the_nearest(project: Path, change: Change) -> None:
    line = change(PHASES, "three-word-locks", "three-word-lock")
    (only,) = told(project)
    assert only.startswith(f"{PHASES}:{line}:")
    assert only.endswith("There is no lesson “three-word-lock” in lessons/years-3-4. Did you mean “three-word-locks”?")


def test_a_lesson_that_stands_in_the_year_twice_is_told(project: Path, change: Change) -> None:
    change(PHASES, "three-word-locks", "three-word-locks, three-word-locks")
    assert [line.split(": ", 1)[1] for line in told(project)] == [
        "The lesson “three-word-locks” stands in the year twice. Keep one."
    ]


def test_a_lesson_of_another_phase_is_not_of_this_year(project: Path, change: Change) -> None:
    change(PHASES, "three-word-locks", "three-word-locks, keep-it-locked")
    assert told(project)[0].split(": ", 1)[1].startswith("There is no lesson “keep-it-locked” in lessons/years-3-4.")


def test_a_question_for_class_must_be_one_of_the_lessons_own_quiz_and_be_named_once(
    project: Path, change: Change
) -> None:
    line = change(LESSON, "in_class: [strongest, settings, ", "in_class: [strongest, setings, strongest, ")
    change(LESSON, "strongest, someone-guessed]", "strongest]")
    assert told(project) == [
        f"{LESSON}:{line}:23: The quiz of this lesson has no question “setings”. Did you mean “settings”?",
        f"{LESSON}:{line}:32: “strongest” is named twice. Keep it once.",
    ]


def test_a_claim_must_be_of_a_statement_that_is_there_and_of_a_question_of_the_quiz(
    project: Path, change: Change
) -> None:
    statement = change(LESSON, "{id: OSA-4, ", "{id: OSA-44, ")
    question = change(LESSON, "question: private-or-fine", "question: private-or-fin")
    assert told(project) == [
        f"{LESSON}:{question}:62: The quiz of this lesson has no question “private-or-fin”. "
        "Did you mean “private-or-fine”?",
        f"{LESSON}:{statement}:10: There is no curriculum statement “OSA-44”. Did you mean “OSA-4”?",
    ]


def test_a_claim_of_what_was_found_untaught_is_refused_until_that_is_taken_out(project: Path, change: Change) -> None:
    line = change(LESSON, "{id: PS-Y3-1, ", "{id: PS-Y4-2, ")
    assert told(project) == [
        f"{LESSON}:{line}:10: docs/_data/frameworks.yml says that no lesson teaches “PS-Y4-2” yet. If this step is new "
        "and teaches it, take out “taught: not yet” there; if not, take out this claim."
    ]
    text = (project / STATEMENTS).read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if "{id: PS-Y4-2," in line)
    (project / STATEMENTS).write_text(text.replace(row, row.replace(", taught: not yet", "")), encoding="utf-8")
    read_library(project)


def test_a_claim_of_the_whole_of_what_was_found_taught_in_part_is_refused(project: Path, change: Change) -> None:
    line = change(LESSON, "question: settings, part: yes}", "question: settings}")
    assert told(project) == [
        f"{LESSON}:{line}:10: docs/_data/frameworks.yml says that the lessons teach “WO-10” in part. Add “part: yes”; "
        "or, if this step now teaches all of it, take out “taught: in part” there."
    ]


def test_a_claim_of_another_key_stage_is_refused(project: Path, change: Change) -> None:
    line = change(LESSON, "id: NC2a", "id: NC1a")
    assert told(project) == [
        f"{LESSON}:{line}:10: “NC1a” is for the key stage of Years 1 and 2, and this lesson is for Year 3. Claim the "
        "statement of its own key stage, or take this claim out."
    ]


@pytest.mark.parametrize("path", [LESSON, QUIZ])
def test_a_topic_that_is_named_twice_is_told(project: Path, path: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    named = re.search(r"topics: \[([a-z-]+)", text)
    assert named
    file.write_text(f"{text[: named.end()]}, {named[1]}{text[named.end() :]}", encoding="utf-8")
    line = text[: named.start()].count("\n") + 1
    column = named.end() - text.rfind("\n", 0, named.start()) + 2
    assert told(project) == [f"{path}:{line}:{column}: “{named[1]}” stands here twice. Keep one."]


def test_a_lesson_is_for_a_year_of_its_phase(project: Path, change: Change) -> None:
    line = change(LESSON, "year: 3", "year: 5")
    assert told(project) == [f"{LESSON}:{line}:7: Lessons in years-3-4 are written for year 3 or 4. Write one of them."]


def test_a_symbol_of_a_social_story_or_a_new_word_must_be_there(project: Path, change: Change) -> None:
    story = change(LESSON, "picture: eye}", "picture: eyes}")
    word = change(LESSON, '!!! word "profile" name-tag', '!!! word "profile" eyes')
    assert [line for line in told(project) if LESSON in line] == [
        f"{LESSON}:{story}:56: There is no symbol “eyes”. Did you mean “eye”?",
        f"{LESSON}:{word}:1: There is no symbol “eyes”. Did you mean “eye”?",
    ]


def put_before(project: Path, change: Change) -> None:
    """Put a lesson of the same words, “opening”, first in the year; its quiz has a story too."""
    opening = project / "lessons/years-3-4/opening"
    opening.mkdir()
    lesson = (project / LESSON).read_text(encoding="utf-8")
    opening.joinpath("lesson.md").write_text(lesson.replace('quiz("three-word-locks")', 'quiz("opening")'))
    tale = """
  - id: a-tale
    type: story
    text: What does Kit do?
    hint: Think.
    topics: [report-concerns]
    scenes:
      - {id: begin, text: Kit stops., choices: [{text: Tell Gran, to: gran}, {text: Tell Ama, to: ama}]}
      - {id: ama, text: Ama listens., ending: yes}
      - {id: gran, text: Gran helps., helper: yes, ending: yes}
"""
    quiz = (project / QUIZ).read_text(encoding="utf-8")
    (project / "quizzes/years-3-4/opening.yml").write_text(quiz.rstrip() + tale, encoding="utf-8")
    change(PHASES, "three-word-locks", "opening, three-word-locks")


def test_a_half_term_without_a_paragraph_of_the_newsletter_is_told(project: Path, change: Change) -> None:
    change("docs/parents/print/newsletter.md", "## Autumn, first half", "**In the autumn**")
    phases = (project / PHASES).read_text(encoding="utf-8")
    line = phases[: phases.index('"Autumn, first half"')].count("\n") + 1
    assert told(project) == [
        f"{PHASES}:{line}:17: The newsletter has no paragraph for “Autumn, first half”. Write one under “## Autumn, "
        "first half” in docs/parents/print/newsletter.md."
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("keep-it-locked/one", "There is no lesson “keep-it-locked” before this one in the year."),
        ("three-word-locks/strongest", "There is no lesson “three-word-locks” before this one in the year."),
        ("opening/strange", "The quiz “opening” has no question “strange”. Did you mean “strongest”?"),
        ("opening/strongest, opening/strongest", "“opening/strongest” is asked again twice. Keep one."),
        ("opening/a-tale", "A story is too long to be asked again. Choose another question."),
        ("Opening", "“recall” must be a lesson and its question, as in “three-word-locks/strongest”."),
    ],
)
def test_a_question_to_be_asked_again_must_be_of_an_earlier_lesson(
    project: Path, change: Change, name: str, sentence: str
) -> None:
    put_before(project, change)
    line = change(QUIZ, "questions:", f"recall: [{name}]\n\nquestions:")
    (only,) = told(project)
    assert only.startswith(f"{QUIZ}:{line}:")
    assert only.split(": ", 1)[1].startswith(sentence)


def test_a_question_that_is_asked_again_must_not_have_the_id_of_one_that_is_asked_now(
    project: Path, change: Change
) -> None:
    put_before(project, change)
    change(QUIZ, "questions:", "recall: [opening/who-may-know]\n\nquestions:")
    line = change(QUIZ, "id: who-may-know", "id: opening-who-may-know")
    (only,) = told(project)
    assert only.startswith(f"{QUIZ}:{line}:9: “opening/who-may-know” is asked again here under this id.")


def test_a_question_for_before_and_after_the_year_must_be_of_the_phase(project: Path, change: Change) -> None:
    line = change(PHASES, "friend: kit", "friend: kit\n    check: [keep-it-locked/one, three-word-locks/strong]") + 1
    assert told(project) == [
        f"{PHASES}:{line}:13: There is no lesson “keep-it-locked” of this phase. There is “three-word-locks”. "
        "Name a question of one there is, or take this out.",
        f"{PHASES}:{line}:33: The quiz “three-word-locks” has no question “strong”. Did you mean “strongest”?",
    ]


def test_a_topic_that_a_phase_does_not_teach_or_ask_about_is_told(project: Path, change: Change) -> None:
    change(PHASES, "phases:", "every_phase_teaches: [safe-passwords]\nphases:")
    for path in (LESSON, QUIZ):
        text = (project / path).read_text(encoding="utf-8")
        (project / path).write_text(text.replace("[safe-passwords", "[personal-details"), encoding="utf-8")
    found = [line.split(": ", 1)[1] for line in told(project)]
    assert [line for line in found if "Years 3 and 4" in line] == [
        "No lesson of Years 3 and 4 asks about “safe-passwords” (Safe passwords). "
        "Name it under “topics” of the question that asks about it.",
        "No lesson of Years 3 and 4 teaches “safe-passwords” (Safe passwords). "
        "Name it under “topics” of the lesson that teaches it.",
    ]
    assert not [line for line in found if "Early years teaches" in line]


def test_what_every_phase_teaches_must_be_a_topic(project: Path, change: Change) -> None:
    line = change(PHASES, "phases:", "every_phase_teaches: [safe-passwords, safe-password]\nphases:")
    assert f"{PHASES}:{line}:39: There is no topic “safe-password”. Did you mean “safe-passwords”?" in told(project)


def test_a_topic_that_no_lesson_teaches_is_told(project: Path, change: Change) -> None:
    line = change(TOPICS, "topics:", "topics:\n  - {id: kites, name: Kites}") + 1
    assert told(project) == [
        f"{TOPICS}:{line}:10: No lesson teaches “kites”. Name it under “topics” of the lesson that does, or take it "
        "out here."
    ]


def test_a_clause_about_a_topic_that_is_not_there_is_told(project: Path, change: Change) -> None:
    line = change("docs/_data/clauses.yml", "about: [safe-passwords]", "about: [safe-pasword]")
    assert told(project) == [
        f"docs/_data/clauses.yml:{line}:13: There is no topic “safe-pasword” in docs/_data/topics.yml, so no lesson "
        "can be about it. Did you mean “safe-passwords”?"
    ]


@pytest.mark.parametrize("path", [ROUTES, "school.yml"])
def test_a_worry_that_no_list_has_is_told_with_the_nearest(project: Path, change: Change, path: str) -> None:
    line = change(path, "worries: [upsetting", "worries: [upseting")
    column = 15
    found = [line for line in told(project) if line.startswith(f"{path}:")]
    assert found[0] == f"{path}:{line}:{column}: There is no worry “upseting”. Did you mean “upsetting”?"


def test_a_worry_that_no_route_helps_with_is_told(project: Path, change: Change) -> None:
    worry = "  - {id: lost-device, name: A lost device}\n"
    line = change(ROUTES, "  - {id: unkind,", f"{worry}  - {{id: unkind,")
    change(ROUTES, "    worries: [every]\n    who: If someone", "    worries: [danger]\n    who: If someone")
    for route in ("school", "childline"):
        text = (project / ROUTES).read_text(encoding="utf-8")
        before, after = text.split(f"  - id: {route}\n")
        after = after.replace("worries: [every]", "worries: [unkind]", 1)
        (project / ROUTES).write_text(f"{before}  - id: {route}\n{after}", encoding="utf-8")
    found = [said for said in told(project) if "lost-device" in said]
    assert found == [
        f"{ROUTES}:{line}:10: No help route for parents helps with “lost-device”. Name it under “worries” of one that "
        "does."
    ]


def test_the_page_of_a_worry_must_be_there(project: Path, change: Change) -> None:
    line = change(ROUTES, "page: parents/worries/unkind.md", "page: parents/worries/unkin.md")
    (only,) = told(project)
    assert only.startswith(f"{ROUTES}:{line}:")
    assert only.endswith(
        "There is no page “parents/worries/unkin.md” under docs/. Did you mean “parents/worries/unkind.md”?"
    )


def test_nothing_is_missed_in_a_file_that_could_not_be_read() -> None:
    known_ids = KnownIds.of(None, None, None, ["symbols/key", "cast/kit-calm"])
    assert (known_ids.clauses, known_ids.topics, known_ids.statements, known_ids.strands) == (None,) * 4
    assert known_ids.symbols == ["key"]
    assert KnownIds.of(Policy(title="Policy", approval=(), sections=()), None, None, []).clauses is not None


SONG = "docs/_data/song.yml"


def test_a_verse_of_no_lesson_is_told_with_the_nearest(project: Path, change: Change) -> None:
    line = change(SONG, "  my-special-facts:", "  my-special-fact:")
    (only,) = told(project)
    assert only.startswith(f"{SONG}:{line}:3: There is no lesson “my-special-fact” in lessons/early-years.")
    assert only.endswith(" Did you mean “my-special-facts”?")


def test_a_verse_must_be_what_the_page_of_its_lesson_says(project: Path, change: Change) -> None:
    line = change(SONG, "And then we ask our grown-up.", "And then we ask my grown-up.")
    assert told(project) == [
        f"{SONG}:{line}:7: The page of the lesson “my-special-facts” doesn’t have this line. Write both alike."
    ]


def test_a_line_that_does_not_fit_its_tune_is_told(project: Path, change: Change) -> None:
    line = change(SONG, "And then we ask our grown-up.", "And then we ask our lovely grown-up.")
    (only,) = told(project)
    assert only.startswith(f"{SONG}:{line}:7: This line has 8 syllables and its tune has 7 notes. ")


def test_an_answer_to_a_question_that_nobody_asks_is_told_with_the_nearest(project: Path, change: Change) -> None:
    line = change("school.yml", "  filtering-leader:", "  filtering-leaders:")
    assert told(project) == [
        f"school.yml:{line}:3: No page asks the school “filtering-leaders”. Did you mean “filtering-leader”?"
    ]
