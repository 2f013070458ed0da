"""What a colleague would say of a quiz is said, in its place; and a good quiz is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from macros.__main__ import main
from macros.checks.quiz_quality import FEEDBACK, LIMITS, NOT_READ, check_teaching, sentences, texts_of
from macros.content.library import EXAMPLES_FOR, PHASES, Library
from macros.models.base import Model
from macros.models.questions import AnyQuestion
from macros.models.quiz import ADULTS, Quiz
from macros.source import parse_yaml

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
GOOD = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
  - id: a
    type: choose-one
    text: Who may know it?
    hint: Who looks after Kit?
    topics: [safe-passwords]
    choices:
      - {text: A best friend, feedback: Friends share a lot. It is safer with Gran.}
      - {text: Gran, correct: yes, feedback: Gran looks after Kit.}
      - {text: The game, feedback: Games ask for things. Ask Gran first.}
"""


def told(text: str, phase: str = "years-3-4", has_strand: bool = True) -> list[str]:
    """Give each problem as `line:column: sentence`."""
    document = parse_yaml(text, "a.yml")
    found = check_teaching(Quiz.model_validate(document.data), phase, document, has_strand)
    return [str(problem).removeprefix("a.yml:") for problem in sorted(found)]


def changed(old: str, new: str) -> str:
    assert old in GOOD, old
    return GOOD.replace(old, new, 1)


def asking(text: str) -> str:
    return changed("Who may know it?", f'"{text}"')


def several(*questions: tuple[str, str, str, int]) -> str:
    """Make a quiz of choose-one questions: three choices each, and the number of the good one."""
    lines = [GOOD.split("questions:", maxsplit=1)[0] + "questions:"]
    for number, (one, two, three, good) in enumerate(questions):
        lines += [f"  - id: q{number}", "    type: choose-one", "    text: Which?", "    hint: Think.", "    choices:"]
        for place, text in enumerate((one, two, three)):
            yes = ", correct: yes" if place == good else ""
            lines.append(f"      - {{text: {text}{yes}, feedback: Because {number}{place}.}}")
    return "\n".join(lines)


def test_a_good_quiz_is_left_alone() -> None:
    for phase in PHASES[1:]:
        assert told(GOOD, phase) == []


def test_the_quizzes_of_the_site_and_the_examples_are_left_alone(library: Library, root: Path) -> None:
    read: list[tuple[Quiz, str, str]] = [
        *((entry.quiz, entry.phase, f"quizzes/{entry.phase}/{entry.id}.yml") for entry in library.lessons.values()),
        (library.examples, EXAMPLES_FOR, "docs/_data/examples.yml"),
    ]
    for quiz, phase, path in read:
        document = parse_yaml((root / path).read_text(encoding="utf-8"), path)
        assert [str(problem) for problem in check_teaching(quiz, phase, document, has_strand=True)] == []


def test_the_good_choice_always_the_longest_is_told_where_it_first_is() -> None:
    rows = [("No", "Longer", "Tell", 1), ("Longest of all", "So", "On", 0), ("A", "B", "The longest one", 2)]
    assert told(several(*rows)) == [
        "11:16: The good choice is the longest in every “choose-one” question of this quiz, so it can be guessed. "
        "Shorten it in some of them, or say more in another choice."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("No", "Longer", "Tell", 1), ("Longest of all", "So", "On", 0), ("A", "Another", "Short", 2)],
        [("No", "Longer", "Tell", 1), ("Longest of all", "So", "On", 0)],
        [("Same", "Soft", "On", 1), ("Longest of all", "So", "On", 0), ("A", "B", "The longest one", 2)],
    ],
    ids=["one is shorter", "two questions only", "one is as long as another"],
)
def test_the_good_choice_not_always_the_longest_is_left_alone(rows: list[tuple[str, str, str, int]]) -> None:
    assert told(several(*rows)) == []


def test_the_good_choice_always_in_one_place_is_told_with_its_number() -> None:
    rows = [("No it is", "So", "Tell", 1), ("Longest of all", "So", "On", 1), ("A", "B", "The longest one", 1)]
    assert told(several(*rows)) == [
        "11:16: The good choice is number 2 in every “choose-one” question of this quiz, so it can be guessed. Move "
        "it up or down in some of them."
    ]
    rows[1] = ("On", "So", "Longest of all", 0)
    assert told(several(*rows)) == []
    assert told(several(*rows[:1], *rows[2:])) == []


@pytest.mark.parametrize(
    "text",
    ["All of the above", "None of the above.", "Both", "All of them", "Neither of these", "Both of them", "Do both"],
)
def test_a_choice_that_is_all_or_none_of_the_others_is_told(text: str) -> None:
    assert told(changed("text: The game", f"text: {text}")) == [
        f"13:16: “{text}” tests reading and not thinking. Write a choice of its own, or make the question “type: "
        "choose-many”."
    ]


@pytest.mark.parametrize("text", ["Tell all of them about it", "Both friends ask Gran", "All my friends", "None"])
def test_a_choice_that_only_uses_such_words_is_left_alone(text: str) -> None:
    assert told(changed("text: The game", f"text: {text}")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Which is not safe?", "Which is not"),
        ("Which of these is not private?", "Which of these is not"),
        ("Which of these things isn't private?", "Which of these things isn't"),
        ("Which app does not need it?", "Which app does not"),
        ("Which things should Kit never show?", "Which things should Kit never"),
        ("What should Kit NOT do?", "What should Kit NOT"),
        ("Who can't help?", "Who can't"),
        ("Which is not a good password?", "Which is not"),
        ("Is this not a good idea?", "not a good"),
        ("Choose the one that is not safe.", "Choose the one that is not"),
        ("All of these are safe except …", "except"),
        ("Kit plays. What would you never do?", "What would you never"),
    ],
)
def test_a_question_for_what_is_not_so_is_told(text: str, shown: str) -> None:
    assert told(asking(text)) == [
        f"7:11: The question asks what is not so (“{shown}”), and a child may read past that. Ask for what is good or "
        "safe."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "BlueOwl knows which team Nia likes, but Nia does not know BlueOwl. What can Nia do?",
        "Which clue tells Kit that it is not real?",
        "What can Kit do if Ava does not listen?",
        "Everybody is in the game except Kit. What can Kit do?",
        "What can Kit do when Kit is not sure?",
        "Which of these is Kit not sure about?",
        "Kit's name is not on the list. Who can help?",
        "Is it true or not?",
    ],
)
def test_a_question_with_a_not_in_its_story_is_left_alone(text: str) -> None:
    assert told(asking(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("You should have known.", "should have"),
        ("You shouldn't have told.", "shouldn't have"),
        ("That is silly.", "silly"),
        ("It is a stupid thing.", "stupid"),
        ("It was careless.", "careless"),
        ("It is your fault.", "fault"),
        ("That is wrong.", "That is wrong"),
        ("You got it wrong.", "You got it wrong"),
    ],
)
@pytest.mark.parametrize("place", ["Gran looks after Kit.", "Who looks after Kit?"], ids=["feedback", "hint"])
def test_words_that_blame_are_told(text: str, shown: str, place: str) -> None:
    said = told(changed(place, text))
    assert len(said) == 1
    assert said[0].endswith(
        f"“{text}” may sound like blame (“{shown}”). Say what is good in the thought, and what is safer."
    )


@pytest.mark.parametrize(
    "text",
    [
        "It is not your fault.",
        "It isn't Kit's fault.",
        "Nobody is to blame.",
        "If it feels wrong, tell.",
        "You haven't done anything wrong.",
        "A chatbot can sound sure and still get it wrong.",
        "Draw one silly picture.",
    ],
)
def test_words_that_free_from_blame_are_left_alone(text: str) -> None:
    assert told(changed("Gran looks after Kit.", f'"{text}"')) == []


def test_blame_in_a_scene_is_told_and_in_a_way_on_is_a_childs_thought() -> None:
    story = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
  - id: a
    type: story
    text: You choose.
    hint: Who helps?
    scenes:
      - {id: one, text: It is Kit's fault., choices: [{text: It is my fault, to: two}, {text: Tell, to: two}]}
      - {id: two, text: Gran helps., helper: yes, choices: [{text: Stay, to: end}, {text: Go, to: end}]}
      - {id: end, text: All is well., ending: yes}
"""
    assert told(story) == [
        "10:25: “It is Kit's fault.” may sound like blame (“fault”). Say what is good in the thought, and what is "
        "safer."
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Yes, Gran looks after Kit.", "Yes"),
        ("No. Ask Gran.", "No"),
        ("Not yet. Ask Gran.", "Not yet"),
        ("Well done! Gran helps.", "Well done"),
        ("Wrong.", "Wrong"),
    ],
)
def test_feedback_that_begins_with_a_verdict_is_told(text: str, shown: str) -> None:
    said = told(changed("feedback: Gran looks after Kit.", f'feedback: "{text}"'))
    assert said[0] == (
        f"12:46: The feedback begins with “{shown}”. The page says “Yes!” or “Not yet.” by itself, so begin with the "
        "reason."
    )


@pytest.mark.parametrize("text", ["No one else needs it.", "Nobody needs it.", "Yesterday is over.", "No-one asks."])
def test_feedback_that_begins_like_a_verdict_is_left_alone(text: str) -> None:
    assert told(changed("Gran looks after Kit.", text)) == []


def test_feedback_that_stands_twice_in_a_question_is_told_at_the_second() -> None:
    assert told(changed("Games ask for things. Ask Gran first.", "gran looks after Kit")) == [
        "13:36: The same feedback stands above in this question. Say why for this choice alone."
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("What is your name?", "your name"),
        ("Write your full name.", "your full name"),
        ("How many letters has your address?", "your address"),
        ("What is your school called?", "your school"),
        ("What is your age?", "your age"),
        ("How old are you?", "How old are you"),
    ],
)
def test_a_question_for_personal_facts_is_told(text: str, shown: str) -> None:
    assert told(asking(text)) == [
        f"7:11: This asks a child about themselves (“{shown}”). Ask about a child in a story: “Who may know Kit's "
        "name?”"
    ]


@pytest.mark.parametrize(
    "text",
    ["A game asks for your name. What would you do?", "Who may know Kit's name?", "Who may know your password?"],
)
def test_a_question_about_somebody_who_asks_is_left_alone(text: str) -> None:
    assert told(asking(text)) == []


@pytest.mark.parametrize("place", ["Who may know it?", "Who looks after Kit?"])
@pytest.mark.parametrize("text", ["Has this happened to you?", "Have you ever seen it?"])
def test_a_question_for_what_has_happened_to_a_child_is_told(place: str, text: str) -> None:
    (said,) = told(changed(place, text))
    assert "This asks for what has happened to a child (“" in said


MANY = {
    "choose-one": "{text: T%d, feedback: F%d, correct: %s}",
    "choose-many": "{text: T%d, feedback: F%d, correct: %s, missed: M}",
    "what-would-you-do": "{text: T%d, feedback: F%d, grade: %s}",
}


def with_choices(kind: str, count: int) -> str:
    good, other = ("safest", "risky") if kind == "what-would-you-do" else ("yes", "no")
    rows = [MANY[kind] % (n, n, good if n == 0 else other) for n in range(count)]
    rows = [row if "correct: yes" in row else row.replace(", missed: M", "") for row in rows]
    head = GOOD.split("    choices:", maxsplit=1)[0].replace("type: choose-one", f"type: {kind}")
    return head + "    choices:\n" + "\n".join(f"      - {row}" for row in rows)


# The model itself refuses a fifth choice of choose-one.
ALLOWED = [
    (phase, kind, row.many if kind == "choose-many" else row.one)
    for phase, row in LIMITS.items()
    for kind in MANY
    if (kind, row.one) != ("choose-one", 4)
]


@pytest.mark.parametrize(("phase", "kind", "most"), ALLOWED)
def test_more_choices_than_the_age_allows_are_told_at_the_first_too_many(phase: str, kind: str, most: int) -> None:
    assert told(with_choices(kind, most), phase) == []
    (said,) = told(with_choices(kind, most + 1), phase)
    assert said == (
        f"{11 + most}:9: There are {most + 1} choices; for {LIMITS[phase].whose} a question of this type has at most "
        f"{most}. Take out the one that the fewest children would think of."
    )


PICTURED = GOOD.replace("A best friend,", "A best friend, picture: two-friends,")
SORTED = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
  - id: a
    type: sort
    text: What goes where?
    hint: Think.
    topics: [safe-passwords]
    groups:
      - {id: fine, text: Fine, picture: thumb-up}
      - {id: private, text: Private, picture: key}
    items:
      - {text: A tree, picture: tree, group: fine, feedback: It grows., not_yet: It is a tree.}
      - {text: A school, picture: school, group: private, feedback: It is near., not_yet: It shows where.}
"""


@pytest.mark.parametrize("phase", [*PHASES[1:], "adults"])
@pytest.mark.parametrize(
    ("picture", "what"),
    [
        ("unsure", "“unsure” is the picture of “I'm not sure”"),
        ("ask", "A question bubble, “ask”, looks like “I'm not sure”"),
    ],
)
@pytest.mark.parametrize(
    ("text", "old", "place"),
    [(PICTURED, "two-friends", "11:40"), (SORTED, "thumb-up", "11:41"), (SORTED, "school", "15:35")],
    ids=["choice", "group", "item"],
)
def test_a_picture_that_looks_like_not_sure_is_told(
    phase: str, picture: str, what: str, text: str, old: str, place: str
) -> None:
    assert told(text, phase) == []
    assert told(text.replace(f"picture: {old}", f"picture: {picture}"), phase) == [
        f"{place}: {what}, which is added to every question by itself. Put another picture here."
    ]


def test_a_question_or_a_step_may_show_a_question_bubble() -> None:
    assert told(changed("    hint:", "    picture: ask\n    hint:")) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "place", "picture"),
    [
        (PICTURED, "Gran, correct", "Gran, picture: two-friends, correct", "12:31", "two-friends"),
        (SORTED, "picture: key", "picture: thumb-up", "12:47", "thumb-up"),
        (SORTED, "picture: school", "picture: tree", "15:35", "tree"),
    ],
    ids=["choices", "groups", "items"],
)
def test_a_picture_that_stands_twice_in_a_question_is_told_at_the_second(
    text: str, old: str, new: str, place: str, picture: str
) -> None:
    assert told(text.replace(old, new)) == [
        f"{place}: “{picture}” is also the picture of number 1 above, and they look alike to a child who cannot read "
        "yet. Put another picture on one of them."
    ]


STEPS = """\
title: Locks
can_do: You can lock it.
at_home: Say it at home.
questions:
  - id: a
    type: put-in-order
    text: What comes first?
    hint: Think.
    topics: [safe-passwords]
    steps:
      - {text: Pause, picture: stop, feedback: A pause helps., not_yet: This is early.}
      - {text: Tell Gran, picture: ask, feedback: She can help., not_yet: This is next.}
      - {text: Play, picture: ball, feedback: It is fun again., not_yet: This is late.}
"""
PAIRS = re.sub(
    r"text: (\w+)( \w+)?,",
    r"text: \1\2, match: With \1,",
    STEPS.replace("put-in-order", "match")
    .replace("steps:", "pairs:")
    .replace("text: What comes first?", "text: What fits?"),
)


@pytest.mark.parametrize(("text", "place"), [(STEPS, "12:36"), (PAIRS, "12:54")], ids=["steps", "pairs"])
def test_steps_and_pairs_are_told_apart_by_their_pictures(text: str, place: str) -> None:
    assert [said for said in told(text) if "picture" in said] == []
    assert [said for said in told(text.replace("picture: ask", "picture: stop")) if "picture" in said] == [
        f"{place}: “stop” is also the picture of number 1 above, and they look alike to a child who cannot read yet. "
        "Put another picture on one of them."
    ]


def test_a_thing_and_its_group_may_have_one_picture() -> None:
    assert told(SORTED.replace("picture: tree", "picture: thumb-up")) == []


@pytest.mark.parametrize("phase", PHASES)
def test_a_score_is_for_adults_alone(phase: str) -> None:
    text = changed("questions:", "score: yes\nquestions:")
    assert told(text, "adults") == []
    assert [said for said in told(text, phase) if "score" in said] == [
        "4:8: A score is for adults’ quizzes. A learner is told what they can do now. Take this line out."
    ]


def test_a_question_of_no_topic_and_no_strand_is_told() -> None:
    text = changed("    topics: [safe-passwords]\n", "")
    assert told(text, has_strand=False) == [
        "5:5: This question belongs to no topic, and its lesson to no strand. Add a line “topics: […]” with "
        "the topic that it asks about."
    ]
    assert told(text, has_strand=True) == []
    assert told(GOOD, has_strand=False) == []


@pytest.mark.parametrize("phase", PHASES)
def test_a_sentence_is_told_from_one_word_more_than_the_age_can_read(phase: str) -> None:
    short = GOOD
    for old, new in (("Friends share a lot. It is safer with Gran.", "It is kind."), ("Ask Gran first.", "Ask.")):
        short = short.replace(old, new)
    longest = LIMITS[phase].words
    fits = " ".join(["word"] * longest)
    assert told(short.replace("Gran looks after Kit.", f"{fits}. Then {fits[5:]}."), phase) == []
    (said,) = told(short.replace("Gran looks after Kit.", f"Short. So {fits}."), phase)
    assert said.startswith("12:46: “So word word")
    assert said.endswith(
        f"has {longest + 1} words; for {LIMITS[phase].whose} a sentence has at most {longest}. Split it, or take "
        "words out."
    )


@pytest.mark.parametrize("place", ["You can lock it.", "Say it at home.", "Who may know it?", "The game"])
def test_every_text_that_a_learner_reads_is_measured(place: str) -> None:
    assert len(told(changed(place, "word " * 19))) == 1


def test_what_the_youngest_pick_is_a_label() -> None:
    assert told(changed("The game", "Seven words are too many for this"), "early-years") == [
        "13:16: “Seven words are too many for this” has 7 words; for the early years a label has at most 6. Split it, "
        "or take words out."
    ]


def test_the_title_is_the_lessons_and_is_not_measured() -> None:
    assert told(changed("title: Locks", "title: " + "word " * 16)) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('"No!" says Tam. Tam runs.', ['"No!" says Tam.', "Tam runs."]),
        ("Tell a **grown-up**.", ["Tell a grown-up."]),
        ("One … two", ["One … two"]),
        ("!", []),
    ],
)
def test_a_text_is_split_into_its_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_every_text_of_every_type_is_either_read_by_a_learner_or_a_name(library: Library) -> None:
    """A new field of a question is measured by itself; a new name for the site must be named as such."""

    def names(model: type[Model]) -> set[str]:
        found = set(model.model_fields)
        for field in model.model_fields.values():
            for inner in get_args(field.annotation):
                if isinstance(inner, type) and issubclass(inner, Model):
                    found |= names(inner)
        return found

    holders = {"questions", "choices", "groups", "items", "steps", "pairs", "sentences", "scenes", "spare_words"}
    yes_or_no = {"correct", "answer", "helper", "ending", "score"}
    words = {"can_do", "at_home", "text", "hint", "match", "answer"} | FEEDBACK
    known = holders | yes_or_no | words | NOT_READ
    for model in (Quiz, *get_args(get_args(AnyQuestion)[0])):
        assert names(model) <= known, f"Is {sorted(names(model) - known)} read by a learner? Then add it to `words`."
    read = {next(step for step in reversed(loc) if isinstance(step, str)) for loc, _ in texts_of(library.examples)}
    assert read == words | {"spare_words"}


def test_a_problem_of_teaching_is_told_by_the_check_with_file_line_and_column(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(QUIZ, "text: p@ssw0rd!", "text: None of the above")
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{QUIZ}:{line}:15: “None of the above” tests reading and not thinking. Write a choice of its own, or make the "
        "question “type: choose-many”.",
        "1 problem to mend.",
    ]


def test_the_age_is_that_of_the_folder(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = "quizzes/early-years/my-special-facts.yml"
    line = change(path, "hint: Who looks after Pip?", f"hint: Who {'ever ' * 17}looks after Pip?")
    assert main(["--root", str(project), "check"]) == 1
    assert f"{path}:{line}:11: “Who {'ever ' * 11}…” has 21 words; for the early years" in capsys.readouterr().err


def test_the_examples_are_checked_as_quizzes_are(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = "docs/_data/examples.yml"
    lines = [
        change(path, "    topics: [safe-passwords]\n", ""),
        change(path, "picture: stop", "picture: stopp"),
        change(path, "topics: [report-concerns]", "topics: [report-concern]"),
    ]
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err
    assert f"{path}:{lines[1]}:18: There is no symbol “stopp”. Did you mean “stop”?" in said
    assert f"{path}:{lines[2]}:14: There is no topic “report-concern”." in said
    assert "This question belongs to no topic" in said


def test_an_example_that_is_not_there_is_told(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = "docs/about/writing-quizzes.md"
    line = change(path, 'quiz_example("match")', 'quiz_example("macth")')
    assert main(["--root", str(project), "check"]) == 1
    assert f"{path}:{line}:1: There is no example “macth”. Did you mean “match”?" in capsys.readouterr().err


def test_without_its_examples_the_check_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/_data/examples.yml").unlink()
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err.startswith("docs/_data/examples.yml:1:1: This file is missing.")


def test_the_limits_are_those_that_the_page_for_authors_names(root: Path) -> None:
    page = (root / "docs/about/writing-words.md").read_text(encoding="utf-8")
    rows = [line for line in page.split("## Reading limits")[1].split("\n") if line.startswith("| ")][2:7]
    for row, limits in zip(rows, LIMITS.values(), strict=True):
        assert limits.whose.split()[-1] in row.lower()
        assert str(limits.words) in row.split("|")[2].split()[-1], f"{row} should say {limits.words}."


def test_the_limits_are_those_of_the_projects_sheet_on_its_voice() -> None:
    told = {age: (limits.words, limits.label, limits.one, limits.many) for age, limits in LIMITS.items()}
    assert told == {
        "early-years": (20, 6, 3, 3),
        "years-1-2": (22, 12, 3, 3),
        "years-3-4": (18, 18, 4, 5),
        "years-5-6": (24, 24, 4, 5),
        ADULTS: (28, 28, 4, 5),
    }
