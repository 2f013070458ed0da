"""The measure of reading measures what it says."""

from __future__ import annotations

import pytest

from tests.reading import measure, phrases, sentences, syllables, words_of


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('"My bean will get dry!" says Tam.', ['"My bean will get dry!" says Tam.']),
        ('"Stop!" Nan came.', ['"Stop!"', "Nan came."]),
        ("“Why?” asked Bo. “Tell me.”", ["“Why?” asked Bo.", "“Tell me.”"]),
        ("It costs 2.50 today.", ["It costs 2.50 today."]),
        ("No full stop", ["No full stop"]),
        ("Well … yes.", ["Well … yes."]),
        ("!!!", []),
        ("", []),
    ],
)
def test_sentences_are_found(phrase: str, found: list[str]) -> None:
    assert sentences(phrase) == found


def test_words_are_counted_as_people_read_them() -> None:
    assert words_of("Don't tell grown-ups, it’s “p@55”: 12:30!") == [
        "Don't", "tell", "grown-ups", "it’s", "p", "55", "12", "30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("password", 2),
        ("private", 2),
        ("information", 4),
        ("Kit's", 1),
        ("grown-up", 2),
        ("grandmothers", 3),
        ("7", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_word_that_the_dictionary_lacks_is_counted_by_its_hyphens() -> None:
    assert syllables("zogglefonder") > 1


def test_marks_macros_and_addresses_are_taken_out() -> None:
    text = (
        '# Title { #id }\n\nTell **Nan**\nnow, [here](a.md#b).\n\n{{ quiz("a") }}\n\n- One `x`\n- Two\n\n'
        '| A | B |\n| --- | --- |\n| C d | |\n\n!!! word "private"\n    Only you.\n\n<div class="box"></div>\n'
    )
    assert list(phrases(text)) == [
        "Title",
        "Tell Nan now, here.",
        "One x",
        "Two",
        "A",
        "B",
        "C d",
        "private",
        "Only you.",
    ]


def test_the_grade_is_that_of_the_formula() -> None:
    figures = measure(["The cat sat on the mat. The dog ran."])
    assert (len(figures.sentences), figures.words, figures.syllables) == (2, 9, 9)
    assert figures.grade == pytest.approx(0.39 * 4.5 + 11.8 * 1 - 15.59)


def test_an_empty_text_has_no_grade() -> None:
    assert (measure([""]).grade, measure([""]).average) == (0.0, 0.0)


def test_long_words_and_sentences_make_a_text_harder() -> None:
    easy = measure(["Tell Nan. She can help."])
    hard = measure(["Communicate immediately with an appropriately responsible individual regarding any uncertainty."])
    assert hard.grade > easy.grade + 10
