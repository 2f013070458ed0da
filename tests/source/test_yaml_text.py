"""YAML is read as a person means it, and every mistake in it has its sentence and place."""

from __future__ import annotations

import pytest

from macros.problems import ContentError
from macros.source import Position, parse_yaml

WORD_PROCESSOR = "stands at the beginning of this line, as a word processor types it. Delete it and type usual spaces."
HIDES = (
    "A # after a space hides the rest of this line. Put the whole value in quotes; or, if it is a note, put it on a "
    "line of its own."
)


def told(text: str, first_line: int = 1) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_yaml(text, "a.yml", first_line)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "word",
    [
        "No",
        "no",
        "Yes",
        "yes",
        "on",
        "Off",
        "true",
        "False",
        "12:30",
        "007",
        "1e3",
        "0x1F",
        "1_000",
        "2026-11-22",
        "NULL",
    ],
)
def test_a_plain_word_stays_the_word_that_was_typed(word: str) -> None:
    assert parse_yaml(f"text: {word}", "a.yml").data == {"text": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert parse_yaml(f"text: {nothing}", "a.yml").data == {"text": None}


@pytest.mark.parametrize("quoted", ['""', "''", '"~"', "'null'"])
def test_quotes_make_words_of_what_would_be_nothing(quoted: str) -> None:
    assert parse_yaml(f"text: {quoted}", "a.yml").data == {"text": quoted.strip("\"'")}


def test_every_value_and_name_knows_its_place() -> None:
    document = parse_yaml("title: One\nquestions:\n  - id: a\n    text: Why?\n", "a.yml", first_line=5)
    assert document.values["questions", 0, "text"] == Position(8, 11)
    assert document.keys["questions", 0, "text"] == Position(8, 5)
    assert document.values["title",] == Position(5, 8)


def test_a_folded_text_is_one_line_of_words() -> None:
    assert parse_yaml("text: >-\n  one\n  two\n", "a.yml").data == {"text": "one two"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n\tb: 2", "a.yml:2:1: A tab stands here. Use spaces: YAML does not allow tabs."),
        ("a: 1\n\u00a0 b: 2", f"a.yml:2:1: A space of another kind (U+00A0) {WORD_PROCESSOR}"),
        ("a:\n  \u3000b: 2", f"a.yml:2:3: A space of another kind (U+3000) {WORD_PROCESSOR}"),
        ("a:\n  phone:01632 960285\n  email:", "a.yml:2:9: A space is missing after the colon: write “phone: …”."),
        ("a: 1\nb:2\n", "a.yml:2:3: A space is missing after the colon: write “b: …”."),
        ("a:\n  - b:2\n    c: 3", "a.yml:2:7: A space is missing after the colon: write “b: …”."),
        ("a:\u00a01\nb: 2", "a.yml:1:3: A space is missing after the colon: write “a: …”."),
        ("a: b: c", "a.yml:1:5: There is a second colon in this line. Put the words after the first colon in quotes."),
        (
            "a: 1\n...\nb: 2",
            "a.yml:3:1: A line “...” ends the file above this place, and more follows. Take that line out.",
        ),
        ("a: 1\na: 2", "a.yml:2:1: “a” is here twice; the first is on line 1. Keep one of them."),
        ("", "a.yml:1:1: This file is empty. Fill it in or delete it."),
        ("# only a note\n", "a.yml:1:1: This file is empty. Fill it in or delete it."),
        ("a: &more b", "a.yml:1:4: A value begins with “&”. Put the whole value in quotes."),
        ("a: ! Stop and tell", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: !!str 12", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: use #kindness today", f"a.yml:1:8: {HIDES}"),
        ("a: They keep Kit safe #TellSomeone, and\nb: c", f"a.yml:1:23: {HIDES}"),
        ("a: #kindness\nb: c", f"a.yml:1:4: {HIDES}"),
        ("a:\n  - one # two\n  - three", f"a.yml:2:9: {HIDES}"),
        ("a: [one, two\n  three # four\n  ]", f"a.yml:2:9: {HIDES}"),
        ("a: “Hi”: there", 'a.yml:1:8: Curly quotes do not hold a value together. Type straight ones: "…".'),
        (
            "a: 'Post it now' says Ben\nb: c",
            "a.yml:1:18: Words stand after a closing quotation mark. Put the whole value in one pair of quotes.",
        ),
        ("a: *x", "a.yml:1:4: A value begins with “*” or “&”. Put the whole value in quotes."),
        ("a: !!python/object:os.system b", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: !mine b", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: !!binary aGk=", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: !mine {b: c}", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        ("a: !!seq [b]", "a.yml:1:4: Tags (“!name”) are not used here. Put the value in quotes."),
        (
            "a: one: two",
            "a.yml:1:7: There is a second colon in this line. Put the words after the first colon in quotes.",
        ),
        ("a: @b", "a.yml:1:4: A value cannot begin with “@”. Put the whole value in quotes."),
        ("a: `b`", "a.yml:1:4: A value cannot begin with “`”. Put the whole value in quotes."),
        ("a: 1\nb\nc: 2", "a.yml:2:1: A colon is missing: each line here is “name: value”."),
        # libyaml sees what is missing at a file's end on a line that the file does not have.
        ("a: 1\nb", "a.yml:2:1: A colon is missing: each line here is “name: value”."),
        ("a: 1\nb: [c, d\n", "a.yml:2:4: A bracket is opened here and not closed, or a comma is missing in it."),
        ("a: {b: c", "a.yml:1:4: A bracket is opened here and not closed, or a comma is missing in it."),
        ("a: 1\nb: 'c\nd: e\n", "a.yml:2:4: A quotation mark is opened and not closed."),
        ("? a\n: b\n? [c", "a.yml:3:3: A bracket is opened here and not closed, or a comma is missing in it."),
        (
            'a: "b\\_c\\q"\n',
            "a.yml:1:9: Between double quotes no backslash can stand here. Take it out, or use single quotes: '…'.",
        ),
        (
            'a: "C:\\Users"',
            "a.yml:1:9: Between double quotes no backslash can stand here. Take it out, or use single quotes: '…'.",
        ),
        ("a: 1\n---\nb: 2", "a.yml:3:1: A second part begins here (“---”). Keep one part to a file."),
        ("? [a, b]\n: c", "a.yml:1:3: A name is needed before the colon."),
        (
            "a:\n  - b\n c: d",
            "a.yml:3:2: The indentation does not fit the lines above, or a quotation mark above is not closed, or "
            "words "
            "stand after a closing one.",
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(text: str, line: str) -> None:
    assert told(text) == [line]


def test_lists_within_lists_are_read_as_deep_as_any_file_of_ours_and_not_as_deep_as_no_file_needs() -> None:
    assert parse_yaml("a: " + "[" * 12 + "]" * 12, "a.yml").data
    assert told("a: " + "[" * 50 + "]" * 50) == ["a.yml:1:1: The lists in this file are nested too deeply."]


def test_an_open_quotation_mark_is_told() -> None:
    assert [line.split(": ", 1)[1] for line in told('a: "one\nb: two\n')] == [
        "A quotation mark is opened and not closed."
    ]


def test_a_name_without_a_value_at_the_end_of_a_file_has_its_place() -> None:
    document = parse_yaml("a: 1\n? b", "a.yml")
    assert document.data == {"a": "1", "b": None}
    assert str(document.problem("Write it.", ("b",))) == "a.yml:2:4: Write it."


def test_a_line_is_counted_from_where_the_text_begins_in_its_file() -> None:
    assert told("a: 1\na: 2", first_line=2) == [
        "a.yml:3:1: “a” is here twice; the first is on line 2. Keep one of them."
    ]


def test_an_alias_is_told_where_it_is_typed() -> None:
    assert told("a: &x b\nc:\n  - d\n  - *x", first_line=2)[1:] == [
        "a.yml:5:5: Aliases (“*name”) are not used here. Write the value out."
    ]


def test_a_file_that_grows_by_aliases_is_refused_and_not_unfolded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    said = told("\n".join(lines))
    assert any(one.endswith("Aliases (“*name”) are not used here. Write the value out.") for one in said)
    # One sentence for each alias that was typed, and not one for each that it stands for.
    assert len(said) == 9 * 11 + 12  # and one for each anchor


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 'use #kindness today'", "use #kindness today"),
        ('a: "use #kindness today" # a note', "use #kindness today"),
        ("a: C#minor", "C#minor"),
        ("# a note\na: b\n# another\n", "b"),
        ("a: # a note on what is empty\n", None),
        ("a: >-\n  use #kindness\n  today", "use #kindness today"),
        ("a: '! Stop'", "! Stop"),
    ],
)
def test_words_arrive_as_they_were_typed(text: str, value: str | None) -> None:
    assert parse_yaml(text, "a.yml").data["a"] == value


def test_all_repeated_names_of_a_file_are_told_at_once() -> None:
    assert len(told("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n")) == 2
