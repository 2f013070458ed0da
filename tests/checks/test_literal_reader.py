"""What a literal reader could take as what is not meant is refused, and what only looks like it is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks.learner_words import Piece
from macros.checks.literal_reader import RULES, check_literal

PROMISE = "Childline keeps what you say private. If a child is in danger, they might need to tell someone who can help."
QUIZ = "quizzes/years-3-4/three-word-locks.yml"

KEPT_QUIET = (
    "may be read as an order to keep quiet. An unsafe secret is “one that someone tells you to keep for ever, or that "
    "gives you a wobbly feeling. You can always tell a grown-up about it.”"
)
DO_NOT_TELL = (
    "tells a child to keep quiet. If somebody in the story says it, put their words in quotation marks. If not, say "
    "what to do."
)
CANNOT_TELL = (
    "can be heard as “not allowed to tell”. For not knowing, say “don't know”. For having no one to tell, say “I don't "
    "know who to tell.”"
)
FINE_TO_TELL = "makes a child think that other things are not. For what may be shared, say “OK to share”."
NOT_HELP = (
    "uses “tell” for something else than getting help. Say “shows”, “gives away” or “know”. If help is meant, say who "
    "is told: “Tell someone what happened.”"
)
BARE = "does not say who is told. Say “Tell someone.” or “tell a grown-up”."
NOT_FOR_CHILDREN = "holds a word that is not for children. Take it out: pages for parents and staff can say it."
PASSWORD = "makes a good thing of a secret. Say “password”."
OWN = "sends a child out with any grown-up. Say whose: “her own grown-ups”."
EVERY_TIME = (
    "promises what may not happen. Say “Telling is the thing to do every time. If it doesn't work, tell someone else.”"
)
ONE_WORDING = f"promises something in Childline's name. There is one wording, and it is whole: “{PROMISE}”"
YOUNG = (
    "promises something in Childline's name. For this age say only “You can ring Childline on 0800 1111. It's free, "
    "day or night.”"
)
STRANGER = (
    "would fit a stranger who is kind online. Say “a grown-up you know in real life, who listens and helps keep you "
    "safe”."
)


def told(
    text: str,
    path: str = "lessons/years-3-4/a/lesson.md",
    promise: str | None = PROMISE,
    spoken: bool = False,
    defines: str | None = None,
) -> list[str]:
    """Give each problem of a text as `line:column: sentence`."""
    found = check_literal([Piece("Lesson: A", path, 1, text, spoken, defines)], text, promise)
    return [str(problem).removeprefix(f"{path}:") for problem in found]


@pytest.mark.parametrize(
    ("text", "shown", "said"),
    [
        ("An unsafe secret must never be told.", "must never be told", KEPT_QUIET),
        ("It must not be told.", "must not be told", KEPT_QUIET),
        ("Some things should never be told.", "should never be told", KEPT_QUIET),
        ("A promise must be kept.", "must be kept", KEPT_QUIET),
        ("This one mustn't be told.", "mustn't be told", KEPT_QUIET),
        ("It can't be told.", "can't be told", KEPT_QUIET),
        ("Don't tell your dad.", "Don't tell", DO_NOT_TELL),
        ("Please do not tell me.", "do not tell", DO_NOT_TELL),
        ("Never tell anyone.", "Never tell", DO_NOT_TELL),
        ("Do not ever tell Gran about it.", "Do not ever tell", DO_NOT_TELL),
        ("We don't tell other people's stories.", "don't tell", DO_NOT_TELL),
        ("Pip cannot tell from the face.", "cannot tell", CANNOT_TELL),
        ("We can't tell yet.", "can't tell", CANNOT_TELL),
        ("Kit couldn't tell.", "couldn't tell", CANNOT_TELL),
        ("This one is fine to tell.", "fine to tell", FINE_TO_TELL),
        ("Is it OK to tell?", "OK to tell", FINE_TO_TELL),
        ("It tells where Pip goes.", "tells where", NOT_HELP),
        ("It does not tell who Tam is.", "tell who", NOT_HELP),
        ("A label tells what is in it.", "tells what", NOT_HELP),
        ("How can you tell?", "How can you tell", NOT_HELP),
        ("Stop and tell.", "and tell", BARE),
        ("Stop, and then tell!", "then tell", BARE),
        ("Then we tell.", "Then we tell", BARE),
        ("Remember: pause, tell, sort it together.", "tell", BARE),
        ("Pip stays and tells.", "tells", BARE),
        ("The secret word is for Nan.", "secret word", PASSWORD),
        ("Someone asks Kit for a nude.", "nude", NOT_FOR_CHILDREN),
        ("Kit sees pornography.", "pornography", NOT_FOR_CHILDREN),
        ("That is Sextortion.", "Sextortion", NOT_FOR_CHILDREN),
        ("Pip has a secret code.", "secret code", PASSWORD),
        ("Pip goes places with grown-ups.", "goes places with grown-ups", OWN),
        ("We only go out with a grown-up.", "go out with a grown-up", OWN),
        ("Tam went to new places with other adults.", "went to new places with other adults", OWN),
        ("You know that telling helps every time.", "telling helps every time", EVERY_TIME),
        ("Telling always works.", "Telling always works", EVERY_TIME),
        ("Tell a teacher, and they will make it stop.", "Tell a teacher, and they will make it stop", EVERY_TIME),
    ],
)
def test_a_sentence_that_may_be_taken_literally_is_told_with_what_to_say(text: str, shown: str, said: str) -> None:
    whole = shown == text.rstrip(".!?")
    assert told(text) == [f"1:1: “{text}” {'' if whole else f'(“{shown}”) '}{said}"]


@pytest.mark.parametrize(
    "text",
    [
        # To be kept, or not told, without an order to keep quiet.
        "The tablet must be kept in the kitchen.",
        "A password must be kept safe.",
        "It is never too late to be told the truth.",
        "Kit was never told off.",
        # Somebody in the story says it.
        '"Don\'t tell your dad," Juno writes.',
        "“Come to the bakery. Don't tell anyone.” Bo's paws go cold.",
        'A player types, "Do not tell." What is best to do?',
        # No order.
        "If you don't tell, it can go on.",
        "Children who do not tell are not to blame.",
        "It does not tell them off.",
        # To get help.
        "If you can't tell Mum, tell a teacher.",
        "You can tell a grown-up about it.",
        "It's fine to tell a teacher.",
        "It is OK to tell someone you trust.",
        "A map tells you where it is.",
        "Tell Nan what happened.",
        "How can Pip tell Nan?",
        "Tell someone.",
        "Pause. Tell someone. Sort it together.",
        "It is never too late to tell.",
        "If you've blocked someone, do you still need to tell?",
        "She is still the one who tells.",
        "It stays with him until he tells.",
        "What happens when you tell?",
        "Kit tells Gran, and Gran listens.",
        "Pause, tell someone, and sort it together.",
        # A password, and a secret.
        "Pick a password of three words.",
        "A secret that someone tells you to keep for ever is not safe.",
        # Her own grown-ups, and no going out.
        "Pip only goes out with her own grown-ups.",
        "Go out with your grown-up.",
        "Go online with a grown-up.",
        "Grandad goes out with Nan.",
        # No promise.
        "Telling is the thing to do every time.",
        "Being nasty back will make it stop.",
        "Telling can help to make it stop.",
        # A word that is explained.
        "tell",
    ],
)
def test_a_sentence_that_only_looks_like_it_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_one_sentence_may_be_told_twice_each_with_its_own_words() -> None:
    assert told("We cannot tell who it is.") == [
        f"1:1: “We cannot tell who it is.” (“cannot tell”) {CANNOT_TELL}",
        f"1:1: “We cannot tell who it is.” (“tell who”) {NOT_HELP}",
    ]


def test_each_sentence_is_told_at_its_own_place() -> None:
    text = "## What helps\n\nKit is **wobbly**.\n\n1. **Pause.**\n2. **Tell.** Gran listens.\n\nIt must\nnever be told."
    assert [said.split(": “")[0] for said in told(text)] == ["6:6", "8:1"]


def test_a_label_is_told_without_a_full_stop() -> None:
    assert told("Tell") == [f"1:1: “Tell” {BARE}"]
    assert told("Stop and tell") == [f"1:1: “Stop and tell” (“and tell”) {BARE}"]
    assert told("Fine to tell") == [f"1:1: “Fine to tell” {FINE_TO_TELL}"]


def test_a_long_sentence_is_told_by_its_first_twelve_words() -> None:
    (said,) = told("One two three four five six seven eight nine ten eleven twelve thirteen must never be told.")
    assert said.startswith(
        "1:1: “One two three four five six seven eight nine ten eleven twelve …” (“must never be told”)"
    )


# Childline


@pytest.mark.parametrize(
    "text",
    [
        PROMISE,
        f"You can ring Childline. {PROMISE} They listen.",
        "You can ring Childline on 0800 1111. It's free, day or night.",
        "Childline listens to any worry.",
        "Your diary is private. You can ring Childline too.",
    ],
)
def test_what_childline_promises_in_the_one_wording_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Childline keeps what you say private.", "Childline keeps what you say private."),
        ("Childline keeps it a secret.", "Childline keeps it a secret."),
        ("Childline won't tell anyone.", "Childline won't tell anyone."),
        ("Childline listens. They keep it private.", "They keep it private."),
        ("Childline is confidential.", "Childline is confidential."),
    ],
)
def test_any_other_promise_in_childlines_name_is_told(text: str, shown: str) -> None:
    (said,) = told(text)
    assert said.endswith(f"“{shown}” {ONE_WORDING}")


@pytest.mark.parametrize("path", ["lessons/early-years/a/lesson.md", "quizzes/years-1-2/a.yml"])
def test_the_youngest_are_promised_nothing_in_childlines_name(path: str) -> None:
    (said, *_) = told(PROMISE, path)
    assert said == f"1:1: “Childline keeps what you say private.” {YOUNG}"


def test_what_a_teacher_says_of_childline_is_held_to_it_too_and_nothing_else() -> None:
    said = '"Childline keeps it private."'
    assert told(said, spoken=True) == [f"1:2: “{said}” {ONE_WORDING}"]
    assert told("Childline may pass on what is private, so promise no secrets.", spoken=True) == []
    assert told('Say, "Stop and tell."', spoken=True) == []


def test_where_the_promise_is_not_known_nothing_is_compared_with_it() -> None:
    assert told("Childline keeps it a secret.", promise=None) == []


# A trusted adult


@pytest.mark.parametrize("word", ["trusted adult", "a trusted grown-up", "grown-up you trust"])
def test_a_trusted_adult_is_somebody_in_real_life(word: str) -> None:
    assert told("A grown-up who listens.", defines=word) == [f"1:1: “A grown-up who listens.” {STRANGER}"]
    assert told("A grown-up you know in real life. They listen.", defines=word) == []
    assert told("A grown-up who listens. You know them in real life.", defines=word) == []


def test_a_trusted_adult_that_a_sentence_explains_is_somebody_in_real_life() -> None:
    said = "A trusted adult is someone who listens."
    assert told(said) == [f"1:1: “{said}” {STRANGER}"]
    assert told("A trusted adult is a grown-up you know in real life, who listens.") == []
    assert told("Tell a trusted adult first.") == []
    assert told("To feel sure of someone.", defines="trust") == []


# On the page for authors


def test_the_messages_on_the_page_for_authors_are_those_of_the_check(root: Path) -> None:
    page = (root / "docs/about/writing-words.md").read_text(encoding="utf-8")
    table = page.split("would.\n\n| The message says | What to do |\n| --- | --- |\n")[1].split("\n\n")[0]
    shown = [row.split("|")[1].strip() for row in table.split("\n")]
    for message in shown:
        sentence = message.removeprefix("“").split("”")[0]
        said = [
            line for line in told(sentence, defines="trusted adult") if STRANGER not in line or "listens" in sentence
        ]
        assert said, message
        assert said[0].startswith(f"1:1: {message.removesuffix('.')}"), said[0]
    assert len(shown) == len(RULES) + 2  # and Childline, and a trusted adult


# In the check of all content


def test_the_check_refuses_it_in_a_quiz_a_lesson_a_page_a_promise_and_the_policy_in_plain_words(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = "lessons/years-3-4/three-word-locks/lesson.md"
    for path, ending in (
        (lesson, '\n\nKit cannot tell.\n\n!!! teacher "Say"\n    We cannot tell.\n'),
        ("docs/help/children.md", "\n\nKit cannot tell.\n"),
        ("docs/help/index.md", "\n\nWe cannot tell.\n"),
    ):
        file = project / path
        file.write_text(file.read_text(encoding="utf-8") + ending, encoding="utf-8")
    for path, name in (
        (QUIZ, "at_home: "),
        ("docs/_data/phases.yml", "    promise:\n      - "),
        ("docs/_data/clauses.yml", "      learners: "),
        ("docs/_data/clauses.yml", "      parents: "),
    ):
        change(path, name, f"{name}Kit cannot tell. ")
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert {line.split(":")[0] for line in said if "Kit cannot tell" in line} == {
        lesson, "docs/help/children.md", QUIZ, "docs/_data/phases.yml", "docs/_data/clauses.yml"
    }  # fmt: skip
    assert sum("cannot tell" in line and "clauses.yml" in line for line in said) == 1
    assert not [line for line in said if "We cannot tell" in line]


def test_the_examples_that_authors_copy_are_held_to_it(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    line = change("docs/_data/examples.yml", "can_do: ", "can_do: Kit cannot tell. ")
    assert main(["--root", str(project), "check"]) == 1
    assert f"docs/_data/examples.yml:{line}:9: “Kit cannot tell.” (“cannot tell”)" in capsys.readouterr().err


def test_the_promise_is_that_of_the_facts(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(QUIZ, "at_home: ", "at_home: Childline keeps it a secret. ")
    assert main(["--root", str(project), "check"]) == 1
    assert f"{QUIZ}:{line}:10: “Childline keeps it a secret.” {ONE_WORDING}" in capsys.readouterr().err.splitlines()
