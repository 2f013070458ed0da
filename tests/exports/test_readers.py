"""Each file is read by a program that had no part in writing it: the real quizzes, and the strangest words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.content.library import Library
from macros.exports.export import FROM_BEFORE, UNSURE
from macros.exports.items import Item, PlainQuiz, plain_quiz
from macros.exports.registry import FORMS, TakeAway, export_all
from macros.models.quiz import Quiz
from tests.exports.readers import office_faults, read_csv, read_gift, type_faults
from tests.exports.reading import cells, paragraphs

GIFT, KAHOOT, WAYGROUND, BLOOKET, WORD, GOOGLE = range(len(FORMS))
LONG = "A long, long question. " * 13 + "?"
# A question that says what any form may trip over, and each sign by itself.
SIGNS = ("=", "+", "-", "@", "~", "#", "{", "}", ":", "\U0001f98a", "لا تخبر أحدا", "שלום")


@pytest.fixture(scope="module")
def real(library: Library) -> dict[str, tuple[TakeAway, ...]]:
    made = {}
    for entry in library.lessons.values():
        recalled = [question for _, question in library.questions(entry.quiz.recall)]
        made[entry.id] = export_all(entry.id, entry.quiz, recalled, library.phase(entry.phase).title)
    return made


def as_bytes(taken: TakeAway) -> bytes:
    content = taken.export.content
    return content if isinstance(content, bytes) else content.encode()


def asked(read: Any) -> list[Any]:
    """Give the questions that gift-pegjs read; a text is what it refused."""
    assert isinstance(read, list), read
    return [question for question in read if question["type"] != "Category"]


def test_gift_pegjs_reads_every_quiz_whole(real: dict[str, tuple[TakeAway, ...]]) -> None:
    for (identity, taken), read in zip(
        real.items(), read_gift([taken[GIFT].export.content for taken in real.values()]), strict=True
    ):
        found = asked(read)
        assert len(found) == taken[GIFT].export.questions, identity
        for question in found:
            if question["type"] == "MC":
                weights = [choice["weight"] or (100 if choice["isCorrect"] else 0) for choice in question["choices"]]
                assert sum(weight for weight in weights if weight > 0) >= 99.99, question["title"]
                assert question["choices"][-1]["text"]["text"] == UNSURE
                assert all(choice["feedback"]["text"] for choice in question["choices"])


def test_each_question_has_an_id_that_stays_and_tags(real: dict[str, tuple[TakeAway, ...]], library: Library) -> None:
    for identity, read in zip(real, read_gift([taken[GIFT].export.content for taken in real.values()]), strict=True):
        entry = library.lessons[identity]
        age = library.phase(entry.phase).title
        category = [question["title"] for question in read if question["type"] == "Category"]
        assert category == [f"$course$/Online safety/{age}/{entry.quiz.title}"]
        found = asked(read)
        ids = [question["id"] for question in found]
        assert len(set(ids)) == len(ids)
        again = tuple(name.replace("/", "-") for name in entry.quiz.recall)
        for question in found:
            before = question["id"].startswith(again) if again else False
            assert before or question["id"].startswith(f"{identity}-")
            assert question["tags"] == ["online-safety", age, *(["from before"] if before else [])]
            assert question["stem"]["text"].startswith(FROM_BEFORE) == before


def test_a_slash_in_a_title_makes_no_category_of_its_own(only: Callable[..., Quiz]) -> None:
    quiz = only("choose-one").model_copy(update={"title": "Yes / no"})
    ((category, question),) = read_gift([export_all("a", quiz, age="Years [3]")[GIFT].export.content])
    assert category["title"] == "$course$/Online safety/Years [3]/Yes // no"
    assert (question["id"], question["tags"]) == ("a-choose-one", ["online-safety", "Years 3"])


def test_gift_pegjs_reads_the_strangest_words_as_they_are(filled: Callable[[str], Quiz], strange: Quiz) -> None:
    quizzes = [plain_quiz(strange), *(plain_quiz(filled(f"{sign} x {sign}y{sign}")) for sign in SIGNS)]
    for quiz, read in zip(quizzes, read_gift([FORMS[GIFT].make(quiz).content for quiz in quizzes]), strict=True):
        found = asked(read)
        assert len(found) == FORMS[GIFT].make(quiz).questions
        first = found[0]
        assert first["stem"]["text"] == quiz.questions[0].text
        assert [choice["text"]["text"] for choice in first["choices"][:-1]] == [
            answer.text.replace("->", "→") for answer in quiz.questions[0].items[0].answers
        ]


def test_csv_parse_reads_every_quiz_whole(real: dict[str, tuple[TakeAway, ...]], strange: Quiz) -> None:
    taken = [*(files[BLOOKET] for files in real.values()), export_all("a", strange)[BLOOKET]]
    for one, read in zip(taken, read_csv([as_bytes(each) for each in taken]), strict=True):
        assert isinstance(read, list), read
        rows = read[2:]
        assert len(rows) == one.export.questions
        assert {len(row) for row in read} == {8}
        for row in rows:
            assert all(row[1 + int(number)] for number in row[7].split(","))
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_csv_in_an_old_code_page_holds_the_same_words(real: dict[str, tuple[TakeAway, ...]]) -> None:
    for identity, taken in real.items():
        assert as_bytes(taken[BLOOKET]).decode().replace("£", "").isascii(), identity


def test_microsofts_validator_finds_nothing(
    real: dict[str, tuple[TakeAway, ...]], examples: Quiz, strange: Quiz
) -> None:
    some = {
        "real": next(iter(real.values())),
        "examples": export_all("a", examples),
        "strange": export_all("a", strange),
    }
    files = {
        f"{name}-{place}.{'docx' if place == WORD else 'xlsx'}": as_bytes(taken[place])
        for name, taken in some.items()
        for place in (KAHOOT, WAYGROUND, WORD)
    }
    assert office_faults(files) == {name: [] for name in files}


def test_microsofts_validator_would_find_something(examples: Quiz) -> None:
    taken = export_all("a", examples)[WORD]
    broken = as_bytes(taken).replace(b"word/styles.xml", b"word/stylez.xml")
    assert office_faults({"broken.docx": broken})["broken.docx"]


def test_typescript_finds_nothing_by_googles_own_types(examples: Quiz, strange: Quiz) -> None:
    scripts = {name: as_bytes(export_all("a", quiz)[GOOGLE]).decode() for name, quiz in
               (("examples", examples), ("strange", strange))}  # fmt: skip
    assert type_faults(scripts) == ""
    assert "setColour" in type_faults({"broken": scripts["examples"].replace("setIsQuiz", "setColour")})


def items(quiz: PlainQuiz) -> list[Item]:
    return [item for question in quiz.questions for item in question.items]


@pytest.fixture(scope="module")
def many(only: Callable[..., Quiz]) -> PlainQuiz:
    """Thirty-one questions, each with a sign in all its words, and every third too long for some forms."""
    made = []
    for number in range(31):
        sign = SIGNS[number % len(SIGNS)]
        text = f"{sign} {number} {LONG if number % 3 == 0 else 'Which?'}"
        choices = [
            {"text": f"{sign}{name}{sign}", "feedback": f"{sign} f", **({"correct": "yes"} if name == "a" else {})}
            for name in "ab"
        ]
        quiz = only("choose-one", text=text, choices=choices)
        made.append(quiz.questions[0].model_copy(update={"id": f"q{number}"}))
    return plain_quiz(only("choose-one").model_copy(update={"questions": tuple(made)}), (), "many")


@pytest.mark.parametrize("place", range(len(FORMS)), ids=lambda place: FORMS[place].name)
def test_of_thirty_one_questions_each_is_carried_or_named(many: PlainQuiz, place: int) -> None:
    export = FORMS[place].make(many)
    left_out = [note for note in export.notes if "is left out" in note]
    assert export.questions + len(left_out) == 31
    assert len(left_out) == (11 if place == KAHOOT else 0)
    assert all("its text has more than 120 characters" in note for note in left_out)


def test_thirty_one_strange_questions_come_back_word_by_word(many: PlainQuiz) -> None:
    wanted = [(item.text, [answer.text for answer in item.answers]) for item in items(many)]
    (gift,) = read_gift([FORMS[GIFT].make(many).content])
    assert [
        (question["stem"]["text"], [choice["text"]["text"] for choice in question["choices"][:-1]])
        for question in asked(gift)
    ] == wanted
    (rows,) = read_csv([FORMS[BLOOKET].make(many).content])
    # An apostrophe stands before what a sheet would take for a formula; that is told.
    assert [(row[1].removeprefix("'"), [cell.removeprefix("'") for cell in row[2:4]]) for row in rows[2:]] == wanted
    sheet = cells(FORMS[WAYGROUND].make(many).content)
    assert [(sheet[f"A{n}"], [sheet[f"C{n}"], sheet[f"D{n}"]]) for n in range(2, 33)] == wanted
    lines = paragraphs(FORMS[WORD].make(many).content)[1:]
    assert [
        (lines[n].partition(" ")[2], [line.partition(" ")[2] for line in lines[n + 1 : n + 3]])
        for n in range(0, 31 * 5, 5)
    ] == wanted
