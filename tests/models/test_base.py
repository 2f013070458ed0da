"""What every model promises, and the sentences in which mistakes are told."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field, ValidationError

from macros.models.base import (
    LONGEST_TEXT,
    LONGEST_WORD,
    Address,
    Day,
    Email,
    Identity,
    Model,
    Number,
    Phone,
    Text,
    Whole,
    YesNo,
    explain,
    normalised,
    repeats,
)
from tests.models.telling import made, told

CANNOT_DIAL = (
    "“phone” cannot be dialled: a number has 10 or 11 digits and begins with 0, or is a short one such as 999."
)
NO_EMAIL = "“email” must be an email address such as office@example.org, and nothing else."
# What is worked out and not typed by an author: a note of the song, a date of the policy, the open data.
NOT_TYPED = ("song.py", "policy_date.py", "open_lesson.py")


class Inner(Model):
    """Something within something."""

    name: Text
    size: int = Field(default=1, ge=1, le=5)


class Outer(Model):
    """One value of each kind."""

    id: Identity = "a"
    title: Text = "A"
    web: Address | None = None
    kind: Literal["small", "large"] = "small"
    good: bool = False
    day: date = date(2026, 1, 1)
    number: int = 0
    words: tuple[Text, ...] = Field(default=("x",), min_length=1, max_length=2)
    inner: Inner = Inner(name="B")
    zones: dict[Identity, Text] = Field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel: B", "1:1: “titel” is not a name that is known here. Did you mean “title”?"),
        ("inner: {nmae: B, name: C}", "1:9: “nmae” is not a name that is known here. Did you mean “name”?"),
        (
            "zzzz: B",
            "1:1: “zzzz” is not a name that is known here. There is “day”, “good”, “id”, “inner”, “kind”, “number”, "
            "“title”, “web” and more.",
        ),
        ("inner: {size: 2}", "1:8: “name” is missing here. Add a line “name: …”."),
        ("title:", "1:7: “title” is empty. Write something after the colon, or take the line out if it is not needed."),
        ('title: ""', "1:8: “title” is empty. Write something after the colon."),
        ('title: "  "', "1:8: “title” is empty. Write something after the colon."),
        ("title: [a]", "1:8: “title” must be words, and here it is a list or a set of names."),
        ("title: {a: b}", "1:8: “title” must be words, and here it is a list or a set of names."),
        (
            "kind: [small]",
            "1:7: “kind” must be one word, and here it is a list or a set of names. There is “large”, “small”.",
        ),
        ("id: Not An Id", "1:5: “id” must be small letters, digits and hyphens, as in “safe-passwords”."),
        ("id: a--b", "1:5: “id” must be small letters, digits and hyphens, as in “safe-passwords”."),
        (f"id: {'a' * 61}", "1:5: “id” is too long: at most 60 characters."),
        ("web: http://a.uk", "1:6: “web” must be a whole address that begins with “https://”."),
        ("web: javascript:alert(1)", "1:6: “web” must be a whole address that begins with “https://”."),
        (
            "web: 'https://a.uk/\"b'",
            "1:6: “web” has “\"” in it, as no address may. Copy it again from the browser's address line.",
        ),
        (
            "web: https://a.uk/b c",
            "1:6: “web” has a space in it, as no address may. Copy it again from the browser's address line.",
        ),
        ("kind: smal", "1:7: “smal” is not known as “kind”. Did you mean “small”?"),
        ("good: perhaps", "1:7: “good” must be “yes” or “no”."),
        ("day: 22 November", "1:6: “day” must be a date such as 2026-11-22."),
        ("day: 2026-02-30", "1:6: “day” must be a date such as 2026-11-22."),
        ("number: five", "1:9: “number” must be a whole number."),
        ("number: 1.5", "1:9: “number” must be a whole number."),
        ("inner: {name: B, size: 9}", "1:24: “size” must be at most 5."),
        ("inner: {name: B, size: 0}", "1:24: “size” must be at least 1."),
        ("words: a", "1:8: “words” must be a list: lines that begin with “- ”."),
        ("words: []", "1:8: “words” needs at least 1 and has 0."),
        ("words: [a, b, c]", "1:8: “words” may have at most 2 and has 3."),
        (
            "zones: {Not An Id: B}",
            "1:9: “Not An Id” must be small letters, digits and hyphens, as in “safe-passwords”.",
        ),
        ("inner: a", "1:8: “inner” must be lines of “name: value”."),
    ],
)
def test_a_mistake_is_told_in_a_plain_sentence(text: str, line: str) -> None:
    assert told(Outer, text) == [line]


def test_a_file_that_is_only_words_is_told_what_it_must_be() -> None:
    assert told(Outer, "hello") == ["1:1: This must be lines of “name: value”, and it is something else."]


def test_a_text_that_is_too_long_is_told() -> None:
    text = "a " * LONGEST_TEXT
    assert told(Outer, f"title: {text}") == ["1:8: “title” is too long: at most 2000 characters."]


def test_a_word_that_is_too_long_is_told() -> None:
    assert told(Outer, f"title: {'a' * (LONGEST_WORD + 1)}") == [
        f"1:8: The word “{'a' * 20}…” has 61 letters. Is it a slip?"
    ]
    assert told(Outer, f"title: {'a' * LONGEST_WORD}") == []


def test_a_long_address_is_not_a_slip() -> None:
    assert told(Outer, f"web: https://www.example.org/{'a' * 80}") == []


@pytest.mark.parametrize("word", ["Yes", "yes", "true", "on"])
def test_yes_is_understood_where_yes_or_no_is_asked(word: str) -> None:
    assert made(Outer, f"good: {word}").good is True


def test_the_word_no_stays_a_word_where_words_are_asked() -> None:
    assert made(Outer, "title: No").title == "No"


def test_space_round_words_is_dropped() -> None:
    assert made(Outer, 'title: "  A  "').title == "A"


def test_a_model_cannot_be_changed() -> None:
    outer = made(Outer, "title: A")
    with pytest.raises(ValidationError):
        outer.title = "B"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tell a friend.", "Tell a friend"),
        ("Tell a friend", "tell  a FRIEND!"),
        ("Don't", "Don’t"),
        ("Who?", "who"),
    ],
)
def test_texts_that_a_reader_takes_for_the_same_are_alike(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


def test_texts_that_say_different_things_are_not_alike() -> None:
    assert normalised("Tell a friend") != normalised("Tell your friend")


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    assert len(told(Outer, "id: A B\ntitle:\nzzz: 1\ngood: perhaps\n")) == 4


AWKWARD = (
    "",
    "~",
    "[]",
    "{}",
    "[[]]",
    "{a: {b: c}}",
    "yes",
    "-1",
    "1e400",
    "9" * 400,
    "\u202e",
    "é",
    "'",
    '"',
    "[1, {a: 2}]",
)


@pytest.mark.parametrize("name", list(Outer.model_fields))
def test_no_value_makes_a_sentence_that_speaks_of_the_program(name: str) -> None:
    for value in AWKWARD:
        try:
            Outer.model_validate({name: value})
            Outer.model_validate({name: [value, {"a": value}]})
        except ValidationError as error:
            for _, sentence, _ in explain(error, Outer):
                assert "“" in sentence, sentence
                assert "Input should" not in sentence and "pydantic" not in sentence, sentence


@pytest.mark.parametrize(
    ("values", "places"), [((), []), ("abc", []), ("abab", [2, 3]), ("aaa", [1, 2]), ((("a", 1), ("a", 1)), [1])]
)
def test_each_value_that_stands_further_up_already_is_placed(values: tuple[object, ...], places: list[int]) -> None:
    assert list(repeats(values)) == places


class Given(Model):
    """What is read in one form alone."""

    day: Day | None = None
    number: Whole | None = None
    measure: Number | None = None
    good: YesNo | None = None
    phone: Phone | None = None
    email: Email | None = None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # The library takes each of these for a day, a number or a yes, and none is what its writer saw.
        ("day: 0", "“day” must be a date such as 2026-11-22."),
        ("day: 1764460800", "“day” must be a date such as 2026-11-22."),
        ("day: 20261122", "“day” must be a date such as 2026-11-22."),
        ("day: 2026-11-22T00:00", "“day” must be a date such as 2026-11-22."),
        ("day: 2026-1-2", "“day” must be a date such as 2026-11-22."),
        ("day: 5/3/2027", "“day” must have the year first, then the month and the day: 2027-03-05."),
        ("day: 22.11.2026", "“day” must have the year first, then the month and the day: 2026-11-22."),
        ("day: 2027-02-29", "“day” must be a date such as 2026-11-22, and there is no day 2027-02-29."),
        ("day: 0026-11-22", "“day” is in the year 0026. Is that a slip?"),
        ("day: 2206-11-22", "“day” is in the year 2206. Is that a slip?"),
        ("number: 1_3", "“number” must be a whole number."),
        ("number: 13.0", "“number” must be a whole number."),
        ("number: +13", "“number” must be a whole number."),
        ("number: ١٣", "“number” must be a whole number."),
        ("number: 30 minutes", "“number” must be a whole number. Write 30 alone."),
        ("measure: 1_4.2", "“measure” must be a number."),
        ("measure: 1,42", "“measure” must be a number."),
        ("measure: nan", "“measure” must be a number."),
        ("measure: 1e9", "“measure” must be a number."),
        ("good: 1", "“good” must be “yes” or “no”."),
        ("good: t", "“good” must be “yes” or “no”."),
        ("good: on", "“good” must be “yes” or “no”."),
        # Numbers that nobody can dial.
        ("phone: 1632 960285", f"{CANNOT_DIAL} This has 10 digits. Look it up again."),
        ("phone: 01632 9602855", f"{CANNOT_DIAL} This has 12 digits. Look it up again."),
        ("phone: 1", f"{CANNOT_DIAL} This has 1 digit. Look it up again."),
        ("phone: 0800 1112", f"{CANNOT_DIAL} This has 8 digits. Look it up again."),
        ("phone: +44 (0)1632 960285", "“phone” must be digits and spaces only. Leave other words and signs out."),
        ("phone: O1632 960285", "“phone” must be digits and spaces only. Leave other words and signs out."),
        ("phone: 01632 960285 ext 2", "“phone” must be digits and spaces only. Leave other words and signs out."),
        ("email: mailto:office@a.org", NO_EMAIL),
        ("email: office@a.org,", NO_EMAIL),
        ("email: office@a..org", NO_EMAIL),
        ("email: office@a", NO_EMAIL),
        ("email: оffice@a.org", NO_EMAIL),  # a Cyrillic letter
    ],
)
def test_what_the_library_would_take_for_something_else_is_told(text: str, said: str) -> None:
    (found,) = told(Given, text)
    assert found.split(": ", 1)[1] == said


@pytest.mark.parametrize(
    "number",
    [
        "01632 960285", "020 7946 0000", "01946 00000", "03069 99 00 11", "0800 1111", "999", "101", "111", "116 123",
        "18001", "7726", "85258", "+44 1632 960285", "+353 1 234 5678",
    ],
)  # fmt: skip
def test_a_number_that_can_be_dialled_is_read_as_it_is_typed(number: str) -> None:
    assert made(Given, f'phone: "{number}"').phone == number


def test_the_one_form_is_read() -> None:
    given = made(Given, "day: 2028-02-29\nnumber: -3\nmeasure: 1.5\ngood: Yes\nemail: o'b_c+d@x-y.sch.uk\n")
    assert (given.day, given.number, given.measure, given.good) == (date(2028, 2, 29), -3, 1.5, True)
    assert given.email == "o'b_c+d@x-y.sch.uk"


def test_every_model_reads_days_and_numbers_in_the_one_form() -> None:
    bare = [
        f"{file.name}:{number}"
        for file in (Path(__file__).parents[2] / "macros/models").rglob("*.py")
        if file.name not in NOT_TYPED
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
        if re.match(r"    \w+: (?:tuple\[)?(?:date|int|float|bool)\b", line)
    ]
    assert not bare
